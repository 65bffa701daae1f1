// asyncio on the built engine beside CPython 3.13, where it is installed, and beside npm's own Pythons, where somebody has
// installed them (they are no dependencies): interleaved, medians. `node bench/asyncio.mjs [rounds]`.
import { spawn, spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { asyncio } from "@krait/asyncio";
import { arg, asyncFunction, createVM, nativeModule, t } from "@krait/core";

const rounds = Number(process.argv[2] ?? 15);

/** Rounds that are not counted: V8 compiles what it has seen run for a while. */
const WARM_UP = 3;

/**
 * What all of them run. `host(n)` answers what an await of the host's Promise is: in CPython a future that a callback sets.
 * Each answers its figure, or None where the engine lacks what it needs.
 */
const PROGRAM = `
import asyncio, time

async def per(count, body):
    start = time.perf_counter()
    await body(count)
    return (time.perf_counter() - start) / count * 1e6

async def sleeps(count):
    for _ in range(count): await asyncio.sleep(0)

async def promises(count):
    for n in range(count): await host(n)

async def timers(count):
    await asyncio.gather(*[asyncio.sleep(0.001) for _ in range(count)])

async def ping(count):
    there, back = asyncio.Queue(1), asyncio.Queue(1)
    async def echo():
        for _ in range(count): await back.put(await there.get())
    task = asyncio.create_task(echo())
    for n in range(count):
        await there.put(n)
        await back.get()
    await task

async def gathered(count):
    await asyncio.gather(*[host(n) for n in range(count)])

async def measure(name):
    if name == "sleep": return await per(20_000, sleeps)
    if name == "promise": return await per(10_000, promises)
    if name == "timers": return await per(10_000, timers) * 10_000 / 1e3
    if name == "queue": return await per(5_000, ping) if hasattr(asyncio, "Queue") else None
    return await per(1_000, gathered) * 1_000 / 1e3
`;

const CPYTHON_HOST = `
def host(n):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, n)
    return future
`;

/** Tasks that all wait for one event, and what each of them takes. */
const ALIVE = `
import asyncio
async def wait(gate): await gate
async def hold(count):
    global gate, tasks
    gate = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(wait(gate)) for _ in range(count)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
async def let_go():
    gate.set_result(None)
    await asyncio.gather(*tasks)
    tasks.clear()
`;

const ROWS = {
  sleep: ["await sleep(0), us", 2],
  promise: ["await of a host Promise, us", 2],
  timers: ["10,000 tasks sleep 1 ms, ms", 1],
  queue: ["queue ping-pong, us a round trip", 2],
  gather: ["gather of 1,000 host calls, ms", 2],
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Krait: one VM for all rounds, as a host has it. */
async function krait() {
  const host = asyncFunction({ parameters: [arg("n", t.int)], returns: t.int, call: async (n) => n });
  const own = nativeModule({ name: "own", functions: { host } });
  const unlimited = { instructions: Infinity, activeTimeMs: Infinity, wallTimeMs: Infinity, memoryBytes: Infinity };
  const limits = { ...unlimited, tasks: Infinity, timers: Infinity, pendingHostCalls: Infinity };
  const vm = createVM({ modules: [asyncio, own], limits });
  await vm.run(`${PROGRAM}\nfrom own import host\n${ALIVE}`);
  return {
    name: "krait",
    measure: (row) => vm.call("measure", row),
    async alive(count) {
      setFlagsFromString("--expose-gc");
      const collect = runInNewContext("gc");
      await vm.call("hold", 10);
      await vm.call("let_go");
      collect();
      const before = process.memoryUsage().heapUsed;
      await vm.call("hold", count);
      collect();
      const bytes = (process.memoryUsage().heapUsed - before) / count;
      await vm.call("let_go");
      return bytes;
    },
    close: () => vm.close(),
  };
}

/** CPython in one process for all rounds: a line in, a line out. */
async function cpython() {
  const env = { ...process.env, PYENV_VERSION: process.env.PYENV_VERSION ?? "3.13.0" };
  if (spawnSync("python3.13", ["-V"], { env }).status !== 0) return null;
  const source = `${PROGRAM}${CPYTHON_HOST}${ALIVE}
import gc, sys, tracemalloc
async def alive(count):
    tracemalloc.start()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    await hold(count)
    gc.collect()
    bytes = (tracemalloc.get_traced_memory()[0] - before) / count
    tracemalloc.stop()
    await let_go()
    return bytes
for line in sys.stdin:
    word = line.split()
    print(asyncio.run(alive(int(word[1])) if word[0] == "alive" else measure(word[0])), flush=True)
`;
  const child = spawn("python3.13", ["-c", source], { env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${question}\n`);
    let text = "";
    while (!text.endsWith("\n")) text += (await lines.next()).value;
    return Number(text);
  };
  return { name: "cpython", measure: ask, alive: (count) => ask(`alive ${count}`), close: () => child.stdin.end() };
}

/** The package of a name where it is installed; null elsewhere. */
async function installed(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

async function pyodide() {
  const made = await installed("pyodide");
  if (made === null) return null;
  const python = await made.loadPyodide();
  python.globals.set("host", async (n) => n);
  python.runPython(PROGRAM);
  return { name: "pyodide", measure: (row) => python.runPythonAsync(`await measure("${row}")`), close() {} };
}

async function micropython() {
  const made = await installed("@micropython/micropython-webassembly-pyscript");
  if (made === null) return null;
  const python = await made.loadMicroPython({ heapsize: 64 << 20 });
  python.globals.set("host", async (n) => n);
  python.runPython(PROGRAM.replaceAll("time.perf_counter()", "(time.ticks_us() / 1e6)"));
  const measure = async (row) => {
    await python.runPythonAsync(`figure = await measure("${row}")`);
    return python.globals.get("figure");
  };
  return { name: "micropython", measure, close() {} };
}

const engines = (await Promise.all([krait(), cpython(), pyodide(), micropython()])).filter((engine) => engine !== null);
const cell = (value, digits) => (value === null ? "-" : value.toFixed(digits)).padStart(14);
console.log("".padEnd(36) + engines.map(({ name }) => name.padStart(14)).join(""));

for (const [row, [title, digits]] of Object.entries(ROWS)) {
  const figures = engines.map(() => []);
  const failures = engines.map(() => null);
  for (let round = 1; round <= WARM_UP + rounds; round++) {
    for (const [at, { measure }] of engines.entries()) {
      if (failures[at] !== null) continue;
      const figure = await measure(row).catch((error) => void (failures[at] = error));
      if (typeof figure === "number" && Number.isFinite(figure) && round > WARM_UP) figures[at].push(figure);
    }
  }
  const shown = figures.map((all, at) => {
    if (failures[at] !== null) return "fails".padStart(14);
    return cell(all.length === 0 ? null : median(all), digits);
  });
  console.log(title.padEnd(36) + shown.join(""));
  // A failure of Krait's own is a bug, and that of a peer is told.
  for (const [at, error] of failures.entries()) {
    if (error !== null) console.log(`  ${engines[at].name}: ${String(error).split("\n")[0].slice(0, 160)}`);
  }
}
const alive = [];
for (const engine of engines) alive.push(cell((await engine.alive?.(100_000)) ?? null, 0));
console.log("100,000 tasks alive, bytes each".padEnd(36) + alive.join(""));
for (const engine of engines) await engine.close();
