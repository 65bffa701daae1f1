// Synchronous calls of Python from the host: those that end at once, and all that can keep one from doing so.
import { afterEach, describe, expect, it } from "vitest";
import { LimitError, PythonError, TerminatedError, WouldWaitError } from "../host/errors.ts";
import type { PythonCallable } from "../host/python-object.ts";
import { createVM, type VM } from "./vm.ts";
import type { VMLimits } from "./options.ts";

const open: VM[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function world(limits: VMLimits = {}): Promise<{ vm: VM; call(name: string, ...args: unknown[]): unknown }> {
  const vm = createVM({ limits });
  open.push(vm);
  await vm.run(`
import time
def same(x): return x
def long(n):
    total = 0
    for i in range(n): total += i
    return total
def fail(x): return 1 // x
def spin():
    while True: pass
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
def wait(): time.sleep(1)
async def later(x): return x * 2
def gen():
    yield from (1, 2, 3)
async def waits_for(promise): return await promise
def through(f, *args): return f(*args)
`);
  return { vm, call: (name, ...args) => (vm.globals.get(name) as PythonCallable).callSync(...args) };
}

describe("synchronous calls", () => {
  it("need no wait for features of the language that a script asks for", async () => {
    const { vm } = await world();
    vm.runSync("from __future__ import annotations\ndef f(x: Later): pass");
    expect(vm.runSync("f.__annotations__['x']")).toBe("Later");
  });

  it("answer, one after the other", async () => {
    const { vm, call } = await world();
    for (let n = 0; n < 100; n++) expect(call("same", n)).toBe(n);
    expect(call("same", [1, "a", null, 2.5])).toEqual([1, "a", null, 2.5]);
    expect(vm.stats.instructions).toBeGreaterThan(100);
    expect(vm.stats.entries).toBe(0);
  });

  it("go on beyond a quantum", async () => {
    const { call } = await world();
    expect(call("long", 100_000)).toBe(4_999_950_000);
    expect(call("deep", 500)).toBe(500);
    expect(call("same", 1)).toBe(1);
  });

  it("raise what the script raises, and leave no trace of it", async () => {
    const { vm, call } = await world();
    expect(() => call("fail", 0)).toThrow(PythonError);
    expect(() => call("fail", 0)).toThrow("integer division or modulo by zero");
    expect(() => call("fail")).toThrow("missing 1 required positional argument");
    expect(call("fail", 1)).toBe(1);
    expect(vm.stats.entries).toBe(0);
  });

  it("await a coroutine that need not wait, and refuse one that must", async () => {
    const { call } = await world();
    expect(call("later", 4)).toBe(8);
    expect(() => call("wait")).toThrow(WouldWaitError);
    expect(() => call("waits_for", Promise.resolve(1))).toThrow(WouldWaitError);
    expect(call("same", 1)).toBe(1);
  });

  it("nest: a script calls the host, which calls the script", async () => {
    const { vm, call } = await world();
    const down = (n: unknown): unknown => (n === 0 ? "bottom" : call("through", down, (n as number) - 1));
    expect(call("through", down, 5)).toBe("bottom");
    const failing = (): unknown => call("fail", 0);
    expect(() => call("through", failing)).toThrow("integer division or modulo by zero");
    expect(await vm.run("through(same, 3)")).toBe(3);
  });

  it("are stopped by limits that add up", async () => {
    const { call } = await world({ instructions: 50_000 });
    expect(() => call("spin")).toThrow(LimitError);
    expect(call("long", 1_000)).toBe(499_500);
    const small = await world({ instructions: 300 });
    expect(() => small.call("long", 10_000)).toThrow(/instructions = 300/);
    expect(small.call("same", 1)).toBe(1);
  });

  it("show what runs to host code within them, which can stop it", async () => {
    const { vm, call } = await world();
    const seen: unknown[] = [];
    expect(call("through", () => seen.push(vm.stats.entries))).toBe(1);
    expect(seen).toEqual([1]);
    await vm.run("def stopped(f):\n    f()\n    while True: pass");
    expect(() => call("stopped", () => vm.terminate("enough"))).toThrow(TerminatedError);
    expect(() => call("stopped", () => void vm.interrupt("stop"))).toThrow(
      expect.objectContaining({ type: "KeyboardInterrupt" }),
    );
    expect(() => call("stopped", () => vm.reset())).toThrow(/closed|reset/);
    expect(await vm.run("1 + 1")).toBe(2);
  });

  it("count what they write against no later run", async () => {
    const { call, vm } = await world({ outputBytes: 100 });
    await vm.run("def say(n): print('x' * n, end='')");
    expect(() => call("say", 200)).toThrow(/outputBytes = 100/);
    for (let n = 0; n < 5; n++) expect(call("say", 60)).toBeNull();
  });
});

describe("calls within calls", () => {
  it("count against the script that made them, whichever way", async () => {
    const { vm, call } = await world({ instructions: 20_000 });
    const nested = (way: (n: number) => unknown) => vm.globals.set("nested", way);
    for (const way of [(n: number) => call("long", n), (n: number) => vm.runSync(`long(${n})`)]) {
      nested(way);
      await expect(vm.run("for _ in range(100): nested(1_000)")).rejects.toThrow("instructions = 20000");
      const before = vm.stats.instructions;
      await vm.run("nested(1_000)");
      expect(vm.stats.instructions - before).toBeGreaterThan(1_000);
      expect(vm.stats.instructions - before).toBeLessThan(1_500);
    }
  });

  it("whose limit is passed end the script that made them, whatever it catches", async () => {
    const { vm, call } = await world({ instructions: 20_000 });
    vm.globals.set("nested", () => call("spin"));
    const source =
      "caught = False\ntry:\n    nested()\nexcept BaseException:\n    caught = True\nfor _ in range(10): pass\nbeyond = True";
    await expect(vm.run(source)).rejects.toThrow(LimitError);
    expect(vm.globals.get("beyond")).toBeUndefined();
    expect(await vm.run("1 + 1")).toBe(2);
  });

  it("of another VM that passes a limit only raise", async () => {
    const { vm } = await world();
    const other = await world({ instructions: 1_000 });
    vm.globals.set("nested", () => other.call("spin"));
    expect(await vm.run("try:\n    nested()\nexcept RuntimeError as error:\n    text = str(error)\ntext")).toMatch(
      /^LimitError: script stopped: it passed the limit instructions = 1000/,
    );
  });

  it("fill the memory no further than its limit, however short each is", async () => {
    const { vm, call } = await world({ memoryBytes: 4_000_000 });
    await vm.run("kept = []\ndef keep(n): kept.append([0] * n)\ndef drop(n): [0] * n");
    for (let count = 0; count < 5_000; count++) call("drop", 1_000);
    let calls = 0;
    const fill = (): void => {
      for (; calls < 10_000; calls++) call("keep", 1_000);
    };
    expect(fill).toThrow(/memoryBytes = 4000000/);
    expect(calls).toBeLessThan(2_000);
    await vm.run("kept.clear()");
    vm.globals.set("fill", fill);
    const source =
      "caught = False\ntry:\n    fill()\nexcept BaseException:\n    caught = True\nfor _ in range(10): pass\nbeyond = True";
    calls = 0;
    await expect(vm.run(source)).rejects.toThrow(/memoryBytes/);
    expect(vm.globals.get("beyond")).toBeUndefined();
  });
});
