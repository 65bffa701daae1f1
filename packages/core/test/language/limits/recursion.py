# endless recursion ends in RecursionError
def f(): return f()
try:
    f()
except RecursionError as e:
    print(e)  # expect: maximum recursion depth exceeded
print("alive")  # expect: alive
---
# recursion through several functions and methods
class C:
    def a(self): return self.b()
    def b(self): return self.a()
try:
    C().a()
except RecursionError as e:
    print(type(e).__name__)  # expect: RecursionError
even = lambda n: True if n == 0 else odd(n - 1)
odd = lambda n: False if n == 0 else even(n - 1)
print(even(300))  # expect: True
---
# RecursionError is a RuntimeError and can be handled deep
def f(n):
    try:
        return f(n + 1)
    except RuntimeError:
        return n
print(f(0) > 100, issubclass(RecursionError, RuntimeError))  # expect: True True
---
# the recursion limit can be read and set
import sys
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(sys.getrecursionlimit())  # expect: 1000
sys.setrecursionlimit(5000)
print(depth(4000))  # expect: 4000
sys.setrecursionlimit(200)
try:
    depth(400)
except RecursionError:
    print("too deep")  # expect: too deep
for bad in (0, -1, "x", 1.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError recursion limit must be greater or equal than 1
# expect: ValueError recursion limit must be greater or equal than 1
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
---
# recursion in special methods
class R:
    def __repr__(self): return repr(self)
class A:
    def __getattr__(self, n): return self.other
class E:
    def __eq__(self, o): return self == o
class B:
    def __bool__(self): return not self
class L:
    def __len__(self): return len(self)
class I:
    def __iter__(self): return iter(self)
class P:
    def __add__(self, o): return self + o
for f in (lambda: repr(R()), lambda: A().x, lambda: E() == 1, lambda: bool(B()), lambda: len(L()), lambda: list(I()), lambda: P() + 1, lambda: str(R())):
    try:
        f()
        print("no error")
    except RecursionError:
        print("RecursionError")
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
---
# recursion in generators, sort keys and comprehensions
def g(): yield from g()
def key(x): return sorted([1], key=key)
def comp(): return [comp() for _ in range(1)]
def prop():
    class C:
        @property
        def p(self): return self.p
    return C().p
for f in (lambda: list(g()), lambda: key(1), comp, prop, lambda: (lambda f: f(f))(lambda f: f(f))):
    try:
        f()
    except RecursionError:
        print("RecursionError")
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
---
# self-containing containers have a finite repr
a = []
a.append(a)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
from collections import deque
q = deque()
q.append(q)
print(a, d, t, q)  # expect: [[...]] {'d': {...}} ([(...)],) deque([[...]])
a.append(d)
d["a"] = a
print(a, d)  # expect: [[...], {'d': {...}, 'a': [...]}] {'d': {...}, 'a': [[...], {...}]}
---
# comparing self-containing containers
a, b = [], []
a.append(a)
b.append(b)
try:
    a == b
except RecursionError:
    print("RecursionError")  # expect: RecursionError
print(a == a, a == [a])  # expect: True True
c = []
c.append(c)
try:
    hash((c,))
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
---
# deeply nested containers
a = []
for _ in range(100): a = [a]
print(repr(a).count("["))  # expect: 101
b = []
for _ in range(100): b = [b]
print(a == b, a < b)  # expect: True False
t = ()
for _ in range(100): t = (t,)
print(hash(t) == hash(t), len(repr(t)))  # expect: True 302
---
# nesting beyond the limit
a = []
for _ in range(200_000): a = [a]
try:
    repr(a)
except RecursionError:
    print("RecursionError in repr")  # expect: RecursionError in repr
b = []
for _ in range(200_000): b = [b]
try:
    a == b
except RecursionError:
    print("RecursionError in ==")  # expect: RecursionError in ==
while a: a = a.pop()
while b: b = b.pop()
print("done")  # expect: done
---
# impossible sizes
for code in ("'x' * 10 ** 20", "[0] * 10 ** 20", "(0,) * 10 ** 20", "b'x' * 10 ** 20", "range(10 ** 30).__len__()", "'a'.ljust(10 ** 20)", "[].insert(10 ** 30, 1)", "'abc'[10 ** 30]", "[1][-10 ** 30]", "'abc'[10 ** 30:]", "bytes(10 ** 30)", "1 << 10 ** 30", "1 >> 10 ** 30", "round(1.5, 10 ** 30)"):
    try:
        print(code, "->", repr(eval(code)))
    except (MemoryError, OverflowError, IndexError) as e:
        print(code, "->", type(e).__name__, e)
# expect: 'x' * 10 ** 20 -> OverflowError cannot fit 'int' into an index-sized integer
# expect: [0] * 10 ** 20 -> OverflowError cannot fit 'int' into an index-sized integer
# expect: (0,) * 10 ** 20 -> OverflowError cannot fit 'int' into an index-sized integer
# expect: b'x' * 10 ** 20 -> OverflowError cannot fit 'int' into an index-sized integer
# expect: range(10 ** 30).__len__() -> OverflowError Python int too large to convert to C ssize_t
# expect: 'a'.ljust(10 ** 20) -> OverflowError Python int too large to convert to C ssize_t
# expect: [].insert(10 ** 30, 1) -> OverflowError Python int too large to convert to C ssize_t
# expect: 'abc'[10 ** 30] -> IndexError cannot fit 'int' into an index-sized integer
# expect: [1][-10 ** 30] -> IndexError cannot fit 'int' into an index-sized integer
# expect: 'abc'[10 ** 30:] -> ''
# expect: bytes(10 ** 30) -> OverflowError cannot fit 'int' into an index-sized integer
# expect: 1 << 10 ** 30 -> OverflowError too many digits in integer
# expect: 1 >> 10 ** 30 -> 0
# expect: round(1.5, 10 ** 30) -> 1.5
---
# many frames in a row leave nothing behind
def f(n): return n if n == 0 else f(n - 1)
print(sum(f(200) for _ in range(200)))  # expect: 0
def g(n):
    if n: yield from g(n - 1)
    yield n
print(sum(1 for _ in range(20) for _ in g(100)))  # expect: 2020
---
# long chains of operators and elifs
n = 300
print(eval(" + ".join(["1"] * n)), eval("-" * 50 + "1"), eval("(" * 80 + "1" + ")" * 80), eval("[" * 50 + "]" * 50 + ".__len__()"), len(eval("[" + "1," * 5000 + "]")))
# expect: 300 1 1 1 5000
src = "def f(x):\n    if x == 0: return 0\n" + "".join(f"    elif x == {i}: return {i * i}\n" for i in range(1, 500))
exec(src)
print(f(499), f(7), f(1000))  # expect: 249001 49 None
---
# many names, constants and arguments
exec("\n".join(f"v{i} = {i}" for i in range(600)))
print(v0, v599, eval("+".join(f"v{i}" for i in range(600))))  # expect: 0 599 179700
exec("def f(" + ", ".join(f"a{i}={i}" for i in range(300)) + "): return a0 + a299")
print(f(), f(a299=1))  # expect: 299 1
print((lambda *a: len(a))(*range(1000)), len((lambda **k: k)(**{f"k{i}": i for i in range(500)})))
# expect: 1000 500
exec("def g():\n" + "".join(f"    x{i} = {i}.5\n" for i in range(400)) + "    return x0 + x399, [x200 for _ in range(1)]")
print(g())  # expect: (400.0, [200.5])
---
# deep nesting of blocks and functions
src = ""
for i in range(18): src += "    " * i + f"for i{i} in [0]:\n"
src += "    " * 18 + "print('innermost')"
exec(src)  # expect: innermost
src = ""
for i in range(25): src += "    " * i + f"def f{i}():\n"
src += "    " * 25 + "return 'deep'\n"
for i in range(24, 0, -1): src += "    " * i + f"return f{i}()\n"
exec(src)
print(f0())  # expect: deep
---
# a long if-chain, a long string and a long line
s = "x" * 100000
print(len(eval(repr(s))), eval("'" + "a" * 50000 + "'.count('a')"), sum(eval("[" + ",".join(map(str, range(20000))) + "]")))
# expect: 100000 50000 199990000
---
# a cleaned-up exception chain of great length
def chain(n):
    e = None
    for i in range(n):
        new = ValueError(i)
        new.__context__ = e
        e = new
    return e
e, n = chain(5000), 0
while e is not None: e, n = e.__context__, n + 1
print(n)  # expect: 5000
---
# what is no class may have bases without an end
class Own:
    __bases__ = property(lambda self: (self, self, self))
class Endless:
    @property
    def __bases__(self): return Endless(), Endless()
for each in (Own(), Endless()):
    try:
        issubclass(each, int)
    except RecursionError:
        print("too deep")
# expect: too deep
# expect: too deep
class Shallow:
    def __init__(self, *bases): self.__bases__ = bases
print(issubclass(Shallow(Shallow(), Shallow(int), int), int), issubclass(Shallow(Shallow(), Shallow(str)), int))
# expect: True False
---
# a generator or coroutine that is too deep to begin is over
import inspect
import sys

sys.setrecursionlimit(150)
made = []

def numbers(n):
    yield n
    made.append(numbers(n + 1))
    yield from made[-1]

async def awaits(n):
    made.append(awaits(n + 1))
    await made[-1]

try:
    list(numbers(0))
except RecursionError:
    print({inspect.getgeneratorstate(each) for each in made}, made[-1].gi_frame, next(made[-1], "over"))
# expect: {'GEN_CLOSED'} None over
made.clear()
try:
    awaits(0).send(None)
except RecursionError:
    print({inspect.getcoroutinestate(each) for each in made}, made[-1].cr_frame)
# expect: {'CORO_CLOSED'} None
