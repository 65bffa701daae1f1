// Random declarations called with random arguments: accepted as by a Python function, refused by TypeError or OverflowError.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arg,
  asyncFunction,
  blockingFunction,
  createVM,
  keyword,
  keywordRest,
  NativeClass,
  type NativeFunctionSpec,
  nativeFunction,
  nativeModule,
  type Parameter,
  positional,
  rest,
  t,
  type TypeSpec,
  type VM,
} from "../../src/index.ts";

interface Sample {
  readonly type: TypeSpec<never>;
  /** A default; undefined where there is none. */
  readonly fallback: unknown;
  /** Whether it takes `x`, in Python's words: "value", "TypeError" or "OverflowError". */
  readonly verdict: string;
  /** Arguments that are near enough, as source text. */
  readonly near: readonly string[];
}

function sample(type: unknown, fallback: unknown, verdict: string, near: string): Sample {
  return { type: type as TypeSpec<never>, fallback, verdict, near: near.split(" ") };
}

const TYPES: Readonly<Record<string, Sample>> = {
  int: sample(t.int, 3, "whole(x)", "0 True -7 2**53-1 Int(5) 2**53 Int(2**80)"),
  bigint: sample(t.bigint, 2n ** 70n, "wrong_unless(isinstance(x, int))", "0 False 2**70 -(2**70) Int(2**80)"),
  float: sample(t.float, 1, "real(x)", "1 1.5 -0.0 2**70 True float('nan') 10**400"),
  bool: sample(t.bool, true, "wrong_unless(isinstance(x, bool))", "True False 1"),
  str: sample(t.str, "it's", "wrong_unless(isinstance(x, str))", "'' 'a' Str('b') '\\U0001f40d' '\\ud800'"),
  bytes: sample(t.bytes, undefined, "wrong_unless(isinstance(x, (bytes, bytearray)))", "b'' b'ab' bytearray(b'c') ''"),
  any: sample(t.any, null, "'value'", "None [1,[2]] {'a':{}} {1:2} object() (lambda:0) 10**400"),
  object: sample(t.object, undefined, "'value'", "None [] 1.5 len Odd()"),
  callable: sample(t.callable, undefined, "wrong_unless(callable(x))", "len Odd() Odd (lambda:0) str.upper"),
  optional: sample(t.optional(t.float), null, "'value' if x is None else real(x)", "None 1 2.5 10**400"),
  union: sample(t.union(t.str, t.int), 1, "'value' if isinstance(x, str) else whole(x)", "'a' 5 2**60"),
  literal: sample(
    t.literal("north", "south"),
    "north",
    "wrong_unless(isinstance(x, str) and x in ('north', 'south'))",
    "'north' Str('south')",
  ),
  list: sample(
    t.list(t.int),
    [],
    "all_of(x, whole) if isinstance(x, (list, tuple)) else 'TypeError'",
    "[] [1,2] (3,) [1,'a'] [2**60]",
  ),
  tuple: sample(
    t.tuple(t.int, t.str),
    undefined,
    "wrong_unless(isinstance(x, tuple) and len(x) == 2 and isinstance(x[0], int) and isinstance(x[1], str))",
    "(1,'a') (True,Str()) (1,) (1,2)",
  ),
  dict: sample(
    t.dict(t.float),
    undefined,
    "all_of(x.values(), real) if isinstance(x, dict) and all(isinstance(k, str) for k in x) else 'TypeError'",
    "{} {'a':1} {Str('b'):2.5} {'a':10**400} {1:2}",
  ),
  set: sample(
    t.set(t.str),
    undefined,
    "wrong_unless(isinstance(x, (set, frozenset)) and all(isinstance(k, str) for k in x))",
    "set() {'a'} frozenset({'b'}) {1}",
  ),
};

const JUDGES = `
def wrong_unless(ok): return "value" if ok else "TypeError"
def whole(x):
    if not isinstance(x, int): return "TypeError"
    return "value" if abs(x) < 2 ** 53 else "OverflowError"
def real(x):
    if not isinstance(x, (int, float)): return "TypeError"
    return "value" if isinstance(x, float) or abs(x) < 10 ** 308 else "OverflowError"
def all_of(items, judge):
    return next((v for v in map(judge, items) if v != "value"), "value")
class Int(int): pass
class Str(str): pass
class Odd:
    def __index__(self): return 1
    def __eq__(self, other): raise ValueError
    def __call__(self): return self
`;

/** Arguments of all kinds, as source text. */
const OTHERS: readonly string[] = (
  "None 0 1.5 'a' b'' () [] {} Str Odd() object() len (n*n\tfor\tn\tin\t[1]) ... range(3) 1j NotImplemented " +
  "[[1],[[]]] slice(1) iter([1])"
).split(" ");

interface Declared {
  readonly name: string;
  readonly kind: Parameter<unknown>["kind"];
  readonly type: string;
  readonly hasDefault: boolean;
}

const group = (kind: Declared["kind"], maxLength: number): fc.Arbitrary<Omit<Declared, "name">[]> =>
  fc.array(
    fc.record({ kind: fc.constant(kind), type: fc.constantFrom(...Object.keys(TYPES)), hasDefault: fc.boolean() }),
    { maxLength },
  );

/** Parameters in an order that Python wants, named a, b, c... */
const declarations: fc.Arbitrary<Declared[]> = fc
  .tuple(group("positional", 2), group("any", 3), group("varargs", 1), group("keyword", 2), group("varkeywords", 1))
  .map((groups) => {
    let isOptional = false;
    return groups.flat().map((each, at) => {
      const byPosition = each.kind === "positional" || each.kind === "any";
      const mayDefault = TYPES[each.type]?.fallback !== undefined && !each.kind.startsWith("var");
      // Once one has a default all others by position must: where the type has none, `any` stands in.
      const type = byPosition && isOptional && !mayDefault ? "any" : each.type;
      const hasDefault = (mayDefault && each.hasDefault) || (byPosition && isOptional);
      if (byPosition && hasDefault) isOptional = true;
      return { ...each, name: "abcdefghi"[at] as string, type, hasDefault };
    });
  });

interface Call {
  readonly values: readonly string[];
  readonly named: readonly (readonly [string, string])[];
  readonly isSpread: boolean;
}

const others = fc.constantFrom(...OTHERS);

/** Calls that may be right, and often are not: an argument in ten or so is left out, misplaced, of another type or too much. */
function callsOf(declared: readonly Declared[]): fc.Arbitrary<Call> {
  const each = declared.map(({ type }) =>
    fc.record({
      how: fc.oneof(
        { weight: 8, arbitrary: fc.constant("fit") },
        { weight: 1, arbitrary: fc.constantFrom("omit", "name") },
      ),
      value: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...(TYPES[type] as Sample).near) }, others),
      many: fc.nat(2),
    }),
  );
  const extra = fc.oneof({ weight: 8, arbitrary: fc.constant("") }, fc.constantFrom("value", "zz", "self", "a"));
  return fc.tuple(fc.tuple(...each), extra, fc.boolean()).map(([plans, more, isSpread]) => {
    const values: string[] = [];
    const named = new Map<string, string>();
    let isByPosition = true;
    plans.forEach(({ how, value, many }, at) => {
      const { kind, name } = declared[at] as Declared;
      if (kind === "varargs") {
        if (isByPosition) values.push(...Array<string>(many).fill(value));
      } else if (kind === "varkeywords") {
        for (let n = 0; n < many; n++) named.set(`${name}${n}`, value);
      } else if (how === "omit") isByPosition = false;
      else if (kind === "keyword" || how === "name" || !isByPosition) {
        isByPosition = false;
        named.set(name, value);
      } else values.push(value);
    });
    if (more === "value") values.push("0");
    else if (more !== "") named.set(more, "0");
    return { values, named: [...named], isSpread };
  });
}

/** How a call ended, and the message of the exception. */
type Outcome = [kind: string, message: string];

const FORMS = ["sync", "async", "blocking", "method", "static", "constructor"] as const;
type Form = (typeof FORMS)[number];

function parameterOf({ name, kind, type, hasDefault }: Declared, isLoose: boolean): Parameter<unknown> {
  const spec = (isLoose ? t.object : (TYPES[type] as Sample).type) as TypeSpec<unknown>;
  const fallback = hasDefault ? (TYPES[type]?.fallback ?? null) : undefined;
  if (kind === "varargs") return rest(name, spec) as Parameter<unknown>;
  if (kind === "varkeywords") return keywordRest(name, spec) as Parameter<unknown>;
  return { positional, any: arg, keyword }[kind](name, spec, fallback);
}

/** A VM in which `typed`, `loose` (takes any object) and `plain` (a Python function) have the same parameters. */
async function vmWith(form: Form, declared: readonly Declared[], onCall: (count: number) => void): Promise<VM> {
  const functions: Record<string, NativeFunctionSpec> = {};
  const classes: NativeClass<object>[] = [];
  const sources: string[] = [];
  for (const name of ["typed", "loose"]) {
    const parameters = declared.map((each) => parameterOf(each, name === "loose"));
    const options = { parameters, returns: t.none };
    const call = (...args: unknown[]): void => onCall(args.length);
    if (form === "sync") functions[name] = nativeFunction({ ...options, call });
    else if (form === "async")
      functions[name] = asyncFunction({ ...options, call: async (...args) => call(...args.slice(1)) });
    else if (form === "blocking")
      functions[name] = blockingFunction({ ...options, call: (...args) => call(...args.slice(1)) });
    else {
      const made = new NativeClass<object>(form === "constructor" ? name : `${name}_class`);
      const create =
        form === "constructor" ? (...args: readonly unknown[]): object => (call(...args), {}) : (): object => ({});
      made.construct({ parameters: form === "constructor" ? parameters : [], create });
      if (form === "method") made.method(name, { ...options, call: (_payload, ...args) => call(...args) });
      if (form === "static") made.staticMethod(name, nativeFunction({ ...options, call }));
      if (form !== "constructor") sources.push(`${name} = m.${name}_class().${name}`);
      classes.push(made);
    }
  }
  const texts = declared.map(({ name, kind, hasDefault }, at) => {
    const stars = kind === "varargs" ? "*" : kind === "varkeywords" ? "**" : "";
    const slash = kind === "positional" && declared[at + 1]?.kind !== "positional" ? ", /" : "";
    const star = kind === "keyword" && !/keyword|varargs/.test(declared[at - 1]?.kind ?? "") ? "*, " : "";
    return `${star}${stars}${name}${hasDefault ? "=DEFAULT" : ""}${slash}`;
  });
  const judged = declared.map(({ name, kind, type }) => {
    const many = kind === "varargs" ? name : kind === "varkeywords" ? `${name}.values()` : `[${name}]`;
    return `[(lambda x: ${TYPES[type]?.verdict})(x) for x in ${many} if x is not DEFAULT]`;
  });
  const vm = createVM({ modules: [nativeModule({ name: "m", functions, classes })] });
  await vm.run(`${JUDGES}
import m
from m import *
DEFAULT = object()
${sources.join("\n")}
def plain(${texts.join(", ")}):
    verdicts = ${judged.length === 0 ? "[]" : judged.join(" + ")}
    return next((v for v in verdicts if v != "value"), "value")
async def outcome(f):
    try:
        answer = f()
        if hasattr(answer, "__await__"): answer = await answer
        return answer if isinstance(answer, str) else "value", ""
    except (TypeError, OverflowError) as error:
        return type(error).__name__, str(error)
`);
  return vm;
}

function sourceOf({ values, named, isSpread }: Call, name: string): string {
  const parts = isSpread
    ? [`*(${values.map((each) => `${each}, `).join("")})`, `**{${named.map(([key, each]) => `'${key}': ${each}`)}}`]
    : [...values, ...named.map(([key, each]) => `${key}=${each}`)];
  return `await outcome(lambda: ${name}(${parts.join(", ")}))`;
}

describe("any signature", () => {
  it("is called as Python calls its own, and refuses by TypeError or OverflowError", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FORMS),
        declarations.chain((declared) =>
          fc.tuple(fc.constant(declared), fc.array(callsOf(declared), { minLength: 4, maxLength: 10 })),
        ),
        async (form, [declared, attempts]) => {
          const counts: number[] = [];
          await using vm = await vmWith(form, declared, (count) => void counts.push(count));
          const sources = attempts.map((call) => ["plain", "loose", "typed"].map((name) => sourceOf(call, name)));
          const outcomes = await vm.run(`[${sources.map((each) => `[${each.join(", ")}]`).join(", ")}]`);
          for (const [plain, loose, typed] of outcomes as [Outcome, Outcome, Outcome][]) {
            const isBound = plain[1] === "";
            expect([loose[0], loose[1] === ""]).toEqual([isBound ? "value" : "TypeError", isBound]);
            expect(typed[0]).toBe(plain[0]);
            for (const [name, [kind, message]] of [
              ["loose", loose],
              ["typed", typed],
            ] as const) {
              if (kind !== "value") expect(message).toMatch(new RegExp(`\\b${name}\\b`));
            }
            // What did not bind is refused in the same words, whatever the types.
            if (!isBound) expect(typed[1]).toBe(loose[1].replaceAll("loose", "typed"));
          }
          expect(counts.every((count) => count === declared.length)).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });
});
