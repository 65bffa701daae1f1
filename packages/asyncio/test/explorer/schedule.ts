// One random schedule: a busy VM with tasks, timers, Promises of the host, messages and plugins, closed at a random step.
import { createVM, Scheduler, TEARDOWN_PHASES, type TeardownReport, VirtualPlatform, type VM } from "@krait/core";
import { asyncio } from "../../src/index.ts";
import { choices } from "../../../../tools/testing/choices.ts";
import { workload } from "./workload.ts";

export interface Explored {
  /** All that happened, in its order. */
  readonly log: readonly string[];
  /** What must not be, in words; empty for a good schedule. */
  readonly problems: readonly string[];
}

const DEADLINE_MS = 20;

/** One schedule of so many imports the whole asyncio. */
const WHOLE = 500;

/** Run the schedule of a seed. */
export async function explore(seed: number): Promise<Explored> {
  const choose = choices(seed);
  const platform = new VirtualPlatform({ seed, stepMs: 0.05 });
  const scheduler = new Scheduler({ platform, quantum: 5 + choose(60) });
  const log: string[] = [];
  const problems: string[] = [];
  const vm = createVM({
    name: "own",
    platform,
    scheduler,
    seed,
    modules: [asyncio],
    stdout: (text) => said("out", text),
    stderr: (text) => said("err", text),
  });
  const said = (where: string, text: string): void => {
    if (vm.state === "closed") problems.push(`written after the end: ${text}`);
    if (text !== "\n") log.push(`${where} ${text}`);
  };
  const unhandled = (reason: unknown): void => void problems.push(`unhandled: ${String(reason)}`);
  process.on("unhandledRejection", unhandled);
  const phases: string[] = [];
  vm.on("phase", ({ phase }) => {
    phases.push(phase);
    log.push(`[${phase}]`);
  });
  const entries = new Set<string>();
  const follow = (name: string, promise: Promise<unknown>): void => {
    entries.add(name);
    const end = (how: string): void => {
      entries.delete(name);
      log.push(`${name} ${how}`);
    };
    promise.then(
      () => end("ended"),
      (error: { type?: string; name: string }) => end(error.type ?? error.name),
    );
  };
  const touched = (what: string): void => {
    if (vm.state === "closed") problems.push(`called after the end: ${what}`);
    log.push(what);
  };
  offerHost(vm, platform, choose, touched);
  for (let plugin = choose(4); plugin > 0; plugin--) addPlugin(vm, platform, choose, touched, plugin);
  try {
    follow("setup", vm.run(workload(seed % WHOLE === 0, choose), { filename: "workload.py" }));
    const steps = 1 + choose(8);
    for (let step = 0; step < steps && vm.state !== "closed"; step++) {
      const name = `entry ${step}`;
      if (vm.state !== "closing") {
        const kind = choose(6);
        if (kind === 0) follow(name, vm.run(`await busy(${choose(1000)}, 3)`));
        else if (kind === 1) follow(name, vm.call("busy", choose(1000), 2));
        else if (kind === 2) follow(name, vm.run(`asyncio.run(busy(${choose(1000)}, 2))`));
        else if (kind === 3) follow(name, vm.call("sync", choose(3)));
        else if (kind === 4) follow(name, vm.run(`start(${choose(1000)})\nawait asyncio.sleep(0)`));
        else vm.interrupt("between");
      }
      await platform.advance(choose(5));
    }
    const report = await closed(vm, platform);
    checkReport(report, phases, problems);
    await platform.advance(60);
    if (entries.size > 0) problems.push(`not settled: ${[...entries].join(", ")}`);
    if (vm.stats.entries > 0 || vm.stats.pendingHostCalls > 0) problems.push("something is left");
    if (vm.state !== "closed") problems.push(`the state is ${vm.state}`);
    log.push(JSON.stringify({ ...report, phases: report.phases.map(({ phase }) => phase) }));
  } finally {
    process.off("unhandledRejection", unhandled);
  }
  return { log, problems };
}

async function closed(vm: VM, platform: VirtualPlatform): Promise<TeardownReport> {
  const closing = vm.close({ deadlineMs: DEADLINE_MS });
  let report: TeardownReport | null = null;
  void closing.then((value) => {
    report = value;
  });
  for (let turn = 0; report === null && turn < 1_000; turn++) await platform.advance(5);
  if (report === null) throw new Error("the close does not end");
  return report;
}

function checkReport(report: TeardownReport, phases: readonly string[], problems: string[]): void {
  const shown = TEARDOWN_PHASES.join();
  if (phases.join() !== shown) problems.push(`phases in the order ${phases.join()}`);
  if (report.phases.map(({ phase }) => phase).join() !== shown) problems.push("the report has other phases");
  for (const { phase, isForced, durationMs } of report.phases) {
    if (isForced && !report.forced.some((each) => each.phase === phase)) problems.push(`${phase}: forced or not?`);
    // The drained phase has two deadlines; a quantum may overrun each.
    if (durationMs > DEADLINE_MS * 2 + 20) problems.push(`${phase} took ${durationMs} ms`);
  }
  const { tasksCancelled, hostOperationsAborted, lateCompletionsDropped, finalizersRun } = report;
  const counts = [tasksCancelled, hostOperationsAborted, lateCompletionsDropped, finalizersRun];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) problems.push(`counts ${counts.join()}`);
}

/** Functions that scripts call: Promises with every fate, and messages as a worker would send them. */
function offerHost(
  vm: VM,
  platform: VirtualPlatform,
  choose: (below: number) => number,
  touched: (what: string) => void,
): void {
  vm.globals.set("ask", (fate: number) => {
    touched(`ask ${fate}`);
    if (fate === 0) return new Promise(() => {});
    return new Promise((resolve, reject) => {
      platform.timer(choose(40), () => (fate === 1 ? resolve(fate) : reject(new Error("refused"))));
    });
  });
  vm.globals.set("listen", (callback: (message: number) => Promise<unknown>) => {
    touched("listen");
    for (let message = choose(4); message > 0; message--) {
      platform.timer(choose(60), () => {
        callback(message).catch(() => {});
      });
    }
  });
  vm.globals.set("close", () => {
    touched("close");
    void vm.close({ deadlineMs: DEADLINE_MS });
  });
}

function addPlugin(
  vm: VM,
  platform: VirtualPlatform,
  choose: (below: number) => number,
  touched: (what: string) => void,
  number: number,
): void {
  const phase = TEARDOWN_PHASES[choose(TEARDOWN_PHASES.length - 1)] ?? "plugins";
  const fate = choose(4);
  vm.onTeardown(phase, () => {
    touched(`plugin ${number} in ${phase}`);
    if (fate === 0) throw new Error("a plugin fails");
    if (fate === 1) return new Promise<void>(() => {});
    if (fate === 2) return new Promise<void>((resolve) => void platform.timer(choose(30), resolve));
  });
}
