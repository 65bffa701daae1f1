# deque: both ends
from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d, list(reversed(d)), list(d), bool(deque()))
# expect: deque([1, 2, 3]) 4 0 deque([1, 2, 3]) 3 1 3 True [3, 2, 1] [1, 2, 3] False
d.extend("ab")
d.extendleft("xy")
print(d)  # expect: deque(['y', 'x', 1, 2, 3, 'a', 'b'])
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: deque(5)):
    try:
        f()
    except (IndexError, TypeError) as e:
        print(e)
# expect: pop from an empty deque
# expect: pop from an empty deque
# expect: deque index out of range
# expect: 'int' object is not iterable
---
# deque: rotation, insertion, removal
from collections import deque
d = deque(range(6))
d.rotate(2)
print(d)  # expect: deque([4, 5, 0, 1, 2, 3])
d.rotate(-1)
print(d)  # expect: deque([5, 0, 1, 2, 3, 4])
d.insert(2, "x")
d.remove(0)
d.reverse()
print(d, d.index("x"), d.count(3))  # expect: deque([4, 3, 2, 1, 'x', 5]) 4 1
d[1] = "set"
del d[0]
print(d)  # expect: deque(['set', 2, 1, 'x', 5])
for f in (lambda: d.remove("no"), lambda: d.index("no")):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: 'no' is not in deque
# expect: 'no' is not in deque
d.clear()
print(d)  # expect: deque([])
---
# deque: bounded
from collections import deque
d = deque(maxlen=3)
for i in range(5): d.append(i)
print(d, d.maxlen, deque([1, 2]).maxlen)  # expect: deque([2, 3, 4], maxlen=3) 3 None
d.appendleft("left")
d.extend([7, 8])
print(d, deque(range(10), 4), deque([1], maxlen=0))
# expect: deque([3, 7, 8], maxlen=3) deque([6, 7, 8, 9], maxlen=4) deque([], maxlen=0)
try:
    deque([1, 2], 2).insert(0, 9)
except IndexError as e:
    print(e)  # expect: deque already at its maximum size
try:
    deque([], -1)
except ValueError as e:
    print(e)  # expect: maxlen must be non-negative
---
# deque: comparison, arithmetic, copies
from collections import deque
a, b = deque([1, 2]), deque([1, 3])
print(a < b, a == deque([1, 2]), a == [1, 2], a + b, a * 2, a != b, a.copy(), deque([1, 2], maxlen=5))
# expect: True True False deque([1, 2, 1, 3]) deque([1, 2, 1, 2]) True deque([1, 2]) deque([1, 2], maxlen=5)
a += [9]
print(a)  # expect: deque([1, 2, 9])
import copy
c = copy.copy(a)
c.append(0)
print(len(a), len(c))  # expect: 3 4
try:
    a[0:1]
except TypeError as e:
    print(e)  # expect: sequence index must be integer, not 'slice'
try:
    hash(a)
except TypeError as e:
    print(e)  # expect: unhashable type: 'collections.deque'
---
# deque: changing while iterating
from collections import deque
d = deque([1, 2, 3])
try:
    for x in d: d.append(x)
except RuntimeError as e:
    print(e)  # expect: deque mutated during iteration
def tail(lines, n): return list(deque(lines, n))
print(tail(range(100), 3))  # expect: [97, 98, 99]
---
# deque: moving average and breadth-first search
from collections import deque
def averages(xs, n):
    w = deque(maxlen=n)
    for x in xs:
        w.append(x)
        if len(w) == n: yield sum(w) / n
print(list(averages([1, 2, 3, 4, 10], 3)))  # expect: [2.0, 3.0, 5.666666666666667]
grid = ["S.#", "..#", "#.G"]
q, seen = deque([((0, 0), 0)]), {(0, 0)}
while q:
    (r, c), steps = q.popleft()
    if grid[r][c] == "G": print(steps)  # expect: 4
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        p = (r + dr, c + dc)
        if 0 <= p[0] < 3 and 0 <= p[1] < 3 and grid[p[0]][p[1]] != "#" and p not in seen:
            seen.add(p)
            q.append((p, steps + 1))
---
# Counter: counting
from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), sum(c.values()), c.total(), sorted(c.elements())[:6], list(Counter(a=2, b=1).elements()), "z" in c)
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 5 0 [('a', 5), ('b', 2)] 11 11 ['a', 'a', 'a', 'a', 'a', 'b'] ['a', 'a', 'b'] False
print(Counter(), Counter([1, 1, 2]), Counter({"x": 3}), Counter(a=1, b=2), Counter(a=0, b=-1))
# expect: Counter() Counter({1: 2, 2: 1}) Counter({'x': 3}) Counter({'b': 2, 'a': 1}) Counter({'a': 0, 'b': -1})
---
# Counter: update and subtract
from collections import Counter
c = Counter(a=3, b=1)
c.update("ab")
c.update({"c": 5})
c.subtract(a=1, b=5)
c["d"] += 2
print(c, c.most_common(), c.most_common(1), dict(c))
# expect: Counter({'c': 5, 'a': 3, 'd': 2, 'b': -3}) [('c', 5), ('a', 3), ('d', 2), ('b', -3)] [('c', 5)] {'a': 3, 'b': -3, 'c': 5, 'd': 2}
del c["d"]
del c["not there"]
print(c, len(c))  # expect: Counter({'c': 5, 'a': 3, 'b': -3}) 3
---
# Counter: arithmetic keeps positive counts
from collections import Counter
a, b = Counter(a=3, b=1, c=-2), Counter(a=1, b=2, d=4)
print(a + b, a - b, a & b, a | b, +a, -a, sep="; ")
# expect: Counter({'a': 4, 'd': 4, 'b': 3}); Counter({'a': 2}); Counter({'a': 1, 'b': 1}); Counter({'d': 4, 'a': 3, 'b': 2}); Counter({'a': 3, 'b': 1}); Counter({'c': 2})
a += b
print(a)  # expect: Counter({'a': 4, 'd': 4, 'b': 3})
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=2) > Counter(a=1), Counter(a=1) != Counter(b=1))
# expect: True True True True
---
# Counter: errors and subclass behaviour
from collections import Counter
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)  # expect: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
for f in (lambda: Counter(5), lambda: Counter([], []), lambda: Counter(a=1) + {"a": 1}):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 'int' object is not iterable
# expect: Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
# expect: unsupported operand type(s) for +: 'Counter' and 'dict'
print(isinstance(Counter(), dict), Counter("aab").copy(), Counter(a=1.5))
# expect: True Counter({'a': 2, 'b': 1}) Counter({'a': 1.5})
---
# word frequencies
from collections import Counter
text = "it was the best of times it was the worst of times"
c = Counter(text.split())
for w, n in c.most_common(4): print(f"{w:<6}{'*' * n}")
# expect: it    **
# expect: was   **
# expect: the   **
# expect: of    **
print(Counter(len(w) for w in text.split()).most_common(1), Counter(text.replace(" ", "")).most_common(3))
# expect: [(2, 4)] [('t', 8), ('s', 6), ('e', 5)]
---
# defaultdict
from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d["a"], d.get("z"), "z" in d, len(d), d.default_factory)
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [1] None False 2 <class 'list'>
n = defaultdict(int, x=5)
n["y"] += 1
print(n, dict(n), defaultdict(lambda: "def")["k"], n.copy(), n == {"x": 5, "y": 1})
# expect: defaultdict(<class 'int'>, {'x': 5, 'y': 1}) {'x': 5, 'y': 1} def defaultdict(<class 'int'>, {'x': 5, 'y': 1}) True
try:
    defaultdict()["k"]
except KeyError as e:
    print(repr(e))  # expect: KeyError('k')
try:
    defaultdict(5)
except TypeError as e:
    print(e)  # expect: first argument must be callable or None
---
# defaultdict: nesting and changing the factory
from collections import defaultdict
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), sorted(t["a"]), len(t["new"]))  # expect: 1 ['a'] ['b'] 0
d = defaultdict(int)
d["x"]
d.default_factory = None
try:
    d["y"]
except KeyError as e:
    print(e)  # expect: 'y'
print(d | {"z": 1}, type(d | {}).__name__)  # expect: defaultdict(None, {'x': 0, 'z': 1}) defaultdict
class Keyed(defaultdict):
    def __missing__(self, k):
        self[k] = k.upper()
        return self[k]
print(Keyed(None)["abc"])  # expect: ABC
---
# OrderedDict
from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
d.move_to_end("a")
print(d, list(d))  # expect: OrderedDict({'b': 2, 'c': 3, 'a': 1}) ['b', 'c', 'a']
d.move_to_end("c", last=False)
print(list(d), d.popitem(), d.popitem(last=False), d, list(reversed(OrderedDict(x=1, y=2))))
# expect: ['c', 'b', 'a'] ('a', 1) ('c', 3) OrderedDict({'b': 2}) ['y', 'x']
try:
    d.move_to_end("z")
except KeyError as e:
    print(repr(e))  # expect: KeyError('z')
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(), OrderedDict(a=1) | {"b": 2}, d.copy())
# expect: False True OrderedDict() OrderedDict({'a': 1, 'b': 2}) OrderedDict({'b': 2})
---
# an LRU cache with OrderedDict
from collections import OrderedDict
class LRU:
    def __init__(self, size): self.size, self.d = size, OrderedDict()
    def get(self, k):
        if k in self.d:
            self.d.move_to_end(k)
            return self.d[k]
    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.size: self.d.popitem(last=False)
c = LRU(2)
c.put("a", 1); c.put("b", 2); c.get("a"); c.put("c", 3)
print(list(c.d), c.get("b"), c.get("a"))  # expect: ['a', 'c'] None 1
---
# namedtuple
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), tuple(p), p._fields, p._asdict(), p._replace(x=9), P._make([3, 4]), hash(p) == hash((1, 2)), isinstance(p, tuple), len(p))
# expect: P(x=1, y=2) 1 2 True (1, 2) ('x', 'y') {'x': 1, 'y': 2} P(x=9, y=2) P(x=3, y=4) True True 2
x, y = p
print(x, y, P.__name__, P.__doc__, P.x.__doc__, P.__match_args__, P._field_defaults)
# expect: 1 2 P P(x, y) Alias for field number 0 ('x', 'y') {}
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, 2, z=3), lambda: p._replace(q=1), lambda: P._make([1]), lambda: setattr(p, "x", 5), lambda: setattr(p, "q", 5)):
    try:
        f()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: TypeError P.__new__() missing 1 required positional argument: 'y'
# expect: TypeError P.__new__() takes 3 positional arguments but 4 were given
# expect: TypeError P.__new__() got an unexpected keyword argument 'z'
# expect: TypeError Got unexpected field names: ['q']
# expect: TypeError Expected 2 arguments, got 1
# expect: AttributeError can't set attribute
# expect: AttributeError 'P' object has no attribute 'q' and no __dict__ for setting new attributes
---
# namedtuple: options
from collections import namedtuple
A = namedtuple("A", ["x", "y", "z"], defaults=[2, 3])
print(A(1), A(1, 5), A._field_defaults, namedtuple("B", "a, b c")._fields, namedtuple("C", "a class a _x", rename=True)._fields, namedtuple("E", "")(), namedtuple("M", "x", module="mod").__module__)
# expect: A(x=1, y=2, z=3) A(x=1, y=5, z=3) {'y': 2, 'z': 3} ('a', 'b', 'c') ('a', '_1', '_2', '_3') E() mod
for args, kw in ((("A", "x x"), {}), (("A", "class"), {}), (("A", "_x"), {}), (("A", "1x"), {}), (("class", "x"), {}), (("A", "x"), {"defaults": [1, 2]}), (("A", "x-y"), {})):
    try:
        namedtuple(*args, **kw)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError Encountered duplicate field name: 'x'
# expect: ValueError Type names and field names cannot be a keyword: 'class'
# expect: ValueError Field names cannot start with an underscore: '_x'
# expect: ValueError Type names and field names must be valid identifiers: '1x'
# expect: ValueError Type names and field names cannot be a keyword: 'class'
# expect: TypeError Got more default values than field names
# expect: ValueError Type names and field names must be valid identifiers: 'x-y'
---
# namedtuple: subclassing
from collections import namedtuple
class Point(namedtuple("Point", "x y", defaults=(0,))):
    __slots__ = ()
    @property
    def length(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
p = Point(3, 4)
print(p, p.length, p + Point(1), p._replace(y=0), Point(5), p < Point(4), sorted([Point(2), Point(1)]))
# expect: Point(x=3, y=4) 5.0 Point(x=4, y=4) Point(x=3, y=0) Point(x=5, y=0) True [Point(x=1, y=0), Point(x=2, y=0)]
match p:
    case Point(x=3, y=y): print("matched", y)  # expect: matched 4
---
# ChainMap
from collections import ChainMap
base, over = {"a": 1, "b": 2}, {"b": 20, "c": 30}
c = ChainMap(over, base)
print(c["a"], c["b"], c.get("z"), sorted(c), len(c), "a" in c, c.maps, c)
# expect: 1 20 None ['a', 'b', 'c'] 3 True [{'b': 20, 'c': 30}, {'a': 1, 'b': 2}] ChainMap({'b': 20, 'c': 30}, {'a': 1, 'b': 2})
c["new"] = 5
del c["c"]
print(over, base, c.new_child({"b": 0})["b"], c.parents, dict(sorted(c.items())), list(c.keys()) == list(c))
# expect: {'b': 20, 'new': 5} {'a': 1, 'b': 2} 0 ChainMap({'a': 1, 'b': 2}) {'a': 1, 'b': 20, 'new': 5} True
for f in (lambda: c["z"], lambda: c.__delitem__("a"), lambda: ChainMap().popitem(), lambda: c.pop("a")):
    try:
        f()
    except KeyError as e:
        print(e)
# expect: 'z'
# expect: "Key not found in the first mapping: 'a'"
# expect: 'No keys found in the first mapping.'
# expect: "Key not found in the first mapping: 'a'"
---
# scopes with ChainMap
from collections import ChainMap
scope = ChainMap({"x": 1})
inner = scope.new_child()
inner["x"] = 2
inner["y"] = 3
print(inner["x"], scope["x"], inner.parents is not scope, inner.parents == scope, list(inner.maps))
# expect: 2 1 True True [{'x': 2, 'y': 3}, {'x': 1}]
print(ChainMap() , bool(ChainMap()), ChainMap({}, {"a": 1}) == {"a": 1}, {**ChainMap({"a": 2}, {"a": 1, "b": 3})}, ChainMap({"a": 1}) | {"b": 2})
# expect: ChainMap({}) False True {'a': 2, 'b': 3} ChainMap({'a': 1, 'b': 2})
---
# UserDict, UserList, UserString
from collections import UserDict, UserList, UserString
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
d = Lower(A=1)
d["B"] = 2
d.update(C=3)
print(d, d.data, "a" in d, len(d), isinstance(d, dict), d | {"Z": 1}, d == {"a": 1, "b": 2, "c": 3})
# expect: {'a': 1, 'b': 2, 'c': 3} {'a': 1, 'b': 2, 'c': 3} True 3 False {'a': 1, 'b': 2, 'c': 3, 'z': 1} True
class Double(UserList):
    def append(self, x):
        super().append(x)
        super().append(x)
l = Double([1])
l.append(2)
print(l, l.data, l[0], l[1:], l + [9], l == [1, 2, 2], isinstance(l, list), len(l), l * 2, sorted(l), type(l[1:]).__name__)
# expect: [1, 2, 2] [1, 2, 2] 1 [2, 2] [1, 2, 2, 9] True False 3 [1, 2, 2, 1, 2, 2] [1, 2, 2] Double
s = UserString("abc")
print(s, repr(s), s.upper(), s + "d", s == "abc", len(s), s[0], "b" in s, isinstance(s, str), type(s.upper()).__name__, s.data, s * 2, s.split("b"))
# expect: abc 'abc' ABC abcd True 3 a True False UserString abc abcabc ['a', 'c']
---
# collections.abc: making a mapping and a set from few methods
from collections.abc import MutableMapping, Set, MutableSequence
class Log(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Log()
m.update(a=1, b=2)
print(m.pop("a"), m.setdefault("c", 3), dict(m), list(m.items()), m.get("q"), "b" in m, m == {"b": 2, "c": 3}, m.popitem(), list(m.values()))
# expect: 1 3 {'b': 2, 'c': 3} [('b', 2), ('c', 3)] None True True ('b', 2) [3]
class Bits(Set):
    def __init__(self, xs): self.xs = sorted(set(xs))
    def __contains__(self, x): return x in self.xs
    def __iter__(self): return iter(self.xs)
    def __len__(self): return len(self.xs)
a, b = Bits([1, 2, 3]), Bits([3, 4])
print(list(a | b), list(a & b), list(a - b), list(a ^ b), a <= b, a == {1, 2, 3}, a.isdisjoint([9]), type(a & b).__name__)
# expect: [1, 2, 3, 4] [3] [1, 2] [1, 2, 4] False True True Bits
---
# collections.abc: missing abstract methods
from collections.abc import Mapping, Iterator, Sequence, Hashable
class M(Mapping):
    def __getitem__(self, k): return 1
for c in (M, Mapping, Iterator, Sequence):
    try:
        c()
    except TypeError as e:
        print(e)
# expect: Can't instantiate abstract class M without an implementation for abstract methods '__iter__', '__len__'
# expect: Can't instantiate abstract class Mapping without an implementation for abstract methods '__getitem__', '__iter__', '__len__'
# expect: Can't instantiate abstract class Iterator without an implementation for abstract method '__next__'
# expect: Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'
class It(Iterator):
    def __next__(self): raise StopIteration
print(list(It()), iter(i := It()) is i)  # expect: [] True
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 2
s = S()
print(list(s), 4 in s, s.index(2), s.count(0), list(reversed(s)))  # expect: [0, 2, 4] True 1 1 [4, 2, 0]
---
# repr of a defaultdict whose factory is a method of itself
from collections import defaultdict
class Rows(defaultdict):
    def __init__(self): self.default_factory = self.row
    def row(self): return []
rows = Rows()
print(rows)  # expect: Rows(<bound method Rows.row of Rows(..., {})>, {})
---
# the order of an OrderedDict counts behind a mappingproxy too
from collections import OrderedDict
from types import MappingProxyType
ab, ba = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(MappingProxyType(ab) == MappingProxyType(ba), ab == MappingProxyType(ba), MappingProxyType(ab) != ba)
# expect: False False True
print(MappingProxyType(ab) == {"b": 2, "a": 1}, ab.__eq__(MappingProxyType(ab)), ab == MappingProxyType(ab))
# expect: True NotImplemented True
---
# an OrderedDict beside what is none
from collections import OrderedDict
o = OrderedDict(a=1, b=2)
print(o == 1, o != 1, 1 == o, o == None, o == {"b": 2, "a": 1}, o != {"b": 2, "a": 1})
# expect: False True False False True False
print(o == OrderedDict(b=2, a=1), o != OrderedDict(b=2, a=1), o == OrderedDict(a=1, b=2))
# expect: False True True
---
# keys that change an OrderedDict while it is compared with another
from collections import OrderedDict
class Key:
    asked = 0
    def __init__(self, number): self.number = number
    def __hash__(self): return self.number
    def __eq__(self, other):
        Key.asked -= 1
        if Key.asked == 0: Key.change()
        return self.number == other.number
for change in (lambda: mine.clear(), lambda: mine.update(new=1), lambda: yours.popitem(), lambda: yours.move_to_end(first), lambda: mine.update({first: 5})):
    # The keys are compared once to find the values, and once more for the order.
    for asked in (1, 2, 3, 4):
        first = Key(1)
        mine = OrderedDict([(first, 1), (Key(2), 2)])
        yours = OrderedDict([(Key(1), 1), (Key(2), 2)])
        first = next(iter(yours)) if asked > 2 else first
        Key.change, Key.asked = change, asked
        try:
            print(mine == yours, end=" ")
        except (RuntimeError, KeyError) as e:
            print(type(e).__name__, e, end=" ")
        Key.asked = 0
        print(len(mine), len(yours))
# expect: False 0 2
# expect: False 0 2
# expect: RuntimeError OrderedDict mutated during iteration 0 2
# expect: RuntimeError OrderedDict mutated during iteration 0 2
# expect: False 3 2
# expect: False 3 2
# expect: RuntimeError OrderedDict mutated during iteration 3 2
# expect: RuntimeError OrderedDict mutated during iteration 3 2
# expect: False 2 1
# expect: False 2 1
# expect: RuntimeError OrderedDict mutated during iteration 2 1
# expect: RuntimeError OrderedDict mutated during iteration 2 1
# expect: False 2 2
# expect: False 2 2
# expect: RuntimeError OrderedDict mutated during iteration 2 2
# expect: RuntimeError OrderedDict mutated during iteration 2 2
# expect: True 2 2
# expect: True 2 2
# expect: True 2 2
# expect: True 2 2
---
# moving a key to the front does not compare it with the first
from collections import OrderedDict
class Key:
    def __init__(self, name): self.name = name
    def __hash__(self): return hash(self.name)
    def __eq__(self, other):
        print("compared", self.name, other.name)
        return self.name == other.name
    def __repr__(self): return self.name
a, b, c = Key("a"), Key("b"), Key("c")
row = OrderedDict.fromkeys([a, b, c])
row.move_to_end(c, last=False)
row.move_to_end(c, last=False)
row.move_to_end(a)
print(list(row))  # expect: [c, b, a]
---
# an OrderedDict changed while its keys, values or pairs are gone through
from collections import OrderedDict
class Heir(OrderedDict): pass
for make in (OrderedDict, Heir, dict):
    for part in (iter, make.values, make.items):
        for change in (lambda: row.update(new=1), lambda: row.pop("b")):
            row = make(a=1, b=2, c=3)
            try:
                for item in part(row): change()
            except RuntimeError as e:
                print(e)
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
---
# bounds of deque.index are numbers
from collections import deque
class Index:
    def __index__(self): return 1
row = deque("abca")
for bounds in ((1,), (Index(),), (-1,), (None,), (0, None), ("x",), (0, 2), (1.0,)):
    try:
        print(row.index("a", *bounds))
    except (TypeError, ValueError) as e:
        print(e)
# expect: 3
# expect: 3
# expect: 3
# expect: slice indices must be integers or have an __index__ method
# expect: slice indices must be integers or have an __index__ method
# expect: slice indices must be integers or have an __index__ method
# expect: 0
# expect: slice indices must be integers or have an __index__ method
---
# the views of an OrderedDict have names of their own
from collections import OrderedDict
class Slots(OrderedDict): pass
order = OrderedDict(head="helm", feet="boots")
print(order.keys(), order.values())  # expect: odict_keys(['head', 'feet']) odict_values(['helm', 'boots'])
print(order.items(), Slots(hand=None).items(), {**order}.items())
# expect: odict_items([('head', 'helm'), ('feet', 'boots')]) odict_items([('hand', None)]) dict_items([('head', 'helm'), ('feet', 'boots')])
---
# an OrderedDict and its views are called in messages by the names of types that are built in
from collections import OrderedDict
import weakref

ordered = OrderedDict(a=1, b=2)
class Heir(OrderedDict): pass
class Thing: pass
thing = Thing()
proxy = weakref.proxy(thing)
print(ordered.keys(), ordered.values(), Heir(a=1).items())
# expect: odict_keys(['a', 'b']) odict_values([1, 2]) odict_items([('a', 1)])
print(type(ordered.keys()), type(iter(ordered)) is type(reversed(ordered.items())), OrderedDict.__name__)
# expect: <class 'odict_keys'> True OrderedDict
print(ordered.keys() & {"a", "c"}, ("a", 1) in ordered.items(), list(reversed(ordered.values())))
# expect: {'a'} True [2, 1]
for attempt in (
    lambda: ordered + 1,
    lambda: ordered(),
    lambda: Heir()(),
    lambda: [1][ordered],
    lambda: hash(ordered.keys()),
    lambda: ordered.values()[0],
    lambda: ordered.nothing,
    lambda: setattr(OrderedDict, "extra", 1),
    lambda: [ordered.update(c=3) for _ in ordered],
    lambda: proxy(),
    lambda: "%d" % proxy,
    lambda: type(proxy)(thing),
    lambda: reversed(proxy),
):
    try:
        print(attempt())
    except (TypeError, AttributeError, RuntimeError) as error:
        print(error)
# expect: unsupported operand type(s) for +: 'collections.OrderedDict' and 'int'
# expect: 'collections.OrderedDict' object is not callable
# expect: 'Heir' object is not callable
# expect: list indices must be integers or slices, not collections.OrderedDict
# expect: unhashable type: 'odict_keys'
# expect: 'odict_values' object is not subscriptable
# expect: 'collections.OrderedDict' object has no attribute 'nothing'
# expect: cannot set 'extra' attribute of immutable type 'collections.OrderedDict'
# expect: OrderedDict mutated during iteration
# expect: 'weakref.ProxyType' object is not callable
# expect: %d format: a real number is required, not weakref.ProxyType
# expect: cannot create 'weakref.ProxyType' instances
# expect: 'Thing' object has no attribute '__reversed__'
# a missing key is all the error has for arguments
for key in "x", None, (1, 2):
    try: ordered.pop(key)
    except KeyError as error: print(error.args)
# expect: ('x',)
# expect: ()
# expect: (1, 2)
