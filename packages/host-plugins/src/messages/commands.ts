// Commands: what a plugin does when it is asked by name, "ID.NAME".
import { errorText, PluginError } from "../errors.ts";
import { PythonError } from "@krait/core";
import { copyData, type Data } from "./data.ts";
import { nearest } from "./nearest.ts";

/** A command, with the plugin that offers it. */
export interface Command {
  readonly plugin: string;
  readonly run: (args: readonly Data[]) => Promise<Data>;
  /** Is told what the command threw, beside whoever ran it. */
  readonly failed: (error: unknown) => void;
}

export class Commands {
  readonly #commands: Map<string, Command> = new Map();
  /** Resolves when the plugin that declares a command, and is not active, has started. */
  readonly #ready: (command: string, caller: string | null) => Promise<void>;

  /** @internal */
  constructor(ready: (command: string, caller: string | null) => Promise<void>) {
    this.#ready = ready;
  }

  /** The names of those that can be run at once, sorted. */
  get names(): readonly string[] {
    return [...this.#commands.keys()].sort();
  }

  /** Answers what ends it. Throws PluginError ("taken-name"). @internal */
  add(name: string, command: Command): () => void {
    if (this.#commands.has(name)) {
      throw new PluginError("taken-name", `there is a command '${name}' already`, { plugin: command.plugin });
    }
    this.#commands.set(name, command);
    return () => {
      if (this.#commands.get(name) === command) this.#commands.delete(name);
    };
  }

  /**
   * Run a command by its full name; a plugin that waits to be started is. Rejects with PluginError: "unknown-name", or
   * "command-failed" with what the command raised; and with TypeError for what is no data.
   */
  async run(name: string, ...args: Data[]): Promise<Data> {
    return await this.runFrom(null, name, args);
  }

  /** The same for a plugin, which is not waited for. @internal */
  async runFrom(caller: string | null, name: string, args: readonly Data[]): Promise<Data> {
    const given = args.map((each, index) => copyData(each, `command '${name}', argument ${index + 1}`));
    if (!this.#commands.has(name)) await this.#ready(name, caller);
    const command = this.#commands.get(name);
    if (command === undefined) {
      throw new PluginError("unknown-name", `there is no command '${name}'${nearest(name, this.#commands.keys())}`);
    }
    try {
      return copyData(await command.run(given), `answer of the command '${name}'`);
    } catch (error) {
      command.failed(error);
      const told = error instanceof PythonError ? `${error.type}: ${error.message}` : errorText(error);
      throw new PluginError("command-failed", `command '${name}' failed: ${told}`, {
        plugin: command.plugin,
        cause: error,
        traceback: error instanceof PythonError ? error.traceback : null,
      });
    }
  }
}
