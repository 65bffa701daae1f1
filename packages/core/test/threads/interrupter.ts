// A thread that waits until a script is ready, and then stops it through its handle.
import { workerData } from "node:worker_threads";
import { InterruptHandle, type InterruptHandleData } from "../../src/index.ts";

export interface InterrupterData {
  readonly handle: InterruptHandleData;
  /** [0] is 1 when the script is ready; [1] is 1 when everything has been asked. */
  readonly flags: Int32Array;
  readonly acts: readonly { readonly kind: "interrupt" | "terminate"; readonly reason?: string }[];
}

const { handle, flags, acts } = workerData as InterrupterData;
const own = InterruptHandle.from(handle);
Atomics.wait(flags, 0, 0);
for (const { kind, reason } of acts) own[kind](reason);
Atomics.store(flags, 1, 1);
Atomics.notify(flags, 1);
