# generated __init__, __repr__ and __eq__
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
print(P(1), P(1, 2), P(x=3, y=4), P(1) == P(1, 0), P(1) == P(2), P(1) == (1, 0), P.__match_args__, P.y, hasattr(P, "x"))
# expect: P(x=1, y=0) P(x=1, y=2) P(x=3, y=4) True False False ('x', 'y') 0 False
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: hash(P(1)), lambda: P(1) < P(2)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() takes from 2 to 3 positional arguments but 4 were given
# expect: P.__init__() got an unexpected keyword argument 'z'
# expect: unhashable type: 'P'
# expect: '<' not supported between instances of 'P' and 'P'
---
# defaults, factories and class variables
from dataclasses import dataclass, field
from typing import ClassVar
@dataclass
class C:
    items: list = field(default_factory=list)
    n: int = field(default=5)
    count: ClassVar[int] = 0
    plain = "no annotation"
a, b = C(), C()
a.items.append(1)
print(a, b, C.count, C.plain)  # expect: C(items=[1], n=5) C(items=[], n=5) 0 no annotation
try:
    @dataclass
    class Bad: x: list = []
except ValueError as e:
    print(e)  # expect: mutable default <class 'list'> for field x is not allowed: use default_factory
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as e:
    print(e)  # expect: non-default argument 'b' follows default argument 'a'
try:
    field(default=1, default_factory=list)
except ValueError as e:
    print(e)  # expect: cannot specify both default and default_factory
---
# field options
from dataclasses import dataclass, field, fields
@dataclass
class C:
    a: int
    hidden: str = field(default="h", repr=False)
    not_compared: int = field(default=0, compare=False)
    computed: int = field(init=False, default=7)
    meta: int = field(default=1, metadata={"unit": "m"})
    kw: int = field(default=2, kw_only=True)
print(C(1), C(1, "x") == C(1, "y"), C(1, not_compared=5) == C(1), C(1, kw=9).kw)
# expect: C(a=1, not_compared=0, computed=7, meta=1, kw=2) False True 9
for f in fields(C): print(f.name, f.type.__name__, f.init, f.repr, f.compare, f.kw_only, dict(f.metadata))
# expect: a int True True True False {}
# expect: hidden str True False True False {}
# expect: not_compared int True True False False {}
# expect: computed int False True True False {}
# expect: meta int True True True False {'unit': 'm'}
# expect: kw int True True True True {}
---
# __post_init__ and InitVar
from dataclasses import dataclass, field, InitVar
@dataclass
class Rect:
    w: float
    h: float
    scale: InitVar[int] = 1
    area: float = field(init=False)
    def __post_init__(self, scale):
        self.w *= scale
        self.area = self.w * self.h
print(Rect(2, 3), Rect(2, 3, scale=10))  # expect: Rect(w=2, h=3, area=6) Rect(w=20, h=3, area=60)
@dataclass
class Valid:
    age: int
    def __post_init__(self):
        if self.age < 0: raise ValueError(f"age {self.age} is negative")
try:
    Valid(-1)
except ValueError as e:
    print(e)  # expect: age -1 is negative
---
# frozen
from dataclasses import dataclass, FrozenInstanceError, replace
@dataclass(frozen=True)
class P:
    x: int
    y: int = 0
p = P(1)
for code in ("p.x = 5", "del p.x", "p.new = 1"):
    try:
        exec(code)
    except FrozenInstanceError as e:
        print(e)
# expect: cannot assign to field 'x'
# expect: cannot delete field 'x'
# expect: cannot assign to field 'new'
print(hash(p) == hash(P(1)), {p: "v"}[P(1)], replace(p, y=9), p, issubclass(FrozenInstanceError, AttributeError))
# expect: True v P(x=1, y=9) P(x=1, y=0) True
try:
    @dataclass
    class Q(P): z: int = 1
except TypeError as e:
    print(e)  # expect: cannot inherit non-frozen dataclass from a frozen one
---
# ordering
from dataclasses import dataclass, field
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)
print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5), V(1)]), max(V(1), V(1, 1)), V(1, 0, "a") <= V(1, 0, "b"))
# expect: True [V(major=1, minor=0, label=''), V(major=1, minor=5, label=''), V(major=2, minor=0, label='')] V(major=1, minor=1, label='') True
try:
    V(1) < 5
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'V' and 'int'
---
# inheritance keeps field order
from dataclasses import dataclass, fields
@dataclass
class A:
    x: int = 1
    y: int = 2
@dataclass
class B(A):
    z: int = 3
    x: int = 10
print(B(), [f.name for f in fields(B)], B(7), isinstance(B(), A), B() == A())
# expect: B(x=10, y=2, z=3) ['x', 'y', 'z'] B(x=7, y=2, z=3) True False
---
# eq, repr and init can be turned off or written by hand
from dataclasses import dataclass
@dataclass(eq=False, repr=False)
class A: x: int = 1
print(A() == A(), repr(A()).startswith("<__main__.A object"))  # expect: False True
@dataclass
class B:
    x: int
    def __repr__(self): return f"own {self.x}"
    def __eq__(self, o): return True
print(B(1), B(1) == B(2))  # expect: own 1 True
@dataclass(init=False)
class C:
    x: int = 5
print(C(), C().x)  # expect: C(x=5) 5
@dataclass(unsafe_hash=True)
class D: x: int = 1
print(hash(D()) == hash(D()), {D(): 1}[D(1)])  # expect: True 1
---
# keyword-only fields
from dataclasses import dataclass, KW_ONLY
@dataclass(kw_only=True)
class A:
    x: int
    y: int = 2
print(A(x=1))  # expect: A(x=1, y=2)
@dataclass
class B:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
print(B(1, c=3), B.__match_args__)  # expect: B(a=1, b=1, c=3) ('a',)
for f in (lambda: A(1), lambda: B(1, 2, c=3), lambda: B(1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: A.__init__() takes 1 positional argument but 2 were given
# expect: B.__init__() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
# expect: B.__init__() missing 1 required keyword-only argument: 'c'
---
# slots
from dataclasses import dataclass
@dataclass(slots=True)
class P:
    x: int
    y: int = 2
p = P(1)
print(p, P.__slots__, hasattr(p, "__dict__"))  # expect: P(x=1, y=2) ('x', 'y') False
try:
    p.z = 1
except AttributeError as e:
    print(e)  # expect: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
@dataclass(slots=True, frozen=True)
class F:
    x: int = 1
print(F(), hash(F()) == hash(F(1)))  # expect: F(x=1) True
---
# asdict, astuple, replace, is_dataclass
from dataclasses import dataclass, asdict, astuple, replace, is_dataclass, field
@dataclass
class In:
    v: int
@dataclass
class Out:
    a: In
    items: list[In] = field(default_factory=list)
    m: dict = field(default_factory=dict)
o = Out(In(1), [In(2), In(3)], {"k": In(4)})
d = asdict(o)
print(d, astuple(o), asdict(o, dict_factory=lambda kv: [k for k, _ in kv]))
# expect: {'a': {'v': 1}, 'items': [{'v': 2}, {'v': 3}], 'm': {'k': {'v': 4}}} ((1,), [(2,), (3,)], {'k': (4,)}) ['a', 'items', 'm']
d["items"].append(0)
print(len(o.items), replace(o, a=In(9)).a, is_dataclass(o), is_dataclass(Out), is_dataclass(5))
# expect: 2 In(v=9) True True False
for f in (lambda: asdict(5), lambda: replace(o, q=1), lambda: asdict(Out), lambda: replace(5)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: asdict() should be called on dataclass instances
# expect: Out.__init__() got an unexpected keyword argument 'q'
# expect: asdict() should be called on dataclass instances
# expect: replace() should be called on dataclass instances
---
# make_dataclass
from dataclasses import make_dataclass, field, fields
C = make_dataclass("C", ["a", ("b", int), ("c", list, field(default_factory=list))], namespace={"total": lambda self: self.b * 2}, bases=(object,))
c = C(1, 2)
print(c, c.total(), [f.name for f in fields(C)], C.__name__)  # expect: C(a=1, b=2, c=[]) 4 ['a', 'b', 'c'] C
for names in (["a", "a"], ["class"], [5], ["1x"]):
    try:
        make_dataclass("X", names)
    except TypeError as e:
        print(e)
# expect: Field name duplicated: 'a'
# expect: Field names must not be keywords: 'class'
# expect: object of type 'int' has no len()
# expect: Field names must be valid identifiers: '1x'
---
# a dataclass that contains itself
from dataclasses import dataclass, field
@dataclass
class Node:
    name: str
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    def add(self, name):
        n = Node(name, self)
        self.children.append(n)
        return n
root = Node("root")
root.add("a").add("b")
print(root)
# expect: Node(name='root', parent=None, children=[Node(name='a', parent=..., children=[Node(name='b', parent=..., children=[])])])
def names(n): return [n.name] + [x for c in n.children for x in names(c)]
print(names(root))  # expect: ['root', 'a', 'b']
---
# generic, abstract and matched dataclasses
from dataclasses import dataclass
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
@dataclass
class Sq(Shape):
    side: float
    def area(self): return self.side ** 2
@dataclass
class Box[T]:
    v: T
def describe(s):
    match s:
        case Sq(0): return "point"
        case Sq(side=n) if n > 10: return "big"
        case Sq(n): return f"side {n}"
        case Box(Sq(n)): return f"boxed {n}"
        case Box(v=v): return f"box of {v}"
print(describe(Sq(0)), describe(Sq(50)), describe(Sq(2)), describe(Box(Sq(3))), describe(Box("x")), Sq(3).area(), Box[int](5))
# expect: point big side 2 boxed 3 box of x 9 Box(v=5)
---
# field objects and missing
from dataclasses import dataclass, fields, MISSING, Field, field
@dataclass
class C:
    a: int
    b: str = "d"
    c: list = field(default_factory=list)
print([(f.name, f.default is MISSING, f.default_factory is MISSING, f.type) for f in fields(C)], [isinstance(f, Field) for f in fields(C)], fields(C(1)) == fields(C), list(C.__dataclass_fields__), C.__doc__)
# expect: [('a', True, True, <class 'int'>), ('b', False, True, <class 'str'>), ('c', True, False, <class 'list'>)] [True, True, True] True ['a', 'b', 'c'] C(a: int, b: str = 'd', c: list = <factory>)
try:
    fields(5)
except TypeError as e:
    print(e)  # expect: must be called with a dataclass type or instance
---
# a default that is a descriptor, and properties
from dataclasses import dataclass
class Upper:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, c): return "NONE" if o is None else getattr(o, self.n)
    def __set__(self, o, v): setattr(o, self.n, v.upper())
@dataclass
class C:
    name: str = Upper()
print(C("abc"), C(), C("x").name)  # expect: C(name='ABC') C(name='NONE') X
---
# copying and pickling hooks are ordinary
import copy
from dataclasses import dataclass, field
@dataclass
class C:
    xs: list = field(default_factory=list)
a = C([1])
b, c = copy.copy(a), copy.deepcopy(a)
a.xs.append(2)
print(b, c, a == b, a == c, copy.replace(a, xs=[9]))  # expect: C(xs=[1, 2]) C(xs=[1]) True False C(xs=[9])
