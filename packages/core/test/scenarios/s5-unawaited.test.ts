// The host is told of coroutines that were never awaited: by a census that comes by itself, and when the VM closes.
import { afterEach, describe, expect, it, vi } from "vitest";
import { createVM, type VM, type VMOptions, type VMWarning } from "../../src/index.ts";

const open: VM[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((vm) => vm.close({ deadlineMs: 0 })));
});

const WARNING: VMWarning = { category: "RuntimeWarning", message: "coroutine 'work' was never awaited" };
/** A temporary of the module itself would stay within its reach for a while. */
const LOSE = "async def work(): pass\ndef lose(): work()\nlose()\n";
const TEXT = "<sys>:0: RuntimeWarning: coroutine 'work' was never awaited\n";

function watched(options: VMOptions = {}): { vm: VM; warnings: VMWarning[]; errors: string[] } {
  const warnings: VMWarning[] = [];
  const errors: string[] = [];
  const vm = createVM({ stderr: (text) => void errors.push(text), ...options });
  vm.on("warning", (warning) => warnings.push(warning));
  open.push(vm);
  return { vm, warnings, errors };
}

describe("S5 coroutines that were never awaited", () => {
  it("are told of by a census that comes by itself, once", async () => {
    const { vm, warnings, errors } = watched({ limits: { memoryBytes: 4 * 2 ** 20 } });
    await vm.run(`${LOSE}for n in range(300): list = [n] * 10_000`);
    // The script's own report waits for the module `warnings` to load, which may take longer than the script.
    await vi.waitFor(() => expect([warnings, errors]).toEqual([[WARNING], [TEXT]]), { timeout: 50_000 });
    await vm.close();
    expect(warnings).toEqual([WARNING]);
  });

  it("are told of when the VM closes, held or not, after its exit callbacks", async () => {
    const { vm, warnings, errors } = watched();
    await vm.run(`
import atexit, sys
async def work(): pass
async def done(): pass
work()
held = [work(), done(), done()]
await held[1]
def leave():
    print("leaving", file=sys.stderr)
    try: held[2].send(None)
    except StopIteration: pass
atexit.register(leave)`);
    expect(warnings).toEqual([]);
    const report = await vm.close();
    expect(warnings).toEqual([WARNING, WARNING]);
    // As in CPython the script's own report says it once for each place.
    expect(errors.join("").replace("leaving\n", "")).toBe(TEXT);
    expect(errors[0]).toMatch(/^leaving/u);
    expect(report.phases.flatMap(({ errors: failures }) => failures)).toEqual([]);
  });

  it("are told to the host also where the script has switched its warnings off, or broken them", async () => {
    for (const source of [
      "import warnings\nwarnings.simplefilter('ignore')",
      "import sys\nsys.modules['warnings'] = None",
      "import warnings\ndel warnings.warn",
    ]) {
      const { vm, warnings, errors } = watched();
      await vm.run(`${source}\n${LOSE}`);
      await vm.run("import gc\ngc.collect()");
      expect([warnings, errors]).toEqual([[WARNING], []]);
    }
  });

  it("are not told of where the script was ended before it could await them in their turn", async () => {
    const { vm, warnings } = watched();
    await vm.run("async def work(): pass");
    const stopped = vm.run("import time\ntime.sleep(1000)\nawait work()").catch(() => {});
    await vm.close();
    await stopped;
    expect(warnings).toEqual([]);
  });
});
