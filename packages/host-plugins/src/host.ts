// The plugin host: finds plugins, starts them in order, brings them together, and ends them.
import { asyncio } from "@krait/asyncio";
import { defaultPlatform, Scheduler } from "@krait/core";
import { EventEmitter } from "eventemitter3";
import type { NativePlugin } from "./definition.ts";
import { PluginError } from "./errors.ts";
import { figuresTable } from "./figures-table.ts";
import { dependents, type GraphNode, loadOrder } from "./graph/load-order.ts";
import { HOST_EVENTS, type PluginHostEvents } from "./host-events.ts";
import { checkHostOptions, DEFAULT_MAILBOX, DEFAULT_PLUGIN_LIMITS, type PluginHostOptions } from "./host-options.ts";
import { checkScripts } from "./life/check-scripts.ts";
import { activationError, type Loaded, loaded } from "./life/loaded.ts";
import type { LogRecord } from "./life/log.ts";
import { NativeLife } from "./life/native-life.ts";
import { DEFAULT_TIMEOUTS, type Realm } from "./life/realm.ts";
import { ScriptPlugin } from "./life/script-plugin.ts";
import { Serial } from "./life/serial.ts";
import type { PluginInfo } from "./life/states.ts";
import type { PluginFigures } from "./life/totals.ts";
import { Commands } from "./messages/commands.ts";
import type { Data } from "./messages/data.ts";
import { EventBus } from "./messages/event-bus.ts";
import { Hooks } from "./messages/hooks.ts";
import { nearest } from "./messages/nearest.ts";
import type { Permission } from "./permissions/permission.ts";
import { DEFAULT_RESTART } from "./permissions/policy.ts";
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
  readonly #hostVersion: string;
  readonly #realm: Realm;
  readonly #told: EventEmitter<PluginHostEvents> = new EventEmitter();
  readonly #natives: Map<string, NativeLife> = new Map();
  readonly #scripts: Map<string, ScriptPlugin> = new Map();
  /** What could not be loaded, by its name in the source. */
  readonly #refused: Map<string, PluginError> = new Map();
  readonly #serial: Serial = new Serial();
  #nextRank = 0;
  #watching: (() => Promise<void>) | null = null;
  #closing: Promise<void> | null = null;

  /** The same as `createPluginHost`. */
  constructor(options: PluginHostOptions) {
    checkHostOptions(options);
    this.#source = options.source;
    this.#hostVersion = options.hostVersion ?? "1.0.0";
    this.events = new EventBus((event, error) => this.#tell("listenerError", event, error));
    this.hooks = new Hooks((hook, caller) => this.#readyForHook(hook, caller));
    this.commands = new Commands((command, caller) => this.#readyForCommand(command, caller));
    for (const [hook, kind] of Object.entries(options.hooks ?? {})) this.hooks.declare(hook, kind);
    const natives = options.modules ?? [];
    this.#realm = this.#newRealm(options, natives, kindsOf(natives));
    this.#addNatives(natives);
  }

  /** All plugins, native ones first, then in the order of loading; those that were refused last. */
  get plugins(): readonly PluginInfo[] {
    const refused = [...this.#refused].map(
      ([name, error]): PluginInfo => ({
        id: error.plugin ?? name,
        name,
        version: "",
        kind: "script",
        state: "refused",
        error,
      }),
    );
    return [...[...this.#natives.values(), ...this.#scripts.values()].map(({ info }) => info), ...refused];
  }

  /** One of them. Throws PluginError ("unknown-plugin"). */
  plugin(id: string): PluginInfo {
    return (this.#natives.get(id) ?? this.#script(id)).info;
  }

  /** Be told of what goes on; answers what ends that. Throws TypeError when there is no event of that name. */
  on<Name extends keyof PluginHostEvents>(name: Name, listener: PluginHostEvents[Name]): () => void {
    if (!Object.hasOwn(HOST_EVENTS, name)) {
      throw new TypeError(
        `host.on: there is no event '${String(name)}'; there are ${Object.keys(HOST_EVENTS).join(", ")}`,
      );
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
      this.#check();
      const names = await this.#source.list();
      await Promise.all(names.map((name) => this.#read(name))).then((all) => this.#add(all));
      const errors = [...this.#refused.values()];
      const starting = new Map<string, Promise<void>>();
      const note = (promise: Promise<void>): Promise<void> =>
        promise.catch((error: unknown) => void errors.push(error as PluginError));
      await Promise.all(this.#startupOrder().map((id) => note(this.#activateOnce(id, starting))));
      const scripts = [...this.#scripts.values()];
      const inState = (state: string): string[] => scripts.filter((each) => each.state === state).map(({ id }) => id);
      return { active: inState("active"), waiting: inState("waiting"), errors };
    });
  }

  /** Start a plugin, those it depends on first. Rejects with PluginError. */
  async activate(id: string): Promise<void> {
    this.#check();
    this.plugin(id);
    await this.#activateOnce(id, new Map());
  }

  /** Stop a plugin for good, those that depend on it first; `activate` starts it again. Rejects with PluginError ("unknown-plugin"). */
  async stop(id: string): Promise<void> {
    const script = this.#script(id);
    for (const each of this.#dependents(id)) await this.#scripts.get(each)?.stop();
    await script.stop();
  }

  /**
   * Read a plugin anew and replace the version that runs: what its `on_dispose` answers is `plugin.state` of the new one. It
   * is checked and compiled first, and a version that cannot start is undone. Rejects with PluginError then.
   */
  async reload(id: string): Promise<void> {
    this.#check();
    if (this.#natives.has(id)) {
      throw new PluginError("wrong-state", `plugin '${id}' is native, and cannot be reloaded`, { plugin: id });
    }
    const script = this.#script(id);
    await script.reload(() => this.#readAgain(script));
  }

  /**
   * Reload plugins when their files change, and load new ones; failures are told as events. Answers what ends that. Throws
   * PluginError ("wrong-state") for a source that cannot be watched, or is already.
   */
  watch(): () => Promise<void> {
    this.#check();
    if (this.#source.watch === undefined)
      throw new PluginError("wrong-state", "the source of plugins cannot be watched");
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
    this.#script(id).grants.grant(permission, parameter);
  }

  /** Take a permission away: the plugin's next use of it is refused. Whether it had it. Throws PluginError ("unknown-plugin"). */
  revoke(id: string, permission: string): boolean {
    return this.#script(id).grants.revoke(permission);
  }

  /** What a script plugin is granted now. Throws PluginError ("unknown-plugin"). */
  grants(id: string): Readonly<Record<string, true | readonly string[] | number>> {
    return this.#script(id).grants.all;
  }

  /** The last lines of a plugin's log. Throws PluginError ("unknown-plugin"). */
  logs(id: string): readonly LogRecord[] {
    return (this.#natives.get(id) ?? this.#script(id)).log.records;
  }

  /** What each script plugin has used, over all its lives. */
  figures(): readonly PluginFigures[] {
    return [...this.#scripts.values()].map(({ figures }) => figures);
  }

  /** The same as a table of text. */
  table(): string {
    return figuresTable(this.figures());
  }

  /** Stop all plugins, each before those it depends on, and refuse everything from now on. Never rejects; a second call gives the same Promise. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** `await using host = createPluginHost(...)` closes it at the end of the block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #close(): Promise<void> {
    await this.#watching?.().catch(() => {});
    // Each waits for those that depend on it alone: one that takes its time holds up no other.
    const nodes = this.#nodes();
    const stopping = new Map<string, Promise<void>>();
    const stop = (id: string): Promise<void> => {
      let promise = stopping.get(id);
      if (promise === undefined) {
        promise = Promise.all([...dependents(id, nodes)].map(stop)).then(() =>
          (this.#scripts.get(id) ?? this.#natives.get(id))?.stop(),
        );
        stopping.set(id, promise);
      }
      return promise;
    };
    await Promise.all([...this.#scripts.keys()].map(stop));
    // Native plugins serve all scripts, so they end after them, the last one first.
    for (const id of [...this.#natives.keys()].reverse()) await stop(id);
    this.events.clear();
    this.#told.removeAllListeners();
  }

  #newRealm(
    options: PluginHostOptions,
    natives: readonly NativePlugin[],
    kinds: ReadonlyMap<string, Permission>,
  ): Realm {
    const platform = options.platform ?? defaultPlatform();
    const policy = options.policy ?? {};
    return {
      platform,
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
      seed: options.seed ?? new DataView(platform.randomBytes(4).buffer).getUint32(0) | 0,
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

  /** Throws PluginError for natives of one id, of one hook, or that require what is not there. */
  #addNatives(natives: readonly NativePlugin[]): void {
    const nodes = new Map<string, GraphNode>();
    for (const { id, version, requires = {} } of natives) {
      if (nodes.has(id)) throw new PluginError("duplicate-id", `there are two native plugins '${id}'`, { plugin: id });
      nodes.set(id, { id, version, dependencies: requires });
    }
    const { order, errors } = loadOrder(nodes);
    for (const error of errors.values()) throw error;
    for (const id of order) {
      const plugin = natives.find((each) => each.id === id) as NativePlugin;
      for (const [hook, kind] of Object.entries(plugin.hooks ?? {})) this.hooks.declare(hook, kind);
      this.#natives.set(id, new NativeLife(this.#realm, plugin, this.#nextRank++));
    }
  }

  async #read(name: string): Promise<{ readonly name: string; readonly loaded: Loaded } | null> {
    try {
      return { name, loaded: loaded(await this.#source.load(name), this.#realm.kinds, this.#hostVersion) };
    } catch (error) {
      this.#refuse(name, error);
      return null;
    }
  }

  /** Take in what was read, in the order of its dependencies. */
  #add(all: readonly ({ readonly name: string; readonly loaded: Loaded } | null)[]): void {
    const found = new Map<string, { readonly name: string; readonly loaded: Loaded }>();
    for (const each of all) {
      if (each === null) continue;
      const { id } = each.loaded.manifest;
      const other = found.get(id)?.loaded.bundle.place ?? this.#placeOf(id);
      if (other === null) found.set(id, each);
      else {
        const message = `there is a plugin '${id}' already, in ${other}`;
        const place = { file: each.loaded.bundle.place };
        this.#refuse(each.name, new PluginError("duplicate-id", message, { plugin: id, place }));
      }
    }
    const nodes = this.#nodes();
    for (const [id, { loaded: each }] of found) nodes.set(id, each.manifest);
    const { order, errors } = loadOrder(nodes);
    for (const id of order) {
      const each = found.get(id);
      if (each === undefined) continue;
      this.#refused.delete(each.name);
      const script = new ScriptPlugin(this.#realm, each.loaded, each.name, this.#nextRank++, () => this.#wanted(id));
      this.#scripts.set(id, script);
    }
    for (const [id, error] of errors) {
      const each = found.get(id);
      if (each !== undefined) this.#refuse(each.name, error);
    }
  }

  #refuse(name: string, error: unknown): void {
    const refusal = activationError(name, error);
    this.#refused.set(name, refusal);
    const plugin = refusal.plugin ?? name;
    this.#tell("failure", {
      plugin,
      during: "loading",
      error: refusal,
      traceback: null,
      outcome: "disabled",
      restartMs: null,
    });
  }

  /** Where a plugin comes from that has this id; null when there is none. */
  #placeOf(id: string): string | null {
    if (this.#natives.has(id)) return "a native plugin of the host";
    return this.#scripts.get(id)?.sourceName ?? null;
  }

  async #readAgain(script: ScriptPlugin): Promise<Loaded> {
    const bundle = await this.#source.load(script.sourceName);
    const next = loaded(bundle, this.#realm.kinds, this.#hostVersion);
    const { id } = next.manifest;
    if (id !== script.id) {
      throw new PluginError(
        "wrong-state",
        `the id of plugin '${script.id}' has become '${id}': load it as a new plugin`,
        {
          plugin: script.id,
        },
      );
    }
    checkScripts(next);
    const nodes = this.#nodes();
    nodes.set(id, next.manifest);
    const { errors } = loadOrder(nodes);
    const error =
      errors.get(id) ?? [...dependents(id, nodes)].map((each) => errors.get(each)).find((each) => each !== undefined);
    if (error !== undefined) throw error;
    return next;
  }

  async #changed(name: string): Promise<void> {
    const script = [...this.#scripts.values()].find(({ sourceName }) => sourceName === name);
    if (script !== undefined) {
      await this.reload(script.id).catch((error: unknown) => {
        // What came of starting it was told; what kept it from being tried was not.
        if (script.info.error === error || this.#closing !== null) return;
        const refusal = activationError(script.id, error);
        script.log.error(`reload: ${refusal.message}`);
        const { traceback } = refusal;
        this.#tell("failure", {
          plugin: script.id,
          during: "reload",
          error: refusal,
          traceback,
          outcome: "reported",
          restartMs: null,
        });
      });
      return;
    }
    await this.#serial.run(async () => {
      if (this.#closing !== null) return;
      this.#add([await this.#read(name)]);
      const added = [...this.#scripts.values()].find(({ sourceName }) => sourceName === name);
      if (added?.manifest.activation.includes("startup")) await this.#activateOnce(added.id, new Map()).catch(() => {});
    });
  }

  /** The plugins that start at once, in the order of loading. */
  #startupOrder(): string[] {
    const scripts = [...this.#scripts.values()].filter(
      ({ manifest, state }) => state === "waiting" && manifest.activation.includes("startup"),
    );
    return [...this.#natives.keys(), ...scripts.map(({ id }) => id)];
  }

  /** Activate a plugin after those it depends on. */
  #activateOnce(id: string, under: Map<string, Promise<void>>): Promise<void> {
    let promise = under.get(id);
    if (promise === undefined) {
      promise = this.#activateAfter(id, under);
      under.set(id, promise);
      // Who depends on it tells.
      promise.catch(() => {});
    }
    return promise;
  }

  async #activateAfter(id: string, under: Map<string, Promise<void>>): Promise<void> {
    const native = this.#natives.get(id);
    const script = this.#scripts.get(id);
    if (script?.state === "active" || native?.state === "active") return;
    const needed = Object.keys(native?.plugin.requires ?? script?.manifest.dependencies ?? {});
    for (const each of needed) {
      try {
        await this.#activateOnce(each, under);
      } catch (cause) {
        const told = cause instanceof Error ? cause.message : String(cause);
        const message = `plugin '${id}' depends on '${each}', which failed: ${told}`;
        const error = new PluginError("dependency-failed", message, { plugin: id, cause });
        this.#tell("failure", {
          plugin: id,
          during: "activation",
          error,
          traceback: null,
          outcome: "reported",
          restartMs: null,
        });
        throw error;
      }
    }
    if (this.#closing !== null) throw closedError();
    await (native ?? script)?.activate();
  }

  /** A plugin is wanted that waits: what it fails at was told. */
  #wanted(id: string): void {
    if (this.#closing === null) void this.#activateOnce(id, new Map()).catch(() => {});
  }

  async #readyForHook(hook: string, caller: string | null): Promise<void> {
    const pending: Promise<unknown>[] = [];
    for (const script of this.#scripts.values()) {
      const { activation, contributes } = script.manifest;
      if (script.id === caller || !contributes.hooks.includes(hook)) continue;
      if (script.state === "waiting" && activation.includes(`hook:${hook}`)) {
        pending.push(this.activate(script.id).catch(() => {}));
      } else if (script.state === "activating" || script.state === "reloading") pending.push(script.settled());
    }
    if (pending.length > 0) await Promise.all(pending);
  }

  async #readyForCommand(command: string, caller: string | null): Promise<void> {
    const [id, name] = splitAt(command, command.indexOf("."));
    const script = this.#scripts.get(id);
    if (script === undefined || id === caller || !Object.hasOwn(script.manifest.contributes.commands, name)) return;
    if (script.state === "waiting") await this.activate(id);
    else await script.settled();
  }

  #nodes(): Map<string, GraphNode> {
    const nodes = new Map<string, GraphNode>();
    for (const { plugin } of this.#natives.values()) {
      nodes.set(plugin.id, { id: plugin.id, version: plugin.version, dependencies: plugin.requires ?? {} });
    }
    for (const { manifest } of this.#scripts.values()) nodes.set(manifest.id, manifest);
    return nodes;
  }

  /** The scripts that depend on a plugin, each before those it depends on itself. */
  #dependents(id: string): readonly string[] {
    const nodes = this.#nodes();
    const all = dependents(id, nodes);
    return loadOrder(nodes)
      .order.filter((each) => all.has(each))
      .reverse();
  }

  #script(id: string): ScriptPlugin {
    const script = this.#scripts.get(id);
    if (script !== undefined) return script;
    const refusal = [...this.#refused.values()].find(({ plugin }) => plugin === id);
    if (refusal !== undefined) throw refusal;
    const known = [...this.#natives.keys(), ...this.#scripts.keys()];
    throw new PluginError("unknown-plugin", `there is no script plugin '${id}'${nearest(id, known)}`);
  }

  #check(): void {
    if (this.#closing !== null) throw closedError();
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

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
}

function closedError(): PluginError {
  return new PluginError("host-closed", "the plugin host is closing, or has closed");
}
