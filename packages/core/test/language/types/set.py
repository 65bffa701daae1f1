# construction
print(set(), {1}, sorted({3, 1, 2, 1}), sorted(set("hello")), len({1, 1.0, True}), sorted(set(range(3))), frozenset(), frozenset([1]), sorted({*"ab", *[1][:0]}))
# expect: set() {1} [1, 2, 3] ['e', 'h', 'l', 'o'] 1 [0, 1, 2] frozenset() frozenset({1}) ['a', 'b']
---
# algebra with operators
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(b - a))
# expect: [1, 2, 3, 4] [3] [1, 2] [1, 2, 4] [4]
for f in (lambda: a | [1], lambda: a & "x", lambda: a - None, lambda: [1] | a):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for |: 'set' and 'list'
# expect: unsupported operand type(s) for &: 'set' and 'str'
# expect: unsupported operand type(s) for -: 'set' and 'NoneType'
# expect: unsupported operand type(s) for |: 'list' and 'set'
---
# algebra with methods takes any iterables
a = {1, 2, 3}
print(sorted(a.union([4], "x" [:0], range(5, 7))), sorted(a.intersection([2, 3, 9], (3,))), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([3, 4])), sorted(a.union()), a.intersection() == a, a.union() is a)
# expect: [1, 2, 3, 4, 5, 6] [3] [3] [1, 2, 4] [1, 2, 3] True False
try:
    a.union(5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
---
# in-place algebra
a = b = {1, 2, 3}
a |= {4}
a &= {1, 2, 4}
a -= {1}
a ^= {2, 9}
print(sorted(a), a is b)  # expect: [4, 9] True
a.update([5], {6: 1})
a.intersection_update([5, 6, 9])
a.difference_update([9])
a.symmetric_difference_update([5, 7])
print(sorted(a))  # expect: [6, 7]
try:
    a |= [1]
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for |=: 'set' and 'list'
---
# adding and removing
s = {1}
print(s.add(2), s.add(2), sorted(s), s.discard(9), s.remove(1), s)  # expect: None None [1, 2] None None {2}
print(s.pop(), s, s.clear())  # expect: 2 set() None
for f in (lambda: s.remove("x"), lambda: s.pop(), lambda: s.add([]), lambda: s.remove([]), lambda: s.discard({1: 2})):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
# expect: KeyError 'x'
# expect: KeyError 'pop from an empty set'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
---
# comparison is inclusion
a = {1, 2}
print(a < {1, 2, 3}, a <= {1, 2}, a < {1, 2}, a > {1}, a >= {1, 2}, a == {2, 1}, a != {1}, {1} < {2}, {1} > {2}, a.issubset([1, 2, 3]), a.issuperset("x"[:0]), a.isdisjoint([3]), a.isdisjoint({2}))
# expect: True True False True True True True False False True True True False
try:
    a < [1]
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'set' and 'list'
print(a == [1, 2], a == frozenset([1, 2]), {frozenset(a)} == {frozenset([2, 1])})  # expect: False True True
---
# frozenset is hashable and has no changing methods
f = frozenset([1, 2])
print(hash(f) == hash(frozenset([2, 1])), {f: "x"}[frozenset((2, 1))], f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, hasattr(f, "add"), f.copy() is f, frozenset(f) is f)
# expect: True x True frozenset set False True True
try:
    f.add(1)
except AttributeError as e:
    print(e)  # expect: 'frozenset' object has no attribute 'add'
g = f
g |= {5}
print(sorted(g), sorted(f))  # expect: [1, 2, 5] [1, 2]
---
# a set finds a frozenset when looking up a set
s = {frozenset([1]), 2}
print({1} in s, {2} in s)  # expect: True False
s.discard({1})
print(s)  # expect: {2}
---
# copy and iteration
a = {1}
b = a.copy()
b.add(2)
print(a, sorted(b), [x for x in a], list(iter(a)), len(b))  # expect: {1} [1, 2] [1] [1] 2
try:
    for x in a: a.add(x + 1)
except RuntimeError as e:
    print(e)  # expect: Set changed size during iteration
---
# membership and hashing of elements
class E:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return isinstance(o, E) and self.n == o.n
s = {E(i) for i in range(6)} | {E(0), E(3)}
print(len(s), E(4) in s, E(9) in s, 1 in s, sorted(e.n for e in s))
# expect: 6 True False False [0, 1, 2, 3, 4, 5]
s.remove(E(3))
print(len(s), sorted(e.n for e in s - {E(1), E(5)}))  # expect: 5 [0, 2, 4]
---
# repr
print(set(), frozenset(), {1}, frozenset({1}), {"a"}, {(1, 2)}, {frozenset()}, str({None}))
# expect: set() frozenset() {1} frozenset({1}) {'a'} {(1, 2)} {frozenset()} {None}
class S(set): pass
class F(frozenset): pass
print(S(), S([1]), F([1]), F())  # expect: S() S({1}) F({1}) F()
---
# subclass results
class S(set):
    def both(self, o): return self & o
print(type(S([1]) | {2}).__name__, type(S([1]).copy()).__name__, type(S([1]).union([2])).__name__, S([1, 2]).both({2}), S([1]) == {1})
# expect: set set set {2} True
---
# unhashable sets and errors of construction
for f in (lambda: hash(set()), lambda: {set()}, lambda: set(5), lambda: set([[]]), lambda: set(1, 2), lambda: set(a=1), lambda: frozenset(5), lambda: {1}[0], lambda: {1} + {2}):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: unhashable type: 'set'
# expect: unhashable type: 'set'
# expect: 'int' object is not iterable
# expect: unhashable type: 'list'
# expect: set expected at most 1 argument, got 2
# expect: set() takes no keyword arguments
# expect: 'int' object is not iterable
# expect: 'set' object is not subscriptable
# expect: unsupported operand type(s) for +: 'set' and 'set'
---
# set comprehensions and uses
words = "the quick the lazy the dog".split()
print(sorted({len(w) for w in words}), sorted(set(words)), len(set(words)) == len(words))
# expect: [3, 4, 5] ['dog', 'lazy', 'quick', 'the'] False
seen, dup = set(), []
for w in words:
    if w in seen: dup.append(w)
    seen.add(w)
print(dup)  # expect: ['the', 'the']
print(sorted({(x, y) for x in range(2) for y in range(2) if x != y}))  # expect: [(0, 1), (1, 0)]
---
# graph reachability with sets
edges = {1: {2, 3}, 2: {4}, 3: {4}, 4: {1}, 5: {6}, 6: set()}
def reach(start):
    seen, todo = set(), {start}
    while todo:
        n = todo.pop()
        seen.add(n)
        todo |= edges[n] - seen
    return sorted(seen)
print(reach(1), reach(5), reach(6))  # expect: [1, 2, 3, 4] [5, 6] [6]
---
# power set and set partition
def powerset(xs):
    out = [frozenset()]
    for x in xs: out += [s | {x} for s in out]
    return out
ps = powerset("abc")
print(len(ps), sorted("".join(sorted(s)) for s in ps))
# expect: 8 ['', 'a', 'ab', 'abc', 'ac', 'b', 'bc', 'c']
print(len(set(ps)), frozenset("ab") in ps)  # expect: 8 True
---
# taking an item out and putting it in while iterating comes to an end
s, rounds = {1, 2, 3}, 0
for item in s:
    rounds += 1
    s.remove(item)
    s.add(item)
print(rounds, s == {1, 2, 3})  # expect: 3 True
---
# None is a member, and a key, like any other
def kind(token):
    seen = [token]
    if token in {"end", None}:
        return "stop", seen
    if token in {None, 1, 2.5, (None, True), b"x", ...}:
        return "known", seen
    return "other", seen
print(kind("end"), kind(None), kind(2.5), kind((None, 1)), kind(b"x"), kind(...), kind("x"))
# expect: ('stop', ['end']) ('stop', [None]) ('known', [2.5]) ('known', [(None, 1)]) ('known', [b'x']) ('known', [Ellipsis]) ('other', ['x'])
print({None, None, "a"} == {"a", None}, {None: 1, "a": 2}[None], {None} | {None, 1}, None in frozenset([None]))
# expect: True 1 {None, 1} True
d = {}
d[None] = 1
d.setdefault(None, 2)
d[type(None)] = 3
print(d, d.get(None), d.pop(None), None in d, {NotImplemented: 1, Ellipsis: 2}[...])
# expect: {<class 'NoneType'>: 3} 1 1 False 2
def until_end(tokens):
    items = []
    while tokens[0] not in {"end", None}:
        items.append(tokens.pop(0))
    return items
print(until_end([1, 2, None]), until_end([3, "end"]), until_end(["end"]))  # expect: [1, 2] [3] []
---
# frozensets nested in pairs: each keeps its hash, so that depth costs nothing
def nested(depth):
    pair = frozenset()
    for at in range(depth): pair = frozenset([pair, frozenset([pair, at])])
    return pair
one, other = nested(60), nested(60)
print(hash(one) == hash(other), len({one, frozenset([one]), one}), {one: "found"}[one], one in [[], one])
# expect: True 2 found True
row = set()
pair = frozenset()
for at in range(50):
    pair = frozenset([(pair, at), (pair, -at - 1)])
    row.add(pair)
print(len(row), pair in row, frozenset([pair]) in row)  # expect: 50 True False
---
# what is in both is looked for until all of the set is found
def given(*items):
    for item in items:
        print("took", item, end=", ")
        yield item
for ask in (lambda: {1, 2}.intersection(given(1, 3, 2, 4, 5)), lambda: {1, 2}.issubset(given(2, 1, 9)), lambda: {1, 2}.issubset(given(1, 3)), lambda: set().issubset(given(1)), lambda: {1, 2} <= set(given(2, 1, 9)), lambda: {1}.intersection([1, []]), lambda: {1}.issubset([1, []]), lambda: {1}.issubset([2, []])):
    try:
        print(ask())
    except TypeError as e:
        print(e)
# expect: took 1, took 3, took 2, {1, 2}
# expect: took 2, took 1, True
# expect: took 1, took 3, False
# expect: took 1, True
# expect: took 2, took 1, took 9, True
# expect: {1}
# expect: True
# expect: unhashable type: 'list'
class Item:
    def __init__(self, at): self.at = at
    def __hash__(self): return self.at
    def __eq__(self, other): return self.at == other.at
print({Item(1), Item(2)}.issubset([Item(1), Item(3), Item(2)]), {Item(1)}.issubset([Item(2)]), len({Item(1), Item(2)}.intersection(iter([Item(2), Item(5)]))))
# expect: True False 1
---
# a set or dict keeps the hash of each item: only a new item is asked for it
class Key:
    asked = 0
    def __init__(self, n): self.n = n
    def __hash__(self):
        Key.asked += 1
        return self.n % 4
    def __eq__(self, other): return self.n == other.n
def asked(what):
    print(what, Key.asked, end="; ")
    Key.asked = 0
a = {Key(n) for n in range(6)}
asked("made")
b = set(a) | a
b |= a
b.update(a)
asked("joined")
a & b, a - b, a ^ b, a == b, a <= b, a.isdisjoint(b), hash(frozenset(a))
asked("compared")
d = dict(zip(a, range(6)))
asked("dict")
e = {Key(9): 0}
asked("other")
e.update(d)
e == d, d | e, set(d), a.difference(d)
asked("dicts")
for key in list(a)[::-2]: a.discard(key)
print(sorted(key.n for key in a), len(b - a), len(a ^ b))
# expect: made 6; joined 0; compared 0; dict 6; other 1; dicts 0; [0, 2, 4] 3 3
---
# what can no longer be hashed still takes part
class Moody:
    calm = True
    def __hash__(self):
        if not Moody.calm: raise ValueError("not now")
        return 1
one, two = Moody(), Moody()
a, b = {one, two}, {two}
Moody.calm = False
print(len(a - b), len(a & b), b < a, len(a.copy() | b))  # expect: 1 1 True 2
try:
    one in a
except ValueError as error:
    print(error)  # expect: not now
