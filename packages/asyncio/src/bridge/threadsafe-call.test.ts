// Callbacks of the host that call into a VM: in order, with failures told, and without effect once it closes.
import type { PythonCallable } from "@krait/core";
import { expect, it } from "vitest";
import { virtualVMs } from "../../test/virtual-vm.ts";
import { threadsafeCall } from "./threadsafe-call.ts";

const virtualVM = virtualVMs();
const callable = (value: unknown): PythonCallable => value as PythonCallable;

it("calls in order, plain functions and coroutines", async () => {
  const { vm, platform, run, lines } = virtualVM();
  await run("def f(n): print('f', n)\nasync def g(n): print('g', n)");
  const f = threadsafeCall(vm, callable(vm.globals.get("f")));
  const g = threadsafeCall(vm, callable(vm.globals.get("g")));
  expect([f(1), g(2), f(3)]).toEqual([true, true, true]);
  await platform.runUntilIdle();
  expect(lines().filter((line) => line.startsWith("f"))).toEqual(["f 1", "f 3"]);
  expect(lines()).toContain("g 2");
});

it("takes the messages of a port", async () => {
  const { vm, platform, run, lines } = virtualVM();
  await run("def f(message): print(message)");
  const call = threadsafeCall(vm, callable(vm.globals.get("f")));
  const { port1, port2 } = new MessageChannel();
  const all = new Promise<void>((resolve) => {
    port1.addEventListener("message", (event) => {
      const { data } = event as unknown as { readonly data: unknown };
      call(data);
      if (data === null) resolve();
    });
  });
  port1.start();
  for (const message of [{ n: 1 }, [2], null]) port2.postMessage(message);
  await all;
  port1.close();
  await platform.runUntilIdle();
  expect(lines()).toEqual(["{'n': 1}", "[2]", "None"]);
});

it("tells the loop's exception handler of what fails, or the host where it asks", async () => {
  const { vm, platform, run } = virtualVM({ stderr: () => {} });
  const warnings: string[] = [];
  vm.on("warning", ({ message }) => warnings.push(message.split("\n").at(-1) as string));
  await run("def f(n): return 1 / n");
  const f = callable(vm.globals.get("f"));
  const call = threadsafeCall(vm, f);
  call(0);
  call(Symbol("s"));
  call(1);
  await platform.runUntilIdle();
  expect(warnings).toEqual([
    "ZeroDivisionError: division by zero",
    "A call from the host failed: ConversionError: argument 2: a symbol has no Python counterpart",
  ]);
  const errors: unknown[] = [];
  threadsafeCall(vm, f, { failed: (error) => errors.push((error as Error).message) })(0);
  await platform.runUntilIdle();
  expect(errors).toEqual(["division by zero"]);
});

it("does nothing once the VM closes or was reset", async () => {
  const { vm, platform, run, lines } = virtualVM();
  await run("def f(): print('called')");
  const call = threadsafeCall(vm, callable(vm.globals.get("f")));
  vm.reset();
  call();
  await platform.runUntilIdle();
  expect(call()).toBe(false);

  await run("def f(): print('called')");
  const late = threadsafeCall(vm, callable(vm.globals.get("f")));
  const closed = vm.close();
  expect(late()).toBe(false);
  await platform.runUntilIdle();
  await closed;
  expect([late(), lines()]).toEqual([false, []]);
});

it("refuses what is no callable of Python", () => {
  const { vm } = virtualVM();
  expect(() => threadsafeCall(vm, (() => {}) as never)).toThrow("a callable of Python is expected");
});
