// What a plugin host tells of itself.
import type { AuditRecord } from "./permissions/audit.ts";
import type { PluginState } from "./life/states.ts";
import type { LogRecord } from "./life/log.ts";

/** Something of a plugin has failed. */
export interface PluginFailure {
  readonly plugin: string;
  /** What it was doing: "activation", "event 'tick'", "timers.after". */
  readonly during: string;
  readonly error: unknown;
  /** The Python traceback; null when no Python ran. */
  readonly traceback: string | null;
  /** "reported": it goes on. "restarting": it was stopped, and starts again. "disabled": it was stopped for good. */
  readonly outcome: "reported" | "restarting" | "disabled";
  /** Time until it starts again, in ms; null when it does not, or goes on. */
  readonly restartMs: number | null;
}

/** What `host.on(name, listener)` calls, by name. */
export interface PluginHostEvents {
  /** A plugin has gone from one state to another; null before its first. */
  state: (plugin: string, to: PluginState, from: PluginState | null) => void;
  /** Something of a plugin has failed. */
  failure: (failure: PluginFailure) => void;
  /** A plugin has written to its log. */
  log: (record: LogRecord) => void;
  /** A decision on a permission. */
  audit: (record: AuditRecord) => void;
  /** A plugin runs in a new version, with what the old one left. */
  reload: (plugin: string, version: string) => void;
  /** An event could not be kept for a plugin that has its hands full or is reloading, or it was stopped before it had it. */
  dropped: (plugin: string, event: string) => void;
  /** A listener of the host's own, on an event of the bus, has thrown this. */
  listenerError: (event: string, error: unknown) => void;
}

export const HOST_EVENTS: Readonly<Record<keyof PluginHostEvents, true>> = {
  state: true,
  failure: true,
  log: true,
  audit: true,
  reload: true,
  dropped: true,
  listenerError: true,
};
