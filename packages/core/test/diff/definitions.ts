// Generated functions, generators and classes, and expressions that use them.
import fc from "fast-check";
import { type Code, code, maybe, one, some, word } from "./code.ts";
import { expressions, type Expressions, type Names } from "./expressions.ts";
import { statement } from "./statements.ts";

/** Names of a function's own variables, set at its start; the module's are read only there. */
const LOCALS: Names = {
  int: ["n", "m"],
  float: ["r", "f0"],
  str: ["s", "s0"],
  list: ["xs", "l0"],
  dict: ["d", "d0"],
  tuple: ["t", "t0"],
  set: ["z", "z0"],
};
const OWN: Names = { int: ["n", "m"], float: ["r"], str: ["s"], list: ["xs"], dict: ["d"], tuple: ["t"], set: ["z"] };
const START = "n, m, r, s, xs, d, t, z = 1, 2, 0.5, 'loc', [3, 1, 2], {'k': 4}, (5, 'u'), {6}";

const values: Expressions = expressions(LOCALS);
const { int, str, list, any } = values;

const PARAMETERS: readonly string[] = [
  "a",
  "",
  "a, b",
  "a, b=2",
  "a=1, b=[]",
  "*args",
  "**kwargs",
  "a, *args",
  "a, /",
  "a, /, b",
  "a, b=2, /, c=3",
  "a, *, b",
  "a, *, b=5",
  "a, *args, b=5, **kwargs",
  "a, /, b, *, c",
  "a, b=1, *args, c, e=2, **kwargs",
  "*, a, b=0",
  "a: int, b: 'str' = 'x', *args: int",
];

const REPORT = "show(sorted((k, v) for k, v in locals().items() if k in ('a', 'b', 'c', 'e', 'args', 'kwargs')))";

const body: Code = some(
  statement({ names: OWN, values, calls: word("f0(1)", "s.nope"), isFunction: true }),
  1,
  3,
  "\n",
);

const argument: Code = one(int, str, list);

/** The arguments of a call, right or wrong for what is called. */
const call: Code = one(
  some(argument, 0, 3, ", "),
  code`${some(argument, 0, 2, ", ")}${word(", a=1", ", b=2", ", c=3, b=4", ", e=1", ", a=1, b=2, c=3")}`,
  code`*${list}`,
  code`*${list}, ${argument}, **{${word("'a': 1", "'b': 2", "'c': 3, 'b': 1", "1: 2", "'zz': 0")}}`,
  code`${argument}, *${str}, b=${argument}`,
).map((text) => text.replace(/^, /, ""));

const plain: Code = code`def f0(${word(...PARAMETERS)}):
    ${START}
    ${REPORT}
    ${body}
    return ${one(any, word("n", "(n, m)", "xs"))}`;

const closure: Code = code`def f0(a=${argument}, *args, **kwargs):
    ${START}
    count = 0
    def inner(b, c=${argument}):
        nonlocal count, n
        count += 1
        n = fit(${int})
        show((count, n, m, a, b, c))
        ${one(word("pass", "del n", "return count"), body)}
        return lambda e=count: (e, count, n, b)
    show(inner(${call}))
    show(inner(1, ${one(int, str)})())
    ${body}
    return ${word("count", "n", "inner", "xs")}`;

const recursive: Code = code`def f0(a, b=0):
    ${START}
    if not a > ${word("0", "1", "b")}:
        return ${one(int, str, word("b", "1 // 0"))}
    ${word("n =", "return", "m +=", "n = 1 +")} f0(${word("a - 1", "a // 2, b + 1", "a - 2", "b=b + a, a=a - 1")})
    return ${word("n", "m", "(n, m)", "n + m")}`;

const yields: Code = one(
  code`yield ${any}`,
  code`n = yield ${any}
show(n)`,
  code`yield from ${one(list, word("range(3)", "xs", "helper()", "'ab'", "5"))}`,
  code`for m in ${list}:
    yield m
    ${word("pass", "continue", "break", "return 7", "raise StopIteration", "raise Oops('g')")}`,
  code`try:
    yield ${any}
    ${word("pass", "raise Oops('inside')", "return 'early'")}
except ${word("Oops", "ValueError", "GeneratorExit", "Exception", "BaseException")} as error:
    show(type(error).__name__)
    ${word("pass", "raise", "yield 'caught'", "return 9", "raise RuntimeError('other')")}
finally:
    show('finally')
    ${word("pass", "yield 'late'", "show(n)")}`,
  code`with Manager(${str}, ${word("False", "True")}) as s:
    yield s`,
);

const generator: Code = code`def g0(a=3):
    ${START}
    def helper():
        got = yield 'h1'
        show(got)
        return (yield 'h2')
    ${some(yields, 1, 3, "\n")}
    return ${any}
def g1(a=2):
    got = yield from g0(a)
    show(('result', got))
    yield got`;

const drive: Code = code`it = ${word("g0", "g1")}(${some(argument, 0, 1, "")})
${some(
  one(
    word("show(next(it))", "show(next(it, 'end'))", "show(it.send(None))", "show(it.send(4))", "show(it.close())"),
    word("show(it.throw(Oops('t')))", "show(it.throw(ValueError))", "show(it.throw(GeneratorExit))", "show(list(it))"),
    word(
      "for i1 in it: show(i1)",
      "show(sorted(it, key=str))",
      "i1, *l1 = it",
      "show(next(it) + next(it))",
      "show(it.gi_frame is None)",
    ),
  ).map((line) => `try: ${line}\nexcept BaseException as error: show(error)`.replace("try: for", "try:\n    for")),
  1,
  5,
  "\n",
)}
try: it.close()
except BaseException as error: show(error)`;

const CLASS_PARTS: readonly string[] = [
  "kind = 'k'",
  "def __init__(self, x=0, y=1):\n    self.x = x\n    self.y = y",
  "def __init__(self, *args, **kwargs):\n    super().__init__(*args, **kwargs)\n    self.extra = len(args)",
  "def __repr__(self):\n    return f'{type(self).__name__}({self.x!r})'",
  "def __str__(self):\n    return f'<{self.x}>'",
  "def __eq__(self, other):\n    return self.x == other.x if isinstance(other, C0) else NotImplemented",
  "def __lt__(self, other):\n    return self.x < other.x",
  "def __hash__(self):\n    return hash(self.x)",
  "def __add__(self, other):\n    return type(self)(self.x + (other.x if isinstance(other, C0) else other))",
  "def __radd__(self, other):\n    return ('radd', other, self.x)",
  "def __iadd__(self, other):\n    self.x += other\n    return self",
  "def __sub__(self, other):\n    return NotImplemented",
  "def __rsub__(self, other):\n    return ('rsub', other)",
  "def __mul__(self, other):\n    return ('mul', type(other).__name__)",
  "def __rmul__(self, other):\n    return ('rmul', type(self).__name__)",
  "def __neg__(self):\n    return -self.x",
  "def __bool__(self):\n    return self.x > 1",
  "def __len__(self):\n    return self.x",
  "def __getitem__(self, key):\n    if isinstance(key, int) and key > 3: raise IndexError(key)\n    return (key, self.x)",
  "def __setitem__(self, key, value):\n    show(('set', key, value))",
  "def __delitem__(self, key):\n    show(('del', key))",
  "def __contains__(self, item):\n    return item == self.x",
  "def __iter__(self):\n    yield self.x\n    yield self.x + 1",
  "def __call__(self, *args, **kwargs):\n    return (self.x, args, kwargs)",
  "def __getattr__(self, name):\n    if name.startswith('v'): return name.upper()\n    raise AttributeError(name)",
  "def __setattr__(self, name, value):\n    super().__setattr__(name, fit(value))",
  "def __format__(self, spec):\n    return f'fmt({spec})'",
  "def __index__(self):\n    return self.x",
  "def __int__(self):\n    return self.x",
  "def __enter__(self):\n    show('in')\n    return self\ndef __exit__(self, kind, error, trace):\n    show(('out', error))\n    return self.x == 1",
  "@property\ndef area(self):\n    return self.x * 2\n@area.setter\ndef area(self, value):\n    self.x = value",
  "@property\ndef once(self):\n    return self.nothing",
  "@classmethod\ndef make(cls, *args):\n    return cls(*args)",
  "@staticmethod\ndef twice(a):\n    return a * 2",
  "def method(self, a=1):\n    return ('own', self.x, a)",
  "def method(self, a=1):\n    return (__class__.__name__, super().method(a))",
  "def __init_subclass__(cls, **kwargs):\n    super().__init_subclass__()\n    show((cls.__name__, kwargs))",
  "__slots__ = ('x', 'y')",
  "__match_args__ = ('x', 'y')",
  "def __matmul__(self, other):\n    return 'matmul'",
  "__hash__ = None",
  "def __eq__(self, other):\n    return 'odd'",
  "def __pow__(self, other, mod=None):\n    return (other, mod)",
  "def __missing__(self, key):\n    return key",
  "def __set_name__(self, owner, name):\n    self.x = name",
  "def __get__(self, instance, owner):\n    return ('got', instance is None, owner.__name__)",
  "def __new__(cls, *args, **kwargs):\n    show(cls.__name__)\n    return super().__new__(cls)",
  "attr = Error('in body')",
  "class Inner(Error): pass",
];

const parts: Code = fc
  .tuple(
    fc.constant(CLASS_PARTS[1] as string),
    fc.uniqueArray(fc.constantFrom(...CLASS_PARTS), { minLength: 1, maxLength: 6 }),
  )
  .map(([first, rest]) => [first, ...rest].join("\n"));

const classes: Code = code`class C0:
    ${parts}
    def __repr__(self): return f'{type(self).__name__}:{sorted(self.__dict__.items())}'
class C1(${word("C0", "C0", "int", "list", "dict", "str", "Exception")}):
    ${fc.uniqueArray(fc.constantFrom(...CLASS_PARTS), { minLength: 1, maxLength: 4 }).map((all) => all.join("\n"))}
class C2(${word("C0", "C1", "C0, C1", "C1, C0", "object", "C1, kw=1", "C0, metaclass=Meta")}):
    ${fc.uniqueArray(fc.constantFrom(...CLASS_PARTS), { minLength: 1, maxLength: 4 }).map((all) => all.join("\n"))}`;

const instance: Code = one(
  code`${word("C0", "C1", "C2")}(${one(word("1", "", "2", "0"), call)})`,
  word("o0", "o1", "o2"),
  word("o0", "o1", "o2"),
);
const other: Code = one(instance, int, str, any);
const use: Code = one(
  code`show(${instance})`,
  code`show((${instance} ${word("+", "-", "*", "@", "**", "<", "==", "!=", ">", ">=", "in", "is", "/", "and", "or")} ${other}))`,
  code`show((${other} ${word("+", "-", "*", "@", "**", "<", "==", "!=", ">", ">=", "in", "is", "/", "and", "or")} ${instance}))`,
  code`show(${word("len", "bool", "str", "repr", "list", "iter", "abs", "int", "callable", "sorted", "tuple", "dict", "next", "-", "float", "hash", "type", "not ")}(${instance}))`,
  code`show(${instance}.${word("x", "y", "kind", "area", "once", "make()", "twice(3)", "method()", "method(2, 3)", "vex", "nope", "extra", "attr", "__class__", "__dict__")})`,
  code`${word("o0", "o1")}.${word("x", "area", "once", "kind", "method", "new", "__class__")} = ${other}`,
  code`del ${word("o0", "o1")}.${word("x", "area", "nope", "kind", "y")}`,
  code`show(${instance}[${one(int, str, word("1:2", "..."))}])`,
  code`${word("o0", "o1", "o2")}[${int}] = ${any}`,
  code`del ${word("o0", "o1", "o2")}[${int}]`,
  code`${word("o0", "o1", "o2")} ${word("+=", "-=", "*=", "|=")} ${other}`,
  code`for i1 in ${instance}: show(i1)`,
  code`with ${instance} as i1:
    show(i1)
    ${word("pass", "raise Oops('in with')", "1 // 0")}`,
  code`show(${instance}(${call}))`,
  code`show(f"{${instance}:${word("", ">5", "x", "abc")}} {${instance}!r} {${instance}}")`,
  code`match ${instance}:
    case ${word("C0(x=1)", "C0(1)", "C1()", "C0(a, b)", "C0(a, y=b)", "C0(1, 2, 3)", "C2(x=0)", "C0(x=int(a))", "{'a': a}", "[a, *b]")}: show('matched')
    case C0() | C1(): show('some')
    case _: show('none')`,
  code`show([c.__name__ for c in ${word("C0", "C1", "C2")}.__mro__])`,
  code`show(${word("isinstance", "issubclass")}(${one(instance, word("C0", "C1", "C2"))}, ${word("C0", "C1", "(C1, C2)", "int", "C0 | int")}))`,
  code`show(${word("C0", "C1", "C2")}.${word("kind", "method", "make(1)", "twice(1)", "area", "x", "method(1)", "__name__", "attr", "nope", "__doc__")})`,
  code`show({${instance}: 1, ${instance}: 2})`,
  code`show([${instance}, ${instance}].${word("index", "count")}(${instance}))`,
  code`show(sorted([${instance}, ${instance}, ${instance}]))`,
  code`show(${word("max", "min", "sum")}([${instance}, ${other}]))`,
  code`show(getattr(${instance}, ${word("'x'", "'nope'", "'vex'", "'area'")}${maybe(word(", 'default'"))}))`,
  code`show("%s %r %d" % (${instance}, ${instance}, ${instance}))`,
  code`show(${instance}.__init__(${call}))`,
);

// Every generator is closed: Krait finalises one that nothing reaches later than CPython does.
/** A definition and the module-level lines that use it, each line or block an item. */
export const definitions: fc.Arbitrary<readonly string[]> = fc.oneof(
  { withCrossShrink: true },
  fc.tuple(one(plain, plain, closure), fc.array(code`show(f0(${call}))`, { minLength: 1, maxLength: 4 })).map(flat),
  fc
    .tuple(
      recursive,
      fc.array(code`show(f0(${word("3", "5", "0", "9, 1", "'a'", "2.5")}))`, { minLength: 1, maxLength: 2 }),
    )
    .map(flat),
  fc.tuple(generator, fc.array(drive, { minLength: 1, maxLength: 2 })).map(flat),
  fc
    .tuple(classes, fc.array(use, { minLength: 2, maxLength: 8 }))
    .map(([text, uses]) => [text, "o0 = C0(1, 2)", "o1 = C1(2)", "o2 = C2()", ...uses]),
);

function flat([text, uses]: readonly [string, readonly string[]]): readonly string[] {
  return [text, ...uses];
}
