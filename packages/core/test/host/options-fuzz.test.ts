// Options of any wrong type or value are refused by name, at once; values of any shape convert or are refused by path.
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  ConversionError,
  createVM,
  defaultPlatform,
  inputState,
  keywords,
  type PythonObject,
  Scheduler,
  type SchedulerOptions,
  type VM,
  type VMOptions,
} from "../../src/index.ts";
import { thrown } from "../failing.ts";

const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  string: ["", "x"],
  number: [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  bigint: [1n],
  boolean: [true, false],
  symbol: [Symbol("s")],
  null: [null],
  function: [() => {}, class {}],
  object: [{}, [], new Map(), Object.create(null)],
};

/** Any sample whose kind is none of these. */
function except(...kinds: readonly string[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...Object.entries(SAMPLES).flatMap(([kind, values]) => (kinds.includes(kind) ? [] : values)));
}

/** A TypeError or RangeError whose message names the option. */
function expectRefusal(error: unknown, name: string): void {
  expect(error instanceof TypeError || error instanceof RangeError, `${name}: ${String(error)}`).toBe(true);
  expect((error as Error).message).toContain(name);
}

const OPTION_KINDS: Readonly<Record<string, string>> = {
  name: "string",
  stdout: "function",
  stderr: "function",
  stdin: "function",
  files: "object",
  limits: "object",
  loader: "function",
  scheduler: "object",
  platform: "object",
  signal: "object",
  argv: "object",
  path: "object",
  weight: "number",
  priority: "number",
  seed: "number",
};

const LIMITS = [
  "wallTimeMs",
  "activeTimeMs",
  "instructions",
  "recursionDepth",
  "integerBits",
  "stringLength",
  "outputBytes",
  "tasks",
  "timers",
  "pendingHostCalls",
];

describe("options", () => {
  it("refuses each option of a VM when its type is wrong", () => {
    for (const [name, kind] of Object.entries(OPTION_KINDS)) {
      fc.assert(
        fc.property(except(kind), (value) => {
          expectRefusal(
            thrown(() => createVM({ [name]: value } as VMOptions)),
            name,
          );
        }),
        { numRuns: 30 },
      );
    }
  });

  it.each([
    ["scheduler", {}],
    ["platform", {}],
    ["platform", { ...defaultPlatform(), timer: 1 }],
    ["files", {}],
    ["signal", {}],
    ["argv", [1]],
    ["argv", {}],
    ["path", "x".split("").map(() => null)],
    ["limits", []],
    ["weight", Number.NaN],
    ["weight", Number.POSITIVE_INFINITY],
    ["priority", Number.NaN],
    ["seed", Number.NaN],
    ["seed", Number.POSITIVE_INFINITY],
  ])("refuses an object or number that cannot serve as %s: %o", (name, value) => {
    expectRefusal(
      thrown(() => createVM({ [name]: value } as never)),
      name,
    );
  });

  it("refuses each limit that is no number above 0", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIMITS), except(), (name, value) => {
        if (typeof value === "number" && value > 0) return;
        expectRefusal(
          thrown(() => createVM({ limits: { [name]: value } })),
          name,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("refuses unknown names, and options that are no object", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        if (Object.hasOwn(OPTION_KINDS, name) || name === "__proto__" || name === "modules") return;
        expectRefusal(
          thrown(() => createVM({ [name]: 1 } as never)),
          name,
        );
      }),
    );
    for (const options of [null, 1, "x", [], true])
      expectRefusal(
        thrown(() => createVM(options as never)),
        "createVM",
      );
  });

  it("refuses options of a scheduler by name", () => {
    const platform = defaultPlatform();
    fc.assert(
      fc.property(fc.constantFrom("sliceMs", "quantum", "drive", "platform"), except(), (name, value) => {
        if (typeof value === "number" && value >= 1 && name !== "drive" && name !== "platform") return;
        expectRefusal(
          thrown(() => new Scheduler({ platform, [name]: value } as SchedulerOptions)),
          name,
        );
      }),
      { numRuns: 200 },
    );
    expectRefusal(
      thrown(() => new Scheduler({ platform, slice: 4 } as never)),
      "slice",
    );
    expectRefusal(
      thrown(() => new Scheduler(null as never)),
      "Scheduler",
    );
    for (const milliseconds of [Number.NaN, "1", undefined, -1]) {
      expectRefusal(
        thrown(() => new Scheduler({ platform }).pump({ milliseconds } as never)),
        "milliseconds",
      );
    }
    for (const options of [undefined, null, 4]) {
      expectRefusal(
        thrown(() => new Scheduler({ platform }).pump(options as never)),
        "milliseconds",
      );
    }
  });

  it("refuses names and texts that are no strings, where they are asked for", async () => {
    await using vm = createVM();
    const object = (await vm.run("object()")) as PythonObject;
    for (const value of [undefined, null, 5, Symbol("s"), ["a"], {}]) {
      for (const use of [() => inputState(value as never), () => object.get(value as never)]) {
        expectRefusal(thrown(use), "must be a string");
      }
      expectRefusal(
        thrown(() => object.set(value as never, 1)),
        "name",
      );
      await expect(object.call(value as never)).rejects.toThrow("call: name must be a string");
    }
  });

  it("refuses options of run, runSync, eval and close by name", async () => {
    const vm = createVM();
    const wrong: readonly (readonly [string, unknown])[] = [
      ["filename", 1],
      ["mode", "evil"],
      ["signal", {}],
      ["fileName", "x"],
    ];
    for (const [name, value] of wrong) {
      expectRefusal(await vm.run("1", { [name]: value } as never).catch((error: unknown) => error), name);
      expectRefusal(
        thrown(() => vm.runSync("1", { [name]: value } as never)),
        name,
      );
    }
    expectRefusal(await vm.eval("1", { signal: 1 } as never).catch((error: unknown) => error), "signal");
    for (const source of [1, null, undefined, {}]) {
      expectRefusal(await vm.run(source as never).catch((error: unknown) => error), "source");
    }
    for (const deadlineMs of [Number.NaN, "1", -1, null]) {
      expectRefusal(
        thrown(() => vm.close({ deadlineMs } as never)),
        "deadlineMs",
      );
    }
    expect([vm.state, vm.stats.entries]).toEqual(["ready", 0]);
    await vm.close();
  });

  it("leaves nothing attached when a VM is not made", () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const counted = new Proxy(signal, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (key === "addEventListener") listeners++;
          return value.apply(target, args);
        };
      },
    });
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    for (const options of [
      { weight: -1 },
      { signal: AbortSignal.abort(new Error("aborted before")) },
      { stdout: 1 as never },
      {
        platform: {
          ...defaultPlatform(),
          randomBytes: () => {
            throw new Error("no randomness");
          },
        },
      },
    ]) {
      expect(() => createVM({ scheduler, signal: counted, ...options })).toThrow();
    }
    expect(listeners).toBe(0);
    expect(scheduler.pump({ milliseconds: 1 })).toEqual({ ready: 0, parked: 0, nextTimerMs: null });
  });
});

describe("conversions", () => {
  const vm: VM = createVM({ name: "fuzz" });
  vm.runSync("def same(value): return value\ndef kind(value): return type(value).__name__");
  const same = vm.globals.get("same") as { callSync(...args: unknown[]): unknown };
  afterAll(async () => {
    await vm.close();
  });

  /** Plain data whose round trip is known. */
  const plain = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false, -0, Number.NaN, Number.POSITIVE_INFINITY),
      fc.integer(),
      fc.double(),
      fc.maxSafeInteger(),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }),
      fc.string({ unit: "binary" }),
      fc.uint8Array(),
      fc.array(tie("value")),
      fc.dictionary(fc.string(), tie("value"), { noNullPrototype: false }),
      fc
        .array(fc.tuple(fc.integer(), tie("value")))
        .map((pairs) => new Map([[-1.5, 0], ...pairs] as [unknown, unknown][])),
      fc.uniqueArray(fc.oneof(fc.integer(), fc.string())).map((items) => new Set(items)),
    ),
  })).value;

  it("keeps plain data as it is, there and back", () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(same.callSync(value)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const { proxy: revokedFunction, revoke: revokeFunction } = Proxy.revocable(() => {}, {});
  revokeFunction();
  const explode = (): never => {
    throw new RangeError("boom");
  };
  const hostile: readonly unknown[] = [
    Symbol("s"),
    revoked,
    revokedFunction,
    new Proxy({}, { ownKeys: explode }),
    new Proxy({}, { getPrototypeOf: explode }),
    new Proxy([], { get: explode }),
    new Proxy(() => {}, { get: explode }),
    {
      get bad() {
        return explode();
      },
    },
    Object.defineProperty([1, 2], 1, { get: explode }),
    {
      get then() {
        return explode();
      },
    },
    { then: explode },
    {
      get [Symbol.asyncIterator]() {
        return explode();
      },
    },
    { [Symbol.asyncIterator]: explode },
    {
      get constructor() {
        return explode();
      },
      __proto__: { odd: 1 },
    },
    Object.create({ inherited: 1 }),
    Object.create(Object.create(null)),
    { __proto__: { constructor: null } },
    {
      __proto__: {
        get constructor() {
          return explode();
        },
      },
    },
    {
      __proto__: {
        constructor: {
          get name() {
            return explode();
          },
        },
      },
    },
    { __proto__: { constructor: { name: Symbol("n") } } },
    Object.assign(new Error("x"), { name: Symbol("n") }),
    Object.defineProperty(new Error("x"), "message", { get: explode }),
    Object.assign(new Error("x"), { message: { toString: explode } }),
    Object.defineProperty(() => {}, "name", { value: 1 }),
    Object.defineProperty(() => {}, "name", { get: explode }),
    Object.defineProperty(() => {}, "name", { value: Symbol("n") }),
    new Map([[{}, 1]]),
    new Map([[Symbol("k"), 1]]),
    new Set([[]]),
    new Date(0),
    /x/u,
    new WeakMap(),
    new Int8Array(2),
    new Float64Array(2),
    new DataView(new ArrayBuffer(1)),
    new SharedArrayBuffer(1),
    Object(1n),
    Object("text"),
    Object(1),
    new (class Odd {})(),
    Object.assign(new Array(3), { 0: 1, 2: 3 }),
    globalThis,
    new String("x"),
    vm,
    vm.globals,
    keywords({ a: 1 }),
  ];

  it("refuses hostile values with the path to them, or takes them: nothing else is thrown, and the VM goes on", () => {
    // The property is told where the value is, not the value, which it could not look at either.
    const wraps = fc.array(fc.constantFrom("list", "dict", "map", "set"), { maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(hostile.length - 1), wraps, (at, around) => {
        const value = around.reduce<unknown>((inner, wrap) => {
          if (wrap === "list") return [0, inner];
          if (wrap === "dict") return { deep: inner };
          return wrap === "map" ? new Map([["key", inner]]) : new Set([inner]);
        }, hostile[at]);
        const error = thrown(() => vm.globals.set("hostile", value));
        if (error !== undefined) {
          expect(error, String((error as Error).stack)).toBeInstanceOf(ConversionError);
          expect((error as ConversionError).path).toMatch(/^hostile/);
        } else expect(thrown(() => vm.globals.get("hostile"))).toBeUndefined();
        const inCall = thrown(() => same.callSync(1, value));
        expect(inCall instanceof ConversionError || (inCall as Error).name === "PythonError").toBe(true);
        expect(vm.runSync("1 + 1")).toBe(2);
      }),
      { numRuns: 1_000 },
    );
  });

  it("keeps cycles and shared references, and bounds the depth both ways", () => {
    const cyclic: unknown[] = [1];
    cyclic.push(cyclic, { cyclic });
    const back = same.callSync(cyclic) as unknown[];
    expect(back[1]).toBe(back);
    expect((back[2] as { cyclic: unknown }).cyclic).toBe(back);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? [deep] : { deep };
    expect(thrown(() => vm.globals.set("deep", deep))).toBeInstanceOf(ConversionError);
    vm.runSync("deep = 1\nfor n in range(100000): deep = [deep] if n % 3 else {n: deep} if n % 2 else (deep,)");
    expect(thrown(() => vm.globals.get("deep"))).toBeUndefined();
  });

  it("tells a script in Python's way what a host function answered that has no counterpart", () => {
    for (const value of hostile) {
      vm.globals.set("answer", () => value);
      const error = thrown(() => vm.runSync("try:\n    answer()\nexcept (TypeError, RuntimeError) as e: pass\n"));
      expect(error, String(error)).toBeUndefined();
      vm.globals.set("fail", () => {
        throw value;
      });
      const failed = thrown(() => vm.runSync("try:\n    fail()\nexcept Exception as e: text = str(e)\n"));
      expect(failed, String(failed)).toBeUndefined();
    }
  });
});
