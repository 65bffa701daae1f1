"""Writes imports.json: what CPython 3.13 prints for each script below, with the modules given. Run by hand.

    python3.13 make_imports.py

The modules stand in a folder, whose path stands as FOLDER in the results; a traceback is given as its last line.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = []


def case(name, main, **files):
    """Keys of files: `a__b` is a/b.py; `a` with a text that begins with `# package` is a/__init__.py."""
    texts = {}
    for key, text in files.items():
        path = key.replace("__", "/")
        texts[path + ("/__init__.py" if text.lstrip().startswith("# package") else ".py")] = text.lstrip("\n")
    CASES.append({"name": name, "main": main.lstrip("\n"), "files": texts})


case("a module", """
import a
import a as b
from a import x, y as z
print(a.x, b is a, x, z, a.__name__, repr(a.__package__), a.__file__, hasattr(a, "__path__"), a.__doc__)
print(a)
""", a='"""Doc."""\nx = 1\ny = 2\nprint("a runs", __name__)')
case("a module runs once", "import a\nimport a\nfrom a import x\nimport a as again\nprint(a.x)", a="print('runs')\nx = 1")
case("a package and its submodules", """
import p.q.r
print(p.__name__, repr(p.__package__), p.__path__, p.__file__)
print(p.q.__name__, repr(p.q.__package__), p.q.r.__name__, repr(p.q.r.__package__), p.q.r.x)
import p.q as alias
print(alias is p.q)
import p.q.r as deep
print(deep.x)
from p import q
from p.q import r
from p.q.r import x
print(q is p.q, r is deep, x)
print(p)
""", p="# package\nprint('p')", p__q="# package\nprint('q')", p__q__r="print('r')\nx = 5")
case("a submodule is not there before its import", """
import p
try:
    p.s
except AttributeError as error:
    print(error)
import p.s
print(p.s.x)
""", p="# package", p__s="x = 1")
case("from a package imports submodules, attributes first", """
from p import s, t, own
print(s.__name__, t, own)
""", p="# package\nown = 3\nt = 't of p'", p__s="print('s')", p__t="print('never')")
case("relative imports", """
import p.q.r
print(p.q.r.found)
""", p="# package\nname = 'p'", p__sibling="x = 'sibling of q'", p__q="# package\nname = 'q'", p__q__near="y = 'near'",
     p__q__r="""
from . import near, name as own
from .near import y
from .. import sibling, name
from ..sibling import x
from ..q import near as same
from ...p import name as top
""".replace("from ...p import name as top\n", "") + "found = (near.y, own, y, sibling.x, name, x, same is near)")
case("relative imports that go too far", """
try:
    import p.far
except ImportError as error:
    print(type(error).__name__, error)
try:
    from . import anything
except ImportError as error:
    print(type(error).__name__, error)
try:
    from .a import b
except ImportError as error:
    print(type(error).__name__, error)
import a
""", p="# package", p__far="from ... import x", a="try:\n    from . import z\nexcept ImportError as error:\n    print(error)")
case("a star import", """
from a import *
print(sorted(name for name in globals() if not name.startswith("__")))
""", a="x = 1\n_y = 2\nimport sys\ndef f(): pass")
case("a star import with __all__", """
from a import *
print(x, _y)
try:
    z
except NameError as error:
    print(error)
from p import *
print(s.v)
""", a="__all__ = ['x', '_y']\nx = 1\n_y = 2\nz = 3", p="# package\n__all__ = ['s']", p__s="v = 9")
case("a star import with a wrong __all__", """
for name in ("a", "b", "p"):
    try:
        exec(f"from {name} import *")
    except Exception as error:
        print(type(error).__name__, error)
""", a="__all__ = ['missing']", b="__all__ = [1]", p="# package\n__all__ = ['nowhere']")
case("a missing module", """
import sys
for text in ("import nowhere", "import nowhere.deep", "import p.nowhere", "import p.nowhere.deep", "import a.b", "import a.b.c",
             "from nowhere import x", "from p import nowhere", "from a import nowhere", "from p.nowhere import x", "from a.b import c"):
    try:
        exec(text)
    except ImportError as error:
        print(text, "->", type(error).__name__, error, error.name, error.path and error.path.split("/")[-1], error.name_from)
print(sorted(name for name in sys.modules if name[:1] in "pan" and name[1:2] in ("", ".")))
""", p="# package", a="x = 1")
case("a circular import", """
import a
print(a.b.a is a, a.x, a.b.y)
""", a="import b\nx = 1", b="import a\ny = 2\nprint(hasattr(a, 'x'))")
case("a circular import of names", """
try:
    import a
except ImportError as error:
    print(type(error).__name__, error, error.name)
import sys
print("a" in sys.modules, "b" in sys.modules)
""", a="from b import y\nx = 1", b="from a import x\ny = 2")
case("a circular import of an attribute", """
try:
    import p.a
except AttributeError as error:
    print(type(error).__name__, error)
""", p="# package", p__a="import p.b\nx = 1", p__b="import sys\ny = sys.modules['p.a'].x")
case("circular submodules", """
import p.a
print(p.a.b is p.b, p.b.a is p.a)
""", p="# package", p__a="from . import b", p__b="import p.a\nfrom p import a")
case("circular submodules that need names", """
try:
    import p.a
except ImportError as error:
    print(error)
try:
    import p.c
except AttributeError as error:
    print(error)
""", p="# package", p__a="from .b import y\nx = 1", p__b="from .a import x\ny = 1", p__c="import p.d\nx = 1", p__d="import p.c\ny = p.c.x")
case("a module that fails is not kept", """
import sys
for turn in range(2):
    try:
        import a
    except ZeroDivisionError as error:
        print(error, "a" in sys.modules, "b" in sys.modules)
try:
    import p.bad
except KeyError as error:
    print(error, "p" in sys.modules, "p.bad" in sys.modules, hasattr(sys.modules["p"], "bad"))
try:
    import q
except ValueError:
    print("q" in sys.modules, "q.s" in sys.modules)
""", a="print('a begins')\nimport b\n1 / 0", b="print('b')", p="# package", p__bad="raise KeyError('k')", q="# package\nimport q.s\nraise ValueError", q__s="")
case("a module with a syntax error", """
import sys
try:
    import a
except SyntaxError as error:
    print(error.msg, error.lineno, error.filename, "a" in sys.modules)
""", a="x = 1\nx = = 2\n")
case("a module again after its deletion", """
import sys
import a
first = a
del sys.modules["a"]
import a
print(a is first, a.box is first.box)
from sys import modules
modules["b"] = a
import b
print(b is a)
""", a="print('runs')\nbox = []")
case("None in sys.modules", """
import sys
sys.modules["a"] = None
try:
    import a
except ImportError as error:
    print(type(error).__name__, error, error.name)
""", a="print('never')")
case("anything in sys.modules", """
import sys
class Fake:
    x = 5
sys.modules["fake"] = Fake
import fake
from fake import x
print(fake is Fake, x)
try:
    from fake import y
except ImportError as error:
    print(error)
sys.modules["a.b"] = Fake
import a
try:
    a.b
except AttributeError as error:
    print(error)
import a.b as c
print(c)
""".replace("import a.b as c\nprint(c)\n", ""), a="")
case("a module that replaces itself", """
import a
print(a.x, type(a).__name__)
from a import x
""", a="import sys\nclass Other:\n    x = 'other'\nsys.modules[__name__] = Other()")
case("a package whose submodule is also an attribute", """
import p
print(p.s)
import p.s
print(p.s)
from p import s
print(s.__name__)
""", p="# package\ns = 'attribute'", p__s="")
case("__getattr__ of a module", """
import a
print(a.x, a.anything)
from a import other
print(other)
try:
    from a import no
except ImportError as error:
    print(error)
""", a="x = 1\ndef __getattr__(name):\n    if name == 'no': raise AttributeError(name)\n    return 'made ' + name")
case("__import__", """
import builtins
p = __import__("p.s")
print(p.__name__)
s = __import__("p.s", fromlist=["x"])
print(s.__name__, s.x)
print(__import__("p", globals(), locals(), ["s"], 0).s.x)
for args in (("",), (5,), ("p", None, None, (), -1), ("p", None, None, (), 1)):
    try:
        __import__(*args)
    except Exception as error:
        print(type(error).__name__, error)
original = builtins.__import__
def spy(name, globals=None, locals=None, fromlist=(), level=0):
    if not name.startswith("_"): print("spy", name, fromlist, level, globals["__name__"])
    return original(name, globals, locals, fromlist, level)
builtins.__import__ = spy
import p.s
import p.s as t
from p import s
from a import *
builtins.__import__ = lambda *args: "anything"
import nothing_at_all
print(nothing_at_all)
builtins.__import__ = original
import a
del builtins.__import__
try:
    import b
except ImportError as error:
    print(error)
""", p="# package", p__s="x = 1", a="v = 1", b="")
case("imports in functions and classes", """
def f():
    import a
    from p import s
    return a.x, s.__name__
class C:
    import a
    from a import x as y
print(f(), C.a.x, C.y, "a" in globals())
def g():
    global a
    import a
g()
print(a.x)
""", a="x = 1", p="# package", p__s="")
case("__main__", """
import __main__
print(__main__.__name__, __main__.x if hasattr(__main__, "x") else "not yet")
x = 1
import a
print(a.seen)
""", a="import __main__\nseen = __main__.x")
case("a module changed by another", """
import a, b
print(a.x, b.show())
a.x = 3
print(b.show())
del a.x
try:
    b.show()
except AttributeError as error:
    print(error)
""", a="x = 1", b="import a\na.x = 2\ndef show(): return a.x")
case("sys.path decides", """
import sys
saved = sys.path[:]
sys.path[:] = []
try:
    import a
except ImportError as error:
    print(error)
sys.path[:] = saved
sys.path.append(sys.path[0] + "/more")
import a, inside
print(a.x, inside.x)
""", a="x = 1", more__inside="x = 'inside'")
case("__path__ decides", """
import p
p.__path__.append(p.__path__[0] + "/extra")
import p.far
print(p.far.x)
p.__path__ = []
try:
    import p.near
except ImportError as error:
    print(error)
""", p="# package", p__extra__far="x = 'far'", p__near="")
case("an import that fails inside of a function of a module", """
import a
try:
    a.load()
except ImportError as error:
    print(error, error.name)
""", a="def load():\n    import nowhere")
case("a name that shadows a submodule import", """
import p.s
import p.t
p.s = 5
import p.s
print(p.s)
from p import s
print(s)
import p.t as u
print(u.__name__)
""", p="# package", p__s="", p__t="")
case("import as of an attribute that is missing", """
import sys
import p.s
del p.s
try:
    import p.s as q
    print(q)
except (ImportError, AttributeError) as error:
    print(type(error).__name__, error)
from p import s
print(s.__name__)
""", p="# package", p__s="")
case("a module's namespace", """
import a
print(a.__dict__["x"], vars(a) is a.__dict__, "__builtins__" in vars(a), a.__name__)
print([name for name in dir(a) if not name.startswith("__")])
a.__name__ = "renamed"
print(a.__name__)
""", a="x = 1\ny = 2")


def run(entry):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        for path, text in {**entry["files"], "main.py": entry["main"]}.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run([sys.executable, "main.py"], cwd=folder, capture_output=True, env=environment)
        output = done.stdout.decode().replace(folder, "FOLDER")
        error = done.stderr.decode().replace(folder, "FOLDER").strip().split("\n")[-1] or None
        return {**entry, "output": output, "error": error}


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 13), "needs CPython 3.13"
    text = json.dumps([run(entry) for entry in CASES], indent=1, ensure_ascii=False)
    Path(__file__).with_name("imports.json").write_text(text + "\n", encoding="utf-8")
