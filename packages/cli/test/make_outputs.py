"""Writes outputs.json: what CPython 3.13 prints for each case below, and how it exits. Run by hand, never by the tests.

    python3.13 make_outputs.py

Each case is run in a folder of its own, whose path stands as FOLDER in the results.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = []


def case(name, main=None, *, args=None, input="", **files):
    """`main` is the text of main.py, run as `python main.py` unless `args` says otherwise."""
    texts = {re.sub(r"(?<!_)__(?=[a-z])|__(?=__init__$)", "/", key) + ".py": text.lstrip("\n") for key, text in files.items()}
    if main is not None:
        texts["main.py"] = main.lstrip("\n")
    CASES.append({"name": name, "files": texts, "args": args or ["main.py"], "input": input})


case("arguments and names", """
import sys
print(sys.argv, sys.path[0], __name__, __file__, __package__, __doc__)
""", args=["main.py", "one", "-c", "--two=3", ""])
case("a script in another folder", """
import sub.helper
""", args=["sub/script.py"], sub__script="import sys, helper\nprint(sys.argv, sys.path[0], __file__, helper.__file__)\nhelper.fail()\n",
     sub__helper="def fail():\n    raise ValueError('from the helper')\n")
case("modules and packages beside the script", """
import tools
from package import part
from package.part import name as other
print(tools.VALUE, part.name, other, package.__path__ if 'package' in dir() else 'not bound', part.__package__)
""", tools="VALUE = 5", package____init__="print('package runs')", package__part="from . import deep\nname = deep.NAME", package__deep="NAME = __name__")
case("a folder without __init__.py is a package", """
import game.rules.dice as dice, game
from game import names
from game.rules import dice as same
print(dice.roll(), names.ALL, same is dice, game.rules.dice is dice, game.__name__, hasattr(game, '__file__'), dice.__package__)
print(list(game.__path__))
try:
    import game.missing
except ModuleNotFoundError as error:
    print(error)
""", game__names="from .rules import dice\nALL = [dice.__name__]", game__rules__dice="def roll():\n    return 4")
case("code on the command line", args=["-c", "import sys; print(sys.argv, repr(sys.path[0]), __name__)", "a", "-b"])
case("a script on standard input", args=["-", "x"], input="import sys\nprint(sys.argv, repr(sys.path[0]), __name__)\n")
case("an exception in code on the command line", args=["-c", "def f():\n    return 1 / 0\nf()"])
case("an exception on standard input", args=["-"], input="def f():\n    return 1 / 0\nf()\n")
case("a syntax error on the command line", args=["-c", "print(1"])
case("a syntax error on standard input", args=["-"], input="x = = 1\n")
case("a block without a body at the end of a script", "def f():\n    if True:\n")
case("a comment for a body at the end of a script", "class A:\n    # later")
case("a try without an except at the end of a script", "try:\n    1 / 0\n\n")
case("a backslash at the end of a script", "x = 1 + \\")
case("a bracket open at the end of a script", "x = [1,\n     2")
case("a block without a body on standard input", args=["-"], input="if True:")
case("a block without a body on the command line", args=["-c", "if True:"])
case("a block without a body in an imported module", "import other", other="while True:\n")
case("the source of a function with a string that begins at the margin", """
import inspect

def query(table):
    '''Rows.

at the margin
    '''
    return f'''
select * from {table}
''' + "# no comment"

print(inspect.getsource(query))
print(inspect.getmodule(query.__code__))
""")
case("nested calls", """
def outer(values):
    return [inner(value) for value in values]

def inner(value):
    return 10 / value + (
        value
    )

class Thing:
    def method(self):
        return outer([2, 1, 0])

print("before")
Thing().method()
""")
case("carets", """
import sys, traceback
data = {"a": [1, 2, 3], "é": None}
def attempt(f):
    try:
        f()
    except Exception:
        traceback.print_exc()
attempt(lambda: data["a"][7])
attempt(lambda: data["é"]["x"] + 1)
attempt(lambda: (1 + data["a"][0]) * "x" + data)
attempt(lambda: data.missing.deeper)
attempt(lambda: len(data, 1, 2))
attempt(lambda: [x for x in 5])
attempt(lambda: f"{data['nope']:>10}")
def long():
    return (1 +
            2 +
            undefined_name)
attempt(long)
def call():
    print("a",
          int("x"),
          "b")
attempt(call)
def unpack():
    a, b = 1, 2, 3
attempt(unpack)
def store():
    (1)[0] = 5
attempt(store)
def delete():
    del data["zz"]
attempt(delete)
def assertion():
    assert data == {}, "not empty"
attempt(assertion)
def loop():
    for a, b in [(1, 2), 3]: pass
attempt(loop)
def compare():
    return 1 < "x" < 2
attempt(compare)
def semicolon():
    x = 1; y = x + None; z = 2
attempt(semicolon)
def wide():
    return "日本語", "日本語" + 1
attempt(wide)
def starred(): print(*None)
attempt(starred)
def with_statement():
    with 5 as x: pass
attempt(with_statement)
def importing():
    from sys import nothing
attempt(importing)
def raising(): raise ValueError("multi\\nline") from None
attempt(raising)
\tif_tab = 1
""".replace("\tif_tab = 1\n", ""))
case("chained exceptions", """
class Custom(Exception):
    pass

def low():
    return {}["key"]

def middle():
    try:
        low()
    except KeyError as error:
        raise Custom("explained") from error

def high():
    try:
        middle()
    except Custom:
        raise RuntimeError("while handling")

high()
""")
case("notes", """
error = ValueError("bad")
error.add_note("first note")
error.add_note("second\\nnote")
raise error
""")
case("an exception group", """
def fail(n):
    raise ValueError(n)

errors = []
for n in range(3):
    try:
        fail(n)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup("three", [*errors[:2], ExceptionGroup("inner", [errors[2], TypeError("t")])])
""")
case("endless recursion", """
def down(n):
    return down(n + 1)

down(0)
""")
case("mutual recursion", """
def even(n):
    if n > 40: raise KeyError(n)
    return odd(n + 1)

def odd(n):
    return even(n + 1)

even(0)
""")
case("suggestions", """
import collections
value = 3
try:
    valeu
except NameError as error:
    import traceback
    traceback.print_exc()
try:
    collections.OrderedDic
except AttributeError as error:
    traceback.print_exc()
try:
    from sys import exit_
except ImportError as error:
    traceback.print_exc()
class A:
    def method(self):
        return colour
    def other(self):
        self.mehtod()
    colour = 1
A().other()
""")
case("a syntax error in the script", """
print("not printed")
def f(:
    pass
""")
case("an indentation error", """
if True:
print(1)
""")
case("a syntax error in a module", """
print("first")
import broken
""", broken="x = (1,\ny = 2\n")
case("an error while a module is imported", """
import first
""", first="import second\n", second="def f():\n    raise OSError(2, 'gone')\nf()\n")
case("a missing module", "import nowhere.deeper\n")
case("an exception in a class body", """
class A:
    x = 1
    class B:
        y = x
""")
case("an exception in a generator", """
def numbers():
    yield 1
    yield 1 // 0

def total():
    return sum(numbers())

print(total())
""")
case("an exception in exec", """
exec("a = 1\\nb = a / 0\\n")
""")
case("an exception whose message fails", """
class Odd(Exception):
    def __str__(self):
        raise ValueError("no")

raise Odd
""")
case("an exception without a message", "raise KeyError\n")
case("an exception of a nested class", """
def make():
    class Local(Exception):
        pass
    return Local

raise make()("local")
""")
case("an exception in finally", """
try:
    1 / 0
finally:
    print("finally")
    [].pop()
""")
case("tabs in the source", "def f():\n\tif True:\n\t\treturn\t1 / 0\nf()\n")
case("an exception in a decorator and a default", """
def decorate(f):
    raise TypeError("no decoration")

@decorate
def g(x=1,
      y=2):
    pass
""")
case("prints before and after", """
import sys
print("out 1")
print("err 1", file=sys.stderr)
sys.stdout.write("no newline")
sys.stderr.write("also none")
""")
case("unicode", """
print("é日本😀\\x00\\u200b")
print(ascii("é日本😀"), "\\ttab")
raise Exception("é日本😀")
""")
case("input", """
name = input()
print("hello", name)
print([input(), input()])
input()
""", input="world\nsecond é\nlast")
case("input with prompts", """
print(input("name? ").upper())
print(repr(input("> ")))
""", input="a\n\n")
case("lines of standard input", """
import sys
for line in sys.stdin:
    print(repr(line))
""", input="one\ntwo\n\nthree\n")
case("callbacks at exit", """
import atexit
class Fail:
    def __call__(self, n): return [][n]
    def __repr__(self): return "Fail()"
def last(*args, **kwargs):
    print("last", args, kwargs)
atexit.register(last, 1, x=2)
atexit.register(Fail(), 5)
@atexit.register
def taken_back():
    print("never")
atexit.register(int, "x")
atexit.unregister(taken_back)
atexit.register(print, "first")
print("main ends")
""")
case("callbacks at exit that take longer than a VM gives them by default", """
import atexit, time
atexit.register(print, "after it")
atexit.register(time.sleep, 1.1)
""")
case("callbacks after an exit with a status", "import atexit, sys\natexit.register(sys.exit, 7)\natexit.register(print, 'called')\nsys.exit(3)\n")
case("callbacks after an error", "import atexit\natexit.register(print, 'called')\n1 / 0\n")
case("exit without a status", "import sys\nprint('a')\nsys.exit()\n")
case("exit with a status", "import sys\nsys.exit(3)\n")
case("exit with zero", "import sys\nsys.exit(0)\n")
case("exit with true", "import sys\nsys.exit(True)\n")
case("exit with a large status", "import sys\nsys.exit(256 + 7)\n")
case("exit with a negative status", "import sys\nsys.exit(-1)\n")
case("exit with a message", "import sys\nprint('out')\nsys.exit('the é message')\n")
case("exit with a list", "import sys\nsys.exit(['a', 1])\n")
case("exit with several values", "raise SystemExit(1, 2)\n")
case("exit with a float", "import sys\nsys.exit(2.5)\n")
case("exit with None", "raise SystemExit(None)\n")
case("exit through finally", """
import sys
def f():
    try:
        sys.exit(4)
    finally:
        print("cleaned up")
f()
""")
case("an exit that is caught", """
import sys
try:
    sys.exit("never")
except SystemExit as error:
    print(repr(error), error.code)
""")
case("a subclass of SystemExit", """
class Stop(SystemExit):
    pass
raise Stop(9)
""")
case("a keyboard interrupt that is raised", """
def f():
    raise KeyboardInterrupt
f()
""")
case("a hook for what nobody caught", """
import atexit, sys

def hook(kind, error, traceback):
    print("hook:", kind.__name__, error, traceback.tb_lineno, sys.exc_info())
    print(sys.last_exc is error, sys.last_type is kind, sys.last_value is error, sys.last_traceback is traceback)

sys.excepthook = hook
atexit.register(lambda: print("at exit:", repr(sys.last_exc)))

def f():
    raise ValueError("x")
f()
""")
case("a hook that fails", """
import sys

def hook(kind, error, traceback):
    raise KeyError("in the hook")

sys.excepthook = hook
[][1]
""")
case("a hook that raises what it is told of", """
import sys

def hook(kind, error, traceback):
    try:
        raise error
    finally:
        sys.stderr.write("hook ends\\n")

sys.excepthook = hook
[][1]
""")
case("a hook that is None", "import sys\nsys.excepthook = None\n1 / 0\n")
case("a hook that is deleted", "import sys\ndel sys.excepthook\n1 / 0\n")
case("a hook that exits", """
import atexit, sys
atexit.register(print, "at exit")
sys.excepthook = lambda *args: sys.exit(7)
1 / 0
""")
case("a hook that exits with a message", """
import sys
sys.excepthook = lambda *args: sys.exit("from the hook")
raise KeyboardInterrupt
""")
case("a hook for a keyboard interrupt", """
import sys
sys.excepthook = lambda kind, *rest: print("hook", kind)
raise KeyboardInterrupt
""")
case("a subclass of KeyboardInterrupt", """
class Halt(KeyboardInterrupt):
    pass
raise Halt
""")
case("a hook is not for an exit", "import sys\nsys.excepthook = print\nsys.exit(3)\n")
case("a hook with the built-in one in it, and a stderr of the script's own", """
import io, sys

def hook(*told):
    sys.__excepthook__(*told)
    print(sys.stderr.getvalue().replace("Traceback", "TRACEBACK"), end="")

sys.stderr = io.StringIO()
sys.excepthook = hook
1 / 0
""")
case("a hook that waits", """
import sys, time

def hook(kind, error, traceback):
    time.sleep(0.01)
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    print(error, traceback.tb_frame.f_code.co_name)

def deep(n):
    return deep(n - 1) if n else [].pop()

sys.excepthook = hook
deep(3)
""")
case("a hook for what a module raises", """
import sys
sys.excepthook = lambda kind, error, traceback: print(kind.__name__, error.name)
import broken
""", broken="import nowhere\n")
case("hooks for errors at exit", """
import atexit, sys

def late():
    raise ValueError("late")

atexit.register(late)
sys.excepthook = lambda kind, *rest: print("nobody caught", kind)
sys.unraisablehook = lambda told: print("nobody can catch", told.exc_type, repr(sys.last_exc))
1 / 0
""")
case("no stderr", "import sys\nsys.stderr = None\n1 / 0\n")
case("an exit with a message without stderr", "import sys\nsys.stderr = None\nsys.exit('still told')\n")
case("the text of an exception is asked for once", """
class Loud(Exception):
    def __str__(self):
        print("asked")
        return "loud"
raise Loud
""")
case("a stdout of the script's own is flushed", """
import sys

class Slow:
    def __init__(self, stream):
        self.stream, self.parts = stream, []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.stream.write("".join(self.parts))
        self.parts.clear()

sys.stdout = Slow(sys.stdout)
print("late")
""")
case("exit with an int of a class of its own", "import sys\nclass Status(int): pass\nsys.exit(Status(5))\n")
case("exit with bytes", "import sys\nsys.exit(b'bytes')\n")
case("exit with an empty message", "import sys\nsys.exit('')\n")
case("exit with an exception", "raise SystemExit(ValueError('value'))\n")
case("exit with two arguments", "import sys\nsys.exit(1, 2)\n")
case("exit with 64 bits", "import sys\nsys.exit(2**62 + 9)\n")
case("the code of an exit is changed", """
try:
    raise SystemExit(1)
except SystemExit as error:
    error.code = "changed"
    raise
""")
case("an exit whose code is a property", """
class Stop(SystemExit):
    @property
    def code(self):
        return 300
raise Stop(9)
""")
case("an exit whose code fails", """
class Stop(SystemExit):
    @property
    def code(self):
        raise ValueError("no code")
    def __str__(self):
        return "the exit itself"
raise Stop(9)
""")
case("top-level await", "async def f(): pass\nawait f()\n")
case("a script with a byte order mark and an encoding", "\ufeff# -*- coding: utf-8 -*-\nprint('é')\n")
case("a traceback limit of 0", "import sys\nsys.tracebacklimit = 0\ntry: 1/0\nexcept Exception: raise ExceptionGroup('group', [ValueError(1)])\n")
case("surrogates on stderr", "import sys\nprint('half \\ud800 é 😀', file=sys.stderr)\nraise ValueError('\\udfff')\n")
case("a long running loop", "total = 0\nfor n in range(300000): total += n\nprint(total)\n")
case("sleeping", "import time\nt = time.monotonic()\ntime.sleep(0.02)\nprint(time.monotonic() - t >= 0.02)\n")


def run(entry):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        for path, text in entry["files"].items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, *entry["args"]]
        done = subprocess.run(command, cwd=folder, input=entry["input"].encode(), capture_output=True, env=environment)
        expected = {
            "stdout": done.stdout.decode().replace(folder, "FOLDER"),
            "stderr": done.stderr.decode().replace(folder, "FOLDER"),
            "status": done.returncode if done.returncode >= 0 else 128 - done.returncode,
        }
        return {**entry, "expected": expected}


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 13), "needs CPython 3.13"
    results = [run(entry) for entry in CASES]
    text = json.dumps(results, indent=1, ensure_ascii=False)
    Path(__file__).with_name("outputs.json").write_text(text + "\n", encoding="utf-8")
