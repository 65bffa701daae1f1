# arithmetic and comparison functions
import operator as o
print(o.add(1, 2), o.sub(5, 3), o.mul("a", 3), o.truediv(7, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 5), o.neg(3), o.pos(-3), o.abs(-4), o.inv(5), o.invert(0), o.lshift(1, 4), o.rshift(16, 2), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.not_([]), o.truth([0]), o.index(True), o.matmul.__name__)
# expect: 3 2 aaa 3.5 3 1 32 -3 -3 4 -6 -1 16 4 2 7 5 True True 1 matmul
print(o.lt(1, 2), o.le(2, 2), o.eq(1, 1.0), o.ne(1, 2), o.gt(1, 2), o.ge(2, 1), o.is_(None, None), o.is_not(1, None))
# expect: True True True True False True True True
---
# sequence functions
import operator as o
a = [1, 2, 3]
print(o.concat([1], [2]), o.contains(a, 2), o.countOf([1, 1, 2], 1), o.indexOf(a, 3), o.getitem(a, 0), o.getitem({"k": "v"}, "k"), o.length_hint(a), o.getitem(a, slice(1, 3)))
# expect: [1, 2] True 2 2 1 v 3 [2, 3]
o.setitem(a, 0, "x")
o.delitem(a, 1)
print(a)  # expect: ['x', 3]
for f in (lambda: o.indexOf(a, 9), lambda: o.getitem(a, 9), lambda: o.concat(1, 2), lambda: o.add(1), lambda: o.index(1.5)):
    try:
        f()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError sequence.index(x): x not in sequence
# expect: IndexError list index out of range
# expect: TypeError 'int' object can't be concatenated
# expect: TypeError add expected 2 arguments, got 1
# expect: TypeError 'float' object cannot be interpreted as an integer
---
# itemgetter
from operator import itemgetter
g = itemgetter(1)
print(g("abc"), itemgetter(2, 0)([10, 20, 30]), itemgetter("k")({"k": 5}), itemgetter(slice(1, 3))("abcd"), itemgetter(-1)((1, 2)), g, itemgetter("a", 2))
# expect: b (30, 10) 5 bc 2 operator.itemgetter(1) operator.itemgetter('a', 2)
print(sorted([("b", 2), ("a", 3), ("c", 1)], key=itemgetter(1)), list(map(itemgetter("n"), [{"n": 1}, {"n": 2}])))
# expect: [('c', 1), ('b', 2), ('a', 3)] [1, 2]
for f in (lambda: itemgetter(), lambda: g([]), lambda: itemgetter("x")({}), lambda: g(5)):
    try:
        f()
    except (TypeError, IndexError, KeyError) as e:
        print(type(e).__name__, e)
# expect: TypeError itemgetter expected 1 argument, got 0
# expect: IndexError list index out of range
# expect: KeyError 'x'
# expect: TypeError 'int' object is not subscriptable
---
# attrgetter
from operator import attrgetter
class P:
    def __init__(self, n, a): self.name, self.age = n, a
class T:
    def __init__(self): self.boss = P("Ann", 40)
print(attrgetter("name")(P("Bob", 1)), attrgetter("name", "age")(P("C", 2)), attrgetter("boss.name")(T()), attrgetter("real")(5), attrgetter("a.b"), [p.name for p in sorted([P("z", 1), P("y", 2)], key=attrgetter("name"))])
# expect: Bob ('C', 2) Ann 5 operator.attrgetter('a.b') ['y', 'z']
for f in (lambda: attrgetter("nope")(5), lambda: attrgetter(5), lambda: attrgetter("boss.nope")(T())):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(e)
# expect: 'int' object has no attribute 'nope'
# expect: attribute name must be a string
# expect: 'P' object has no attribute 'nope'
---
# methodcaller
from operator import methodcaller
print(methodcaller("upper")("abc"), methodcaller("split", ",", maxsplit=1)("a,b,c"), methodcaller("replace", "a", "b")("aa"), methodcaller("x", 1, k=2), list(map(methodcaller("strip"), [" a", "b "])))
# expect: ABC ['a', 'b,c'] bb operator.methodcaller('x', 1, k=2) ['a', 'b']
try:
    methodcaller("nope")("a")
except AttributeError as e:
    print(e)  # expect: 'str' object has no attribute 'nope'
---
# in-place functions
import operator as o
a = [1]
b = o.iadd(a, [2])
print(a, b is a, o.iadd(1, 2), o.imul([1], 2), o.isub(5, 3), o.ior({1}, {2}) == {1, 2}, o.iconcat([1], [2]), o.ipow(2, 3))
# expect: [1, 2] True 3 [1, 1] 2 True [1, 2] 8
t = (1,)
print(o.iadd(t, (2,)), t)  # expect: (1, 2) (1,)
---
# operator.call and a table of operators
import operator as o
print(o.call(max, 1, 5, 2), o.call(dict, a=1))  # expect: 5 {'a': 1}
ops = {"+": o.add, "-": o.sub, "*": o.mul, "/": o.truediv, "^": o.pow}
def rpn(text):
    stack = []
    for t in text.split():
        if t in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[t](a, b))
        else:
            stack.append(float(t))
    return stack.pop()
print(rpn("3 4 + 2 *"), rpn("2 3 ^ 5 -"), rpn("1 2 3 + /"))  # expect: 14.0 3.0 0.2
---
# what cannot be searched, and hints given instead of a length
import operator as o
class Index:
    def __index__(self): return 4
for f in (lambda: o.countOf(1, 1), lambda: o.indexOf(None, 1), lambda: o.length_hint(1, Index()), lambda: o.length_hint([1], Index()), lambda: o.length_hint(1, 2 ** 70), lambda: o.length_hint(1, "x")):
    try:
        print(f())
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: TypeError argument of type 'int' is not iterable
# expect: TypeError argument of type 'NoneType' is not iterable
# expect: 4
# expect: 1
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: TypeError 'str' object cannot be interpreted as an integer
---
# setitem and delitem answer None, whatever the methods of the class do
import operator
class Board(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        return "set"
    def __delitem__(self, key):
        super().__delitem__(key)
        return "deleted"
board = Board()
print(operator.setitem(board, (1, 2), "x"), board, operator.delitem(board, (1, 2)), board)
# expect: None {} None {}
