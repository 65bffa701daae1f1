// What event loops in a VM may ask of its scheduler.
import type { Jobs } from "../objects/machine.ts";
import type { Generation } from "./generation.ts";
import type { Scheduler } from "../schedule/scheduler.ts";

/** `generation` is asked only when scripts run. */
export function jobsOf(generation: () => Generation, scheduler: Scheduler): Jobs {
  return {
    get lane() {
      return scheduler.laneOf(generation().machine);
    },
    make: (fiber, lane, isOwn, settled) => generation().newTask(fiber, lane, isOwn, settled),
    add: (job, isFirst) => scheduler.add(job, isFirst),
    relay(relay, lane, dueAt) {
      if (!generation().isEnded) scheduler.relay(generation().machine, relay, lane, dueAt);
    },
    open(lane) {
      if (!generation().isEnded) scheduler.open(generation().machine, lane);
    },
    throwInto(job, error) {
      generation().operations.abandon(job.fiber);
      scheduler.throwInto(job, error);
    },
    stop: (job) => scheduler.stop(job, { kind: "closed" }),
    timer: (at, due) => generation().timer(at, due),
  };
}
