// One life of a script plugin: its VM, from the first line of its entry to the end of its closing.
import {
  asyncFunction,
  blockingFunction,
  ClosedError,
  createVM,
  LimitError,
  type Library,
  type Loader,
  type NativeFunctionSpec,
  nativeFunction,
  type NativeModule,
  type PythonCallable,
  type VM,
  type VMLimits,
  type VMStats,
  type Within,
  within,
} from "@krait/core";
import type { PluginClient, PluginLog } from "../definition.ts";
import { PluginError } from "../errors.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { copyData, type Data } from "../messages/data.ts";
import type { Mailbox } from "../messages/mailbox.ts";
import type { Grants } from "../permissions/grants.ts";
import type { PermissionUse } from "../permissions/permission.ts";
import type { PluginBundle } from "../source/plugin-source.ts";
import { type OpenStorage, openStorage } from "../storage/open-storage.ts";
import { Context } from "./context.ts";
import { afterTime, unlessAborted } from "./deadline.ts";
import { endStorage } from "./end-storage.ts";
import { LineBuffer } from "./line-buffer.ts";
import { pluginModule } from "./plugin-module.ts";
import { modulesOf } from "./native-modules.ts";
import type { Realm } from "./realm.ts";
import { seedFor } from "./seed.ts";
import { release } from "./subscriptions.ts";

export interface ScriptLifeParts {
  readonly realm: Realm;
  readonly bundle: PluginBundle;
  readonly manifest: Manifest;
  readonly rank: number;
  readonly grants: Grants;
  readonly log: PluginLog;
  readonly mailbox: Mailbox;
  /** What the version before has left. */
  readonly left: Data;
  /** A call of the plugin's has succeeded. */
  readonly succeeded: () => void;
  /** Something that it was called for has failed. */
  readonly failed: (during: string, error: unknown) => void;
  /** It could not be made, and what it held by then is being released. */
  readonly notMade: (released: Promise<void>) => void;
}

export class ScriptLife {
  readonly vm: VM;
  readonly #parts: ScriptLifeParts;
  readonly #context: Context;
  readonly #storage: OpenStorage;
  readonly #output: LineBuffer;
  readonly #errors: LineBuffer;
  /** Of each call of the host's. */
  readonly #bounds: Within;
  #isOver = false;
  #released: Promise<void> = Promise.resolve();

  /** Makes the VM. Throws what a native plugin's `modules` throws; `notMade` then tells when nothing is left of it. */
  constructor(parts: ScriptLifeParts) {
    const { bundle, grants, log, mailbox, manifest, realm } = parts;
    this.#parts = parts;
    this.#bounds = within({ wallTimeMs: realm.timeouts.callMs });
    this.#storage = openStorage({
      id: manifest.id,
      backend: realm.storage,
      quota: () => Number(grants.parameter("storage") ?? 0),
      version: manifest.storageVersion,
      migrate: (data, version) => this.#migrate(data, version),
    });
    this.#context = new Context({
      id: manifest.id,
      version: manifest.version,
      rank: parts.rank,
      log,
      storage: this.#storage,
      realm,
      hear: (event, listener) => mailbox.add(event, listener),
      failed: (during, error) => this.#failed(during, error),
    });
    this.#output = new LineBuffer((line) => log.info(line));
    this.#errors = new LineBuffer((line) => log.error(line));
    const loader = bundleLoader(bundle);
    try {
      this.vm = createVM({
        name: manifest.id,
        scheduler: realm.scheduler,
        platform: realm.platform,
        limits: capped(manifest.limits, realm.limits),
        seed: seedFor(realm.seed, manifest.id),
        modules: [...realm.libraries, ...this.#modules()],
        loader,
        path: [""],
        argv: [`${bundle.place}/${manifest.entry}`],
        stdout: (text) => this.#output.add(text),
        stderr: (text) => this.#errors.add(text),
      });
    } catch (error) {
      this.#context.end();
      const { disposeMs } = realm.timeouts;
      parts.notMade(this.#release().then(() => endStorage(this.#storage, realm.platform, disposeMs, log)));
      throw error;
    }
    this.vm.on("warning", ({ category, message }) => log.warning(`${category}: ${message}`));
    this.vm.on("internal", (error) => this.#failed("an error of the engine", error));
    this.vm.onTeardown("plugins", () => this.#release());
  }

  /** What it has used so far. */
  get stats(): VMStats {
    return this.vm.stats;
  }

  /** Run the entry, then `on_activate`. Rejects with what they raise, PluginError ("activation-timeout"). */
  async begin(): Promise<void> {
    const { bundle, manifest, realm } = this.#parts;
    const { activationMs } = realm.timeouts;
    const controller = new AbortController();
    const cancel = afterTime(realm.platform, activationMs, () => {
      const message = `plugin '${manifest.id}' was not active within ${activationMs} ms`;
      controller.abort(new PluginError("activation-timeout", message, { plugin: manifest.id }));
    });
    const { signal } = controller;
    try {
      const source = bundle.files.get(manifest.entry) as Uint8Array;
      await this.vm.run(source, { filename: `${bundle.place}/${manifest.entry}`, mode: "exec", signal });
      if (this.#parts.grants.parameter("storage") !== null) await unlessAborted(signal, this.#readStorage());
      const activate = this.#entryFunction("on_activate");
      if (activate !== null) await activate(within({ signal }));
    } finally {
      cancel();
    }
  }

  /** Call `on_dispose` and answer what it leaves; null when it has none, or fails, which is reported. Never rejects. */
  async dispose(): Promise<Data> {
    const { manifest, realm } = this.#parts;
    try {
      const dispose = this.#entryFunction("on_dispose");
      if (dispose === null) return null;
      const answer = await dispose(within({ wallTimeMs: realm.timeouts.disposeMs }));
      return copyData(answer, `what on_dispose() of '${manifest.id}' answers`) ?? null;
    } catch (error) {
      this.#parts.failed("on_dispose", error);
      return null;
    }
  }

  /** End it: registrations at once, then the VM in the order of its teardown, then what is left to store. Never rejects. */
  async end(): Promise<void> {
    const { log, realm } = this.#parts;
    this.#isOver = true;
    this.#context.end();
    const report = await this.vm.close({ deadlineMs: realm.timeouts.disposeMs });
    for (const { how, phase } of report.forced) log.warning(`closing: something was ${how} in the phase '${phase}'`);
    await this.#released;
    this.#output.flush();
    this.#errors.flush();
    await endStorage(this.#storage, realm.platform, realm.timeouts.disposeMs, log);
  }

  /** Call a function of the script, in the host's time for calls; resolves with what it answers, as data. */
  async ask(callable: PythonCallable, args: readonly Data[]): Promise<Data> {
    const answer = await callable(...args, this.#bounds);
    const data = copyData(answer, "the answer");
    this.#parts.succeeded();
    return data;
  }

  /** The same for nobody who waits for an answer, at once as far as that goes: a failure is reported. Never throws or rejects. */
  invoke(what: string, callable: PythonCallable, ...args: Data[]): void | Promise<void> {
    if (this.#isOver) return;
    try {
      const answer = callable.start(...args, this.#bounds);
      if (answer instanceof Promise) return this.#invoked(what, answer);
      this.#parts.succeeded();
    } catch (error) {
      this.#failed(what, error);
    }
  }

  async #invoked(what: string, answer: Promise<unknown>): Promise<void> {
    try {
      await answer;
      this.#parts.succeeded();
    } catch (error) {
      this.#failed(what, error);
    }
  }

  #failed(during: string, error: unknown): void {
    // What ends because the plugin ends has not failed.
    if (this.#isOver || error instanceof ClosedError) return;
    this.#parts.failed(during, error);
  }

  /** What the script can import of native plugins, and `plugin`. */
  #modules(): readonly (NativeModule | Library)[] {
    const { grants, left, manifest, realm } = this.#parts;
    const client = this.#client();
    const own = pluginModule({
      manifest,
      grants,
      left,
      context: this.#context,
      ask: (callable, args) => this.ask(callable, args),
    });
    return [own, ...realm.natives.flatMap((native) => modulesOf(native, client))];
  }

  #client(): PluginClient {
    const { grants, log, manifest, realm } = this.#parts;
    return {
      id: manifest.id,
      version: manifest.version,
      log,
      storage: this.#storage,
      subscriptions: this.#context.subscriptions,
      context: this.#context,
      seed: seedFor(realm.seed, manifest.id),
      platform: realm.platform,
      invoke: (what, callable, ...args) => this.invoke(what, callable, ...args),
      permit: (permission, use) => grants.permit(permission, use),
      granted: (permission) => grants.parameter(permission),
      watchGrant: (permission, changed) => grants.watch(permission, changed),
      guarded: (permission, spec, use) => guarded(grants, permission, spec, use as never),
    };
  }

  /** Damaged storage is reported, and the plugin begins with none; what is of a wrong version ends the activation. */
  async #readStorage(): Promise<void> {
    try {
      await this.#storage.ready();
    } catch (error) {
      if (!(error instanceof PluginError) || error.code !== "storage-corrupt") throw error;
      this.#parts.failed("reading what was stored", error);
    }
  }

  async #migrate(data: Readonly<Record<string, Data>>, version: number): Promise<Data> {
    const migrate = this.#entryFunction("migrate");
    if (migrate === null) throw new Error("the entry has no function migrate(data, version)");
    return await this.ask(migrate, [data, version]);
  }

  #entryFunction(name: string): PythonCallable | null {
    const value = this.vm.globals.get(name);
    if (value === undefined) return null;
    if (typeof value === "function") return value as PythonCallable;
    const { id } = this.#parts.manifest;
    throw new PluginError("activation-failed", `'${name}' of plugin '${id}' must be a function`, { plugin: id });
  }

  #release(): Promise<void> {
    const { realm } = this.#parts;
    this.#released = release(this.#context.subscriptions, realm.platform, realm.timeouts.subscriptionMs, (error) =>
      this.#parts.failed("releasing a subscription", error),
    );
    return this.#released;
  }
}

/** Whether it ended the plugin's whole VM, rather than what it was called for alone. */
export function isFatal(error: unknown): boolean {
  return error instanceof LimitError && error.limit !== "wallTimeMs" && error.limit !== "tasks";
}

/** A function that is called only where the plugin is granted the permission. */
function guarded<Function extends NativeFunctionSpec>(
  grants: Grants,
  permission: string,
  spec: Function,
  use: ((...args: unknown[]) => PermissionUse) | undefined,
): Function {
  const call = spec.call as unknown as (...args: unknown[]) => unknown;
  const parts = {
    parameters: spec.parameters,
    returns: spec.returns,
    doc: `${spec.doc ?? ""}\n\nPermission: ${permission}.`.trim(),
    call: (...args: unknown[]) => {
      grants.permit(permission, use?.(...args));
      return call(...args);
    },
  };
  const declare = { sync: nativeFunction, async: asyncFunction, blocking: blockingFunction }[spec.mode];
  return declare(parts as never) as Function;
}

/** Modules of the plugin's own files: `ai.paths` is `ai/paths.py`, `ai/paths/__init__.py`, or the folder with others in it. */
function bundleLoader({ files, place }: PluginBundle): Loader {
  return (name) => {
    const path = name.replaceAll(".", "/");
    const own = files.get(`${path}/__init__.py`);
    if (own !== undefined) return { source: own, filename: `${place}/${path}/__init__.py`, path };
    const source = files.get(`${path}.py`);
    if (source !== undefined) return { source, filename: `${place}/${path}.py` };
    const isFolder = [...files.keys()].some((file) => file.startsWith(`${path}/`));
    return isFolder ? { source: "", filename: null, path } : null;
  };
}

/** The plugin's limits, none above the host's. */
function capped(wanted: VMLimits, most: VMLimits): VMLimits {
  const limits: Record<string, number> = { ...most };
  for (const [key, value] of Object.entries(wanted)) limits[key] = Math.min(value, limits[key] ?? value);
  return limits;
}
