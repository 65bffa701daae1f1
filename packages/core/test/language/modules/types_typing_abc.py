# names of the interpreter's types
import types
def f(): pass
def g(): yield
async def c(): pass
co = c()
print(isinstance(f, types.FunctionType), types.LambdaType is types.FunctionType, isinstance(g(), types.GeneratorType), isinstance(co, types.CoroutineType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(types, types.ModuleType), isinstance(f.__code__, types.CodeType), types.NoneType is type(None), types.EllipsisType is type(...), types.NotImplementedType is type(NotImplemented))
# expect: True True True True True True True True True True True
co.close()
class K:
    def m(self): pass
print(isinstance(K().m, types.MethodType), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), isinstance(K.__dict__, types.MappingProxyType), types.GenericAlias(list, (int,)) == list[int])
# expect: True True True True True
---
# DynamicClassAttribute, new_class, coroutine
import types
C = types.new_class("C", (dict,), exec_body=lambda ns: ns.update(x=1))
print(C.x, C(a=1), C.__module__ == __name__)  # expect: 1 {'a': 1} False
@types.coroutine
def gen(): return (yield 1)
async def f(): return await gen()
c = f()
print(c.send(None))  # expect: 1
try:
    c.send("v")
except StopIteration as e:
    print(e.value)  # expect: v
try:
    types.coroutine(5)
except TypeError as e:
    print(e)  # expect: types.coroutine() expects a callable
---
# type hints do nothing at run time
from typing import List, Dict, Optional, Union, Any, Callable, Tuple, Literal, Final, ClassVar
def f(a: List[int], b: Optional[str] = None, *c: Any) -> Dict[str, int]: return {"a": a}
print(f("not a list"), Optional[int], Union[int, str], List[int], Dict[str, int], Callable[[int], str], Tuple[int, ...], Literal["a", 1], Any, Union[int, int], Optional[None])
# expect: {'a': 'not a list'} typing.Optional[int] typing.Union[int, str] typing.List[int] typing.Dict[str, int] typing.Callable[[int], str] typing.Tuple[int, ...] typing.Literal['a', 1] typing.Any <class 'int'> <class 'NoneType'>
x: Final = 5
class C: k: ClassVar[int] = 1
print(C.__annotations__, Callable[..., int])  # expect: {'k': typing.ClassVar[int]} typing.Callable[..., int]
---
# get_type_hints, get_origin, get_args
from typing import get_type_hints, get_origin, get_args, Union, Optional, List, Literal
class C:
    a: int
    b: "str"
    c: Optional["C"] = None
print(get_type_hints(C)["a"], get_type_hints(C)["b"], get_origin(List[int]), get_args(dict[str, int]), get_origin(Union[int, str]) is Union, get_args(int | str), get_args(Literal[1, 2]), get_origin(int), get_args(int))
# expect: <class 'int'> <class 'str'> <class 'list'> (<class 'str'>, <class 'int'>) True (<class 'int'>, <class 'str'>) (1, 2) None ()
def f(x: "int", y: list["C"]) -> None: pass
print(get_type_hints(f))  # expect: {'x': <class 'int'>, 'y': list[__main__.C], 'return': <class 'NoneType'>}
---
# TypeVar and Generic
from typing import TypeVar, Generic
T = TypeVar("T")
U = TypeVar("U", bound=int)
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box(1).get(), Box[int]("s").get(), Box[int], T, U.__bound__, TypeVar("N", int, str).__constraints__, Box.__parameters__, Box[int].__origin__ is Box)
# expect: 1 s __main__.Box[int] ~T <class 'int'> (<class 'int'>, <class 'str'>) (~T,) True
class Pair(Box[T], Generic[T, U]): pass
print(Pair.__parameters__, Pair[str, int])  # expect: (~T, ~U) __main__.Pair[str, int]
try:
    Box[int, str]
except TypeError as e:
    print(e)  # expect: Too many arguments for <class '__main__.Box'>; actual 2, expected 1
---
# NamedTuple
from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: int = 5
    def dist(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = P(3, 4)
print(p, p.dist(), P(1), p._fields, P._field_defaults, P.__annotations__, p == (3, 4), p._replace(x=0), P.__bases__)
# expect: P(x=3, y=4) 5.0 P(x=1, y=5) ('x', 'y') {'y': 5} {'x': <class 'int'>, 'y': <class 'int'>} True P(x=0, y=4) (<class 'tuple'>,)
Q = NamedTuple("Q", [("a", int), ("b", str)])
print(Q(1, "x"))  # expect: Q(a=1, b='x')
try:
    class Bad(NamedTuple):
        a: int = 1
        b: int
except TypeError as e:
    print(e)  # expect: Non-default namedtuple field b cannot follow default field a
---
# TypedDict
from typing import TypedDict, NotRequired
class Movie(TypedDict):
    title: str
    year: NotRequired[int]
m: Movie = {"title": "x"}
print(m, Movie(title="y", year=5), type(m).__name__, Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__)
# expect: {'title': 'x'} {'title': 'y', 'year': 5} dict frozenset({'title'}) frozenset({'year'}) True
class Sub(Movie, total=False): extra: int
print(sorted(Sub.__annotations__), sorted(Sub.__optional_keys__))
# expect: ['extra', 'title', 'year'] ['extra', 'year']
---
# Protocol
from typing import Protocol, runtime_checkable
@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...
class File:
    def close(self): return "closed"
print(isinstance(File(), Closable), isinstance(5, Closable), issubclass(File, Closable))
# expect: True False True
class Plain(Protocol):
    x: int
try:
    isinstance(5, Plain)
except TypeError as e:
    print(e)  # expect: Instance and class checks can only be used with @runtime_checkable protocols
try:
    Closable()
except TypeError as e:
    print(e)  # expect: Protocols cannot be instantiated
class Impl(Closable):
    def close(self): return 1
print(Impl().close())  # expect: 1
---
# casts, overloads, NewType and helpers
from typing import cast, overload, NewType, TYPE_CHECKING, no_type_check, final, assert_never, reveal_type, Annotated, Self, override
UserId = NewType("UserId", int)
print(cast(int, "kept"), UserId(5) + 1, UserId.__name__, UserId, TYPE_CHECKING, Annotated[int, "meta"].__metadata__, Annotated[int, 1])
# expect: kept 6 UserId __main__.UserId False ('meta',) typing.Annotated[int, 1]
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), f("a"))  # expect: 1 a
@final
class C:
    @override
    def m(self): return 1
print(C.__final__, C.m.__override__, C().m())  # expect: True True 1
try:
    assert_never("x")
except AssertionError as e:
    print(e)  # expect: Expected code to be unreachable, but got: 'x'
---
# aliases of typing are not instantiated or checked
from typing import List, Union, Any, Optional
for f in (lambda: List(), lambda: List[int](), lambda: isinstance([], List[int]), lambda: isinstance(1, Any), lambda: Union(), lambda: List[int, str], lambda: Optional[5], lambda: isinstance(1, Union[int, str])):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: Type List cannot be instantiated; use list() instead
# expect: Type List cannot be instantiated; use list() instead
# expect: Subscripted generics cannot be used with class and instance checks
# expect: typing.Any cannot be used with isinstance()
# expect: Cannot instantiate typing.Union
# expect: Too many arguments for typing.List; actual 2, expected 1
# expect: typing.Optional[5]
# expect: True
print(isinstance([], List), isinstance(1, Optional[int]), issubclass(list, List))  # expect: True True True
---
# ParamSpec, TypeVarTuple, Concatenate, Unpack
from typing import ParamSpec, TypeVarTuple, Concatenate, Callable, Unpack, TypeAlias
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(P, P.args, P.kwargs, Ts, Callable[P, int], Callable[Concatenate[int, P], str], tuple[Unpack[Ts]])
# expect: ~P P.args P.kwargs Ts typing.Callable[~P, int] typing.Callable[typing.Concatenate[int, ~P], str] tuple[typing.Unpack[Ts]]
Alias: TypeAlias = list[int]
print(Alias)  # expect: list[int]
---
# ABC: abstract methods
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def name(self): return "shape"
    def show(self): return f"{self.name()} {self.area()}"
class Half(Shape):
    def area(self): return 1
class Square(Shape):
    def area(self): return 4
    def name(self): return "square " + super().name()
print(Square().show(), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)
# expect: square shape 4 ['area', 'name'] frozenset()
for c in (Shape, Half):
    try:
        c()
    except TypeError as e:
        print(e)
# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# expect: Can't instantiate abstract class Half without an implementation for abstract method 'name'
---
# ABC: abstract properties, class and static methods
from abc import ABC, abstractmethod
class A(ABC):
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
try:
    A()
except TypeError as e:
    print(e)
# expect: Can't instantiate abstract class A without an implementation for abstract methods 'c', 'p', 's'
class B(A):
    p = "plain attribute"
    @classmethod
    def c(cls): return "c"
    @staticmethod
    def s(): return "s"
print(B().p, B.c(), B.s())  # expect: plain attribute c s
---
# ABC: registration and subclass hooks
from abc import ABC, ABCMeta
class Number(ABC): pass
print(Number.register(int) is int, isinstance(5, Number), issubclass(bool, Number), isinstance("5", Number), type(Number) is ABCMeta)
# expect: True True True False True
@Number.register
class Mine: pass
print(isinstance(Mine(), Number), Number in Mine.__mro__)  # expect: True False
class HasRun(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is HasRun: return any("run" in k.__dict__ for k in c.__mro__)
        return NotImplemented
class R:
    def run(self): pass
print(issubclass(R, HasRun), isinstance(R(), HasRun), issubclass(int, HasRun))  # expect: True True False
try:
    Number.register(5)
except TypeError as e:
    print(e)  # expect: Can only register classes
---
# an ABC without abstract methods can be made
from abc import ABC, abstractmethod, update_abstractmethods, get_cache_token
class A(ABC): x = 1
print(A().x)  # expect: 1
class B(ABC):
    @abstractmethod
    def f(self): ...
B.f = lambda self: "now concrete"
update_abstractmethods(B)
print(B().f(), isinstance(get_cache_token(), int))  # expect: now concrete True
---
# aliases of classes of their own, and weak references of such, are keys as their bases are
import collections.abc, types, weakref
call = collections.abc.Callable[[int], str]
print({call: "found"}[collections.abc.Callable[[int], str]], hash(call) == hash(collections.abc.Callable[[int], str]))
# expect: found True
class Alias(types.GenericAlias): pass
print({Alias(list, (int,)): 1}[list[int]], {list[int]: 2}[Alias(list, int)])  # expect: 1 2
class Named(weakref.ref): pass
class Thing: pass
thing = Thing()
print({Named(thing): 3}[weakref.ref(thing)], hash(Named(thing)) == hash(thing))  # expect: 3 True
---
# how a module shows where it is from
import types
m = types.ModuleType("made")
print(m)  # expect: <module 'made'>
m.__loader__ = "a loader"
print(m)  # expect: <module 'made' ('a loader')>
m.__file__ = "made.py"
print(m)  # expect: <module 'made' from 'made.py'>
try:
    del m.__annotations__
except AttributeError as e:
    print(e)  # expect: __annotations__
m.__annotations__["x"] = int
del m.__annotations__
print(m.__annotations__)  # expect: {}
---
# the attributes of a function are those of its methods too
class C:
    def f(self): pass
    f.known = 1
print("known" in dir(C().f), C().f.known)  # expect: True 1
---
# The text of an alias is that of what is in it, which may hold itself or be shared
items = [int, [str]]
items.append(items)
print(list[items])  # expect: list[[int, [<class 'str'>], [<class 'int'>, [<class 'str'>], [...]]]]
print(dict[[int, str], [list[int], ...]], list[[]], tuple[()])
# expect: dict[[int, str], [list[int], ...]] list[[]] tuple[()]
alias = list[int]
for _ in range(6):
    alias = dict[alias, alias]
print(len(repr(alias)))  # expect: 1080
print(list[int | None] | None, tuple[int, ...])  # expect: list[int | None] | None tuple[int, ...]
---
# The name of an attribute is a text, whoever is asked for it
import types

class Plain:
    def go(self): pass

for owner in (Plain().go, list[int], super(Plain, Plain()), Plain, Plain(), types):
    for name in (None, b"go"):
        try:
            type(owner).__getattribute__(owner, name)
            print("found")
        except TypeError as error:
            print(type(owner).__name__, error)
# expect: method attribute name must be string, not 'NoneType'
# expect: method attribute name must be string, not 'bytes'
# expect: GenericAlias attribute name must be string, not 'NoneType'
# expect: GenericAlias attribute name must be string, not 'bytes'
# expect: super attribute name must be string, not 'NoneType'
# expect: super attribute name must be string, not 'bytes'
# expect: type attribute name must be string, not 'NoneType'
# expect: type attribute name must be string, not 'bytes'
# expect: Plain attribute name must be string, not 'NoneType'
# expect: Plain attribute name must be string, not 'bytes'
# expect: module attribute name must be string, not 'NoneType'
# expect: module attribute name must be string, not 'bytes'
