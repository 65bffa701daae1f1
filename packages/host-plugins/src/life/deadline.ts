// Deadlines on what the host waits for, on the host's own clock.
import type { Platform } from "@krait/core";

/** What `within` answers when the time is up. */
export const LATE: unique symbol = Symbol("late");

/** What a Promise resolves with, or LATE after `milliseconds`; then what it rejects with concerns nobody. Rejects as the Promise does. */
export async function inTime<T>(
  platform: Platform,
  milliseconds: number,
  promise: Promise<T>,
): Promise<T | typeof LATE> {
  if (milliseconds === Number.POSITIVE_INFINITY) return await promise;
  return await new Promise<T | typeof LATE>((resolve, reject) => {
    const cancel = platform.timer(milliseconds, () => resolve(LATE));
    promise.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}
