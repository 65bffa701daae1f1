// Running event loops: which one runs in a fiber, beginning to run one, and stopping it at the end of a batch.
import {
  type Job,
  keyboardInterruptType,
  type Machine,
  type NativeOp,
  NONE,
  type Park,
  type PyException,
  pushNative,
  Relay,
  type Result,
  raiseRuntimeError,
  systemExitType,
  usesTopLevelAwait,
} from "@krait/core/extend";
import { watch } from "./destroyed.ts";
import type { EventLoop } from "./loop-layout.ts";
import { runtimeOf } from "./runtime.ts";

function nothing(): void {}

/** The wait of a fiber that runs an event loop. */
export const LOOP: Park = Object.freeze({ operation: "event loop", args: Object.freeze([]), id: 0 });

/** The loop that runs in the current fiber; null when none does. */
export function runningLoop(vm: Machine): EventLoop | null {
  const { fiber } = vm;
  if (fiber.loop !== null) return fiber.loop as EventLoop;
  if (!fiber.isAsync && !usesTopLevelAwait(fiber)) return null;
  const { hostLoop } = runtimeOf(vm);
  fiber.loop = hostLoop;
  return hostLoop;
}

/** `run_forever`: parks the running fiber until the loop stops. */
export function run(vm: Machine, loop: EventLoop): Result {
  if (loop.isClosed) return raiseRuntimeError(vm, "Event loop is closed");
  if (loop.isRunning) return raiseRuntimeError(vm, "This event loop is already running");
  if (vm.fiber.loop !== null) return raiseRuntimeError(vm, "Cannot run the event loop while another loop is running");
  return pushNative(vm, runOp, { loop, isBegun: false });
}

const runOp: NativeOp<{ readonly loop: EventLoop; isBegun: boolean }> = {
  name: "run an event loop",
  step(vm, state): Result {
    if (state.isBegun) return NONE;
    state.isBegun = true;
    const { loop } = state;
    const { fiber } = vm;
    fiber.park = LOOP;
    const { job } = fiber;
    // A short call of the host's cannot wait: its scheduler tells it so.
    if (job === null) return undefined;
    const account = job.lane.account ?? job.account;
    loop.isRunning = true;
    loop.runner = job;
    loop.lane.account = account;
    loop.lane.batchEnded = () => {
      if (loop.isStopping) endRun(vm, loop, null);
    };
    for (const task of loop.tasks.all) if (task.job !== null) moveTo(task.job, account);
    // A loop that is told to stop before it begins runs one batch.
    if (loop.isStopping) loop.lane.turns.push(new Relay(nothing));
    vm.services.jobs.open(loop.lane);
    return undefined;
  },
  drop(vm, { loop }) {
    halt(vm, loop);
  },
};

/** What an earlier run has left is charged to this one. */
function moveTo(job: Job, account: Job["account"]): void {
  job.account.remove(job);
  job.account = account;
  account.add(job);
}

/** Stop at the end of the batch under way. */
export function stop(vm: Machine, loop: EventLoop): void {
  loop.isStopping = true;
  // Outside of a batch there is no end of one to wait for.
  if (loop.isRunning && !loop.lane.isBatchBegun) vm.services.jobs.relay(new Relay(nothing), loop.lane);
}

/** Whether an exception is of those that end a loop at once. */
export function isFatal({ type }: PyException): boolean {
  return type.isSubtype(keyboardInterruptType) || type.isSubtype(systemExitType);
}

/** A callback or task has raised what ends the loop at once. */
export function failRun(vm: Machine, loop: EventLoop, error: PyException): void {
  if (loop.runner !== null) endRun(vm, loop, error);
  else vm.services.warn("asyncio", `${error.type.name} was raised in the event loop of the VM`);
}

function endRun(vm: Machine, loop: EventLoop, error: PyException | null): void {
  const { runner } = loop;
  halt(vm, loop);
  if (runner === null || runner.fiber.park !== LOOP) return;
  runner.fiber.park = null;
  if (error !== null) runner.fiber.raised = error;
  vm.services.jobs.add(runner);
}

/** Nothing runs in the loop any more. */
function halt(vm: Machine, loop: EventLoop): void {
  for (const task of loop.tasks.all) watch(vm, task);
  loop.isRunning = false;
  loop.isStopping = false;
  loop.runner = null;
  const { lane } = loop;
  lane.isOpen = false;
  lane.left = 0;
  lane.account = null;
  lane.batchEnded = null;
}
