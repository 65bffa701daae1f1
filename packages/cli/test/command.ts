// The command as a process: bundled from the sources into a temporary folder, then run by this Node.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { pythonLoader } from "../../../tools/python-text.ts";

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** Called with the process once it has written something to stdout. */
  readonly onOutput?: (child: ChildProcessWithoutNullStreams) => void;
}

const CLI: string = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

/** Bundles files with the engine, each under its name with `.mjs`. */
export async function bundle(entry: Record<string, string>, folder: string): Promise<void> {
  await build({
    config: false,
    entry,
    format: ["esm"],
    outDir: folder,
    outExtension: () => ({ js: ".mjs" }),
    target: "es2023",
    platform: "node",
    silent: true,
    noExternal: [/.*/],
    loader: pythonLoader,
    // What is CommonJS among the plugin host's dependencies requires modules of Node.
    banner: {
      js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);",
    },
    esbuildOptions(options) {
      options.conditions = ["@krait/source"];
      options.mainFields = ["module", "main"];
    },
  });
}

export class Command {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Bundles the command with the engine. */
  static async bundle(): Promise<Command> {
    const folder = mkdtempSync(join(tmpdir(), "krait-cli-"));
    await bundle({ cli: CLI }, folder);
    return new Command(folder);
  }

  /** Runs the command to its end. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const child = spawn(process.execPath, [join(this.#folder, "cli.mjs"), ...args], { cwd: options.cwd });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => {
      stdout.push(part);
      if (stdout.length === 1) options.onOutput?.(child);
    });
    child.stderr.on("data", (part: Buffer) => stderr.push(part));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
    const status = await new Promise<number | null>((resolve) => {
      child.on("close", resolve);
    });
    return { stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), status };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
