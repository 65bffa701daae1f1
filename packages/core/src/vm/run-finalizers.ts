// The phase "finalizers": what scripts have registered with `atexit` is called, then they are told of what they left undone.
import { exitCallbacks, runExitCallbacks } from "../modules/atexit/callbacks.ts";
import { warnOfUnawaited } from "../modules/gc/unawaited.ts";
import { isUnbegun } from "../objects/unbegun.ts";
import type { Operation } from "./entries.ts";
import type { Generation } from "./generation.ts";

/** `finish` runs an operation and answers whether it came to its end, and not to that of the phase. Rejects as it does. */
export async function runFinalizers(
  { machine, loopKeeper }: Generation,
  finish: (operation: Operation) => Promise<boolean>,
  save: () => Promise<void>,
): Promise<void> {
  let isInTime = true;
  try {
    if (exitCallbacks(machine).length > 0) {
      isInTime = await finish(runExitCallbacks);
      if (isInTime) await save();
    }
  } finally {
    const tellUnseen = loopKeeper?.tellUnseen ?? null;
    if (isInTime && tellUnseen !== null) isInTime = await finish(tellUnseen);
    const unbegun = machine.unbegun.all.filter(isUnbegun);
    if (isInTime && unbegun.length > 0) await finish((vm) => warnOfUnawaited(vm, unbegun));
  }
}
