// `krait repl`: entries of one or more lines, their values shown, top-level await.
import { createInterface, type Interface } from "node:readline";
import { inputState, PythonError, type VM } from "@krait/core";
import { BufferedOutput } from "./output.ts";
import { AT_EXIT, commandVM, report } from "./run.ts";
import { LineReader } from "./stdin.ts";

const BANNER = "Python 3.13.0 (krait)\nEnd with Ctrl-D.\n";
const PROMPT = ">>> ";
const MORE = "... ";

export async function startRepl(): Promise<number> {
  return process.stdin.isTTY ? await onTerminal() : await onPipe();
}

/** Runs entries and shows what they fail with. */
class Session {
  readonly stdout: BufferedOutput;
  readonly stderr: BufferedOutput = new BufferedOutput(process.stderr);
  readonly vm: VM;
  /** The lines of an entry that is not complete yet. */
  lines: string[] = [];
  /** The exit status, once an entry has asked for it. */
  status: number | null = null;
  #count = 0;

  constructor(lines: LineReader) {
    this.stdout = new BufferedOutput(process.stdout, () => this.vm.interrupt());
    this.vm = commandVM({ stdout: this.stdout, stderr: this.stderr, lines, argv: [""], folder: "" });
  }

  get prompt(): string {
    return this.lines.length === 0 ? PROMPT : MORE;
  }

  /** Take a line, and run the entry when this completes it. */
  async take(line: string): Promise<void> {
    this.lines.push(line);
    const entry = this.lines.join("\n");
    if (inputState(entry) === "incomplete") return;
    this.lines = [];
    if (entry.trim() === "") return;
    try {
      // Each entry has a name of its own, so that tracebacks show its lines after later ones have run.
      await this.vm.run(entry, { filename: `<python-input-${this.#count++}>`, mode: "single" });
    } catch (error) {
      this.stdout.flush();
      const status = report(error, this.stderr);
      // A script's exception is shown and no more; an exit, or an error of the engine, ends the session.
      if (!(error instanceof PythonError) || error.exit !== null) this.status = status;
    }
    this.stdout.flush();
    this.stderr.flush();
  }

  async end(): Promise<number> {
    await this.vm.close(AT_EXIT);
    await this.stdout.drain();
    await this.stderr.drain();
    return this.status ?? 0;
  }
}

/** Entries from a file or another process: `input()` reads on where the entries stand. */
async function onPipe(): Promise<number> {
  const lines = new LineReader();
  const session = new Session(lines);
  const interrupt = (): void => void session.vm.interrupt();
  process.on("SIGINT", interrupt);
  while (session.status === null) {
    const line = lines.readLine();
    if (line !== null) await session.take(line);
    else {
      // What the end leaves incomplete is run as it stands: a block is whole, anything else a SyntaxError.
      if (session.lines.length > 0) await session.take("\n");
      break;
    }
  }
  process.off("SIGINT", interrupt);
  return await session.end();
}

/** Entries from a person: with history, and Ctrl-C that clears the entry or interrupts its run. */
async function onTerminal(): Promise<number> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // While `input()` reads, the terminal is as the system has it: with echo, and Ctrl-C that ends the process.
  const lines = new LineReader(
    () => process.stdin.setRawMode(false),
    () => process.stdin.setRawMode(true),
  );
  const session = new Session(lines);
  let isRunning = false;
  const interrupt = (): void => {
    if (isRunning) return void session.vm.interrupt();
    session.lines = [];
    process.stdout.write("\nKeyboardInterrupt\n");
    ask(terminal, session);
  };
  terminal.on("SIGINT", interrupt);
  process.on("SIGINT", interrupt);
  process.stdout.write(BANNER);
  ask(terminal, session);
  await new Promise<void>((resolve) => {
    const waiting: string[] = [];
    const work = async (): Promise<void> => {
      isRunning = true;
      for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
        await session.take(line);
        if (session.status !== null) return terminal.close();
      }
      isRunning = false;
      ask(terminal, session);
    };
    terminal.on("line", (line) => {
      waiting.push(line);
      if (!isRunning) void work();
    });
    terminal.on("close", () => resolve());
  });
  process.off("SIGINT", interrupt);
  if (session.status === null) process.stdout.write("\n");
  return await session.end();
}

function ask(terminal: Interface, session: Session): void {
  terminal.setPrompt(session.prompt);
  terminal.prompt();
}
