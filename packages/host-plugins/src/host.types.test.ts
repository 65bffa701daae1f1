// The types of the plugin host: what compiles, what must not, and what an editor shows. `pnpm check types` reads this file.
import { arg, asyncFunction, type Library, type NativeModule, nativeModule, t } from "@krait/core";
import { describe, expectTypeOf, it } from "vitest";
import {
  createPluginHost,
  type Data,
  definePlugin,
  type EventBus,
  type HookKind,
  memorySource,
  memoryStorage,
  type NativePlugin,
  type OpenStorage,
  type PermissionRequest,
  type PermissionUse,
  type PluginClient,
  type PluginContext,
  type PluginFailure,
  type PluginHost,
  type PluginHostOptions,
  type PluginInfo,
  type PluginState,
  type PluginStorage,
  type StartReport,
} from "./index.ts";
import { createPluginHost as createNodeHost } from "./node.ts";

interface Sale {
  item: string;
  price: number;
}

interface ShopEvents {
  "shop.sold": Sale;
  "shop.closed": undefined;
  tick: number;
}

// Functions with what must not compile are never called.
type Shop = PluginHost<ShopEvents>;

describe("createPluginHost", () => {
  it("names events with their data by its parameter, on Node too", () => {
    const options: PluginHostOptions = { source: memorySource({}) };
    expectTypeOf(createPluginHost<ShopEvents>(options)).toEqualTypeOf<Shop>();
    expectTypeOf(createNodeHost<ShopEvents>(options)).toEqualTypeOf<Shop>();
    expectTypeOf<Shop["events"]>().toEqualTypeOf<EventBus<ShopEvents>>();
    expectTypeOf(createPluginHost(options)).toEqualTypeOf<PluginHost<Record<string, Data>>>();
    expectTypeOf(createNodeHost(options)).toEqualTypeOf<PluginHost>();
  });

  it("takes options by name", () => {
    const refused = (): void => {
      // @ts-expect-error: plugins come from somewhere
      createPluginHost({});
      // @ts-expect-error: there is no option of that name
      createPluginHost({ source: memorySource({}), plugins: [] });
      // @ts-expect-error: a hook is called in one of three ways
      createPluginHost({ source: memorySource({}), hooks: { price: "last" } });
      // @ts-expect-error: the data of events has names
      createPluginHost<string>({ source: memorySource({}) });
      // @ts-expect-error: a folder is for Node's door
      createPluginHost({ directory: "plugins" });
      createNodeHost({ directory: "plugins" });
    };
    expectTypeOf(refused).returns.toBeVoid();
    expectTypeOf<PluginHostOptions["hooks"]>().toEqualTypeOf<Readonly<Record<string, HookKind>> | undefined>();
  });
});

describe("host.events", () => {
  it("tells listeners what they hear", () => {
    const typed = ({ events }: Shop): void => {
      events.on("shop.sold", (sale) => void expectTypeOf(sale).toEqualTypeOf<Sale>());
      events.on("shop.closed", (nothing) => void expectTypeOf(nothing).toEqualTypeOf<undefined>());
      events.on("tick", async (frame) => void expectTypeOf(frame).toEqualTypeOf<number>());
      expectTypeOf(events.on("tick", () => {})).toEqualTypeOf<() => void>();
      const frames: number[] = [];
      events.on("tick", (frame) => frames.push(frame));
      // @ts-expect-error: an event that is misspelt is none
      events.on("shop.sol", () => {});
      // @ts-expect-error: a listener takes what is emitted
      events.on("tick", (frame: string) => frame);
    };
    expectTypeOf(typed).parameter(0).toEqualTypeOf<Shop>();
  });

  it("emits each event with its data alone", () => {
    const typed = ({ events }: Shop): void => {
      expectTypeOf(events.emit("shop.sold", { item: "bread", price: 5 })).toBeVoid();
      events.emit("shop.closed");
      events.emit("shop.closed", undefined);
      // @ts-expect-error: whoever hears it counts on its data
      events.emit("tick");
      // @ts-expect-error: an event that is misspelt is none
      events.emit("tik", 1);
      // @ts-expect-error: a part of the data is missing
      events.emit("shop.sold", { item: "bread" });
      // @ts-expect-error: a part of the data is of another type
      events.emit("shop.sold", { item: "bread", price: "5" });
      // @ts-expect-error: there is nothing to tell with this one
      events.emit("shop.closed", 1);
    };
    expectTypeOf(typed).parameter(0).toEqualTypeOf<Shop>();
  });

  it("takes any name and any data where nothing is said", () => {
    const typed = ({ events }: PluginHost): void => {
      events.on("anything", (data) => void expectTypeOf(data).toEqualTypeOf<Data>());
      events.emit("anything");
      events.emit("anything", { list: [1, "two", null], bytes: new Uint8Array(1), big: 1n });
      // @ts-expect-error: a function is no data
      events.emit("anything", () => {});
      // @ts-expect-error: no date is
      events.emit("anything", { at: [new Date()] });
    };
    expectTypeOf(typed).parameter(0).toEqualTypeOf<PluginHost>();
  });
});

describe("the host itself", () => {
  it("tells of plugins in listeners that know what they get", () => {
    const typed = (host: Shop): void => {
      host.on("state", (plugin, to, from) => {
        expectTypeOf(plugin).toBeString();
        expectTypeOf(to).toEqualTypeOf<PluginState>();
        expectTypeOf(from).toEqualTypeOf<PluginState | null>();
      });
      host.on("failure", (failure) => void expectTypeOf(failure).toEqualTypeOf<PluginFailure>());
      host.on("log", ({ level }) => expectTypeOf(level).toEqualTypeOf<"debug" | "info" | "warning" | "error">());
      host.on("audit", ({ decision }) =>
        expectTypeOf(decision).toEqualTypeOf<"allowed" | "denied" | "granted" | "refused" | "revoked">(),
      );
      // @ts-expect-error: events of the bus are in `host.events`
      host.on("shop.sold", () => {});
    };
    expectTypeOf(typed).parameter(0).toEqualTypeOf<Shop>();
    expectTypeOf<Shop["start"]>().returns.resolves.toEqualTypeOf<StartReport>();
    expectTypeOf<Shop["plugins"]>().toEqualTypeOf<readonly PluginInfo[]>();
  });

  it("asks plugins with data, for data", () => {
    expectTypeOf<Shop["hooks"]["call"]>().toEqualTypeOf<(hook: string, ...args: Data[]) => Promise<Data>>();
    expectTypeOf<Shop["commands"]["run"]>().toEqualTypeOf<(name: string, ...args: Data[]) => Promise<Data>>();
    const refused = ({ commands, hooks }: Shop): void => {
      // @ts-expect-error: a map is no data
      void hooks.call("price", new Map());
      // @ts-expect-error: nor is a symbol
      void commands.run("shop.sell", Symbol("x"));
    };
    expectTypeOf(refused).returns.toBeVoid();
  });

  it("grants what permissions take", () => {
    const granting = (host: Shop): void => {
      host.grant("shop", "console");
      host.grant("shop", "net", ["api.example.com"]);
      host.grant("shop", "storage", "1MB");
      // @ts-expect-error: a permission is revoked, not granted as false
      host.grant("shop", "console", false);
    };
    expectTypeOf(granting).returns.toBeVoid();
    const ask = ({ isRequired, permission }: PermissionRequest): boolean => isRequired && permission === "net";
    const policy = { ask, grants: { "*": { console: true, net: ["a"], storage: 1_000 } } } as const;
    expectTypeOf(policy).toExtend<NonNullable<PluginHostOptions["policy"]>>();
  });
});

describe("storage", () => {
  it("keeps data", () => {
    expectTypeOf<PluginStorage["get"]>().toEqualTypeOf<(key: string) => Promise<Data>>();
    expectTypeOf<PluginStorage["set"]>().toEqualTypeOf<(key: string, value: Data) => Promise<void>>();
    expectTypeOf<OpenStorage>().toExtend<PluginStorage>();
    expectTypeOf(memoryStorage([["bank", "{}"]]).texts.get("bank")).toEqualTypeOf<string | undefined>();
    const refused = (storage: PluginStorage): void => {
      // @ts-expect-error: a set is no data
      void storage.set("key", new Set([1]));
    };
    expectTypeOf(refused).returns.toBeVoid();
  });
});

describe("definePlugin", () => {
  it("knows what modules get, and what they may answer", () => {
    const doors = definePlugin({
      id: "doors",
      version: "1.0.0",
      permissions: [{ name: "doors", doc: "Open doors.", form: "patterns" }],
      hooks: { price: "first" },
      modules(client) {
        expectTypeOf(client).toEqualTypeOf<PluginClient>();
        const open = asyncFunction({
          parameters: [arg("name", t.str), arg("times", t.int, 1)],
          returns: t.bool,
          call: async (name, times) => {
            expectTypeOf(name).toBeString();
            expectTypeOf(times).toBeNumber();
            return true;
          },
        });
        const guarded = client.guarded("doors", open, (name: string) => name);
        expectTypeOf(guarded).toEqualTypeOf(open);
        return [nativeModule({ name: "doors", functions: { open: guarded } })];
      },
      activate(context) {
        expectTypeOf(context).toEqualTypeOf<PluginContext>();
        context.subscriptions.push(() => {}, { [Symbol.dispose]: () => {} });
      },
    });
    expectTypeOf(doors).toEqualTypeOf<NativePlugin>();
    expectTypeOf<ReturnType<NonNullable<NativePlugin["modules"]>>>().toEqualTypeOf<
      readonly (NativeModule | Library)[]
    >();
  });

  it("refuses what no plugin is", () => {
    const named = { id: "doors", version: "1.0.0" };
    const refused = (): void => {
      // @ts-expect-error: it has a version
      definePlugin({ id: "doors" });
      // @ts-expect-error: there is no such part
      definePlugin({ ...named, module: () => [] });
      // @ts-expect-error: modules come in an array
      definePlugin({ ...named, modules: () => nativeModule({ name: "doors" }) });
      // @ts-expect-error: a permission tells the user what it is for
      definePlugin({ ...named, permissions: [{ name: "doors" }] });
      // @ts-expect-error: there are three forms of permission
      definePlugin({ ...named, permissions: [{ name: "doors", doc: "Open doors.", form: "list" }] });
      // @ts-expect-error: a hook has a kind
      definePlugin({ ...named, hooks: { price: true } });
    };
    expectTypeOf(refused).returns.toBeVoid();
  });

  it("types what a plugin does with the host", () => {
    const using = (context: PluginContext, client: PluginClient): void => {
      context.on("tick", (data) => void expectTypeOf(data).toEqualTypeOf<Data>());
      expectTypeOf(context.call("price", 5)).resolves.toEqualTypeOf<Data>();
      expectTypeOf(context.run("bank.pay", "orc", 5)).resolves.toEqualTypeOf<Data>();
      context.command("open", (...names) => {
        expectTypeOf(names).toEqualTypeOf<Data[]>();
        return names.length;
      });
      context.handle("price", (price) => price, "post");
      client.permit("doors", "cellar");
      expectTypeOf(client.granted("doors")).toEqualTypeOf<true | readonly string[] | number | null>();
      expectTypeOf(client.watchGrant("doors", () => {})).toEqualTypeOf<() => void>();
      expectTypeOf<Parameters<PluginClient["permit"]>[1]>().toEqualTypeOf<PermissionUse | undefined>();
      // @ts-expect-error: a handler stands before, among or after the others
      context.handle("price", () => null, "last");
      // @ts-expect-error: a command answers data
      context.command("open", () => Symbol("x"));
      // @ts-expect-error: what is guarded is a function of a module
      client.guarded("doors", () => {});
    };
    expectTypeOf(using).returns.toBeVoid();
  });
});
