// The command as a process: bundled from the sources into a temporary folder, then run by this Node.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { pythonLoader } from "../../../tools/python-text.ts";
import { type Finished, type RunOptions, runProgram } from "../../../tools/testing/run-program.ts";

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
    return await runProgram(join(this.#folder, "cli.mjs"), args, options);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
