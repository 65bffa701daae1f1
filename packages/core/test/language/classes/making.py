# A class whose __new__ is written in Python: what it answers decides whether there is an __init__ to run.
class Pair(tuple):
    def __new__(cls, a, b=0, *rest, key=None, **more):
        return super().__new__(cls, (a, b, *rest, key, *more))


for _ in range(3):
    print(Pair(1), Pair(1, 2, 3), Pair(1, key=2, c=3), Pair(*[4, 5], **{"key": 6}))
# expect: (1, 0, None) (1, 2, 3, None) (1, 0, 2, 'c') (4, 5, 6)
# expect: (1, 0, None) (1, 2, 3, None) (1, 0, 2, 'c') (4, 5, 6)
# expect: (1, 0, None) (1, 2, 3, None) (1, 0, 2, 'c') (4, 5, 6)
try:
    Pair()
except TypeError as error:
    print(error)  # expect: Pair.__new__() missing 1 required positional argument: 'a'


class Shape:
    def __new__(cls, kind):
        if kind == "round":
            return Round.__new__(Round, kind)
        if kind == "number":
            return 42
        return object.__new__(cls)


class Round(Shape):
    def __init__(self, kind):
        self.seen = kind

    def __new__(cls, kind):
        return object.__new__(cls)


for kind in "flat", "round", "number", "flat":
    made = Shape(kind)
    print(type(made).__name__, getattr(made, "seen", None))
# expect: Shape None
# expect: Round round
# expect: int None
# expect: Shape None
print(Round("again").seen)  # expect: again


class Refusing:
    def __new__(cls, n):
        if n:
            raise ValueError(n)
        return n


print(Refusing(0))  # expect: 0
try:
    print([Refusing(n) for n in (0, 0, 3)])
except ValueError as error:
    print("refused", error)  # expect: refused 3
Shape.__init__ = lambda self, kind: print("init", kind)
Shape("flat")  # expect: init flat
del Shape.__init__
print(type(Shape("flat")).__name__)  # expect: Shape
---
# A __new__ that is a generator, or something else that is called.
class Flow:
    def __new__(cls, n):
        yield cls.__name__
        yield n


print(list(Flow(3)))  # expect: ['Flow', 3]


class Made:
    __new__ = classmethod(lambda cls, *args: args)


print(Made(1) == (Made, 1))  # expect: True
---
# Setters are found anew when the class changes.
class Unit:
    def __init__(self):
        self.log = []

    @property
    def hp(self):
        return self.log

    @hp.setter
    def hp(self, value):
        self.log.append(value)


def hit(unit, count):
    for n in range(count):
        unit.hp = n


unit = Unit()
hit(unit, 3)
Unit.hp = Unit.hp.setter(lambda self, value: self.log.append(-value))
hit(unit, 3)
print(unit.hp)  # expect: [0, 1, 2, 0, -1, -2]
Unit.hp = property(lambda self: "fixed")
try:
    hit(unit, 1)
except AttributeError as error:
    print(error)  # expect: property '<lambda>' of 'Unit' object has no setter
Unit.hp = 5
hit(unit, 2)
print(unit.hp, Unit.hp)  # expect: 1 5


class Guarded(Unit):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, (name, value))


guarded = Guarded()
hit(guarded, 2)
print(guarded.hp, guarded.log)  # expect: ('hp', 1) ('log', [])
---
# __getattr__ is for what is missing, however often it is asked.
class Lazy:
    kind = "lazy"

    def __init__(self):
        self.own = 1

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name * 2


def read(thing):
    return thing.own, thing.kind, thing.ab, getattr(thing, "cd", 0), getattr(thing, "_x", 0), hasattr(thing, "_y")


lazy = Lazy()
for _ in range(3):
    print(read(lazy))
# expect: (1, 'lazy', 'abab', 'cdcd', 0, False)
# expect: (1, 'lazy', 'abab', 'cdcd', 0, False)
# expect: (1, 'lazy', 'abab', 'cdcd', 0, False)
lazy.ab = "own now"
print(lazy.ab)  # expect: own now
del Lazy.__getattr__
try:
    lazy.cd
except AttributeError as error:
    print(error)  # expect: 'Lazy' object has no attribute 'cd'
Lazy.__getattribute__ = lambda self, name: name
print(lazy.cd, read(lazy))  # expect: cd ('own', 'kind', 'ab', 'cd', '_x', True)
---
# isinstance of a tuple of classes, with objects and classes that have a say.
class Claims:
    @property
    def __class__(self):
        return dict


class Meta(type):
    def __instancecheck__(cls, value):
        return value == 5


class Five(metaclass=Meta):
    pass


print(isinstance(Claims(), (int, dict)), isinstance(Claims(), (int, Claims)), isinstance(Claims(), (int, str)))
# expect: True True False
print(isinstance(5, (str, Five)), isinstance(6, (str, Five)), isinstance(True, (str, (float, int))))
# expect: True False True
print(isinstance(1, (int, "no class")), isinstance(1, ()))  # expect: True False
for classes in ((str, "no class"), (str, 1), ["int"]):
    try:
        print(isinstance(1, classes))
    except TypeError as error:
        print(error)
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
---
# Another native method may be given the name of __setattr__: it is asked for each store, the first and those after it.
class Holder:
    pass


holder = Holder()
holder.x = 0
Holder.__setattr__ = dict.__setitem__
for n in range(3):
    try:
        holder.x = n
    except TypeError as error:
        print(error)
# expect: descriptor '__setitem__' requires a 'dict' object but received a 'Holder'
# expect: descriptor '__setitem__' requires a 'dict' object but received a 'Holder'
# expect: descriptor '__setitem__' requires a 'dict' object but received a 'Holder'
print(holder.x)  # expect: 0
---
# An __init__ that the making of the object brings is run.
class Late:
    def __new__(cls, n):
        if n:
            cls.__init__ = lambda self, n: print("init", n)
        return object.__new__(cls)


for n in 0, 1, 2:
    Late(n)
# expect: init 1
# expect: init 2
