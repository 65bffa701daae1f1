# members, names and values
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = "b"
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.RED is Color(1), type(Color.RED), Color.RED in Color, 1 in Color, "zzz" in Color)
# expect: Color.RED <Color.RED: 1> RED 1 Color.GREEN Color.BLUE [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 'b'>] 3 True <enum 'Color'> True True False
print(f"{Color.RED}", f"{Color.RED!r:>20}", str(Color.BLUE), Color, isinstance(Color.RED, Color), Color.__members__, [c.name for c in reversed(Color)])
# expect: Color.RED       <Color.RED: 1> Color.BLUE <enum 'Color'> True {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 'b'>} ['BLUE', 'GREEN', 'RED']
---
# lookup errors
from enum import Enum
class Color(Enum):
    RED = 1
for f in (lambda: Color(5), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: Color(), lambda: Color("RED")):
    try:
        f()
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError 5 is not a valid Color
# expect: KeyError 'NOPE'
# expect: AttributeError type object 'Color' has no attribute 'NOPE'
# expect: TypeError EnumType.__call__() missing 1 required positional argument: 'value'
# expect: ValueError 'RED' is not a valid Color
---
# members cannot be changed
from enum import Enum
class Color(Enum):
    RED = 1
def set_class(): Color.RED = 2
def set_value(): Color.RED.value = 2
def set_name(): Color.RED.name = "x"
def delete(): del Color.RED
for f in (set_class, set_value, set_name, delete):
    try:
        f()
    except AttributeError as e:
        print(e)
# expect: cannot reassign member 'RED'
# expect: <enum 'Enum'> cannot set attribute 'value'
# expect: <enum 'Enum'> cannot set attribute 'name'
# expect: 'Color' cannot delete member 'RED'.
Color.extra = "new class attributes are fine"
Color.RED.note = "and on members"
print(Color.extra, Color.RED.note, list(Color))
# expect: new class attributes are fine and on members [<Color.RED: 1>]
---
# comparison and hashing
from enum import Enum
class A(Enum):
    X = 1
    Y = 2
class B(Enum): X = 1
print(A.X == A.X, A.X == A.Y, A.X == B.X, A.X == 1, A.X is A.X, A.X != A.Y, {A.X: "x"}[A.X], len({A.X, A.Y, A(1)}), bool(A.X))
# expect: True False False False True True x 2 True
try:
    A.X < A.Y
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'A' and 'A'
---
# aliases and unique
from enum import Enum, unique
class Shape(Enum):
    SQUARE = 1
    BOX = 1
    CIRCLE = 2
print(Shape.BOX, Shape.BOX is Shape.SQUARE, list(Shape), Shape["BOX"], list(Shape.__members__))
# expect: Shape.SQUARE True [<Shape.SQUARE: 1>, <Shape.CIRCLE: 2>] Shape.SQUARE ['SQUARE', 'BOX', 'CIRCLE']
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as e:
    print(e)  # expect: duplicate values found in <enum 'Bad'>: B -> A, D -> C
---
# auto
from enum import Enum, auto, IntEnum, Flag
class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
print([(m.name, m.value) for m in A])  # expect: [('X', 1), ('Y', 2), ('Z', 10), ('W', 11)]
class Named(Enum):
    def _generate_next_value_(name, start, count, last): return f"{name.lower()}-{count}"
    ONE = auto()
    TWO = auto()
print([m.value for m in Named])  # expect: ['one-0', 'two-1']
class F(Flag):
    A = auto()
    B = auto()
    C = auto()
print([m.value for m in F])  # expect: [1, 2, 4]
---
# methods, properties and class attributes
from enum import Enum
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def density(self): return round(self.mass / self.radius ** 3, 4)
    @classmethod
    def heaviest(cls): return max(cls, key=lambda p: p.mass)
    @staticmethod
    def unit(): return "10^24 kg"
    def __str__(self): return self.name.title()
print(Planet.EARTH.density, Planet.heaviest(), Planet.unit(), Planet.MARS.value, Planet.MARS.radius, f"{Planet.MARS}", repr(Planet.MARS), Planet((0.64, 3.39)))
# expect: 0.0231 Earth 10^24 kg (0.64, 3.39) 3.39 Mars <Planet.MARS: (0.64, 3.39)> Mars
---
# __new__ with own values
from enum import Enum
class Coord(bytes, Enum):
    def __new__(cls, v, label):
        o = bytes.__new__(cls, [v])
        o._value_ = v
        o.label = label
        return o
    X = (0, "x axis")
    Y = (1, "y axis")
print(Coord.X.label, Coord(1), Coord.Y.value, Coord.X == b"\0", Coord.Y[0])
# expect: x axis Coord.Y 1 True 1
---
# IntEnum and StrEnum
from enum import IntEnum, StrEnum, auto
class P(IntEnum):
    LOW = 1
    HIGH = 10
print(P.LOW, repr(P.LOW), P.LOW + 1, P.LOW < P.HIGH, P.HIGH == 10, sorted([P.HIGH, P.LOW]), f"{P.LOW:03}", [0, "a"][P.LOW], isinstance(P.LOW, int), P(10), sum(P), "%d %s" % (P.LOW, P.LOW), hash(P.LOW) == hash(1), max(P))
# expect: 1 <P.LOW: 1> 2 True True [<P.LOW: 1>, <P.HIGH: 10>] 001 a True 10 11 1 1 True 10
class S(StrEnum):
    NORTH = auto()
    SOUTH = "down"
print(S.NORTH, repr(S.NORTH), S.NORTH == "north", S.SOUTH.upper(), f"{S.SOUTH:>6}", "".join(S), S("down"), {"north": 1}[S.NORTH], isinstance(S.NORTH, str))
# expect: north <S.NORTH: 'north'> True DOWN   down northdown down 1 True
try:
    class Bad(StrEnum): X = 5
except TypeError as e:
    print(e)  # expect: 5 is not a string
---
# Flag
from enum import Flag, auto
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
rw = Perm.R | Perm.W
print(rw, repr(rw), rw == Perm.RW, rw is Perm.RW, Perm.R in rw, Perm.X in rw, rw & Perm.R, rw ^ Perm.R, ~Perm.R, bool(Perm(0)), Perm(0), repr(Perm(0)), Perm(5), list(Perm(7)), len(Perm.RW), list(Perm), Perm["RW"], rw.value, (Perm.R | Perm.X).name)
# expect: Perm.RW <Perm.RW: 3> True True True False Perm.R Perm.W Perm.W|X False Perm(0) <Perm: 0> Perm.R|X [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] 2 [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] Perm.RW 3 R|X
try:
    Perm(16)
except ValueError as e:
    print(str(e).split("\n")[0])  # expect: <flag 'Perm'> invalid value 16
---
# IntFlag
from enum import IntFlag
class F(IntFlag):
    A = 1
    B = 2
    C = 4
f = F.A | F.C
print(f, repr(f), f == 5, f + 1, F.A | 8, repr(F.A | 8), F(3), isinstance(f, int), f & 4, F.B in f, ~F.A, list(f), f"{f}", F.A < F.B)
# expect: 5 <F.A|C: 5> True 6 9 <F.A|8: 9> 3 True 4 False 6 [<F.A: 1>, <F.C: 4>] 5 True
---
# functional API
from enum import Enum, IntEnum, Flag
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Animal)  # expect: [<Animal.CAT: 1>, <Animal.DOG: 2>] 1 <enum 'Animal'>
print(list(Enum("E", ["A", "B"], start=0)), list(Enum("E", [("X", 10), ("Y", 20)])), list(IntEnum("I", {"P": 5})), list(Flag("F", "A B C")), Enum("M", "A", module="mod").__module__)
# expect: [<E.A: 0>, <E.B: 1>] [<E.X: 10>, <E.Y: 20>] [<I.P: 5>] [<F.A: 1>, <F.B: 2>, <F.C: 4>] mod
---
# _missing_ and _ignore_
from enum import Enum
class Color(Enum):
    _ignore_ = ["tmp"]
    tmp = "not a member"
    RED = "red"
    BLUE = "blue"
    @classmethod
    def _missing_(cls, v):
        if isinstance(v, str):
            for m in cls:
                if m.value == v.lower(): return m
print(Color("RED"), Color("Blue"), list(Color))
# expect: Color.RED Color.BLUE [<Color.RED: 'red'>, <Color.BLUE: 'blue'>]
try:
    Color("green")
except ValueError as e:
    print(e)  # expect: 'green' is not a valid Color
class Bad(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return 5
try:
    Bad(2)
except TypeError as e:
    print(e)  # expect: error in Bad._missing_: returned 5 instead of None or a valid member
---
# members are not inherited; empty enums are
from enum import Enum
class Base(Enum):
    def hello(self): return f"hello {self.name}"
class Child(Base): A = 1
print(Child.A.hello(), isinstance(Child.A, Base))  # expect: hello A True
try:
    class Grand(Child): B = 2
except TypeError as e:
    print(e)  # expect: <enum 'Grand'> cannot extend <enum 'Child'>
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)  # expect: 'A' already defined as 1
---
# nested classes, descriptors and member/nonmember
from enum import Enum, member, nonmember, property as eprop
class E(Enum):
    A = 1
    K = nonmember(5)
    @member
    def F(): return "function as member"
    def method(self): return "method"
print(list(E)[0], E.K, E.F.value(), E.A.method(), len(E), isinstance(E.F, E))
# expect: E.A 5 function as member method 2 True
---
# match and dispatch over members
from enum import Enum, auto
class State(Enum):
    IDLE = auto()
    RUN = auto()
    DONE = auto()
def step(s):
    match s:
        case State.IDLE: return State.RUN
        case State.RUN: return State.DONE
        case _: return s
s, path = State.IDLE, []
while True:
    path.append(s.name)
    n = step(s)
    if n is s: break
    s = n
print(path, {s: s.value for s in State})
# expect: ['IDLE', 'RUN', 'DONE'] {<State.IDLE: 1>: 1, <State.RUN: 2>: 2, <State.DONE: 3>: 3}
---
# mixing in other types
from enum import Enum
class Text(str, Enum):
    A = "a"
    B = "b"
print(Text.A == "a", Text.A.upper(), Text.A, repr(Text.A), f"{Text.B}", Text("b"), "a" in {Text.A: 1})
# expect: True A Text.A <Text.A: 'a'> Text.B Text.B True
class Num(float, Enum): HALF = 0.5
print(Num.HALF * 2, Num.HALF, Num(0.5) is Num.HALF)  # expect: 1.0 Num.HALF True
class D(dict, Enum): X = {"k": 1}
print(D.X["k"], D.X)  # expect: 1 D.X
---
# verify, FlagBoundary and global names
from enum import Flag, IntFlag, KEEP, STRICT, CONFORM, EJECT, verify, UNIQUE, CONTINUOUS, Enum
class C(Flag, boundary=CONFORM):
    A = 1
    B = 2
class K(Flag, boundary=KEEP): A = 1
class J(IntFlag, boundary=EJECT): A = 1
print(C(7), K(9), J(9), type(J(9)).__name__)  # expect: C.A|B K.A|8 9 int
try:
    @verify(UNIQUE, CONTINUOUS)
    class V(Enum):
        A = 1
        C = 3
except ValueError as e:
    print(e)  # expect: invalid enum 'V': missing values 2
---
# "name" and "value" of an enumeration itself may be set and deleted
from enum import Enum
class Color(Enum):
    red = 1
    blue = 2
Color.value = "shade"
print(Color.value, Color.red.value, Color.blue)  # expect: shade shade Color.blue
del Color.value
print(Color.red.value)  # expect: 1
Color.name = property(lambda self: self._name_.upper())
print(Color.red.name, type(Color.name).__name__)  # expect: RED property
for change in lambda: Color.value, lambda: delattr(Color, "value"), lambda: setattr(Color, "red", 3), lambda: delattr(Color, "red"):
    try:
        change()
    except AttributeError as error:
        print(error)
# expect: <enum 'Color'> has no attribute 'value'
# expect: type object 'Color' has no attribute 'value'
# expect: cannot reassign member 'red'
# expect: 'Color' cannot delete member 'red'.
