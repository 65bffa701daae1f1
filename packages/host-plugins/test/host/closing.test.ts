// Closing a host at a bad moment: nobody who never answers holds it up, and nothing of a plugin goes on after it.
import { type Platform, Scheduler, VirtualPlatform } from "@krait/core";
import { describe, expect, it } from "vitest";
import {
  createPluginHost,
  definePlugin,
  events,
  memoryStorage,
  type PluginContext,
  type PluginHostOptions,
  type PluginStorage,
} from "../../src/index.ts";
import { openHosts, plugin } from "../open-hosts.ts";
import { until } from "../until.ts";

const openHost = openHosts();
const never = new Promise<never>(() => {});
const CLOSED = { code: "host-closed" };

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

function asked(id = "shop") {
  return plugin(id, "print('it runs')", { permissions: { required: { extra: true } } });
}

const extra = definePlugin({ id: "more", version: "1.0.0", permissions: [{ name: "extra", doc: "More." }] });

describe("a host closes at once", () => {
  it.each<[string, Partial<PluginHostOptions>]>([
    ["while nobody answers which plugins there are", { source: { list: () => never, load: () => never } }],
    ["while a plugin is being read", { source: { list: async () => ["shop"], load: () => never } }],
  ])("%s", async (_, options) => {
    const { host, failures } = openHost({}, options);
    const starting = failure(host.start());
    await host.close();
    expect(await starting).toMatchObject(CLOSED);
    expect(failures).toEqual([]);
  });

  it("while somebody is asked for a permission, at a start and at a reload", async () => {
    let answer: Promise<boolean> = never;
    const options = { modules: [extra], policy: { ask: () => answer } };
    const first = openHost({ shop: asked() }, options);
    const starting = first.host.start();
    await until(() => first.states.includes("shop: activating"));
    await first.host.close();
    expect((await starting).errors).toMatchObject([CLOSED]);
    expect([first.lines, first.failures, first.states.at(-1)]).toEqual([[], [], "more: disabled"]);

    answer = Promise.resolve(true);
    const second = openHost({ shop: plugin("shop", "print('one')") }, options);
    await second.host.start();
    answer = never;
    second.files.shop = asked();
    const reloading = failure(second.host.reload("shop"));
    await new Promise((resolve) => setTimeout(resolve));
    await second.host.close();
    expect(await reloading).toMatchObject(CLOSED);
    expect([second.lines, second.failures]).toEqual([["shop: one"], []]);
  });

  it("while a native plugin's handler and command never end; those who wait are told", async () => {
    const slow = definePlugin({
      id: "slow",
      version: "1.0.0",
      hooks: { ask: "sequential" },
      activate(context) {
        context.handle("ask", () => never);
        context.command("go", () => never);
      },
    });
    const { host, failures } = openHost({}, { modules: [slow] });
    await host.start();
    const hook = host.hooks.call("ask", 1);
    const command = failure(host.commands.run("slow.go"));
    await host.close();
    expect(await hook).toBe(1);
    expect(await command).toMatchObject({
      code: "command-failed",
      message: expect.stringContaining("plugin 'slow' has ended"),
    });
    expect(failures).toEqual([]);
  });
});

it("a handler whose plugin has ended while others were asked is asked no more", async () => {
  const calls: string[] = [];
  let answer: (value: number) => void = () => {};
  const native = (id: string, requires: Record<string, string>, handler: () => number | Promise<number>) =>
    definePlugin({
      id,
      version: "1.0.0",
      requires,
      activate: (context) => {
        context.handle("ask", () => {
          calls.push(id);
          return handler();
        });
      },
    });
  const slow = native("slow", {}, () => new Promise<number>((resolve) => void (answer = resolve)));
  const next = native("next", { slow: "*" }, () => 2);
  const { host } = openHost({}, { modules: [slow, next], hooks: { ask: "sequential" } });
  host.on("state", (id, to) => {
    if (id === "next" && to === "disabled") answer(5);
  });
  await host.start();
  const hook = host.hooks.call("ask", 1);
  await until(() => calls.length === 1);
  await host.close();
  expect([calls, await hook]).toEqual([["slow"], 5]);
});

it("nothing begins to be written when storing has had its time, and what is lost is told", async () => {
  const begun: string[] = [];
  const going: (() => void)[] = [];
  const write = (id: string): Promise<void> => {
    begun.push(id);
    return new Promise((resolve) => going.push(resolve));
  };
  const asked: Promise<unknown>[] = [];
  /** The second change waits for the write of the first. */
  const keep = async (id: string, own: PluginStorage): Promise<void> => {
    const first = failure(own.set("first", 1));
    await until(() => begun.includes(id));
    asked.push(first, failure(own.set("second", 2)));
  };
  const stores = definePlugin({
    id: "stores",
    version: "1.0.0",
    permissions: [{ name: "storage", doc: "Keep data.", form: "bytes" }],
    activate: ({ id, storage }) => keep(id, storage),
    modules: ({ id, storage }) => {
      void keep(id, storage);
      return [];
    },
  });
  const { host } = openHost(
    { shop: plugin("shop", "", { permissions: { required: { storage: "1KiB" } } }) },
    {
      modules: [stores],
      storage: { ...memoryStorage(), write },
      policy: { grants: { "*": { storage: 1024 } } },
      timeouts: { disposeMs: 100 },
    },
  );
  await host.start();
  await until(() => asked.length === 4);
  await host.close();
  const told = ["'second' could not be stored", "whether 'first' will be stored is not known"];
  for (const id of ["stores", "shop"]) {
    const errors = host.logs(id).map(({ level, message }) => `${level} ${message}`);
    expect(errors).toEqual(told.map((each) => `error closing: storing took longer than 100 ms: ${each}`));
  }
  for (const resolve of going) resolve();
  expect(await Promise.all(asked)).toMatchObject([
    null,
    { message: "the storage of 'stores' has ended with the plugin" },
    null,
    { message: "the storage of 'shop' has ended with the plugin" },
  ]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual(["stores", "shop"]);
});

it("storage that is never read ends the activation at its time", async () => {
  const storage = { read: () => never, write: () => never, keepAside: () => never, remove: () => never };
  const stores = definePlugin({
    id: "stores",
    version: "1.0.0",
    permissions: [{ name: "storage", doc: "Keep data.", form: "bytes" }],
  });
  const { host } = openHost(
    { shop: plugin("shop", "", { permissions: { required: { storage: "1KiB" } } }) },
    { modules: [stores], storage, policy: { grants: { "*": { storage: 1024 } } }, timeouts: { activationMs: 100 } },
  );
  expect((await host.start()).errors).toMatchObject([{ code: "activation-timeout" }]);
});

describe("a life that could not be made", () => {
  it("is let go of in order, also where that fails, before the host has closed", async () => {
    const log: string[] = [];
    const platform = new VirtualPlatform({ stepMs: 0.1 });
    const holding = definePlugin({
      id: "holding",
      version: "1.0.0",
      modules: ({ subscriptions }) => {
        subscriptions.push(() => void log.push("released"));
        subscriptions.push(() => new Promise<void>((resolve) => void platform.timer(50, resolve)));
        subscriptions.push(() => {
          throw new Error("it fails");
        });
        return [];
      },
    });
    const useless = definePlugin({
      id: "useless",
      version: "1.0.0",
      modules: () => {
        throw new Error("no modules");
      },
    });
    const { host, failures } = openHost(
      { shop: plugin("shop", "") },
      { platform, scheduler: new Scheduler({ platform, quantum: 100 }), modules: [holding, useless] },
    );
    const starting = host.start();
    const closing = starting.then(() => host.close()).then(() => log.push("closed"));
    await platform.advance(1_000);
    await closing;
    expect(log).toEqual(["released", "closed"]);
    expect(failures[0]).toBe("shop, releasing a subscription, reported: it fails");
  });
});

it("what a native plugin holds when its activation ends too late is released all the same", async () => {
  let finish: () => void = () => {};
  let context: PluginContext | null = null;
  const late = definePlugin({
    id: "late",
    version: "1.0.0",
    activate: (given) => {
      context = given;
      return new Promise<void>((resolve) => void (finish = resolve));
    },
  });
  const { host } = openHost({}, { modules: [late], timeouts: { activationMs: 10 } });
  expect((await host.start()).errors).toMatchObject([{ code: "activation-timeout" }]);
  const released: number[] = [];
  (context as unknown as PluginContext).subscriptions.push(
    () => void released.push(1),
    () => void released.push(2),
  );
  finish();
  await until(() => released.length === 2);
  expect(released).toEqual([2, 1]);
});

describe("a stop", () => {
  it("stands between the start before it and the one after", async () => {
    const { host, lines } = openHost({ shop: plugin("shop", "print('it runs')", { activation: ["event:never"] }) });
    await host.start();
    const all = [host.activate("shop"), host.stop("shop"), host.activate("shop")];
    await Promise.all(all);
    expect([lines, host.plugin("shop").state]).toEqual([["shop: it runs", "shop: it runs"], "active"]);
    await Promise.all([host.reload("shop"), host.stop("shop"), host.reload("shop")]);
    expect(host.plugin("shop").state).toBe("active");
  });

  it("is not undone by a restart whose time comes while it waits", async () => {
    const platform: Platform & VirtualPlatform = new VirtualPlatform({ stepMs: 0.1 });
    let isSlow = false;
    const source = {
      list: async () => ["shop"],
      load: async () => {
        if (isSlow) await new Promise<void>((resolve) => void platform.timer(200, resolve));
        const manifest = JSON.stringify({ id: "shop", version: "1.0.0", api: "^1.0" });
        const text = (each: string): Uint8Array => new TextEncoder().encode(each);
        return {
          place: "shop",
          files: new Map([
            ["plugin.json", text(manifest)],
            ["main.py", text("1 / 0")],
          ]),
        };
      },
    };
    const host = createPluginHost({
      source,
      platform,
      scheduler: new Scheduler({ platform, quantum: 100 }),
      policy: { restart: { attempts: 5, backoffMs: 100 } },
    });
    const starting = host.start();
    await platform.advance(50);
    await starting;
    expect(host.plugin("shop").state).toBe("restarting");
    isSlow = true;
    const reloading = failure(host.reload("shop"));
    const stopping = host.stop("shop");
    await platform.advance(1_000);
    await Promise.all([reloading, stopping]);
    expect(host.plugin("shop").state).toBe("disabled");
    await platform.advance(1_000);
    expect(host.plugin("shop").state).toBe("disabled");
    const closing = host.close();
    await platform.advance(100);
    await closing;
  });
});

it("events that wait for a plugin that is stopped are told as dropped", async () => {
  const files = (body: string) => plugin("ear", body, { permissions: { required: { events: ["*"] } } });
  const hears = "import events\n@events.on('tick')\ndef tick(n): print(n)\n";
  const open = openHost(
    { ear: files(`${hears}def on_dispose():\n    import time\n    time.sleep(0.1)\n`) },
    { modules: [events()], policy: { grants: { "*": { events: ["*"] } }, restart: { attempts: 0 } } },
  );
  const dropped: string[] = [];
  open.host.on("dropped", (id, event) => void dropped.push(`${id}: ${event}`));
  await open.host.start();
  open.files.ear = files("1 / 0");
  const reloading = failure(open.host.reload("ear"));
  const stopping = open.host.stop("ear");
  await until(() => open.host.plugin("ear").state === "reloading");
  open.host.events.emit("tick", 1);
  await Promise.all([reloading, stopping]);
  // The old life, back again, has it.
  expect([open.lines, dropped]).toEqual([["ear: 1"], []]);

  // This one cannot come back when the next one fails.
  open.files.ear = files(`${hears}import plugin\nassert not plugin.state\ndef on_dispose(): return True\n`);
  await open.host.reload("ear");
  open.files.ear = files("1 / 0");
  const again = failure(open.host.reload("ear"));
  await until(() => open.host.plugin("ear").state === "reloading");
  open.host.events.emit("tick", 2);
  await again;
  expect([open.lines.length, dropped]).toEqual([1, ["ear: tick"]]);
});
