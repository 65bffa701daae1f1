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
  /** Rejects what handlers and commands under way have answered. */
  readonly #underWay: Set<(error: Error) => void> = new Set();
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
    const failed = (error: unknown): void => this.#failed(`event '${event}'`, error);
    return this.#register(() =>
      this.#parts.hear(event, (data) => {
        try {
          const answer = listener(data);
          return answer instanceof Promise ? answer.catch(failed) : undefined;
        } catch (error) {
          failed(error);
        }
      }),
    );
  }

  handle(hook: string, handler: (...args: Data[]) => Data | Promise<Data>, order: HookOrder = "normal"): () => void {
    if (!HOOK_ORDERS.includes(order)) {
      throw new TypeError(`hook '${hook}': its order must be one of ${HOOK_ORDERS.join(", ")}, not ${String(order)}`);
    }
    const { rank, realm } = this.#parts;
    return this.#register(() =>
      realm.hooks.add(hook, {
        order,
        rank,
        run: (args) => this.#whileAlive(() => handler(...args)),
        failed: (error) => this.#failed(`hook '${hook}'`, error),
      }),
    );
  }

  async call(hook: string, ...args: Data[]): Promise<Data> {
    return await this.#parts.realm.hooks.callFrom(this.id, hook, args);
  }

  command(name: string, run: (...args: Data[]) => Data | Promise<Data>): () => void {
    const { id, realm } = this.#parts;
    const full = `${id}.${name}`;
    return this.#register(() =>
      realm.commands.add(full, {
        plugin: id,
        run: (args) => this.#whileAlive(() => run(...args)),
        failed: (error) => this.#failed(`command '${full}'`, error),
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
    for (const reject of this.#underWay) reject(this.#hasEnded());
    this.#underWay.clear();
  }

  /** What a handler answers; rejects at the end of the plugin, after which nobody else waits for it. */
  async #whileAlive(run: () => Data | Promise<Data>): Promise<Data> {
    if (this.#isOver) throw this.#hasEnded();
    const answer = run();
    if (!(answer instanceof Promise)) return answer;
    return await new Promise<Data>((resolve, reject) => {
      this.#underWay.add(reject);
      answer.then(resolve, reject).finally(() => this.#underWay.delete(reject));
    });
  }

  /** What ends because the plugin ends has not failed. */
  #failed(during: string, error: unknown): void {
    if (!this.#isOver) this.#parts.failed(during, error);
  }

  #hasEnded(): Error {
    return new Error(`plugin '${this.id}' has ended`);
  }

  #register(add: () => () => void): () => void {
    if (this.#isOver) throw this.#hasEnded();
    const remove = add();
    const end = (): void => {
      if (this.#ends.delete(end)) remove();
    };
    this.#ends.add(end);
    return end;
  }
}
