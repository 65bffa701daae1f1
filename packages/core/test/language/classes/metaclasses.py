# a metaclass takes part in making a class
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)
class A(metaclass=Meta, option=1):
    def __init__(self, x): self.x = x
# expect: new A [] {'option': 1}
# expect: init A
class B(A): pass
# expect: new B ['A'] {}
# expect: init B
print(B(5).x, type(B).__name__)
# expect: call (5,)
# expect: 5 Meta
---
# __prepare__ gives the namespace
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name)
        return {"given": 1}
class C(metaclass=Meta):
    x = given + 1
# expect: prepare C
print(C.x, C.given)  # expect: 2 1
---
# a custom namespace sees every assignment
class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("assign", k)
        super().__setitem__(k, v)
    def __missing__(self, k):
        if k == "auto": return "automatic"
        raise KeyError(k)
class Meta(type):
    @classmethod
    def __prepare__(m, n, b): return Log()
    def __new__(m, n, b, ns): return super().__new__(m, n, b, dict(ns))
class C(metaclass=Meta):
    a = 1
    def f(self): pass
    b = auto
# expect: assign a
# expect: assign f
# expect: assign b
print(C.b)  # expect: automatic
---
# __prepare__ must return a mapping
class Meta(type):
    @classmethod
    def __prepare__(m, n, b): return 5
try:
    class C(metaclass=Meta): pass
except TypeError as e:
    print(e)  # expect: Meta.__prepare__() must return a mapping, not int
---
# the most derived metaclass is chosen, or it is a conflict
class M1(type): pass
class M2(M1): pass
class M3(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
class D(A, metaclass=M2): pass
print(type(C).__name__, type(D).__name__)  # expect: M2 M2
class E(metaclass=M3): pass
try:
    class F(A, E): pass
except TypeError as e:
    print(e)
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
---
# a metaclass may be any callable
def make(name, bases, ns, **kw): return f"{name} {bases} {kw} {sorted(k for k in ns if not k.startswith('_'))}"
class C(metaclass=make, k=1): a = b = 1
print(C)  # expect: C () {'k': 1} ['a', 'b']
class D(5, metaclass=make): pass
print(D)  # expect: D (5,) {} []
---
# __init_subclass__ is told about subclasses
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__.lower()] = cls
class Fire(Plugin): pass
class Ice(Plugin, name="frost"): pass
class Steam(Fire, Ice): pass
print({k: v.__name__ for k, v in Plugin.registry.items()})
# expect: {'fire': 'Fire', 'frost': 'Ice', 'steam': 'Steam'}
try:
    class Bad(Plugin, colour="red"): pass
except TypeError as e:
    print(e)  # expect: Bad.__init_subclass__() takes no keyword arguments
---
# __init_subclass__ is a class method without saying so
class A:
    def __init_subclass__(cls): print("subclass", cls.__name__)
print(type(A.__dict__["__init_subclass__"]).__name__)  # expect: classmethod
class B(A): pass
# expect: subclass B
class C(B): pass
# expect: subclass C
---
# order: namespace, __new__, __set_name__, __init_subclass__, __init__
class D:
    def __set_name__(self, o, n): print("set_name", n)
class Meta(type):
    def __new__(m, n, b, ns):
        print("meta new")
        c = super().__new__(m, n, b, ns)
        print("made")
        return c
    def __init__(c, n, b, ns): print("meta init")
class Base:
    def __init_subclass__(cls): print("init_subclass", cls.__name__)
class C(Base, metaclass=Meta):
    print("body")
    a, b = D(), D()
# expect: body
# expect: meta new
# expect: set_name a
# expect: set_name b
# expect: init_subclass C
# expect: made
# expect: meta init
---
# a singleton metaclass
class Singleton(type):
    instances = {}
    def __call__(cls, *args, **kw):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args, **kw)
        return cls.instances[cls]
class Config(metaclass=Singleton):
    def __init__(self, v=0): self.v = v
print(Config(1) is Config(2), Config().v)  # expect: True 1
---
# methods of the metaclass are not seen by instances
class Meta(type):
    def describe(cls): return f"class {cls.__name__}"
    def __repr__(cls): return f"<{cls.__name__}>"
    def __str__(cls): return "as str"
class C(metaclass=Meta): pass
print(C.describe(), repr(C), C, [C], hasattr(C(), "describe"), Meta.describe(C))
# expect: class C <C> as str [<C>] False class C
---
# __classcell__ must be passed on
class Meta(type):
    def __new__(m, n, b, ns):
        print("__classcell__" in ns)
        return super().__new__(m, n, b, ns)
class C(metaclass=Meta):
    def f(self): return __class__
# expect: True
print(C().f() is C, "__classcell__" in C.__dict__)  # expect: True False
class Bad(type):
    def __new__(m, n, b, ns): return super().__new__(m, n, b, {k: v for k, v in ns.items() if k != "__classcell__"})
try:
    class D(metaclass=Bad):
        def f(self): return super()
except RuntimeError as e:
    print(str(e).split(".")[0])  # expect: __class__ not set defining 'D' as <class '__main__
---
# mro() can be overridden
class Meta(type):
    def mro(cls): return [cls, Extra, object] if cls.__name__ == "C" else super().mro()
class Extra: x = "extra"
class C(metaclass=Meta): pass
print(C.x, [k.__name__ for k in C.__mro__])  # expect: extra ['C', 'Extra', 'object']
---
# metaclass __setattr__ and __delattr__
class Meta(type):
    def __setattr__(cls, k, v):
        if k.isupper(): raise AttributeError(f"{k} is constant")
        super().__setattr__(k, v)
class C(metaclass=Meta): MAX = 5
C.low = 1
try:
    C.MAX = 6
except AttributeError as e:
    print(e, C.MAX, C.low)  # expect: MAX is constant 5 1
---
# abstract classes by hand
class AbstractMeta(type):
    def __call__(cls, *a):
        missing = [n for k in cls.__mro__ for n in vars(k) if getattr(getattr(cls, n), "abstract", False)]
        if missing: raise TypeError(f"{cls.__name__} lacks {sorted(set(missing))}")
        return super().__call__(*a)
def abstract(f):
    f.abstract = True
    return f
class Shape(metaclass=AbstractMeta):
    @abstract
    def area(self): ...
class Square(Shape):
    def area(self): return 4
print(Square().area())  # expect: 4
try:
    Shape()
except TypeError as e:
    print(e)  # expect: Shape lacks ['area']
---
# a class made in a function, with bases known only at run time
def make(base, **attrs):
    class Made(base):
        locals().update(attrs)
    return Made
M = make(dict, colour="red", greet=lambda self: "hi")
m = M(a=1)
print(M.colour, m.greet(), m, M.__qualname__)  # expect: red hi {'a': 1} make.<locals>.Made
---
# ordered class namespace
class C:
    z = 1
    a = 2
    m = 3
    z = 4
print([k for k in vars(C) if len(k) == 1])  # expect: ['z', 'a', 'm']
---
# types.new_class and resolve_bases
import types
C = types.new_class("C", (int,), {}, lambda ns: ns.update(twice=lambda self: self * 2))
print(C(4).twice(), C.__name__, types.resolve_bases((int,)), types.prepare_class("X", (int,))[0])
# expect: 8 C (<class 'int'>,) <class 'type'>
---
# a field-collecting metaclass as in an ORM
class Field:
    count = 0
    def __init__(self, kind):
        self.kind = kind
        self.order = Field.count
        Field.count += 1
class ModelMeta(type):
    def __new__(m, name, bases, ns):
        fields = {k: v for k, v in ns.items() if isinstance(v, Field)}
        for b in bases: fields = {**getattr(b, "fields", {}), **fields}
        cls = super().__new__(m, name, bases, {k: v for k, v in ns.items() if k not in fields})
        cls.fields = fields
        return cls
class Model(metaclass=ModelMeta):
    def __init__(self, **kw):
        for k, f in self.fields.items(): setattr(self, k, f.kind(kw.get(k, f.kind())))
class User(Model):
    name, age = Field(str), Field(int)
class Admin(User):
    level = Field(float)
a = Admin(name="Ann", age="42")
print(list(Admin.fields), a.name, a.age, a.level, hasattr(Admin, "name"))
# expect: ['name', 'age', 'level'] Ann 42 0.0 False
---
# what a metaclass's mro() answers is checked
def ordered(*order):
    class Meta(type):
        def mro(cls):
            return [cls, *order]
    try:
        return Meta("Made", (), {}).__mro__[1:]
    except TypeError as e:
        return e
print(ordered(object), ordered(dict, object), ordered("spam", object), sep="\n")
# expect: (<class 'object'>,)
# expect: mro() returned base with unsuitable layout ('dict')
# expect: mro() returned a non-class ('str')
---
# a metaclass may derive from another class before type
class Mixin:
    def hello(cls): return f"hello {cls.__name__}"
class Meta(Mixin, type): pass
class Made(metaclass=Meta):
    x = 1
print(Made.hello(), Made.__dict__["x"], vars(Made)["x"])  # expect: hello Made 1 1
---
# what classes of built-in kind lack, type lacks too
for cls in (type, int, type("Meta", (type,), {})):
    for name in ("__abstractmethods__", "__type_params__"):
        print(getattr(cls, name, "none"))
# expect: none
# expect: ()
# expect: none
# expect: ()
# expect: none
# expect: ()
print(hasattr(type, "__annotations__"))  # expect: False
---
# __class__ is known to methods by the time that the metaclass orders the bases
class Meta(type):
    def mro(cls):
        print(cls.__dict__["own"]())
        return super().mro()
class Made(metaclass=Meta):
    def own(): return __class__.__name__
# expect: Made
---
# classes of bases that are no types: the most derived one of them makes the new one
class Maker:
    def __init__(self, name, bases, namespace): self.name, self.bases = name, bases
    def __repr__(self): return f"<{type(self).__name__} {self.name}>"
class Finer(Maker): pass
class Other(Maker): pass
plain, fine, other = Maker("plain", (), {}), Finer("fine", (), {}), Other("other", (), {})
class First(plain, fine): pass
class Second(fine, metaclass=Maker): pass
print(First, First.bases, Second)  # expect: <Finer First> (<Maker plain>, <Finer fine>) <Finer Second>
for code in "class X(fine, other): pass", "class X(plain, int): pass", "class X(int, metaclass=Maker): pass":
    try:
        exec(code)
    except TypeError as error:
        print(str(error).partition(":")[0])
# expect: metaclass conflict
# expect: metaclass conflict
# expect: metaclass conflict
class Function(plain, metaclass=lambda *args: args[:2]): pass
print(Function)  # expect: ('Function', (<Maker plain>,))
---
# an order of classes is not empty
class Lost(type):
    def mro(cls):
        return []
try:
    Lost("Nowhere", (), {})
except TypeError as error:
    print(error)  # expect: type MRO must not be empty
---
# a metaclass has no members of __slots__
class Plain(type):
    __slots__ = ()
print(Plain("Made", (), {}))  # expect: <class '__main__.Made'>
try:
    class Slotted(type):
        __slots__ = "level",
except TypeError as error:
    print(error)  # expect: nonempty __slots__ not supported for subtype of 'type'
