// What all plugins of a host share: passed to each, so that none reaches for more.
import type { Library, NativeModule, Platform, Scheduler, VMLimits } from "@krait/core";
import type { NativePlugin } from "../definition.ts";
import type { PluginFailure } from "../host-events.ts";
import type { Commands } from "../messages/commands.ts";
import type { Data } from "../messages/data.ts";
import type { EventBus } from "../messages/event-bus.ts";
import type { Hooks } from "../messages/hooks.ts";
import type { MailboxLimits } from "../messages/mailbox.ts";
import type { AuditRecord } from "../permissions/audit.ts";
import type { Permission } from "../permissions/permission.ts";
import type { PluginPolicy, RestartPolicy } from "../permissions/policy.ts";
import type { StorageBackend } from "../storage/storage-backend.ts";
import type { Closing } from "./closing.ts";
import type { LogRecord } from "./log.ts";
import type { PluginState } from "./states.ts";

/** How long the host waits for plugins, in ms. */
export interface PluginTimeouts {
  /** From the start of a plugin to the end of its `on_activate`; default 10,000. */
  readonly activationMs?: number;
  /** For a handler, a command or a timer's function, waits included; default 30,000. */
  readonly callMs?: number;
  /** For `on_dispose`, and for each phase of the closing of the VM; default 1,000. */
  readonly disposeMs?: number;
  /** For each subscription that is released; default 1,000. */
  readonly subscriptionMs?: number;
}

export const DEFAULT_TIMEOUTS: Readonly<Required<PluginTimeouts>> = {
  activationMs: 10_000,
  callMs: 30_000,
  disposeMs: 1_000,
  subscriptionMs: 1_000,
};

export interface Realm {
  readonly platform: Platform;
  readonly scheduler: Scheduler;
  readonly closing: Closing;
  readonly bus: EventBus<Record<string, Data>>;
  readonly hooks: Hooks;
  readonly commands: Commands;
  readonly natives: readonly NativePlugin[];
  /** What each script plugin can import beside what native plugins give it. */
  readonly libraries: readonly (Library | NativeModule)[];
  readonly kinds: ReadonlyMap<string, Permission>;
  readonly policy: PluginPolicy;
  readonly restart: Required<RestartPolicy>;
  readonly limits: VMLimits;
  readonly timeouts: Required<PluginTimeouts>;
  readonly mailbox: MailboxLimits;
  readonly storage: StorageBackend;
  readonly seed: number;
  readonly tell: {
    state(plugin: string, to: PluginState, from: PluginState | null): void;
    failure(failure: PluginFailure): void;
    log(record: LogRecord): void;
    audit(record: AuditRecord): void;
    reload(plugin: string, version: string): void;
    dropped(plugin: string, event: string): void;
  };
}
