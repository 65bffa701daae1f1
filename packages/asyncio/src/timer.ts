// What `asyncio.sleep` awaits: a time, or just everybody else's turn.
import {
  asFloat,
  call,
  defineType,
  deliver,
  type Due,
  type Fiber,
  giveTurn,
  type Machine,
  method,
  type Park,
  type PendingTimer,
  PyFloat,
  PyObject,
  Relay,
  type Result,
  raiseRuntimeError,
  shared,
  type Value,
} from "@krait/core/extend";
import type { EventLoop } from "./loop-layout.ts";
import { runningLoop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { timerType, turnType } from "./types.ts";

/** A time to wait for; once it is waited for it is the wait itself. */
class Timer extends PyObject implements Park, Due {
  /** In seconds. */
  readonly delay: number;
  readonly result: Value;
  fiber: Fiber | null = null;
  #pending: PendingTimer | null = null;

  constructor(delay: number, result: Value) {
    super(timerType);
    this.delay = delay;
    this.result = result;
  }

  get operation(): string {
    return "sleep";
  }

  get args(): readonly Value[] {
    return [this];
  }

  get id(): number {
    return 0;
  }

  /** Park the running fiber. */
  start({ fiber, services }: Machine): undefined {
    this.fiber = fiber;
    fiber.park = this;
    this.#pending = services.jobs.timer(services.monotonic() + this.delay * 1_000, this);
    return undefined;
  }

  /** As in CPython the turn after that in which the time has come is the sleeper's. */
  fire(at: number): void {
    const { job, loop } = this.fiber as Fiber;
    job?.machine.services.jobs.relay(new Relay(wake, this), (loop as EventLoop).lane, at);
  }

  callOff(): void {
    this.#pending?.callOff();
  }
}

/** `_timer(delay, result)`: to be awaited. */
export function newTimer(_vm: Machine, delay: Value, result: Value): Result {
  return new Timer(asFloat(delay) ?? 0, result);
}

function waitForTimer(vm: Machine, self: Timer): Result {
  if (runningLoop(vm) === null) return raiseRuntimeError(vm, "no running event loop");
  return self.start(vm);
}

function wake(vm: Machine, { holds }: Relay): void {
  const timer = holds as Timer;
  const fiber = timer.fiber as Fiber;
  if (fiber.park !== timer || fiber.job === null) return;
  fiber.park = null;
  deliver(vm, fiber, timer.result);
  vm.services.jobs.add(fiber.job);
}

class Turn extends PyObject {}

/** What `await asyncio.sleep(0)` awaits. */
export const TURN_AWAITABLE: PyObject = shared(new Turn(turnType));

/** Driven by hand they yield, as in CPython. */
export function defineTimer(): void {
  timerType.waits = waitForTimer;
  turnType.waits = (vm: Machine) => giveTurn(vm.fiber);
  defineType(timerType, null, {
    __await__: method("", (vm, self: Timer) =>
      call(vm, runtimeOf(vm).prelude.get("sleep_by_hand") as Value, [new PyFloat(self.delay), self.result]),
    ),
  });
  defineType(turnType, null, {
    __await__: method("", (vm) => call(vm, runtimeOf(vm).prelude.get("turn_by_hand") as Value, [])),
  });
}
