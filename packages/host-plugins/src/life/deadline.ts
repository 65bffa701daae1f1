// Deadlines on what the host waits for, on the host's own clock.
import type { Platform } from "@krait/core";

/** Call back after a time, never where that is Infinity; answers what calls it off. */
export function afterTime(platform: Platform, milliseconds: number, callback: () => void): () => void {
  return milliseconds === Number.POSITIVE_INFINITY ? () => {} : platform.timer(milliseconds, callback);
}

/** What a Promise resolves with; rejects with the reason of a signal that is aborted before. */
export async function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}

/** What `inTime` answers when the time is up. */
export const LATE: unique symbol = Symbol("late");

/** What a Promise resolves with, or LATE after `milliseconds`; then what it rejects with concerns nobody. Rejects as the Promise does. */
export async function inTime<T>(
  platform: Platform,
  milliseconds: number,
  promise: Promise<T>,
): Promise<T | typeof LATE> {
  return await new Promise<T | typeof LATE>((resolve, reject) => {
    const cancel = afterTime(platform, milliseconds, () => resolve(LATE));
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
