// What the census must know of each layout: it walks fields, so nothing that a Python object holds may hide from it.
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createVM, type VM } from "../../index.ts";

const ROOMS: readonly string[] = ["objects", "modules", "types", "protocol", "builtins", "host"];

function sources(): { readonly file: string; readonly text: string }[] {
  return ROOMS.flatMap((room) => {
    const folder = new URL(`../../${room}/`, import.meta.url);
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => ({ file: `${room}/${name}`, text: readFileSync(new URL(name, folder), "utf8") }));
  });
}

/** The classes whose private fields have an entry of their own in layouts.ts. */
const WITH_ENTRY: ReadonlySet<string> = new Set(["PyType"]);

/** What layouts derive from, or implement. */
const ROOTS: ReadonlySet<string> = new Set(["PyObject", "Attributed", "Table"]);

describe("layouts of Python objects", () => {
  it("have no private fields, which a walk over fields would not see", () => {
    const parents = new Map<string, string>();
    const bodies = new Map<string, string>();
    for (const { text } of sources()) {
      for (const [whole, name = "", parent = ""] of text.matchAll(
        /class (\w+)(?: (?:extends|implements) (\w+))?[^{]*\{[\s\S]*?\n\}/g,
      )) {
        parents.set(name, parent);
        bodies.set(name, whole);
      }
    }
    const isObject = (name: string): boolean =>
      ROOTS.has(name) || (parents.has(name) && isObject(parents.get(name) as string));
    const layouts = [...parents.keys()].filter((name) => isObject(name));
    expect(layouts.length).toBeGreaterThan(80);
    const hiding = layouts.filter(
      (name) => /^ {2}(readonly )?#\w+[^(\w]*[:=]/m.test(bodies.get(name) as string) && !WITH_ENTRY.has(name),
    );
    expect(hiding).toEqual([]);
  });
});

const open: VM[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((vm) => vm.close({ deadlineMs: 0 })));
});

/** Expressions that hold the object `x`, and nothing else does. */
const HOLDERS: readonly string[] = [
  "[x]",
  "(x,)",
  "{x}",
  "frozenset([x])",
  "{1: x}",
  "{x: 1}",
  "{(1, x): 2}",
  "[[[x]]]",
  "iter([x])",
  "iter((x,))",
  "reversed([x])",
  "iter({1: x}.values())",
  "iter({x})",
  "{1: x}.items()",
  "enumerate([x])",
  "zip([x])",
  "map(print, [x])",
  "map(x.f, [])",
  "filter(None, [x])",
  "iter(x.f, 1)",
  "x.f",
  "[x].append",
  "(lambda y: lambda: y)(x)",
  "(lambda y=x: y)",
  "(lambda *, y=x: y)",
  "(y for y in [x])",
  "slice(x)",
  "property(x.f)",
  "staticmethod(x.f)",
  "classmethod(x.f)",
  "super(type(x), x)",
  "ValueError(x)",
  "StopIteration(x)",
  "ExceptionGroup('', [ValueError(x)])",
  "type('T', (), {'a': x})",
  "type('T', (list,), {})([x])",
  "type('T', (dict,), {})(a=x)",
  "types.SimpleNamespace(a=x)",
  "types.MappingProxyType({1: x})",
  "types.MethodType(print, x)",
  "functools.partial(print, x)",
  "functools.partial(print, k=x)",
  "functools.lru_cache(x.f)",
  "collections.deque([x])",
  "iter(collections.deque([x]))",
  "collections.defaultdict(x.f)",
  "collections.defaultdict(None, {1: x})",
  "collections.OrderedDict(a=x)",
  "collections.Counter([x])",
  "itertools.chain([x])",
  "itertools.cycle([x])",
  "itertools.repeat(x)",
  "itertools.count(1)if 0 else itertools.islice([x], 1)",
  "itertools.tee([x])",
  "itertools.product([x])",
  "itertools.permutations([x])",
  "itertools.groupby([x])",
  "itertools.accumulate([x])",
  "itertools.zip_longest([x])",
  "itertools.starmap(x.f, [])",
  "itertools.compress([x], [1])",
  "itertools.pairwise([x])",
  "itertools.batched([x], 1)",
  "itertools.takewhile(x.f, [])",
  "operator.methodcaller('f', x)",
  "operator.itemgetter(x)",
  "functools.cmp_to_key(x.f)(1)",
  "functools.cmp_to_key(print)(x)",
  "weakref.ref(print, x.f)",
  "list[x]",
  "contextvars.ContextVar('v', default=x)",
  "contextIn(x)",
  "contextIn(x).copy().items()",
  "(lambda v, c: [c.run(v.set, x), c.run(v.set, 1)])(contextvars.ContextVar('v'), contextvars.Context())",
];

describe("what an object holds", () => {
  it.each(HOLDERS)("is reached through %s", async (holder) => {
    let out = "";
    const vm = createVM({ stdout: (text) => (out += text) });
    open.push(vm);
    await vm.run(`
import collections, contextvars, functools, gc, itertools, operator, types, weakref
def contextIn(x):
    context = contextvars.Context()
    context.run(contextvars.ContextVar("v").set, x)
    return context
class X:
    def f(self, *args): return 1
    def __del__(self): print("gone")
def make():
    x = X()
    return ${holder}
kept = make()
gc.collect()
print("kept")
kept = None
gc.collect()
`);
    expect(out).toBe("kept\ngone\n");
  });

  it("is finalized by a census that comes by itself, while the script runs", async () => {
    let out = "";
    const vm = createVM({ limits: { memoryBytes: 1_000_000 }, stdout: (text) => (out += text) });
    open.push(vm);
    await vm.run(`
class X:
    def __init__(self): self.me = self
    def __del__(self): print("gone")
X()
for n in range(300_000): t = [n]
print("end")
`);
    expect(out).toBe("gone\nend\n");
  });
});
