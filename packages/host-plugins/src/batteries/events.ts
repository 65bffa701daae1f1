// `import events`: what happens in other plugins and in the host, heard and told by name.
import {
  arg,
  asyncFunction,
  NativeClass,
  nativeFunction,
  type NativeFunctionSpec,
  type NativeModule,
  nativeModule,
  positional,
  type PythonCallable,
  PythonRaise,
  t,
} from "@krait/core";
import { checkKeys } from "@krait/core/extend";
import { definePlugin, type NativePlugin, type PluginClient } from "../definition.ts";
import type { Data } from "../messages/data.ts";
import { PERMISSION_FORMS } from "../permissions/permission.ts";

/** How much a plugin may listen to. */
export interface EventsOptions {
  /** How many subscriptions and waits a plugin may have at a time; default 1,000. */
  readonly maximum?: number;
}

/** What hears an event, as a script has it. */
class EventSubscription {
  isActive = false;
  /** Starts it with its handler; null once it has one. */
  begin: ((handler: PythonCallable) => void) | null = null;
  /** Ends it; null while it hears nothing. */
  off: (() => void) | null = null;

  give(handler: PythonCallable): this {
    if (this.begin === null) throw new PythonRaise("RuntimeError", "the subscription has its handler already");
    this.begin(handler);
    this.begin = null;
    return this;
  }

  cancel(): void {
    if (!this.isActive) return;
    this.isActive = false;
    this.off?.();
    this.off = null;
  }
}

/**
 * The native plugin "events": scripts with the permission `events` hear and emit the events whose names it matches. A plugin
 * may always emit names that begin with its own id and a dot.
 */
export function events(options: EventsOptions = {}): NativePlugin {
  checkKeys("events", options, { maximum: "number" });
  const { maximum = 1_000 } = options;
  const subscription = new NativeClass<EventSubscription>("Subscription", {
    payload: EventSubscription,
    doc: "A handler that hears an event.",
  })
    .method("cancel", { doc: "Hear the event no more.", returns: t.none, call: (each) => each.cancel() })
    .property("is_active", { type: t.bool, doc: "Whether it still hears.", get: (each) => each.isActive });
  subscription.method("__call__", {
    doc: "Start it with its handler, as a decorator does; the function stays as it is.",
    parameters: [positional("handler", t.callable)],
    returns: t.callable,
    call: (each, handler) => {
      each.give(handler);
      return handler;
    },
  });

  const modules = (client: PluginClient): readonly NativeModule[] => {
    const ears = new Ears(client, maximum);
    const listening = (isOnce: boolean, doc: string): NativeFunctionSpec => {
      const listen = nativeFunction({
        doc: `${doc} Without a handler the Subscription is a decorator, which leaves the function as it is.`,
        parameters: [arg("name", t.str), arg("handler", t.optional(t.callable), null)],
        returns: subscription.type,
        call: (name, handler) => {
          const each = ears.subscription(name, isOnce);
          return handler === null ? each : each.give(handler);
        },
      });
      return client.guarded("events", listen, (name: string) => name);
    };
    const emit = nativeFunction({
      doc: "Tell everyone that something has happened. The data is copied.",
      parameters: [arg("name", t.str), arg("data", t.any, null)],
      returns: t.none,
      call: (name, data) => {
        if (!name.startsWith(`${client.id}.`)) client.permit("events", name);
        try {
          client.context.emit(name, data as Data);
        } catch (error) {
          throw error instanceof TypeError ? new PythonRaise("TypeError", error.message) : error;
        }
      },
    });
    const wait = asyncFunction({
      doc: "Wait for an event; answers its data.",
      parameters: [arg("name", t.str)],
      returns: t.any,
      call: (name, { signal }) => ears.wait(name, signal),
    });
    return [
      nativeModule({
        name: "events",
        doc: "What happens, by name. Permission: events, for the names that may be heard and emitted.",
        classes: [subscription],
        functions: {
          on: listening(false, "Call a handler with the data of each event of a name."),
          once: listening(true, "Call a handler with the data of the next event of a name."),
          emit,
          wait: client.guarded("events", wait, (name: string) => name),
        },
      }),
    ];
  };
  const permissions = [{ name: "events", doc: "Hear and emit events of these names.", form: "patterns" as const }];
  return definePlugin({ id: "events", version: "1.0.0", permissions, modules });
}

/** What one plugin listens to. */
class Ears {
  readonly #client: PluginClient;
  readonly #maximum: number;
  readonly #open: Set<EventSubscription> = new Set();

  constructor(client: PluginClient, maximum: number) {
    this.#client = client;
    this.#maximum = maximum;
    client.subscriptions.push(() => {
      for (const each of this.#open) each.cancel();
    });
  }

  /** A subscription that hears once it is given its handler. */
  subscription(name: string, isOnce: boolean): EventSubscription {
    const subscription = new EventSubscription();
    subscription.begin = (handler) => {
      // The host bounds how many events are under way by what is answered here.
      const heard = (data: Data): void | Promise<void> => {
        if (isOnce) subscription.cancel();
        return this.#client.invoke(`event '${name}'`, handler, data);
      };
      this.#hear(subscription, name, heard, () => {});
    };
    return subscription;
  }

  wait(name: string, signal: AbortSignal): Promise<Data> {
    return new Promise((resolve, reject) => {
      const subscription = new EventSubscription();
      const heard = (data: Data): void => {
        subscription.cancel();
        resolve(data);
      };
      const revoked = (): void => reject(new PythonRaise("PermissionError", `'${name}' may be heard no more`));
      this.#hear(subscription, name, heard, revoked);
      signal.addEventListener("abort", () => subscription.cancel(), { once: true });
    });
  }

  /** `revoked` is called instead when an event comes that may be heard no more. */
  #hear(
    subscription: EventSubscription,
    name: string,
    heard: (data: Data) => void | Promise<void>,
    revoked: () => void,
  ): void {
    if (this.#open.size >= this.#maximum) {
      throw new PythonRaise("RuntimeError", `a plugin may have ${this.#maximum} subscriptions at a time`);
    }
    const off = this.#client.context.on(name, (data) => {
      // Not asked for with permit(): the audit is of what the script does, and it does nothing here.
      const grant = this.#client.granted("events");
      if (grant !== null && PERMISSION_FORMS.patterns.allows(grant, name)) return heard(data);
      subscription.cancel();
      revoked();
    });
    this.#open.add(subscription);
    subscription.isActive = true;
    subscription.off = () => {
      this.#open.delete(subscription);
      off();
    };
  }
}
