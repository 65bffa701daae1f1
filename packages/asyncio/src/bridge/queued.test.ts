// Host functions in a queue: how many run at once, who comes first, what a full queue, a timeout and a cancellation do.
import { arg, asyncFunction, blockingFunction, nativeFunction, nativeModule, t, VirtualPlatform } from "@krait/core";
import { describe, expect, it } from "vitest";
import { virtualVMs } from "../../test/virtual-vm.ts";
import { HostQueue } from "./host-queue.ts";
import { queued, type QueuedOptions } from "./queued.ts";

const virtualVM = virtualVMs();

/** A host with one function, `work(name, ms)`, that tells what happens to each call. */
function host(options: (platform: VirtualPlatform) => QueuedOptions, platform = new VirtualPlatform()) {
  const log: string[] = [];
  const counts = { running: 0, most: 0 };
  const work = asyncFunction({
    parameters: [arg("name", t.str), arg("ms", t.int, 10)],
    call: (name, ms, { signal }) => {
      log.push(`begin ${name}`);
      counts.most = Math.max(counts.most, ++counts.running);
      signal.addEventListener("abort", () => log.push(`abort ${name}`));
      return new Promise<string>((resolve) => {
        platform.timer(ms, () => {
          counts.running--;
          log.push(`end ${name}`);
          resolve(name);
        });
      });
    },
  });
  const spec = queued(work, { timer: (ms, callback) => platform.timer(ms, callback), ...options(platform) });
  const module = () => nativeModule({ name: "host", functions: { work: spec } });
  return { log, counts, platform, module };
}

const ALL = "import asyncio\nfrom host import work\nprint(await asyncio.gather(*[work(n) for n in 'abcdef']))";

describe("queued", () => {
  it("runs so many calls at once, and all of them in the end", async () => {
    const { counts, platform, module } = host(() => ({ concurrency: 2 }));
    const { run, lines } = virtualVM({ platform, modules: [module()] });
    const startedAt = platform.monotonic();
    await run(ALL);
    expect(lines()).toEqual(["['a', 'b', 'c', 'd', 'e', 'f']"]);
    expect([counts.most, platform.monotonic() - startedAt]).toEqual([2, 30]);
  });

  it("makes calls wait before a full queue, and drops none", async () => {
    const queue = new HostQueue({ concurrency: 1, capacity: 2 });
    const { log, counts, platform, module } = host(() => ({ queue, priority: (name: string) => name.charCodeAt(0) }));
    const { vm, run, lines } = virtualVM({ platform, modules: [module()] });
    platform.timer(5, () =>
      log.push(`${queue.running} runs, ${queue.waiting} wait, ${vm.stats.pendingHostCalls} are waited for`),
    );
    await run(ALL);
    expect(lines()).toEqual(["['a', 'b', 'c', 'd', 'e', 'f']"]);
    expect(counts.most).toBe(1);
    expect(log.filter((line) => !line.startsWith("end"))).toEqual([
      "begin a",
      "1 runs, 5 wait, 6 are waited for",
      // Of the two in the queue the higher one comes first; then the next that waited before it is in.
      "begin c",
      "begin d",
      "begin e",
      "begin f",
      "begin b",
    ]);
  });

  it("is shared by VMs, whose calls are in one queue", async () => {
    const queue = new HostQueue({ concurrency: 2 });
    const { counts, platform, module } = host(() => ({ queue }));
    const vms = [1, 2, 3].map(() => virtualVM({ platform, modules: [module()] }));
    const runs = vms.map(({ vm }) => vm.run(ALL));
    await platform.runUntilIdle();
    await Promise.all(runs);
    expect(counts.most).toBe(2);
    expect(vms.map(({ lines }) => lines().length)).toEqual([1, 1, 1]);
  });

  it("raises TimeoutError, aborts the call, and keeps its place until the host is done", async () => {
    const { log, platform, module } = host(() => ({ concurrency: 1, timeoutMs: 20, name: "work()" }));
    const { run, lines } = virtualVM({ platform, modules: [module()] });
    await run(`
import asyncio
from host import work
async def timed(*args):
    try: return await work(*args)
    except TimeoutError as e: return str(e)
print(await asyncio.gather(timed('slow', 50), timed('next', 5)))
`);
    expect(lines()).toEqual(["['work() took longer than 20 ms', 'next']"]);
    expect(log).toEqual(["begin slow", "abort slow", "end slow", "begin next", "end next"]);
  });

  it("lets calls that are cancelled leave the queue", async () => {
    const queue = new HostQueue({ concurrency: 1, capacity: 1 });
    const { log, platform, module } = host(() => ({ queue }));
    const { run, lines } = virtualVM({ platform, modules: [module()] });
    await run(`
import asyncio
from host import work
async def call(name): return await work(name)
tasks = [asyncio.create_task(call(n)) for n in 'abcd']
await asyncio.sleep(0.001)
for task in tasks[:3]: task.cancel()
print([type(x).__name__ for x in await asyncio.gather(*tasks, return_exceptions=True)])
`);
    expect(lines()).toEqual(["['CancelledError', 'CancelledError', 'CancelledError', 'str']"]);
    expect(log).toEqual(["begin a", "abort a", "end a", "begin d", "end d"]);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it("takes functions that scripts call without await, whose errors are as before", async () => {
    const spec = blockingFunction({
      parameters: [arg("n", t.int)],
      returns: t.int,
      call: async (n: number) => {
        if (n < 0) throw new RangeError("below 0");
        return n * 2;
      },
    });
    const { run, lines } = virtualVM({
      modules: [nativeModule({ name: "host", functions: { double: queued(spec, { concurrency: 1 }) } })],
    });
    await run("from host import double\nprint(double(4))\ntry: double(-1)\nexcept RuntimeError as e: print(e)");
    expect(lines()).toEqual(["8", "RangeError: below 0"]);
  });

  it("refuses what is wrong by name", () => {
    const plain = nativeFunction({ call: () => 1 });
    const spec = asyncFunction({ call: async () => 1 });
    expect(() => queued(plain, { concurrency: 1 })).toThrow("a function that answers at once cannot wait for its turn");
    expect(() => queued(spec, {})).toThrow("'concurrency' or a 'queue' is expected");
    expect(() => queued(spec, { concurrency: 0 })).toThrow("HostQueue: concurrency must be a whole number");
    expect(() => queued(spec, { concurrency: 1, timeoutMs: 0 })).toThrow("timeoutMs must be above 0");
    expect(() => queued(spec, { concurrency: 1, speed: 2 } as never)).toThrow("queued: unknown option 'speed'");
    expect(() => new HostQueue({ concurrency: "1" } as never)).toThrow("concurrency must be a number, not 1");
  });
});
