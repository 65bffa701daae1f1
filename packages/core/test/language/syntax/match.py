# literal patterns
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "small"
        case -1: return "minus"
        case 1.5: return "float"
        case "a" "b": return "text"
        case b"x": return "bytes"
        case 3+4j: return "complex"
        case _: return "other"
print([f(x) for x in (0, 1, 2, -1, 1.5, "ab", b"x", 3+4j, "z", None)])
# expect: ['zero', 'small', 'small', 'minus', 'float', 'text', 'bytes', 'complex', 'other', 'other']
print(f(0.0), f(True), f(False))  # expect: zero small zero
---
# None, True and False match by identity
def f(x):
    match x:
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case 1: return "one"
        case 0: return "nought"
print([f(x) for x in (None, True, False, 1, 0, 1.0)])
# expect: ['None', 'True', 'False', 'one', 'nought', 'one']
---
# capture and wildcard
match [1, 2]:
    case x: print("captured", x)  # expect: captured [1, 2]
match "anything":
    case _: print("wild")  # expect: wild
try:
    print(_)
except NameError as e:
    print(e)  # expect: name '_' is not defined
---
# value patterns are dotted names
class Color:
    RED = "r"
    GREEN = "g"
def f(c):
    match c:
        case Color.RED: return "red"
        case Color.GREEN: return "green"
        case other: return f"unknown {other}"
print(f("r"), f("g"), f("b"))  # expect: red green unknown b
---
# sequence patterns
def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [a, b]: return f"two {a} {b}"
        case [a, *rest]: return f"many {a} {rest}"
        case _: return "no sequence"
print(f([]), f([1]), f((1, 2)), f(range(4)), f("ab"), f(b"ab"), f(5), f({1: 2}), sep="; ")
# expect: empty; one 1; two 1 2; many 0 [1, 2, 3]; no sequence; no sequence; no sequence; no sequence
---
# star in the middle and the anonymous star
def f(x):
    match x:
        case first, *_, last: return first, last
        case *all_,: return all_
print(f([1, 2, 3]), f([1, 2]), f([1]), f([]))  # expect: (1, 3) (1, 2) [1] []
---
# sequence patterns with parentheses and nesting
match [1, [2, [3, 4]]]:
    case (a, (b, [c, *d])): print(a, b, c, d)  # expect: 1 2 3 [4]
match ((1,),):
    case ((x,),): print("tuple", x)  # expect: tuple 1
match [5]:
    case (y): print("group", y)  # expect: group [5]
---
# which types are sequences
from collections import deque
class L(list): pass
def f(x):
    match x:
        case [*items]: return True
        case _: return False
print(f(L()), f(deque()), f(memoryview(b"a")), f(range(0)))  # expect: True True True True
---
# mapping patterns
def f(x):
    match x:
        case {"op": "add", "a": a, "b": b}: return a + b
        case {"op": op, **rest}: return op, rest
        case {}: return "some mapping"
        case _: return "no"
print(f({"op": "add", "a": 1, "b": 2, "more": 3}), f({"op": "x", "k": 1}), f({"z": 1}), f({}), f([]), sep="; ")
# expect: 3; ('x', {'k': 1}); some mapping; some mapping; no
---
# mapping keys may be literals or values
class K: A = "alpha"
match {1: "one", None: "none", "alpha": "a", -2: "m"}:
    case {1: x, None: y, K.A: z, -2: w}: print(x, y, z, w)  # expect: one none a m
match {True: "t"}:
    case {1: v}: print("equal keys match", v)  # expect: equal keys match t
---
# mapping patterns do not call __missing__
from collections import defaultdict
d = defaultdict(list)
match d:
    case {"k": v}: print("found", v)
    case _: print("not found", dict(d))  # expect: not found {}
---
# class patterns with keywords
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
def f(p):
    match p:
        case Point(x=0, y=0): return "origin"
        case Point(x=0, y=y): return f"on y at {y}"
        case Point(x=x): return f"x is {x}"
        case _: return "no point"
print(f(Point(0, 0)), f(Point(0, 3)), f(Point(5, 1)), f(3), sep="; ")
# expect: origin; on y at 3; x is 5; no point
---
# positional class patterns use __match_args__
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
match Point(1, 2):
    case Point(1, b): print("b", b)  # expect: b 2
match Point(1, 2):
    case Point(x, y=2): print("x", x)  # expect: x 1
match Point(1, 2):
    case Point(): print("any point")  # expect: any point
---
# built-in types take one positional pattern: the subject itself
def f(x):
    match x:
        case bool(b): return f"bool {b}"
        case int(i): return f"int {i}"
        case str(s): return f"str {s}"
        case float(z): return f"float {z}"
        case list([a, b]): return f"pair {a} {b}"
        case dict({"k": v}): return f"k={v}"
        case tuple(t): return f"tuple {t}"
        case set(s): return f"set {sorted(s)}"
        case bytes(s): return f"bytes {s}"
        case _: return "other"
for x in (True, 3, "s", 1.5, [1, 2], {"k": 9}, (1,), {2, 1}, b"q", None, [1]):
    print(f(x))
# expect: bool True
# expect: int 3
# expect: str s
# expect: float 1.5
# expect: pair 1 2
# expect: k=9
# expect: tuple (1,)
# expect: set [1, 2]
# expect: bytes b'q'
# expect: other
# expect: other
---
# errors of class patterns
class P: __match_args__ = ("x",)
class Q: pass
class R: __match_args__ = ["x"]
class S: __match_args__ = (1,)
class T: __match_args__ = ("x", "x")
for code in ("case P(1, 2): pass", "case R(1): pass", "case S(1): pass", "case Q(1): pass", "case T(1, 1): pass",
             "case P(1, x=2): pass", "case int(1, 2): pass"):
    subject = {"P": P, "Q": Q, "R": R, "S": S, "T": T, "i": int}[code[5]]()
    try:
        subject.x = 1
    except AttributeError:
        pass
    try:
        exec(f"match subject:\n    {code}")
        print("no match")
    except TypeError as e:
        print(e)
# expect: P() accepts 1 positional sub-pattern (2 given)
# expect: R.__match_args__ must be a tuple (got list)
# expect: __match_args__ elements must be strings (got int)
# expect: Q() accepts 0 positional sub-patterns (1 given)
# expect: T() got multiple sub-patterns for attribute 'x'
# expect: P() got multiple sub-patterns for attribute 'x'
# expect: int() accepts 1 positional sub-pattern (2 given)
---
# a class pattern needs a class
thing = 5
try:
    match 1:
        case thing(): pass
except TypeError as e:
    print(e)  # expect: called match pattern must be a class
---
# or patterns bind the same names
def f(x):
    match x:
        case [a, 0] | [0, a]: return f"axis {a}"
        case {"v": a} | {"value": a}: return f"value {a}"
        case (1 | 2 | 3) as a: return f"small {a}"
        case _: return "none"
print(f([5, 0]), f([0, 7]), f({"value": 1}), f({"v": 2}), f(3), f(4), sep="; ")
# expect: axis 5; axis 7; value 1; value 2; small 3; none
---
# as patterns
match [1, [2, 3]]:
    case [int() as a, [_, _] as pair]: print(a, pair)  # expect: 1 [2, 3]
match "go north":
    case str() as whole: print(whole)  # expect: go north
match {"k": [1]}:
    case {"k": [x] as v} as whole: print(x, v, whole)  # expect: 1 [1] {'k': [1]}
---
# guards
def f(x):
    match x:
        case n if n < 0: return "negative"
        case int(n) if n % 2: return "odd"
        case int(): return "even"
        case [a, b] if a == b: return "same"
        case _: return "other"
print([f(x) for x in (-1, 3, 4, [1, 1], [1, 2])])
# raises: TypeError: '<' not supported between instances of 'list' and 'int'
---
# names bound by a failed case stay bound
match (1, 2):
    case (a, 3): print("no")
    case (b, 2) if b > 5: print("no")
    case _: print("default")  # expect: default
print(b)  # expect: 1
---
# the subject may be a tuple without parentheses, and is evaluated once
def subject():
    print("evaluated")
    return 2
match subject(), 3:
    case 1, _: print("one")
    case 2, x: print("two", x)
# expect: evaluated
# expect: two 3
match *[1, 2], 3:
    case [a, *b]: print(a, b)  # expect: 1 [2, 3]
match (x := 5):
    case 5: print("walrus", x)  # expect: walrus 5
---
# no case matches: nothing happens
match 5:
    case 6: print("six")
print("after")  # expect: after
---
# match inside loops and functions with return, break and continue
def walk(commands):
    out = []
    for c in commands:
        match c.split():
            case ["quit"]: break
            case ["skip"]: continue
            case ["go", ("north" | "south") as d]: out.append(d)
            case ["take", *items]: out.append(items)
            case []: return "empty"
    return out
print(walk(["go north", "skip", "take a b", "go west", "quit", "go south"]), walk([""]))
# expect: ['north', ['a', 'b']] empty
---
# nested class and mapping patterns for a tree
class Num:
    __match_args__ = ("v",)
    def __init__(self, v): self.v = v
class Bin:
    __match_args__ = ("op", "l", "r")
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
def ev(n):
    match n:
        case Num(v): return v
        case Bin("+", l, r): return ev(l) + ev(r)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return 0
        case Bin("*", l, r): return ev(l) * ev(r)
print(ev(Bin("+", Num(2), Bin("*", Num(3), Num(4)))), ev(Bin("*", Num(0), None)))  # expect: 14 0
---
# equality decides literal and value patterns
class Any:
    def __eq__(self, o):
        print("eq", o)
        return o == 2
match Any():
    case 1: print("one")
    case 2: print("two")
# expect: eq 1
# expect: eq 2
# expect: two
---
# isinstance hooks decide class patterns
class Meta(type):
    def __instancecheck__(cls, o):
        print("check", o)
        return o == 7
class Seven(metaclass=Meta): pass
match 7:
    case Seven(): print("is seven")
# expect: check 7
# expect: is seven
match 8:
    case Seven(): print("no")  # expect: check 8
    case _: print("not")  # expect: not
---
# an attribute that is missing fails the match, one that raises does not
class C:
    @property
    def bad(self): raise ValueError("from property")
match C():
    case C(nothing=1): print("no")
    case _: print("missing")  # expect: missing
try:
    match C():
        case C(bad=1): pass
except ValueError as e:
    print(e)  # expect: from property
---
# custom mappings and sequences register with the ABCs
from collections.abc import Mapping, Sequence
class Seq(Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return "ab"[i]
class Map(Mapping):
    def __getitem__(self, k): return {"x": 1}[k]
    def __iter__(self): return iter(["x"])
    def __len__(self): return 1
match Seq():
    case [a, b]: print(a, b)  # expect: a b
match Map():
    case {"x": v, **rest}: print(v, rest)  # expect: 1 {}
---
# negative, complex and string patterns in sequences
match [-1, 2.5, "x", None]:
    case [-1, 2.5, "x" | "y", None]: print("all")  # expect: all
match [1 - 2j]:
    case [1 - 2j]: print("complex")  # expect: complex
---
# duplicate key after evaluation is an error
class K: A = B = "same"
try:
    match {"same": 1, "other": 2}:
        case {K.A: 1, K.B: 1}: print("no")
except ValueError as e:
    print(e)  # expect: mapping pattern checks duplicate key ('same')
---
# what derives from sequences and mappings is what comes first in its method resolution order
from collections import UserDict, UserList
from collections.abc import Mapping, Sequence
def kind(value):
    match value:
        case [*_]: return "sequence"
        case {}: return "mapping"
class A(UserDict, Sequence): pass
class B(UserList, Mapping): pass
class C(dict, Sequence): pass
class D(UserList, dict): pass
class E(str, Sequence): pass
class F(UserDict, list): pass
print(*[kind(made()) for made in (A, B, C, D, E, F, str, bytes, bytearray)])
# expect: mapping sequence mapping sequence sequence mapping None None None
