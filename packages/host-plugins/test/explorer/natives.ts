// Native plugins of the schedule explorer: some fail to start or to end, some never do either.
import { asyncFunction, blockingFunction, nativeFunction, nativeModule, positional, t } from "@krait/core";
import {
  definePlugin,
  type NativePlugin,
  type PluginClient,
  type PluginContext,
  type PluginHost,
} from "../../src/index.ts";
import type { Ledger } from "./ledger.ts";

/** The native plugins of a schedule. `host` answers the host once it is made; `heard` is told what keepers hear. */
export function natives(
  ledger: Ledger,
  host: () => PluginHost,
  heard: (id: string, number: number) => void,
): readonly NativePlugin[] {
  const { choose } = ledger;
  const world = serving("world", ledger, host, {
    permissions: [{ name: "extra", doc: "More." }],
    modules: (client) => [worldModule(client, ledger, heard)],
  });
  const all = [world];
  for (let number = choose(3); number > 0; number--) {
    const requires: Record<string, string> = choose(2) === 0 ? { world: "*" } : {};
    const isUseless = choose(12) === 0;
    const id = `native${number}`;
    all.push(
      serving(id, ledger, host, {
        requires: number === 1 && all.length > 1 ? { native2: "*" } : requires,
        modules: (client) => {
          hold(client, ledger, `${client.id} of ${id}`);
          if (isUseless && choose(2) === 0) throw new Error("no modules today");
          return [];
        },
      }),
    );
  }
  return all;
}

/** What scripts import of `world`: `touch` is seen, `ask` waits for a Promise of the host. */
function worldModule(client: PluginClient, ledger: Ledger, heard: (id: string, number: number) => void) {
  hold(client, ledger, client.id);
  const ask = {
    parameters: [positional("fate", t.int)] as const,
    returns: t.any,
    call: (fate: number): Promise<unknown> => {
      ledger.touched(`${client.id} asks ${fate}`);
      return ledger.fate(fate);
    },
  };
  return nativeModule({
    name: "world",
    functions: {
      touch: nativeFunction({
        parameters: [positional("what", t.str)],
        returns: t.none,
        call: (what) => ledger.touched(`${client.id} ${what}`),
      }),
      heard: nativeFunction({
        parameters: [positional("number", t.int)],
        returns: t.none,
        call: (number) => {
          ledger.touched(`${client.id} hears ${number}`);
          heard(client.id, number);
        },
      }),
      ask: blockingFunction(ask),
      ask_async: asyncFunction(ask),
    },
  });
}

/** Gives a life of a script plugin subscriptions; each life has its own list. */
function hold(client: PluginClient, ledger: Ledger, name: string): void {
  const holder = `${name}, life ${lifeOf(client, ledger)}`;
  for (let count = ledger.choose(3); count > 0; count--) client.subscriptions.push(ledger.subscription(holder));
}

function lifeOf(_: PluginClient, ledger: Ledger): number {
  return ledger.log.push("a life begins");
}

/** A native plugin that holds, hears, handles and offers something, and whose start and end have drawn fates. */
function serving(id: string, ledger: Ledger, host: () => PluginHost, more: Partial<NativePlugin>): NativePlugin {
  const { choose, platform } = ledger;
  // Most start well: little else happens without them.
  const start = choose(10);
  const end = choose(8);
  let context: PluginContext | null = null;
  return definePlugin({
    id,
    version: "1.0.0",
    ...more,
    activate(given) {
      context = given;
      ledger.touched(`${id} activates`);
      for (let count = choose(4); count > 0; count--) context.subscriptions.push(ledger.subscription(id));
      serve(context, ledger);
      if (start === 9) throw new Error("it cannot start");
      if (start === 8) {
        // It may be too late with this.
        return new Promise<void>((resolve) => {
          platform.timer(choose(120), () => {
            given.subscriptions.push(ledger.subscription(id, true));
            resolve();
          });
        });
      }
      if (start < 3) return ledger.fate(start).then(() => {});
    },
    dispose() {
      ledger.touched(`${id} ends`);
      for (const each of host().plugins) {
        const isAbove = each.kind === "script" || (more.requires === undefined && each.id !== id && needs(each.id, id));
        if (isAbove && !["disabled", "waiting", "refused"].includes(each.state)) {
          ledger.problems.push(`${id} ends while ${each.id} is ${each.state}`);
        }
      }
      // What it still does at its end, and later, reaches nobody.
      platform.timer(choose(100), () => context?.emit("tick", -1));
      if (end === 7) throw new Error("it cannot end");
      if (end < 3) return ledger.fate(end).then(() => {});
    },
  });

  function needs(other: string, own: string): boolean {
    return own === "native2" && other === "native1";
  }
}

function serve(context: PluginContext, ledger: Ledger): void {
  const { choose } = ledger;
  const { id } = context;
  const answer = (what: string, fate: number): null | Promise<null> => {
    ledger.touched(`${id} ${what}`);
    if (fate === 6) throw new Error("a handler fails");
    return fate === 5 ? null : ledger.fate(fate).then(() => null);
  };
  if (choose(2) === 0) {
    const fate = choose(7);
    context.on("tick", async (n) => void (await answer(`hears ${String(n)}`, fate)));
  }
  for (const hook of ["first", "chain", "all"]) {
    if (choose(3) > 0) continue;
    const fate = choose(7);
    context.handle(hook, () => answer(`handles ${hook}`, fate));
  }
  if (choose(2) === 0) {
    const fate = choose(7);
    context.command("go", () => answer("goes", fate));
  }
}
