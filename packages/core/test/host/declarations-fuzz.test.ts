// Declarations of native modules with any part wrong are refused by name, at once; what is taken works, and breaks no VM.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arg,
  asyncFunction,
  blockingFunction,
  ConversionError,
  createVM,
  keyword,
  keywordRest,
  LimitError,
  NativeClass,
  nativeFunction,
  type NativeFunctionSpec,
  type NativeModule,
  nativeModule,
  type Parameter,
  positional,
  PythonError,
  rest,
  SharedRecordClass,
  t,
  type TypeSpec,
} from "../../src/index.ts";
import { stubOf } from "../../src/tools.ts";

type Make = (...args: unknown[]) => unknown;

/** What a part of a declaration may be replaced by. */
const GARBAGE: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  1.5,
  Number.NaN,
  1n,
  true,
  "",
  "x y",
  "class",
  "ok",
  "__init__",
  "__len__",
  "__add__",
  "__doc__",
  "release",
  Symbol("s"),
  () => 1,
  async () => 1,
  class {},
  ...[[], [null], [1, 2], [t.int, 1], {}, { mode: "sync" }, { name: "ok", type: t.int }, { ok: 1 }].map(Object.freeze),
  Object.create(null),
  new Map(),
  t.int,
  t.list(t.str),
  arg("ok", t.int),
  nativeFunction({ call: () => 1 }),
  nativeModule({ name: "other" }),
];

const EXTRA: readonly string[] = ["zz", "cal", "Returns", "__proto"];

/** Something that makes a part of a declaration, arguments that are right, and how its answer becomes a module. */
interface Builder {
  readonly make: Make;
  readonly args: () => unknown[];
  readonly toModule: (made: never) => NativeModule;
}

const withFunction = (f: NativeFunctionSpec): NativeModule => nativeModule({ name: "m", functions: { f } });
const withClass = (made: NativeClass<object>): NativeModule => nativeModule({ name: "m", classes: [made] });
const withParameter = (parameter: Parameter<unknown>): NativeModule =>
  withFunction(nativeFunction({ parameters: [parameter], call: () => 1 }));
const withType = (type: TypeSpec<unknown>): NativeModule =>
  withFunction(nativeFunction({ parameters: [arg("a", type)], returns: type, call: (a) => a }));

const parts = (): unknown => ({
  parameters: [arg("a", t.int), keyword("b", t.str, "x")],
  returns: t.int,
  doc: "Does.",
  call: () => 1,
});

function functionMaker(make: unknown): Builder {
  return { make: make as Make, args: () => [parts()], toModule: withFunction as never };
}

function parameterMaker(make: unknown): Builder {
  return { make: make as Make, args: () => ["a", t.int, 1], toModule: withParameter as never };
}

function typeMaker(make: unknown, ...args: unknown[]): Builder {
  return { make: make as Make, args: () => [...args], toModule: withType as never };
}

/** A method of a class under declaration. */
function member(name: keyof NativeClass<object>, ...args: unknown[]): Builder {
  return {
    make(...given) {
      const made = new NativeClass<object>("C", { pool: 2 });
      if (name !== "construct") made.construct({ create: () => ({}) });
      return (made[name] as Make).apply(made, given);
    },
    args: () => structure(args),
    toModule: withClass as never,
  };
}

/** A copy of plain arrays and objects, whose parts can be replaced. */
function structure<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structure) as T;
  if (!isOpen(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, structure(each)])) as T;
}

/** What a builder made is closed: its own parts were checked there. */
function isOpen(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));
}

const BUILDERS: Readonly<Record<string, Builder>> = {
  nativeFunction: functionMaker(nativeFunction),
  asyncFunction: functionMaker(asyncFunction),
  blockingFunction: functionMaker(blockingFunction),
  arg: parameterMaker(arg),
  positional: parameterMaker(positional),
  keyword: parameterMaker(keyword),
  rest: { ...parameterMaker(rest), args: () => ["a", t.int] },
  keywordRest: { ...parameterMaker(keywordRest), args: () => ["a", t.int] },
  "t.list": typeMaker(t.list, t.int),
  "t.set": typeMaker(t.set, t.int),
  "t.dict": typeMaker(t.dict, t.int),
  "t.optional": typeMaker(t.optional, t.int),
  "t.iterable": typeMaker(t.iterable, t.int),
  "t.tuple": typeMaker(t.tuple, t.int, t.str),
  "t.union": typeMaker(t.union, t.int, t.str),
  "t.literal": typeMaker(t.literal, "a", "b"),
  NativeClass: {
    make: (...args) => new (NativeClass as never as new (...all: unknown[]) => unknown)(...args),
    args: () => [
      "C",
      { doc: "Is.", base: new NativeClass("B"), payload: class {}, frozen: true, identity: false, pool: 1 },
    ],
    toModule: withClass as never,
  },
  construct: member("construct", {
    parameters: [arg("a", t.int, 1)],
    create: () => ({}),
    reuse: () => {},
    doc: "Makes.",
  }),
  property: member("property", "p", { type: t.int, get: () => 1, set: () => {}, doc: "Is." }),
  method: member("method", "go", {
    parameters: [arg("a", t.int)],
    returns: t.int,
    doc: "Goes.",
    borrow: "exclusive",
    call: () => 1,
  }),
  asyncMethod: member("asyncMethod", "go", { parameters: [], returns: t.int, borrow: "shared", call: async () => 1 }),
  blockingMethod: member("blockingMethod", "go", { parameters: [], returns: t.int, call: async () => 1 }),
  staticMethod: member("staticMethod", "make", nativeFunction({ call: () => 1 })),
  constant: member("constant", "MOST", t.int, 5),
  operator: member("operator", "__add__", { operand: t.int, returns: t.int, borrow: "shared", call: () => 1 }),
  context: member("context", { enter: () => 1, returns: t.int, exit: () => true }),
  onRelease: member("onRelease", () => {}),
  SharedRecordClass: {
    make: (...args) => new (SharedRecordClass as never as new (...all: unknown[]) => unknown)(...args),
    args: () => ["R", { x: "int32", y: "float64" }, { doc: "Is." }],
    toModule: withClass as never,
  },
  nativeModule: {
    make: nativeModule as Make,
    args: () => [
      {
        name: "m",
        doc: "Does.",
        functions: { f: nativeFunction({ call: () => 1 }) },
        classes: [new NativeClass("C")],
        constants: { MOST: [t.int, 5], NAMES: [t.list(t.str), ["a"]] },
        setUp: () => {},
      },
    ],
    toModule: ((made: NativeModule) => made) as never,
  },
};

/** Where something can be replaced: the paths to all parts of plain arrays and objects. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inner = isOpen(value) ? Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key])) : [];
  return path.length === 0 ? inner : [path, ...inner];
}

type Change = "replace" | "omit" | "add";

/** Replaces, omits or adds a part. */
function change(args: unknown[], path: readonly string[], how: Change, garbage: unknown, extra: string): void {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], args);
  const last = path.at(-1) as string;
  // An earlier change may have replaced the holder.
  if (!isOpen(holder) || Object.isFrozen(holder)) return;
  const record = holder as Record<string, unknown>;
  if (how === "replace") record[last] = garbage;
  else if (how === "omit" && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (how === "omit") delete record[last];
  else if (Array.isArray(holder)) holder.push(garbage);
  else record[extra] = garbage;
}

/** Says what was wrong where, in words of ours: an error of the JavaScript engine's own does neither. */
function expectClear(error: unknown, where: string): void {
  const isOurs = error instanceof TypeError || error instanceof RangeError || error instanceof ConversionError;
  expect(isOurs, `${where}: ${String(error)}`).toBe(true);
  const { message, stack } = error as Error;
  expect(message, `${where}: ${stack}`).toMatch(
    /^(nativeModule|NativeClass|SharedRecordClass|parameter|registerModule|(native|async|blocking)Function|\w+\.\w+)(\[\d\]|: | )/,
  );
  expect(message, `${where}: ${stack}`).not.toMatch(/\[object |Cannot |is not (iterable|a constructor|an? function)/);
}

/** Looks at everything in `m`, and calls it. */
const USE = `
import m
def use(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return error
def look(owner):
    for name in dir(owner):
        value = getattr(owner, name, None)
        use(repr, value)
        if not name.startswith("_"):
            answers = [use(value), use(value, 1), use(value, "x", b=2), use(value, [], {}, None)]
            for answer in answers:
                use(repr, answer)
                if hasattr(answer, "__await__"): use(answer.__await__().send, None)
                if hasattr(type(answer), "__module__") and type(answer).__module__ == "m":
                    use(lambda: answer + 1)
                    use(len, answer)
                    use(answer.__enter__) if hasattr(answer, "__enter__") else None
                    use(answer.release) if hasattr(answer, "release") else None
            if isinstance(value, type): look(value)
look(m)
help(m)
"done"`;

describe("any declaration", () => {
  const cases = fc.constantFrom(...Object.keys(BUILDERS)).chain((name) => {
    const paths = pathsOf((BUILDERS[name] as Builder).args());
    const changes = fc.record({
      path: fc.constantFrom(...paths),
      how: fc.constantFrom<Change>("replace", "replace", "replace", "omit", "add"),
      garbage: fc.constantFrom(...GARBAGE),
      extra: fc.constantFrom(...EXTRA),
    });
    return fc.tuple(fc.constant(name), fc.array(changes, { minLength: 1, maxLength: 3 }));
  });

  it("is refused with what is wrong and where, or works", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([name, changes]) => {
        const { make, args: valid, toModule } = BUILDERS[name] as Builder;
        const args = valid();
        for (const { path, how, garbage, extra } of changes) change(args, path, how, garbage, extra);
        let module: NativeModule;
        try {
          module = toModule(make(...args) as never);
          stubOf(module);
        } catch (error) {
          expectClear(error, name);
          return;
        }
        let text = "";
        await using vm = createVM({ limits: { instructions: 2_000_000 }, stdout: (part) => (text += part) });
        try {
          vm.registerModule(module);
        } catch (error) {
          expectClear(error, name);
          return;
        }
        const outcome = module.name === "m" ? await vm.run(USE).catch((error: unknown) => error) : "done";
        const isTold = outcome === "done" || outcome instanceof PythonError || outcome instanceof LimitError;
        expect(isTold, `${name}: ${String((outcome as Error).stack)}`).toBe(true);
        if (module.name === "m") expect(text).toContain("Help on module m");
        expect(vm.state).toBe("ready");
      }),
      { numRuns: 500 },
    );
  });

  it("takes each declaration as it is", async () => {
    for (const [name, { make, args, toModule }] of Object.entries(BUILDERS)) {
      await using vm = createVM({ modules: [toModule(make(...args()) as never)], stdout: () => {} });
      expect(await vm.run(USE), name).toBe("done");
    }
  });
});
