// Measures what stands between two threads: how long an interrupt from another thread takes to end `while True: pass`
// (through shared memory, in a VM that yields and in one that blocks its thread; and in a WorkerVM by both ways), and
// how long calls into a WorkerVM take. The first row is what the machine makes of it at the time: a loop of plain
// JavaScript that looks at the flag all the time. Medians and 99th percentiles in ms. `node bench/worker-latency.mjs [rounds]`.
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { createVM, InterruptHandle } from "@krait/core";
import { createWorkerVM } from "@krait/core/node";

/** Milliseconds on a clock that all threads share. */
const now = () => performance.timeOrigin + performance.now();

if (!isMainThread) interruptOnRequest();
else await measureAll(Number(process.argv[2] ?? 300));

/** In another thread: a moment after the script said that it runs, interrupt it and note when. */
function interruptOnRequest() {
  const { data, flags, times } = workerData;
  const handle = InterruptHandle.from(data);
  for (;;) {
    Atomics.wait(flags, 0, 0);
    if (Atomics.exchange(flags, 0, 0) === 2) return;
    Atomics.wait(flags, 1, 0, 2 + Math.random() * 4);
    times[0] = now();
    handle.interrupt();
  }
}

async function measureAll(rounds) {
  const row = (name, times) => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(3).padStart(12);
    console.log(name.padEnd(44) + at(0.5) + at(0.9) + at(0.99) + at(1));
  };
  console.log(
    `${rounds} rounds, ms`.padEnd(44) + ["p50", "p90", "p99", "most"].map((cell) => cell.padStart(12)).join(""),
  );
  row("a flag in shared memory, plain JavaScript", await fromThread(rounds, spin));
  row("interrupt by shared memory, vm.run", await fromThread(rounds, (vm, source) => vm.run(source)));
  row("interrupt by shared memory, vm.runSync", await fromThread(rounds, async (vm, source) => vm.runSync(source)));
  row("interrupt of a WorkerVM", await ofWorker(rounds, (vm) => vm.interrupt()));
  const byMessage = async (vm) => {
    const handle = await vm.interruptHandle({ shared: false });
    return () => handle.interrupt();
  };
  row("interrupt of a WorkerVM by message", await ofWorker(rounds, null, byMessage));
  row("call into a WorkerVM and back", await calls(rounds));
}

/** From the request in the other thread to the rejection in this one. */
async function fromThread(rounds, run) {
  const vm = createVM({ limits: { activeTimeMs: Infinity, wallTimeMs: Infinity } });
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const times = new Float64Array(new SharedArrayBuffer(8));
  const handle = vm.interruptHandle();
  const worker = new Worker(new URL(import.meta.url), { workerData: { data: handle.data, flags, times } });
  const signal = (value) => {
    Atomics.store(flags, 0, value);
    Atomics.notify(flags, 0);
  };
  vm.globals.set("ready", () => signal(1));
  const latencies = [];
  for (let round = -20; round < rounds; round++) {
    try {
      await run(vm, "ready()\nwhile True: pass", handle, signal);
    } catch (error) {
      if (error.type !== "KeyboardInterrupt") throw error;
    }
    if (round >= 0) latencies.push(now() - times[0]);
  }
  signal(2);
  await new Promise((resolve) => worker.on("exit", resolve));
  await vm.close();
  return latencies;
}

/** No Krait: the words of a handle's memory change when it is used. */
async function spin(_vm, _source, handle, signal) {
  const words = new Int32Array(handle.data.memory);
  words[0] = 0;
  signal(1);
  while (Atomics.load(words, 0) === 0);
}

/** From the request in this thread to the rejection in this thread. */
async function ofWorker(rounds, interrupt, prepare = async (vm) => () => interrupt(vm)) {
  const vm = createWorkerVM({ limits: { activeTimeMs: Infinity, wallTimeMs: Infinity } });
  const act = await prepare(vm);
  const latencies = [];
  for (let round = -20; round < rounds; round++) {
    const ended = vm.run("while True: pass").catch((error) => error);
    while ((await vm.stats()).entries === 0);
    await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 4));
    const startedAt = now();
    act();
    const { type } = await ended;
    if (type !== "KeyboardInterrupt") throw new Error(`it ended with ${type}`);
    if (round >= 0) latencies.push(now() - startedAt);
  }
  await vm.close();
  return latencies;
}

async function calls(rounds) {
  const vm = createWorkerVM();
  await vm.run("def add(a, b): return a + b");
  const times = [];
  for (let round = -200; round < rounds; round++) {
    const startedAt = now();
    await vm.call("add", round, 1);
    if (round >= 0) times.push(now() - startedAt);
  }
  await vm.close();
  return times;
}
