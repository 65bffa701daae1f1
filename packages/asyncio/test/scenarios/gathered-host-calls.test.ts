// `gather` of what the host does: it begins at once, in no task; what it comes to, and what is done when nobody waits.
import { arg, asyncFunction, LimitError, NativeClass, nativeModule, t, type VMLimits } from "@krait/core";
import { expect, it } from "vitest";
import { asyncio } from "../../src/index.ts";
import { type AsyncVM, asyncVM } from "../async-vm.ts";

/** A call that the test answers. */
interface Asked {
  readonly answer: (value: string) => void;
  readonly refuse: (error: Error) => void;
  readonly signal: AbortSignal;
}

class Door {
  isOpen = false;
}

function open(limits: VMLimits = {}): AsyncVM & { readonly asked: Map<string, Asked> } {
  const asked = new Map<string, Asked>();
  const ask = asyncFunction({
    parameters: [arg("name", t.str)],
    returns: t.str,
    call: (name, { signal }) =>
      new Promise<string>((answer, refuse) => {
        asked.set(name, { answer, refuse, signal });
      }),
  });
  const door = new NativeClass<Door>("Door", { payload: Door }).construct({ create: () => new Door() });
  const enter = asyncFunction({
    parameters: [arg("door", door.exclusive), arg("name", t.str)],
    returns: t.str,
    call: (_door, name, { signal }) =>
      new Promise<string>((answer, refuse) => {
        asked.set(name, { answer, refuse, signal });
      }),
  });
  const now = asyncFunction({ parameters: [arg("n", t.int)], returns: t.int, call: ((n: number) => n * 2) as never });
  const wrong = asyncFunction({ returns: t.int, call: async () => "text" as never });
  const throws = asyncFunction({
    returns: t.int,
    call: () => {
      throw new RangeError("at once");
    },
  });
  const own = nativeModule({ name: "host", classes: [door], functions: { ask, enter, now, wrong, throws } });
  return { ...asyncVM({ modules: [asyncio, own], limits }), asked };
}

const IMPORTS = "import asyncio, host\n";

it("gives the results in the order of the arguments, whatever order the host answers in", async () => {
  const { begin, over, asked, vm, advance, log } = open();
  const entry = begin(
    `${IMPORTS}again = host.ask("b")\nprint(await asyncio.gather(host.ask("a"), again, again, host.now(4), asyncio.sleep(0, "own")))`,
  );
  await advance(20);
  expect([...asked.keys()]).toEqual(["b", "a"].toSorted());
  expect(vm.stats.pendingHostCalls).toBe(2);
  asked.get("b")?.answer("second");
  await advance(20);
  asked.get("a")?.answer("first");
  await over(entry);
  expect(log).toEqual(["['first', 'second', 'second', 8, 'own']"]);
  expect(vm.stats.pendingHostCalls).toBe(0);
});

it("takes Promises of functions that are not declared", async () => {
  const { run, vm, log } = open();
  vm.globals.set("later", (value: unknown) => Promise.resolve(value));
  vm.globals.set("fail", () => Promise.reject(new Error("not today")));
  await run(`${IMPORTS}print(await asyncio.gather(later([1, {"a": 2}]), later(None), fail(), return_exceptions=True))`);
  expect(log).toEqual(["[[1, {'a': 2}], None, RuntimeError('Error: not today')]"]);
});

it("raises the first failure, and lets the others go on; with return_exceptions failures are results", async () => {
  const { begin, over, asked, advance, log } = open();
  const failing = begin(`${IMPORTS}
try: await asyncio.gather(host.ask("a"), host.ask("b"))
except Exception as error: print(repr(error))`);
  await advance(20);
  asked.get("a")?.refuse(new Error("no"));
  await over(failing);
  expect(asked.get("b")?.signal.aborted).toBe(false);
  asked.get("b")?.answer("late");
  const all = begin(`${IMPORTS}
call = host.now(1)
await call
for each in await asyncio.gather(host.wrong(), host.throws(), call, return_exceptions=True):
    print(repr(each))`);
  await over(all);
  expect(log).toEqual([
    "RuntimeError('Error: no')",
    `TypeError("the host's wrong() answered what is no int: result: it must be a number, not string")`,
    "RuntimeError('RangeError: at once')",
    "RuntimeError('cannot reuse already awaited call of now()')",
  ]);
});

it("cancelled, it tells the host that nobody waits, and gives back what the calls had borrowed", async () => {
  const { run, asked, log, vm, advance } = open();
  await run(`${IMPORTS}
door = host.Door()
async def main():
    try: await asyncio.gather(host.enter(door, "a"), host.ask("b"))
    except asyncio.CancelledError: print("cancelled"); raise
task = asyncio.create_task(main())
await asyncio.sleep(0.001)
try: await host.enter(door, "c")
except RuntimeError as error: print(error)
task.cancel()
await asyncio.wait([task])
await asyncio.sleep(0)
other = asyncio.create_task(asyncio.wait_for(host.enter(door, "d"), 0.001))
await asyncio.wait([other])
print(type(other.exception()).__name__)`);
  expect(log).toEqual([
    "Door object is being changed elsewhere: it cannot be borrowed for reading",
    "cancelled",
    "TimeoutError",
  ]);
  expect(["a", "b"].map((name) => asked.get(name)?.signal.aborted)).toEqual([true, true]);
  expect(vm.stats.pendingHostCalls).toBe(0);
  asked.get("b")?.answer("late");
  await advance(5);
  expect(vm.stats.lateCompletions).toBe(1);
});

it("is bounded by the limit of pending calls", async () => {
  const { run } = open({ pendingHostCalls: 3 });
  const failure = run(`${IMPORTS}await asyncio.gather(*[host.ask(str(n)) for n in range(5)])`);
  await expect(failure).rejects.toThrow(LimitError);
  await expect(failure).rejects.toMatchObject({ limit: "pendingHostCalls" });
});

it("S5.1 a VM that closes gives up what is gathered; what comes later reaches nobody", async () => {
  const { begin, close, asked, advance, log } = open();
  const entry = begin(`${IMPORTS}
try: await asyncio.gather(host.ask("a"), host.ask("b"))
finally: print("finally")`);
  await advance(20);
  const report = await close();
  await expect(entry).rejects.toThrow("closed");
  expect(log[2]).toBe("finally");
  expect(report.hostOperationsAborted).toBe(2);
  expect(["a", "b"].map((name) => asked.get(name)?.signal.aborted)).toEqual([true, true]);
  asked.get("a")?.answer("late");
  await advance(5);
  expect(log.at(-1)).toBe("[closed]");
});

it("keeps nothing of what is over: neither futures nor coroutines that have begun", async () => {
  const { run, log } = open({ memoryBytes: Number.POSITIVE_INFINITY });
  await run(`${IMPORTS}
import gc, weakref
class Mark: pass
async def nothing(mark): await asyncio.sleep(0)
async def round():
    marks = [Mark() for _ in range(300)]
    await asyncio.gather(*[nothing(mark) for mark in marks])
    return [weakref.ref(mark) for mark in marks]
refs = await round()
print(gc.collect(), sum(ref() is not None for ref in refs))`);
  expect(log).toEqual(["0 0"]);
});
