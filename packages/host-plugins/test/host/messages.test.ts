// What goes between plugins and the host: events, hooks of three kinds, commands; all of it by value.
import { describe, expect, it } from "vitest";
import { definePlugin, events } from "../../src/index.ts";
import { openHosts, plugin } from "../open-hosts.ts";
import { until } from "../until.ts";

const openHost = openHosts();
const policy = { grants: { "*": { events: ["*"] } } };
const HEARING = { permissions: { required: { events: ["*"] } } };

describe("events", () => {
  it("reach the host, native plugins and scripts, each with data of its own", async () => {
    const heard: unknown[] = [];
    const native = definePlugin({
      id: "native",
      version: "1.0.0",
      activate: (context) => void context.on("news", (data) => void heard.push(["native", data])),
    });
    const changes = "import events\n@events.on('news')\ndef news(data):\n    data['list'].append(1)\n    print(data)";
    const { host, lines } = openHost(
      { one: plugin("one", changes, HEARING), two: plugin("two", changes, HEARING) },
      { modules: [native, events()], policy },
    );
    host.events.on("news", (data) => void heard.push(["host", data]));
    await host.start();
    const data = { list: [0], name: "x", none: null, bytes: new Uint8Array([1]) };
    host.events.emit("news", data);
    await until(() => lines.length === 2);
    expect(lines).toEqual(
      ["one", "two"].map((id) => `${id}: {'list': [0, 1], 'name': 'x', 'none': None, 'bytes': b'\\x01'}`),
    );
    expect(heard).toEqual([
      ["host", data],
      ["native", data],
    ]);
    expect(data.list).toEqual([0]);
    expect(() => host.events.emit("news", (() => {}) as never)).toThrow(
      "event 'news': only data can go to others, not a function",
    );
    const round: unknown[] = [];
    round.push(round);
    expect(() => host.events.emit("news", round as never)).toThrow("nested more than 100 deep");
  });

  it("a listener that throws stops no other, and is told of", async () => {
    const { host } = openHost({});
    const told: unknown[] = [];
    host.on("listenerError", (event, error) => void told.push([event, String(error)]));
    host.events.on("go", () => {
      throw new Error("first");
    });
    host.events.on("go", async () => {
      throw new Error("second");
    });
    let isHeard = false;
    const off = host.events.on("go", () => {
      isHeard = true;
    });
    host.events.emit("go");
    await until(() => told.length === 2);
    expect([isHeard, told]).toEqual([
      true,
      [
        ["go", "Error: first"],
        ["go", "Error: second"],
      ],
    ]);
    off();
    isHeard = false;
    host.events.emit("go");
    expect(isHeard).toBe(false);
  });

  it("wait in order for a plugin that has its hands full, and are dropped beyond its bound, which is told", async () => {
    const source = `
import events, asyncio
@events.on("go")
async def go(n):
    print("begin", n)
    await asyncio.sleep(0.01)
    print("end", n)
`;
    const { host, lines } = openHost(
      { busy: plugin("busy", source, HEARING) },
      { modules: [events()], policy, mailbox: { underWay: 1, waiting: 2 } },
    );
    const dropped: unknown[] = [];
    host.on("dropped", (id, event) => void dropped.push([id, event]));
    await host.start();
    for (let n = 1; n <= 5; n++) host.events.emit("go", n);
    await until(() => lines.length === 6);
    expect(lines).toEqual([1, 2, 3].flatMap((n) => [`busy: begin ${n}`, `busy: end ${n}`]));
    expect(dropped).toEqual([
      ["busy", "go"],
      ["busy", "go"],
    ]);
    expect(host.figures()[0]).toMatchObject({ droppedEvents: 2, waitingEvents: 0 });
  });
});

/** Handles the hook `h` by an expression of `v`. */
const handling = (expression: string, order = "normal"): string =>
  `import plugin\n@plugin.hook("h", order="${order}")\ndef h(v, *more):\n    return ${expression}\n`;
const contributes = { contributes: { hooks: ["h"] } };

describe("hooks", () => {
  const files = {
    a: plugin("a", handling("v + ['a']", "post"), contributes),
    b: plugin("b", handling("None"), contributes),
    c: plugin("c", handling("v + ['c']"), contributes),
    d: plugin("d", handling("v + ['d']", "pre"), contributes),
    e: plugin("e", handling("v + 1"), contributes),
  };

  it.each([
    ["first", ["x", "d"]],
    ["sequential", ["x", "d", "c", "a"]],
    [
      "parallel",
      [
        ["x", "d"],
        ["x", "c"],
        ["x", "a"],
      ],
    ],
  ] as const)("of the kind %s", async (kind, expected) => {
    const { host, failures } = openHost(files, { hooks: { h: kind } });
    await host.start();
    expect(await host.hooks.call("h", ["x"], 1)).toEqual(expected);
    expect(failures).toEqual(
      kind === "first" ? [] : ["e, hook 'h', reported: can only concatenate list (not \"int\") to list"],
    );
  });

  it("answer what they were given, or null, where nobody does", async () => {
    const { host } = openHost({}, { hooks: { f: "first", s: "sequential", p: "parallel" } });
    expect([await host.hooks.call("f", 1), await host.hooks.call("s", 1), await host.hooks.call("p", 1)]).toEqual([
      null,
      1,
      [],
    ]);
    await expect(host.hooks.call("g")).rejects.toMatchObject({
      code: "unknown-name",
      message: "there is no hook 'g'",
    });
  });

  it("are declared by native plugins too, handled in TypeScript, and called from scripts", async () => {
    const native = definePlugin({
      id: "native",
      version: "1.0.0",
      hooks: { price: "sequential" },
      activate: (context) => void context.handle("price", (price) => (price as number) * 2),
    });
    const shop = plugin("shop", "import plugin\nprint(plugin.call('price', 21))");
    const { host, lines } = openHost({ shop }, { modules: [native] });
    await host.start();
    expect(lines).toEqual(["shop: 42"]);
  });

  it("must stand in the manifest, and exist", async () => {
    const source = `
import plugin
for name in ("h", "k"):
    try: plugin.hook(name, print)
    except ValueError as error: print(error)
`;
    const { host, lines } = openHost(
      { odd: plugin("odd", source, { contributes: { hooks: ["k"] } }) },
      { hooks: { h: "first" } },
    );
    await host.start();
    expect(lines).toEqual(["odd: contributes.hooks of the manifest has no 'h'", "odd: there is no hook 'k'"]);
  });
});

describe("commands", () => {
  const bank = plugin(
    "bank",
    `
import plugin
gold = {"ada": 10}
@plugin.command("pay")
def pay(name, amount=1):
    if amount > gold[name]: raise ValueError("not enough gold")
    gold[name] -= amount
    return {"left": gold[name]}
`,
    { contributes: { commands: { pay: "Pays." } } },
  );

  it("are run by the host and by other plugins, under the id of theirs", async () => {
    const shop = plugin(
      "shop",
      "import plugin\nprint(plugin.run('bank.pay', 'ada', 2))\ntry: plugin.run('bank.pay', 'ada', 99)\nexcept RuntimeError as error: print(error)\ntry: plugin.run('bank.pya')\nexcept ValueError as error: print(error)",
      {
        dependencies: { bank: "^1.0.0" },
      },
    );
    const { host, lines, failures } = openHost({ bank, shop });
    await host.start();
    expect(host.commands.names).toEqual(["bank.pay"]);
    expect(await host.commands.run("bank.pay", "ada", 3)).toEqual({ left: 5 });
    expect(lines).toEqual([
      "shop: {'left': 8}",
      "shop: command 'bank.pay' failed: ValueError: not enough gold",
      "shop: there is no command 'bank.pya'; did you mean 'bank.pay'?",
    ]);
    expect(failures).toEqual(["bank, command 'bank.pay', reported: not enough gold"]);
    await expect(host.commands.run("bank.pay", "eve")).rejects.toMatchObject({
      code: "command-failed",
      plugin: "bank",
      message: "command 'bank.pay' failed: KeyError: 'eve'",
      traceback: expect.stringContaining("in pay"),
    });
  });

  it("must stand in the manifest, and be one of a name", async () => {
    const source = `
import plugin
@plugin.command("go")
def go(): return 1
for name in ("went", "go"):
    try: plugin.command(name, go)
    except ValueError as error: print(error)
`;
    const { host, lines } = openHost({ odd: plugin("odd", source, { contributes: { commands: { go: "Goes." } } }) });
    await host.start();
    expect(lines).toEqual([
      "odd: contributes.commands of the manifest has no 'went'",
      "odd: there is a command 'odd.go' already",
    ]);
  });

  it("start the plugin that waits for them", async () => {
    const lazy = { contributes: { commands: { pay: "Pays." } }, activation: ["command:pay"] };
    const { host, states } = openHost({ bank: plugin("bank", bank["main.py"] as string, lazy) });
    expect(await host.start()).toEqual({ active: [], waiting: ["bank"], errors: [] });
    expect(await host.commands.run("bank.pay", "ada")).toEqual({ left: 9 });
    expect(states).toEqual(["bank: waiting", "bank: activating", "bank: active"]);
  });
});

describe("a plugin that waits", () => {
  it("is started by an event, which it hears then, with those that come meanwhile", async () => {
    const source =
      "import events\n@events.on('battle')\ndef battle(n): print('battle', n)\n@events.on('other')\ndef other(n): print('other', n)";
    const { host, lines } = openHost(
      { lazy: plugin("lazy", source, { ...HEARING, activation: ["event:battle"] }) },
      { modules: [events()], policy },
    );
    await host.start();
    host.events.emit("other", 0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(host.plugin("lazy").state).toBe("waiting");
    for (const n of [1, 2, 3]) host.events.emit("battle", n);
    await until(() => lines.length === 3);
    host.events.emit("other", 4);
    await until(() => lines.length === 4);
    expect(lines).toEqual(["lazy: battle 1", "lazy: battle 2", "lazy: battle 3", "lazy: other 4"]);
  });

  it("is started by a hook, and answers it", async () => {
    const { host } = openHost(
      { lazy: plugin("lazy", handling("v * 2"), { ...contributes, activation: ["hook:h"] }) },
      { hooks: { h: "first" } },
    );
    expect((await host.start()).waiting).toEqual(["lazy"]);
    expect(await host.hooks.call("h", 21)).toBe(42);
  });
});
