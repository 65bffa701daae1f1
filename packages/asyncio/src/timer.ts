// What `asyncio.sleep` awaits: a time, or just everybody else's turn.
import {
  asFloat,
  call,
  defineType,
  deliver,
  type Fiber,
  giveTurn,
  type Machine,
  method,
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

class Timer extends PyObject {
  /** In seconds. */
  readonly delay: number;
  readonly result: Value;

  constructor(delay: number, result: Value) {
    super(timerType);
    this.delay = delay;
    this.result = result;
  }
}

/** `_timer(delay, result)`: to be awaited. */
export function newTimer(_vm: Machine, delay: Value, result: Value): Result {
  return new Timer(asFloat(delay) ?? 0, result);
}

/** Parks the fiber for a time. As in CPython the turn after that in which the time has come is the sleeper's. */
function waitForTimer(vm: Machine, self: Timer): Result {
  const loop: EventLoop | null = runningLoop(vm);
  if (loop === null) return raiseRuntimeError(vm, "no running event loop");
  const { jobs } = vm.services;
  const { fiber } = vm;
  const sleep: Sleep = { self, fiber, id: 0, timer: null };
  sleep.id = jobs.park("sleep", [self], () => sleep.timer?.callOff());
  sleep.timer = jobs.timer(self.delay * 1_000, () => jobs.relay(new Relay(wake, null, sleep), loop.lane));
  return undefined;
}

/** One wait for a time. */
interface Sleep {
  readonly self: Timer;
  readonly fiber: Fiber;
  id: number;
  timer: PendingTimer | null;
}

function wake(vm: Machine, { about }: Relay): void {
  const { id, fiber, self } = about as Sleep;
  vm.services.jobs.wake(id, () => deliver(vm, fiber, self.result));
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
