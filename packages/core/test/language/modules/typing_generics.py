# a class with a TypeVarTuple derives from Generic[*Ts]
import typing
class H[*Ts]: pass
class A[T, *Ts, **P]: pass
class M[*__private]: pass
print(H.__orig_bases__, A.__orig_bases__, M.__orig_bases__)
# expect: (typing.Generic[typing.Unpack[Ts]],) (typing.Generic[T, typing.Unpack[Ts], P],) (typing.Generic[typing.Unpack[__private]],)
print(H.__type_params__, A.__type_params__, A.__parameters__, M.__type_params__[0].__name__)
# expect: (Ts,) (T, Ts, P) (T, Ts, P) __private
print(H[int, str], H[()], A[int, str, float, [int, str]])
# expect: __main__.H[int, str] __main__.H[()] __main__.A[int, str, float, [int, str]]
---
# what Generic may be subscripted with
from typing import Generic, ParamSpec, Protocol, TypeVar, TypeVarTuple, Unpack, Iterable
T, S, P, Ts = TypeVar("T"), TypeVar("S"), ParamSpec("P"), TypeVarTuple("Ts")
def told(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
told(lambda: Generic[Ts])
# expect: Parameters to Generic[...] must all be type variables or parameter specification variables.
told(lambda: Generic[*Ts])  # expect: typing.Generic[typing.Unpack[Ts]]
told(lambda: Generic[Unpack[Ts], T, P])  # expect: typing.Generic[typing.Unpack[Ts], ~T, ~P]
told(lambda: Protocol[Ts])
# expect: Parameters to Protocol[...] must all be type variables or parameter specification variables.
told(lambda: Generic[*Ts, *Ts])  # expect: Parameters to Generic[...] must all be unique
def both():
    class X(Protocol[T], Generic[T]): pass
    return X.__parameters__
def twice():
    class X(Generic[T], Generic[S]): pass
def again():
    class X[T](Generic[T]): pass
def unlisted():
    class X(Iterable[T], Protocol[S]): pass
    return X.__parameters__
def listed():
    class X(list[T], Generic[S]): pass
for f in (both, twice, again, unlisted, listed):
    told(f)
# expect: (~T,)
# expect: Cannot inherit from Generic[...] multiple times.
# expect: Cannot inherit from Generic[...] multiple times.
# expect: (~T, ~S)
# expect: Some type variables (~T) are not listed in Generic[~S]
---
# too few arguments
class B[T, U, V = float]: pass
class D[T, **P]: pass
for f in (lambda: B[int], lambda: B[()], lambda: D[int], lambda: B[int, str]):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: Too few arguments for <class '__main__.B'>; actual 1, expected at least 2
# expect: Too few arguments for <class '__main__.B'>; actual 0, expected at least 1
# expect: Too few arguments for <class '__main__.D'>
# expect: __main__.B[int, str, float]
---
# defaults of a generic function are made outside of its parameters' scope
T = 5
def f[T](a: T = T, *, b=T, c: "T" = [T]): return a, b, c
def g[T](a=1): return a
def h[T, U](*, k: U = 2, **kw: T): return k, kw
print(f(), f(1, c=2), g(), g(3), h(), h(k=1, z=2), f.__type_params__, f.__defaults__, f.__kwdefaults__)
# expect: (5, 5, [5]) (1, 5, 2) 1 3 (2, {}) (1, {'z': 2}) (T,) (5,) {'b': 5, 'c': [5]}
---
# an order of bases that cannot be
from typing import Generic
try:
    class E[T](object): pass
except TypeError as e:
    print(e)  # expect: Cannot create a consistent method resolution order (MRO) for bases object, Generic
class G[T]: pass
try:
    class F(Generic, G): pass
except TypeError as e:
    print(e)  # expect: Cannot create a consistent method resolution order (MRO) for bases Generic, G
