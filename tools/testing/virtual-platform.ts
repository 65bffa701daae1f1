// Platforms for tests: clocks that move only when a timer fires, so that sleeping takes no time.
import type { Platform, VM } from "@krait/core";

/**
 * Macrotasks are the event loop's; the clock jumps to the next timer when there is nothing else to do, and each look at it
 * moves it by `step` ms.
 */
export function virtualPlatform(step = 0): Platform {
  const platform = new ManualPlatform();
  platform.step = step;
  const { timers } = platform;
  let isArmed = false;
  let tasks = 0;
  const arm = (): void => {
    if (isArmed || timers.length === 0) return;
    isArmed = true;
    setImmediate(() => {
      isArmed = false;
      if (tasks === 0) platform.fire();
      arm();
    });
  };
  return {
    now: () => platform.now(),
    monotonic: () => platform.monotonic(),
    randomBytes: (count) => platform.randomBytes(count),
    macrotask: (callback) => {
      tasks++;
      setImmediate(() => {
        tasks--;
        callback();
      });
    },
    timer(milliseconds, callback) {
      const cancel = platform.timer(milliseconds, callback);
      arm();
      return cancel;
    },
  };
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Nothing happens by itself: the test runs the turns of the event loop, fires timers and moves the clock. */
export class ManualPlatform implements Platform {
  /** What the clocks show, in ms; no clock of a running computer stands at 0. */
  time = 1;
  /** By how much each look at the clock moves it. */
  step = 0;
  readonly tasks: (() => void)[] = [];
  readonly timers: Timer[] = [];

  now(): number {
    return 1_700_000_000_000 + this.time;
  }

  monotonic(): number {
    this.time += this.step;
    return this.time;
  }

  randomBytes(count: number): Uint8Array {
    return new Uint8Array(count).fill(7);
  }

  macrotask(callback: () => void): void {
    this.tasks.push(callback);
  }

  timer(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.time + milliseconds, callback };
    this.timers.push(timer);
    this.timers.sort((a, b) => a.at - b.at);
    return () => {
      const index = this.timers.indexOf(timer);
      if (index >= 0) this.timers.splice(index, 1);
    };
  }

  /** Run the next macrotask; whether there was one. */
  turn(): boolean {
    const task = this.tasks.shift();
    task?.();
    return task !== undefined;
  }

  /** Move the clock to the next timer and fire it; whether there was one. */
  fire(): boolean {
    const timer = this.timers.shift();
    if (timer === undefined) return false;
    this.time = Math.max(this.time, timer.at);
    timer.callback();
    return true;
  }

  /** Turns until nothing is left to do but wait for a timer, with promises settled in between. */
  async turns(): Promise<void> {
    do await settled();
    while (this.turn());
  }

  /** Turns and timers until nothing is left to do, with promises settled in between. */
  async drain(): Promise<void> {
    for (;;) {
      await settled();
      if (!this.turn() && !this.fire()) return;
    }
  }
}

/**
 * Imports a module of the library, whose file is loaded in real time: later imports in this VM are over at once. No timer
 * fires, and the clock moves by `step` alone.
 */
export async function imported(platform: ManualPlatform, vm: VM, name: string): Promise<void> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  const run = vm.run(`import ${name}`);
  run.then(over, over);
  while (!isOver) {
    platform.turn();
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
  await run;
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}
