// `krait repl`: entries of one or more lines, their values shown, top-level await.
import { createInterface, type Interface } from "node:readline";
import { inputState, PythonObject, type VM } from "@krait/core";
import { BufferedOutput } from "./output.ts";
import { AT_EXIT, commandVM, report } from "./run.ts";
import { LineReader } from "./stdin.ts";

const BANNER = "Python 3.13.0 (krait)\nEnd with Ctrl-D.\n";

/** `exit` and `quit`, which only a prompt has. */
const LEAVERS = `exec('''
import builtins
class Quitter:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"
    def __call__(self, code=None):
        raise SystemExit(code)
for name in "exit", "quit":
    setattr(builtins, name, Quitter(name))
''', {"__name__": "_sitebuiltins"})`;

const PROMPTS: Readonly<Record<"ps1" | "ps2", string>> = { ps1: ">>> ", ps2: "... " };

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
    this.vm = commandVM({ stdout: this.stdout, stderr: this.stderr, lines, argv: [""], folder: "", isPrompt: true });
  }

  /** Lets scripts set what is asked with, and leave. */
  async begin(): Promise<void> {
    const sys = await this.#sys();
    for (const [name, text] of Object.entries(PROMPTS)) sys.set(name, text);
    await this.vm.run(LEAVERS);
  }

  /** What to ask the next line with. */
  async prompt(): Promise<string> {
    const name = this.lines.length === 0 ? "ps1" : "ps2";
    try {
      const value = (await this.#sys()).get(name);
      return String(value instanceof PythonObject ? await value.call("__str__") : value);
    } catch {
      return PROMPTS[name];
    }
  }

  async #sys(): Promise<PythonObject> {
    return (await this.vm.import("sys")) as PythonObject;
  }

  /** Take a line, and run the entry when this completes it. */
  async take(line: string): Promise<void> {
    this.lines.push(line);
    const entry = this.lines.join("\n");
    if (inputState(entry) === "incomplete") return;
    this.lines = [];
    const whole = entry.trim();
    if (whole === "") return;
    const leaves = (whole === "exit" || whole === "quit") && this.vm.globals.get(whole) === undefined;
    try {
      // Each entry has a name of its own, so that tracebacks show its lines after later ones have run.
      const filename = `<python-input-${this.#count++}>`;
      this.status = (await this.vm.run(leaves ? `${whole}()` : entry, { filename, mode: "single" })) as number | null;
    } catch (error) {
      this.stdout.flush();
      this.status = report(error, this.stderr);
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
  await session.begin();
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
    void ask(terminal, session);
  };
  terminal.on("SIGINT", interrupt);
  process.on("SIGINT", interrupt);
  process.stdout.write(BANNER);
  await session.begin();
  await ask(terminal, session);
  await new Promise<void>((resolve) => {
    const waiting: string[] = [];
    const work = async (): Promise<void> => {
      isRunning = true;
      do {
        for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
          await session.take(line);
          if (session.status !== null) return terminal.close();
        }
        // It may run a script too, and the next line come meanwhile.
        await ask(terminal, session);
      } while (waiting.length > 0);
      isRunning = false;
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

async function ask(terminal: Interface, session: Session): Promise<void> {
  terminal.setPrompt(await session.prompt());
  terminal.prompt();
}
