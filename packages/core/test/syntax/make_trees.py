"""Writes trees.json: the syntax trees of CPython 3.13 for a list of sources, in the shape of src/syntax/ast.ts.

Run by hand with CPython 3.13, from anywhere: python3.13 make_trees.py
"""

import ast
import json
import os
import sys

SOURCES = [
    "0",
    "00_0",
    "1_000",
    "0xFF_ff",
    "0o17",
    "0b1010",
    "9007199254740991",
    "9007199254740992",
    "-9223372036854775808",
    "1.5",
    ".5",
    "5.",
    "1e10",
    "1_0.0_1e-1",
    "1e400",
    "3j",
    "1.5J",
    "00012.5",
    "'a'",
    "\"a\"",
    "'''a\nb'''",
    "'\\n\\t\\\\\\'\\x41\\u00e9\\U0001f600\\101\\0'",
    "r'\\n'",
    "b'\\xff\\n'",
    "rb'\\n'",
    "u'\xe9'",
    "'a' \"b\" \"\"\"c\"\"\"",
    "b'a' b'b'",
    "'a\\\nb'",
    "None, True, False, ...",
    "''",
    "b''",
    "'\\8'",
    "('a'\n 'b')",
    "f''",
    "f'a'",
    "f'{x}'",
    "f'a{x}b{y}c'",
    "f'{x!r}'",
    "f'{x:>10}'",
    "f'{x!s:{width}.{precision}}'",
    "f'{x=}'",
    "f'{x = !s:>5}'",
    "f'{x=:5}'",
    "f'{{x}}'",
    "f'{ {1: 2} }'",
    "f'{a[\"b\"]}'",
    "f\"{f'{x}'}\"",
    "f'{a['b']}'",
    "f'{\"a\" if b else c}'",
    "f'{(lambda x: 1)}'",
    "f'{x, y}'",
    "f'{*a, b}'",
    "rf'\\n{x}\\d'",
    "f'\\n{x}\\t'",
    "f'a' 'b' f'{c}'",
    "'a' f'{b}' 'c'",
    "f'{x:\\x41}'",
    "f'{x:}'",
    "f'{1 != 2}'",
    "f'{x  !r}'",
    "f'''{\nx # comment\n}'''",
    "f'''{x # comment\n=}'''",
    "f'{x:{y}z}'",
    "f'{(x:=5)}'",
    "f'{x:=5}'",
    "f'{x:a{b}c{d!r:e}}'",
    "f'{{}}{x}{{'",
    "f'''a\n{x}\nb'''",
    "f'{\n1\n}'",
    "a + b * c - d",
    "a ** -b ** c",
    "-a ** b",
    "not a == b",
    "not not a",
    "a < b <= c != d",
    "a in b not in c",
    "a is b is not c",
    "a or b or c and d and e",
    "(a or b) or c",
    "a if b else c if d else e",
    "lambda: 0",
    "lambda a, /, b=1, *c, d, e=2, **f: a",
    "lambda *, a: a",
    "lambda *a, **b: lambda: c",
    "a | b ^ c & d << e >> f",
    "a @ b // c % d / e",
    "~a, +b, --c",
    "(a)",
    "((a))",
    "(a, )",
    "()",
    "a, b,",
    "[a, *b]",
    "[]",
    "{a, *b}",
    "{}",
    "{a: b, **c, d: e,}",
    "(yield)",
    "(a := b)",
    "[a := 1, b]",
    "{(a := 1): 2}",
    "a[b]",
    "a[b:c]",
    "a[b:c:d]",
    "a[:]",
    "a[::]",
    "a[b, c:d, *e]",
    "a[b,]",
    "a[*b]",
    "a[b := 1]",
    "a[()]",
    "a.b.c[d](e).f",
    "f(a, *b, c=d, *e, **g, h=i)",
    "f(a for a in b)",
    "f((a for a in b), c)",
    "f(a := 1, (b := 2))",
    "f(**a, b=c)",
    "f(a,)",
    "[a for b in c if d if e for f, g in h]",
    "{a for b in c}",
    "{a: b for c in d}",
    "(a async for b in c)",
    "[a for b, *c in d]",
    "[a for b in c or d]",
    "[a for (b) in c]",
    "[[a for a in b] for b in c]",
    "await a ** b",
    "await a.b(c)",
    "x = *a, b",
    "*a, b",
    "print(*a or b)",
    "a = b",
    "a = b = c",
    "a, b = c",
    "[a, b] = (c, d) = e",
    "a.b = c[d] = e",
    "(a) = b",
    "*a, b = c",
    "a += b",
    "a.b @= c",
    "a[b] **= yield",
    "a: int",
    "a: int = 1",
    "(a): int",
    "a.b: int",
    "a[b]: int = c",
    "a: int = *b, c",
    "a = yield",
    "a = yield from b",
    "x = y = yield z",
    "del a",
    "del a, b.c, d[e]",
    "del (a, [b, c])",
    "del (a)",
    "pass; break; continue",
    "return",
    "return a, *b",
    "raise",
    "raise a",
    "raise a from b",
    "assert a",
    "assert a, b",
    "global a, b",
    "nonlocal a",
    "import a",
    "import a.b.c as d, e",
    "from a import b",
    "from .a import (b as c, d,)",
    "from . import a",
    "from ...a.b import *",
    "from .... import a",
    "a; b;",
    "type A = int",
    "type A[T, *U, **V] = T",
    "type A[T: int = str, *U = *V, **W = X] = B",
    "type = type + 1",
    "type (a)",
    "match = case = _ = 1",
    "match(a)",
    "match[a] = b",
    "match.a",
    "print(a, file=b)",
    "if a: b",
    "if a:\n  b\nelif c:\n  d\nelse:\n  e",
    "if a: b; c\nelse: d",
    "if a := b: pass",
    "while a: b\nelse: c",
    "for a in b: c",
    "for a, *b in *c, d:\n  e\nelse:\n  f",
    "for (a) in b: pass",
    "for a.b, c[d] in e: pass",
    "async def f():\n  async for a in b: c\n  async with d as e, f: g\n  await h",
    "with a: b",
    "with a as b, c as (d, e): f",
    "with (a as b, c): d",
    "with (a, b): c",
    "with (a): b",
    "with (a, b) as c: d",
    "with (a as b,): c",
    "with (yield): a",
    "with (a for b in c): d",
    "with (a).b as c: d",
    "with a as b.c, d as e[f]: g",
    "try: a\nfinally: b",
    "try: a\nexcept: b",
    "try: a\nexcept b: c\nexcept (d, e) as f: g\nelse: h\nfinally: i",
    "try: a\nexcept* b as c: d\nexcept* e: f",
    "def f(): pass",
    "def f(a, b: int = 1, /, c=2, *d: e, g, h: i = 3, **j: k) -> l: pass",
    "def f(*, a): pass",
    "def f(*a: *b): pass",
    "def f(a, /): pass",
    "def f[T: (int, str), *U, **V](a: T) -> T: pass",
    "@a\n@b.c(d)\n@(e := f)\ndef g(): pass",
    "@a\nclass B: pass",
    "@a\nasync def f(): pass",
    "class A: pass",
    "class A(): pass",
    "class A(b, *c, d=e, **f):\n  x = 1\n  def g(self): pass",
    "class A[T](B[T]): ...",
    "def f():\n  '''doc'''\n  return 1;",
    "match a:\n  case b: c",
    "match a, *b:\n  case _: c",
    "match (a):\n  case 1 | -2 | 3.5 | 1 + 2j | -1 - 2j | 'a' 'b' | None | True: x",
    "match a:\n  case b.c | d.e.f: x",
    "match a:\n  case (b): x\n  case (b,): x\n  case (): x\n  case [b, *c, *_]: x",
    "match a:\n  case b, c: x\n  case b,: x\n  case *b, c: x",
    "match a:\n  case {}: x\n  case {'b': c, -1: d, e.f: g, None: h, **i}: x\n  case {**j,}: x",
    "match a:\n  case B(): x\n  case B(c, d.e, f=g, h=1,): x\n  case b.C(d): x",
    "match a:\n  case (b | c) as d if e: x\n  case [1, 2 as f]: x",
    "match -a:\n  case b if c: x",
    "match *a, b:\n  case _: x",
    "match match:\n  case case: pass\n  case _ if _: pass",
    "match x:\n  case f'{a}': pass",
    "\xe9 = \xf1.\xfc + '\xf6'",
    "\ufb01 = 1",
    "x = '\U0001f600' + y",
    "\u65e5\u672c = [\u8a9e]",
    "x = 1  # comment\n\n# another\ny = 2",
    "if a:\n\tb\n\tc",
    "x = (1 +\n  # comment\n  2)",
    "x = 1 + \\\n  2",
    "x\x0c = 1",
    "\x0cx = 1",
    "if a:\n  b\n\n  # c\nd",
    "if a:\n    if b:\n        c\n    d\ne",
    "def f():\n\n    # only\n\n    return 1\n\n\nx",
    "\\\nx = 1",
    "x = [\n1,\n2,\n]",
    "1if a else b",
    "a<b>c",
    "a[1:2, ::3]",
    "x=1;y=2",
    "f(a)(b)[c].d",
    "lambda x: (yield)",
    "a if b else lambda: c",
    "a, b = c, d = e",
    "not(a)",
    "(a)(b)",
    "'a'.b",
    "1 .real",
    "1..real",
    "...",
    "x = (yield), 1",
    "print(a if b else c, *d)",
    "{**a, **b | c}",
    "a = b if c else d,",
    "for x in lambda: y, z: pass",
]

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "LShift": "<<", "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^",
    "Not": "not", "USub": "-", "UAdd": "+", "Invert": "~", "And": "and", "Or": "or",
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=",
    "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in",
}  # fmt: skip

# Our name for a kind of node, where it is not CPython's.
KINDS = {"AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try"}

# Our name for a field, where it is not CPython's; None leaves it out.
FIELDS = {
    "ctx": None, "kind": None, "type_comment": None, "type_ignores": None,
    "elts": "elements", "elt": "element", "slice": "index", "returns": "returns", "decorator_list": "decorators",
    "type_params": "typeParameters", "args": "args", "exc": "exception", "msg": "message", "asname": "asName",
    "format_spec": "formatSpec", "context_expr": "context", "optional_vars": "target", "is_async": "isAsync",
    "kwd_attrs": "keywordNames", "kwd_patterns": "keywordPatterns", "default_value": "default", "arg": "name",
}  # fmt: skip

# Nodes that have no kind or no place in our tree.
WITHOUT_KIND = (ast.comprehension, ast.keyword, ast.withitem, ast.match_case, ast.ExceptHandler, ast.alias, ast.arg)


class Writer:
    def __init__(self, source):
        self.lines = source.split("\n")

    def offset(self, line, column):
        before = sum(utf16_length(text) + 1 for text in self.lines[: line - 1])
        return before + utf16_length(self.lines[line - 1].encode()[:column].decode())

    def write(self, node):
        if isinstance(node, list):
            return [self.write(item) for item in node]
        if isinstance(node, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop)):
            return OPERATORS[type(node).__name__]
        if isinstance(node, ast.arguments):
            return self.parameters(node)
        if not isinstance(node, ast.AST):
            return node
        return self.node(node)

    def node(self, node):
        name = type(node).__name__
        written = {} if isinstance(node, WITHOUT_KIND) else {"kind": KINDS.get(name, name)}
        for field in node._fields:
            key = FIELDS.get(field, field)
            if key is not None:
                written[key] = self.write(getattr(node, field, None))
        if hasattr(node, "lineno"):
            written["start"] = self.offset(node.lineno, node.col_offset)
            written["end"] = self.offset(node.end_lineno, node.end_col_offset)
        adjust = getattr(self, name, None)
        if adjust is not None:
            adjust(node, written)
        return written

    def parameter(self, argument, default=None):
        if argument is None:
            return None
        written = self.node(argument)
        written["default"] = self.write(default)
        return written

    def parameters(self, arguments):
        plain = arguments.posonlyargs + arguments.args
        defaults = [None] * (len(plain) - len(arguments.defaults)) + arguments.defaults
        written = [self.parameter(*pair) for pair in zip(plain, defaults)]
        only = len(arguments.posonlyargs)
        return {
            "positionalOnly": written[:only],
            "positional": written[only:],
            "varArgs": self.parameter(arguments.vararg),
            "keywordOnly": [self.parameter(*pair) for pair in zip(arguments.kwonlyargs, arguments.kw_defaults)],
            "varKeywords": self.parameter(arguments.kwarg),
        }

    def Constant(self, node, written):
        written["value"] = literal(node.value)

    def FormattedValue(self, node, written):
        written["conversion"] = None if node.conversion == -1 else chr(node.conversion)

    def Lambda(self, node, written):
        written["parameters"] = written.pop("args")

    def FunctionDef(self, node, written):
        written["parameters"] = written.pop("args")
        written["isAsync"] = isinstance(node, ast.AsyncFunctionDef)

    AsyncFunctionDef = FunctionDef

    def For(self, node, written):
        written["isAsync"] = type(node).__name__.startswith("Async")

    AsyncFor = With = AsyncWith = For

    def Try(self, node, written):
        written["isStar"] = isinstance(node, ast.TryStar)

    TryStar = Try

    def comprehension(self, node, written):
        written["isAsync"] = bool(node.is_async)

    def AnnAssign(self, node, written):
        written["simple"] = bool(node.simple)

    def ImportFrom(self, node, written):
        written["module"] = node.module or ""

    def TypeVar(self, node, written):
        written.setdefault("bound", None)

    ParamSpec = TypeVarTuple = TypeVar


def utf16_length(text):
    return len(text.encode("utf-16-le")) // 2


def literal(value):
    """A literal; what JSON has no exact form for is given as text."""
    if value is None:
        return {"type": "none"}
    if value is ...:
        return {"type": "ellipsis"}
    if isinstance(value, bool):
        return {"type": "bool", "value": value}
    if isinstance(value, int):
        return {"type": "int", "value": str(value)}
    if isinstance(value, float):
        return {"type": "float", "value": repr(value)}
    if isinstance(value, complex):
        return {"type": "imaginary", "value": repr(value.imag)}
    if isinstance(value, bytes):
        return {"type": "bytes", "value": list(value)}
    return {"type": "str", "value": value}


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("CPython 3.13 is the measure")
    lines = []
    for source in SOURCES:
        body = Writer(source).write(ast.parse(source).body)
        lines.append(json.dumps({"source": source, "body": body}, ensure_ascii=False))
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trees.json")
    with open(target, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
