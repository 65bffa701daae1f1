// What a VM itself does in the phases of its teardown, after those who take part in them.
import { ClosedError } from "../host/errors.ts";
import { closeGenerators } from "./close-generators.ts";
import type { Operation } from "./entries.ts";
import type { Generation } from "./generation.ts";
import { runFinalizers } from "./run-finalizers.ts";
import type { TeardownParticipant, TeardownPhase } from "./teardown.ts";

/** The parts of one phase; `save` saves the open files. */
export function ownParts(
  generation: Generation,
  phase: TeardownPhase,
  save: () => Promise<void>,
): readonly TeardownParticipant[] {
  const { entries, loopKeeper, machine } = generation;
  switch (phase) {
    case "drained":
      return entries.count > 0 || !entries.isDrained ? [() => drain(generation)] : [];
    case "asyncgens":
      if (machine.asyncGenerators.size === 0) return [];
      return [
        async () => void (await finish(generation, loopKeeper?.closeGenerators ?? null)),
        // Those of other loops, or where scripts know of none.
        () => closeGenerators(generation),
      ];
    case "finalizers":
      return [() => runFinalizers(generation, (operation) => finish(generation, operation), save)];
    default:
      return [];
  }
}

/** Resolves when all has ended that can, and has been told of. */
async function drain(generation: Generation): Promise<void> {
  await generation.entries.allEnded();
  await finish(generation, generation.loopKeeper?.tellLeft ?? null);
}

/** Run an operation of the teardown; whether it came to its end, and not to that of its phase. */
async function finish(generation: Generation, operation: Operation | null): Promise<boolean> {
  if (operation === null) return true;
  try {
    await generation.operate(operation);
    return true;
  } catch (error) {
    if (error instanceof ClosedError) return false;
    throw error;
  }
}
