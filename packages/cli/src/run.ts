// Running a script to its end, with CPython's exit status.
import { readFileSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { asyncio } from "@krait/asyncio";
import { type CloseOptions, createVM, InternalError, LimitError, type VM } from "@krait/core";
import { fileAccess, fileLoader } from "@krait/core/node";
import { mainScript } from "./main-script.ts";
import { BufferedOutput } from "./output.ts";
import { readScript } from "./script.ts";
import { LineReader } from "./stdin.ts";

/** What a script has registered with `atexit` may take its time, as in CPython. */
export const AT_EXIT: CloseOptions = { deadlineMs: Number.POSITIVE_INFINITY };

/** Run a file; its folder comes first on `sys.path`. */
export async function runFile(file: string, args: readonly string[]): Promise<number> {
  const script = readScript(file);
  if (script === null) return 2;
  const { source, path } = script;
  return await runScript(source, path, [file, ...args], dirname(realpathSync(path)));
}

/** Run code given on the command line. */
export async function runCode(code: string, args: readonly string[]): Promise<number> {
  return await runScript(code, "<string>", ["-c", ...args], "");
}

/** Run what stands on standard input. */
export async function runStdin(args: readonly string[]): Promise<number> {
  const source = readFileSync(0);
  return await runScript(source, "<stdin>", ["-", ...args], "");
}

async function runScript(
  source: string | Uint8Array,
  filename: string,
  argv: readonly string[],
  folder: string,
): Promise<number> {
  const interrupt = (): void => void vm.interrupt();
  const stdout = new BufferedOutput(process.stdout, interrupt);
  const stderr = new BufferedOutput(process.stderr);
  // While it waits for a line the process cannot answer an interrupt: then the system's own answer is the better one.
  const lines = new LineReader(
    () => process.off("SIGINT", interrupt),
    () => process.on("SIGINT", interrupt),
  );
  const vm = commandVM({ stdout, stderr, lines, argv, folder, isPrompt: false });
  process.on("SIGINT", interrupt);
  try {
    return (await vm.run(source, { filename, mode: "exec" })) as number;
  } catch (error) {
    stdout.flush();
    return report(error, stderr);
  } finally {
    process.off("SIGINT", interrupt);
    stderr.flush();
    await vm.close(AT_EXIT);
    await stdout.drain();
    await stderr.drain();
  }
}

export interface Surroundings {
  readonly stdout: BufferedOutput;
  readonly stderr: BufferedOutput;
  readonly lines: LineReader;
  readonly argv: readonly string[];
  /** First on `sys.path`. */
  readonly folder: string;
  /** The VM runs entries of a REPL, and no script. */
  readonly isPrompt: boolean;
}

/** A VM for the command line: the process's streams, files as modules, the cumulative limits lifted. */
export function commandVM({ stdout, stderr, lines, argv, folder, isPrompt }: Surroundings): VM {
  return createVM({
    stdout: (text) => stdout.write(text),
    stderr: (text) => {
      // What was printed before stays before, where both are one terminal.
      stdout.flush();
      stderr.write(text);
      stderr.flush();
    },
    stdin: (prompt) => {
      stdout.write(prompt);
      stdout.flush();
      return lines.readLine();
    },
    files: fileAccess(),
    loader: fileLoader(),
    modules: [asyncio, mainScript(isPrompt)],
    argv,
    path: [folder],
    limits: {
      wallTimeMs: Number.POSITIVE_INFINITY,
      activeTimeMs: Number.POSITIVE_INFINITY,
      instructions: Number.POSITIVE_INFINITY,
      tasks: Number.POSITIVE_INFINITY,
      timers: Number.POSITIVE_INFINITY,
      memoryBytes: Number.POSITIVE_INFINITY,
    },
  });
}

/** Print what stopped a script; answers the exit status. */
export function report(error: unknown, stderr: BufferedOutput): number {
  if (error instanceof LimitError) {
    stderr.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof InternalError) {
    stderr.write(`${error.traceback}${error.message}\n${error.cause instanceof Error ? error.cause.stack : ""}\n`);
    return 1;
  }
  throw error;
}
