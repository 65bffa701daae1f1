// The options of a plugin host, and their refusal by name.
import type { Library, NativeModule, Platform, Scheduler, VMLimits } from "@krait/core";
import { checkKeys, type Kind } from "@krait/core/extend";
import { valid } from "semver";
import type { NativePlugin } from "./definition.ts";
import type { HookKind } from "./messages/hooks.ts";
import type { MailboxLimits } from "./messages/mailbox.ts";
import type { PluginTimeouts } from "./life/realm.ts";
import { checkPolicy, type PluginPolicy } from "./permissions/policy.ts";
import { checkSource, type PluginSource } from "./source/plugin-source.ts";
import type { StorageBackend } from "./storage/storage-backend.ts";

/** What a plugin host is made with. */
export interface PluginHostOptions {
  /** Where script plugins come from; on Node, `directory` of `@krait/host-plugins/node` names a folder instead. */
  readonly source: PluginSource;
  /** The native plugins; default: none. */
  readonly modules?: readonly NativePlugin[];
  /** Python libraries for all script plugins, as `asyncio`, which is the default. */
  readonly libraries?: readonly (Library | NativeModule)[];
  /** What is granted, and what becomes of plugins that fail. Default: nothing is. */
  readonly policy?: PluginPolicy;
  /** Shares the thread with other VMs; default: a scheduler of its own. */
  readonly scheduler?: Scheduler;
  /** Clocks, timers and randomness; default: those of the runtime. */
  readonly platform?: Platform;
  /** What each plugin may use at most, over the defaults of a plugin. Manifests can ask for less. */
  readonly limits?: VMLimits;
  /** How long plugins are waited for. */
  readonly timeouts?: PluginTimeouts;
  /** Of the API for plugins, which the `api` of a manifest asks for: semver; default "1.0.0". */
  readonly hostVersion?: string;
  /** The hooks that the host calls, by name; default: none. */
  readonly hooks?: Readonly<Record<string, HookKind>>;
  /** Keeps what plugins store; default: memory, which ends with the host. */
  readonly storage?: StorageBackend;
  /** How many events a plugin may have under way, and waiting; default 64 and 1,000. */
  readonly mailbox?: Partial<MailboxLimits>;
  /** Seeds what plugins take from chance; default: random. */
  readonly seed?: number;
}

/**
 * What a plugin may use where the host says nothing else. Tasks may live as long as the plugin: what counts is how long they
 * run without waiting.
 */
export const DEFAULT_PLUGIN_LIMITS: Readonly<VMLimits> = Object.freeze({
  wallTimeMs: Number.POSITIVE_INFINITY,
  activeTimeMs: Number.POSITIVE_INFINITY,
  burstTimeMs: 500,
  memoryBytes: 32 * 2 ** 20,
  outputBytes: 1_000_000,
  stringLength: 10_000_000,
  tasks: 1_000,
  timers: 1_000,
  pendingHostCalls: 1_000,
});

export const DEFAULT_MAILBOX: Readonly<MailboxLimits> = { underWay: 64, waiting: 1_000 };

const KINDS: Readonly<Record<keyof PluginHostOptions, Kind>> = {
  source: "object",
  modules: "object",
  libraries: "object",
  policy: "object",
  scheduler: "object",
  platform: "object",
  limits: "object",
  timeouts: "object",
  hostVersion: "string",
  hooks: "object",
  storage: "object",
  mailbox: "object",
  seed: "number",
};

const OWNER = "createPluginHost";

/** Throws TypeError, naming the option, for what is unknown, of the wrong type or missing. */
export function checkHostOptions(options: PluginHostOptions): void {
  checkKeys(OWNER, options, KINDS);
  const { source, modules = [], libraries = [], timeouts = {}, mailbox = {}, hostVersion = "1.0.0" } = options;
  checkSource(OWNER, "option 'source'", source);
  for (const [key, list] of Object.entries({ modules, libraries })) {
    if (!Array.isArray(list)) throw new TypeError(`${OWNER}: option '${key}' must be an array`);
  }
  const numbers = { activationMs: "number", callMs: "number", disposeMs: "number", subscriptionMs: "number" } as const;
  checkKeys(`${OWNER}: timeouts`, timeouts, numbers, "key");
  checkKeys(`${OWNER}: mailbox`, mailbox, { underWay: "number", waiting: "number" }, "key");
  for (const [key, value] of Object.entries({ ...timeouts, ...mailbox })) {
    if (!((value as number) > 0)) throw new TypeError(`${OWNER}: '${key}' must be above 0, not ${String(value)}`);
  }
  if (valid(hostVersion) === null) throw new TypeError(`${OWNER}: hostVersion must be a version, not '${hostVersion}'`);
  checkPolicy(options.policy ?? {});
}
