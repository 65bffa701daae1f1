// Starting plugins: each after those it depends on, once, at the host's start or when something wants it.
import { PluginError } from "./errors.ts";
import type { Realm } from "./life/realm.ts";
import type { Roster } from "./roster.ts";

export class Activation {
  readonly #realm: Realm;
  readonly #roster: Roster;

  constructor(realm: Realm, roster: Roster) {
    this.#realm = realm;
    this.#roster = roster;
  }

  /** Start all that is to start at once, side by side; answers why others did not. */
  async startAll(): Promise<PluginError[]> {
    const errors: PluginError[] = [];
    const under = new Map<string, Promise<void>>();
    const { natives, scripts } = this.#roster;
    const startup = [...scripts.values()].filter(
      ({ manifest, state }) => state === "waiting" && manifest.activation.includes("startup"),
    );
    const ids = [...natives.keys(), ...startup.map(({ id }) => id)];
    await Promise.all(
      ids.map((id) => this.#once(id, under).catch((error: unknown) => void errors.push(error as PluginError))),
    );
    return errors;
  }

  /** Start one, those it depends on first. Rejects with PluginError. */
  start(id: string): Promise<void> {
    return this.#once(id, new Map());
  }

  /** The same for nobody who waits: what it fails at was told. */
  want(id: string): void {
    void this.start(id).catch(() => {});
  }

  /** Resolves when the plugins that handle a hook have started, but for the one that calls it. */
  async readyForHook(hook: string, caller: string | null): Promise<void> {
    const pending: Promise<unknown>[] = [];
    for (const script of this.#roster.scripts.values()) {
      const { activation, contributes } = script.manifest;
      if (script.id === caller || !contributes.hooks.includes(hook)) continue;
      if (script.state === "waiting" && activation.includes(`hook:${hook}`)) {
        pending.push(this.start(script.id).catch(() => {}));
      } else if (script.state === "activating" || script.state === "reloading") pending.push(script.settled());
    }
    if (pending.length > 0) await Promise.all(pending);
  }

  /** Resolves when the plugin that declares a command has started. Rejects as that fails. */
  async readyForCommand(command: string, caller: string | null): Promise<void> {
    const dot = Math.max(0, command.indexOf("."));
    const script = this.#roster.scripts.get(command.slice(0, dot));
    if (script === undefined || script.id === caller) return;
    if (!Object.hasOwn(script.manifest.contributes.commands, command.slice(dot + 1))) return;
    if (script.state === "waiting") await this.start(script.id);
    else await script.settled();
  }

  #once(id: string, under: Map<string, Promise<void>>): Promise<void> {
    let promise = under.get(id);
    if (promise === undefined) {
      promise = this.#after(id, under);
      under.set(id, promise);
      // Who depends on it tells.
      promise.catch(() => {});
    }
    return promise;
  }

  async #after(id: string, under: Map<string, Promise<void>>): Promise<void> {
    this.#realm.closing.check();
    const native = this.#roster.natives.get(id);
    const script = this.#roster.scripts.get(id);
    if (script?.state === "active" || native?.state === "active") return;
    for (const each of Object.keys(native?.plugin.requires ?? script?.manifest.dependencies ?? {})) {
      await this.#once(each, under).catch((cause: unknown) => {
        throw this.#blocked(id, each, cause);
      });
    }
    this.#realm.closing.check();
    await (native ?? script)?.activate();
  }

  #blocked(id: string, needed: string, cause: unknown): PluginError {
    const told = cause instanceof Error ? cause.message : String(cause);
    const message = `plugin '${id}' depends on '${needed}', which failed: ${told}`;
    const error = new PluginError("dependency-failed", message, { plugin: id, cause });
    const details = { traceback: null, outcome: "reported", restartMs: null } as const;
    this.#realm.tell.failure({ plugin: id, during: "activation", error, ...details });
    return error;
  }
}
