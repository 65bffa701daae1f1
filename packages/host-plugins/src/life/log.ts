// The log of a plugin: the last records are kept, and each is told to the host.
import type { PluginLog } from "../definition.ts";

export type LogLevel = "debug" | "info" | "warning" | "error";

/** One line of a log. */
export interface LogRecord {
  readonly plugin: string;
  readonly level: LogLevel;
  readonly message: string;
  /** ms since 1970. */
  readonly at: number;
}

/** Records that are kept of each plugin. */
const KEPT = 200;

export class Log implements PluginLog {
  readonly #plugin: string;
  readonly #now: () => number;
  readonly #tell: (record: LogRecord) => void;
  readonly #records: LogRecord[] = [];

  constructor(plugin: string, now: () => number, tell: (record: LogRecord) => void) {
    this.#plugin = plugin;
    this.#now = now;
    this.#tell = tell;
  }

  /** The last ones, the oldest first. */
  get records(): readonly LogRecord[] {
    return [...this.#records];
  }

  debug(message: string): void {
    this.#add("debug", message);
  }

  info(message: string): void {
    this.#add("info", message);
  }

  warning(message: string): void {
    this.#add("warning", message);
  }

  error(message: string): void {
    this.#add("error", message);
  }

  #add(level: LogLevel, message: string): void {
    const record: LogRecord = { plugin: this.#plugin, level, message, at: this.#now() };
    this.#records.push(record);
    if (this.#records.length > KEPT) this.#records.shift();
    this.#tell(record);
  }
}
