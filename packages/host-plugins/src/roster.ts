// The roster: the plugins that a host knows, by id, how they depend on each other, and those that it had to refuse.
import type { NativePlugin } from "./definition.ts";
import { PluginError } from "./errors.ts";
import { dependents, type GraphNode, loadOrder } from "./graph/load-order.ts";
import { checkScripts } from "./check/check-scripts.ts";
import { isHostClosed } from "./life/closing.ts";
import { activationError, type Loaded, loaded } from "./life/loaded.ts";
import { NativeLife } from "./life/native-life.ts";
import type { Realm } from "./life/realm.ts";
import { ScriptPlugin } from "./life/script-plugin.ts";
import type { PluginInfo } from "./life/states.ts";
import { nearest } from "./messages/nearest.ts";
import { askBundle } from "./source/ask-source.ts";
import type { PluginBundle, PluginSource } from "./source/plugin-source.ts";

interface Read {
  /** Its name in the source. */
  readonly name: string;
  readonly loaded: Loaded;
}

export class Roster {
  readonly natives: Map<string, NativeLife> = new Map();
  /** In the order of loading. */
  readonly scripts: Map<string, ScriptPlugin> = new Map();
  /** Why others could not be loaded, by their name in the source. */
  readonly refused: Map<string, PluginError> = new Map();
  readonly #realm: Realm;
  readonly #source: PluginSource;
  readonly #hostVersion: string;
  /** Something has come for a script that waits. */
  readonly #wanted: (id: string) => void;
  #nextRank = 0;

  constructor(realm: Realm, source: PluginSource, hostVersion: string, wanted: (id: string) => void) {
    this.#realm = realm;
    this.#source = source;
    this.#hostVersion = hostVersion;
    this.#wanted = wanted;
  }

  /** Native ones first, then scripts in the order of loading, then what was refused. */
  get infos(): readonly PluginInfo[] {
    const refused = [...this.refused].map(([name, error]): PluginInfo => {
      return { id: error.plugin ?? name, name, version: "", kind: "script", state: "refused", error };
    });
    return [...[...this.natives.values(), ...this.scripts.values()].map(({ info }) => info), ...refused];
  }

  /** Throws PluginError: "unknown-plugin", or why it was refused. */
  any(id: string): NativeLife | ScriptPlugin {
    return this.natives.get(id) ?? this.script(id);
  }

  /** The same for script plugins alone. */
  script(id: string): ScriptPlugin {
    const script = this.scripts.get(id);
    if (script !== undefined) return script;
    const refusal = [...this.refused.values()].find(({ plugin }) => plugin === id);
    if (refusal !== undefined) throw refusal;
    const known = [...this.natives.keys(), ...this.scripts.keys()];
    throw new PluginError("unknown-plugin", `there is no script plugin '${id}'${nearest(id, known)}`);
  }

  /** Throws PluginError for natives of one id, of one hook, or that require what is not there. */
  addNatives(natives: readonly NativePlugin[]): void {
    const nodes = new Map<string, GraphNode>();
    for (const { id, version, requires = {} } of natives) {
      if (nodes.has(id)) throw new PluginError("duplicate-id", `there are two native plugins '${id}'`, { plugin: id });
      nodes.set(id, { id, version, dependencies: requires });
    }
    const { order, errors } = loadOrder(nodes);
    for (const error of errors.values()) throw error;
    for (const id of order) {
      const plugin = natives.find((each) => each.id === id) as NativePlugin;
      for (const [hook, kind] of Object.entries(plugin.hooks ?? {})) this.#realm.hooks.declare(hook, kind);
      this.natives.set(id, new NativeLife(this.#realm, plugin, this.#nextRank++));
    }
  }

  /** Read what the source has under names, and take it in, in the order of dependencies; what cannot be is refused, and told. Rejects with PluginError ("host-closed"). */
  async add(names: readonly string[]): Promise<void> {
    const all = await Promise.all(names.map((name) => this.#read(name)));
    this.#realm.closing.check();
    const found = new Map<string, Read>();
    for (const each of all) {
      if (each === null) continue;
      const { bundle, manifest } = each.loaded;
      const other = found.get(manifest.id)?.loaded.bundle.place ?? this.#placeOf(manifest.id);
      if (other === null) found.set(manifest.id, each);
      else {
        const message = `there is a plugin '${manifest.id}' already, in ${other}`;
        const place = { file: bundle.place };
        this.#refuse(each.name, new PluginError("duplicate-id", message, { plugin: manifest.id, place }));
      }
    }
    const nodes = this.nodes();
    for (const [id, { loaded: each }] of found) nodes.set(id, each.manifest);
    const { order, errors } = loadOrder(nodes);
    for (const id of order) {
      const each = found.get(id);
      if (each === undefined) continue;
      this.refused.delete(each.name);
      const wanted = (): void => this.#wanted(id);
      this.scripts.set(id, new ScriptPlugin(this.#realm, each.loaded, each.name, this.#nextRank++, wanted));
    }
    for (const [id, error] of errors) {
      const each = found.get(id);
      if (each !== undefined) this.#refuse(each.name, error);
    }
  }

  /** Read a plugin anew, and check all that can be without running it. Rejects with PluginError. */
  async readAgain(script: ScriptPlugin): Promise<Loaded> {
    const next = loaded(await this.#bundle(script.sourceName), this.#realm.kinds, this.#hostVersion);
    const { id } = next.manifest;
    if (id !== script.id) {
      const message = `the id of plugin '${script.id}' has become '${id}': load it as a new plugin`;
      throw new PluginError("wrong-state", message, { plugin: script.id });
    }
    checkScripts(next);
    const nodes = this.nodes();
    nodes.set(id, next.manifest);
    const { errors } = loadOrder(nodes);
    for (const each of [id, ...dependents(id, nodes)]) {
      const error = errors.get(each);
      if (error !== undefined) throw error;
    }
    return next;
  }

  /** The ids of all plugins with those that they depend on. */
  nodes(): Map<string, GraphNode> {
    const nodes = new Map<string, GraphNode>();
    for (const { plugin } of this.natives.values()) {
      nodes.set(plugin.id, { id: plugin.id, version: plugin.version, dependencies: plugin.requires ?? {} });
    }
    for (const { manifest } of this.scripts.values()) nodes.set(manifest.id, manifest);
    return nodes;
  }

  /** The scripts that depend on a plugin, each before those it depends on itself. */
  dependents(id: string): readonly string[] {
    const nodes = this.nodes();
    const all = dependents(id, nodes);
    return loadOrder(nodes)
      .order.filter((each) => all.has(each))
      .reverse();
  }

  async #read(name: string): Promise<Read | null> {
    try {
      return { name, loaded: loaded(await this.#bundle(name), this.#realm.kinds, this.#hostVersion) };
    } catch (error) {
      if (isHostClosed(error)) throw error;
      this.#refuse(name, error);
      return null;
    }
  }

  #bundle(name: string): Promise<PluginBundle> {
    return this.#realm.closing.wait(askBundle(this.#source, name));
  }

  #refuse(name: string, error: unknown): void {
    const refusal = activationError(name, error);
    this.refused.set(name, refusal);
    this.#realm.tell.failure({
      plugin: refusal.plugin ?? name,
      during: "loading",
      error: refusal,
      traceback: null,
      outcome: "disabled",
      restartMs: null,
    });
  }

  /** Where a plugin comes from that has this id; null when there is none. */
  #placeOf(id: string): string | null {
    if (this.natives.has(id)) return "a native plugin of the host";
    return this.scripts.get(id)?.sourceName ?? null;
  }
}
