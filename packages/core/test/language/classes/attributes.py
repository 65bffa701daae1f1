# __getattr__ is asked last
class C:
    x = "class"
    def __init__(self): self.y = "instance"
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        return f"made {name}"
c = C()
print(c.x, c.y, c.z, hasattr(c, "_p"), getattr(c, "_p", "default"))
# expect: class instance made z False default
try:
    c._private
except AttributeError as e:
    print(e)  # expect: _private
---
# __getattribute__ is asked first
class C:
    def __init__(self): self.x = 1
    def __getattribute__(self, name):
        if name == "magic": return 42
        return object.__getattribute__(self, name)
c = C()
print(c.x, c.magic, hasattr(c, "none"))  # expect: 1 42 False
---
# __getattribute__ failing falls back to __getattr__
class C:
    def __getattribute__(self, name):
        print("getattribute", name)
        raise AttributeError("no")
    def __getattr__(self, name): return f"fallback {name}"
print(C().anything)
# expect: getattribute anything
# expect: fallback anything
---
# __setattr__ and __delattr__
class C:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
c = C()
c.a = 1  # expect: set a 1
del c.a  # expect: del a
setattr(c, "b", 2)  # expect: set b 2
c.b += 1  # expect: set b 3
delattr(c, "b")  # expect: del b
print(vars(c))  # expect: {}
---
# an immutable class
class Frozen:
    def __init__(self, v): object.__setattr__(self, "v", v)
    def __setattr__(self, name, value): raise AttributeError(f"cannot set {name}")
    def __delattr__(self, name): raise AttributeError(f"cannot delete {name}")
f = Frozen(1)
for code in ("f.v = 2", "del f.v", "f.new = 1"):
    try:
        exec(code)
    except AttributeError as e:
        print(e)
# expect: cannot set v
# expect: cannot delete v
# expect: cannot set new
print(f.v)  # expect: 1
---
# a proxy forwards everything
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, name): return getattr(self._t, name)
    def __setattr__(self, name, value): setattr(self._t, name, value)
class T:
    def hi(self): return "hi"
t = T()
p = Proxy(t)
p.x = 5
print(t.x, p.x, p.hi(), vars(p) == {"_t": t})  # expect: 5 5 hi True
---
# special methods are looked up on the type, not the instance
class C:
    def __getattr__(self, name): return lambda *a: name
c = C()
c.__len__ = lambda: 5
print(c.__len__(), c.anything())  # expect: 5 anything
for f in (lambda: len(c), lambda: c + 1, lambda: c[0], lambda: c()):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: object of type 'C' has no len()
# expect: unsupported operand type(s) for +: 'C' and 'int'
# expect: 'C' object is not subscriptable
# expect: 'C' object is not callable
---
# a property with getter, setter and deleter
class C:
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self):
        print("deleted")
        del self._x
c = C()
c.x = 5
print(c.x, c.__dict__, C.x.__doc__, type(C.x).__name__)  # expect: 10 {'_x': 10} doc of x property
del c.x  # expect: deleted
try:
    c.x
except AttributeError as e:
    print(e)  # expect: 'C' object has no attribute '_x'
---
# a read-only property
class C:
    @property
    def x(self): return 1
c = C()
for code in ("c.x = 2", "del c.x"):
    try:
        exec(code)
    except AttributeError as e:
        print(e)
# expect: property 'x' of 'C' object has no setter
# expect: property 'x' of 'C' object has no deleter
class W:
    x = property(None, lambda self, v: None)
try:
    W().x
except AttributeError as e:
    print(e)  # expect: property 'x' of 'W' object has no getter
---
# property called directly
def get(self): return self.v
def put(self, v): self.v = v
class C:
    p = property(get, put, doc="the doc")
c = C()
c.p = 3
print(c.p, C.p.__doc__, C.p.fget is get, C.p.fset is put, C.p.fdel)  # expect: 3 the doc True True None
print(C.p.__get__(c), C.p.__get__(None, C) is C.p)  # expect: 3 True
C.p.__set__(c, 8)
print(c.v)  # expect: 8
---
# an AttributeError inside a property reaches __getattr__
class C:
    @property
    def p(self): return self.missing
    def __getattr__(self, name): return f"getattr {name}"
print(C().p)  # expect: getattr missing
---
# overriding one accessor in a subclass
class A:
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
class B(A):
    @A.v.setter
    def v(self, x): self._v = -x
class C(A):
    @property
    def v(self): return "own"
b = B()
b.v = 5
print(b.v, C().v)  # expect: -5 own
---
# data and non-data descriptors
class Data:
    def __get__(self, obj, cls): return "data"
    def __set__(self, obj, v): print("set", v)
class NonData:
    def __get__(self, obj, cls): return "non-data"
class C:
    d, n = Data(), NonData()
c = C()
c.__dict__.update(d="dict d", n="dict n")
print(c.d, c.n)  # expect: data dict n
c.d = 1  # expect: set 1
c.n = 2
print(c.d, c.n, C.d, C.n)  # expect: data 2 data non-data
---
# arguments of __get__
class D:
    def __get__(self, obj, cls=None): return (obj is not None, cls and cls.__name__)
class C: d = D()
class E(C): pass
print(C.d, C().d, E.d, E().d, D().__get__(None))
# expect: (False, 'C') (True, 'C') (False, 'E') (True, 'E') (False, None)
---
# a descriptor without __set__ but with __delete__
class D:
    def __delete__(self, obj): print("delete")
class C: d = D()
c = C()
del c.d  # expect: delete
try:
    c.d = 1
except AttributeError as e:
    print(e)  # expect: __set__
print(type(c.d).__name__)  # expect: D
---
# descriptors on instances do nothing
class D:
    def __get__(self, obj, cls): return "got"
class C: pass
c = C()
c.d = D()
print(type(c.d).__name__)  # expect: D
C.e = D()
print(c.e)  # expect: got
---
# assigning to the class replaces a descriptor
class D:
    def __get__(self, o, c): return "descriptor"
    def __set__(self, o, v): print("instance set")
class C: d = D()
c = C()
c.d = 1  # expect: instance set
C.d = "plain"
print(c.d, vars(c))  # expect: plain {}
---
# __set_name__ tells a descriptor its name
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        print("name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, cls): return self if obj is None else getattr(obj, self.name)
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, v)
class P:
    name, age = Typed(str), Typed(int)
# expect: name P name
# expect: name P age
p = P()
p.name, p.age = "Ann", 5
print(p.name, p.age)  # expect: Ann 5
try:
    p.age = "old"
except TypeError as e:
    print(e)  # expect: age must be int
---
# an error in __set_name__
class D:
    def __set_name__(self, owner, name): raise ValueError("bad name")
try:
    class C: x = D()
except ValueError as e:
    print(e, e.__notes__)  # expect: bad name ["Error calling __set_name__ on 'D' instance 'x' in 'C'"]
---
# __set_name__ is not called for later assignment
class D:
    def __set_name__(self, o, n): print("called", n)
class C: a = D()
# expect: called a
C.b = D()
print(type(C.__dict__["b"]).__name__)  # expect: D
---
# a lazy attribute by a non-data descriptor
class lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls):
        if obj is None: return self
        v = obj.__dict__[self.name] = self.f(obj)
        return v
class C:
    @lazy
    def total(self):
        print("computing")
        return 42
c = C()
print(c.total, c.total, vars(c))
# expect: computing
# expect: 42 42 {'total': 42}
---
# slots
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, P.__slots__, hasattr(p, "__dict__"))  # expect: 1 ('x', 'y') False
for code in ("p.z = 1", "p.y", "del p.y", "p.__dict__", "vars(p)"):
    try:
        exec(code)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
# expect: AttributeError 'P' object has no attribute 'z' and no __dict__ for setting new attributes
# expect: AttributeError 'P' object has no attribute 'y'
# expect: AttributeError y
# expect: AttributeError 'P' object has no attribute '__dict__'
# expect: TypeError vars() argument must have __dict__ attribute
p.y = 2
del p.x
print(hasattr(p, "x"), p.y, type(P.x).__name__, repr(P.x))
# expect: False 2 member_descriptor <member 'x' of 'P' objects>
---
# slots and inheritance
class A: __slots__ = ("a",)
class B(A): __slots__ = ("b",)
class C(A): pass
b = B()
b.a, b.b = 1, 2
print(b.a, b.b, hasattr(b, "__dict__"))  # expect: 1 2 False
c = C()
c.a, c.free = 1, 2
print(c.a, c.__dict__)  # expect: 1 {'free': 2}
---
# a single string and __dict__ in slots
class A: __slots__ = "name"
a = A()
a.name = 1
print(a.name)  # expect: 1
class B: __slots__ = ("x", "__dict__")
b = B()
b.x, b.other = 1, 2
print(b.__dict__)  # expect: {'other': 2}
---
# errors in slots
for body in ("__slots__ = ('a b',)", "__slots__ = (5,)", "__slots__ = ('a',); a = 1", "__slots__ = 5"):
    try:
        exec(f"class C: {body}")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError __slots__ must be identifiers
# expect: TypeError __slots__ items must be strings, not 'int'
# expect: ValueError 'a' in __slots__ conflicts with class variable
# expect: TypeError 'int' object is not iterable
try:
    class D(int): __slots__ = ("x",)
except TypeError as e:
    print(e)  # expect: nonempty __slots__ not supported for subtype of 'int'
class E(int): __slots__ = ()
print(E(5) + 1)  # expect: 6
---
# slots descriptors work by hand
class C: __slots__ = ("v",)
c = C()
C.v.__set__(c, 10)
print(c.v, C.v.__get__(c), C.v.__name__)  # expect: 10 10 v
C.v.__delete__(c)
try:
    C.v.__get__(c)
except AttributeError as e:
    print(e)  # expect: 'C' object has no attribute 'v'
try:
    C.v.__get__(5)
except TypeError as e:
    print(e)  # expect: descriptor 'v' for 'C' objects doesn't apply to a 'int' object
---
# slot names are mangled
class C:
    __slots__ = ("__hidden",)
    def __init__(self): self.__hidden = 1
    def get(self): return self.__hidden
print(C().get(), C()._C__hidden)  # expect: 1 1
---
# getattr, setattr, hasattr, delattr with any string
class C: pass
c = C()
setattr(c, "with space", 1)
setattr(c, "", 2)
print(getattr(c, "with space"), vars(c), hasattr(c, ""))  # expect: 1 {'with space': 1, '': 2} True
delattr(c, "")
print(getattr(c, "", "gone"))  # expect: gone
for f in (lambda: getattr(c, 5), lambda: setattr(c, 5, 1), lambda: delattr(c, "no"), lambda: hasattr(c, None), lambda: getattr(c, "no")):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: TypeError attribute name must be string, not 'int'
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'C' object has no attribute 'no'
# expect: TypeError attribute name must be string, not 'NoneType'
# expect: AttributeError 'C' object has no attribute 'no'
---
# hasattr lets other errors through
class C:
    @property
    def v(self): raise ValueError("inside")
try:
    hasattr(C(), "v")
except ValueError as e:
    print(e)  # expect: inside
try:
    getattr(C(), "v", "default")
except ValueError as e:
    print(e)  # expect: inside
---
# class attributes found through the metaclass
class Meta(type):
    m = "meta"
    x = "meta x"
    @property
    def p(cls): return f"property of {cls.__name__}"
    def __getattr__(cls, name): return f"meta getattr {name}"
class C(metaclass=Meta): x = "own x"
print(C.m, C.x, C.p, C.zzz)  # expect: meta own x property of C meta getattr zzz
try:
    C().m
except AttributeError as e:
    print(e)  # expect: 'C' object has no attribute 'm'
---
# a data descriptor on the metaclass wins over the class
class D:
    def __get__(self, o, c): return "meta data"
    def __set__(self, o, v): print("meta set", v)
class Meta(type): d = D()
class C(metaclass=Meta): d = "class d"
print(C.d, C().d)  # expect: meta data class d
C.d = 5  # expect: meta set 5
---
# attribute lookup order in one table
class Base: a = "base"
class C(Base):
    b = "class"
    def __getattr__(self, n): return "getattr"
c = C()
print(c.a, c.b, c.c)  # expect: base class getattr
c.a = "instance"
print(c.a, C.a)  # expect: instance base
C.a = "class now"
print(c.a, C().a)  # expect: instance class now
---
# class and static method objects as descriptors
class C:
    def f(*args): return len(args)
    s = staticmethod(f)
    c = classmethod(f)
print(C.s(1), C().s(1), C.c(1), C().c(1), C().f(1))  # expect: 1 1 2 2 2
s = staticmethod(len)
print(s([1, 2]), s.__func__ is len, s.__wrapped__ is len, classmethod(len).__func__ is len)
# expect: 2 True True True
print(C.__dict__["s"].__get__(None, C) is C.f)  # expect: True
---
# a callable object as class attribute is not bound
class Call:
    def __call__(self, *args): return len(args)
class C: m = Call()
print(C().m(), C().m(1))  # expect: 0 1
---
# methods of dict serve as the hooks of attributes
class Attributes(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
a = Attributes(x=1)
a.y = 2
for n in range(3):
    a.x = n
del a.y
print(a, a.x, a.__dict__)  # expect: {'x': 2} 2 {}
---
# a descriptor with __set__ and no __get__: the instance's own attribute is what is read
class Checked:
    def __set_name__(self, owner, name): self.name = name
    def __set__(self, instance, value): instance.__dict__[self.name] = abs(value)
class Point:
    x = Checked()
p = Point()
print(type(p.x).__name__)  # expect: Checked
p.x = -3
print(p.x, [p.x for _ in range(3)])  # expect: 3 [3, 3, 3]
class Meta(type):
    tag = Checked()
class Tagged(metaclass=Meta):
    tag = "own"
print(Tagged.tag)  # expect: own
---
# where the docstring of a property comes from
class Named:
    def get(self): "Read it."
    def other(self): "Read the other."
plain, given = property(Named.get), property(Named.get, doc="Given.")
print(plain.__doc__, plain.getter(Named.other).__doc__, plain.setter(print).__doc__)
# expect: Read it. Read the other. Read it.
print(given.__doc__, given.getter(Named.other).__doc__, given.setter(print).__doc__)
# expect: Given. Given. Given.
class Slotted(property): __slots__ = ()
class Placed(property): __slots__ = "__doc__"
print(Slotted(doc="lost").__doc__, Placed(Named.get).__doc__, Placed(doc="kept").__doc__)
# expect: None Read it. kept
try:
    Slotted(Named.get)
except AttributeError as e:
    print(e)  # expect: 'Slotted' object attribute '__doc__' is read-only
---
# what a __dict__ can be set to, and whose can go
def f(): pass
class C: pass
c = C()
c.x = 1
for holder in (f, c, ValueError()):
    try:
        del holder.__dict__
        print(vars(holder))
    except TypeError as e:
        print(e)
    try:
        holder.__dict__ = None
    except TypeError as e:
        print(e)
# expect: cannot delete __dict__
# expect: __dict__ must be set to a dictionary, not a 'NoneType'
# expect: {}
# expect: __dict__ must be set to a dictionary, not a 'NoneType'
# expect: cannot delete __dict__
# expect: __dict__ must be set to a dictionary, not a 'NoneType'
---
# a class of properties with a __setattr__ of its own
class Logged(property):
    def __setattr__(self, name, value):
        print("set", name)
        return "ignored"
class C:
    @Logged
    def x(self): "Twice."; return 2
# expect: set __doc__
print(C().x)  # expect: 2
---
# static and class methods are shown as such, also those of a derived class
class Own(staticmethod): pass
class Bound(classmethod): pass
print(Own(1), Bound([2]), staticmethod(None))
# expect: <staticmethod(1)> <classmethod([2])> <staticmethod(None)>
---
# attributes of objects that derive from containers and exceptions, read again and again while things change
from collections import namedtuple

class Bag(dict):
    limit = 3
    def room(self):
        return self.limit - len(self)
    @property
    def full(self):
        return self.room() <= 0
    @classmethod
    def named(cls, name):
        return cls({name: 1})
    @staticmethod
    def unit():
        return "kg"

class Small(Bag):
    limit = 1

def look(bag):
    return bag.limit, bag.room(), bag.full, bag.unit(), type(bag.named("a")).__name__, bag.get("a")

bag, small = Bag(a=1), Small()
for each in (bag, small, bag, small):
    print(look(each))
# expect: (3, 2, False, 'kg', 'Bag', 1)
# expect: (1, 1, False, 'kg', 'Small', None)
# expect: (3, 2, False, 'kg', 'Bag', 1)
# expect: (1, 1, False, 'kg', 'Small', None)
bag.limit = 9
bag.room = lambda: "plenty"
print([bag.limit, bag.room()], small.room())  # expect: [9, 'plenty'] 1
del bag.room
Bag.room = lambda self: -1
print(look(bag), look(small))  # expect: (9, -1, True, 'kg', 'Bag', 1) (1, -1, True, 'kg', 'Small', None)
Bag.full = "never"
print(look(bag)[2], look(small)[2])  # expect: never never

Point = namedtuple("Point", "x y")
class Moved(Point):
    @property
    def y(self):
        return self[1] + 100
def ends(point):
    return point.x, point.y
print([ends(each) for each in (Point(1, 2), Moved(3, 4), Point(5, 6), Moved(7, 8))])
# expect: [(1, 2), (3, 104), (5, 6), (7, 108)]
Point.x = property(lambda self: "x of " + type(self).__name__)
print(ends(Point(1, 2)), ends(Moved(3, 4)))  # expect: ('x of Point', 2) ('x of Moved', 104)
---
# members of __slots__ and class methods, read again and again while things change
class Vector:
    __slots__ = "x", "y"
    def __init__(self, x, y):
        self.x = x
        self.y = y
    @classmethod
    def of(cls, value):
        return cls(value, value)

class Labelled(Vector):
    pass

def show(vector):
    try:
        return vector.x, vector.y, getattr(vector, "x", None), hasattr(vector, "x")
    except AttributeError as error:
        return str(error)

vectors = [Vector(1, 2), Labelled(3, 4), Vector.of(5), Labelled.of(6), Vector(1, 2).of(7)]
print([type(each).__name__ for each in vectors])
# expect: ['Vector', 'Labelled', 'Vector', 'Labelled', 'Vector']
for vector in vectors:
    vector.x += 1
print([show(vector) for vector in vectors])
# expect: [(2, 2, 2, True), (4, 4, 4, True), (6, 5, 6, True), (7, 6, 7, True), (8, 7, 8, True)]
del vectors[0].x, vectors[1].x
for vector in vectors[:3]:
    print(show(vector), getattr(vector, "x", None), hasattr(vector, "x"))
# expect: 'Vector' object has no attribute 'x' None False
# expect: 'Labelled' object has no attribute 'x' None False
# expect: (6, 5, 6, True) 6 True
vectors[1].label = "three"
vectors[1].x = 0
print(show(vectors[1]), vars(vectors[1]))  # expect: (0, 4, 0, True) {'label': 'three'}
try:
    vectors[0].z = 1
except AttributeError as error:
    print(error)  # expect: 'Vector' object has no attribute 'z' and no __dict__ for setting new attributes
Vector.of = classmethod(lambda cls, value: (cls.__name__, value))
print(Vector.of(1), Labelled.of(2), vectors[0].of(3), vectors[1].of(4))
# expect: ('Vector', 1) ('Labelled', 2) ('Vector', 3) ('Labelled', 4)
Labelled.x = "a class attribute"
print([each.x for each in vectors[1:4]])  # expect: ['a class attribute', 6, 'a class attribute']
---
# members of classes that derive from containers go into copies
import copy

class Bag(dict):
    __slots__ = "owner",
class Row(list):
    __slots__ = "owner",
class Crowd(set):
    __slots__ = "owner",
for made in Bag(a=1), Row([1, [2]]), Crowd([3]):
    made.owner = ["me"]
    for other in copy.copy(made), copy.deepcopy(made):
        print(other, other.owner, other.owner is made.owner, hasattr(other, "__dict__"))
# expect: {'a': 1} ['me'] True False
# expect: {'a': 1} ['me'] False False
# expect: [1, [2]] ['me'] True False
# expect: [1, [2]] ['me'] False False
# expect: Crowd({3}) ['me'] True False
# expect: Crowd({3}) ['me'] False False
