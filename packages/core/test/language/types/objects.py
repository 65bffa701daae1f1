# types and their types
print(type(1), type("s"), type(None), type(int), type(type), type(print), type(len), type(lambda: 1), type([].append), type("".join), type(int.__add__), type((1).__add__), type(str.join))
# expect: <class 'int'> <class 'str'> <class 'NoneType'> <class 'type'> <class 'type'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'function'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'wrapper_descriptor'> <class 'method-wrapper'> <class 'method_descriptor'>
print(type(...), type(NotImplemented), type(range(1)), type({}.keys()), type(iter([])), type(x for x in ()), type(zip()), type(slice(1)), type(object()), type(super))
# expect: <class 'ellipsis'> <class 'NotImplementedType'> <class 'range'> <class 'dict_keys'> <class 'list_iterator'> <class 'generator'> <class 'zip'> <class 'slice'> <class 'object'> <class 'type'>
---
# type of a type and isinstance round the root
print(isinstance(type, object), isinstance(object, type), issubclass(type, object), issubclass(object, type), type.__mro__, object.__bases__, type(type) is type)
# expect: True True True False (<class 'type'>, <class 'object'>) () True
---
# names of types
print(int.__name__, int.__qualname__, int.__module__, int.__bases__, bool.__base__, type(None).__name__, type(len).__name__, type(print.__call__).__name__, dict.__mro__, KeyError.__mro__[1:3])
# expect: int int builtins (<class 'object'>,) <class 'int'> NoneType builtin_function_or_method method-wrapper (<class 'dict'>, <class 'object'>) (<class 'LookupError'>, <class 'Exception'>)
print(str(int), repr(ValueError), f"{dict}", [list, tuple])
# expect: <class 'int'> <class 'ValueError'> <class 'dict'> [<class 'list'>, <class 'tuple'>]
---
# built-in types cannot be changed
for code in ("int.x = 1", "del str.join", "list.append = 1", "type.x = 1", "object.y = 1", "ValueError.z = 1", "int.__name__ = 'x'"):
    try:
        exec(code)
    except TypeError as e:
        print(e)
# expect: cannot set 'x' attribute of immutable type 'int'
# expect: cannot set 'join' attribute of immutable type 'str'
# expect: cannot set 'append' attribute of immutable type 'list'
# expect: cannot set 'x' attribute of immutable type 'type'
# expect: cannot set 'y' attribute of immutable type 'object'
# expect: cannot set 'z' attribute of immutable type 'ValueError'
# expect: cannot set '__name__' attribute of immutable type 'int'
---
# object
o = object()
print(type(o), isinstance(o, object), o == o, o == object(), bool(o), callable(o), repr(o).startswith("<object object at 0x"), object() in [o], hasattr(o, "__dict__"))
# expect: <class 'object'> True True False True False True False False
for f in (lambda: object(1), lambda: object(x=1), lambda: setattr(o, "x", 1), lambda: o.x, lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: object.__init__()):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
# expect: object() takes no arguments
# expect: object() takes no arguments
# expect: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: 'object' object has no attribute 'x'
# expect: object.__new__(): not enough arguments
# expect: object.__new__(X): X is not a type object (int)
# expect: object.__new__(int) is not safe, use int.__new__()
# expect: descriptor '__init__' of 'object' object needs an argument
---
# common attributes of object
print([n for n in dir(object()) if n in ("__class__", "__doc__", "__eq__", "__hash__", "__init__", "__new__", "__repr__", "__str__", "__dir__", "__format__")])
# expect: ['__class__', '__dir__', '__doc__', '__eq__', '__format__', '__hash__', '__init__', '__new__', '__repr__', '__str__']
print(object.__str__(5), object.__eq__(1, 1), object.__eq__(1, 2), object.__ne__(1, 2), object.__hash__(5) == object.__hash__(5), object.__format__(5, ""), object.__doc__ is not None)
# expect: 5 True NotImplemented True True 5 True
---
# generic aliases
a = list[int]
print(a, dict[str, list[int]], tuple[int, ...], tuple[()], type[int], set["T"], list[None], list[int | str])
# expect: list[int] dict[str, list[int]] tuple[int, ...] tuple[()] type[int] set['T'] list[None] list[int | str]
print(a.__origin__, a.__args__, a() , a([1, 2]), list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]), isinstance([], a.__origin__))
# expect: <class 'list'> (<class 'int'>,) [] [1, 2] True False True True
for f in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: int[str], lambda: str[int]):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass() argument 2 cannot be a parameterized generic
# expect: type 'int' is not subscriptable
# expect: type 'str' is not subscriptable
class C(list[int]): pass
print(C.__bases__, C.__orig_bases__)  # expect: (<class 'list'>,) (list[int],)
---
# functions as objects
def f(a, b=1): "doc"
print(f.__name__, f.__doc__, f.__defaults__, f.__code__.co_name, f.__dict__, f.__annotations__, f.__kwdefaults__, f.__closure__, f.__module__, f.__type_params__, type(f.__globals__).__name__)
# expect: f doc (1,) f {} {} None None __main__ () dict
f.__doc__ = "new doc"
f.__qualname__ = "Some.where"
f.x = 1
print(f.__doc__, repr(f).split(" at ")[0], vars(f))  # expect: new doc <function Some.where {'x': 1}
for code in ("f.__code__ = 5", "f.__dict__ = 5", "f.__defaults__ = 5", "f.__closure__ = ()", "f.__qualname__ = 5", "f.nope", "del f.__name__", "f.__annotations__ = 5"):
    try:
        exec(code)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: TypeError __code__ must be set to a code object
# expect: TypeError __dict__ must be set to a dictionary, not a 'int'
# expect: TypeError __defaults__ must be set to a tuple object
# expect: AttributeError readonly attribute
# expect: TypeError __qualname__ must be set to a string object
# expect: AttributeError 'function' object has no attribute 'nope'
# expect: TypeError __name__ must be set to a string object
# expect: TypeError __annotations__ must be set to a dict object
---
# changing the code of a function
def f(): return 1
def g(): return 2
f.__code__ = g.__code__
print(f(), f.__name__)  # expect: 2 f
---
# types.FunctionType makes functions
import types
def f(a, b=2): return a, b, k
k = 5
g = types.FunctionType(f.__code__, {"k": "own"}, "g", (7,))
print(g(1), g.__name__, f(1))  # expect: (1, 7, 'own') g (1, 2, 5)
---
# built-in functions and methods as objects
print(len, print.__name__, len.__name__, [].append.__name__, "x".upper.__name__, [1].append.__self__, len.__self__.__name__, str.upper, int.__add__, "a".join.__qualname__, len.__module__)
# expect: <built-in function len> print len append upper [1] builtins <method 'upper' of 'str' objects> <slot wrapper '__add__' of 'int' objects> str.join builtins
print(repr([].append).split(" at ")[0], str.upper.__objclass__, dict.fromkeys.__name__, int.from_bytes.__self__)
# expect: <built-in method append of list object <class 'str'> fromkeys <class 'int'>
print(str.upper("x"), list.append([], 1), int.__add__(1, 2), dict.get({"a": 1}, "a"))  # expect: X None 3 1
for f in (lambda: str.upper(5), lambda: str.upper(), lambda: list.append(5, 1), lambda: int.__add__("a", 1), lambda: "x".upper(1), lambda: int.__add__(1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# expect: unbound method str.upper() needs an argument
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# expect: descriptor '__add__' requires a 'int' object but received a 'str'
# expect: str.upper() takes no arguments (1 given)
# expect: expected 1 argument, got 0
---
# bound methods
class C:
    def m(self, *a): return a
c = C()
m = c.m
print(m.__name__, m.__qualname__, m.__self__ is c, m.__func__ is C.m, m == c.m, hash(m) == hash(c.m), m(1, 2), m.__doc__)
# expect: m C.m True True True True (1, 2) None
import types
print(types.MethodType(lambda self, x: (self, x), 5)(6), C.m(c, 1))  # expect: (5, 6) (1,)
try:
    m.x = 1
except AttributeError as e:
    print(e)  # expect: 'method' object has no attribute 'x' and no __dict__ for setting new attributes
C.m.x = "on the function"
print(m.x)  # expect: on the function
try:
    types.MethodType(5, 1)
except TypeError as e:
    print(e)  # expect: first argument must be callable
---
# property objects
class C:
    def __init__(self): self._x = 1
    def getx(self): return self._x
    x = property(getx)
    y = x.setter(lambda self, v: setattr(self, "_x", v))
c = C()
c.y = 5
print(c.x, c.y, C.x is C.__dict__["x"], C.x.fset, C.y.fget is C.getx, C.x.__get__(c), isinstance(C.x, property), C.x.__name__)
# expect: 5 5 True None True 5 True x
try:
    property(1, 2, 3, 4, 5)
except TypeError as e:
    print(e)  # expect: property() takes at most 4 arguments (5 given)
---
# modules
import types
m = types.ModuleType("mod", "the doc")
m.x = 1
print(m, m.__name__, m.__doc__, m.x, vars(m)["x"], hasattr(m, "y"), type(m).__name__)
# expect: <module 'mod'> mod the doc 1 1 False module
try:
    m.y
except AttributeError as e:
    print(e)  # expect: module 'mod' has no attribute 'y'
m.__getattr__ = lambda name: f"dynamic {name}"
print(m.anything)  # expect: dynamic anything
m.__dir__ = lambda: ["b", "a"]
print(dir(m))  # expect: ['a', 'b']
del m.x
print("x" in vars(m))  # expect: False
---
# __main__ is a module
import sys
main = sys.modules["__main__"]
x = 5
print(main.x, __name__, main.__dict__ is globals(), main.__name__)  # expect: 5 __main__ True __main__
main.y = 6
print(y)  # expect: 6
---
# code objects
c = compile("a + b", "<name>", "eval")
print(type(c).__name__, c.co_filename, c.co_name, c.co_names, eval(c, {"a": 1, "b": 2}))
# expect: code <name> <module> ('a', 'b') 3
def f(a, *, k, **kw):
    """doc"""
    x = 1
    return [x, "const", 2.5, None]
co = f.__code__
print(co.co_varnames, co.co_argcount, co.co_kwonlyargcount, co.co_nlocals, co.co_name, co.co_freevars, co.co_cellvars, co.co_posonlyargcount)
# expect: ('a', 'k', 'kw', 'x') 1 1 4 f () () 0
print(co.replace(co_name="other").co_name, co == f.__code__, hash(co) == hash(f.__code__))
# expect: other True True
---
# cells, frames and mappingproxy
import types, sys
d = {"a": 1}
p = types.MappingProxyType(d)
d["b"] = 2
print(p, p["b"], len(p), list(p), p.get("z"), p | {"c": 3}, p == d, "a" in p, type(p.copy()).__name__)
# expect: {'a': 1, 'b': 2} 2 2 ['a', 'b'] None {'a': 1, 'b': 2, 'c': 3} True True dict
try:
    p["a"] = 5
except TypeError as e:
    print(e)  # expect: 'mappingproxy' object does not support item assignment
def f():
    x = 1
    return sys._getframe().f_code.co_name, sys._getframe().f_locals["x"], sys._getframe(1).f_code.co_name
print(f())  # expect: ('f', 1, '<module>')
c = types.CellType(5)
print(c.cell_contents, type(c).__name__)  # expect: 5 cell
---
# SimpleNamespace
import types
n = types.SimpleNamespace(a=1, b="x")
n.c = [n.a]
print(n, n.a, vars(n), n == types.SimpleNamespace(a=1, b="x", c=[1]), types.SimpleNamespace({"k": 1}, z=2))
# expect: namespace(a=1, b='x', c=[1]) 1 {'a': 1, 'b': 'x', 'c': [1]} True namespace(k=1, z=2)
del n.a
print(n, hasattr(n, "a"))  # expect: namespace(b='x', c=[1]) False
---
# iterators as objects
for x in ([1], (1,), "a", {1}, {1: 2}, range(1), b"a", {}.values(), {}.items(), enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), iter(int, 0), (y for y in [])):
    it = iter(x)
    print(type(it).__name__, iter(it) is it)
# expect: list_iterator True
# expect: tuple_iterator True
# expect: str_ascii_iterator True
# expect: set_iterator True
# expect: dict_keyiterator True
# expect: range_iterator True
# expect: bytes_iterator True
# expect: dict_valueiterator True
# expect: dict_itemiterator True
# expect: enumerate True
# expect: zip True
# expect: map True
# expect: filter True
# expect: list_reverseiterator True
# expect: callable_iterator True
# expect: generator True
---
# copies of iterators in progress
import copy
it = iter([1, 2, 3])
next(it)
c = copy.copy(it)
print(next(it), list(c), list(it))  # expect: 2 [2, 3] [3]
r = iter(range(5))
next(r)
print(list(copy.copy(r)), r.__length_hint__(), iter("abc").__length_hint__())  # expect: [1, 2, 3, 4] 4 3
---
# type checks by abstract base
from collections.abc import Iterable, Iterator, Sized, Container, Hashable, Callable, Mapping, MutableMapping, Sequence, MutableSequence, Set, Generator, Awaitable, Coroutine, AsyncIterable, Reversible, Collection
for c in (Iterable, Iterator, Sized, Container, Hashable, Callable, Mapping, MutableMapping, Sequence, MutableSequence, Set, Generator, Reversible, Collection):
    print(c.__name__, "".join("1" if isinstance(x, c) else "0" for x in (1, "s", b"b", [], (), {}, set(), range(1), iter([]), (x for x in ()), len, int, {}.keys(), None)))
# expect: Iterable 01111111110010
# expect: Iterator 00000000110000
# expect: Sized 01111111000010
# expect: Container 01111111000010
# expect: Hashable 11101001111101
# expect: Callable 00000000001100
# expect: Mapping 00000100000000
# expect: MutableMapping 00000100000000
# expect: Sequence 01111001000000
# expect: MutableSequence 00010000000000
# expect: Set 00000010000010
# expect: Generator 00000000010000
# expect: Reversible 01111101000010
# expect: Collection 01111111000010
---
# keywords of a class derived from a built-in type are for the half of its construction that it wrote itself
import itertools
class Metre(float):
    def __init__(self, value, unit="m"): self.unit = unit
class Point(tuple):
    def __init__(self, parts, name=""): self.name = name
class Frozen(frozenset):
    def __init__(self, parts, name=""): self.name = name
class Row(list):
    def __new__(cls, parts=(), width=0):
        self = super().__new__(cls, parts)
        self.width = width
        return self
class Tagged(map):
    def __init__(self, function, *rest, tag=None): self.tag = tag
class Joined(itertools.chain):
    def __init__(self, *parts, tag=None): self.tag = tag
print(Metre(2.5, unit="cm").unit, Point([1, 2], name="p").name, Frozen([1], name="f").name)  # expect: cm p f
print(Row([1, 2], width=7), Row([1], width=7).width)  # expect: [1, 2] 7
print(list(Tagged(str, [1], tag="t")), Tagged(str, [], tag="t").tag, list(Joined([1], [2], tag="j")))
# expect: ['1'] t [1, 2]
---
# a class that writes neither half takes no keywords
class Plain(float): pass
class Names(list): pass
class Both(tuple): pass
class Own(set):
    def __new__(cls, parts=(), tag=None): return super().__new__(cls, parts)
for make in (lambda: Plain(x=1), lambda: Names(seq=()), lambda: Both(sequence=()), lambda: Own([1], tag=2)):
    try: print(make())
    except TypeError as e: print(e)
# expect: float() takes no keyword arguments
# expect: list() takes no keyword arguments
# expect: tuple() takes no keyword arguments
# expect: set() takes no keyword arguments
---
# `__new__` of a built-in class makes instances of classes derived from it
import types
for base in (type, property, types.ModuleType, BaseException, OSError, list):
    for cls in (3, int):
        try: print("made", base.__new__(cls))
        except TypeError as e: print(e)
# expect: type.__new__(X): X is not a type object (int)
# expect: type.__new__(int): int is not a subtype of type
# expect: property.__new__(X): X is not a type object (int)
# expect: property.__new__(int): int is not a subtype of property
# expect: module.__new__(X): X is not a type object (int)
# expect: module.__new__(int): int is not a subtype of module
# expect: BaseException.__new__(X): X is not a type object (int)
# expect: BaseException.__new__(int): int is not a subtype of BaseException
# expect: OSError.__new__(X): X is not a type object (int)
# expect: OSError.__new__(int): int is not a subtype of OSError
# expect: list.__new__(X): X is not a type object (int)
# expect: list.__new__(int): int is not a subtype of list
---
# types.FunctionType looks at each of its arguments, and sets the name alone
import types
def power(base, *, exponent=2):
    return base ** exponent
def make(*args):
    try:
        made = types.FunctionType(power.__code__, {}, *args)
        print(made.__name__, made.__qualname__, made(3))
    except TypeError as error:
        print(error)
make("square", None, None, {"exponent": 2})  # expect: square power 9
make("square", None, None, 2)  # expect: arg 6 (kwdefaults) must be None or dict
make(2)  # expect: arg 3 (name) must be None or string
make("square", 2)  # expect: arg 4 (defaults) must be None or tuple
make("square", None, 2)  # expect: arg 5 (closure) must be None or tuple
make("square")  # expect: power() missing 1 required keyword-only argument: 'exponent'
---
# a class by its own __bases__ that leads back to itself is refused
class Loop:
    @property
    def __bases__(self):
        return self, self
for check in issubclass, isinstance:
    try:
        print(check(Loop(), int))
    except RecursionError as error:
        print(type(error).__name__)
# expect: RecursionError
# expect: False
try:
    issubclass(Loop(), (str, int))
except RecursionError:
    print("too deep")  # expect: too deep
---
# isinstance and issubclass look through tuples of any size and depth, up to the first yes
class Even(type):
    def __instancecheck__(cls, value):
        return value % 2 == 0
    def __subclasscheck__(cls, other):
        return ["yes"] if other is int else []
class Number(metaclass=Even): pass
many = (str,) * 1000
deep = Number
for _ in range(2000):
    deep = str, (), deep
print(isinstance(4, many + (Number,)), isinstance(3, many + (Number,)), isinstance(3, (many, (Number, many), int)))
# expect: True False True
print(isinstance(4, deep), isinstance(3, deep), issubclass(int, deep), issubclass(float, (many, deep)))
# expect: True False True False
try:
    isinstance(3, (many, Number, 3))
except TypeError as error:
    print(error)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
