// S2.8: the trace hook, and what it may do to the VM that calls it.
import { describe, expect, it } from "vitest";
import { createVM, LimitError, type TraceEvent, type VM } from "../../src/index.ts";
import { openVMs } from "../open-vms.ts";
import { disassembleSource } from "../../src/tools.ts";

const vm = openVMs({ deadlineMs: 50 });

const shown = ({ kind, line, function: name }: TraceEvent): string => `${kind} ${line} ${name}`;

/** What the hook is told of a script. */
async function eventsOf(source: string): Promise<string[]> {
  const events: string[] = [];
  await vm({ trace: (event) => events.push(shown(event)) }).run(source, { filename: "t.py" });
  return events;
}

const PROGRAM = `def add(a, b):
    c = a + b
    return c

total = 0
for n in range(2):
    if n == 1:
        total = add(total, n)
    elif n == 0:
        total += 10
while total < 13:
    total += 1
try:
    {}["k"]
except KeyError:
    total = 0
`;

/** From sys.settrace of CPython 3.13, which gives the call of the module line 0. */
const CPYTHON = `call 1 <module>, line 1 <module>, line 5 <module>, line 6 <module>, line 7 <module>, line 9 <module>, line 10 <module>,
line 6 <module>, line 7 <module>, line 8 <module>, call 1 add, line 2 add, line 3 add, return 3 add, line 6 <module>,
line 11 <module>, line 12 <module>, line 11 <module>, line 12 <module>, line 11 <module>, line 13 <module>, line 14 <module>,
exception 14 <module>, line 15 <module>, line 16 <module>, return 16 <module>`;

describe("S2.8 a trace hook", () => {
  it("S2.8 is told what CPython's is told", async () => {
    expect(await eventsOf(PROGRAM)).toEqual(CPYTHON.split(/,\s+/));
  });

  it("S2.8 is told of nested functions, lambdas, finally and exceptions with their text, and of no prelude", async () => {
    expect(
      await eventsOf(
        "import functools\ndef f(x):\n    try:\n        return x\n    finally:\n        x = 0\nfunctools.reduce(lambda a, b: f(b), [1, 2])",
      ),
    ).toEqual([
      "call 1 <module>",
      "line 1 <module>",
      "line 2 <module>",
      "line 7 <module>",
      "call 7 <lambda>",
      "line 7 <lambda>",
      "call 2 f",
      "line 3 f",
      "line 4 f",
      "line 6 f",
      "return 6 f",
      "return 7 <lambda>",
      "return 7 <module>",
    ]);
    const events: TraceEvent[] = [];
    const own = vm({ trace: (event) => events.push(event) });
    await expect(own.run("def g():\n    raise ValueError('no')\ng()", { filename: "g.py" })).rejects.toThrow("no");
    expect(events.filter(({ kind }) => kind === "exception")).toEqual([
      { kind: "exception", file: "g.py", line: 2, function: "g", depth: 1, type: "ValueError", message: "no" },
      { kind: "exception", file: "g.py", line: 3, function: "<module>", depth: 0, type: "ValueError", message: "no" },
    ]);
  });

  it("S2.8 costs nothing where there is none: code has no instruction for it", async () => {
    expect(JSON.stringify(disassembleSource(PROGRAM, "t.py"))).not.toContain("Trace");
    const own = vm({});
    expect(() => own.trace(() => {})).toThrow("vm.trace: the VM was made without the option 'trace'");
    expect(() => createVM({ trace: 1 as never })).toThrow("option 'trace' must be of type function");
  });

  it("S2.8 that throws is called no more, and told of; the script goes on", async () => {
    let calls = 0;
    const errors: unknown[] = [];
    const own = vm({
      trace: () => {
        calls += 1;
        throw new Error("broken hook");
      },
    });
    own.on("traceError", (error) => errors.push(error));
    expect(await own.run("x = 1\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    x += 1\nx")).toBe(2);
    expect([calls, errors]).toEqual([1, [new Error("broken hook")]]);
    own.trace(() => void calls++);
    await own.run("x");
    expect(calls).toBeGreaterThan(1);
  });

  it("S2.8 may re-enter the VM, which is not traced", async () => {
    const seen: string[] = [];
    const own: VM = vm({
      trace(event) {
        if (event.kind !== "line" || event.function !== "<module>") return;
        seen.push(
          `${event.line}: ${own.runSync("steps = globals().get('steps', 0) + 1\nsteps")} ${own.globals.get("x")}`,
        );
      },
    });
    await own.run("x = 1\nx = 2\nx = 3");
    expect(seen).toEqual(["1: 1 undefined", "2: 2 1", "3: 3 2"]);
    expect(await own.run("x, steps")).toEqual([3, 4]);
  });

  it("S2.8 may remove or replace itself, at once", async () => {
    const seen: string[] = [];
    const own: VM = vm({
      trace(event) {
        seen.push(`first ${event.line}`);
        if (event.line === 2)
          own.trace((other) => {
            seen.push(`second ${other.line}`);
            own.trace(null);
          });
      },
    });
    await own.run("x = 1\nx = 2\nx = 3\nx = 4");
    expect(seen).toEqual(["first 1", "first 1", "first 2", "second 3"]);
  });

  it("S2.8 may pause at each line: a debugger steps, and deadlines stand still meanwhile", async () => {
    let stopped: (event: TraceEvent) => void = () => {};
    const own: VM = vm({
      limits: { wallTimeMs: 2_000 },
      trace(event) {
        if (event.kind !== "line") return;
        own.pause();
        stopped(event);
      },
    });
    const step = (): Promise<TraceEvent> =>
      new Promise((resolve) => {
        stopped = resolve;
        own.resume();
      });
    let next = new Promise<TraceEvent>((resolve) => {
      stopped = resolve;
    });
    const run = own.run("total = 0\nfor n in range(2):\n    total += n\ntotal + 40");
    const lines: [number, unknown][] = [];
    for (let count = 0; count < 7; count++) {
      const { line } = await next;
      lines.push([line, own.globals.get("total")]);
      if (count < 6) next = step();
    }
    expect(own.stats.isPaused).toBe(true);
    own.resume();
    expect(await run).toBe(41);
    expect(lines).toEqual([
      [1, undefined],
      [2, 0],
      [3, 0],
      [2, 0],
      [3, 0],
      [2, 1],
      [4, 1],
    ]);
  });

  it("S2.8 may stop, interrupt or close what it traces", async () => {
    const acts: Record<string, (own: VM) => void> = {
      terminate: (own) => own.terminate("by the hook"),
      interrupt: (own) => void own.interrupt("by the hook"),
      close: (own) => void own.close(),
    };
    for (const [name, act] of Object.entries(acts)) {
      const own: VM = vm({ trace: (event) => event.line === 2 && act(own) });
      await expect(own.run("x = 1\nwhile True: x += 1"), name).rejects.toThrow(/by the hook|closing|closed/);
      await own.close();
    }
    const early: VM = vm({ trace: (event) => event.line === 2 && void early.interrupt() });
    await expect(early.run("x = 1\nx = 2\nx = 3")).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    expect(early.globals.get("x")).toBe(1);
    const limited = vm({ trace: () => {}, limits: { instructions: 1_000 } });
    await expect(limited.run("while True: pass")).rejects.toThrow(LimitError);
  });
});
