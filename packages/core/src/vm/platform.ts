// What the engine needs of the runtime around it, and a default that uses what every JavaScript runtime has.

/** The doors to the outside. A host may replace any of them: a test its clock, a game its output. */
export interface Platform {
  /** Wall clock: ms since 1970. */
  now(): number;
  /** A clock that never goes back, in ms. */
  monotonic(): number;
  /** `count` random bytes, for seeds. */
  randomBytes(count: number): Uint8Array;
  /** Run `callback` in a new task of the event loop, after I/O and rendering had their turn. */
  macrotask(callback: () => void): void;
  /** Run `callback` after `milliseconds`; answers a function that cancels it. */
  timer(milliseconds: number, callback: () => void): () => void;
  /**
   * Given the Promise of each part of the engine that is being loaded (a module of the library): answers the one that is
   * waited for instead. Where it is missing, that is the Promise itself.
   */
  loading?<T>(part: Promise<T>): Promise<T>;
}

/** The platform of any modern JavaScript runtime. */
export function defaultPlatform(): Platform {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    randomBytes(count) {
      const bytes = new Uint8Array(count);
      for (let i = 0; i < count; i++) bytes[i] = Math.floor(Math.random() * 256);
      return bytes;
    },
    macrotask: macrotasks(),
    timer,
  };
}

/** The longest time that `setTimeout` knows: for anything above it would not wait at all. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

function timer(milliseconds: number, callback: () => void): () => void {
  let left = milliseconds;
  let handle: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    const part = Math.min(left, LONGEST_TIMEOUT);
    left -= part;
    handle = setTimeout(left > 0 ? wait : callback, part);
  };
  wait();
  return () => clearTimeout(handle);
}

/** `setImmediate` where there is one, else messages of a channel: both let I/O and rendering in between. */
export function macrotasks(): (callback: () => void) => void {
  if (typeof setImmediate === "function") {
    const immediate = setImmediate;
    return (callback) => {
      immediate(callback);
    };
  }
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.addEventListener("message", () => waiting.shift()?.());
  channel.port1.start();
  return (callback) => {
    waiting.push(callback);
    channel.port2.postMessage(null);
  };
}
