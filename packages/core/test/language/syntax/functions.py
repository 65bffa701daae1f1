# lambda forms
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a, **k: (a, k))(1, z=2))
# expect: 1 2 4 ((1,), {'z': 2})
print((lambda x, /, y, *, z: (x, y, z))(1, 2, z=3), (lambda *, k=1: k)())  # expect: (1, 2, 3) 1
f = lambda a: lambda b: a + b
print(f(1)(2), f.__name__)  # expect: 3 <lambda>
print((lambda x: x if x > 0 else -x)(-3), (lambda: (yield))() is not None)  # expect: 3 True
---
# defaults are evaluated once, at definition
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), f(4))  # expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
n = 1
def g(x=n): return x
n = 2
print(g())  # expect: 1
---
# all parameter kinds
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4))  # expect: (1, 2, 3, (), 4, 5, {})
print(f(1, 20, 30, 40, 50, d=4, e=6, z=7))  # expect: (1, 20, 30, (40, 50), 4, 6, {'z': 7})
print(f(1, d=4, a="as keyword", b="too"))  # expect: (1, 2, 3, (), 4, 5, {'a': 'as keyword', 'b': 'too'})
---
# decorators apply from the bottom up
def tag(name):
    print("make", name)
    def deco(f):
        print("apply", name)
        return lambda *a: f"<{name}>{f(*a)}"
    return deco
@tag("outer")
@tag("inner")
def hello(x): return x
# expect: make outer
# expect: make inner
# expect: apply inner
# expect: apply outer
print(hello("hi"))  # expect: <outer><inner>hi
---
# any expression decorates
registry = {"d": [lambda f: f"decorated {f.__name__}"]}
@registry["d"][0]
def one(): pass
@(lambda f: f.__name__ * 2)
def two(): pass
@str.upper
@(lambda f: f.__name__)
def three(): pass
print(one, two, three)  # expect: decorated one twotwo THREE
---
# class decorators
def add_hello(cls):
    cls.hello = lambda self: f"hello from {type(self).__name__}"
    return cls
@add_hello
class A: pass
print(A().hello())  # expect: hello from A
@lambda c: 42
class B: pass
print(B)  # expect: 42
---
# the decorated name is bound after decoration
def deco(f):
    print("named" in globals())
    return f
@deco
def named(): pass
# expect: False
print("named" in globals())  # expect: True
---
# defaults and annotations are evaluated in order
log = []
def t(x):
    log.append(x)
    return x
def f(a: t("ann a") = t("def a"), *, b: t("ann b") = t("def b")) -> t("ret"): pass
print(log)  # expect: ['def a', 'def b', 'ann a', 'ann b', 'ret']
@(lambda g: g)
def g(x=t("late")): pass
print(log[-1])  # expect: late
---
# function annotations
def f(a: int, b: "text" = 1, *args: str, c: 1 + 1 = 2, **kw: dict) -> list[int]: ...
print(f.__annotations__)
# expect: {'a': <class 'int'>, 'b': 'text', 'args': <class 'str'>, 'c': 2, 'kw': <class 'dict'>, 'return': list[int]}
print((lambda x: x).__annotations__)  # expect: {}
---
# global statement
count = 0
def bump():
    global count, fresh
    count += 1
    fresh = "made"
bump(); bump()
print(count, fresh)  # expect: 2 made
---
# nonlocal reaches the nearest function scope
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "changed"
        inner()
        return x
    return middle(), x
print(outer())  # expect: ('changed', 'changed')
---
# global skips enclosing functions
x = "module"
def outer():
    x = "outer"
    def inner():
        global x
        x = "set"
    inner()
    return x
print(outer(), x)  # expect: outer set
---
# class bodies do not make scopes for methods
x = "module"
class C:
    x = "class"
    y = x
    def get(self): return x
print(C.y, C().get())  # expect: class module
---
# a class body sees enclosing locals, then its own
def f():
    x = "local"
    class C:
        a = x
        x = "own"
        b = x
    return C.a, C.b
try:
    print(f())
except NameError as e:
    print(e)  # expect: name 'x' is not defined
x = "global"
class D:
    a = x
    x = "own"
    b = x
print(D.a, D.b)  # expect: global own
---
# nonlocal in a class body
def f():
    n = 1
    class C:
        nonlocal n
        n = 2
    return n, hasattr(C, "n")
print(f())  # expect: (2, False)
---
# unbound locals and free variables
def f():
    print(x)
    x = 1
def g():
    def inner(): return y
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
    return inner()
try:
    f()
except UnboundLocalError as e:
    print(e)  # expect: cannot access local variable 'x' where it is not associated with a value
print(g())
# expect: NameError cannot access free variable 'y' where it is not associated with a value in enclosing scope
# expect: 1
try:
    undefined_thing
except NameError as e:
    print(e, e.name)  # expect: name 'undefined_thing' is not defined undefined_thing
---
# the except name is unbound after the clause
def f():
    e = "before"
    try:
        raise ValueError("v")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)
print(f())  # expect: cannot access local variable 'e' where it is not associated with a value
---
# functions may be nested and recursive
def outer(n):
    def fact(k): return 1 if k <= 1 else k * fact(k - 1)
    return fact(n)
print(outer(10))  # expect: 3628800
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(10)])  # expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
---
# return forms
def none(): return
def tup(): return 1, 2
def nothing(): pass
def paren(): return (
    1 +
    2
)
print(none(), tup(), nothing(), paren())  # expect: None (1, 2) None 3
---
# names with two underscores are mangled in classes
class C:
    __secret = 1
    __dunder__ = 2
    def get(self): return self.__secret
    def set(self, __arg): self.__made = __arg
    def local(self):
        __x = 5
        return sorted(locals())
c = C()
c.set(3)
print(c.get(), c._C__secret, c._C__made, c.__dunder__, c.local())  # expect: 1 1 3 2 ['_C__x', 'self']
class _D:
    __x = "leading underscores go"
print(_D._D__x)  # expect: leading underscores go
print(hasattr(c, "__secret"))  # expect: False
---
# type parameters of functions
def first[T](xs: list[T]) -> T: return xs[0]
print(first([1, 2]), first.__type_params__)  # expect: 1 (T,)
T = first.__type_params__[0]
print(T.__name__, T.__bound__, T.__constraints__, type(T).__name__)  # expect: T None () TypeVar
def g[A: int, B: (str, bytes), *Ts, **P](): pass
for p in g.__type_params__:
    print(p, type(p).__name__, getattr(p, "__bound__", "-"), getattr(p, "__constraints__", "-"))
# expect: A TypeVar <class 'int'> ()
# expect: B TypeVar None (<class 'str'>, <class 'bytes'>)
# expect: Ts TypeVarTuple - -
# expect: P ParamSpec None -
---
# type parameters of classes
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box(1).get(), Box.__type_params__, Box[int](5).get())  # expect: 1 (T,) 5
print(Box[int], Box.__orig_bases__, Box.__parameters__)
# expect: __main__.Box[int] (typing.Generic[T],) (T,)
class IntBox(Box[int]): pass
print(IntBox.__orig_bases__, IntBox.__mro__[1].__name__)  # expect: (__main__.Box[int],) Box
---
# the type statement
type Pair[T] = tuple[T, T]
type Alias = int | str
print(Alias, Alias.__name__, Alias.__value__)  # expect: Alias Alias int | str
print(Pair.__type_params__, Pair[int], Pair.__value__)  # expect: (T,) Pair[int] tuple[T, T]
print(type(Alias).__name__)  # expect: TypeAliasType
---
# a type alias is lazy and may be recursive
type Tree = list[Tree] | int
print(Tree.__value__)  # expect: list[Tree] | int
type Lazy = not_defined_yet
try:
    Lazy.__value__
except NameError as e:
    print(e)  # expect: name 'not_defined_yet' is not defined
not_defined_yet = int
print(Lazy.__value__)  # expect: <class 'int'>
---
# defaults of type parameters
def f[T = int, U: str = str](): pass
class C[T = list[int]]: pass
print([p.__default__ for p in f.__type_params__], C.__type_params__[0].__default__)
# expect: [<class 'int'>, <class 'str'>] list[int]
print([p.has_default() for p in f.__type_params__])  # expect: [True, True]
---
# type parameters are seen in annotations and bounds, not outside
def f[T: "late"](x: T) -> T: return x
print(f.__annotations__["x"], f.__type_params__[0].__bound__)  # expect: T late
try:
    T
except NameError as e:
    print(e)  # expect: name 'T' is not defined
---
# ast-like corner cases of calls
def f(*a, **k): return a, k
print(f(1, 2,), f(*[1], **{"a": 1},), f(x for x in [1])[0][0].__class__.__name__)
# expect: ((1, 2), {}) ((1,), {'a': 1}) generator
print(f(*"ab", *"cd"), f(**{"a": 1}, b=2, **{"c": 3}), f(1, *[2], 3, k=1))
# expect: (('a', 'b', 'c', 'd'), {}) ((), {'a': 1, 'b': 2, 'c': 3}) ((1, 2, 3), {'k': 1})
print(f(k=1, *[9]))  # expect: ((9,), {'k': 1})
---
# star args and trailing commas in definitions
def f(a, b,): return a, b
def g(*args, k=1,): return args, k
def h(**kw,) : return kw
print(f(1, 2), g(1), h(z=1))  # expect: (1, 2) ((1,), 1) {'z': 1}
