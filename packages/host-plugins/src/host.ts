// The plugin host: finds plugins, starts them in order, brings them together, and ends them.
import { asyncio } from "@krait/asyncio";
import { defaultPlatform, type Platform, Scheduler } from "@krait/core";
import { EventEmitter } from "eventemitter3";
import { Activation } from "./activation.ts";
import type { NativePlugin } from "./definition.ts";
import { PluginError } from "./errors.ts";
import { figuresTable } from "./figures-table.ts";
import { dependents } from "./graph/load-order.ts";
import { HOST_EVENTS, type PluginHostEvents } from "./host-events.ts";
import { checkHostOptions, DEFAULT_MAILBOX, DEFAULT_PLUGIN_LIMITS, type PluginHostOptions } from "./host-options.ts";
import { Closing } from "./life/closing.ts";
import type { LogRecord } from "./life/log.ts";
import { DEFAULT_TIMEOUTS, type Realm } from "./life/realm.ts";
import type { ScriptPlugin } from "./life/script-plugin.ts";
import { Serial } from "./life/serial.ts";
import type { PluginInfo, PluginState } from "./life/states.ts";
import type { PluginFigures } from "./life/totals.ts";
import type { PermissionSet } from "./manifest/manifest.ts";
import { Commands } from "./messages/commands.ts";
import type { Data } from "./messages/data.ts";
import { EventBus } from "./messages/event-bus.ts";
import { Hooks } from "./messages/hooks.ts";
import type { Permission } from "./permissions/permission.ts";
import { checkGrants, DEFAULT_RESTART } from "./permissions/policy.ts";
import { Roster } from "./roster.ts";
import { askList } from "./source/ask-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import { memoryStorage } from "./storage/storage-backend.ts";

/** What `host.start()` came to. */
export interface StartReport {
  /** Ids of the plugins that are active, in the order of loading. */
  readonly active: readonly string[];
  /** Ids of those that wait for what starts them. */
  readonly waiting: readonly string[];
  /** Why others are not. */
  readonly errors: readonly PluginError[];
}

/** Make a plugin host; `start()` loads the plugins. Throws TypeError, PluginError for native plugins that cannot be. */
export function createPluginHost<Events extends object = Record<string, Data>>(
  options: PluginHostOptions,
): PluginHost<Events> {
  return new PluginHost<Events>(options);
}

/** Plugins, and what goes on between them and the host. `Events` names the events of the bus with their data. */
export class PluginHost<Events extends object = Record<string, Data>> {
  /** The event bus: among the host, native plugins and scripts. */
  readonly events: EventBus<Events>;
  /** Points where the host asks the plugins. */
  readonly hooks: Hooks;
  /** What plugins can be asked for by name. */
  readonly commands: Commands;
  readonly #source: PluginSource;
  readonly #roster: Roster;
  readonly #activation: Activation;
  readonly #told: EventEmitter<PluginHostEvents> = new EventEmitter();
  readonly #serial: Serial = new Serial();
  readonly #closing: Closing = new Closing();
  readonly #realm: Realm;
  #watching: (() => Promise<void>) | null = null;
  #closed: Promise<void> | null = null;

  /** The same as `createPluginHost`. */
  constructor(options: PluginHostOptions) {
    checkHostOptions(options);
    this.#source = options.source;
    this.events = new EventBus((event, error) => this.#tell("listenerError", event, error));
    this.hooks = new Hooks((hook, caller) => this.#activation.readyForHook(hook, caller));
    this.commands = new Commands((command, caller) => this.#activation.readyForCommand(command, caller));
    for (const [hook, kind] of Object.entries(options.hooks ?? {})) this.hooks.declare(hook, kind);
    const { hostVersion = "1.0.0", modules = [] } = options;
    this.#realm = this.#newRealm(options, modules);
    this.#roster = new Roster(this.#realm, this.#source, hostVersion, (id) => this.#activation.want(id));
    this.#activation = new Activation(this.#realm, this.#roster);
    this.#roster.addNatives(modules);
  }

  /** All plugins, native ones first, then in the order of loading; those that were refused last. */
  get plugins(): readonly PluginInfo[] {
    return this.#roster.infos;
  }

  /** One of them. Throws PluginError ("unknown-plugin"). */
  plugin(id: string): PluginInfo {
    return this.#roster.any(id).info;
  }

  /** Be told of what goes on; answers what ends that. Throws TypeError when there is no event of that name. */
  on<Name extends keyof PluginHostEvents>(name: Name, listener: PluginHostEvents[Name]): () => void {
    if (!Object.hasOwn(HOST_EVENTS, name)) {
      const known = Object.keys(HOST_EVENTS).join(", ");
      throw new TypeError(`host.on: there is no event '${String(name)}'; there are ${known}`);
    }
    this.#told.on(name, listener as never);
    return () => this.#told.off(name, listener as never);
  }

  /**
   * Find the plugins and start those that are to start at once, each after those that it depends on; others go on beside one
   * that takes long. Plugins that cannot are in the report, and stop none of the others. Rejects with PluginError
   * ("host-closed"), and as the source does when it cannot list.
   */
  start(): Promise<StartReport> {
    return this.#serial.run(async () => {
      this.#closing.check();
      await this.#roster.add(await this.#closing.wait(askList(this.#source)));
      const { refused, scripts } = this.#roster;
      const errors = [...refused.values(), ...(await this.#activation.startAll())];
      const inState = (state: PluginState): string[] =>
        [...scripts.values()].filter((each) => each.state === state).map(({ id }) => id);
      return { active: inState("active"), waiting: inState("waiting"), errors };
    });
  }

  /** Start a plugin, those it depends on first. Rejects with PluginError. */
  async activate(id: string): Promise<void> {
    this.#closing.check();
    this.#roster.any(id);
    await this.#activation.start(id);
  }

  /** Stop a plugin for good, those that depend on it first; `activate` starts it again. Rejects with PluginError ("unknown-plugin"). */
  async stop(id: string): Promise<void> {
    const script = this.#roster.script(id);
    for (const each of this.#roster.dependents(id)) await this.#roster.scripts.get(each)?.stop();
    await script.stop();
  }

  /**
   * Read a plugin anew and replace the version that runs: what its `on_dispose` answers is `plugin.state` of the new one. It
   * is checked and compiled first, and a version that cannot start is undone. Rejects with PluginError then.
   */
  async reload(id: string): Promise<void> {
    this.#closing.check();
    if (this.#roster.natives.has(id)) {
      throw new PluginError("wrong-state", `plugin '${id}' is native, and cannot be reloaded`, { plugin: id });
    }
    const script = this.#roster.script(id);
    await script.reload(() => this.#roster.readAgain(script));
  }

  /**
   * Reload plugins whose files have changed since they were loaded, and load new ones; failures are told as events. Answers
   * what ends that. Throws PluginError ("wrong-state") for a source that cannot be watched, or is already.
   */
  watch(): () => Promise<void> {
    this.#closing.check();
    if (this.#source.watch === undefined) {
      throw new PluginError("wrong-state", "the source of plugins cannot be watched");
    }
    if (this.#watching !== null) throw new PluginError("wrong-state", "the source of plugins is watched already");
    const stop = this.#source.watch((name) => void this.#changed(name));
    this.#watching = async () => {
      this.#watching = null;
      await stop();
    };
    return this.#watching;
  }

  /** Grant a script plugin a permission now. Throws PluginError ("unknown-plugin", "unknown-permission"). */
  grant(id: string, permission: string, parameter: true | readonly string[] | number | string = true): void {
    this.#roster.script(id).grants.grant(permission, parameter);
  }

  /** Take a permission away: the plugin's next use of it is refused. Whether it had it. Throws PluginError ("unknown-plugin", "unknown-permission"). */
  revoke(id: string, permission: string): boolean {
    return this.#roster.script(id).grants.revoke(permission);
  }

  /** What a script plugin is granted now. Throws PluginError ("unknown-plugin"). */
  grants(id: string): PermissionSet {
    return this.#roster.script(id).grants.all;
  }

  /** The last lines of a plugin's log. Throws PluginError ("unknown-plugin"). */
  logs(id: string): readonly LogRecord[] {
    return this.#roster.any(id).log.records;
  }

  /** What each script plugin has used, over all its lives. */
  figures(): readonly PluginFigures[] {
    return [...this.#roster.scripts.values()].map(({ figures }) => figures);
  }

  /** The same as a table of text. */
  table(): string {
    return figuresTable(this.figures());
  }

  /**
   * Stop all plugins, each before those it depends on, and refuse everything from now on. Never rejects; a second call gives
   * the same Promise.
   */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  /** `await using host = createPluginHost(...)` closes it at the end of the block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #close(): Promise<void> {
    this.#closing.begin();
    await this.#watching?.().catch(() => {});
    const { natives, scripts } = this.#roster;
    const nodes = this.#roster.nodes();
    const stopping = new Map<string, Promise<void>>();
    // Each waits for those that depend on it alone: one that takes its time holds up no other.
    const stop = (id: string): Promise<void> => {
      let promise = stopping.get(id);
      if (promise === undefined) {
        const others = [...dependents(id, nodes)].filter((each) => each !== id).map(stop);
        promise = Promise.all(others).then(() => (scripts.get(id) ?? natives.get(id))?.stop());
        stopping.set(id, promise);
      }
      return promise;
    };
    await Promise.all([...scripts.keys()].map(stop));
    // Native plugins serve all scripts, so they end after them, the last one first.
    for (const id of [...natives.keys()].reverse()) await stop(id);
    this.events.clear();
    this.#told.removeAllListeners();
  }

  async #changed(name: string): Promise<void> {
    const { scripts } = this.#roster;
    const named = (): ScriptPlugin | undefined => [...scripts.values()].find(({ sourceName }) => sourceName === name);
    const script = named();
    if (script !== undefined) {
      await this.reload(script.id).catch((error: unknown) => {
        if (!this.#closing.hasBegun) script.notReloaded(error);
      });
      return;
    }
    await this.#serial.run(async () => {
      if (this.#closing.hasBegun) return;
      await this.#roster.add([name]);
      const added = named();
      if (added?.manifest.activation.includes("startup")) this.#activation.want(added.id);
    });
  }

  #newRealm(options: PluginHostOptions, natives: readonly NativePlugin[]): Realm {
    const platform = options.platform ?? defaultPlatform();
    const policy = options.policy ?? {};
    const kinds = kindsOf(natives);
    checkGrants(policy, kinds);
    return {
      platform,
      closing: this.#closing,
      policy,
      natives,
      kinds,
      scheduler: options.scheduler ?? new Scheduler({ platform }),
      bus: this.events as unknown as Realm["bus"],
      hooks: this.hooks,
      commands: this.commands,
      libraries: options.libraries ?? [asyncio],
      restart: { ...DEFAULT_RESTART, ...policy.restart },
      limits: { ...DEFAULT_PLUGIN_LIMITS, ...options.limits },
      timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
      mailbox: { ...DEFAULT_MAILBOX, ...options.mailbox },
      storage: options.storage ?? memoryStorage(),
      seed: options.seed ?? randomSeed(platform),
      tell: {
        state: (...args) => this.#tell("state", ...args),
        failure: (...args) => this.#tell("failure", ...args),
        log: (...args) => this.#tell("log", ...args),
        audit: (...args) => this.#tell("audit", ...args),
        reload: (...args) => this.#tell("reload", ...args),
        dropped: (...args) => this.#tell("dropped", ...args),
      },
    };
  }

  #tell<Name extends keyof PluginHostEvents>(name: Name, ...args: Parameters<PluginHostEvents[Name]>): void {
    for (const listener of this.#told.listeners(name)) {
      try {
        (listener as (...all: unknown[]) => void)(...args);
      } catch (error) {
        // The host's own error is the host's to see, as an uncaught one.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

function kindsOf(natives: readonly NativePlugin[]): ReadonlyMap<string, Permission> {
  const kinds = new Map<string, Permission>();
  for (const { id, permissions = [] } of natives) {
    for (const permission of permissions) {
      if (kinds.has(permission.name)) {
        throw new PluginError("taken-name", `two native plugins declare the permission '${permission.name}'`, {
          plugin: id,
        });
      }
      kinds.set(permission.name, permission);
    }
  }
  return kinds;
}

function randomSeed(platform: Platform): number {
  const bytes = platform.randomBytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0);
}
