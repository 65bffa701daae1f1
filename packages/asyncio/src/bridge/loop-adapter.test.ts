// Everything of a VM in the frames of a host: nothing runs between them, and its clock is theirs.
import { createVM } from "@krait/core";
import { expect, it } from "vitest";
import { asyncio } from "../index.ts";
import { adaptedScheduler, type EventLoopAdapter } from "./loop-adapter.ts";

/** A loop whose frames the test runs, 16 ms apart. */
class Frames implements EventLoopAdapter {
  #time = 1_000;
  readonly #turns: Set<(milliseconds: number) => void> = new Set();
  readonly now = (): number => this.#time;
  readonly subscribe = (turn: (milliseconds: number) => void): (() => void) => {
    this.#turns.add(turn);
    return () => this.#turns.delete(turn);
  };

  get count(): number {
    return this.#turns.size;
  }

  async frame(): Promise<void> {
    this.#time += 16;
    for (const turn of this.#turns) turn(4);
    // The engine's own modules come in real time; the host's Promises settle between the frames.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it("runs scripts, timers and what Promises give in the frames alone", async () => {
  const frames = new Frames();
  const { scheduler, platform, detach } = adaptedScheduler(frames);
  const vm = createVM({ scheduler, platform, modules: [asyncio], limits: { wallTimeMs: Number.POSITIVE_INFINITY } });
  let isReady = false;
  void vm.run("import asyncio").then(() => {
    isReady = true;
  });
  while (!isReady) await frames.frame();

  const seen: unknown[] = [];
  vm.globals.set("see", (what: unknown) => void seen.push(what));
  vm.globals.set("load", async () => "loaded");
  const run = vm.run(`
loop = asyncio.get_running_loop()
start = loop.time()
see("begun")
see(await load())
await asyncio.sleep(0.05)
see(round(loop.time() - start, 3))
`);
  expect(seen).toEqual([]);
  await frames.frame();
  expect(seen).toEqual(["begun"]);
  await frames.frame();
  expect(seen).toEqual(["begun", "loaded"]);
  for (let n = 0; n < 3; n++) await frames.frame();
  expect(seen.length).toBe(2);
  await frames.frame();
  // Sleep began in the second frame; 50 ms are over in the fourth after it.
  expect(seen).toEqual(["begun", "loaded", 0.08]);
  await run;

  const closed = vm.close();
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
  });
  while (!isClosed) await frames.frame();
  detach();
  expect([vm.state, frames.count]).toEqual(["closed", 0]);
});

it("refuses what is no adapter", () => {
  expect(() => adaptedScheduler({ now: 1, subscribe() {} } as never)).toThrow("option 'now' must be of type function");
  expect(() => adaptedScheduler({ now: () => 1 } as never)).toThrow("option 'subscribe' is missing");
  expect(() => adaptedScheduler({ now: () => 1, subscribe() {} } as never)).toThrow("must answer a function");
});
