// A platform whose clock moves only when the host says: for tests, and for replaying a run bit for bit.
import { Timer, TimerHeap } from "../schedule/timer-heap.ts";
import { macrotasks, type Platform } from "./platform.ts";
import { seededBytes } from "./seeded-bytes.ts";

/** How a virtual platform begins and moves. */
export interface VirtualPlatformOptions {
  /** What the wall clock shows at first, in ms since 1970; default 0. */
  readonly startMs?: number;
  /** Seeds the random bytes; default 0. */
  readonly seed?: number;
  /**
   * By how much each look at the monotonic clock moves both clocks, in ms; default 0. Above 0, running takes virtual time:
   * `activeTimeMs` grows, and a script that never ends does not hold up `advance`.
   */
  readonly stepMs?: number;
}

/** Tasks in a row at one time after which nothing is taken to come to rest any more. */
const MOST_TASKS = 1_000_000;

/**
 * Time, tasks and randomness that depend on nothing of the real machine. VMs that share one platform and one scheduler
 * with a fixed quantum, each with a seed, do the same at every run: the same interleaving, output, instruction counts,
 * random numbers, times and ids.
 *
 *     const platform = new VirtualPlatform({ startMs: Date.UTC(2030, 0, 1), seed: 1 });
 *     const scheduler = new Scheduler({ platform, quantum: 100 });
 *     const vm = createVM({ platform, scheduler, seed: 1, stdout, limits: { wallTimeMs: Infinity } });
 *     const run = vm.run("import time\ntime.sleep(3600)\nprint('an hour later')");
 *     await platform.advance(3_600_000); // a moment of real time
 *     await run;
 *
 * What the host does must depend on this platform alone too: its own delays are `platform.timer`, its randomness
 * `platform.randomBytes`, and it acts between calls of `advance`, from timers, or from functions that scripts call.
 * Nothing runs while nobody moves the clock: a run that is awaited without it never ends.
 */
export class VirtualPlatform implements Platform {
  readonly #startMs: number;
  readonly #stepMs: number;
  readonly #randomBytes: (count: number) => Uint8Array;
  readonly #realTask: (callback: () => void) => void = macrotasks();
  readonly #timers: TimerHeap = new TimerHeap();
  readonly #tasks: (() => void)[] = [];
  readonly #loads: { readonly over: Promise<unknown>; readonly release: () => void }[] = [];
  /** No clock of a running computer stands at 0. */
  #time = 1;
  #isMoving = false;

  /** Throws TypeError when an option is no number, RangeError when `stepMs` is negative or infinite. */
  constructor(options: VirtualPlatformOptions = {}) {
    const { startMs = 0, seed = 0, stepMs = 0 } = options;
    for (const [name, value] of Object.entries({ startMs, seed, stepMs })) {
      if (typeof value !== "number" || Number.isNaN(value)) {
        throw new TypeError(`VirtualPlatform: ${name} must be a number, not ${String(value)}`);
      }
    }
    if (!(stepMs >= 0 && stepMs < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`VirtualPlatform: stepMs must be at least 0 and finite, not ${stepMs}`);
    }
    this.#startMs = startMs - this.#time;
    this.#stepMs = stepMs;
    this.#randomBytes = seededBytes(seed);
  }

  /** The wall clock, in ms since 1970. */
  now(): number {
    return this.#startMs + this.#time;
  }

  /** The monotonic clock, in ms; each look moves it by `stepMs`. */
  monotonic(): number {
    this.#time += this.#stepMs;
    return this.#time;
  }

  randomBytes(count: number): Uint8Array {
    return this.#randomBytes(count);
  }

  macrotask(callback: () => void): void {
    this.#tasks.push(callback);
  }

  timer(milliseconds: number, callback: () => void): () => void {
    const timer = new Timer({ fire: callback });
    this.#timers.add(timer, this.#time + Math.max(0, milliseconds));
    return () => this.#timers.cancel(timer);
  }

  /** The clock stands still until what is loaded has come, and it comes when everything else has come to rest. */
  loading<T>(part: Promise<T>): Promise<T> {
    return new Promise<T>((resolve) => {
      const over = part.catch(() => {});
      this.#loads.push({ over, release: () => resolve(part) });
    });
  }

  /**
   * Move the clocks by `milliseconds`: runs the tasks of now, then each timer on the way, at its time, with the tasks and
   * the continuations of Promises that follow from it. Throws RangeError for what is no time, Error when the clock is being
   * moved already or when tasks never end at one time.
   */
  async advance(milliseconds: number): Promise<void> {
    if (!(milliseconds >= 0 && milliseconds < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`VirtualPlatform.advance: not a time in ms: ${String(milliseconds)}`);
    }
    const end = this.#time + milliseconds;
    await this.#moveTo(end);
    this.#time = Math.max(this.#time, end);
  }

  /** Move the clocks from timer to timer until nothing is left to do. Throws as `advance` does. */
  async runUntilIdle(): Promise<void> {
    await this.#moveTo(Number.POSITIVE_INFINITY);
  }

  async #moveTo(end: number): Promise<void> {
    if (this.#isMoving) throw new Error("VirtualPlatform: the clock is being moved already");
    this.#isMoving = true;
    try {
      let tasks = 0;
      for (;;) {
        await this.#rest();
        const before = this.#time;
        if (!this.#runNext(end)) return;
        tasks = this.#time === before ? tasks + 1 : 0;
        if (tasks > MOST_TASKS) {
          throw new Error("VirtualPlatform: a script or task never comes to rest, and stepMs is 0: time stands still");
        }
      }
    } finally {
      this.#isMoving = false;
    }
  }

  /** Run the next timer or task until `end`; false when there is none. */
  #runNext(end: number): boolean {
    if (this.#time > end) return false;
    const timer = this.#timers.takeDue(this.#time);
    if (timer !== null) {
      timer.fire();
      return true;
    }
    const task = this.#tasks.shift();
    if (task !== undefined) {
      task();
      return true;
    }
    const at = this.#timers.nextAt();
    if (at > end || at === Number.POSITIVE_INFINITY) return false;
    this.#time = at;
    return true;
  }

  /** Until all continuations of Promises have run; what was loaded meanwhile comes one part at a time, in its order. */
  async #rest(): Promise<void> {
    for (;;) {
      await new Promise<void>((resolve) => this.#realTask(resolve));
      const load = this.#loads.shift();
      if (load === undefined) return;
      await load.over;
      load.release();
    }
  }
}
