// The batteries in a plugin host: scripts as authors write them, from the manifest to the end.
import { Scheduler, VirtualPlatform } from "@krait/core";
import {
  console,
  createPluginHost,
  type Data,
  events,
  type Fetch,
  http,
  memorySource,
  memoryStorage,
  type PluginHost,
  type PluginHostOptions,
  type PermissionSet,
  type PluginFailure,
  random,
  storage,
  timers,
} from "@krait/host-plugins";
import { describe, expect, it } from "vitest";

interface Hosted {
  readonly host: PluginHost;
  readonly platform: VirtualPlatform;
  readonly logged: string[];
  readonly failures: PluginFailure[];
  /** Starts the host, or does what else takes virtual time. */
  during<T>(doing: Promise<T>, ms?: number): Promise<T>;
}

const fetch: Fetch = async (url) => new Response(`answer of ${new URL(url).hostname}`);

const EVERYTHING: PermissionSet = {
  console: true,
  timers: true,
  events: ["*"],
  storage: 1000,
  net: ["api.example.com"],
  random: true,
};

/** A host of all batteries, on a virtual clock. */
function hosted(plugins: Record<string, Record<string, string>>, options: Partial<PluginHostOptions> = {}): Hosted {
  const platform = new VirtualPlatform();
  const logged: string[] = [];
  const failures: PluginFailure[] = [];
  const host = createPluginHost({
    source: memorySource(plugins),
    modules: [console(), timers(), storage(), events(), http({ fetch }), random()],
    policy: { grants: { "*": EVERYTHING } },
    platform,
    scheduler: new Scheduler({ platform }),
    seed: 1,
    ...options,
  });
  host.on("log", ({ level, message, plugin }) => void logged.push(`${plugin} ${level}: ${message}`));
  host.on("failure", (failure) => void failures.push(failure));
  const during = async <T>(doing: Promise<T>, ms = 0): Promise<T> => {
    doing.catch(() => {});
    await platform.advance(ms);
    return await doing;
  };
  return { host, platform, logged, failures, during };
}

const manifest = (id: string, permissions: string, more = ""): string =>
  `id = "${id}"\nversion = "1.0.0"\napi = "^1.0.0"\n${more}\n[permissions.required]\n${permissions}\n`;

const ALL = 'console = true\ntimers = true\nevents = ["*"]\nstorage = "500B"\nnet = ["api.example.com"]\nrandom = true';

/** Ends a host; afterwards nothing is left that would happen. */
async function ended({ host, platform }: Hosted): Promise<void> {
  const closed = host.close();
  await platform.advance(10_000);
  await closed;
  const before = platform.monotonic();
  await platform.runUntilIdle();
  expect(platform.monotonic()).toBe(before);
}

it("work together", async () => {
  const each = hosted({
    bank: {
      "plugin.toml": manifest("bank", ALL),
      "main.py": `
import console, events, storage

@events.on("shop.sold")
def sold(sale):
    total = storage.get("gold", 0) + sale["price"]
    storage.set("gold", total)
    console.info("gold:", total)
`,
    },
    shop: {
      "plugin.toml": manifest("shop", ALL),
      "main.py": `
import console, events, http, rng, timers

async def on_activate():
    console.info(http.get("https://api.example.com/").text, await timers.sleep(0.5))

@timers.every(1)
async def sell():
    if rng.chance(1):
        events.emit("shop.sold", {"price": rng.integer(5, 5)})
    console.debug((await http.fetch("https://api.example.com/")).status)
`,
    },
  });
  const report = await each.during(each.host.start(), 3_000);
  expect([report.active, report.errors]).toEqual([["bank", "shop"], []]);
  expect(each.logged).toEqual([
    "shop info: answer of api.example.com None",
    ...[5, 10, 15].flatMap((gold) => ["shop debug: 200", `bank info: gold: ${gold}`]),
  ]);
  expect(each.failures).toEqual([]);
  await ended(each);
});

it("are refused without a grant, and once it is revoked", async () => {
  const each = hosted({
    spy: {
      "plugin.toml": manifest(
        "spy",
        'console = true\ntimers = true\n[permissions.optional]\nnet = ["api.example.com"]',
      ),
      "main.py": `
import console, events, http, rng, storage, timers

def attempt(call):
    try: call()
    except PermissionError as error: console.info(error)

attempt(lambda: events.on("tick"))
attempt(lambda: events.emit("other.tick"))
attempt(lambda: events.emit("spy.tick"))
attempt(lambda: http.get("https://evil.example"))
attempt(lambda: rng.random())
attempt(lambda: storage.set("a", 1))
timers.every(1, lambda: console.info("still here"))
`,
    },
  });
  await each.during(each.host.start(), 1_500);
  const refused = (what: string, advice: string): string =>
    `spy info: plugin 'spy' has no permission ${what}; ${advice}`;
  const add = "add it to [permissions.required] or [permissions.optional] of the manifest";
  expect(each.logged).toEqual([
    refused(`'events' for "tick"`, add),
    refused(`'events' for "other.tick"`, add),
    refused(`'net' for "evil.example"`, 'ask for it with plugin.request("net")'),
    refused("'random'", add),
    refused("'storage'", add),
    "spy info: still here",
  ]);
  each.host.revoke("spy", "timers");
  await each.platform.advance(10_000);
  expect([each.logged.length, each.failures]).toEqual([6, []]);
  await ended(each);
});

describe("storage", () => {
  const counter = (version: number, more = ""): Record<string, string> => ({
    "plugin.toml": manifest("counter", 'storage = "200B"\nconsole = true', `storage_version = ${version}`),
    "main.py": `import console, storage\n${more}\ndef on_activate():\n    storage.set("n", storage.get("n", 0) + 1)\n    console.info(storage.get("n"), storage.keys())\n`,
  });

  it("lasts over ends, is migrated by reload, and a failed migration brings the old version back", async () => {
    const plugins = { counter: counter(1) };
    const backend = memoryStorage();
    const each = hosted(plugins, { storage: backend });
    await each.during(each.host.start());
    await each.during(each.host.stop("counter"), 2_000);
    await each.during(each.host.activate("counter"));
    plugins.counter = counter(
      2,
      "def migrate(data, version):\n    return {'n': data['n'] * 10 ** version, 'more': b'x'}",
    );
    await each.during(each.host.reload("counter"), 2_000);
    expect(each.logged.splice(0)).toEqual([
      "counter info: 1 ['n']",
      "counter info: 2 ['n']",
      "counter info: 21 ['more', 'n']",
    ]);
    const before = backend.texts.get("counter");
    plugins.counter = counter(3, "def migrate(data, version):\n    return data['lost']");
    await expect(each.during(each.host.reload("counter"), 5_000)).rejects.toMatchObject({ code: "storage-version" });
    expect(each.host.plugin("counter")).toMatchObject({ state: "active" });
    expect(each.logged.at(-1)).toBe("counter info: 22 ['more', 'n']");
    expect(before).toBe('{"format":1,"version":2,"data":{"n":21,"more":{"$bytes":"eA=="}}}\n');
    await ended(each);
    expect(backend.texts.get("counter")).toContain('"n":22');
  });

  it("of a later version is left as it is, and the plugin disabled", async () => {
    const text = '{"format":1,"version":7,"data":{"n":1}}';
    const backend = memoryStorage([["counter", text]]);
    const each = hosted({ counter: counter(2) }, { storage: backend });
    const { errors } = await each.during(each.host.start(), 60_000);
    expect(errors).toMatchObject([{ code: "storage-version", plugin: "counter" }]);
    expect([each.host.plugin("counter").state, backend.texts.get("counter")]).toEqual(["disabled", text]);
    await ended(each);
  });

  it("that is damaged is reported, kept aside, and the plugin begins with none", async () => {
    const backend = memoryStorage([["counter", "{"]]);
    const each = hosted({ counter: counter(1) }, { storage: backend });
    const { active } = await each.during(each.host.start());
    expect(active).toEqual(["counter"]);
    expect(each.failures).toMatchObject([{ plugin: "counter", error: { code: "storage-corrupt" } }]);
    expect(Object.fromEntries(backend.texts)).toEqual({
      counter: '{"format":1,"version":1,"data":{"n":1}}\n',
      "counter.damaged-1": "{",
    });
    await ended(each);
  });

  it("has the quota of the manifest", async () => {
    const each = hosted({
      counter: counter(1, "try: storage.set('a', 'x' * 300)\nexcept OSError as error: console.info(error)"),
    });
    await each.during(each.host.start());
    expect(each.logged).toEqual([
      "counter info: 'a' takes at least 300 bytes, and 'counter' may store 200 bytes",
      "counter info: 1 ['n']",
    ]);
    await ended(each);
  });
});

it("loses no event up to the mailbox's bound, and tells of those beyond", async () => {
  const each = hosted(
    {
      slow: {
        "plugin.toml": manifest("slow", ALL),
        "main.py": `
import events, timers
heard = []
@events.on("tick")
async def tick(n):
    heard.append(n)
    await timers.sleep(1)
@events.on("ask")
def ask(_): events.emit("slow.heard", heard)
`,
      },
    },
    { mailbox: { underWay: 2, waiting: 3 } },
  );
  const dropped: string[] = [];
  each.host.on("dropped", (plugin, event) => void dropped.push(`${plugin} ${event}`));
  await each.during(each.host.start());
  const heard: Data[] = [];
  each.host.events.on("slow.heard", (data) => void heard.push(data));
  for (let n = 1; n <= 7; n++) each.host.events.emit("tick", n);
  await each.platform.advance(5_000);
  each.host.events.emit("ask", null);
  await each.platform.advance(0);
  expect([heard, dropped]).toEqual([[[1, 2, 3, 4, 5]], ["slow tick", "slow tick"]]);
  await ended(each);
});

it("draws other numbers in each plugin, and the same in each run", async () => {
  const plugin = (id: string): Record<string, string> => ({
    "plugin.toml": manifest(id, "random = true\nconsole = true"),
    "main.py": "import console, rng\nconsole.info(rng.integer(0, 2**50))",
  });
  const runs: string[][] = [];
  for (let run = 0; run < 2; run++) {
    const each = hosted({ a: plugin("a"), b: plugin("b") });
    await each.during(each.host.start());
    runs.push(each.logged.map((line) => line.slice(2)));
    await ended(each);
  }
  expect(runs[0]).toEqual(runs[1]);
  expect(runs[0]?.[0]).not.toBe(runs[0]?.[1]);
});
