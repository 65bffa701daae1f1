// Waits for turns of the event loop of the test.
import type { VM } from "../src/index.ts";

/** Resolves after everything that the event loop has to do now. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Resolves once all that a VM runs waits for the host. */
export async function parked(vm: VM): Promise<void> {
  while (vm.state !== "parked") await nextTurn();
}
