// A host whose functions take time, as fetch does, and a script that uses them with asyncio: a gather of queued calls,
// calls that are given up, a task group that is cancelled, events in `async for`, and a clean close with its report.
import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { asyncio, eventStream, queued, threadsafeCall } from "@krait/asyncio";
import { arg, asyncFunction, createVM, nativeModule, t } from "@krait/core";

const stats = { calls: 0, atOnce: 0, most: 0, aborted: 0 };

/** Answers after some time, unless nobody waits any more: what a host's own fetch would do with the signal. */
const fetchItem = asyncFunction({
  parameters: [arg("path", t.str), arg("ms", t.int, 20)],
  async call(path, ms, { signal }) {
    stats.calls += 1;
    stats.most = Math.max(stats.most, ++stats.atOnce);
    try {
      await wait(ms, null, { signal });
      return { path, size: path.length };
    } catch (error) {
      stats.aborted += 1;
      throw error;
    } finally {
      stats.atOnce -= 1;
    }
  },
});

const web = nativeModule({
  name: "web",
  functions: { fetch: queued(fetchItem, { concurrency: 3, timeoutMs: 500, name: "fetch()" }) },
});

const SCRIPT = `
import asyncio
from web import fetch

async def gathered():
    items = await asyncio.gather(*[fetch(f"/item/{n}") for n in range(9)])
    print("fetched", len(items), "items of", sum(item["size"] for item in items), "bytes")

async def given_up():
    try:
        await fetch("/slow", 60_000)
    except TimeoutError as error:
        print("the host has given up:", error)
    try:
        async with asyncio.timeout(0.05):
            await fetch("/slow", 60_000)
    except TimeoutError:
        print("the script has given up")

async def part(n):
    try:
        await fetch(f"/part/{n}", 60_000)
    except asyncio.CancelledError:
        print("part", n, "was cancelled")
        raise

async def parts():
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(part(n))

async def cancelled():
    # The second part fails, and its group cancels the others; then a group is cancelled from outside.
    async def failing():
        await asyncio.sleep(0.01)
        raise ValueError("no such part")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(part(0))
            group.create_task(failing())
    except* ValueError as errors:
        print("the group has failed:", errors.exceptions[0])
    task = asyncio.create_task(parts())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("the group was cancelled")

async def follow(ticks):
    async for tick in ticks:
        print("tick", tick)
        if tick == 3:
            break
    await ticks.aclose()

def notice(text):
    print("notice:", text)

async def heartbeat():
    try:
        while True:
            await asyncio.sleep(0.01)
    finally:
        print("the heartbeat has stopped")
`;

const vm = createVM({ name: "async-host", modules: [asyncio, web], stdout: (text) => process.stdout.write(text) });
const phases = [];
vm.on("phase", ({ phase, isForced }) => phases.push(isForced ? `${phase} (forced)` : phase));
await vm.run(SCRIPT);

await vm.call("gathered");
console.log(`the host has answered ${stats.calls} calls, at most ${stats.most} at once`);
await vm.call("given_up");
await vm.call("cancelled");
await wait(0);
console.log(`${stats.aborted} calls of the host were aborted`);

const game = new EventEmitter();
const ticks = eventStream(game, "tick", { capacity: 10, overflow: "drop-oldest", vm });
const following = vm.call("follow", ticks);
for (const tick of [1, 2, 3]) {
  await wait(5);
  game.emit("tick", tick);
}
await following;
console.log(`listeners left: ${game.listenerCount("tick")}`);

const notice = threadsafeCall(vm, vm.globals.get("notice"));
notice("from a callback of the host");

const beating = vm.call("heartbeat").catch((error) => error.name);
await wait(30);
const report = await vm.close();
console.log(`the heartbeat ended with ${await beating}`);
console.log(`closed: ${phases.join(", ")}`);
const { tasksCancelled, hostOperationsAborted, lateCompletionsDropped, forced } = report;
console.log(
  `${tasksCancelled} cancelled, ${hostOperationsAborted} aborted, ${lateCompletionsDropped} late, ${forced.length} forced`,
);
console.log(`a late notice was taken: ${notice("too late")}`);
