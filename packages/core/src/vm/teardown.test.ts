// A phase of the teardown: its participants in order, its deadline, its report.
import { describe, expect, it } from "vitest";
import { Teardown, type TeardownClock, type TeardownParticipant } from "./teardown.ts";

/** A clock that moves by hand; its timers fire when it has passed them. */
function manualClock(): TeardownClock & { advance(milliseconds: number): void } {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  return {
    monotonic: () => now,
    timer(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(milliseconds) {
      now += milliseconds;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}

const never = (): Promise<void> => new Promise(() => {});

describe("a phase", () => {
  it("runs its participants one after the other; plugins in reverse", async () => {
    for (const [phase, expected] of [
      ["finalizers", ["a begins", "a ends", "b", "own"]],
      ["plugins", ["b", "a begins", "a ends", "own"]],
    ] as const) {
      const teardown = new Teardown();
      const log: string[] = [];
      teardown.register(phase, async () => {
        log.push("a begins");
        await Promise.resolve();
        log.push("a ends");
      });
      teardown.register(phase, () => void log.push("b"));
      const report = await teardown.run(phase, manualClock(), 100, [() => void log.push("own")]);
      expect(log).toEqual(expected);
      expect(report).toEqual({ phase, durationMs: 0, isForced: false, errors: [] });
    }
  });

  it("runs each participant in one phase, once; those that have left, never", async () => {
    const teardown = new Teardown();
    const log: string[] = [];
    teardown.register("drained", () => void log.push("stays"));
    teardown.register("drained", () => void log.push("leaves"));
    teardown.register("closed", () => void log.push("later"));
    const leave = teardown.register("drained", () => void log.push("gone"));
    leave();
    await teardown.run("drained", manualClock(), 100);
    await teardown.run("drained", manualClock(), 100);
    expect(log).toEqual(["stays", "leaves"]);
  });

  it("goes on after what throws or rejects, and reports it", async () => {
    const teardown = new Teardown();
    const errors = [new Error("thrown"), new Error("rejected")];
    let isReached = false;
    const participants: TeardownParticipant[] = [
      () => {
        throw errors[0];
      },
      () => Promise.reject(errors[1]),
      () => {
        isReached = true;
      },
    ];
    for (const participant of participants) teardown.register("asyncgens", participant);
    const report = await teardown.run("asyncgens", manualClock(), 100);
    expect([isReached, report.errors, report.isForced]).toEqual([true, errors, false]);
  });

  it("waits no longer than its deadline, all participants together", async () => {
    const teardown = new Teardown();
    const clock = manualClock();
    const log: string[] = [];
    teardown.register("finalizers", () => {
      clock.advance(60);
      log.push("slow");
    });
    teardown.register("finalizers", () => {
      log.push("never ends");
      queueMicrotask(() => clock.advance(40));
      return never();
    });
    teardown.register("finalizers", () => void log.push("too late"));
    const report = await teardown.run("finalizers", clock, 100);
    expect(log).toEqual(["slow", "never ends"]);
    expect(report).toMatchObject({ durationMs: 100, isForced: true });
  });
});
