# instance and class attributes
class C:
    shared = []
    n = 0
    def __init__(self, x): self.x = x
a, b = C(1), C(2)
a.shared.append("both")
a.n = 5
print(a.x, b.x, b.shared, a.n, b.n, C.n, a.__dict__, b.__dict__)
# expect: 1 2 ['both'] 5 0 0 {'x': 1, 'n': 5} {'x': 2}
del a.n
print(a.n)  # expect: 0
---
# methods bind their instance
class C:
    def m(self, k=1): return self, k
c = C()
f = c.m
print(f()[0] is c, f(5)[1], C.m(c)[0] is c, f.__self__ is c, f.__func__ is C.m, c.m == c.m, c.m is c.m)
# expect: True 5 True True True True False
print(type(f).__name__, type(C.m).__name__)  # expect: method function
---
# static and class methods
class C:
    name = "C"
    @staticmethod
    def s(x): return x * 2
    @classmethod
    def c(cls, x): return cls.name, x
class D(C): name = "D"
print(C.s(1), C().s(2), D.s(3), C.c(1), D.c(2), D().c(3))  # expect: 2 4 6 ('C', 1) ('D', 2) ('D', 3)
print(C.c.__self__, D.c.__self__, type(C.__dict__["s"]).__name__, type(C.__dict__["c"]).__name__)
# expect: <class '__main__.C'> <class '__main__.D'> staticmethod classmethod
---
# alternative constructors
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    @classmethod
    def parse(cls, text): return cls(*map(int, text.split(",")))
    def __repr__(self): return f"{type(self).__name__}({self.x}, {self.y})"
class P2(Point): pass
print(Point.parse("1,2"), P2.parse("3,4"))  # expect: Point(1, 2) P2(3, 4)
---
# functions set on instances are not bound, on classes they are
class C: pass
c = C()
c.f = lambda *a: len(a)
C.g = lambda *a: len(a)
print(c.f(), c.g(), C.g())  # expect: 0 1 0
C.b = len
c.b2 = print
print(C().b([1, 2])) if True else None  # expect: 2
---
# __init__ must return None
class C:
    def __init__(self): return 5
try:
    C()
except TypeError as e:
    print(e)  # expect: __init__() should return None, not 'int'
---
# __new__ decides what is made
class Single:
    made = None
    def __new__(cls, *args):
        if cls.made is None:
            print("new", args)
            cls.made = super().__new__(cls)
        return cls.made
    def __init__(self, *args): print("init", args)
print(Single(1) is Single(2))
# expect: new (1,)
# expect: init (1,)
# expect: init (2,)
# expect: True
class Five:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Five())  # expect: 5
---
# __new__ of immutable types
class Celsius(float):
    def __new__(cls, v, unit="C"):
        self = super().__new__(cls, v)
        self.unit = unit
        return self
    def __repr__(self): return f"{float(self)}{self.unit}"
t = Celsius("21.5")
print(t, t + 1, type(t + 1).__name__, t.unit, t == 21.5)  # expect: 21.5C 22.5 float C True
class Upper(str):
    def __new__(cls, s): return str.__new__(cls, s.upper())
print(Upper("abc"), Upper("x") + "y", type(Upper("a")[0]).__name__)  # expect: ABC Xy str
---
# inheritance and overriding
class Animal:
    def __init__(self, name): self.name = name
    def speak(self): return "..."
    def describe(self): return f"{self.name} says {self.speak()}"
class Dog(Animal):
    def speak(self): return "Woof"
class Puppy(Dog):
    def __init__(self, name): super().__init__(name + " junior")
    def speak(self): return super().speak().lower() + "!"
for a in (Animal("x"), Dog("Rex"), Puppy("Rex")): print(a.describe())
# expect: x says ...
# expect: Rex says Woof
# expect: Rex junior says woof!
print(issubclass(Puppy, Animal), isinstance(Puppy("p"), Dog), Puppy.__bases__, Puppy.__base__.__name__)
# expect: True True (<class '__main__.Dog'>,) Dog
---
# default repr mentions the class
class C: pass
r = repr(C())
print(r.startswith("<__main__.C object at 0x"), r.endswith(">"), str(C) , repr(C))
# expect: True True <class '__main__.C'> <class '__main__.C'>
class Outer:
    class Inner: pass
print(Outer.Inner, repr(Outer.Inner()).split(" at ")[0])
# expect: <class '__main__.Outer.Inner'> <__main__.Outer.Inner object
def f():
    class Local: pass
    return Local
print(f())  # expect: <class '__main__.f.<locals>.Local'>
---
# bound method repr
class C:
    def m(self): pass
    def __repr__(self): return "<c>"
print(C().m, repr(C.m).split(" at ")[0])  # expect: <bound method C.m of <c>> <function C.m
---
# class attributes: names, module, doc, dict
class C:
    "class doc"
    a = 1
    def f(self): pass
print(C.__name__, C.__qualname__, C.__module__, C.__doc__)  # expect: C C __main__ class doc
print([k for k in C.__dict__ if not k.startswith("__")], type(C.__dict__).__name__)
# expect: ['a', 'f'] mappingproxy
try:
    C.__dict__["x"] = 1
except TypeError as e:
    print(e)  # expect: 'mappingproxy' object does not support item assignment
C.__name__ = "Renamed"
print(C, C.__name__)  # expect: <class '__main__.C'> Renamed
---
# the class body is a scope that runs once, in order
print("before")  # expect: before
class C:
    print("in body", __name__, __qualname__)
    x = 1
    for i in range(3): x += i
    if x > 2:
        def extra(self): return "extra"
    del i
# expect: in body __main__ C
print(C.x, C().extra(), hasattr(C, "i"))  # expect: 4 extra False
---
# class bodies see globals, not each other's names
limit = 5
class A:
    limit = limit + 1
    values = list(range(limit))
print(A.limit, A.values, limit)  # expect: 6 [0, 1, 2, 3, 4, 5] 5
---
# type(name, bases, dict)
def init(self, v): self.v = v
C = type("Made", (), {"__init__": init, "get": lambda self: self.v, "k": 1})
print(C(5).get(), C.k, C, C.__name__, C.__bases__)
# expect: 5 1 <class '__main__.Made'> Made (<class 'object'>,)
D = type("Sub", (C,), {})
print(D(1).v, D.__mro__)  # expect: 1 (<class '__main__.Sub'>, <class '__main__.Made'>, <class 'object'>)
class E(D, metaclass=type): pass
print(type(C), type(E))  # expect: <class 'type'> <class 'type'>
---
# errors of three-argument type
for args in ((5, (), {}), ("X", [], {}), ("X", (), []), ("X", (5,), {}), ("X", (), {}, 1), ("X\0", (), {}), ("X", (bool,), {})):
    try:
        type(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError type.__new__() argument 1 must be str, not int
# expect: TypeError type.__new__() argument 2 must be tuple, not list
# expect: TypeError type.__new__() argument 3 must be dict, not list
# expect: TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: TypeError type() takes 1 or 3 arguments
# expect: ValueError type name must not contain null characters
# expect: TypeError type 'bool' is not an acceptable base type
---
# bases that cannot be inherited
def f(): pass
for base in ("bool", "type(None)", "type(f)", "range", "slice", "type(...)", "5", "'x'", "f", "type(NotImplemented)", "memoryview"):
    try:
        exec(f"class C({base}): pass")
    except TypeError as e:
        print(base, "->", e)
# expect: bool -> type 'bool' is not an acceptable base type
# expect: type(None) -> type 'NoneType' is not an acceptable base type
# expect: type(f) -> type 'function' is not an acceptable base type
# expect: range -> type 'range' is not an acceptable base type
# expect: slice -> type 'slice' is not an acceptable base type
# expect: type(...) -> type 'ellipsis' is not an acceptable base type
# expect: 5 -> int expected at most 2 arguments, got 3
# expect: 'x' -> str() argument 'encoding' must be str, not tuple
# expect: f -> function() argument 'code' must be code, not str
# expect: type(NotImplemented) -> type 'NotImplementedType' is not an acceptable base type
# expect: memoryview -> type 'memoryview' is not an acceptable base type
---
# C3 order of a diamond
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()])
# expect: ['D', 'B', 'C', 'A', 'object'] ['D', 'B', 'C', 'A', 'object']
class E(C, B): pass
try:
    class F(D, E): pass
except TypeError as e:
    print(str(e).split("\n"))
# expect: ['Cannot create a consistent method resolution order (MRO) for bases B, C']
---
# C3 errors
class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as e:
    print(str(e).split("\n"))
# expect: ['Cannot create a consistent method resolution order (MRO) for bases A, B']
try:
    class D(A, A): pass
except TypeError as e:
    print(e)  # expect: duplicate base class A
try:
    class E(object, A): pass
except TypeError as e:
    print(str(e).split("\n"))
# expect: ['Cannot create a consistent method resolution order (MRO) for bases object, A']
---
# layout conflicts
try:
    class C(int, str): pass
except TypeError as e:
    print(e)  # expect: multiple bases have instance lay-out conflict
class S: __slots__ = ("a",)
class T: __slots__ = ("b",)
try:
    class U(S, T): pass
except TypeError as e:
    print(e)  # expect: multiple bases have instance lay-out conflict
class Mixin: pass
class Fine(Mixin, dict): pass
print(Fine(a=1))  # expect: {'a': 1}
---
# cooperative super in a diamond
class Base:
    def go(self): return ["Base"]
class Left(Base):
    def go(self): return ["Left"] + super().go()
class Right(Base):
    def go(self): return ["Right"] + super().go()
class Bottom(Left, Right):
    def go(self): return ["Bottom"] + super().go()
print(Bottom().go(), Left().go())  # expect: ['Bottom', 'Left', 'Right', 'Base'] ['Left', 'Base']
---
# forms of super
class A:
    x = "A.x"
    def m(self): return "A.m"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
class B(A):
    x = "B.x"
    def m(self): return super(B, self).m(), super().x
    @classmethod
    def c(cls): return super().c()
    @staticmethod
    def s(): return super(B, B).s()
b = B()
print(b.m(), B.c(), B.s(), super(B, b).x, super(B, B).m(b))  # expect: ('A.m', 'A.x') A.c B A.s A.x A.m
---
# errors of super
class A: pass
class B(A):
    def bad(self): return super().nothing
    def noarg(): return super()
    def deleted(self):
        del self
        return super()
for f in (lambda: B().bad(), lambda: B.noarg(), lambda: B().deleted(), lambda: super(B, 5), lambda: super(5), lambda: super(A, B).x,
          lambda: super(B, A())):
    try:
        f()
    except (TypeError, AttributeError, RuntimeError) as e:
        print(type(e).__name__, e)
# expect: AttributeError 'super' object has no attribute 'nothing'
# expect: RuntimeError super(): no arguments
# expect: RuntimeError super(): arg[0] deleted
# expect: TypeError super(type, obj): obj (instance of int) is not an instance or subtype of type (B).
# expect: TypeError super() argument 1 must be a type, not int
# expect: AttributeError 'super' object has no attribute 'x'
# expect: TypeError super(type, obj): obj (instance of A) is not an instance or subtype of type (B).
---
# super in nested functions and comprehensions
class A:
    def v(self): return 10
class B(A):
    def v(self):
        def inner(): return super(B, self).v()
        values = [super(B, self).v() + i for i in range(2)]
        return inner(), values, [super().v() for _ in range(1)]
print(B().v())  # expect: (10, [10, 11], [10])
---
# super does not find __getattr__ twice and sets on the instance
class A:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
class B(A):
    @property
    def p(self): return super().p * 2
    @p.setter
    def p(self, v): super(B, type(self)).p.fset(self, v + 1)
b = B()
b.p = 4
print(b.p)  # expect: 10
print(repr(super(B, b)).startswith("<super: <class 'B'>, <B object>"), super(B, b).__thisclass__, super(B, b).__self_class__)
# expect: True <class '__main__.B'> <class '__main__.B'>
---
# object methods for everyone
class C: pass
c = C()
print(c.__class__, c == c, c != C(), c.__eq__(5), hash(c) == hash(c), c.__ne__(c), bool(c), c.__str__() == repr(c))
# expect: <class '__main__.C'> True True NotImplemented True False True True
print(isinstance(c.__hash__(), int), c.__format__("") == str(c), C.__call__ is not None, object.__repr__(5).split(" at ")[0])
# expect: True True True <int object
try:
    format(c, ">10")
except TypeError as e:
    print(e)  # expect: unsupported format string passed to C.__format__
---
# __class__ assignment
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
a = A()
a.__class__ = B
print(a.who(), type(a), isinstance(a, A))  # expect: B <class '__main__.B'> False
for bad in (5, int, str):
    try:
        a.__class__ = bad
    except TypeError as e:
        print(e)
# expect: __class__ must be set to a class, not 'int' object
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
try:
    (5).__class__ = A
except TypeError as e:
    print(e)  # expect: __class__ assignment only supported for mutable types or ModuleType subclasses
---
# __bases__ assignment
class A:
    def f(self): return "A"
class B:
    def f(self): return "B"
class C(A): pass
c = C()
print(c.f())  # expect: A
C.__bases__ = (B,)
print(c.f(), C.__mro__)  # expect: B (<class '__main__.C'>, <class '__main__.B'>, <class 'object'>)
---
# __dict__ can be read, changed and replaced
class C: pass
c = C()
c.__dict__["x"] = 1
vars(c)["y"] = 2
print(c.x, c.y)  # expect: 1 2
c.__dict__ = {"z": 3}
print(c.z, hasattr(c, "x"), vars(c))  # expect: 3 False {'z': 3}
try:
    c.__dict__ = 5
except TypeError as e:
    print(e)  # expect: __dict__ must be set to a dictionary, not a 'int'
---
# dir lists attributes of instance, class and bases
class A:
    a = 1
class B(A):
    def b(self): pass
x = B()
x.i = 1
print([n for n in dir(x) if not n.startswith("_")], [n for n in dir(B) if not n.startswith("_")])
# expect: ['a', 'b', 'i'] ['a', 'b']
class D:
    def __dir__(self): return ["z", "a"]
print(dir(D()))  # expect: ['a', 'z']
---
# changing a class changes its instances
class C:
    def f(self): return 1
c = C()
print(c.f())  # expect: 1
C.f = lambda self: 2
print(c.f())  # expect: 2
C.g = lambda self: "new"
print(c.g())  # expect: new
del C.g
print(hasattr(c, "g"))  # expect: False
---
# class keyword arguments and star bases
class Base:
    def __init_subclass__(cls, **kw): cls.kw = kw
bases = (Base,)
options = {"b": 2}
class C(*bases, a=1, **options): pass
print(C.kw, C.__bases__)  # expect: {'a': 1, 'b': 2} (<class '__main__.Base'>,)
try:
    class D(x=1): pass
except TypeError as e:
    print(e)  # expect: D.__init_subclass__() takes no keyword arguments
---
# __subclasses__ and __mro_entries__
class A: pass
class B(A): pass
class C(A): pass
print(A.__subclasses__())  # expect: [<class '__main__.B'>, <class '__main__.C'>]
class Fake:
    def __mro_entries__(self, bases): return (A,)
class D(Fake()): pass
print(D.__bases__, type(D.__orig_bases__[0]).__name__)  # expect: (<class '__main__.A'>,) Fake
---
# keywords are for an own __init__ where the built-in __new__ takes none
from itertools import chain
for base, args in ((float, (1.5,)), (tuple, ((1,),)), (frozenset, ((1,),)), (map, (str, [1])), (filter, (None, [1])), (chain, ([1],))):
    class Marked(base):
        def __init__(self, *args, unit=None): self.unit = unit
    class Plain(base): pass
    print(Marked(*args, unit="m").unit)
    try:
        Plain(*args, unit="m")
    except TypeError as error:
        print(error)
# expect: m
# expect: float() takes no keyword arguments
# expect: m
# expect: tuple() takes no keyword arguments
# expect: m
# expect: frozenset() takes no keyword arguments
# expect: m
# expect: map() takes no keyword arguments
# expect: m
# expect: filter() takes no keyword arguments
# expect: m
# expect: chain() takes no keyword arguments
---
# a method of an object that can be called has that object's name, where it has one
import functools, types
class Logged:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
    def __call__(self, *args):
        return self.func(*args)
    def __get__(self, instance, owner):
        return types.MethodType(self, instance)
class Door:
    def __repr__(self):
        return "Door()"
    @Logged
    def open(self):
        return "open"
print(Door().open, Door().open())  # expect: <bound method Door.open of Door()> open
class Named:
    __qualname__ = "unlike"
    def __init__(self, **names):
        vars(self).update(names)
    def __call__(self, *args):
        pass
print(types.MethodType(Named(__qualname__=3, __name__="short"), 1), types.MethodType(Named(__qualname__="long.one"), 1))
# expect: <bound method ? of 1> <bound method long.one of 1>
print(types.MethodType(functools.partial(print), 1), types.MethodType(str.upper, 1))
# expect: <bound method ? of 1> <bound method str.upper of 1>
---
# __static_attributes__ are in the order of the alphabet
class Point:
    def __init__(self):
        self.y = self.x = 0
    def name(self):
        self.label = "p"
print(Point.__static_attributes__)  # expect: ('label', 'x', 'y')
