// A native plugin in a host: its states, its activation, its end.
import type { NativePlugin } from "../definition.ts";
import { errorText, PluginError } from "../errors.ts";
import { openStorage, type OpenStorage } from "../storage/open-storage.ts";
import { Context } from "./context.ts";
import { inTime, LATE } from "./deadline.ts";
import { endStorage } from "./end-storage.ts";
import { activationError } from "./loaded.ts";
import { Log } from "./log.ts";
import type { Realm } from "./realm.ts";
import { Serial } from "./serial.ts";
import type { PluginInfo, PluginState } from "./states.ts";
import { release } from "./subscriptions.ts";

export class NativeLife {
  readonly plugin: NativePlugin;
  readonly log: Log;
  readonly #realm: Realm;
  readonly #serial: Serial = new Serial();
  readonly #context: Context;
  readonly #storage: OpenStorage;
  #state: PluginState = "waiting";
  #error: PluginError | null = null;

  constructor(realm: Realm, plugin: NativePlugin, rank: number) {
    const { id, version } = plugin;
    this.plugin = plugin;
    this.#realm = realm;
    this.log = new Log(id, () => realm.platform.now(), realm.tell.log);
    this.#storage = openStorage({ id, backend: realm.storage, quota: () => Number.POSITIVE_INFINITY, version: 1 });
    const failed = (during: string, error: unknown): void => this.#report(during, error);
    this.#context = new Context({
      id,
      version,
      rank,
      realm,
      failed,
      log: this.log,
      storage: this.#storage,
      hear: (event, listener) => realm.bus.add(event, listener, (error) => failed(`event '${event}'`, error)),
    });
    realm.tell.state(id, "waiting", null);
  }

  get state(): PluginState {
    return this.#state;
  }

  get info(): PluginInfo {
    const { id, version } = this.plugin;
    return { id, name: id, version, kind: "native", state: this.#state, error: this.#error };
  }

  /** Activate it, once. Rejects with PluginError as it fails, after what it had registered was released. */
  activate(): Promise<void> {
    return this.#serial.run(async () => {
      if (this.#error !== null) throw this.#error;
      if (this.#state !== "waiting") return;
      this.#move("activating");
      const { id } = this.plugin;
      const { activationMs } = this.#realm.timeouts;
      try {
        const activation = Promise.resolve(this.plugin.activate?.(this.#context));
        if ((await inTime(this.#realm.platform, activationMs, activation)) === LATE) {
          // What it still comes to hold is released when it ends after all.
          const late = (): void => void this.#serial.run(() => this.#release());
          activation.then(late, late);
          const message = `plugin '${id}' was not active within ${activationMs} ms`;
          throw new PluginError("activation-timeout", message, { plugin: id });
        }
      } catch (error) {
        this.#error = activationError(id, error);
        this.#report("activation", this.#error, "disabled");
        await this.#end();
        throw this.#error;
      }
      this.#move("active");
    });
  }

  /** End it: `dispose`, then what it has registered and holds. Never rejects. */
  stop(): Promise<void> {
    return this.#serial.run(async () => {
      if (this.#state !== "active") return;
      this.#move("closing");
      const { disposeMs } = this.#realm.timeouts;
      try {
        const disposal = Promise.resolve(this.plugin.dispose?.());
        if ((await inTime(this.#realm.platform, disposeMs, disposal)) === LATE) {
          throw new Error(`dispose() did not end within ${disposeMs} ms`);
        }
      } catch (error) {
        this.#report("dispose", error);
      }
      await this.#end();
    });
  }

  async #end(): Promise<void> {
    const { platform, timeouts } = this.#realm;
    this.#context.end();
    await this.#release();
    await endStorage(this.#storage, platform, timeouts.disposeMs, this.log);
    this.#move("disabled");
  }

  #release(): Promise<void> {
    const { platform, timeouts } = this.#realm;
    return release(this.#context.subscriptions, platform, timeouts.subscriptionMs, (error) =>
      this.#report("releasing a subscription", error),
    );
  }

  #report(during: string, error: unknown, outcome: "reported" | "disabled" = "reported"): void {
    this.log.error(`${during}: ${errorText(error)}`);
    this.#realm.tell.failure({ plugin: this.plugin.id, during, error, traceback: null, outcome, restartMs: null });
  }

  #move(to: PluginState): void {
    const from = this.#state;
    this.#state = to;
    this.#realm.tell.state(this.plugin.id, to, from);
  }
}
