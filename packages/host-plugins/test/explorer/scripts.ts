// The script plugins of the schedule explorer: small scripts whose parts are drawn.
import type { Choose } from "./ledger.ts";

/** Ids of the script plugins, in the order in which they are drawn. */
export const IDS: readonly string[] = ["keeper", "alpha", "beta", "gamma"];

const HEAD = `
import events, plugin, storage, timers
from world import ask, ask_async, heard, touch
`;

/** What hears every event while it is active, and leaves its count. */
const KEEPER = `
@events.on("tick")
def tick(n):
    heard(n)
`;

/** Parts of a script. What they touch shows that they run. */
const PARTS: readonly string[] = [
  `
@timers.every(0.007)
def every(): touch("every")
`,
  `
@timers.every(0.009)
async def slowly():
    touch("slowly")
    try: await ask_async(KIND)
    finally: touch("slowly ends")
`,
  `
@timers.after(0.02)
def after():
    touch("after")
    ask(KIND)
    touch("after ask")
`,
  `
@events.on("tick")
def tick(n):
    touch(f"tick {n}")
    events.emit(plugin.id + ".pong", 3)
`,
  `
@events.on("tick")
async def tick_async(n):
    await timers.sleep(0.004)
    touch(f"slept {n}")
`,
  `
@events.on("OTHER.pong")
def pong(n):
    touch(f"pong {n}")
    if n > 0: events.emit(plugin.id + ".pong", n - 1)
`,
  `
@timers.after(0)
async def waiter():
    n = await events.wait("tick")
    touch(f"waited for {n}")
`,
  `
@plugin.hook("first")
def first(n):
    touch("first")
    ask(KIND)
    return n
`,
  `
@plugin.hook("chain", order="pre")
async def chain(n):
    touch("chain")
    await ask_async(KIND)
    return n + 1
`,
  `
@plugin.hook("all")
def all_of_them(n):
    touch("all")
    return [plugin.id, n]
`,
  `
@plugin.command("go")
def go(n=0):
    touch("goes")
    if n > 0: plugin.run("OTHER.go", n - 1)
    return n
`,
  `
@timers.after(0.01)
def runs():
    touch("runs")
    plugin.run("OTHER.go", 2)
    touch("ran")
`,
  `
@timers.after(0.015)
def calls():
    touch("calls")
    touch(f"called {plugin.call('HOOK', 1)}")
`,
  `
@timers.every(0.011)
def store():
    storage.set("count", storage.get("count", 0) + 1)
    touch("stored")
`,
  `
@events.on("tick")
async def store_tick(n): await storage.set_async("tick", n)
`,
  `
@events.on("tick")
def fails(n): 1 / 0
`,
  `
@events.on("spin")
def spin(n):
    while True: pass
`,
  `
@timers.after(0.025)
def spin_later():
    while True: pass
`,
  `
@timers.after(0.005)
def requests(): touch(f"granted {plugin.request('extra')}")
`,
  `
@timers.after(0)
async def tasks():
    import _asyncio
    loop = _asyncio.get_running_loop()
    async def part(n):
        try: await _asyncio._timer(n / 1000, None)
        finally: touch(f"part {n}")
    for n in range(3): _asyncio.Task(part(n * 10), loop=loop)
    loop.call_later(0.02, touch, "called later")
`,
];

const ON_ACTIVATE: readonly string[] = [
  "touch('activated')",
  "ask(KIND)",
  "1 / 0",
  "while True: pass",
  "touch(f\"{plugin.call('HOOK', 1)}\")",
  "plugin.run('OTHER.go', 1)",
  "storage.set('active', 1)",
];

const ON_DISPOSE: readonly string[] = [
  "return {'left': 1}",
  "ask(KIND)",
  "1 / 0",
  "while True: pass",
  "plugin.call('HOOK', 1)",
  "plugin.run('OTHER.go', 1)",
  "storage.set('last', 1)",
  "events.emit(plugin.id + '.pong', 2)",
  "return touch",
];

/** The files of a plugin in a version. A version of the keeper may fail to start; of the others much may. */
export function pluginFiles(id: string, version: number, choose: Choose): Readonly<Record<string, string>> {
  const isKeeper = id === "keeper";
  const text = isKeeper ? keeper(version, choose) : drawn(choose);
  const filled = text
    .replaceAll("KIND", () => String(choose(5)))
    .replaceAll("OTHER", () => [...IDS, "native1"][choose(5)] as string)
    .replaceAll("HOOK", () => ["first", "chain", "all"][choose(3)] as string);
  const starts = ["startup", "startup", "startup", "event:tick", "hook:chain", `command:${id}.go`];
  const below = IDS.slice(0, IDS.indexOf(id));
  const manifest = {
    id,
    version: `1.0.${version}`,
    api: "^1.0",
    activation: [isKeeper ? "startup" : (starts[choose(starts.length)] as string)],
    permissions: { required: REQUIRED, optional: choose(4) === 0 ? { extra: true } : {} },
    contributes: { hooks: ["first", "chain", "all"], commands: { go: "Goes." } },
    dependencies: below.length > 0 && choose(3) === 0 ? { [below[choose(below.length)] as string]: "*" } : {},
    limits: { burst_time_ms: 30 },
  };
  return { "plugin.json": choose(30) === 0 ? "{" : JSON.stringify(manifest), "main.py": HEAD + filled };
}

const REQUIRED = { events: ["*"], timers: true, storage: "4KiB" } as const;

function keeper(version: number, choose: Choose): string {
  const fails = version > 1 && choose(3) === 0 ? (choose(2) === 0 ? "1 / 0" : "ask(0)") : "";
  return `${KEEPER}\ndef on_dispose(): ${choose(3) === 0 ? "ask(1)" : "return [1]"}\n${fails}\n`;
}

function drawn(choose: Choose): string {
  const parts = Array.from({ length: 1 + choose(4) }, () => PARTS[choose(PARTS.length)] as string);
  const unique = [...new Set(parts)];
  if (choose(2) === 0) unique.push(`\ndef on_activate():\n    ${ON_ACTIVATE[choose(ON_ACTIVATE.length)]}\n`);
  if (choose(2) === 0) unique.push(`\ndef on_dispose():\n    ${ON_DISPOSE[choose(ON_DISPOSE.length)]}\n`);
  return unique.join("");
}
