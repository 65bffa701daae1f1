// What many VMs in one thread cost: making one, the memory of 1,000, the lag of the event loop and the shares of the time
// while all of them spin, and what is left after closing them. `node bench/many-vms.mjs`.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createVM, defaultPlatform, Scheduler } from "@krait/core";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

/** Heap in use after a full collection, in bytes. */
async function heap() {
  for (let round = 0; round < 3; round++) {
    collect();
    await settle(20);
  }
  return process.memoryUsage().heapUsed;
}

let rejections = 0;
process.on("unhandledRejection", () => rejections++);

{
  const times = [];
  for (let round = 0; round < 400; round++) {
    const start = performance.now();
    createVM();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`making a VM: ${quantile(times, 0.5).toFixed(3)} ms (median of 400)`);
}

/** So many VMs are made, spin together, and are closed. */
async function scene(count, milliseconds) {
  const scheduler = new Scheduler({ platform: defaultPlatform() });
  const before = await heap();
  let vms = Array.from({ length: count }, (_, at) => createVM({ scheduler, name: `vm${at}` }));
  await Promise.all(vms.map((vm) => vm.run("n = 0\ndef step():\n    global n\n    n += 1\nstep()")));
  const alive = await heap();
  let runs = vms.map((vm) => vm.run("while True: step()").catch((error) => error.name));
  await settle(milliseconds / 3);
  const begun = vms.map((vm) => vm.stats.activeTimeMs);
  const lags = [];
  const end = performance.now() + milliseconds;
  for (let last = performance.now(); last < end; ) {
    await settle(1);
    const now = performance.now();
    lags.push(now - last - 1);
    last = now;
  }
  lags.sort((a, b) => a - b);
  const counts = vms.map((vm) => vm.globals.get("n")).sort((a, b) => a - b);
  const shares = vms.map((vm, at) => vm.stats.activeTimeMs - begun[at]).sort((a, b) => a - b);
  const start = performance.now();
  await Promise.all(vms.map((vm) => vm.close()));
  const ends = [...new Set(await Promise.all(runs))];
  const closing = performance.now() - start;
  vms = null;
  runs = null;
  return { before, alive, lags, counts, shares, ends, closing, after: await heap() };
}

for (const count of [1, 100, 1_000]) {
  // What V8 compiles once, and keeps, is no part of what VMs cost or leave behind.
  for (let round = 0; round < 2; round++) await scene(count, 500);
  const { before, alive, lags, counts, shares, ends, closing, after } = await scene(
    count,
    count < 1_000 ? 4_000 : 16_000,
  );
  console.log(
    [
      `${count} VMs: lag p50 ${quantile(lags, 0.5).toFixed(1)} ms, p99 ${quantile(lags, 0.99).toFixed(1)} ms`,
      `shares of the time p5/p95 ${(quantile(shares, 0.05) / quantile(shares, 0.95)).toFixed(3)}, of the work ${(quantile(counts, 0.05) / quantile(counts, 0.95)).toFixed(2)}`,
      `${((alive - before) / count / 1024).toFixed(1)} kB each`,
      `closed in ${closing.toFixed(0)} ms (${ends.join(", ")}), heap then ${((after / before) * 100).toFixed(1)} % of before`,
    ].join("; "),
  );
}
console.log(`unhandled rejections: ${rejections}`);
