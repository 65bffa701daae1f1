// `krait repl`: entries of one or more lines, their values shown, top-level await.
import { createInterface } from "node:readline";
import { inputState, PythonError } from "@krait/core";
import { BufferedOutput } from "./output.ts";
import { commandVM } from "./run.ts";

const BANNER = "Python 3.13.0 (krait)\nEnd with Ctrl-D.\n";

export async function repl(): Promise<number> {
  const stdout = new BufferedOutput(process.stdout);
  const stderr = new BufferedOutput(process.stderr);
  const vm = commandVM(stdout, stderr, [""], "");
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: ">>> " });
  process.stdout.write(BANNER);
  let entry = "";
  let isRunning = false;
  terminal.on("SIGINT", () => {
    if (isRunning) vm.interrupt();
    else {
      entry = "";
      process.stdout.write("\nKeyboardInterrupt\n");
      terminal.setPrompt(">>> ");
      terminal.prompt();
    }
  });
  terminal.prompt();
  for await (const line of terminal) {
    entry += `${line}\n`;
    if (inputState(entry) === "incomplete") {
      terminal.setPrompt("... ");
      terminal.prompt();
      continue;
    }
    const text = entry;
    entry = "";
    isRunning = true;
    try {
      await vm.run(text, { filename: "<stdin>", mode: "single" });
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      if (error.exit !== null) {
        stdout.flush();
        vm.close();
        terminal.close();
        return error.exit.status;
      }
      stdout.flush();
      stderr.write(error.traceback);
    }
    isRunning = false;
    stdout.flush();
    stderr.flush();
    terminal.setPrompt(">>> ");
    terminal.prompt();
  }
  process.stdout.write("\n");
  vm.close();
  return 0;
}
