// `import timers`: calls of the script later, again and again, or sleep.
import {
  arg,
  asyncFunction,
  NativeClass,
  type NativeFunctionSpec,
  nativeFunction,
  type NativeModule,
  nativeModule,
  positional,
  type PythonCallable,
  PythonRaise,
  t,
} from "@krait/core";
import { checkKeys } from "@krait/core/extend";
import { definePlugin, type NativePlugin, type PluginClient } from "../definition.ts";

/** How many timers, and how often. */
export interface TimersOptions {
  /** How many timers and sleeps a plugin may have at a time; default 1,000. */
  readonly maximum?: number;
  /** The shortest time between two calls of `every`, in ms; default 1. */
  readonly minimumMs?: number;
}

/** A timer, as a script has it. */
class Timer {
  isActive = false;
  /** Starts it with its function; null once it has one. */
  begin: ((func: PythonCallable) => void) | null = null;
  /** Ends it with the clock; null while none runs. */
  stop: (() => void) | null = null;
  readonly #over: (timer: Timer) => void;

  constructor(over: (timer: Timer) => void) {
    this.#over = over;
  }

  give(func: PythonCallable): this {
    if (this.begin === null) throw new PythonRaise("RuntimeError", "the timer has its function already");
    this.begin(func);
    this.begin = null;
    return this;
  }

  cancel(): void {
    if (!this.isActive) return;
    this.isActive = false;
    this.stop?.();
    this.stop = null;
    this.#over(this);
  }
}

/** The native plugin "timers": scripts with the permission `timers` are called when time has passed. */
export function timers(options: TimersOptions = {}): NativePlugin {
  checkKeys("timers", options, { maximum: "number", minimumMs: "number" });
  const { maximum = 1_000, minimumMs = 1 } = options;
  const timerClass = new NativeClass<Timer>("Timer", { payload: Timer, doc: "A call that is to come." })
    .method("cancel", { doc: "Make no more calls.", returns: t.none, call: (timer) => timer.cancel() })
    .property("is_active", { type: t.bool, doc: "Whether there is a call to come.", get: (timer) => timer.isActive });
  timerClass.method("__call__", {
    doc: "Start it with its function, as a decorator does.",
    parameters: [positional("function", t.callable)],
    returns: timerClass.type,
    call: (timer, func) => timer.give(func),
  });

  const modules = (client: PluginClient): readonly NativeModule[] => {
    const clock = new Clock(client, maximum);
    const starting = (name: "after" | "every", doc: string): NativeFunctionSpec =>
      client.guarded(
        "timers",
        nativeFunction({
          doc: `${doc} Without a function the Timer is a decorator, which starts with its function.`,
          parameters: [arg("seconds", t.float), arg("function", t.optional(t.callable), null)],
          returns: timerClass.type,
          call: (seconds, func) => {
            const ms = milliseconds(seconds);
            if (name === "every" && ms < minimumMs) {
              throw new PythonRaise("ValueError", `seconds must be at least ${minimumMs / 1000}`);
            }
            const timer = clock.timer(`timers.${name}`, ms, name === "every");
            return func === null ? timer : timer.give(func);
          },
        }),
      );
    const sleep = asyncFunction({
      doc: "Wait, while other tasks go on.",
      parameters: [arg("seconds", t.float)],
      returns: t.none,
      call: (seconds, { signal }) => clock.sleep(milliseconds(seconds), signal),
    });
    return [
      nativeModule({
        name: "timers",
        doc: "Calls when time has passed. They end with the plugin. Permission: timers.",
        classes: [timerClass],
        functions: {
          after: starting("after", "Call a function once, in so many seconds."),
          every: starting("every", "Call a function every so many seconds, but never before its last call has ended."),
          sleep: client.guarded("timers", sleep),
        },
      }),
    ];
  };
  const permissions = [{ name: "timers", doc: "Do things when time has passed." }];
  return definePlugin({ id: "timers", version: "1.0.0", permissions, modules });
}

function milliseconds(seconds: number): number {
  if (seconds >= 0 && seconds < Number.POSITIVE_INFINITY) return seconds * 1000;
  throw new PythonRaise("ValueError", "seconds must be a number from 0");
}

/** The timers of one plugin. */
class Clock {
  readonly #client: PluginClient;
  readonly #maximum: number;
  readonly #running: Set<Timer> = new Set();

  constructor(client: PluginClient, maximum: number) {
    this.#client = client;
    this.#maximum = maximum;
    client.subscriptions.push(() => {
      for (const timer of this.#running) timer.cancel();
    });
  }

  /** A timer that starts when it is given its function. */
  timer(what: string, ms: number, repeats: boolean): Timer {
    const timer = new Timer((over) => this.#running.delete(over));
    timer.begin = (func) => {
      this.#add(timer);
      if (repeats) this.#repeat(timer, what, ms, func);
      else {
        this.#once(timer, ms, () => {
          if (this.#isPermitted) void this.#client.invoke(what, func);
        });
      }
    };
    return timer;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    const timer = new Timer((over) => this.#running.delete(over));
    this.#add(timer);
    return new Promise((resolve) => {
      this.#once(timer, ms, resolve);
      signal.addEventListener("abort", () => timer.cancel(), { once: true });
    });
  }

  /** What was started while it was permitted makes no more calls when it is no longer. */
  get #isPermitted(): boolean {
    return this.#client.granted("timers") !== null;
  }

  #add(timer: Timer): void {
    if (this.#running.size >= this.#maximum) {
      throw new PythonRaise("RuntimeError", `a plugin may have ${this.#maximum} timers at a time`);
    }
    timer.isActive = true;
    this.#running.add(timer);
  }

  #once(timer: Timer, ms: number, fire: () => void): void {
    timer.stop = this.#client.platform.timer(ms, () => {
      timer.cancel();
      fire();
    });
  }

  #repeat(timer: Timer, what: string, ms: number, func: PythonCallable): void {
    const { platform } = this.#client;
    const start = platform.monotonic();
    let isCalling = false;
    let count = 0;
    const wait = (): void => {
      // Counted from the start, so that late calls do not add up; what was missed is left out.
      count = Math.max(count + 1, Math.floor((platform.monotonic() - start) / ms));
      timer.stop = platform.timer(Math.max(0, start + count * ms - platform.monotonic()), fire);
    };
    const fire = (): void => {
      if (!this.#isPermitted) {
        timer.cancel();
        return;
      }
      wait();
      if (isCalling) return;
      isCalling = true;
      void Promise.resolve(this.#client.invoke(what, func)).then(() => {
        isCalling = false;
      });
    };
    wait();
  }
}
