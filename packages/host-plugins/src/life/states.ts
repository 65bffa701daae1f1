// The states of a plugin, and what of it is told to the host.
import type { PluginError } from "../errors.ts";

/**
 * "waiting": for an event, hook or command that starts it, or for `activate`. "activating", "active", "reloading",
 * "closing": as they say. "restarting": stopped, and started again when its wait is over. "disabled": stopped for good, by the
 * host or after too many failures. "refused": it could not be loaded.
 */
export type PluginState =
  | "waiting"
  | "activating"
  | "active"
  | "reloading"
  | "closing"
  | "restarting"
  | "disabled"
  | "refused";

/** A plugin as the host shows it. */
export interface PluginInfo {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly kind: "native" | "script";
  readonly state: PluginState;
  /** Why it is not active, or was stopped last; null while nothing was wrong. */
  readonly error: PluginError | null;
}
