// The context of a plugin: what it has of the host in one of its lives, and what ends with that.
import type { PluginContext, PluginLog, Subscription } from "../definition.ts";
import type { Data } from "../messages/data.ts";
import type { Listener } from "../messages/event-bus.ts";
import { HOOK_ORDERS, type HookOrder } from "../messages/hooks.ts";
import type { PluginStorage } from "../storage/plugin-storage.ts";
import type { Realm } from "./realm.ts";

export interface ContextParts {
  readonly id: string;
  readonly version: string;
  /** Its place in the order of loading: handlers of a hook stand in it. */
  readonly rank: number;
  readonly log: PluginLog;
  readonly storage: PluginStorage;
  readonly realm: Realm;
  /** Hear an event; answers what ends that. */
  readonly hear: (event: string, listener: Listener) => () => void;
  /** Something that the plugin was called for has failed. */
  readonly failed: (during: string, error: unknown) => void;
}

/** What a plugin has registered and holds in one life. */
export class Context implements PluginContext {
  readonly id: string;
  readonly version: string;
  readonly subscriptions: Subscription[] = [];
  readonly log: PluginLog;
  readonly storage: PluginStorage;
  readonly #parts: ContextParts;
  /** What ends the registrations that there are. */
  readonly #ends: Set<() => void> = new Set();
  #isOver = false;

  constructor(parts: ContextParts) {
    this.id = parts.id;
    this.version = parts.version;
    this.log = parts.log;
    this.storage = parts.storage;
    this.#parts = parts;
  }

  emit(event: string, data?: Data): void {
    if (!this.#isOver) this.#parts.realm.bus.emit(event, data);
  }

  on(event: string, listener: Listener): () => void {
    const { failed, hear } = this.#parts;
    return this.#register(() =>
      hear(event, (data) => {
        try {
          return listener(data)?.catch((error: unknown) => failed(`event '${event}'`, error));
        } catch (error) {
          failed(`event '${event}'`, error);
        }
      }),
    );
  }

  handle(hook: string, handler: (...args: Data[]) => Data | Promise<Data>, order: HookOrder = "normal"): () => void {
    if (!HOOK_ORDERS.includes(order)) {
      throw new TypeError(`hook '${hook}': its order must be one of ${HOOK_ORDERS.join(", ")}, not ${String(order)}`);
    }
    const { failed, rank, realm } = this.#parts;
    return this.#register(() =>
      realm.hooks.add(hook, {
        order,
        rank,
        run: async (args) => await handler(...args),
        failed: (error) => failed(`hook '${hook}'`, error),
      }),
    );
  }

  async call(hook: string, ...args: Data[]): Promise<Data> {
    return await this.#parts.realm.hooks.callFrom(this.id, hook, args);
  }

  command(name: string, run: (...args: Data[]) => Data | Promise<Data>): () => void {
    const { failed, id, realm } = this.#parts;
    const full = `${id}.${name}`;
    return this.#register(() =>
      realm.commands.add(full, {
        plugin: id,
        run: async (args) => await run(...args),
        failed: (error) => failed(`command '${full}'`, error),
      }),
    );
  }

  async run(command: string, ...args: Data[]): Promise<Data> {
    return await this.#parts.realm.commands.runFrom(this.id, command, args);
  }

  /** End all registrations; nothing is registered, and nothing emitted, any more. */
  end(): void {
    this.#isOver = true;
    for (const end of this.#ends) end();
    this.#ends.clear();
  }

  #register(add: () => () => void): () => void {
    if (this.#isOver) throw new Error(`plugin '${this.id}' has ended`);
    const remove = add();
    const end = (): void => {
      if (this.#ends.delete(end)) remove();
    };
    this.#ends.add(end);
    return end;
  }
}
