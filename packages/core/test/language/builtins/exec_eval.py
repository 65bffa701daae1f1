# eval of expressions
x = 5
print(eval("x + 1"), eval("  x * 2"), eval("[i for i in range(x)]"), eval("(lambda a: a + x)(1)"), eval(b"1 + 1"), eval("x\n"), eval("'a' 'b'"))
# expect: 6 10 [0, 1, 2, 3, 4] 6 2 5 ab
---
# eval with globals and locals
print(eval("a + b", {"a": 1, "b": 2}), eval("a + b", {"a": 1}, {"b": 5}), eval("a", {"a": "g"}, {"a": "l"}))
# expect: 3 6 l
try:
    eval("x", {})
except NameError as e:
    print(e)  # expect: name 'x' is not defined
print(eval("len('abc')", {}), eval("k", {}, {"k": 1}), eval("a", globals={"a": 3}), eval("b", {}, locals={"b": 4}))
# expect: 3 1 3 4
class M(dict):
    def __missing__(self, k): return k * 2
print(eval("q", {}, M()))  # expect: qq
---
# eval without built-ins
try:
    eval("len([])", {"__builtins__": {}})
except NameError as e:
    print(e)  # expect: name 'len' is not defined
print(eval("1 + 1", {"__builtins__": {}}), eval("f(3)", {"__builtins__": {"f": lambda x: x + 1}}))
# expect: 2 4
---
# exec defines names
exec("a = 1\nb = a + 1\ndef f(x): return x + b")
print(a, b, f(5))  # expect: 1 2 7
ns = {}
exec("y = 10\nclass C: z = y", ns)
print(ns["y"], ns["C"].z, "y" in globals(), "__builtins__" in ns)  # expect: 10 10 False True
loc = {}
exec("k = 1", {}, loc)
print(loc, exec("1 + 1"))  # expect: {'k': 1} None
---
# exec inside a function does not make locals
def f():
    x = 1
    exec("x = 2; y = 3")
    try:
        return x, y
    except NameError as e:
        return x, str(e)
print(f())  # expect: (1, "name 'y' is not defined")
def g():
    d = {"x": 1}
    exec("x += 1; y = x", d)
    return d["x"], d["y"]
print(g())  # expect: (2, 2)
---
# compile modes
print(eval(compile("1 + 2", "f", "eval")))  # expect: 3
exec(compile("v = 5; print(v)", "f", "exec"))  # expect: 5
exec(compile("40 + 2", "f", "single"))  # expect: 42
exec(compile("'text'", "f", "single"))  # expect: 'text'
exec(compile("None", "f", "single"))
for args in (("1", "f", "bad"), ("x = 1", "f", "eval"), ("1; 2", "f", "eval"), (5, "f", "exec"), ("a\nb", "f", "single")):
    try:
        compile(*args)
    except (ValueError, SyntaxError, TypeError) as e:
        print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
# expect: ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: SyntaxError invalid syntax
# expect: SyntaxError invalid syntax
# expect: TypeError compile() arg 1 must be a string, bytes or AST object
# expect: SyntaxError multiple statements found while compiling a single statement
---
# syntax errors at run time
for code in ("1 +", "x ==", "(1", "for", "a b", "'abc", "def f(: pass", "if x\n  pass", "return 5", "x = = 1", "5 = x", "break", "f(a=1, 2)", "\tx\n y"):
    try:
        exec(code)
    except SyntaxError as e:
        print(repr(code), "->", type(e).__name__, e.msg, e.lineno, e.offset)
# expect: '1 +' -> SyntaxError invalid syntax 1 4
# expect: 'x ==' -> SyntaxError invalid syntax 1 5
# expect: '(1' -> SyntaxError '(' was never closed 1 1
# expect: 'for' -> SyntaxError invalid syntax 1 4
# expect: 'a b' -> SyntaxError invalid syntax 1 3
# expect: "'abc" -> SyntaxError unterminated string literal (detected at line 1) 1 1
# expect: 'def f(: pass' -> SyntaxError invalid syntax 1 7
# expect: 'if x\n  pass' -> SyntaxError expected ':' 1 5
# expect: 'return 5' -> SyntaxError 'return' outside function 1 1
# expect: 'x = = 1' -> SyntaxError invalid syntax 1 5
# expect: '5 = x' -> SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='? 1 1
# expect: 'break' -> SyntaxError 'break' outside loop 1 1
# expect: 'f(a=1, 2)' -> SyntaxError positional argument follows keyword argument 1 9
# expect: '\tx\n y' -> IndentationError unexpected indent 1 1
---
# eval takes one expression only
for code in ("x = 1", "import sys", "", "   ", "1\n2", "pass", "1 1", "del x"):
    try:
        eval(code)
    except SyntaxError as e:
        print(repr(code), "->", e.msg)
# expect: 'x = 1' -> invalid syntax
# expect: 'import sys' -> invalid syntax
# expect: '' -> invalid syntax
# expect: '   ' -> invalid syntax
# expect: '1\n2' -> invalid syntax
# expect: 'pass' -> invalid syntax
# expect: '1 1' -> invalid syntax
# expect: 'del x' -> invalid syntax
---
# wrong arguments
for f in (lambda: eval(5), lambda: exec(None), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: exec("1", []), lambda: eval(), lambda: eval("\0"), lambda: exec("x", None, 5)):
    try:
        f()
    except (TypeError, SyntaxError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError eval() arg 1 must be a string, bytes or code object
# expect: TypeError exec() arg 1 must be a string, bytes or code object
# expect: TypeError globals must be a dict
# expect: TypeError locals must be a mapping
# expect: TypeError exec() globals must be a dict, not list
# expect: TypeError eval() takes at least 1 positional argument (0 given)
# expect: SyntaxError source code string cannot contain null bytes
# expect: TypeError locals must be a mapping or None, not int
---
# exceptions and functions from executed code
exec("""
def divide(a, b):
    return a / b

class Box:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"Box({self.v})"
""")
print(divide(6, 3), Box(1), divide.__name__, divide.__code__.co_filename, Box.__module__)
# expect: 2.0 Box(1) divide <string> __main__
try:
    exec("divide(1, 0)")
except ZeroDivisionError as e:
    print(e)  # expect: division by zero
---
# executed generators and comprehensions see the namespace
ns = {"n": 3}
exec("g = (i * n for i in range(n))\nl = [n for _ in range(n)]\ndef f(): return n", ns)
print(list(ns["g"]), ns["l"], ns["f"]())  # expect: [0, 3, 6] [3, 3, 3] 3
ns["n"] = 10
print(ns["f"]())  # expect: 10
---
# separate locals are like a class body
ns, loc = {"a": 1}, {}
exec("b = a\ndef f(): return b", ns, loc)
try:
    loc["f"]()
except NameError as e:
    print(e)  # expect: name 'b' is not defined
ns["b"] = "global"
print(loc["f"]())  # expect: global
---
# a sandboxed calculator
import math
names = {k: getattr(math, k) for k in ("sqrt", "floor", "pi")}
def calc(text):
    try:
        return eval(text, {"__builtins__": {}}, names)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
for t in ("sqrt(16) + 1", "floor(2.7)", "open('x')", "1 / 0", "pi > 3", "(1).__class__.__name__"): print(calc(t))
# expect: 5.0
# expect: 2
# expect: NameError: name 'open' is not defined
# expect: ZeroDivisionError: division by zero
# expect: True
# expect: int
---
# exec with a closure tuple
def outer():
    x = 1
    def inner(): return x
    return inner
f = outer()
import types
exec(f.__code__, globals(), closure=f.__closure__)
print(types.FunctionType(f.__code__, {}, "g", None, f.__closure__)())  # expect: 1
---
# __import__ and import inside exec
m = __import__("math")
print(m.floor(2.5), __import__("collections.abc").__name__, __import__("collections.abc", fromlist=["Sized"]).__name__)
# expect: 2 collections collections.abc
ns = {}
exec("import math as m\nfrom math import sqrt", ns)
print(ns["m"].pi > 3, ns["sqrt"](4.0))  # expect: True 2.0
---
# compile with flags and optimize arguments keeps working
c = compile("assert False, 'kept'", "f", "exec", optimize=0)
try:
    exec(c)
except AssertionError as e:
    print(e)  # expect: kept
exec(compile("assert False", "f", "exec", optimize=1))
print("assert removed")  # expect: assert removed
---
# annotations of code whose locals are any object with items
class Names:
    def __init__(self): self.held = {}
    def __getitem__(self, name): return self.held[name]
    def __setitem__(self, name, value):
        print("set", name)
        self.held[name] = value
names = Names()
exec("a: int = 1\nb: str", {}, names)
# expect: set __annotations__
# expect: set a
print(names.held["__annotations__"])  # expect: {'a': <class 'int'>, 'b': <class 'str'>}
class Loud:
    def __setitem__(self, name, value): print(name, value)
exec("c: int; (d): float = 1.5", {"__annotations__": Loud()})  # expect: c <class 'int'>
---
# bytes are source in the encoding that one of their first two lines declares, else in UTF-8
exec(b"# -*- coding: latin-1 -*-\nprint('caf\xe9')")  # expect: café
exec(b"#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\nprint('\xd4\xc5\xd3\xd4')")  # expect: тест
exec(bytearray(b"# coding: cp1252\nprint('5 \x80')"))  # expect: 5 €
exec(memoryview(b"\xef\xbb\xbfprint('\xc3\xa9t\xc3\xa9')"))  # expect: été
print(eval(b"  \t'\xc3\xa9'"), eval("  \t'tab'"))  # expect: é tab
exec(compile(b"# coding: utf-8\nprint('\xce\xb1')", "<greek>", "exec"))  # expect: α
exec("# coding: ascii\nprint('text is text: \xe9')")  # expect: text is text: é
---
# bytes that are not in the encoding which they declare, or declare none that there is
def refused(source):
    try: compile(source, "<bytes>", "exec")
    except SyntaxError as error: print(error, error.args[1:], error.lineno, error.offset, error.end_lineno)
refused(b"# coding: klingon\npass")
# expect: unknown encoding: klingon (<bytes>, line 0) (('<bytes>', 0, -1, None),) 0 -1 None
refused(b"# coding: rot13\npass")
# expect: 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs (<bytes>, line 0) (('<bytes>', 0, -1, None),) 0 -1 None
refused(b"# coding: ascii\nname = '\xe9'")
# expect: 'ascii' codec can't decode byte 0xe9 in position 24: ordinal not in range(128) (<bytes>, line 0) (('<bytes>', 0, -1, None),) 0 -1 None
refused(b"# coding: cp1252\nname = '\x81'")
# expect: 'charmap' codec can't decode byte 0x81 in position 25: character maps to <undefined> (<bytes>, line 0) (('<bytes>', 0, -1, None),) 0 -1 None
refused(b"\xef\xbb\xbf# coding: latin-1\npass")
# expect: encoding problem: iso-8859-1 with BOM (<bytes>, line 0) (('<bytes>', 0, -1, None),) 0 -1 None
refused(b"name = 'a\0b'")  # expect: source code string cannot contain null bytes () None None None
refused(b"# coding: latin-1\nprint('\xe9'")
# expect: '(' was never closed (<bytes>, line 2) (('<bytes>', 2, 6, "print('é'\n", 2, 0),) 2 6 2
---
# globals of a class derived from dict are asked as the class says, at the top of the code
class Watched(dict):
    def __getitem__(self, name):
        print("get", name)
        return super().__getitem__(name)
    def __setitem__(self, name, value):
        print("set", name)
        super().__setitem__(name, value)
    def __delitem__(self, name):
        print("del", name)
        super().__delitem__(name)
space = Watched(a=1)
exec("b = a\nc = b\ndel c\nglobal g\ng = 3", space)
# expect: get a
# expect: set b
# expect: get b
# expect: set c
# expect: del c
print(sorted(space.keys() - {"__builtins__"}))  # expect: ['a', 'b', 'g']
class Free(dict):
    def __missing__(self, name): return name.upper()
print(eval("x + y", Free(x="1")))  # expect: 1Y
---
# names in a namespace that is any mapping
class Sheet:
    def __getitem__(self, name):
        if name == "a": return 1
        raise KeyError(name)
    def keys(self): return ["z", "b"]
print(eval("a", {}, Sheet()), eval("dir()", {}, Sheet()), eval("type(vars())", {}, Sheet()).__name__)
# expect: 1 ['b', 'z'] Sheet
class Bare:
    def __getitem__(self, name): raise KeyError(name)
try: eval("dir()", {}, Bare())
except AttributeError as e: print(e)  # expect: 'Bare' object has no attribute 'keys'
---
# source in bytes: any bytes-like object, in the encoding that its first lines tell
print(eval(b" 1 + 1"), eval(bytearray(b"\t2")), eval(memoryview(b"3")))  # expect: 2 2 3
space = {}
exec(b"# -*- coding: latin-1 -*-\nname = '\xe9'", space)
exec(b"\xef\xbb\xbfother = '\xc3\xa9'", space)
print(space["name"], space["other"])  # expect: é é
print(compile(memoryview(b"1"), "f.py", "eval").co_filename, compile("1", b"g.py", "eval").co_filename)
# expect: f.py g.py
for source in (b"\xff", b"'\xe9'", b"# coding: latin\n'\xe9' +", b"a\0b", "a\0b"):
    try: eval(source)
    except SyntaxError as e: print(type(e).__name__)
# expect: SyntaxError
# expect: SyntaxError
# expect: SyntaxError
# expect: SyntaxError
# expect: SyntaxError
---
# globals that know more names than they hold
class Known(dict):
    def __missing__(self, name):
        if name.startswith("k_"): return name.upper()
        raise KeyError(name)
exec("print(k_one, len('ab'))\ndef f(): return k_two\nprint(f())", Known())
# expect: K_ONE 2
# expect: K_TWO
try:
    eval("other", Known())
except NameError as e:
    print(e)  # expect: name 'other' is not defined
---
# __builtins__ is a dict in imported modules and in the globals of exec
import builtins, json, types
print(json.__builtins__ is builtins.__dict__)  # expect: True
names = {}
exec("x = 1", names)
print(list(names), names["__builtins__"] is builtins.__dict__, types.FunctionType((lambda: 1).__code__, {}).__builtins__ is builtins.__dict__)
# expect: ['__builtins__', 'x'] True True
---
# code sees the built-ins that its globals name, whatever mapping they are
import builtins, types
class Shouting(dict):
    def __missing__(self, key):
        return key.upper()
class Polite(dict):
    def __getitem__(self, key):
        return print if key == "print" else f"no {key}, sorry"
module = types.ModuleType("module")
module.print, module.word = print, "of a module"
for own in (
    {},
    {"print": print},
    {"print": print, "word": "of a dict"},
    Shouting(print=print),
    Polite(),
    module,
    types.MappingProxyType({"print": print}),
    None,
    5,
    builtins,
):
    for source in ("print(word)", "def f(): print(word)\nf()"):
        try:
            exec(source, {"__builtins__": own})
        except (NameError, TypeError) as e:
            print(type(e).__name__, e)
# expect: NameError name 'print' is not defined
# expect: NameError name 'print' is not defined
# expect: NameError name 'word' is not defined
# expect: NameError name 'word' is not defined
# expect: of a dict
# expect: of a dict
# expect: WORD
# expect: WORD
# expect: no word, sorry
# expect: no word, sorry
# expect: of a module
# expect: of a module
# expect: NameError name 'word' is not defined
# expect: NameError name 'word' is not defined
# expect: TypeError 'NoneType' object is not subscriptable
# expect: TypeError 'NoneType' object is not subscriptable
# expect: TypeError 'int' object is not subscriptable
# expect: TypeError 'int' object is not subscriptable
# expect: NameError name 'word' is not defined
# expect: NameError name 'word' is not defined
for source in ("class A: pass", "import sys", "from sys import path", "lambda: 1", "type X = int"):
    try:
        exec(source, {"__builtins__": {}})
        print("runs:", source)
    except (NameError, ImportError) as e:
        print(type(e).__name__, e)
# expect: NameError __build_class__ not found
# expect: ImportError __import__ not found
# expect: ImportError __import__ not found
# expect: runs: lambda: 1
# expect: runs: type X = int
---
# what compile, eval and exec say of a source that is no program
def attempt(action):
    try:
        action()
        print("fine")
    except SyntaxError as e:
        print(type(e).__name__, e.args)
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
for source in ("", "# note", "\n", "a = 1\nb = 2\n", "1\n# note\n2", "if 1: pass\nx", "def f():\n  pass\nf()", "if 1: pass", "if 1: pass\n", "a; b", "x\n\n"):
    attempt(lambda: compile(source, "entry", "single"))
# expect: SyntaxError ('invalid syntax', ('entry', 0, 0, '', 0, 0))
# expect: SyntaxError ('invalid syntax', ('entry', 1, 0, '# note', 1, 0))
# expect: SyntaxError ('invalid syntax', ('entry', 1, 0, '\n', 1, 0))
# expect: SyntaxError ('multiple statements found while compiling a single statement', ('entry', 1, 6, 'a = 1\n', 1, 7))
# expect: SyntaxError ('multiple statements found while compiling a single statement', ('entry', 1, 2, '1\n', 1, 3))
# expect: SyntaxError ('invalid syntax', ('entry', 2, 1, 'x', 2, 2))
# expect: SyntaxError ('invalid syntax', ('entry', 3, 1, 'f()', 3, 2))
# expect: SyntaxError ('invalid syntax', ('entry', 1, 0, 'if 1: pass', 1, 0))
# expect: fine
# expect: fine
# expect: fine
for source in ("", "  ", "1 +", "1 2", "x = 1", "(", "1\n2", b"\xff"):
    attempt(lambda: eval(source))
# expect: SyntaxError ('invalid syntax', ('<string>', 0, 0, '', 0, 0))
# expect: SyntaxError ('invalid syntax', ('<string>', 0, 0, '', 0, 0))
# expect: SyntaxError ('invalid syntax', ('<string>', 1, 0, '1 +', 1, 0))
# expect: SyntaxError ('invalid syntax', ('<string>', 1, 3, '1 2', 1, 4))
# expect: SyntaxError ('invalid syntax', ('<string>', 1, 3, 'x = 1', 1, 4))
# expect: SyntaxError ("'(' was never closed", ('<string>', 1, 1, '(', 1, 0))
# expect: SyntaxError ('invalid syntax', ('<string>', 2, 1, '2', 2, 2))
# expect: SyntaxError ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<string>', 1, 1, '�', 1, -1))
for source in (b"\xff", b"x = '\xff'", b"x = 1\ny = '\xc3\xa9' + n\xff!\n", "x = '\ud800'", "\0", 5):
    attempt(lambda: compile(source, "entry", "exec"))
# expect: SyntaxError ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('entry', 1, 1, '�\n', 1, -1))
# expect: SyntaxError ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('entry', 1, 5, "x = '�'\n", 1, 6))
# expect: SyntaxError ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte", ('entry', 2, 12, "y = 'é' + n�!\n", 2, -1))
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 5: surrogates not allowed
# expect: SyntaxError ('source code string cannot contain null bytes',)
# expect: TypeError compile() arg 1 must be a string, bytes or AST object
for flags in (1, -1, 2**70, "x", 1.5):
    attempt(lambda: compile("1", "entry", "exec", flags))
# expect: ValueError compile(): unrecognised flags
# expect: ValueError compile(): unrecognised flags
# expect: OverflowError Python int too large to convert to C int
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
for optimize in (-2, 3, None):
    attempt(lambda: compile("1", "entry", "exec", optimize=optimize))
# expect: ValueError compile(): invalid optimize value
# expect: ValueError compile(): invalid optimize value
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
for filename in (5, b"entry", bytearray(b"entry"), "en\0try"):
    attempt(lambda: compile("1", filename, "exec"))
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: fine
# expect: TypeError expected str, bytes or os.PathLike object, not bytearray
# expect: ValueError embedded null character
for mode in (5, "other"):
    attempt(lambda: compile("1", "entry", mode))
# expect: TypeError compile() argument 'mode' must be str, not int
# expect: ValueError compile() mode must be 'exec', 'eval' or 'single'
