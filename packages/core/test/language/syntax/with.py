# enter and exit in order
class CM:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb): print("exit", self.name, t and t.__name__, v)
with CM("a") as x:
    print("body", x)
# expect: enter a
# expect: body A
# expect: exit a None None
with CM("b"), CM("c") as c:
    print("body", c)
# expect: enter b
# expect: enter c
# expect: body C
# expect: exit c None None
# expect: exit b None None
try:
    with CM("d"):
        raise ValueError("oops")
except ValueError as e:
    print("propagated", e)
# expect: enter d
# expect: exit d ValueError oops
# expect: propagated oops
---
# parenthesised items
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, *a): print("exit", self.n)
with (
    CM(1) as a,
    CM(2),
    CM(3) as c,
):
    print(a, c)
# expect: enter 1
# expect: enter 2
# expect: enter 3
# expect: 1 3
# expect: exit 3
# expect: exit 2
# expect: exit 1
with (CM(4)): print("four")
# expect: enter 4
# expect: four
# expect: exit 4
---
# a true result from __exit__ swallows the exception
class Swallow:
    def __init__(self, r): self.r = r
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return self.r
with Swallow(True):
    raise ValueError
print("went on")  # expect: went on
with Swallow([1]):
    raise KeyError
print("any true value")  # expect: any true value
try:
    with Swallow(0):
        raise ValueError("kept")
except ValueError as e:
    print(e)  # expect: kept
---
# the inner manager sees the exception first
class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(self.n, t and t.__name__)
        return self.swallow
with CM("outer"), CM("inner", True):
    raise ValueError
# expect: inner ValueError
# expect: outer None
print("end")  # expect: end
---
# return, break and continue leave through __exit__
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a)
def f():
    with CM():
        return "returned"
print(f())
# expect: exit (None, None, None)
# expect: returned
for i in range(3):
    with CM():
        if i == 0: continue
        if i == 1: break
# expect: exit (None, None, None)
# expect: exit (None, None, None)
---
# __exit__ may replace the exception
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise KeyError("from exit")
try:
    with CM():
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))  # expect: KeyError('from exit') ValueError('body')
---
# a failing second __enter__ exits the first
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self):
        if self.n == 2: raise ValueError("enter 2")
        print("enter", self.n)
    def __exit__(self, *a): print("exit", self.n, a[1])
try:
    with CM(1), CM(2):
        print("never")
except ValueError as e:
    print("outer", e)
# expect: enter 1
# expect: exit 1 enter 2
# expect: outer enter 2
---
# targets of with may be any target
class CM:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
d = {}
with CM() as (a, [b, c]): print(a, b, c)  # expect: 1 2 3
with CM() as d["k"]: print(d)  # expect: {'k': (1, [2, 3])}
with CM() as [x, y]: print(x, y)  # expect: 1 [2, 3]
class C: pass
with CM() as C.attr: print(C.attr)  # expect: (1, [2, 3])
---
# an error in the target still exits
class CM:
    def __enter__(self): return 5
    def __exit__(self, t, v, tb): print("exit", t.__name__)
try:
    with CM() as (a, b): pass
except TypeError as e:
    print(e)
# expect: exit TypeError
# expect: cannot unpack non-iterable int object
---
# objects that are no context managers
class OnlyEnter:
    def __enter__(self): pass
class OnlyExit:
    def __exit__(self, *a): pass
class Instance: pass
i = Instance()
i.__enter__ = i.__exit__ = lambda *a: None
for obj in (5, OnlyEnter(), OnlyExit(), i):
    try:
        with obj: pass
    except TypeError as e:
        print(e)
# expect: 'int' object does not support the context manager protocol
# expect: 'OnlyEnter' object does not support the context manager protocol (missed __exit__ method)
# expect: 'OnlyExit' object does not support the context manager protocol
# expect: 'Instance' object does not support the context manager protocol
---
# the methods are looked up on the type before the body runs
class CM:
    def __enter__(self):
        del CM.__exit__
        return 1
    def __exit__(self, *a): print("still called")
with CM() as x:
    print(x)
# expect: 1
# expect: still called
---
# the expression is evaluated once and the manager held
def make():
    print("make")
    return CM()
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit")
with make() as m:
    m = None
    print(m)
# expect: make
# expect: None
# expect: exit
---
# with in a generator
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__)
def g():
    with CM():
        yield 1
        yield 2
for x in g(): print(x)
# expect: enter
# expect: 1
# expect: 2
# expect: exit None
it = g()
next(it)  # expect: enter
it.close()  # expect: exit GeneratorExit
---
# nested with and try
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print("exit", v); return isinstance(v, KeyError)
def f():
    try:
        with CM():
            try:
                raise ValueError("inner")
            except ValueError:
                raise KeyError("swallowed")
            finally:
                print("inner finally")
        return "after with"
    finally:
        print("outer finally")
print(f())
# expect: inner finally
# expect: exit 'swallowed'
# expect: outer finally
# expect: after with
---
# values given to __exit__
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(t is type(v), v.args, type(tb).__name__, tb is v.__traceback__)
        return True
with CM():
    raise ValueError(1, 2)
# expect: True (1, 2) traceback True
with CM():
    {}["k"]
# expect: True ('k',) traceback True
---
# with over a locked sequence of managers and walrus
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", self.n)
with (m := CM("walrus")) as same, CM("second"):
    print(m is same)
# expect: True
# expect: exit second
# expect: exit walrus
