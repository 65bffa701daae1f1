// What asyncio keeps of a VM: its own event loop, the number of the next task, the types that its prelude has registered.
import { type Machine, NONE, type Value } from "@krait/core/extend";
import { EventLoop } from "./loop-layout.ts";
import { eventLoopType } from "./types.ts";

export class Runtime {
  /** The loop that entries of the host run in. */
  readonly hostLoop: EventLoop;
  /** Number of the next task that is given no name. */
  nextTask = 1;
  /** What the prelude has given: functions that natives call, by name. */
  readonly prelude: Map<string, Value> = new Map();
  /** `asyncio.set_event_loop`. */
  currentLoop: Value = NONE;

  constructor(vm: Machine) {
    this.hostLoop = new EventLoop(eventLoopType, vm.services.jobs.lane);
  }
}

const RUNTIME: object = Object.freeze({});

export function runtimeOf(vm: Machine): Runtime {
  return vm.record(RUNTIME, () => new Runtime(vm));
}
