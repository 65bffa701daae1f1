# names bound by import
import math
import math as m
from math import pi, floor as fl
import collections.abc
print(math is m, round(pi, 5), fl(2.7), collections.abc.__name__, collections.__name__)
# expect: True 3.14159 2 collections.abc collections
from math import (sqrt,
                  ceil,)
print(sqrt(16), ceil(1.2))  # expect: 4.0 2
---
# an import inside a function is local
def f():
    import math
    from string import digits as d
    return math.floor(1.5), d
print(f())  # expect: (1, '0123456789')
try:
    math
except NameError as e:
    print(e)  # expect: name 'math' is not defined
---
# a module is made once
import sys, math
first = math
import math
print(first is math, sys.modules["math"] is math, "math" in sys.modules, type(math).__name__, math.__name__)
# expect: True True True module math
---
# modules put into sys.modules can be imported
import sys, types
m = types.ModuleType("plugin")
m.greet = lambda n: f"hi {n}"
sys.modules["plugin"] = m
import plugin
from plugin import greet
print(plugin is m, greet("x"), plugin.__name__)  # expect: True hi x plugin
del sys.modules["plugin"]
try:
    import plugin
except ModuleNotFoundError as e:
    print(e)  # expect: No module named 'plugin'
---
# None in sys.modules blocks an import
import sys
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)  # expect: import of blocked halted; None in sys.modules
---
# star import takes public names or __all__
import sys, types
m = types.ModuleType("stars")
exec("a = 1\n_b = 2\nc = 3", m.__dict__)
sys.modules["stars"] = m
from stars import *
print(a, c, "_b" in globals())  # expect: 1 3 False
n = types.ModuleType("listed")
exec("__all__ = ['_x', 'y']\n_x = 1\ny = 2\nz = 3", n.__dict__)
sys.modules["listed"] = n
from listed import *
print(_x, y, "z" in globals())  # expect: 1 2 False
n.__all__ = ["nope"]
try:
    exec("from listed import *")
except AttributeError as e:
    print(e)  # expect: module 'listed' has no attribute 'nope'
---
# packages and submodules by hand
import sys, types
pkg, sub = types.ModuleType("pkg"), types.ModuleType("pkg.sub")
pkg.__path__ = []
sub.value = 42
pkg.sub = sub
sys.modules.update({"pkg": pkg, "pkg.sub": sub})
import pkg.sub
import pkg.sub as s
from pkg import sub as t
from pkg.sub import value
print(pkg.sub.value, s is t, value)  # expect: 42 True 42
try:
    import pkg.nope
except ModuleNotFoundError as e:
    print(e)  # expect: No module named 'pkg.nope'
---
# a module's __getattr__ serves from-imports
import sys, types
m = types.ModuleType("lazy")
def lookup(name):
    if name == "gone": raise AttributeError("really gone")
    return f"<{name}>"
m.__getattr__ = lookup
sys.modules["lazy"] = m
from lazy import anything
print(anything, m.other)  # expect: <anything> <other>
try:
    from lazy import gone
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
# expect: ImportError cannot import name 'gone' from 'lazy'
---
# errors of from-import
import sys, types
sys.modules["empty"] = types.ModuleType("empty")
for code in ("from empty import x", "import empty.sub", "from math import nothing_here", "from nowhere import x", "import a.b.c"):
    try:
        exec(code)
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0], "|", e.name)
# expect: ImportError cannot import name 'x' from 'empty' | empty
# expect: ModuleNotFoundError No module named 'empty.sub'; 'empty' is not a package | empty.sub
# expect: ImportError cannot import name 'nothing_here' from 'math' | math
# expect: ModuleNotFoundError No module named 'nowhere' | nowhere
# expect: ModuleNotFoundError No module named 'a' | a
---
# relative imports need a package
for code in ("from . import x", "from .. import x", "from .m import x"):
    try:
        exec(code, {"__name__": "top", "__package__": ""})
    except ImportError as e:
        print(e)
# expect: attempted relative import with no known parent package
# expect: attempted relative import with no known parent package
# expect: attempted relative import with no known parent package
---
# imports in a class body, in try and in a conditional
class C:
    import math
    from math import pi
print(C.math.floor(2.5), round(C.pi, 2))  # expect: 2 3.14
try:
    import fast_json as json
except ImportError:
    import json
print(json.dumps([1]))  # expect: [1]
if True:
    import string as s
print(s.digits)  # expect: 0123456789
---
# a global import statement
def f():
    global string
    import string
f()
print(string.digits)  # expect: 0123456789
---
# attributes every module has
import math, json, types
print(math.__name__, json.__name__, json.__package__, isinstance(json, types.ModuleType), isinstance(json.__doc__, str), hasattr(math, "__dict__"))
# expect: math json json True True True
print(__name__, __doc__)  # expect: __main__ None
---
# names with empty parts are names like any others, which no module has
for name in "..main", ".", "..", "a..b", ".x", "json.", "json..x", "json.decoder.", "":
    try: __import__(name)
    except (ImportError, ValueError) as e: print(type(e).__name__, e)
# expect: ModuleNotFoundError No module named '.'
# expect: ModuleNotFoundError No module named '.'
# expect: ModuleNotFoundError No module named '.'
# expect: ModuleNotFoundError No module named 'a'
# expect: ModuleNotFoundError No module named '.x'
# expect: ModuleNotFoundError No module named 'json.'
# expect: ModuleNotFoundError No module named 'json.'
# expect: ModuleNotFoundError No module named 'json.decoder.'; 'json.decoder' is not a package
# expect: ValueError Empty module name
for package in "../b", ".", "json", "json.", "..":
    try: __import__("main", {"__package__": package}, {}, ("x",), 1)
    except ImportError as e: print(type(e).__name__, e)
# expect: ModuleNotFoundError No module named '.'
# expect: ModuleNotFoundError No module named '.'
# expect: ModuleNotFoundError No module named 'json.main'
# expect: ModuleNotFoundError No module named 'json.'
# expect: ModuleNotFoundError No module named '.'
---
# what stands in sys.modules for a package need not be a module: its attributes are asked for
import sys, types
class Lazy:
    __name__, __spec__ = "lazy", None
    def __getattr__(self, name):
        if name == "__path__": return ()
        if name == "there": return "found"
        raise AttributeError(name)
class Named(types.ModuleType):
    def __getattr__(self, name):
        if name == "__path__": return []
        raise AttributeError(name)
class Box:
    __spec__ = None
sys.modules["lazy"] = Lazy()
sys.modules["box"] = Box()
sys.modules["named"] = Named("named")
sys.modules["named.leaf"] = sys
for code in "import lazy.sub", "from lazy import there; print(there)", "from lazy import missing", "from lazy.sub import x", "import box.sub", "from box import sub", "from named import leaf; print(leaf)", "from named import other":
    try:
        exec(code)
    except ImportError as error:
        print(type(error).__name__, error)
# expect: ModuleNotFoundError No module named 'lazy.sub'
# expect: found
# expect: ImportError cannot import name 'missing' from 'lazy' (unknown location)
# expect: ModuleNotFoundError No module named 'lazy.sub'
# expect: ModuleNotFoundError No module named 'box.sub'; 'box' is not a package
# expect: ImportError cannot import name 'sub' from '<unknown module name>' (unknown location)
# expect: <module 'sys' (built-in)>
# expect: ImportError cannot import name 'other' from 'named' (unknown location)
sys.modules["lazy.sub"] = types.SimpleNamespace(x=7)
from lazy import sub
from lazy.sub import x
import lazy.sub as same
print(sub, x, same is sub)  # expect: namespace(x=7) 7 True
