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
---
# putting types in the places of variables, in aliases of every kind
from typing import Concatenate, Dict, Generic, List, Optional, ParamSpec, TypeVar, TypeVarTuple, Annotated
from collections.abc import Callable
T, K, V = TypeVar("T"), TypeVar("K"), TypeVar("V")
U = TypeVar("U", default=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
class Box(Generic[T, *Ts]): pass
print(list[Optional[T]][int], dict[str, List[T]][int], Dict[K, list[V]][int, str], list[T][List[T]][int], sep="; ")
# expect: list[typing.Optional[int]]; dict[str, typing.List[int]]; typing.Dict[int, list[str]]; list[typing.List[int]]
print(list[T]["Name"], list[T][None], list[T][*tuple[int]], dict[K, V][*tuple[int, str]], dict[T, U][str], sep="; ")
# expect: list[ForwardRef('Name')]; list[NoneType]; list[int]; dict[int, str]; dict[str, int]
print(tuple[*Ts][int, str], tuple[T, *Ts][int], tuple[*Ts][()], list[Box[T, *Ts]][int, str], (*tuple[T, int],)[0][str], sep="; ")
# expect: tuple[int, str]; tuple[int]; tuple[()]; list[__main__.Box[int, str]]; *tuple[str, int]
print(Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], T][[str], bool], Callable[[T], T][int], sep="; ")
# expect: collections.abc.Callable[[int, str], bool]; collections.abc.Callable[[int, str], bool]; collections.abc.Callable[[int], int]
print((list[T] | T)[int], (int | list[T])[str], (T | int)[int], Annotated[list[T], 1][int], sep="; ")
# expect: typing.Union[list[int], int]; int | list[str]; <class 'int'>; typing.Annotated[list[int], 1]
print((list[T] | Optional[K]).__parameters__, list[Callable[P, T]].__parameters__)
# expect: (~T, ~K) (~P, ~T)
for make in (lambda: list[int][str], lambda: (int | str)[int], lambda: dict[K, V][int, str, bool], lambda: dict[K, V][int]):
    try:
        make()
    except TypeError as e:
        print(e)
# expect: list[int] is not a generic class
# expect: int | str is not a generic class
# expect: Too many arguments for dict[~K, ~V]; actual 3, expected 2
# expect: Too few arguments for dict[~K, ~V]; actual 1, expected at least 2
---
# weak references to type variables and aliases, copies of unpacked ones, methods through an alias
import copy, weakref
from typing import ParamSpec, TypeVar, TypeVarTuple
T, P, Ts = TypeVar("T"), ParamSpec("P"), TypeVarTuple("Ts")
print(all(weakref.ref(each)() is each for each in (T, P, Ts, P.args, list[int])))  # expect: True
(star,) = *tuple[int],
print(copy.copy(star), copy.deepcopy(star), copy.deepcopy([star]) == [star])
# expect: *tuple[int] *tuple[int] True
words = list[str](["a", "b"])
print(list[str].__getitem__(words, 1), list[str].__len__(words))  # expect: b 2
import types
print(hasattr(types.FunctionType, "__annotations__"))  # expect: False
---
# a class may join a class that is no protocol and protocols, under Generic
from typing import Generic, Protocol, TypeVar
T = TypeVar("T")
class Named(Protocol[T]):
    def name(self): return "named"
class Base(Named[T], Generic[T]):
    def __init__(self, value): self.value = value
class Sized(Named[T], Protocol[T]): ...
class Both(Base[T], Sized[T], Generic[T]): ...
print([cls.__name__ for cls in Both.__mro__], Both(3).value, Both(3).name())
# expect: ['Both', 'Base', 'Sized', 'Named', 'Protocol', 'Generic', 'object'] 3 named
try:
    class Wrong(Base[T], Protocol[T]): ...
except TypeError as error:
    print(str(error).partition(",")[0])  # expect: Protocols can only inherit from other protocols
---
# unions that are equal have one hash, however they were written
from typing import Optional, Union
print(hash(int | str) == hash(str | int) == hash(Union[str, int]) == hash(Union[int, str]))  # expect: True
readers = {int | None: "number", Union[str, list[int]]: "text"}
print(readers[Optional[int]], readers[list[int] | str], len({int | str, str | int, Union[int, str]}))
# expect: number text 1
