// S2: where a script is said to have stood when it was stopped, and where an interrupt is raised.
import { afterEach, describe, expect, it } from "vitest";
import { createVM, type VM } from "../../src/index.ts";

const open: VM[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((vm) => vm.close({ deadlineMs: 50 })));
});

const MANAGER = "class M:\n    def __enter__(self): return self\n    def __exit__(self, *a): pass\n";

/** Loops without end, each of which begins in line 6. */
const LOOPS: readonly (readonly [string, string])[] = [
  ["in a with block", "\nwith M():\n    while True: pass"],
  ["in a with block, after others", "with M():\n    x = 1\n    while True: pass"],
  ["with a body of its own line", "with M():\n    x = 1\n    while True:\n        pass"],
  ["that goes on by continue", "with M():\n    x = 1\n    while True: continue"],
  ["in a try", "try:\n    x = 1\n    while True: pass\nfinally:\n    x = 2"],
  ["in an except clause", "try: 1 / 0\nexcept ZeroDivisionError:\n    while True: pass"],
  ["in a function", "\ndef f():\n    while True: pass\nf()"],
  ["by itself", "\nx = 1\nwhile True: pass"],
];

describe("S2 the place of a script that is stopped", () => {
  it.each(LOOPS)("S2.1 is the line of an endless loop %s", async (_what, loop) => {
    const vm = createVM({ limits: { instructions: 5_000 } });
    open.push(vm);
    const error = await vm.run(MANAGER + loop, { filename: "p.py" }).catch((each: unknown) => each);
    expect(error).toMatchObject({ limit: "instructions", place: { file: "p.py", line: 6 } });
  });

  it.each(LOOPS)("S2.1 is where an interrupt is raised: in an endless loop %s", async (_what, loop) => {
    const vm = createVM();
    open.push(vm);
    vm.globals.set("ready", () => void setImmediate(() => vm.interrupt()));
    const error = await vm.run(`ready()\n${MANAGER}${loop}`, { filename: "p.py" }).catch((each: unknown) => each);
    expect(error).toMatchObject({ type: "KeyboardInterrupt" });
    const frames = (error as { frames: { line: number }[] }).frames;
    expect(frames.at(-1)?.line).toBe(7);
  });
});
