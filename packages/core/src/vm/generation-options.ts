// What one life of a VM is made of and tells.
import type { InternalError } from "../host/errors.ts";
import type { Machine } from "../objects/machine.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import type { VMLimits } from "./options.ts";

export interface GenerationOptions {
  readonly machine: Machine;
  readonly vmName: string;
  readonly scheduler: Scheduler;
  readonly limits: Required<VMLimits>;
  readonly monotonic: () => number;
  /** An entry has begun, ended, or begun or ended to wait. */
  readonly changed: () => void;
  /** An error of the engine: the VM must not go on. */
  readonly broke: (error: InternalError) => void;
}
