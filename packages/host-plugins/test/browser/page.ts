// What the test has a page do with plugin hosts; each check answers plain data.
import { joinSources, memorySource, memoryStorage, type PluginError, zipSource } from "@krait/host-plugins";
import { strToU8, zipSync } from "fflate";
import { ticks } from "../../../../tools/browser/event-loop.ts";
import { failure, type Files, opened, plugin, until } from "./opened-host.ts";

declare const location: { readonly origin: string };

const PERMISSIONS = { console: true, events: ["*"], game: true, random: true, storage: "500B", timers: true };

/** It sells what it is asked for, in a task that lives as long as the plugin. */
const SHOP: Files = {
  ...plugin(
    "shop",
    `
import asyncio, console, events, game, rng, storage, timers
from stock import PRICES
orders = asyncio.Queue()
@events.on("order")
async def order(item):
    await orders.put(item)
async def clerk():
    while True:
        item = await orders.get()
        price, pause = await asyncio.gather(asyncio.sleep(0.001, PRICES[item]), timers.sleep(0.002))
        sold = await storage.get_async("sold", 0) + 1
        await storage.set_async("sold", sold)
        console.info("sold", item, game.vec2(price, sold))
        events.emit("shop.sold", [item, price, sold])
async def on_activate():
    global task
    task = asyncio.create_task(clerk())
    console.warning([rng.integer(1, 1000) for _ in range(3)])
@timers.every(0.003)
def every():
    events.emit("shop.open")
`,
    { permissions: { required: PERMISSIONS } },
  ),
  "stock.py": "PRICES = {'apple': 3, 'pear': 5}\n",
};

/** A host after another on one store: the second one knows what the first has sold. */
async function played(): Promise<unknown> {
  const store = memoryStorage();
  const answers: unknown[] = [];
  for (const orders of [["apple", "pear"], ["pear"]]) {
    await using game = opened(memorySource({ shop: SHOP }), { storage: store });
    const { host, lines, failures } = game;
    const sales: unknown[] = [];
    let isOpen = false;
    host.events.on("shop.sold", (sale) => void sales.push(sale));
    host.events.on("shop.open", () => {
      isOpen = true;
    });
    const { active, errors } = await host.start();
    for (const each of orders) host.events.emit("order", each);
    await until(() => sales.length === orders.length && isOpen);
    answers.push({ active, errors, sales, failures, lines });
  }
  return [...answers, store.texts.get("shop")];
}

/** One archive comes from the site, one is made here; a plugin of a map stands beside them. */
async function unzipped(): Promise<unknown> {
  const made = zipSync({ "made/plugin.json": strToU8(DEPENDENT), "made/main.py": strToU8("import plugin\n") });
  const source = joinSources(
    zipSource({
      fetched: async () => new Uint8Array(await (await fetch("plugin.zip")).arrayBuffer()),
      made,
      damaged: made.subarray(0, 90),
    }),
    memorySource({ mapped: plugin("mapped", "print('from a map')") }),
  );
  await using game = opened(source);
  const { host, lines } = game;
  const { active, errors } = await host.start();
  return [active, lines.sort(), errors.map(({ code, place }) => [code, place])];
}

const DEPENDENT = JSON.stringify({ id: "made", version: "1.0.0", api: "^1.0", dependencies: { fetched: "^2.0" } });

const SPINNER = "import events\n@events.on('spin')\ndef spin(_):\n    while True: pass\n";
/** No interrupt ends it. */
const STUBBORN =
  "import events\n@events.on('spin')\ndef spin(_):\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n";
const CALM = "import events\n@events.on('beat')\ndef beat(n): events.emit('calm.beat', n)\n";
const HEARS = { permissions: { required: { events: ["*"] } } };

/** Nothing but the host ends the loop: the page has its frames, and the other plugin its events, for as long as it runs. */
async function endless(): Promise<unknown> {
  const files = { calm: plugin("calm", CALM, HEARS), spinner: plugin("spinner", STUBBORN, HEARS) };
  await using game = opened(memorySource(files), { timeouts: { disposeMs: 20 } });
  const { host, lines, failures } = game;
  const beats: unknown[] = [];
  host.events.on("calm.beat", (n) => void beats.push(n));
  await host.start();
  host.events.emit("spin");
  await ticks(10);
  host.events.emit("beat", 1);
  await until(() => beats.length === 1);
  await ticks(10);
  const during = host.plugin("spinner").state;
  await host.stop("spinner");
  host.events.emit("beat", 2);
  await until(() => beats.length === 2);
  return [during, host.plugin("spinner").state, host.plugin("calm").state, lines, failures];
}

/** A limit ends the loop, and says so: in a handler, and while the plugin is activated. */
async function limited(): Promise<unknown> {
  const files = {
    calm: plugin("calm", CALM, HEARS),
    early: plugin("early", "def on_activate():\n    while True: pass\n", { limits: { instructions: 100_000 } }),
    spinner: plugin("spinner", SPINNER, HEARS),
  };
  await using game = opened(memorySource(files), { limits: {} });
  const { host, failures } = game;
  const beats: unknown[] = [];
  host.events.on("calm.beat", (n) => void beats.push(n));
  const { active, errors } = await host.start();
  host.events.emit("spin");
  await ticks(2);
  host.events.emit("beat", 1);
  await until(() => beats.length === 1 && host.plugin("spinner").state === "disabled");
  return [active, errors.map(({ code }) => code), host.plugin("spinner").error?.code, failures];
}

async function refused(): Promise<unknown> {
  const asks = "import events, plugin\ntry: events.emit('other')\nexcept PermissionError as e: print(e)\n";
  const files = {
    greedy: plugin("greedy", "", { permissions: { required: { net: ["*"] } } }),
    modest: plugin("modest", `${asks}print(plugin.request("events", ["*"]))`, {
      permissions: { optional: { events: ["*"] } },
    }),
  };
  await using game = opened(memorySource(files), { policy: { ask: () => false } });
  const { host, lines } = game;
  const decisions: string[] = [];
  host.on("audit", ({ plugin: id, permission, decision }) => decisions.push(`${id} ${permission} ${decision}`));
  const { active, errors } = await host.start();
  return [active, errors.map(({ code, message }) => [code, message]), lines, decisions];
}

async function reloaded(): Promise<unknown> {
  const counter = (version: string, more = ""): Files =>
    plugin(
      "counter",
      `
import events, plugin
count = plugin.state or 0
@events.on("tick")
def tick(n):
    global count
    count += n
    print(plugin.version, count)
def on_dispose(): return count
${more}`,
      { version, ...HEARS },
    );
  const files: Record<string, Files> = { counter: counter("1.0.0") };
  await using game = opened(memorySource(files));
  const { host, lines } = game;
  await host.start();
  host.events.emit("tick", 1);
  files.counter = counter("1.1.0");
  await host.reload("counter");
  host.events.emit("tick", 10);
  files.counter = counter("2.0.0", "raise RuntimeError('not ready')");
  const [code] = await failure(host.reload("counter"));
  host.events.emit("tick", 100);
  await until(() => lines.some((line) => line.endsWith("111")));
  return [code, lines.filter((line) => line.includes("info"))];
}

async function broken(): Promise<unknown> {
  const source = memorySource({
    first: { "plugin.toml": 'id = "first"\nversion = "one"\napi = "^1.0"\n', "main.py": "" },
    second: { "plugin.json": '{\n  "id": "second",,\n}', "main.py": "" },
  });
  await using game = opened(source);
  const { errors } = await game.host.start();
  return errors.map(({ code, place }: PluginError) => [code, place]);
}

async function requested(): Promise<unknown> {
  const source = `
import http, plugin
@plugin.command("ask")
async def ask(origin):
    answer = await http.fetch(origin + "/stock.json")
    print(answer.status, answer.json())
    print((await http.fetch(origin + "/nowhere.json")).status)
    try: await http.fetch("https://elsewhere.example/")
    except PermissionError as e: print("PermissionError")
    return http.get(origin + "/stock.json").text
`;
  const more = { permissions: { required: { net: ["127.0.0.1"] } }, contributes: { commands: { ask: "Asks." } } };
  await using game = opened(memorySource({ asker: plugin("asker", source, more) }), {
    policy: { grants: { asker: { net: ["127.0.0.1"] } } },
  });
  const { host, lines } = game;
  await host.start();
  return [await host.commands.run("asker.ask", location.origin), lines];
}

/** Tasks are under way when it closes; nothing of it goes on, and the host refuses what comes after. */
async function closed(): Promise<unknown> {
  const waits = "import asyncio, timers\n@timers.after(0)\nasync def waits():\n    print('waits')\n";
  const ends = "    try: await asyncio.sleep(600)\n    finally: print('ends')\ndef on_dispose(): print('disposed')\n";
  const more = { permissions: { required: { timers: true } } };
  const files = {
    base: plugin("base", waits + ends, more),
    user: plugin("user", waits + ends, { ...more, dependencies: { base: "*" } }),
  };
  const { host, lines, states } = opened(memorySource(files));
  await host.start();
  await until(() => lines.length === 2);
  const before = states.length;
  const closing = host.close();
  const isOne = host.close() === closing;
  await closing;
  const after = states.slice(before);
  await ticks(10);
  return [isOne, lines, after, states.length - before - after.length, (await failure(host.start()))[0]];
}

export const checks = {
  played,
  unzipped,
  endless,
  limited,
  refused,
  reloaded,
  broken,
  requested,
  closed,
} as const satisfies Record<string, () => Promise<unknown>>;

Object.assign(globalThis, { checks });
