// S1 and S2 for a VM in a worker thread of its own.
import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWorkerVM, type NodeWorkerVMOptions } from "../../src/node.ts";
import {
  ClosedError,
  ConversionError,
  createVM,
  keywords,
  LimitError,
  PythonError,
  TerminatedError,
} from "../../src/index.ts";
import { WorkerLostError, type WorkerVM } from "../../src/worker.ts";
import { createWorkerVM as createWebWorkerVM } from "../../src/web.ts";
import { nextTurn } from "../event-loop.ts";
import { failure } from "../failing.ts";
import { buildPrograms, type ThreadPrograms } from "../threads/bundle.ts";
import { webWorker } from "../threads/web-worker-of-node.ts";

/** A script that no interrupt ends. */
const STUBBORN = "while True:\n    try:\n        while True: pass\n    except BaseException: pass";

let programs: ThreadPrograms;
const open: WorkerVM[] = [];
const unhandled: unknown[] = [];
const onUnhandled = (error: unknown): void => void unhandled.push(error);

function workerVM(options: NodeWorkerVMOptions = {}): WorkerVM {
  const made = createWorkerVM({ worker: programs.worker, ...options });
  open.push(made);
  return made;
}

beforeAll(async () => {
  programs = await buildPrograms();
  process.on("unhandledRejection", onUnhandled);
}, 60_000);
afterAll(() => {
  process.off("unhandledRejection", onUnhandled);
  programs.remove();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close({ deadlineMs: 50 })));
  expect(unhandled.splice(0)).toEqual([]);
});

describe("a VM in a worker", () => {
  it("S1.2 sleeps there; the main VM stays responsive, keeps its identity, then gets the result", async () => {
    const main = createVM({ name: "main" });
    await main.run("me = 'main'");
    const worker = workerVM({ name: "worker" });
    let isOver = false;
    const sleeping = worker.run("import time\nme = 'worker'\ntime.sleep(0.3)\nme").finally(() => {
      isOver = true;
    });
    let runs = 0;
    while (!isOver) {
      expect(await main.run("me")).toBe("main");
      runs += 1;
    }
    expect(runs).toBeGreaterThan(20);
    main.globals.set("result", await sleeping);
    expect(await main.run("me, result")).toEqual(["main", "worker"]);
    await main.close();
  });

  it("has the surface of a VM", async () => {
    const said: string[] = [];
    const vm = workerVM({
      name: "shop",
      stdout: (text) => said.push(text),
      stderr: (text) => said.push(`!${text}`),
      argv: ["shop.py", "-v"],
      path: ["lib"],
      seed: 7,
      limits: { recursionDepth: 200 },
    });
    expect(vm.name).toBe("shop");
    expect(await vm.run("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\nsys.argv, sys.path")).toEqual(
      [["shop.py", "-v"], ["lib"]],
    );
    expect(said.join("")).toBe("a\n!b\nc\n");
    expect(await vm.eval("sys.getrecursionlimit()")).toBe(200);
    await vm.globals.set("stock", { apples: [1, 2.5, 10n ** 30n], raw: new Uint8Array([1, 2]), none: null });
    expect(await vm.globals.get("stock")).toEqual({
      apples: [1, 2.5, 10n ** 30n],
      raw: new Uint8Array([1, 2]),
      none: null,
    });
    expect(await vm.globals.get("missing")).toBeUndefined();
    await vm.run("async def buy(what, *, count=1):\n    return len(stock[what]) * count");
    expect(await vm.call("buy", "apples", keywords({ count: 2 }))).toBe(6);
    expect(await vm.import("math")).toBeUndefined();
    expect((await vm.stats()).entries).toBe(0);
    expect(vm.state).toBe("ready");
    await vm.reset();
    expect(await vm.run("'stock' in globals()")).toBe(false);
    const states: string[] = [];
    const off = vm.on("state", (to) => states.push(to));
    await vm.run("import time\ntime.sleep(0)");
    expect(states).toEqual(expect.arrayContaining(["running", "parked", "ready"]));
    off();
    const count = states.length;
    vm.on("state", (to) => states.push(to))();
    vm.on("state", (to) => states.push(to));
    await vm.run("1");
    await vm.stats();
    expect(states.slice(count)).toEqual(["running", "ready"]);
  });

  it("asks the loader of this thread for modules", async () => {
    const asked: string[] = [];
    const vm = workerVM({
      path: ["lib"],
      loader: async (name, path) => {
        asked.push(`${name} in ${path.join()}`);
        if (name === "broken") throw new RangeError("the disk is full");
        return name === "shelf" ? { source: Buffer.from("books = 3"), filename: "lib/shelf.py" } : null;
      },
    });
    expect(await vm.run("import shelf\nshelf.books, shelf.__file__")).toEqual([3, "lib/shelf.py"]);
    expect(await failure(vm.run("import nowhere"))).toMatchObject({ type: "ModuleNotFoundError" });
    const error = await failure(vm.run("import broken"));
    expect(error).toMatchObject({ type: "RuntimeError", message: "RangeError: the disk is full" });
    expect(asked).toEqual(["shelf in lib", "nowhere in lib", "broken in lib"]);
  });

  it("tells errors by the classes of this thread", async () => {
    const vm = workerVM({ name: "shop", limits: { instructions: 50_000 } });
    const error = await failure(vm.run("def f():\n    return 1 / 0\nf()", { filename: "a.py" }));
    expect(error).toBeInstanceOf(PythonError);
    const { type, message, frames, traceback } = error as PythonError;
    expect([type, message]).toEqual(["ZeroDivisionError", "division by zero"]);
    expect(frames.map(({ file, line }) => `${file}:${line}`)).toEqual(["a.py:3", "a.py:2"]);
    expect(traceback).toMatch(/^Traceback \(most recent call last\):\n {2}File "a.py", line 3/);
    expect(await failure(vm.run("import sys\nsys.exit(4)"))).toMatchObject({ exit: { status: 4 } });
    const limit = await failure(vm.run("while True: pass", { filename: "a.py" }));
    expect(limit).toBeInstanceOf(LimitError);
    expect(limit).toMatchObject({ limit: "instructions", value: 50_000, place: { file: "a.py", line: 1 } });
    expect(await failure(vm.call("nothing"))).toMatchObject({ type: "NameError" });
    const [value] = (await vm.run("[ValueError('x')]")) as unknown[];
    expect(value).toBeInstanceOf(PythonError);
    expect(value).toMatchObject({ type: "ValueError", message: "x" });
  });

  it("S1.7 what cannot be transferred is a clear error, and the VM goes on", async () => {
    const vm = workerVM();
    await vm.run("def f(x): return x\nclass Unit: pass");
    const rows: [Promise<unknown>, string][] = [
      [vm.run("{'unit': [Unit()]}"), "result.unit[0]: a Python object of type 'Unit' cannot go to another thread"],
      [vm.run("f"), "result: a Python callable of type 'function' cannot go to another thread"],
      [vm.globals.get("Unit"), "result: a Python callable of type 'type' cannot go to another thread"],
      [vm.run("async def g(): raise ValueError\n[g()]"), "result[0]: a Promise cannot go to another thread"],
      [vm.call("f", () => {}), "argument 1: a function cannot go to another thread"],
      [vm.call("f", Promise.resolve()), "argument 1: a Promise cannot go to another thread"],
      [vm.call("f", keywords({ x: [Symbol("s")] })), "argument 'x'[0]: a symbol cannot go to another thread"],
      [vm.globals.set("g", { f: () => {} }), "g.f: a function cannot go to another thread"],
    ];
    const errors = await Promise.all(rows.map(([promise]) => failure(promise)));
    for (const [at, error] of errors.entries()) {
      const message = rows[at]?.[1];
      expect(error).toBeInstanceOf(ConversionError);
      expect(error).toMatchObject({ message });
    }
    expect(await vm.call("f", [1, { a: 2 }])).toEqual([1, { a: 2 }]);
  });

  it("S1.7 what is asked while it is busy is served in order; jobs can be polled", async () => {
    const said: string[] = [];
    const vm = workerVM({ stdout: (text) => said.push(text) });
    const first = vm.start("n = 0\nfor _ in range(300000): n += 1\nprint('first')\nn");
    expect(first.state).toBe("pending");
    expect([first.result, first.error]).toEqual([undefined, undefined]);
    const second = vm.startCall("print", "second");
    const failing = vm.start("1 / 0");
    // Looked at between slices, it does not wait for what runs.
    expect(typeof (await vm.stats()).entries).toBe("number");
    while (failing.state === "pending") await nextTurn();
    expect([first.state, first.result]).toEqual(["done", 300_000]);
    expect([second.state, second.result]).toEqual(["done", null]);
    expect([failing.state, failing.error]).toEqual(["failed", expect.any(PythonError)]);
    expect(said.join("")).toBe("first\nsecond\n");
  });

  it("S1.7 a handle dropped in the middle of a job: the job is answered, then the worker ends", async () => {
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc") as () => void;
    const worker = new Worker(programs.worker);
    const ended = once(worker, "exit");
    const job = createWorkerVM({ worker: () => worker }).run("import time\ntime.sleep(0.1)\n'answered'");
    gc();
    expect(await job).toBe("answered");
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });

  it("S1.7 close in the middle of a job lets its cleanup run, then ends it; entry is refused", async () => {
    const said: string[] = [];
    const vm = workerVM({ name: "shop", stdout: (text) => said.push(text) });
    await vm.run("import time");
    const tidy = failure(vm.run("try:\n    time.sleep(600)\nfinally:\n    print('tidy', end='')"));
    while ((await vm.stats()).state !== "parked") await nextTurn();
    const closing = vm.close({ deadlineMs: 100 });
    expect(vm.close()).toBe(closing);
    expect(vm.state).toBe("closing");
    const refused = [vm.run("1"), vm.eval("1"), vm.call("f"), vm.import("sys"), vm.globals.get("x"), vm.reset()];
    for (const error of await Promise.all(refused.map(failure))) expect(error).toBeInstanceOf(ClosedError);
    await closing;
    expect(await tidy).toBeInstanceOf(ClosedError);
    expect(await tidy).toMatchObject({ message: "VM 'shop' is closed" });
    expect(said).toEqual(["tidy"]);
    expect(vm.state).toBe("closed");
    expect(await vm.interrupt()).toBe(false);
    await vm.terminate();

    const stubborn = workerVM({ name: "stubborn" });
    const spinning = failure(stubborn.run(STUBBORN));
    await stubborn.stats();
    await stubborn.close({ deadlineMs: 50 });
    expect(await spinning).toMatchObject({ name: "ClosedError", message: "VM 'stubborn' is closed" });
  });

  it("S1.7 a worker that somebody ends, that crashes or cannot start rejects what waits, and what comes later", async () => {
    const ended = new Worker(programs.worker);
    const one = workerVM({ name: "one", worker: () => ended });
    const waiting = failure(one.run("while True: pass"));
    expect(await one.globals.get("x")).toBeUndefined();
    await ended.terminate();
    expect(await waiting).toBeInstanceOf(WorkerLostError);
    expect(await waiting).toMatchObject({
      message: "the worker of VM 'one' is gone: exit code 1",
      why: "exit code 1",
    });
    expect(await failure(one.run("1"))).toBeInstanceOf(WorkerLostError);
    expect([one.state, await one.interrupt()]).toEqual(["closed", false]);
    await one.close();

    const broken = workerVM({ worker: () => new Worker("throw new RangeError('no luck')", { eval: true }) });
    const lost = (await failure(broken.run("1"))) as WorkerLostError;
    expect(lost.why).toBe("no luck");
    expect(lost.cause).toBeInstanceOf(RangeError);
    const missing = workerVM({ worker: `${programs.worker}.missing` });
    expect(await failure(missing.run("1"))).toBeInstanceOf(WorkerLostError);
  });

  it("S1.7 a worker that runs out of memory rejects what waits", async () => {
    const small = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };
    const vm = workerVM({
      worker: () => new Worker(programs.worker, { resourceLimits: small }),
      limits: { memoryBytes: Number.POSITIVE_INFINITY },
    });
    const error = (await failure(vm.run("x = []\nwhile True: x.append([0] * 100_000)"))) as WorkerLostError;
    expect(error).toBeInstanceOf(WorkerLostError);
    expect(error.cause).toMatchObject({ code: "ERR_WORKER_OUT_OF_MEMORY" });
  });

  it("S1.7 a worker that answers nothing is closed by force at the deadline", async () => {
    const vm = workerVM({ name: "deaf", worker: () => new Worker("for (;;);", { eval: true }) });
    const waiting = failure(vm.run("1"));
    await vm.close({ deadlineMs: 20 });
    expect(await waiting).toMatchObject({ name: "ClosedError", message: "VM 'deaf' is closed" });
  });

  it("S2.1 interrupts and S2.3 terminations reach what was asked before them, begun or not", async () => {
    const vm = workerVM();
    const source = "try:\n    while True: pass\nexcept KeyboardInterrupt as e:\n    seen = str(e)\nseen";
    const running = vm.run(source);
    expect(await vm.interrupt("at once")).toBe(true);
    expect(await running).toBe("at once");
    // Now through shared memory: the first runs, the second has not begun.
    const both = [vm.run(source), failure(vm.run("while True: pass"))];
    expect(await vm.interrupt("both")).toBe(true);
    expect(await both[0]).toBe("both");
    expect(await both[1]).toMatchObject({ type: "KeyboardInterrupt" });
    expect(await vm.interrupt()).toBe(false);
    expect(await vm.run("sum(range(10000))")).toBe(49_995_000);
    const stubborn = failure(vm.run(STUBBORN));
    await vm.terminate("enough");
    expect(await stubborn).toBeInstanceOf(TerminatedError);
    expect(await vm.run("1")).toBe(1);
  });

  it("S2.4 an interrupt wakes what waits; after it nothing of a flood is written", async () => {
    let count = 0;
    const vm = workerVM({ stdout: () => (count += 1) });
    await vm.run("import time");
    const waiting = failure(vm.run("time.sleep(600)"));
    await vm.stats();
    expect(await vm.interrupt()).toBe(true);
    expect(await waiting).toMatchObject({ type: "KeyboardInterrupt" });
    const flood = failure(vm.run("while True: print('x')"));
    while (count === 0) await nextTurn();
    await vm.interrupt();
    expect(await flood).toMatchObject({ type: "KeyboardInterrupt" });
    const written = count;
    await vm.stats();
    expect(count).toBe(written);
  });

  it.each([true, false])("S2.5 a handle of its own stops it from any thread (shared: %s)", async (shared) => {
    const [zero, one] = [workerVM(), workerVM()];
    const handle = await one.interruptHandle({ shared });
    expect(handle.isShared).toBe(shared);
    const undisturbed = zero.run("total = 0\nfor n in range(100000): total += n\ntotal");
    const running = failure(one.run("while True: pass"));
    while ((await one.stats()).entries === 0) await nextTurn();
    handle.interrupt("from afar");
    expect(await running).toMatchObject({ type: "KeyboardInterrupt", message: "from afar" });
    expect(await undisturbed).toBe(4_999_950_000);
  });

  it("runs in a Web Worker just the same", async () => {
    const vm = createWebWorkerVM({ worker: () => webWorker(programs.webWorker) });
    expect(await vm.run("def f(n): return n + 1\n[f(1), b'x']")).toEqual([2, new Uint8Array([120])]);
    expect(await vm.call("f", 2)).toBe(3);
    const running = failure(vm.run("while True: pass"));
    expect(await vm.interrupt("stop")).toBe(true);
    expect(await running).toMatchObject({ type: "KeyboardInterrupt", message: "stop" });
    await vm.close();
    expect(await failure(vm.run("1"))).toBeInstanceOf(ClosedError);
    const broken = createWebWorkerVM({ worker: () => webWorker(`${programs.webWorker}.missing`) });
    expect(await failure(broken.run("1"))).toBeInstanceOf(WorkerLostError);
  });

  it("ends a run whose signal aborts with its reason, and closes with its own signal", async () => {
    const controller = new AbortController();
    const own = new AbortController();
    const vm = workerVM({ signal: own.signal });
    const running = failure(vm.run("while True: pass", { signal: controller.signal }));
    await vm.stats();
    const reason = { because: "no longer wanted" };
    controller.abort(reason);
    expect(await running).toBe(reason);
    expect(await failure(vm.run("1", { signal: controller.signal }))).toBe(reason);
    expect(await vm.run("1")).toBe(1);
    own.abort();
    expect(await failure(vm.run("1"))).toBeInstanceOf(ClosedError);
    await vm.close();
    expect(() => workerVM({ signal: own.signal })).toThrow();
  });

  it("refuses options by name, and says which cannot cross", () => {
    const refuse = (options: object) => () => workerVM(options);
    expect(refuse({ stdOut: 1 })).toThrow("createWorkerVM: option 'stdOut' is unknown; there are name, ");
    expect(refuse({ stdin: () => "" })).toThrow(
      "createWorkerVM: option 'stdin' does not work across threads: a script",
    );
    expect(refuse({ scheduler: {} })).toThrow("createWorkerVM: option 'scheduler' does not work across threads");
    expect(refuse({ limits: { wallTime: 1 } })).toThrow("unknown limit 'wallTime'");
    expect(refuse({ stdout: "x" })).toThrow("option 'stdout' must be of type function");
  });
});
