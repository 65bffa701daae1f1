# isinstance with classes, tuples and unions
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, (str, (float, (int,)))), isinstance(1, int | str), isinstance(None, type(None)), isinstance(1, object), isinstance(int, type), isinstance(1, ()))
# expect: True True True True True True True True False
for f in (lambda: isinstance(1, "int"), lambda: isinstance(1, [int]), lambda: isinstance(1), lambda: isinstance(1, (int, "x")), lambda: isinstance("a", (int, "x")), lambda: isinstance(1, None), lambda: isinstance(1, list[int] | int)):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance expected 2 arguments, got 1
# expect: True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() argument 2 cannot be a parameterized generic
---
# issubclass
class A: pass
class B(A): pass
print(issubclass(B, A), issubclass(A, B), issubclass(B, (int, A)), issubclass(bool, int), issubclass(B, object), issubclass(A, A), issubclass(int, int | str), issubclass(A, ()))
# expect: True False True True True True True False
for f in (lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(A(), A), lambda: issubclass(int)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: issubclass() arg 1 must be a class
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: issubclass() arg 1 must be a class
# expect: issubclass expected 2 arguments, got 1
---
# virtual subclasses through an ABC
from abc import ABC
from collections.abc import Sized, Iterable
class Shape(ABC): pass
class Sq: pass
Shape.register(Sq)
print(issubclass(Sq, Shape), isinstance(Sq(), Shape), isinstance(5, Shape))  # expect: True True False
class HasLen:
    def __len__(self): return 0
print(isinstance(HasLen(), Sized), issubclass(HasLen, Sized), isinstance(5, Sized), isinstance(HasLen(), (Iterable, Sized)), isinstance("a", Iterable))
# expect: True True False True True
---
# getattr, setattr, delattr, hasattr
class C: x = 1
c = C()
print(getattr(c, "x"), getattr(c, "y", "default"), hasattr(c, "x"), hasattr(c, "y"), setattr(c, "y", 2), c.y, delattr(c, "y"), hasattr(c, "y"), getattr("abc", "upper")(), getattr(c, "__class__").__name__)
# expect: 1 default True False None 2 None False ABC C
for f in (lambda: getattr(c, "y"), lambda: getattr(c), lambda: delattr(c, "x"), lambda: setattr(c, "a"), lambda: hasattr(c), lambda: getattr(c, 1), lambda: setattr(5, "x", 1)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
# expect: AttributeError 'C' object has no attribute 'y'
# expect: TypeError getattr expected at least 2 arguments, got 1
# expect: AttributeError 'C' object has no attribute 'x'
# expect: TypeError setattr expected 3 arguments, got 2
# expect: TypeError hasattr expected 2 arguments, got 1
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
---
# vars and dir
class C:
    k = 1
    def __init__(self): self.b, self.a = 1, 2
print(vars(C()), [n for n in vars(C) if not n.startswith("__")], [n for n in dir(C()) if not n.startswith("__")])
# expect: {'b': 1, 'a': 2} ['k'] ['a', 'b', 'k']
def f(p):
    q = p
    return vars(), sorted(dir())
print(f(1))  # expect: ({'p': 1, 'q': 1}, ['p', 'q'])
for x in (5, "s", [], None):
    try:
        vars(x)
    except TypeError as e:
        print(e)
# expect: vars() argument must have __dict__ attribute
# expect: vars() argument must have __dict__ attribute
# expect: vars() argument must have __dict__ attribute
# expect: vars() argument must have __dict__ attribute
print("append" in dir([]), "upper" in dir("s"), sorted(dir([])) == dir([]))  # expect: True True True
---
# globals and locals
x = 1
def f():
    y = 2
    globals()["z"] = 3
    return locals(), "x" in globals()
print(f(), z)  # expect: ({'y': 2}, True) 3
print(locals() is globals())  # expect: True
globals()["made up"] = 1
print("made up" in globals())  # expect: True
class C:
    a = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
print(C.names)  # expect: ['a']
---
# type with one argument
class M(type): pass
class C(metaclass=M): pass
print(type(5), type(C), type(C()), type(type(C)), type(None), type(C()) is C, type(5) == int)
# expect: <class 'int'> <class '__main__.M'> <class '__main__.C'> <class 'type'> <class 'NoneType'> True True
for f in (lambda: type(), lambda: type(1, 2), lambda: type("X", (), {}, {}), lambda: type(1, 2, 3)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: type() takes 1 or 3 arguments
# expect: type() takes 1 or 3 arguments
# expect: type() takes 1 or 3 arguments
# expect: type.__new__() argument 1 must be str, not int
---
# repr and ascii
print(repr("a"), repr(1.0), repr([1, "x"]), repr(None), ascii("é😀"), ascii(["é"]), repr(repr("a")), repr(b"\xff"), ascii("\n"), repr(int), repr({}))
# expect: 'a' 1.0 [1, 'x'] None '\xe9\U0001f600' ['\xe9'] "'a'" b'\xff' '\n' <class 'int'> {}
class R:
    def __repr__(self): return "é"
print(repr(R()), ascii(R()), [R()])  # expect: é \xe9 [é]
---
# format
print(format(5), format(5, "03"), format("a", ">3"), format(1.5, ".2f"), format(None), format([1]), format(255, "x"), format(True), format(True, "d"), format(10 ** 10, ","))
# expect: 5 005   a 1.50 None [1] ff True 1 10,000,000,000
for f in (lambda: format([], "x"), lambda: format(5, 5), lambda: format("a", "d"), lambda: format()):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError unsupported format string passed to list.__format__
# expect: TypeError format() argument 2 must be str, not int
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: TypeError format expected at least 1 argument, got 0
---
# print options
print(1, 2, sep="-", end="!\n")  # expect: 1-2!
print("a", "b", sep="")  # expect: ab
print(*[1, 2, 3], sep="\n")
# expect: 1
# expect: 2
# expect: 3
print(sep="x")  # expect:
print("x", end="")
print("y", None, sep=None, end=None)  # expect: xy None
print("flush", flush=True)  # expect: flush
for kw in ({"sep": 5}, {"end": 5}, {"foo": 1}, {"file": 5}):
    try:
        print("z", **kw)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: TypeError sep must be None or a string, not int
# expect: TypeError end must be None or a string, not int
# expect: TypeError print() got an unexpected keyword argument 'foo'
# expect: AttributeError 'int' object has no attribute 'write'
---
# print to another file
class Sink:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append("<flush>")
s = Sink()
print("a", 1, file=s)
print("b", end="", file=s, flush=True)
print(s.parts)  # expect: ['a', ' ', '1', '\n', 'b', '', '<flush>']
import sys, io
out = io.StringIO()
old, sys.stdout = sys.stdout, out
print("captured")
sys.stdout = old
print(repr(out.getvalue()))  # expect: 'captured\n'
---
# an error in __str__ while printing
class Bad:
    def __str__(self): raise ValueError("no text")
try:
    print("before", Bad())
except ValueError as e:
    print("|", e)  # expect: before | no text
---
# str, list, tuple, dict, set constructors agree with iteration
class It:
    def __iter__(self): return iter("aab")
print(list(It()), tuple(It()), sorted(set(It())), dict.fromkeys(It()), "".join(It()), frozenset(It()) == {"a", "b"}, bytes(iter([1])), str(list(It())), sorted(It()), dict(zip(It(), It())))
# expect: ['a', 'a', 'b'] ('a', 'a', 'b') ['a', 'b'] {'a': None, 'b': None} aab True b'\x01' ['a', 'a', 'b'] ['a', 'a', 'b'] {'a': 'a', 'b': 'b'}
---
# input and open are only where the host gives them
print(callable(print), "len" in dir(__builtins__) if not isinstance(__builtins__, dict) else "len" in __builtins__)
# expect: True True
import builtins
print(builtins.len is len, builtins.int is int, hasattr(builtins, "nope"), builtins.__name__)
# expect: True True False builtins
---
# names of the built-in functions
import builtins
names = [n for n, v in vars(builtins).items() if not n.startswith("_") and not (isinstance(v, type) and issubclass(v, BaseException))]
names = sorted(set(names) - {"copyright", "credits", "license", "exit", "quit", "help", "breakpoint", "input", "open"})
for i in range(0, len(names), 12): print(*names[i:i + 12])
# expect: Ellipsis False None NotImplemented True abs aiter all anext any ascii bin
# expect: bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod
# expect: enumerate eval exec filter float format frozenset getattr globals hasattr hash hex
# expect: id int isinstance issubclass iter len list locals map max memoryview min
# expect: next object oct ord pow print property range repr reversed round set
# expect: setattr slice sorted staticmethod str sum super tuple type vars zip
---
# shadowing a built-in, and adding one
def f():
    len = lambda x: "mine"
    return len("abc")
print(f(), len("abc"))  # expect: mine 3
len = lambda x: "module"
print(len("abc"))  # expect: module
del len
print(len("abc"))  # expect: 3
import builtins
builtins.shout = lambda s: s.upper() + "!"
print(shout("hi"))  # expect: HI!
del builtins.shout
try:
    shout("x")
except NameError as e:
    print(e)  # expect: name 'shout' is not defined
---
# staticmethod, classmethod and property called as functions
class C:
    def f(cls): return cls
    c = classmethod(f)
    s = staticmethod(f)
    p = property(lambda self: "p")
print(C.c() is C, C.s(5), C().p)  # expect: True 5 p
for f in (lambda: classmethod(), lambda: staticmethod(1, 2), lambda: property(foo=1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: classmethod expected 1 argument, got 0
# expect: staticmethod expected 1 argument, got 2
# expect: property() got an unexpected keyword argument 'foo'
s = staticmethod(lambda: "called directly")
print(s())  # expect: called directly
---
# memory and truth of slices, object identity in containers
a = [1, 2]
b = [a, a]
b[0].append(3)
print(b, b[0] is b[1], b == [[1, 2, 3]] * 2, a in b, [1, 2, 3] in b)
# expect: [[1, 2, 3], [1, 2, 3]] True True True True
