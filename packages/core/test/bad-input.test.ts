// Bad input and excess: a Python exception or a limit, in bounded time, and a VM that goes on.
import { describe, expect, it } from "vitest";
import { createVM, LimitError, PythonError, Scheduler, type VM, type VMOptions } from "../src/index.ts";
import { virtualPlatform } from "../../../tools/testing/virtual-platform.ts";

/** Safe points that none of these needs: a test that hangs ends here. */
const INSTRUCTIONS = 30_000_000;

function newVM(options: VMOptions = {}): VM {
  const platform = virtualPlatform();
  return createVM({
    platform,
    scheduler: new Scheduler({ platform, quantum: 20_000 }),
    // What one operation may not do is the subject here, not what adds up.
    limits: {
      instructions: INSTRUCTIONS,
      wallTimeMs: Number.POSITIVE_INFINITY,
      memoryBytes: Number.POSITIVE_INFINITY,
      ...options.limits,
    },
  });
}

/** The error of a script, as `Type: message`; the VM must still work after it. */
async function errorOf(source: string | Uint8Array, options: VMOptions = {}): Promise<string> {
  const vm = newVM(options);
  const error: unknown = await vm.run(source, { filename: "bad.py" }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PythonError)) throw error ?? new Error("the script ran");
  expect(await vm.run("6 * 7")).toBe(42);
  return `${error.type}: ${error.message}`;
}

async function valueOf(source: string, options: VMOptions = {}): Promise<unknown> {
  const vm = newVM(options);
  const value = await vm.run(source, { filename: "bad.py" });
  expect(await vm.run("6 * 7")).toBe(42);
  return value;
}

const MANY = 100_000;

describe("source text", () => {
  const nested: readonly (readonly [string, string])[] = [
    ["round brackets", "(".repeat(MANY)],
    ["square brackets", "[".repeat(MANY)],
    ["braces", "{".repeat(MANY)],
    ["closed brackets", "(".repeat(MANY) + ")".repeat(MANY)],
    ["closed lists", "[".repeat(MANY) + "]".repeat(MANY)],
    ["dicts in dicts", "{1:".repeat(MANY) + "}".repeat(MANY)],
    ["calls", "f(".repeat(MANY) + ")".repeat(MANY)],
    ["subscripts", "a[".repeat(MANY) + "]".repeat(MANY)],
    ["mixed brackets", "([{".repeat(MANY)],
    ["brackets closed wrongly", "(".repeat(MANY) + "]".repeat(MANY)],
    ["closing brackets", ")".repeat(MANY)],
    ["f-strings", 'f"{'.repeat(MANY)],
    ["format specs", `f"${"{x:".repeat(MANY)}`],
    ["patterns", `match x:\n  case ${"[".repeat(MANY)}`],
    ["targets", `${"[".repeat(MANY)}a${"]".repeat(MANY)} = 1`],
    ["blocks", Array.from({ length: 500 }, (_, n) => `${" ".repeat(n)}if x:`).join("\n")],
  ];
  it.each(nested)("with too many nested %s is a syntax error", async (_name, source) => {
    expect(await errorOf(source)).toMatch(/^(SyntaxError|IndentationError): /);
  });

  const long: readonly (readonly [string, string])[] = [
    ["unary operators", "-".repeat(MANY)],
    ["not", "not ".repeat(MANY)],
    ["tildes with an operand", `${"~".repeat(MANY)}1`],
    ["powers", `2${"**2".repeat(MANY)}`],
    ["conditional expressions", `${"1 if 1 else ".repeat(MANY)}1`],
    ["lambdas", `${"lambda: ".repeat(MANY)}1`],
    ["awaits", "await ".repeat(MANY)],
    ["stars", "*".repeat(MANY)],
    ["comparisons", `1${" < 1".repeat(MANY)}`],
    ["additions", `1${" + 1".repeat(MANY)}`],
    ["attributes", `a${".a".repeat(MANY)}`],
    ["calls of calls", `a${"()".repeat(MANY)}`],
    ["subscripts of subscripts", `a${"[0]".repeat(MANY)}`],
    ["ands", `1${" and 1".repeat(MANY)}`],
    ["or patterns", `match 1:\n  case 1${" | 1".repeat(MANY)}: pass`],
    ["walruses", "(a := ".repeat(MANY)],
    ["elifs", `if 0: pass\n${"elif 0: pass\n".repeat(20_000)}`],
    ["string parts", "'a' ".repeat(MANY)],
    ["decorators", `${"@f\n".repeat(MANY)}def g(): pass`],
    ["comprehension clauses", `[1 ${"for a in b ".repeat(2_000)}]`],
    ["assignments", `${"a = ".repeat(MANY)}1`],
    ["semicolons", `${"1;".repeat(MANY)}`],
  ];
  it.each(long)("with very many %s ends in a Python exception or a value", async (_name, source) => {
    const vm = newVM();
    const error: unknown = await vm.run(source).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error !== null) expect(error).toBeInstanceOf(PythonError);
    expect(await vm.run("6 * 7")).toBe(42);
  });

  const broken: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ["a NUL byte", "x = 1\0", /^SyntaxError: source code string cannot contain null bytes$/],
    ["a NUL in a string", "x = 'a\0b'", /^SyntaxError: source code string cannot contain null bytes$/],
    ["a NUL byte in bytes", Uint8Array.from([0x61, 0, 0x62]), /^SyntaxError: source code cannot contain null bytes$/],
    [
      "invalid UTF-8",
      Uint8Array.from([0x78, 0x3d, 0x27, 0xff, 0xfe, 0x27]),
      /^SyntaxError: Non-UTF-8 code starting with '\\xff' in file bad\.py on line 1, but no encoding declared/,
    ],
    ["a cut UTF-8 sequence", Uint8Array.from([0x27, 0xe2, 0x82]), /^SyntaxError: /],
    ["an encoded surrogate", Uint8Array.from([0x27, 0xed, 0xa0, 0x80, 0x27]), /^SyntaxError: /],
    ["an unknown encoding", "", /./],
    ["a lone surrogate", "\ud800", /^SyntaxError: /],
    ["a control character", "x = \u0001", /^SyntaxError: invalid non-printable character U\+0001$/],
    ["a non-breaking space", "x\u00a0= 1", /^SyntaxError: invalid non-printable character U\+00A0$/],
    ["an unfinished string", "x = '", /^SyntaxError: unterminated string literal \(detected at line 1\)$/],
    [
      "an unfinished long string",
      "x = '''\n\n",
      /^SyntaxError: unterminated triple-quoted string literal \(detected at line 2\)$/,
    ],
    ["an unfinished f-string", 'f"{x', /^SyntaxError: /],
    ["an unfinished bracket", "f(1,", /^SyntaxError: '\(' was never closed$/],
    [
      "an unfinished block",
      "while True:",
      /^IndentationError: expected an indented block after 'while' statement on line 1$/,
    ],
    ["an unfinished class", "class A(", /^SyntaxError: '\(' was never closed$/],
    [
      "an unfinished escape",
      "'\\x4'",
      /^SyntaxError: \(unicode error\) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape$/,
    ],
    ["an unfinished decorator", "@f", /^SyntaxError: /],
    ["an unfinished try", "try:\n    pass\n", /^SyntaxError: expected 'except' or 'finally' block$/],
    ["a line continuation at the end", "x = 1 \\", /^SyntaxError: unexpected EOF while parsing$/],
    [
      "a number too long",
      `x = ${"9".repeat(5_000)}`,
      /^SyntaxError: Exceeds the limit \(4300 digits\) for integer string conversion/,
    ],
    ["a number cut short", "0x", /^SyntaxError: invalid hexadecimal literal$/],
  ];
  it.each(broken.filter(([name]) => name !== "an unknown encoding"))(
    "with %s is a syntax error",
    async (_name, source, message) => {
      expect(await errorOf(source)).toMatch(message);
    },
  );

  it("with an unknown encoding is a syntax error", async () => {
    expect(await errorOf(new TextEncoder().encode("# coding: nonsense\n"))).toMatch(
      /^SyntaxError: encoding problem: nonsense/,
    );
  });

  it("may have a line of 10 MB", async () => {
    expect(await valueOf(`x = '${"a".repeat(10_000_000)}'\nlen(x)`)).toBe(10_000_000);
    expect(await errorOf(`x = '${"a".repeat(10_000_000)}`)).toBe(
      "SyntaxError: unterminated string literal (detected at line 1)",
    );
    expect(await valueOf(`# ${"a".repeat(10_000_000)}\n1`)).toBe(1);
  });

  it("may have very many lines and names", async () => {
    expect(await valueOf(`${"x = 1\n".repeat(200_000)}x`)).toBe(1);
    const names = Array.from({ length: 20_000 }, (_, n) => `v${n} = ${n}`).join("\n");
    expect(await valueOf(`${names}\nv19999`)).toBe(19_999);
    expect(await valueOf(`def f():\n  ${names.replaceAll("\n", "\n  ")}\n  return v19999\nf()`)).toBe(19_999);
    expect(await valueOf(`len([${"1, ".repeat(100_000)}])`)).toBe(100_000);
    expect(await valueOf(`f = lambda *a: len(a)\nf(${"1, ".repeat(20_000)})`)).toBe(20_000);
  });

  it("given to eval and compile is checked alike", async () => {
    expect(await errorOf(`eval("(" * ${MANY})`)).toMatch(/^SyntaxError: /);
    expect(await errorOf(`exec("[" * ${MANY} + "]" * ${MANY})`)).toMatch(
      /^SyntaxError: |^MemoryError: |^RecursionError: /,
    );
    expect(await errorOf('compile("x = \\0", "a", "exec")')).toBe(
      "SyntaxError: source code string cannot contain null bytes",
    );
  });
});

describe("recursion", () => {
  it("ends in RecursionError at the limit", async () => {
    expect(await errorOf("def f(n): return f(n + 1)\nf(0)")).toBe("RecursionError: maximum recursion depth exceeded");
    expect(await valueOf("import sys\nsys.getrecursionlimit()")).toBe(1_000);
  });

  const endless: readonly (readonly [string, string])[] = [
    ["methods", "class A:\n    def m(self): return self.m()\nA().m()"],
    ["__getattr__", "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().x"],
    ["__repr__", "class A:\n    def __repr__(self): return repr(self)\nrepr(A())"],
    ["__str__ in a format", "class A:\n    def __str__(self): return f'{self}'\nstr(A())"],
    ["__eq__", "class A:\n    def __eq__(self, other): return [self] == [other]\nA() == A()"],
    ["__hash__", "class A:\n    def __hash__(self): return hash((self,))\nhash(A())"],
    ["__add__", "class A:\n    def __add__(self, other): return self + other\nA() + 1"],
    ["__bool__", "class A:\n    def __bool__(self): return not self\nbool(A())"],
    ["__iter__", "class A:\n    def __iter__(self): return iter(self)\nlist(A())"],
    ["__call__", "class A: pass\nA.__call__ = A()\nA()()"],
    ["__init__", "class A:\n    def __init__(self): A()\nA()"],
    ["__new__", "class A:\n    def __new__(cls): return cls()\nA()"],
    ["generators", "def g():\n    yield from g()\nlist(g())"],
    ["generator expressions", "def g(): return (x for x in g())\nnext(g())"],
    ["sort keys", "def k(x): return sorted([1, 2], key=k)\nk(1)"],
    ["map", "f = lambda x: list(map(f, [x]))\nf(1)"],
    ["comprehensions", "f = lambda x: [f(y) for y in [x]]\nf(1)"],
    ["properties", "class A:\n    @property\n    def x(self): return self.x\nA().x"],
    ["descriptors", "class D:\n    def __get__(self, i, o): return i.x\nclass A: x = D()\nA().x"],
    ["eval", "def f(): return eval('f()')\nf()"],
    ["exec", "s = 'exec(s)'\nexec(s)"],
    ["except handlers", "def f():\n    try: 1 / 0\n    except ZeroDivisionError: f()\nf()"],
    [
      "with",
      "class M:\n    def __enter__(self):\n        with self: pass\n    def __exit__(self, *a): pass\nwith M(): pass",
    ],
    ["decorators", "def d(f):\n    @d\n    def g(): pass\n    return g\nd(1)"],
    ["__missing__", "class D(dict):\n    def __missing__(self, k): return self[k]\nD()[1]"],
    [
      "__instancecheck__",
      "class M(type):\n    def __instancecheck__(c, o): return isinstance(o, c)\nclass A(metaclass=M): pass\nisinstance(1, A)",
    ],
    ["__getattribute__", "class A:\n    def __getattribute__(self, n): return self.x\nA().y"],
    ["__setattr__", "class A:\n    def __setattr__(self, n, v): self.x = v\nA().y = 1"],
    ["__format__", "class A:\n    def __format__(self, s): return format(self, s)\nformat(A())"],
    ["__index__", "class A:\n    def __index__(self): return [1][self]\n[1][A()]"],
    ["functools.reduce", "import functools\ndef f(a, b): return functools.reduce(f, [1, 2])\nf(1, 2)"],
    ["functools.partial", "import functools\ndef f(): return functools.partial(f)()\nf()"],
    ["json", "import json\na = []\nfor _ in range(100000): a = [a]\njson.dumps(a)"],
    ["copy.deepcopy", "import copy\na = []\nfor _ in range(100000): a = [a]\ncopy.deepcopy(a)"],
  ];
  it.each(endless)("through %s ends in RecursionError", async (_name, source) => {
    expect(await errorOf(source)).toMatch(/^RecursionError: maximum recursion depth exceeded/);
  });

  it("can be caught, and the stack used again", async () => {
    const source = `
def f(n):
    try:
        return f(n + 1)
    except RecursionError:
        return n
[f(0) == f(0), f(0) > 900]`;
    expect(await valueOf(source)).toEqual([true, true]);
  });

  it("of a million frames works when asked for", { timeout: 60_000 }, async () => {
    const source = `
import sys
sys.setrecursionlimit(1_000_000)
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)
down(990_000)`;
    expect(await valueOf(source)).toBe(990_000);
  });

  it("of a million frames may end in an exception, caught at the bottom", { timeout: 60_000 }, async () => {
    const source = `
import sys
sys.setrecursionlimit(1_000_000)
depth = 0
def down():
    global depth
    depth += 1
    down()
try:
    down()
except RecursionError as error:
    text = str(error)
[text, depth > 990_000]`;
    expect(await valueOf(source)).toEqual(["maximum recursion depth exceeded", true]);
  });

  it("is capped by the host", async () => {
    const limits = { recursionDepth: 5_000 };
    expect(await errorOf("import sys\nsys.setrecursionlimit(1_000_000)\ndef f(): f()\nf()", { limits })).toMatch(
      /^RecursionError: /,
    );
    const source = `
import sys
try: sys.setrecursionlimit(1_000_000)
except ValueError: pass
def f(n):
    global deepest
    deepest = n
    f(n + 1)
try: f(0)
except RecursionError: pass
deepest <= 5_000`;
    expect(await valueOf(source, { limits })).toBe(true);
  });
});

describe("containers", () => {
  it("that hold themselves have a repr", async () => {
    expect(await valueOf("a = []\na.append(a)\nrepr(a)")).toBe("[[...]]");
    expect(await valueOf("d = {}\nd['d'] = d\nrepr(d)")).toBe("{'d': {...}}");
    expect(await valueOf("a = []\nt = (a,)\na.append(t)\nrepr(t)")).toBe("([(...)],)");
    expect(await valueOf("a = []\nb = [a]\na.append(b)\nstr(a) + f'{b}'")).toBe("[[[...]]][[[...]]]");
    expect(await valueOf("d = {}\nd[1] = d.values()\nrepr(d)")).toMatch(/dict_values/);
  });

  it("that hold themselves compare up to the recursion limit", async () => {
    expect(await errorOf("a = []\na.append(a)\nb = []\nb.append(b)\na == b")).toMatch(
      /^RecursionError: maximum recursion depth exceeded/,
    );
    expect(await valueOf("a = []\na.append(a)\na == a")).toBe(true);
    expect(await errorOf("d = {}\nd[1] = d\ne = {}\ne[1] = e\nd == e")).toMatch(
      /^RecursionError: maximum recursion depth exceeded/,
    );
  });

  const DEEP = "a = []\nfor _ in range(300_000): a = [a]\nb = []\nfor _ in range(300_000): b = [b]\n";
  const TUPLES = "a = ()\nfor _ in range(300_000): a = (a,)\nb = ()\nfor _ in range(300_000): b = (b,)\n";
  const DICTS = "a = {}\nfor _ in range(300_000): a = {1: a}\nb = {}\nfor _ in range(300_000): b = {1: b}\n";
  it.each([
    ["repr of lists", `${DEEP}repr(a)`],
    ["repr of tuples", `${TUPLES}repr(a)`],
    ["repr of dicts", `${DICTS}repr(a)`],
    ["str of lists", `${DEEP}str(a)`],
    ["format of lists", `${DEEP}f"{a}"`],
    ["comparison of lists", `${DEEP}a == b`],
    ["comparison of tuples", `${TUPLES}a == b`],
    ["order of lists", `${DEEP}a < b`],
    ["comparison of dicts", `${DICTS}a == b`],
    ["hash of tuples", `${TUPLES}hash(a)`],
    ["tuples as keys", `${TUPLES}{a: 1}`],
    ["tuples as members", `${TUPLES}a in {b}`],
    ["search in lists", `${DEEP}[a].index(b)`],
    ["enumerate", "a = iter('ab')\nfor _ in range(20_000): a = enumerate(a)\nnext(a)"],
    ["zip", "a = iter('ab')\nfor _ in range(20_000): a = zip(a)\nnext(a)"],
    ["islice", "import itertools\na = iter('ab')\nfor _ in range(20_000): a = itertools.islice(a, 9)\nnext(a)"],
  ])("nested deeply: %s is a RecursionError or an answer", async (_name, source) => {
    const vm = newVM();
    const outcome = await vm.run(source).then(
      () => "answer",
      (error: unknown) => (error instanceof PythonError ? error.type : error),
    );
    expect(["answer", "RecursionError"]).toContain(outcome);
    expect(await vm.run("6 * 7")).toBe(42);
  });

  it("nested deeply reach the host without harm", async () => {
    const vm = newVM();
    await vm.run("a = []\nfor _ in range(300_000): a = [a]\na");
    await vm.run("a = {}\nfor _ in range(300_000): a = {'x': a}\na");
    expect(await vm.run("6 * 7")).toBe(42);
  });

  it("changed while they are walked raise as in CPython", async () => {
    expect(await errorOf("d = {1: 2}\nfor k in d: d[k + 1] = 0")).toBe(
      "RuntimeError: dictionary changed size during iteration",
    );
    expect(await errorOf("s = {1}\nfor k in s: s.add(k + 1)")).toBe("RuntimeError: Set changed size during iteration");
  });
});

describe("excess", () => {
  const memory = /^(MemoryError|OverflowError): ?/;
  it.each([
    ["a power of powers", "10 ** 10 ** 9"],
    ["a power of a power of powers", "10 ** 10 ** 10 ** 10"],
    ["a power of a large number", "(10 ** 1000) ** (10 ** 5)"],
    ["a string times much", "'x' * 10 ** 12"],
    ["a string times more", "'x' * 10 ** 30"],
    ["a list times much", "[0] * 10 ** 10"],
    ["a tuple times much", "(0,) * 10 ** 10"],
    ["bytes times much", "b'x' * 10 ** 12"],
    ["a bytearray times much", "bytearray(b'x') * 10 ** 12"],
    ["bytes of much", "bytes(10 ** 12)"],
    ["a bytearray of much", "bytearray(10 ** 11)"],
    ["a list grown in place", "a = [0]\nwhile True: a *= 1000"],
    ["a list that doubles", "a = [0]\nwhile True: a += a"],
    ["a list that extends itself", "a = [0]\nwhile True: a.extend(a)"],
    ["a string that doubles", "s = 'x'\nwhile True: s += s"],
    ["a tuple that doubles", "t = (1,)\nwhile True: t += t"],
    ["an int that squares", "n = 3\nwhile True: n *= n"],
    ["a shift to the left", "1 << 10 ** 12"],
    ["a shift by a large number", "1 << (1 << 70)"],
    ["a width", "format('x', '1000000000000')"],
    ["a width in an f-string", "f'{1:{10**12}d}'"],
    ["a precision", "format(1.5, '.1000000000000f')"],
    ["a width of %", "'%1000000000000d' % 1"],
    ["a star width of %", "'%*d' % (10 ** 12, 1)"],
    ["ljust", "'x'.ljust(10 ** 12)"],
    ["center", "'x'.center(10 ** 12)"],
    ["zfill", "'x'.zfill(10 ** 12)"],
    ["expandtabs", "('\\t' * 1000).expandtabs(10 ** 10)"],
    ["join", "'x'.join(['y' * 10 ** 7] * 1000)"],
    ["join of many", "('x' * 10 ** 6).join('y' * 10 ** 4)"],
    ["replace", "('a' * 10 ** 5).replace('a', 'b' * 10 ** 5)"],
    ["translate", "('a' * 10 ** 5).translate({97: 'b' * 10 ** 5})"],
    ["list of a range", "list(range(10 ** 12))"],
    ["tuple of a range", "tuple(range(10 ** 12))"],
    ["sorted range", "sorted(range(10 ** 12))"],
    ["a bytes from int", "(1).to_bytes(10 ** 12)"],
    ["chr in format", "format(65, '100000000000c')"],
  ])("%s is a Python exception", async (_name, source) => {
    expect(await errorOf(source)).toMatch(/^(MemoryError|OverflowError|ValueError): ?/);
  });

  it("names no limit of its own where CPython has one", async () => {
    expect(await errorOf("1 << (1 << 70)")).toMatch(memory);
    expect(await errorOf("int('9' * 10 ** 6)")).toBe(
      "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 1000000 digits; use sys.set_int_max_str_digits() to increase the limit",
    );
    expect(await errorOf("str(1 << 20000)")).toMatch(
      /^ValueError: Exceeds the limit \(4300 digits\) for integer string conversion/,
    );
    expect(await errorOf("f'{10 ** 5000}'")).toMatch(/^ValueError: Exceeds the limit \(4300 digits\)/);
    expect(await errorOf("1.5 * 10 ** 400")).toBe("OverflowError: int too large to convert to float");
    expect(await errorOf("2.0 ** 100000")).toMatch(/^OverflowError: /);
    expect(await errorOf("import math\nmath.factorial(10 ** 10)")).toMatch(memory);
    expect(await errorOf("len(range(10 ** 30))")).toBe("OverflowError: Python int too large to convert to C ssize_t");
    expect(await errorOf("[].__getitem__(10 ** 30)")).toBe("IndexError: cannot fit 'int' into an index-sized integer");
    expect(await errorOf("import time\ntime.sleep(-1)")).toBe("ValueError: sleep length must be non-negative");
    expect(await errorOf("chr(0x110000)")).toBe("ValueError: chr() arg not in range(0x110000)");
    expect(await errorOf("round(1, -10 ** 30)\n'x'.nope")).toMatch(/^(AttributeError|OverflowError): /);
  });

  it("stays cheap where the answer is small", async () => {
    expect(await valueOf("0 ** 10 ** 9")).toBe(0);
    expect(await valueOf("1 ** 10 ** 30")).toBe(1);
    expect(await valueOf("(-1) ** (10 ** 30 + 1)")).toBe(-1);
    expect(await valueOf("pow(3, 10 ** 30, 7)")).toBe(4);
    expect(await valueOf("1 >> 10 ** 30")).toBe(0);
    expect(await valueOf("0 << 10 ** 12")).toBe(0);
    expect(await valueOf("'' * 10 ** 12 + 'x' * -(10 ** 12)")).toBe("");
    expect(await valueOf("[] * 10 ** 12")).toEqual([]);
    expect(await valueOf("10 ** 11 in range(0, 10 ** 12, 7)")).toBe(false);
    expect(await valueOf("range(10 ** 12)[-1]")).toBe(10 ** 12 - 1);
    expect(await valueOf("len(range(10 ** 12))")).toBe(10 ** 12);
    expect(await valueOf("range(10 ** 15).index(10 ** 14)")).toBe(10 ** 14);
    expect(await valueOf("next(iter(range(10 ** 18))) + 'abc'.count('')")).toBe(4);
    expect(await valueOf("'a' in 'b' * 10 ** 6")).toBe(false);
    expect(await valueOf("'abc'[::10 ** 30] + 'abc'[-10 ** 30:10 ** 30]")).toBe("aabc");
  });

  it("that only takes time is stopped by the limits", { timeout: 60_000 }, async () => {
    const limits = { instructions: 10_000 };
    for (const source of [
      "sum(range(10 ** 12))",
      "max(range(10 ** 12))",
      "10 ** 12 in iter(range(10 ** 15))",
      "for _ in range(10 ** 12): pass",
      "any(x < 0 for x in range(10 ** 12))",
      "while True: pass",
      "import itertools\nfor x in itertools.count(): pass",
      "import itertools\nsum(itertools.repeat(1))",
      "import itertools\nlist(filter(None, itertools.repeat(0)))",
      "import collections, itertools\ncollections.deque(itertools.count(), maxlen=1)",
      "set(x % 2 for x in range(10 ** 12))",
      "def f():\n    while True:\n        try:\n            while True: pass\n        except BaseException:\n            pass\nf()",
      "class A:\n    def __eq__(self, other):\n        while True: pass\n[A()].index(A())",
      "'x'.join(str(x) for x in range(10 ** 12))",
      "dict.fromkeys(x % 10 for x in range(10 ** 12))",
      "sorted(range(1000), key=lambda x: sum(range(10 ** 9)))",
      "a, b = iter(int, 1), 2\n[*a]",
    ]) {
      const vm = newVM({ limits });
      const error: unknown = await vm.run(source).catch((thrown: unknown) => thrown);
      const isStopped = error instanceof LimitError || (error instanceof PythonError && error.type === "MemoryError");
      expect([source, isStopped, error]).toEqual([source, true, error]);
      expect(await vm.run("6 * 7")).toBe(42);
    }
  });
});

describe("createVM", () => {
  it("refuses options it does not know, by name", () => {
    const make = (options: unknown): VM => createVM(options as VMOptions);
    expect(() => make({ stdOut: () => {} })).toThrow(/^createVM: unknown option 'stdOut'/);
    expect(() => make({ limits: { memory: 5 } })).toThrow(/^createVM: unknown limit 'memory'/);
    expect(() => make({ stdout: "print" })).toThrow(/^createVM: option 'stdout' must be of type function, not string$/);
    expect(() => make({ limits: { instructions: 0 } })).toThrow(
      /^createVM: limit 'instructions' must be a number above 0/,
    );
    expect(() => make({ limits: { instructions: "5" } })).toThrow(/'instructions' must be a number above 0, not 5/);
    expect(() => make({ limits: { instructions: Number.NaN } })).toThrow(/'instructions' must be a number above 0/);
    expect(() => make({ toString: 1 })).toThrow(/^createVM: unknown option 'toString'/);
    expect(() => make({ limits: { constructor: 1 } })).toThrow(/^createVM: unknown limit 'constructor'/);
    expect(() => make({ argv: null })).toThrow(/^createVM: option 'argv'/);
    expect(() => make({ limits: null })).toThrow(/^createVM: option 'limits'/);
    expect(() => make(null)).toThrow(TypeError);
    expect(() => make({ stdout: undefined, limits: { instructions: undefined } })).not.toThrow();
  });
});

describe("an exception that fails to be shown", () => {
  it.each([
    ["a __str__ that raises", "class E(Exception):\n    def __str__(self): raise ValueError\nraise E", "E"],
    ["a __str__ that loops", "class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E", "E"],
    ["a __str__ that recurses", "class E(Exception):\n    def __str__(self): return str(self)\nraise E", "E"],
    ["a __str__ that is no text", "class E(Exception):\n    def __str__(self): return 5\nraise E", "E"],
    [
      "a __cause__ that is a circle",
      "a, b = ValueError(1), KeyError(2)\na.__cause__ = b\nb.__cause__ = a\nraise a",
      "ValueError",
    ],
    ["notes that are no list", "e = ValueError(1)\ne.__notes__ = 5\nraise e", "ValueError"],
    ["a message of 10 MB", "raise ValueError('x' * 10_000_000)", "ValueError"],
    [
      "a chain of many",
      "e = None\nfor n in range(10_000):\n    new = ValueError(n)\n    new.__cause__ = e\n    e = new\nraise e",
      "ValueError",
    ],
    [
      "a deep group",
      "e = ValueError(1)\nfor n in range(2000): e = ExceptionGroup('g', [e])\nraise e",
      "ExceptionGroup",
    ],
  ])("%s", async (_name, source, type) => {
    expect(await errorOf(source)).toMatch(new RegExp(`^${type}: `));
  });
});
