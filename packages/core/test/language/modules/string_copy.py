# string constants
import string
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), len(string.printable), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase)
# expect: abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF 01234567 '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' ' \t\n\r\x0b\x0c' 100 True
---
# capwords
import string
print(string.capwords("hello  big WORLD"), string.capwords("a-b-c", "-"), repr(string.capwords("")))
# expect: Hello Big World A-B-C ''
---
# Template
from string import Template
t = Template("$who likes ${what}ing for $$5")
print(t.substitute(who="Ann", what="ski"), t.substitute({"who": "B", "what": "x"}), t.safe_substitute(who="C"), t.template, Template("$a $b").substitute({"a": 1}, b=2))
# expect: Ann likes skiing for $5 B likes xing for $5 C likes ${what}ing for $5 $who likes ${what}ing for $$5 1 2
for s, kw in (("$x", {}), ("$", {}), ("$1", {}), ("${", {}), ("a\n  $-", {})):
    try:
        Template(s).substitute(kw)
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
# expect: KeyError 'x'
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 2, col 3
print(Template("$ and ${bad $ok").safe_substitute(ok=1), Template("$a ${b} $$").get_identifiers(), Template("$a").is_valid(), Template("$ ").is_valid())
# expect: $ and ${bad 1 ['a', 'b'] True False
---
# a Template with its own delimiter
from string import Template
class Percent(Template):
    delimiter = "%"
print(Percent("%name has $5 and 100%%").substitute(name="Ann"))  # expect: Ann has $5 and 100%
---
# Formatter
from string import Formatter
f = Formatter()
print(f.format("{0} {x:>4} {1!r}", 1, "s", x=2), f.vformat("{a}", (), {"a": 5}), list(f.parse("a {b!r:>5} c{} {{")))
# expect: 1    2 's' 5 [('a ', 'b', '>5', 'r'), (' c', '', '', None), (' {', None, None, None)]
class Default(Formatter):
    def get_value(self, key, args, kw):
        if isinstance(key, str): return kw.get(key, f"<{key}>")
        return super().get_value(key, args, kw)
    def convert_field(self, value, conv):
        if conv == "u": return str(value).upper()
        return super().convert_field(value, conv)
print(Default().format("{a} {b} {0!u}", "x", a=1))  # expect: 1 <b> X
---
# shallow copies
import copy
a = [1, [2], {"k": 3}]
b = copy.copy(a)
b.append(4)
b[1].append("shared")
print(a, b, a is b, a[1] is b[1])
# expect: [1, [2, 'shared'], {'k': 3}] [1, [2, 'shared'], {'k': 3}, 4] False True
for x in (5, "s", (1, 2), None, frozenset([1]), b"x", range(3), len, int, ..., 1.5):
    print(copy.copy(x) is x, end=" ")
print(".")  # expect: True True True True True True True True True True True .
print(copy.copy({1: 2}), copy.copy({1}), copy.copy(bytearray(b"a")), copy.copy(slice(1, 2)))
# expect: {1: 2} {1} bytearray(b'a') slice(1, 2, None)
---
# deep copies
import copy
a = [1, [2, {"k": [3]}], (4, [5])]
b = copy.deepcopy(a)
b[1][1]["k"].append("new")
b[2][1].append(6)
print(a, b)  # expect: [1, [2, {'k': [3]}], (4, [5])] [1, [2, {'k': [3, 'new']}], (4, [5, 6])]
t = (1, (2, "x"))
print(copy.deepcopy(t) is t, copy.deepcopy([[]] * 2), copy.deepcopy({1: [2]}))
# expect: True [[], []] {1: [2]}
x = []
y = copy.deepcopy([x, x])
print(y[0] is y[1], y[0] is x)  # expect: True False
---
# deep copies of cyclic structures
import copy
a = []
a.append(a)
b = copy.deepcopy(a)
print(b, b[0] is b, b is a)  # expect: [[...]] True False
class Node:
    def __init__(self): self.next = self
n = copy.deepcopy(Node())
print(n.next is n)  # expect: True
d = {}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e, e)  # expect: True {'self': {...}}
---
# copying instances
import copy
class P:
    def __init__(self, x): self.x = x
p = P([1])
s, d = copy.copy(p), copy.deepcopy(p)
p.x.append(2)
print(s.x, d.x, type(s).__name__, s.x is p.x)  # expect: [1, 2] [1] P True
class S:
    __slots__ = ("a", "b")
s = S()
s.a = [1]
c = copy.deepcopy(s)
print(c.a, c.a is s.a, hasattr(c, "b"))  # expect: [1] False False
class L(list):
    pass
l = L([1])
l.extra = "e"
c = copy.copy(l)
print(c, c.extra, type(c).__name__)  # expect: [1] e L
---
# __copy__, __deepcopy__, __reduce__, __getstate__, __setstate__
import copy
class A:
    def __init__(self, v): self.v = v
    def __copy__(self): return A(self.v + 1)
    def __deepcopy__(self, memo): return A(copy.deepcopy(self.v, memo) + 100)
print(copy.copy(A(1)).v, copy.deepcopy(A(1)).v)  # expect: 2 101
class R:
    def __init__(self, *a): self.a = a
    def __reduce__(self): return R, ("rebuilt",)
print(copy.copy(R(1)).a)  # expect: ('rebuilt',)
class G:
    def __init__(self): self.x, self.secret = 1, 2
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, s): self.__dict__.update(s, restored=True)
print(vars(copy.copy(G())))  # expect: {'x': 1, 'restored': True}
---
# copy.replace and errors
import copy
from collections import namedtuple
P = namedtuple("P", "x y")
class R:
    def __init__(self, v): self.v = v
    def __replace__(self, **kw): return R(kw.get("v", self.v))
print(copy.replace(P(1, 2), y=5), copy.replace(R(1), v=9).v)  # expect: P(x=1, y=5) 9
try:
    copy.replace(5, x=1)
except TypeError as e:
    print(e)  # expect: replace() does not support int objects
class No:
    def __reduce_ex__(self, p): raise TypeError("cannot copy No")
try:
    copy.copy(No())
except TypeError as e:
    print(e)  # expect: cannot copy No
print(issubclass(copy.Error, Exception), copy.error is copy.Error)  # expect: True True
---
# generators and modules cannot be deep-copied
import copy
def g(): yield
for x in (g(),):
    try:
        copy.copy(x)
    except TypeError as e:
        print(e)  # expect: cannot pickle 'generator' object
f = lambda: 1
print(copy.deepcopy(f) is f, copy.deepcopy(int) is int, copy.deepcopy([f])[0] is f)  # expect: True True True
