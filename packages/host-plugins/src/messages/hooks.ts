// Hooks: points where the host, or a native plugin, asks the plugins.
import { PluginError } from "../errors.ts";
import { nearest } from "./nearest.ts";
import { copyData, type Data } from "./data.ts";

/**
 * How a hook is called. "first": in order, until one answers something other than None. "sequential": each gets what
 * the one before answered as its first argument, where that was not None. "parallel": all at once; the answers come in order.
 */
export type HookKind = "first" | "sequential" | "parallel";

/** Where a handler stands among those of its hook: before, among or after the others. */
export type HookOrder = "pre" | "normal" | "post";

const HOOK_KINDS: readonly HookKind[] = ["first", "sequential", "parallel"];
export const HOOK_ORDERS: readonly HookOrder[] = ["pre", "normal", "post"];

/** A handler, with the plugin that it is of. */
export interface HookHandler {
  readonly order: HookOrder;
  /** The place of its plugin in the order of loading. */
  readonly rank: number;
  readonly run: (args: readonly Data[]) => Promise<Data>;
  /** Is told what the handler threw: the hook goes on as if it had answered None. */
  readonly failed: (error: unknown) => void;
}

export class Hooks {
  readonly #kinds: Map<string, HookKind> = new Map();
  readonly #handlers: Map<string, Set<HookHandler>> = new Map();
  /** Resolves when the plugins that handle a hook, and are starting, have started. */
  readonly #ready: (hook: string, caller: string | null) => Promise<void>;

  /** @internal */
  constructor(ready: (hook: string, caller: string | null) => Promise<void>) {
    this.#ready = ready;
  }

  /** Throws PluginError ("taken-name"), TypeError. @internal */
  declare(hook: string, kind: HookKind): void {
    if (!HOOK_KINDS.includes(kind)) {
      throw new TypeError(`hook '${hook}': its kind must be one of ${HOOK_KINDS.join(", ")}, not ${String(kind)}`);
    }
    if (this.#kinds.has(hook)) throw new PluginError("taken-name", `there is a hook '${hook}' already`);
    this.#kinds.set(hook, kind);
  }

  /** Throws PluginError ("unknown-name"). @internal */
  check(hook: string): HookKind {
    const kind = this.#kinds.get(hook);
    if (kind === undefined) {
      throw new PluginError("unknown-name", `there is no hook '${hook}'${nearest(hook, this.#kinds.keys())}`);
    }
    return kind;
  }

  /** Answers what ends it. Throws PluginError ("unknown-name"). @internal */
  add(hook: string, handler: HookHandler): () => void {
    this.check(hook);
    let handlers = this.#handlers.get(hook);
    if (handlers === undefined) {
      handlers = new Set();
      this.#handlers.set(hook, handlers);
    }
    handlers.add(handler);
    return () => handlers.delete(handler);
  }

  /**
   * Call a hook with data. "first" answers the first answer other than None, or null; "sequential" the last value;
   * "parallel" the list of all answers but None. A handler that fails is passed over, and its plugin told. Rejects with
   * PluginError ("unknown-name"), TypeError for what is no data.
   */
  async call(hook: string, ...args: Data[]): Promise<Data> {
    return await this.callFrom(null, hook, args);
  }

  /** The same for a plugin, which is not waited for. @internal */
  async callFrom(caller: string | null, hook: string, args: readonly Data[]): Promise<Data> {
    const kind = this.check(hook);
    const given = args.map((each, index) => copyData(each, `hook '${hook}', argument ${index + 1}`));
    await this.#ready(hook, caller);
    const handlers = [...(this.#handlers.get(hook) ?? [])].sort((one, other) => one.rank - other.rank);
    const ordered = HOOK_ORDERS.flatMap((order) => handlers.filter((handler) => handler.order === order));
    if (kind === "parallel") {
      const answers = await Promise.all(ordered.map((handler) => ask(hook, handler, given)));
      return answers.filter((answer) => answer !== null);
    }
    const [first = null, ...others] = given;
    let value: Data = first;
    for (const handler of ordered) {
      // Its plugin may have ended while others were asked.
      if (!this.#handlers.get(hook)?.has(handler)) continue;
      const answer = await ask(hook, handler, [value, ...others].slice(0, Math.max(1, given.length)));
      if (answer === null) continue;
      if (kind === "first") return answer;
      value = answer;
    }
    return kind === "first" ? null : value;
  }
}

/** What a handler answers; null for None, and where it fails. */
async function ask(hook: string, handler: HookHandler, args: readonly Data[]): Promise<Data> {
  try {
    return copyData(await handler.run(args), `answer to the hook '${hook}'`) ?? null;
  } catch (error) {
    handler.failed(error);
    return null;
  }
}
