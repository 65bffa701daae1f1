// S5: what scripts registered with `atexit` is called when their VM closes, in the phase "finalizers".
import { describe, expect, it } from "vitest";
import {
  ClosedError,
  createVM,
  LimitError,
  type PhaseReport,
  Scheduler,
  VirtualPlatform,
  type VM,
  type VMOptions,
} from "../../src/index.ts";

interface Watched {
  readonly vm: VM;
  /** Lines that were written, and what happened. */
  readonly log: string[];
  readonly reports: PhaseReport[];
  /** Move the clock until a Promise settles. */
  over<T>(promise: Promise<T>): Promise<T>;
  run(source: string, filename?: string): Promise<unknown>;
  advance(milliseconds: number): Promise<void>;
}

function watched(options: VMOptions = {}): Watched {
  const log: string[] = [];
  const reports: PhaseReport[] = [];
  const write = (text: string): void => void log.push(...text.split("\n").filter((line) => line !== ""));
  const platform = new VirtualPlatform({ stepMs: 0.01 });
  const scheduler = new Scheduler({ platform, quantum: 1_000 });
  const vm = createVM({ name: "own", platform, scheduler, stdout: write, stderr: write, ...options });
  vm.on("phase", (report) => reports.push(report));
  const over = async <T>(promise: Promise<T>): Promise<T> => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    promise.then(end, end);
    while (!isOver) await platform.advance(5);
    return await promise;
  };
  return {
    vm,
    log,
    reports,
    over,
    run: (source, filename = "main.py") => over(vm.run(source, { filename })),
    advance: (milliseconds) => platform.advance(milliseconds),
  };
}

function finalizers(reports: readonly PhaseReport[]): PhaseReport {
  return reports.find(({ phase }) => phase === "finalizers") as PhaseReport;
}

describe("S5 atexit", () => {
  it("callbacks run in reverse order once the entries have ended, after the participants of the phase", async () => {
    const { vm, log, reports, run, over, advance } = watched();
    vm.on("phase", ({ phase }) => log.push(phase));
    vm.onTeardown("finalizers", () => void log.push("participant"));
    await run(`
import atexit
from contextvars import ContextVar
v = ContextVar("v")
v.set("of the base context")
atexit.register(print, "first")
@atexit.register
def last():
    print("last", v.get())
    atexit.register(print, "too late")
`);
    const running = vm.run("import time\ntry: time.sleep(9)\nfinally: print('cleaned up')").catch((error) => error);
    await advance(100);
    await over(vm.close());
    expect(await running).toBeInstanceOf(ClosedError);
    expect(log).toEqual([
      "closing",
      "cancelled",
      "cleaned up",
      "drained",
      "asyncgens",
      "participant",
      "last of the base context",
      "first",
      "finalizers",
      "plugins",
      "detached",
      "closed",
    ]);
    expect(finalizers(reports)).toMatchObject({ isForced: false, errors: [] });
  });

  it("an error in one is written to stderr with its traceback, and the others run", async () => {
    const { vm, log, reports, run, over } = watched();
    const source = `
import atexit
class Fail:
    def __call__(self):
        raise ValueError("failed")
    def __repr__(self):
        return "Fail()"
atexit.register(print, "first")
atexit.register(Fail())
atexit.register(int, "x")
`;
    await run(source);
    await over(vm.close());
    expect(log).toEqual([
      "Exception ignored in atexit callback <class 'int'>:",
      "ValueError: invalid literal for int() with base 10: 'x'",
      "Exception ignored in atexit callback Fail():",
      "Traceback (most recent call last):",
      '  File "main.py", line 5, in __call__',
      '    raise ValueError("failed")',
      "ValueError: failed",
      "first",
    ]);
    expect(finalizers(reports)).toMatchObject({ isForced: false, errors: [] });
  });

  it("they may wait and call the host, which cannot enter the VM meanwhile", async () => {
    const { vm, log, run, over } = watched();
    vm.globals.set("ask", () => {
      try {
        vm.runSync("1");
      } catch (error) {
        log.push((error as Error).message);
      }
      return vm.state;
    });
    await run(`
import atexit, time
@atexit.register
def wait():
    time.sleep(0.5)
    print("slept")
atexit.register(lambda: print(ask()))
`);
    await over(vm.close());
    expect(log).toEqual(["VM 'own' is closed", "closing", "slept"]);
  });

  it("what has not ended at the deadline of the phase is terminated, and the rest is not called", async () => {
    for (const body of ["while True: pass", "import time\n    time.sleep(9)"]) {
      const { vm, log, reports, run, over } = watched();
      await run(`
import atexit
atexit.register(print, "never")
@atexit.register
def stay():
    try:
        print("stays")
        stay_on()
    except BaseException:
        print("caught")
    finally:
        print("cleaned up")
def stay_on():
    ${body}
atexit.register(print, "called")
`);
      await over(vm.close({ deadlineMs: 50 }));
      expect(log).toEqual(["called", "stays"]);
      expect(finalizers(reports)).toMatchObject({ isForced: true, errors: [] });
      expect([vm.state, vm.stats.entries]).toEqual(["closed", 0]);
    }
  });

  it("none is called when there is no time at all", async () => {
    const { vm, log, reports, run, over } = watched();
    await run("import atexit\natexit.register(print, 'called')");
    await over(vm.close({ deadlineMs: 0 }));
    expect(log).toEqual([]);
    expect(finalizers(reports).isForced).toBe(true);
  });

  it("terminate() and reset() call none: the one leaves them for the end, the other forgets them", async () => {
    const { vm, log, run, over } = watched();
    await run("import atexit\natexit.register(print, 'before the reset')");
    vm.reset();
    await run("import atexit\natexit.register(print, 'after the reset')");
    const running = vm.run("while True: pass").catch((error: Error) => error.name);
    vm.terminate();
    expect(await over(running)).toBe("TerminatedError");
    expect(log).toEqual([]);
    await over(vm.close());
    expect(log).toEqual(["after the reset"]);
  });

  it("they have the limits of an entry: one that is passed ends them, and the report of the phase says so", async () => {
    const { vm, log, reports, run, over } = watched({ limits: { instructions: 10_000 } });
    await run(`
import atexit
atexit.register(print, "never")
@atexit.register
def endless():
    while True:
        try:
            while True: pass
        except BaseException: pass
`);
    await over(vm.close());
    expect(log).toEqual([]);
    const { errors, isForced } = finalizers(reports);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toBeInstanceOf(LimitError);
    expect(isForced).toBe(false);
  });

  it("they and their arguments are held until they were called or taken back", async () => {
    const { vm, log, run, over } = watched();
    await run(`
import atexit, gc
class X:
    def __del__(self): print("gone")
atexit.register(print, X())
gc.collect()
print("held")
atexit._clear()
gc.collect()
`);
    expect(log).toEqual(["held", "gone"]);
    await over(vm.close());
  });

  it("files that they leave open are saved", async () => {
    const saved = new Map<string, string>();
    const { vm, run, over } = watched({
      files: {
        open: () => new Uint8Array(),
        save: (path, content) => void saved.set(path, new TextDecoder().decode(content)),
      },
    });
    await run("import atexit\natexit.register(lambda: print('state', file=open('state.txt', 'w')))");
    expect(saved.size).toBe(0);
    await over(vm.close());
    expect([...saved]).toEqual([["state.txt", "state\n"]]);
  });
});
