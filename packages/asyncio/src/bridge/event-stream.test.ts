// Events of emitters and targets in `async for`: order, bounds, policies, and who stops listening when.
import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { virtualVMs } from "../../test/virtual-vm.ts";
import { eventStream, type EventStreamOptions } from "./event-stream.ts";

const virtualVM = virtualVMs();

/** The items that are there, without waiting for more. */
async function buffered(iterator: AsyncIterator<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for (;;) {
    const next = await Promise.race([
      iterator.next(),
      Promise.resolve()
        .then(() => null)
        .then(() => null),
    ]);
    if (next === null || next.done === true) return items;
    items.push(next.value);
  }
}

const iterate = (emitter: EventEmitter, options: EventStreamOptions) => {
  const stream = eventStream(emitter, "e", options);
  return { stream, iterator: stream[Symbol.asyncIterator]() };
};

describe("a script", () => {
  it("reads the events of an emitter as they come", async () => {
    const { vm, platform, run, lines } = virtualVM();
    const emitter = new EventEmitter();
    vm.globals.set("events", eventStream(emitter, "hit"));
    for (const at of [10, 20, 30]) platform.timer(at, () => emitter.emit("hit", at));
    platform.timer(40, () => emitter.emit("hit", "end", "game"));
    await run(`
async for event in events:
    print(event)
    if event == ["end", "game"]:
        break
await events.aclose()
`);
    expect(lines()).toEqual(["10", "20", "30", "['end', 'game']"]);
    expect(emitter.listenerCount("hit")).toBe(0);
  });

  it("reads the events of an EventTarget", async () => {
    const { vm, platform, run, lines } = virtualVM();
    const target = new EventTarget();
    vm.globals.set("events", eventStream(target, "message", { vm }));
    platform.timer(1, () => target.dispatchEvent(Object.assign(new Event("message"), { data: { n: 1 } })));
    platform.timer(2, () => target.dispatchEvent(Object.assign(new Event("message"), { detail: "detail" })));
    platform.timer(3, () => target.dispatchEvent(new Event("message")));
    await run("it = aiter(events)\nfor _ in range(3): print(await anext(it))");
    expect(lines()).toEqual(["{'n': 1}", "detail", "message"]);
  });

  it("loses no event when a read is cancelled", async () => {
    const { vm, platform, run, lines } = virtualVM();
    const emitter = new EventEmitter();
    vm.globals.set("events", eventStream(emitter, "e"));
    platform.timer(50, () => emitter.emit("e", "first"));
    await run(`
import asyncio
async def read():
    return await anext(events)
task = asyncio.create_task(read())
await asyncio.sleep(0.01)
task.cancel()
await asyncio.sleep(0.01)
print(task.cancelled(), await read())
`);
    expect(lines()).toEqual(["True first"]);
  });

  it("comes to the end when the VM closes, which listens no more", async () => {
    const { vm, platform, run } = virtualVM();
    const emitter = new EventEmitter();
    vm.globals.set("events", eventStream(emitter, "e", { vm }));
    await run("it = aiter(events)");
    expect(emitter.listenerCount("e")).toBe(1);
    const closed = vm.close();
    await platform.runUntilIdle();
    await closed;
    expect(emitter.listenerCount("e")).toBe(0);
  });
});

describe("a full buffer", () => {
  const fill = (options: EventStreamOptions) => {
    const emitter = new EventEmitter();
    const made = iterate(emitter, { capacity: 2, ...options });
    for (const n of [1, 2, 3, 4]) emitter.emit("e", n);
    return { ...made, emitter };
  };

  it("lets go of the oldest events", async () => {
    const { stream, iterator, emitter } = fill({ overflow: "drop-oldest" });
    expect(await buffered(iterator)).toEqual([3, 4]);
    expect(stream.dropped).toBe(2);
    expect(emitter.listenerCount("e")).toBe(1);
  });

  it("takes no newer events", async () => {
    const { stream, iterator } = fill({ overflow: "drop-newest" });
    expect(await buffered(iterator)).toEqual([1, 2]);
    expect(stream.dropped).toBe(2);
  });

  it("fails after the events that it has, and listens no more", async () => {
    const { iterator, emitter } = fill({});
    expect(emitter.listenerCount("e")).toBe(0);
    expect([(await iterator.next()).value, (await iterator.next()).value]).toEqual([1, 2]);
    await expect(iterator.next()).rejects.toThrow("more than 2 events wait to be read");
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });
});

describe("a stream", () => {
  it("ends at the abort of its signal, and for who waits too", async () => {
    const controller = new AbortController();
    const emitter = new EventEmitter();
    const { stream, iterator } = iterate(emitter, { signal: controller.signal });
    emitter.emit("e", 1);
    await iterator.next();
    const waiting = iterator.next();
    controller.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(emitter.listenerCount("e")).toBe(0);
    expect(await stream[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
  });

  it("makes items as it is told", async () => {
    const emitter = new EventEmitter();
    const { iterator } = iterate(emitter, { item: (name: string, by: number) => ({ name, by }) });
    emitter.emit("e", "orc", 3);
    expect((await iterator.next()).value).toEqual({ name: "orc", by: 3 });
  });

  it("refuses what is wrong by name", () => {
    const emitter = new EventEmitter();
    expect(() => eventStream(emitter, "e", { capacity: 0 })).toThrow("capacity must be a whole number of at least 1");
    expect(() => eventStream(emitter, "e", { overflow: "all" as never })).toThrow(
      "overflow must be one of drop-oldest",
    );
    expect(() => eventStream({} as never, "e")).toThrow("an emitter (on, off) or a target (addEventListener)");
    expect(emitter.listenerCount("e")).toBe(0);
  });
});
