// S2.8: the events of a trace hook beyond those of plain statements, as sys.settrace of CPython 3.13 gives them.
import { afterEach, describe, expect, it } from "vitest";
import { createVM, type VM } from "../../src/index.ts";

const open: VM[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((vm) => vm.close({ deadlineMs: 50 })));
});

/** What it is of, a script, and what CPython tells of it, which gives the call of the module line 0. */
const PROGRAMS: readonly (readonly [string, string, string])[] = [
  [
    "decorators and class headers",
    `def deco(x):
    return lambda f: f
def plain(f):
    return f
@deco(1)
@plain
def f():
    return 1
f()
@plain
class A:
    "doc"
    x = 1
    @property
    def p(self):
        return 2
class B(A): pass
B().p; x = 1
`,
    `call 1 <module>, line 1 <module>, line 3 <module>, line 5 <module>, call 1 deco, line 2 deco, return 2 deco, line 6
<module>, line 7 <module>, line 6 <module>, call 3 plain, line 4 plain, return 4 plain, line 5 <module>, call 2
deco.<locals>.<lambda>, line 2 deco.<locals>.<lambda>, return 2 deco.<locals>.<lambda>, line 7 <module>, line 9
<module>, call 5 f, line 8 f, return 8 f, line 10 <module>, line 11 <module>, call 10 A, line 10 A, line 12 A, line
13 A, line 14 A, line 15 A, line 14 A, line 15 A, return 15 A, line 10 <module>, call 3 plain, line 4 plain, return
4 plain, line 11 <module>, line 17 <module>, call 17 B, line 17 B, return 17 B, line 18 <module>, call 14 A.p, line
16 A.p, return 16 A.p, return 18 <module>`,
  ],
  [
    "the cases of a match",
    `def m(v):
    match v:
        case 1:
            r = "one"
        case [a, b] if a > b:
            r = "pair"
        case {"k": k}:
            r = k
        case str() | bytes():
            r = "text"
        case _:
            r = "other"
    return r
for v in (1, [1, 2], [2, 1], {"k": 5}, "s", None): m(v)
`,
    `call 1 <module>, line 1 <module>, line 14 <module>, call 1 m, line 2 m, line 3 m, line 4 m, line 13 m, return 13 m,
line 14 <module>, call 1 m, line 2 m, line 3 m, line 5 m, line 7 m, line 9 m, line 11 m, line 12 m, line 13 m,
return 13 m, line 14 <module>, call 1 m, line 2 m, line 3 m, line 5 m, line 6 m, line 13 m, return 13 m, line 14
<module>, call 1 m, line 2 m, line 3 m, line 5 m, line 7 m, line 8 m, line 13 m, return 13 m, line 14 <module>, call
1 m, line 2 m, line 3 m, line 5 m, line 7 m, line 9 m, line 10 m, line 13 m, return 13 m, line 14 <module>, call 1
m, line 2 m, line 3 m, line 5 m, line 7 m, line 9 m, line 11 m, line 12 m, line 13 m, return 13 m, line 14 <module>,
return 14 <module>`,
  ],
  [
    "generators that are suspended, resumed, thrown into and closed",
    `def g():
    x = yield 1
    try:
        y = yield 2
    finally:
        z = 3
def outer():
    yield from g()
for v in g():
    v += 1
it = g()
next(it)
it.send(5)
try:
    it.throw(ValueError("t"))
except ValueError:
    pass
it = g()
next(it)
next(it)
it.close()
o = outer()
next(o)
next(o)
total = sum(x * 2 for x in [1, 2])
`,
    `call 1 <module>, line 1 <module>, line 7 <module>, line 9 <module>, call 1 g, line 2 g, return 2 g, line 10
<module>, line 9 <module>, call 2 g, line 3 g, line 4 g, return 4 g, line 10 <module>, line 9 <module>, call 4 g,
line 6 g, return 6 g, line 11 <module>, line 12 <module>, call 1 g, line 2 g, return 2 g, line 13 <module>, call 2
g, line 3 g, line 4 g, return 4 g, line 14 <module>, line 15 <module>, call 4 g, exception 4 g, line 6 g, return 6
g, exception 15 <module>, line 16 <module>, line 17 <module>, line 18 <module>, line 19 <module>, call 1 g, line 2
g, return 2 g, line 20 <module>, call 2 g, line 3 g, line 4 g, return 4 g, line 21 <module>, call 4 g, exception 4
g, line 6 g, return 6 g, line 22 <module>, line 23 <module>, call 7 outer, line 8 outer, call 1 g, line 2 g, return
2 g, return 8 outer, line 24 <module>, call 8 outer, call 2 g, line 3 g, line 4 g, return 4 g, return 8 outer, line
25 <module>, call 25 <genexpr>, line 25 <genexpr>, return 25 <genexpr>, call 25 <genexpr>, line 25 <genexpr>, return
25 <genexpr>, call 25 <genexpr>, line 25 <genexpr>, return 25 <genexpr>, return 25 <module>`,
  ],
  [
    "with",
    `class M:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        return True
with M() as m:
    x = 1
with M():
    raise ValueError
def f():
    with M():
        return 1
f()
`,
    `call 1 <module>, line 1 <module>, call 1 M, line 1 M, line 2 M, line 4 M, return 4 M, line 6 <module>, call 2
M.__enter__, line 3 M.__enter__, return 3 M.__enter__, line 7 <module>, line 6 <module>, call 4 M.__exit__, line 5
M.__exit__, return 5 M.__exit__, line 8 <module>, call 2 M.__enter__, line 3 M.__enter__, return 3 M.__enter__, line
9 <module>, exception 9 <module>, line 8 <module>, call 4 M.__exit__, line 5 M.__exit__, return 5 M.__exit__, line
10 <module>, line 13 <module>, call 10 f, line 11 f, call 2 M.__enter__, line 3 M.__enter__, return 3 M.__enter__,
line 12 f, line 11 f, call 4 M.__exit__, line 5 M.__exit__, return 5 M.__exit__, return 11 f, return 13 <module>`,
  ],
];

describe("S2.8 a trace hook", () => {
  it.each(PROGRAMS)("S2.8 is told of %s as CPython's is", async (_name, source, expected) => {
    const events: string[] = [];
    const vm = createVM({ trace: ({ kind, line, function: name }) => events.push(`${kind} ${line} ${name}`) });
    open.push(vm);
    await vm.run(source, { filename: "t.py" });
    expect(events).toEqual(expected.replace(/\s+/g, " ").split(", "));
  });

  it("S2.8 is told of a coroutine that waits, and of one line once", async () => {
    const events: string[] = [];
    const vm = createVM({ trace: ({ kind, line, function: name }) => events.push(`${kind} ${line} ${name}`) });
    open.push(vm);
    const source = `class Once:
    def __await__(self): yield 1
async def f():
    await Once(); x = 1; y = 2
c = f(); c.send(None)
try: c.send(None)
except StopIteration: pass
`;
    await vm.run(source, { filename: "t.py" });
    const from = events.indexOf("call 3 f");
    // CPython tells of the StopIteration of what was awaited besides.
    expect(events.slice(from)).toEqual([
      "call 3 f",
      "line 4 f",
      "call 2 Once.__await__",
      "line 2 Once.__await__",
      "return 2 Once.__await__",
      "return 4 f",
      "line 6 <module>",
      "call 4 f",
      "call 2 Once.__await__",
      "return 2 Once.__await__",
      "return 4 f",
      "exception 6 <module>",
      "line 7 <module>",
      "return 7 <module>",
    ]);
  });
});
