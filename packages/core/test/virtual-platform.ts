// A platform for tests: a clock that jumps to the next timer, so that sleeping takes no time.
import type { Platform } from "../src/index.ts";

export function virtualPlatform(): Platform {
  let now = 0;
  return {
    now: () => 1_700_000_000_000 + now,
    monotonic: () => now,
    randomBytes: (count) => new Uint8Array(count).fill(7),
    macrotask: (callback) => {
      setImmediate(callback);
    },
    timer(milliseconds, callback) {
      const handle = setImmediate(() => {
        now += milliseconds;
        callback();
      });
      return () => clearImmediate(handle);
    },
  };
}
