// Synchronous calls, which nearly always end within one quantum: then they need no job, no clock and no fiber of their own.
import { deliver } from "../interpret/deliver.ts";
import { runFiber } from "../interpret/run.ts";
import type { Fiber } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import { call } from "../protocol/call.ts";
import type { JobOutcome, Job } from "../objects/job.ts";
import { goBack, passed } from "../schedule/quantum.ts";

/** Safe points that a call may pass before it becomes a job. */
const QUANTUM = 2_000;

/** A fiber whose registers have grown beyond this is not used again: clearing it would cost more than a new one. */
const MOST_REGISTERS = 64;

/** A job that is run on the caller's stack, with how it ended. */
export interface JobNow {
  readonly job: Job;
  outcome: JobOutcome | null;
}

/** A call under way. It is given a job when it does not end at once, or when somebody asks what is running. */
export interface ShortCall {
  readonly fiber: Fiber;
  /** Its own bound, in ms; undefined for that of the VM. */
  readonly wallTimeMs: number | undefined;
  now: JobNow | null;
  /** Safe points that it has passed without a job. */
  instructions: number;
  /** A JavaScript error from inside the engine. */
  broken: unknown;
}

export class ShortCalls {
  readonly #machine: Machine;
  readonly #budget: number;
  #spare: Fiber | null = null;
  /** Outermost first: a script may call the host, which may call again. */
  readonly open: ShortCall[] = [];

  constructor(machine: Machine, instructions: number) {
    this.#machine = machine;
    this.#budget = Math.min(QUANTUM, instructions + 1);
  }

  /** Call for up to a quantum, of at most `most` safe points; whether that has ended it well is for `valueOf` to tell. */
  begin(
    callable: Value,
    args: readonly Value[],
    named: ReadonlyMap<string, Value> | null,
    most: number = QUANTUM,
    wallTimeMs?: number,
  ): ShortCall {
    const vm = this.#machine;
    const { fiber: outer, error, budget } = vm;
    const fiber = this.#spare ?? vm.newFiber();
    this.#spare = null;
    fiber.isAsync = true;
    const own: ShortCall = { fiber, wallTimeMs, now: null, instructions: 0, broken: undefined };
    this.open.push(own);
    vm.fiber = fiber;
    vm.error = null;
    const quantum = Math.min(this.#budget, most);
    vm.budget = quantum;
    try {
      const answer = call(vm, callable, args, named);
      if (answer !== undefined) deliver(vm, fiber, answer);
      runFiber(vm, fiber);
    } catch (thrown) {
      own.broken = thrown;
    }
    // The call itself is a safe point.
    own.instructions = passed(vm, fiber, quantum) + 1;
    this.open.pop();
    vm.error = error;
    // What it has used counts against the script that it was called by.
    goBack(vm, outer, budget - own.instructions);
    return own;
  }

  /** The value of a call that has ended well within its quantum, whose fiber then serves the next; else undefined. */
  valueOf({ fiber, now, broken }: ShortCall): Value | undefined {
    const { result } = fiber;
    if (!fiber.isDone || result === undefined || now !== null || broken !== undefined) return undefined;
    if (this.#machine.exceeded !== null) return undefined;
    const { registers } = fiber;
    if (registers.length <= MOST_REGISTERS) {
      registers.fill(undefined);
      fiber.isDone = false;
      fiber.result = undefined;
      fiber.loop = null;
      fiber.task = null;
      fiber.context = null;
      this.#spare = fiber;
    }
    return result;
  }
}
