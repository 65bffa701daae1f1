// Running a script to its end, with CPython's exit status.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createVM, LimitError, PythonError, type VM } from "@krait/core";
import { fileLoader } from "@krait/core/node";
import { BufferedOutput } from "./output.ts";
import { LineReader } from "./stdin.ts";

/** Exit status of a process that an interrupt ended, as shells count it. */
const INTERRUPTED = 130;

/** Run a file; its folder comes first on `sys.path`. */
export async function runFile(file: string, args: readonly string[]): Promise<number> {
  let source: Uint8Array;
  try {
    source = readFileSync(file);
  } catch (error) {
    const { code, errno } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "No such file or directory" : code === "EISDIR" ? "Is a directory" : String(code);
    process.stderr.write(`krait: can't open file '${resolve(file)}': [Errno ${Math.abs(errno ?? 0)}] ${reason}\n`);
    return 2;
  }
  return await runScript(source, file, [file, ...args], dirname(resolve(file)));
}

/** Run code given on the command line. */
export async function runCode(code: string, args: readonly string[]): Promise<number> {
  return await runScript(code, "<string>", ["-c", ...args], "");
}

/** Run what stands on standard input. */
export async function runStdin(args: readonly string[]): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return await runScript(Buffer.concat(chunks), "<stdin>", ["-", ...args], "");
}

async function runScript(
  source: string | Uint8Array,
  filename: string,
  argv: readonly string[],
  folder: string,
): Promise<number> {
  const stdout = new BufferedOutput(process.stdout);
  const stderr = new BufferedOutput(process.stderr);
  const vm = commandVM(stdout, stderr, argv, folder);
  const interrupt = (): void => vm.interrupt();
  process.on("SIGINT", interrupt);
  try {
    await vm.run(source, { filename, mode: "exec" });
    return 0;
  } catch (error) {
    stdout.flush();
    return report(error, stderr);
  } finally {
    process.off("SIGINT", interrupt);
    vm.close();
    stdout.flush();
    stderr.flush();
  }
}

/** A VM for the command line: the process's streams, files as modules, the cumulative limits lifted. */
export function commandVM(
  stdout: BufferedOutput,
  stderr: BufferedOutput,
  argv: readonly string[],
  folder: string,
): VM {
  const lines = new LineReader();
  return createVM({
    stdout: (text) => stdout.write(text),
    stderr: (text) => stderr.write(text),
    stdin: (prompt) => {
      stdout.write(prompt);
      stdout.flush();
      return lines.readLine();
    },
    loader: fileLoader(),
    argv,
    path: [folder],
    limits: { wallTimeMs: Infinity, activeTimeMs: Infinity, instructions: Infinity },
  });
}

/** Print what ended a script; answers the exit status. */
function report(error: unknown, stderr: BufferedOutput): number {
  if (error instanceof LimitError) {
    stderr.write(`${error.message}\n`);
    return 1;
  }
  if (!(error instanceof PythonError)) throw error;
  if (error.exit !== null) {
    if (error.exit.message !== null) stderr.write(`${error.exit.message}\n`);
    return error.exit.status;
  }
  stderr.write(error.traceback);
  return error.type === "KeyboardInterrupt" ? INTERRUPTED : 1;
}
