// asyncio in worker VMs, and functions that scripts have called there: run_in_executor and to_thread across threads.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createVM, type VM } from "@krait/core";
import { createWorkerVM } from "@krait/core/node";
import type { WorkerVM } from "@krait/core/worker";
import { build } from "tsup";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pythonLoader } from "../../../tools/python-text.ts";
import { asyncio, workerExecutor } from "../src/index.ts";

const open: (VM | WorkerVM)[] = [];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "krait-asyncio-"));
  const programs = join(import.meta.dirname, "threads");
  await build({
    config: false,
    entry: { worker: join(programs, "worker.ts"), library: join(programs, "library.ts") },
    format: ["esm"],
    outDir: folder,
    outExtension: () => ({ js: ".mjs" }),
    target: "es2023",
    platform: "node",
    silent: true,
    noExternal: [/.*/],
    loader: pythonLoader,
    esbuildOptions(options) {
      options.conditions = ["@krait/source"];
    },
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close({ deadlineMs: 50 })));
});

function workerVM(): WorkerVM {
  const worker = join(folder, "worker.mjs");
  const vm = createWorkerVM({ worker, modules: [pathToFileURL(join(folder, "library.mjs"))], loader });
  open.push(vm);
  return vm;
}

/** A module that every VM here can import. */
function loader(name: string): { source: string; filename: string } | null {
  if (name !== "work") return null;
  const source = `
class Maths:
    @staticmethod
    def power(base, exponent=2): return base ** exponent
async def later(value):
    import asyncio
    await asyncio.sleep(0)
    return [value, asyncio.get_running_loop().is_running()]
def fail(text): raise ValueError(text)
def strange(): return object()
`;
  return { source, filename: "work.py" };
}

function hostVM(workers: readonly WorkerVM[]): VM {
  const vm = createVM({ modules: [asyncio, workerExecutor({ name: "others", workers })], loader });
  open.push(vm);
  return vm;
}

const SETUP = `
import asyncio, others, work
loop = asyncio.get_running_loop()
def double(n): return n * 2
await asyncio.sleep(0)
`;

describe("asyncio in worker VMs", () => {
  it("is there when the host names its program: tasks, asyncio.run, and what is left undone is told", async () => {
    const vm = workerVM();
    const warnings: unknown[] = [];
    vm.on("warning", (warning) => warnings.push(warning));
    const source = `
import asyncio
async def work(n):
    await asyncio.sleep(0.001)
    return n
await asyncio.gather(*[work(n) for n in range(3)])`;
    expect(await vm.run(source)).toEqual([0, 1, 2]);
    expect(await vm.run("asyncio.run(work(4))")).toBe(4);
    expect(await vm.call("work", 5)).toBe(5);
    await vm.run("def lose(): work(6)\nlose()\nimport gc\ngc.collect()");
    expect(warnings).toEqual([{ category: "RuntimeWarning", message: "coroutine 'work' was never awaited" }]);
  });

  it("calls functions by their names: of modules that both have, and of the same script", async () => {
    const workers = [workerVM(), workerVM()];
    await Promise.all(workers.map((each) => each.run("def double(n): return f'{n * 2} elsewhere'")));
    const vm = hostVM(workers);
    const source = `${SETUP}
await asyncio.gather(
    loop.run_in_executor(others, double, 21),
    loop.run_in_executor(others, work.Maths.power, 3, 3),
    loop.run_in_executor(others, work.later, {"a": [1, None]}),
    loop.run_in_executor(others, sum, [1, 2, 3]),
    loop.run_in_executor(None, double, 4),
)`;
    expect(await vm.run(source)).toEqual(["42 elsewhere", 27, [{ a: [1, null] }, true], 6, 8]);
  });

  it("to_thread goes there once the loop has such an executor, with keywords", async () => {
    const vm = hostVM([workerVM()]);
    const source = `${SETUP}
before = await asyncio.to_thread(lambda: "here")
loop.set_default_executor(others)
[before, await asyncio.to_thread(work.Maths.power, 2, exponent=10), await loop.run_in_executor(None, work.Maths.power, 5)]`;
    expect(await vm.run(source)).toEqual(["here", 1024, 25]);
  });

  it("says what cannot go there, and raises what the function has raised", async () => {
    const vm = hostVM([workerVM()]);
    const source = `${SETUP}
import functools
def outer():
    def inner(): pass
    return inner
said = []
for func, args in (
    (lambda: 1, ()), (outer(), ()), ([].append, (1,)), (functools.partial(double, 1), ()), (double, (1,)),
    (work.fail, ("no",)), (work.strange, ()), (work.later, (object(),)),
):
    try: said.append(await loop.run_in_executor(others, func, *args))
    except Exception as error: said.append(f"{type(error).__name__}: {error}")
try: loop.set_default_executor(object())
except TypeError as error: said.append("refused")
said`;
    const said = (await vm.run(source)) as string[];
    for (const each of said.slice(0, 4))
      expect(each).toMatch(/^TypeError: .* cannot be called in another VM: it must be/u);
    expect(said.slice(4)).toEqual([
      "AttributeError: module '__main__' has no attribute 'double'",
      "ValueError: no",
      expect.stringMatching(/a Python object of type 'object' cannot go to another thread$/u),
      expect.stringMatching(/object/u),
      "refused",
    ]);
  });
});
