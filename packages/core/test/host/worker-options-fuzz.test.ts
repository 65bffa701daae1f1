// What a VM, or one in a worker, is given that is wrong: each option and each argument is refused by name, and it goes on.
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVM, type VM } from "../../src/index.ts";
import { thrown } from "../failing.ts";
import { createWorkerVM } from "../../src/node.ts";
import { createWorkerVM as createWebWorkerVM } from "../../src/web.ts";
import type { WorkerVM } from "../../src/worker.ts";
import { buildPrograms, type ThreadPrograms } from "../threads/bundle.ts";

const SAMPLES: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1n,
  true,
  "",
  "x",
  Symbol("s"),
  () => {},
  () => null,
  class {},
  [],
  [null],
  ["x"],
  {},
  { href: 1 },
  Object.create(null),
  new Map(),
  new AbortController(),
];
const samples = fc.constantFrom(...SAMPLES);

/** Names of options that there are, that a worker refuses, and that nobody has. */
const KEYS =
  "name limits seed argv path stdout stderr loader signal modules worker stdin files scheduler weight priority platform trace compile x".split(
    " ",
  );

/** In words of ours, which begin with where it is: an error of the JavaScript engine's own does not. */
function expectClear(error: unknown, where: RegExp): void {
  const shown = error instanceof Error ? error.stack : String(error);
  expect(error instanceof TypeError || error instanceof RangeError, shown).toBe(true);
  expect((error as Error).message, shown).toMatch(where);
}

describe("createWorkerVM", () => {
  it.each([
    ["node", createWorkerVM],
    ["web", createWebWorkerVM],
  ] as const)("of %s refuses by name what is no option of it, or of the wrong type", async (_door, create) => {
    const make = create as (options: unknown) => WorkerVM;
    let count = 0;
    // A worker that is never heard of.
    const dumb = {
      postMessage: () => {},
      terminate: () => {},
      on: () => {},
      addEventListener: () => {},
      ref: () => {},
      unref: () => {},
    };
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...KEYS), samples, { minKeys: 1, maxKeys: 3 }),
        async (options) => {
          let vm: WorkerVM | undefined;
          const error = thrown(() => {
            vm = make({ worker: () => dumb, ...options });
          });
          if (vm === undefined) {
            expectClear(error, /^createWorkerVM: (unknown )?(option|limit) '\w+'/);
            const named = /'(\w+)'/.exec((error as Error).message)?.[1];
            expect([...Object.keys(options), ...Object.keys(options.limits ?? {})]).toContain(named);
            count++;
          } else await vm.close({ deadlineMs: 0 });
        },
      ),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(200);
    for (const options of SAMPLES) {
      if (typeof options === "object" && options !== null && !Array.isArray(options)) continue;
      expectClear(
        thrown(() => make(options)),
        /^createWorkerVM: options must be an object, not /,
      );
    }
  });

  it("tells what a worker cannot be started with", () => {
    for (const worker of ["x", new URL("http://nowhere/x.mjs"), () => null, () => ({})]) {
      expectClear(
        thrown(() => createWorkerVM({ worker: worker as never })),
        /^createWorkerVM: option 'worker'/,
      );
    }
    const own = new RangeError("no more workers");
    const fail = (): never => {
      throw own;
    };
    expect(thrown(() => createWorkerVM({ worker: fail }))).toMatchObject({ cause: own });
  });
});

/** The methods that both have, with arguments that are right; `run`'s second argument are its options. */
const METHODS: Readonly<Record<string, readonly unknown[]>> = {
  run: ["1 + 1", { filename: "f", mode: "run" }],
  eval: ["1 + 1", {}],
  call: ["len", "x"],
  import: ["math"],
  on: ["state", () => {}],
  interruptHandle: [{ shared: true }],
  "globals.get": ["x"],
  "globals.set": ["x", 1],
  interrupt: ["why"],
  terminate: ["why"],
};

/** Those of a VM alone. */
const OWN_METHODS: Readonly<Record<string, readonly unknown[]>> = {
  runSync: ["1 + 1", { filename: "f", mode: "run" }],
  registerModule: [],
  trace: [null],
  onTeardown: ["closed", () => {}],
};

describe.each(["VM", "WorkerVM"] as const)("each method of a %s", (kind) => {
  let programs: ThreadPrograms | null = null;
  let vm: VM | WorkerVM;
  beforeAll(async () => {
    if (kind === "VM") vm = createVM();
    else {
      programs = await buildPrograms();
      vm = createWorkerVM({ worker: programs.worker });
    }
  }, 60_000);
  afterAll(async () => {
    await vm.close();
    programs?.remove();
  });

  it("refuses by name what is wrong among its arguments, or takes it: it never breaks", async () => {
    const methods = kind === "VM" ? { ...METHODS, ...OWN_METHODS } : METHODS;
    const plan = fc.constantFrom(...Object.keys(methods)).chain((name) => {
      const count = Math.max(1, (methods[name] as readonly unknown[]).length);
      const key = fc.constantFrom("filename", "mode", "signal", "shared", "x");
      return fc.tuple(fc.constant(name), fc.nat(count - 1), fc.oneof(samples, fc.dictionary(key, samples)));
    });
    await fc.assert(
      fc.asyncProperty(plan, async ([name, at, value]) => {
        const args = [...(methods[name] as readonly unknown[])];
        args[at] = value;
        const [owner, method] = name.startsWith("globals.") ? [vm.globals, name.slice(8)] : [vm, name];
        let error: unknown;
        try {
          const answer = await (owner as unknown as Record<string, (...all: unknown[]) => unknown>)[method as string]?.(
            ...args,
          );
          // What it listens with may be a class, which cannot be called.
          if (name === "on") (answer as () => void)();
        } catch (caught) {
          error = caught;
        }
        // What Python tells of a value or a source, and what a signal aborts with, is not of the arguments.
        const isOfPython = error instanceof Error && ["PythonError", "AbortError"].includes(error.name);
        const isConversion = error instanceof Error && error.name === "ConversionError";
        if (isConversion) expect((error as Error).message).toMatch(/^(x|argument 1|result|value)\b/);
        else if (error !== undefined && !isOfPython) {
          const last = name.split(".").at(-1) as string;
          expectClear(error, new RegExp(`^(vm\\.)?(globals\\.)?${last}: `));
        }
        expect(await vm.run("1 + 1")).toBe(2);
      }),
      { numRuns: kind === "VM" ? 600 : 300 },
    );
  });
});

it("uses a real worker where nothing is wrong", async () => {
  const programs = await buildPrograms();
  await using vm = createWorkerVM({ worker: () => new Worker(programs.worker), name: "own" });
  expect(await vm.run("1 + 1")).toBe(2);
  programs.remove();
});
