// A program of Node as a process of its own: its input, what it writes, and how it ends.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** What stdout must hold before `onOutput` is called; default: anything. */
  readonly when?: RegExp;
  /** Called with the process, once. */
  readonly onOutput?: (child: ChildProcessWithoutNullStreams) => void;
}

/** Run a program to its end with this Node; its output is no terminal. */
export async function runProgram(
  path: string,
  args: readonly string[],
  { input = "", cwd, when = /[^]/, onOutput }: RunOptions = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [path, ...args], { cwd });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let isTold = onOutput === undefined;
  child.stdout.on("data", (part: Buffer) => {
    stdout.push(part);
    if (isTold || !when.test(Buffer.concat(stdout).toString())) return;
    isTold = true;
    onOutput?.(child);
  });
  child.stderr.on("data", (part: Buffer) => stderr.push(part));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  return { stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), status };
}
