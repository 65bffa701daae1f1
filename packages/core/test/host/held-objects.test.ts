// What the host can get at is not finalized: by an error, by a handle it takes while a census is under way.
import { afterEach, describe, expect, it } from "vitest";
import { createVM, PythonError, Scheduler, type VM } from "../../src/index.ts";
import { imported, ManualPlatform } from "../../../../tools/testing/virtual-platform.ts";

const open: VM[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((vm) => vm.close({ deadlineMs: 0 })));
});

const CLASS = `import gc
class X:
    def __del__(self): print("gone")
`;

async function failure(vm: VM, source: string): Promise<PythonError> {
  const error = await vm.run(source).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(PythonError);
  return error as PythonError;
}

describe("an error that the host holds", () => {
  it("keeps what its exception holds, which is raised when the error is thrown again", async () => {
    let out = "";
    const held: PythonError[] = [];
    const vm = createVM({ stdout: (text) => (out += text) });
    vm.globals.set("again", () => {
      throw held[0];
    });
    open.push(vm);
    held.push(
      await failure(
        vm,
        `${CLASS}
def fail():
    error = ValueError("no")
    error.extra = X()
    raise error from KeyError(X())
fail()`,
      ),
    );
    await vm.run(`gc.collect()
try: again()
except ValueError as e: print(type(e.extra).__name__, type(e.__cause__.args[0]).__name__)
e = None
gc.collect()`);
    expect(out).toBe("X X\n");
    expect(held[0]?.cause).toBeInstanceOf(PythonError);
  });

  it("does not count what they hold against the limit", async () => {
    const limit = 2 * 2 ** 20;
    const vm = createVM({ limits: { memoryBytes: limit } });
    open.push(vm);
    const held: PythonError[] = [];
    for (let n = 0; n < 6; n++)
      held.push(await failure(vm, "big = [None] * 100_000\ntry: raise ValueError(big)\nfinally: del big"));
    await vm.run("import gc\ngc.collect()\nfor n in range(50_000): t = [n]");
    expect(held).toHaveLength(6);
    expect(vm.stats.memoryBytes).toBeLessThan(limit / 2);
  });

  it("stands for nothing after a reset", async () => {
    const vm = createVM();
    open.push(vm);
    const held = await failure(vm, "class Own(Exception): pass\nraise Own('mine')");
    await vm.reset();
    vm.globals.set("again", () => {
      throw held;
    });
    const names = await vm.run("try: again()\nexcept Exception as e: name = type(e).__name__\nname");
    expect(names).toBe("RuntimeError");
  });
});

describe("a census under way", () => {
  /** Runs `act` when the script, which collects garbage, has stood still so many times; whether that was before it ended. */
  async function during(turns: number, act: (vm: VM) => unknown): Promise<{ out: string; wasDuring: boolean }> {
    let out = "";
    const platform = new ManualPlatform();
    const scheduler = new Scheduler({ platform, quantum: 10 });
    const vm = createVM({ platform, scheduler, stdout: (text) => (out += text) });
    open.push(vm);
    await imported(platform, vm, "gc");
    const prepared = vm.run(`${CLASS}
early = [[n] for n in range(6000)]
x = X()
late = [[n] for n in range(6000)]
`);
    await platform.turns();
    await prepared;
    let isOver = false;
    const run = vm.run("gc.collect()\ngc.collect()").then(() => (isOver = true));
    for (let n = 0; n < turns; n++) {
      platform.turn();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    const wasDuring = !isOver;
    const kept = act(vm);
    await platform.turns();
    await run;
    expect(kept).toBeDefined();
    return { out, wasDuring };
  }

  it.each([
    ["takes from its place", (vm: VM) => [vm.globals.get("x"), vm.globals.set("x", null)]],
    ["moves to another place", (vm: VM) => [vm.globals.set("aa", vm.globals.get("x")), vm.globals.set("x", null)]],
  ])("leaves alive what the host %s", async (_what, act) => {
    let turns = 0;
    for (let wasDuring = true; wasDuring; turns++) {
      const result = await during(turns, act);
      expect(result.out).toBe("");
      wasDuring = result.wasDuring;
    }
    expect(turns).toBeGreaterThan(5);
  });
});
