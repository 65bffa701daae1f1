// Waiting for something to become true, over turns of the event loop.

/** Resolves once `isTrue`. A test that waits in vain ends at the time that tests have. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
