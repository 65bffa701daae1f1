// CPython 3.13 as a process that runs programs one after the other, where one is installed.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Ending {
  readonly stdout: string;
  /** The traceback of an exception that nobody caught. */
  readonly error: string | null;
  /** The program took too long: it says nothing. */
  readonly hangs?: boolean;
}

const RUNNER: string = fileURLToPath(new URL("./run_programs.py", import.meta.url));

export class CPython {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(process: ChildProcessWithoutNullStreams, lines: AsyncIterator<string>) {
    this.#process = process;
    this.#lines = lines;
  }

  /** Starts `python3.13`; null where there is none. */
  static async start(): Promise<CPython | null> {
    const env = { PYENV_VERSION: "3.13.0", ...process.env, PYTHONIOENCODING: "utf-8", PYTHONHASHSEED: "0" };
    const child = spawn("python3.13", ["-I", "-X", "utf8", RUNNER], { env });
    child.on("error", () => {});
    child.stdin.on("error", () => {});
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done === true || first.value !== "[3, 13]") return null;
    return new CPython(child, lines);
  }

  async run(program: string): Promise<Ending> {
    this.#process.stdin.write(`${JSON.stringify(program)}\n`);
    const answer = await this.#lines.next();
    if (answer.done === true) throw new Error(`CPython died of\n${program}`);
    return JSON.parse(answer.value) as Ending;
  }

  close(): void {
    this.#process.kill();
  }
}
