# construction
print({}, dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"k": 1}), dict({"k": 1}, k=2, z=3), dict(zip("ab", range(2))), {**{"a": 1}})
# expect: {} {} {'a': 1, 'b': 2} {'x': 1, 'y': 2} {'k': 1} {'k': 2, 'z': 3} {'a': 0, 'b': 1} {'a': 1}
print(dict(["ab", "cd"]), dict([[1, 2]]), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys(()))
# expect: {'a': 'b', 'c': 'd'} {1: 2} {'a': None, 'b': None} {1: 0, 2: 0} {}
---
# reading
d = {"a": 1, "b": None}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), d.get("b", "default"), "a" in d, "z" not in d, len(d))
# expect: 1 1 None 0 None True True 2
for k in ("z", 1, (1, 2), None, 1.5):
    try:
        d[k]
    except KeyError as e:
        print(repr(e), e)
# expect: KeyError('z') 'z'
# expect: KeyError(1) 1
# expect: KeyError((1, 2)) (1, 2)
# expect: KeyError(None) None
# expect: KeyError(1.5) 1.5
---
# order is insertion order; an update keeps the place, a delete loses it
d = {"a": 1, "b": 2, "c": 3}
d["a"] = 9
del d["b"]
d["b"] = 4
d["d"] = 5
print(d, list(d), list(reversed(d)))
# expect: {'a': 9, 'c': 3, 'b': 4, 'd': 5} ['a', 'c', 'b', 'd'] ['d', 'b', 'c', 'a']
---
# setdefault and pop
d = {"a": 1}
print(d.setdefault("a", 5), d.setdefault("b"), d.setdefault("c", []), d)
# expect: 1 None [] {'a': 1, 'b': None, 'c': []}
d.setdefault("c", []).append(1)
print(d.pop("a"), d.pop("z", "default"), d.pop("b"), d)  # expect: 1 default None {'c': [1]}
for f in (lambda: d.pop("z"), lambda: {}.popitem(), lambda: d.pop()):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
# expect: KeyError 'z'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: TypeError pop expected at least 1 argument, got 0
---
# popitem takes the last
d = {"a": 1, "b": 2}
print(d.popitem(), d)  # expect: ('b', 2) {'a': 1}
d["c"] = 3
print(d.popitem(), d.popitem(), d)  # expect: ('c', 3) ('a', 1) {}
---
# update in all forms
d = {"a": 1}
d.update({"b": 2})
d.update([("c", 3), ["d", 4]])
d.update(e=5, a=10)
d.update({"f": 6}, g=7)
d.update()
print(d)  # expect: {'a': 10, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7}
class M:
    def keys(self): return iter(["k"])
    def __getitem__(self, k): return "from M"
d.update(M())
print(d["k"])  # expect: from M
for arg in (5, [1], [(1, 2, 3)], ["a"], [(1,)]):
    try:
        d.update(arg)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
---
# merging with |
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a)  # expect: {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} {'x': 1, 'y': 2}
a |= b
print(a)  # expect: {'x': 1, 'y': 3, 'z': 4}
a |= [("w", 5)]
print(a)  # expect: {'x': 1, 'y': 3, 'z': 4, 'w': 5}
for f in (lambda: {} | [], lambda: [] | {}, lambda: {} | None):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for |: 'dict' and 'list'
# expect: unsupported operand type(s) for |: 'list' and 'dict'
# expect: unsupported operand type(s) for |: 'dict' and 'NoneType'
---
# copy is shallow; clear
d = {"k": [1]}
c = d.copy()
c["k"].append(2)
c["new"] = 1
print(d, c)  # expect: {'k': [1, 2]} {'k': [1, 2], 'new': 1}
d.clear()
print(d, c, d.get("k"))  # expect: {} {'k': [1, 2], 'new': 1} None
---
# views follow the dict
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i, list(reversed(k)), list(reversed(i)), list(reversed(v)))
# expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 True True True False ['c', 'b', 'a'] [('c', 3), ('b', 2), ('a', 1)] [3, 2, 1]
print(type(k).__name__, type(v).__name__, type(i).__name__, k.mapping["a"], type(iter(k)).__name__)
# expect: dict_keys dict_values dict_items 1 dict_keyiterator
---
# keys and items are sets
a, b = {"x": 1, "y": 2, "z": 3}, {"y": 2, "z": 9}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b), sorted(a.keys() - b.keys()), sorted(a.keys() ^ {"x", "q"}), sorted(a.items() & b.items()))
# expect: ['y', 'z'] ['x', 'y', 'z'] ['x'] ['q', 'y', 'z'] [('y', 2)]
print(a.keys() == {"x", "y", "z"}, a.keys() >= b.keys(), b.keys() < a.keys(), a.keys().isdisjoint(["q"]), a.items() == dict(a).items(), a.values() == a.values())
# expect: True True True True True False
try:
    a.values() & b.values()
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for &: 'dict_values' and 'dict_values'
---
# changing size while iterating
for action in ("d['new'] = 1", "del d['a']", "d.clear()", "d.pop('b')"):
    d = {"a": 1, "b": 2, "c": 3}
    try:
        for k in d: exec(action)
        print("fine", d)
    except (RuntimeError, KeyError) as e:
        print(type(e).__name__, e)
# expect: RuntimeError dictionary changed size during iteration
# expect: RuntimeError dictionary changed size during iteration
# expect: RuntimeError dictionary changed size during iteration
# expect: RuntimeError dictionary changed size during iteration
d = {"a": 1, "b": 2}
for k in d: d[k] += 10
for k in list(d): del d[k]
print(d)  # expect: {}
---
# keys change while iterating
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]
        d[k + 10] = 1
except RuntimeError as e:
    print(e)  # expect: dictionary keys changed during iteration
---
# numeric keys that are equal are one
d = {1: "a"}
d[1.0] = "b"
d[True] = "c"
print(d, d[1 + 0j], len({0, 0.0, False, -0.0, 0j}), {1: 1, "1": 2, (1,): 3})
# expect: {1: 'c'} c 1 {1: 1, '1': 2, (1,): 3}
---
# all kinds of keys
d = {None: 1, (): 2, (1, ("a",)): 3, frozenset({1}): 4, len: 5, int: 6, ...: 7, b"x": 8, "": 9, 1.5: 10, range(3): 11}
print(d[None], d[()], d[(1, ("a",))], d[frozenset([1])], d[len], d[int], d[...], d[b"x"], d[""], d[3 / 2], d[range(3)])
# expect: 1 2 3 4 5 6 7 8 9 10 11
---
# nan as key
nan = float("nan")
d = {nan: 1}
print(d[nan], float("nan") in d, len({nan: 1, float("nan"): 2}), nan in [nan])  # expect: 1 False 2 True
---
# foreign keys with colliding hashes
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f"K{self.n}"
d = {K(i): i for i in range(5)}
print(d, d[K(3)], K(9) in d)  # expect: {K0: 0, K1: 1, K2: 2, K3: 3, K4: 4} 3 False
del d[K(2)]
d[K(2)] = "again"
d[K(0)] = "new"
print(d, len(d), 1 in d)  # expect: {K0: 'new', K1: 1, K3: 3, K4: 4, K2: 'again'} 5 False
---
# an error in __eq__ or __hash__ leaves the dict usable
class Bad:
    def __init__(self, mode): self.mode = mode
    def __hash__(self):
        if self.mode == "hash": raise ValueError("hash failed")
        return 1
    def __eq__(self, o): raise KeyError("eq failed")
d = {1: "one"}
for k in (Bad("hash"), Bad("eq")):
    for f in (lambda: d[k], lambda: k in d, lambda: d.get(k), lambda: d.setdefault(k, 1)):
        try:
            f()
        except (ValueError, KeyError) as e:
            print(repr(e), end=" ")
    print(d)
# expect: ValueError('hash failed') ValueError('hash failed') ValueError('hash failed') ValueError('hash failed') {1: 'one'}
# expect: KeyError('eq failed') KeyError('eq failed') KeyError('eq failed') KeyError('eq failed') {1: 'one'}
---
# equality does not mind order
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2}, {} == [], {"a": {"b": []}} == {"a": {"b": []}}, {1: 2} == {1: 2, 3: 4})
# expect: True True True False True False
---
# repr of nested and self-containing dicts
d = {"a": 1, 2: [3], (4,): {"b": None}}
d["me"] = d
print(d)  # expect: {'a': 1, 2: [3], (4,): {'b': None}, 'me': {...}}
print({"it's": 'x"y'}, str({1: "a"}), f"{ {1: 2} }")  # expect: {"it's": 'x"y'} {1: 'a'} {1: 2}
print({"k": {}}.items(), {}.keys(), {}.values())
# expect: dict_items([('k', {})]) dict_keys([]) dict_values([])
---
# unpacking and comprehension
d = {"a": 1, "b": 2}
print({v: k for k, v in d.items()}, [*d], {**d, "a": 0}, (*d.values(),), dict(sorted(d.items(), reverse=True)), max(d, key=d.get), {k: v for k, v in d.items() if v > 1})
# expect: {1: 'a', 2: 'b'} ['a', 'b'] {'a': 0, 'b': 2} (1, 2) {'b': 2, 'a': 1} b {'b': 2}
a, b = d
print(a, b)  # expect: a b
---
# counting and grouping
text = "the cat the dog the end"
counts = {}
for w in text.split(): counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts.items(), key=lambda p: (-p[1], p[0])))
# expect: {'the': 3, 'cat': 1, 'dog': 1, 'end': 1} [('the', 3), ('cat', 1), ('dog', 1), ('end', 1)]
groups = {}
for w in text.split(): groups.setdefault(len(w), []).append(w)
print(groups)  # expect: {3: ['the', 'cat', 'the', 'dog', 'the', 'end']}
groups = {}
for i in range(6): groups.setdefault(i % 3, set()).add(i)
print({k: sorted(v) for k, v in groups.items()})  # expect: {0: [0, 3], 1: [1, 4], 2: [2, 5]}
---
# nested dicts by path
def put(d, path, v):
    *way, last = path.split(".")
    for k in way: d = d.setdefault(k, {})
    d[last] = v
def get(d, path, default=None):
    for k in path.split("."):
        if not isinstance(d, dict) or k not in d: return default
        d = d[k]
    return d
c = {}
put(c, "a.b.c", 1); put(c, "a.x", 2); put(c, "q", 3)
print(c, get(c, "a.b.c"), get(c, "a.z", "none"), get(c, "q.r"))
# expect: {'a': {'b': {'c': 1}, 'x': 2}, 'q': 3} 1 none None
---
# dict methods by class and errors of arguments
print(dict.get({"a": 1}, "a"), list(map({"a": 1, "b": 2}.get, "ab")), dict.__len__({1: 2}), {1: 2}.__contains__(1))
# expect: 1 [1, 2] 1 True
for f in (lambda: dict.get(5, 1), lambda: {}.get(), lambda: {}.keys(1), lambda: dict(1, 2), lambda: dict.fromkeys(), lambda: dict.fromkeys(5), lambda: {}.update(1, 2), lambda: {}.setdefault([])):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: descriptor 'get' for 'dict' objects doesn't apply to a 'int' object
# expect: get expected at least 1 argument, got 0
# expect: dict.keys() takes no arguments (1 given)
# expect: dict expected at most 1 argument, got 2
# expect: fromkeys expected at least 1 argument, got 0
# expect: 'int' object is not iterable
# expect: update expected at most 1 argument, got 2
# expect: unhashable type: 'list'
---
# subclassing dict
class Attr(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
    def __setattr__(self, k, v): self[k] = v
a = Attr(x=1)
a.y = 2
print(a.x, a.y, a, hasattr(a, "z"), type(a.copy()).__name__, type(a | {}).__name__, type(Attr.fromkeys("a")).__name__, a == {"x": 1, "y": 2})
# expect: 1 2 {'x': 1, 'y': 2} False dict dict Attr True
---
# iterators of dicts
d = {"a": 1, "b": 2}
it = iter(d.items())
print(next(it), next(it), next(it, "end"), next(it, "still"))  # expect: ('a', 1) ('b', 2) end still
it = iter(d)
next(it)
d["c"] = 1
try:
    next(it)
except RuntimeError as e:
    print(e)  # expect: dictionary changed size during iteration
---
# many insertions and deletions
d = {}
for i in range(3000): d[i] = str(i)
for i in range(0, 3000, 2): del d[i]
for i in range(0, 100, 2): d[i] = "back"
print(len(d), list(d)[:3], list(d)[-3:], d[2], d[2999], 2998 in d, sum(d))
# expect: 1550 [1, 3, 5] [94, 96, 98] back 2999 False 2252450
---
# dict values and keys as arguments
def f(a, b=0, **rest): return a, b, rest
print(f(**{"a": 1, "c": 3}), sorted({"b": 1, "a": 2}), min({"b": 1, "a": 2}.values()), sum({1: 10, 2: 20}), list(enumerate({"x": 1})), "-".join({"k": 1, "l": 2}))
# expect: (1, 0, {'c': 3}) ['a', 'b'] 1 3 [(0, 'x')] k-l
---
# a dict of texts that grows beyond a few, shrinks, and meets keys of other kinds
class Text(str): pass
class Odd:
    def __eq__(self, other): return other == "k3"
    def __hash__(self): return hash("k3")
d = {}
for n in range(12):
    d[f"k{n}"] = n
    if n in (3, 7, 8, 11): print(len(d), [d.get(f"k{m}") for m in (0, n, n + 1)], "k2" in d, 2 in d, Text("k1") in d)
# expect: 4 [0, 3, None] True False True
# expect: 8 [0, 7, None] True False True
# expect: 9 [0, 8, None] True False True
# expect: 12 [0, 11, None] True False True
for n in (0, 5, 11, 3): del d[f"k{n}"]
print(list(d), d.popitem(), list(d.items())[:3])
# expect: ['k1', 'k2', 'k4', 'k6', 'k7', 'k8', 'k9', 'k10'] ('k10', 10) [('k1', 1), ('k2', 2), ('k4', 4)]
small = {"a": 1, "b": 2, "a": 3}
small[Text("b")] = 4
print(small, small.pop("a"), list(small), small.get(1), small.get(None), small.get((1,)), small == {"b": 4})
# expect: {'b': 4} 3 ['b'] None None None True
small[1.0] = "one"; small[True] = "yes"; small[(1, 2)] = "pair"; small["c"] = 5
print(small, small[1], small["c"], "a" in small)
# expect: {'b': 4, 1.0: 'yes', (1, 2): 'pair', 'c': 5} yes 5 False
few = {"k1": 1, "k3": 3}
print(few[Odd()], Odd() in few, few)  # expect: 3 True {'k1': 1, 'k3': 3}
few.clear(); few["x"] = 1; few |= {"y": 2}
print(few, list(reversed(few)), {**few, "x": 0}, dict(few, z=1), dict(x=1, y=2) == few)
# expect: {'x': 1, 'y': 2} ['y', 'x'] {'x': 0, 'y': 2} {'x': 1, 'y': 2, 'z': 1} True
print(sorted({"b", "a", "b"}), {"a", 1, 1.0, "a"} == {1, "a"}, len({"a", Text("a")}))
# expect: ['a', 'b'] True 1
---
# taking a key out and putting it in while iterating
def moved(size, view):
    d, rounds = dict.fromkeys(range(size)), 0
    try:
        for key in getattr(d, view)():
            rounds += 1
            key = key[0] if view == "items" else key
            d[key] = d.pop(key)
    except RuntimeError as e:
        return f"{rounds} {e}"
for size in (1, 2):
    print(moved(size, "keys"), moved(size, "items"))
# expect: 1 dictionary keys changed during iteration 1 dictionary keys changed during iteration
# expect: 2 dictionary keys changed during iteration 2 dictionary keys changed during iteration
---
# a dict that changes while another takes it in
class Clearing:
    def __hash__(self): return 1
    def __eq__(self, other):
        source.clear()
        return False
source = {1: "a", 2: "b"}
try:
    {Clearing(): 0}.update(source)
except RuntimeError as e:
    print(e)  # expect: dict mutated during update
---
# keys of classes derived from built-in types are found by what they are equal to
import types, weakref
for cls, value in [(bytes, b"key"), (complex, 2j), (int, 5), (str, "key"), (float, 1.5), (tuple, (1, "a")), (frozenset, {3})]:
    own = type("Own", (cls,), {})
    print({own(value): "kept"}[cls(value)], {cls(value): "kept"}[own(value)], len({own(value), own(value)}))
# expect: kept kept 1
# expect: kept kept 1
# expect: kept kept 1
# expect: kept kept 1
# expect: kept kept 1
# expect: kept kept 1
# expect: kept kept 1
class Alias(types.GenericAlias): pass
class Ref(weakref.ref): pass
class Thing: pass
thing = Thing()
print({Alias(list, (int,)): 1}[Alias(list, (int,))], len({Ref(thing), Ref(thing)}))  # expect: 1 1
from collections.abc import Callable
print(len({Callable[..., str], Callable[..., str], Callable[[int], str]}), hash(Callable[[int], str]) == hash(Callable[[int], str]))
# expect: 2 True
---
# instances of classes derived from bytes, complex and float are the keys that their values are
class Name(bytes): pass
class Point(complex): pass
class Half(float): pass
d = {Name(b"x"): 1, Point(1 + 2j): 2, Half(1.5): 3, Point(3): 4}
print(d[Name(b"x")], d[b"x"], d[1 + 2j], d[Point(1 + 2j)], d[1.5], d[3], Name(b"y") in d)
# expect: 1 1 2 2 3 4 False
del d[b"x"], d[Point(1 + 2j)]
d[b"x"] = 5
d[Name(b"x")] = 6
print(d, {Name(b"q"), b"q"}, len({1 + 1j, Point(1 + 1j)}))  # expect: {1.5: 3, (3+0j): 4, b'x': 6} {b'q'} 1
---
# an empty dict does not hash the key to take out
for d in ({}, {1: 2}):
    for args in (([],), ([], "default")):
        try:
            print(d.pop(*args))
        except (KeyError, TypeError) as e:
            print(type(e).__name__, e)
# expect: KeyError []
# expect: default
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
---
# keys and items with any iterable: the values of a dict are values, not pairs
edges = {0: 1, 1: 0}
print(sorted(edges.keys() & edges.values()), sorted(edges.keys() | edges.values()), edges.keys() - edges.values(), sorted(edges.keys() ^ {7: 0}.values()))
# expect: [0, 1] [0, 1] set() [1]
print({1: 2, 3: 4, 5: 6}.keys() & {2: 1}.values(), {2: 1}.keys() & {1: 2, 3: 4}.values(), edges.items() & {9: (0, 1)}.values())
# expect: {1} {2} {(0, 1)}
print(edges.keys().isdisjoint({5: 1}.values()), edges.keys().isdisjoint({5: 6}.values()), edges.items().isdisjoint(edges.values()))
# expect: False True True
print(edges.keys() & (x for x in (1, 2)), [0] & edges.keys(), edges.keys() & iter([0]), {1}.intersection(edges.values()))
# expect: {1} {0} {0} {1}
---
# keys with a hash of their own are found again after others were deleted, in whatever order, and after copying
class Square:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return hash(self.name)
    def __eq__(self, other):
        return isinstance(other, Square) and self.name == other.name
    def __repr__(self):
        return f"<{self.name}>"

squares = [Square(file + rank) for file in "abcdefgh" for rank in "12345678"]
board = {square: number for number, square in enumerate(squares)}
for square in squares[::3] + squares[-1:0:-4]:
    board.pop(square, None)
print(len(board), list(board)[:4], list(board)[-2:])  # expect: 32 [<a2>, <a3>, <a5>, <a6>] [<h6>, <h7>]
print(board[Square("a2")], board.get(Square("h8")), Square("h1") in board)  # expect: 1 None True
print(board.popitem(), board.popitem(), len(board))  # expect: (<h7>, 62) (<h6>, 61) 30
copy = dict(board)
while board:
    board.popitem()
board.update(copy)
board[Square("h8")] = -1
print(len(board), board[Square("a2")], board[Square("h8")], board == copy, {**copy} == copy)
# expect: 31 1 -1 False True

# a dict of numbers and texts meets such a key
plain = {n: str(n) for n in range(10_000)}
print(plain.get(Square("a1")), plain[9_999], plain.pop(5_000), 5_000 in plain)
# expect: None 9999 5000 False
plain[Square("a1")] = "corner"
del plain[0]
print(len(plain), plain[Square("a1")], plain.popitem())  # expect: 9999 corner (<a1>, 'corner')
---
# A key of a built-in type whose hash depends on what it holds is asked for it, and may refuse
import types, weakref

def refusal(key):
    said = set()
    for use in (lambda: {key: 1}, lambda: key in {1: 2}, lambda: {1}.discard(key), lambda: frozenset([key]),
                lambda: {(key, 1): 2}):
        try:
            use()
            said.add("taken")
        except (TypeError, ValueError) as error:
            said.add(str(error))
    print(*said)

closed = memoryview(b"a")
closed.release()
refusal(memoryview(bytearray(b"a")))  # expect: cannot hash writable memoryview object
refusal(closed)  # expect: operation forbidden on released memoryview object
refusal(types.MappingProxyType({}))  # expect: unhashable type: 'dict'
refusal(slice(1, []))  # expect: unhashable type: 'list'
class Plain(list): pass
refusal(weakref.ref(kept := Plain()))  # expect: unhashable type: 'Plain'

print({b"a": 1}[memoryview(b"a")], {memoryview(b"a"): 2}[b"a"], {slice(1, 2): 3}[slice(1, 2)])
# expect: 1 2 3
print({list[int]: 4}[list[int]], {int | str: 5}[str | int])  # expect: 4 5
---
# Methods of many objects, and tuples with such objects, are keys of their own
class Node:
    def go(self):
        return self

nodes = [Node() for _ in range(3000)]
listeners = {node.go for node in nodes}
places = {(node, n % 2): n for n, node in enumerate(nodes)}
print(len(listeners), nodes[7].go in listeners, Node().go in listeners)  # expect: 3000 True False
print(len(places), places[nodes[8], 0], (nodes[8], 1) in places)  # expect: 3000 8 False
for n, node in enumerate(nodes[:2990]):
    listeners.discard(node.go)
    del places[node, n % 2]
print(len(listeners), list(places.values()))
# expect: 10 [2990, 2991, 2992, 2993, 2994, 2995, 2996, 2997, 2998, 2999]
---
# A dict whose keys compare in Python: they go from either end, while a hash looks at the dict, and into a copy
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 50
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return f"k{self.n}"

table = dict.fromkeys(range(300))
table.update({Key(n): n for n in range(400)})
for n in range(399, 200, -1):
    del table[Key(n)]
for n in range(100):
    del table[n], table[Key(n)]
print(len(table), table[Key(150)], Key(99) in table, table.popitem())  # expect: 301 150 False (k200, 200)
twin = dict(table)
del table[Key(150)]
print(len(table), len(twin), twin.pop(Key(150)), Key(150) in twin, twin == table)
# expect: 299 300 150 False True

class Meddler:
    def __init__(self, n): self.n = n
    def __hash__(self):
        if self.n == 2 and plain:
            plain.pop(next(iter(plain)), None)
            plain[len(plain) + 1000] = "new"
        return 1
    def __eq__(self, other): return self is other

plain = {}
first = Meddler(1)
plain = dict.fromkeys([10, 11, 12, 13])
print(Meddler(2) in plain, list(plain), 1003 in plain, first in plain)
# expect: False [11, 12, 13, 1003] True False
---
# what is common to keys and a set: the objects are those of the smaller, or of the dict
ints = {1: "a", 2: "b", 3: "c"}
for floats in {1.0, 2.0}, {1.0, 2.0, 9.0}, {1.0, 2.0, 9.0, 10.0}:
    print(ints.keys() & floats, floats & ints.keys(), ints.keys() & dict.fromkeys(floats).keys())
# expect: {1.0, 2.0} {1.0, 2.0} {1.0, 2.0}
# expect: {1, 2} {1, 2} {1.0, 2.0}
# expect: {1, 2} {1, 2} {1, 2}
print(ints.items() & {(1.0, "a"), (2.0, "x"), (5, "b")})  # expect: {(1, 'a')}
---
# Long texts and large numbers are keys like all others.
class Text(str):
    pass


texts = ["a" * 20_000 + str(n) for n in range(12)]
numbers = [n << 64 for n in range(1, 12)] + [2.0**90, 1.5]
table = dict.fromkeys(texts + numbers)
for place, key in enumerate(table):
    table[key] = place
print([table["a" * 20_000 + str(n)] for n in range(12)])  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
print([table[n << 64] for n in range(1, 12)], table[2**90])
# expect: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22] 23
print(table[Text(texts[3])], table[complex(2.0**64)], 2**90 + 1 in table)  # expect: 3 12 False
for key in [*texts[::2], *numbers[::2]]:
    del table[key]
print(list(table.values()), texts[2] in table, texts[3] in table)
# expect: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23] False True
own = {Text("b" * 20_000): 1}
print("b" * 20_000 in own, own.pop("b" * 20_000), own)  # expect: True 1 {}
