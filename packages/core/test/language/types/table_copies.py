# Copies and merges have all keys that are equal, however many there are and whatever they look up
class Text(str):
    pass

def found(made, base):
    yield from (made == base, made["2"], made[Text("1")], made[True], made[2.0], made.get(2.5), 1 + 0j in made)
    made[Text("0")] = "text"
    made[1.0] = "one"
    made[None] = made[(1,)] = "none"
    yield from (len(made), made["0"], made[True], made[None], made[(1,)], list(made) == [*base, None, (1,)])
    del made["1"], made[2]
    yield from ("1" in made, 2 in made, len(made), list({**made}) == list(made), dict(made)[(1,)])

for count in (3, 8, 9, 40):
    base = {str(i): i for i in range(count)} | {i: -i for i in range(count)}
    print(*found(dict(base), base))
    for made in (base.copy(), {**base}, base | {}, {} | base):
        assert list(found(made, base)) == list(found(dict(base), base))
# expect: True 2 1 -1 -2 None True 8 text one none none True False False 6 True none
# expect: True 2 1 -1 -2 None True 18 text one none none True False False 16 True none
# expect: True 2 1 -1 -2 None True 20 text one none none True False False 18 True none
# expect: True 2 1 -1 -2 None True 82 text one none none True False False 80 True none
---
# Sets made of others have all keys that are equal
for count in (2, 8, 30):
    small, large = set(range(count)), set(range(count // 2, count * 2))
    for made in (small | large, small & large, small - large, small ^ large, small.copy(), {*small, *large}, set(small)):
        made.add(True)
        made.add(1.0)
        made.add("1")
        print(len(made), sum(i for i in made if i != "1"), 1 in made, 0.5 in made, count - 1.0 in made, sep=",", end=";")
    print()
# expect: 5,6,True,False,True;2,1,True,False,True;3,1,True,False,True;5,6,True,False,True;3,1,True,False,True;5,6,True,False,True;3,1,True,False,True;
# expect: 17,120,True,False,True;6,23,True,False,True;5,6,True,False,False;13,98,True,False,False;9,28,True,False,True;17,120,True,False,True;9,28,True,False,True;
# expect: 61,1770,True,False,True;17,331,True,False,True;16,105,True,False,False;46,1440,True,False,False;31,435,True,False,True;61,1770,True,False,True;31,435,True,False,True;
print({True, "a"} & {1, "a"} == {1, "a"}, type(frozenset([1]) | {2}).__name__, type({2} - frozenset([1])).__name__)
# expect: True frozenset set
print({(1, 2), None} - {(1, 2)}, {(1.0, 2)} & {(1, 2)}, {1.0} | {1}, {1} ^ {1.0})
# expect: {None} {(1, 2)} {1.0} set()
---
# A set operator asks keys with methods written in Python, in turn
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        print("hash", self.n)
        return self.n
    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return self.n == getattr(other, "n", other)
    def __repr__(self):
        return f"K{self.n}"

k = Key(1)
s = {5, k}  # expect: hash 1
t = {1, 7}
print(s - t, len(s | t), s & t, s ^ {5})
# expect: eq 1 1
# expect: eq 1 1
# expect: eq 1 1
# expect: {5} 3 {1} {K1}
s.update([5, 1, 7])  # expect: eq 1 1
print(len(s))  # expect: 3
print((s | s) == s, len(s - {k}))
# expect: hash 1
# expect: True 2
---
# A set is filled as far as the keys before one without a hash
s = set()
try:
    s.update([1, 2, [], 3])
except TypeError as e:
    print(e, s)  # expect: unhashable type: 'list' {1, 2}
try:
    s.update((4, {}), [5])
except TypeError as e:
    print(e, s)  # expect: unhashable type: 'dict' {1, 2, 4}
try:
    {1} in s
    print(s.__contains__({1}), {1} in {frozenset([1])}, [] in s)
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
---
# A display with ** of a dict goes through its keys as dicts do, unless its class says otherwise
class Loud(dict):
    def keys(self):
        print("keys")
        return ["a"]
    def __getitem__(self, key):
        return "item"

class Own(Loud):
    def __iter__(self):
        print("iter")
        return iter(["b"])

print({**Loud(x=1)}, {"x": 0, **Loud(x=1)})  # expect: {'x': 1} {'x': 1}
print({**Own(x=1)})
# expect: keys
# expect: {'a': 'item'}
class K:
    n = 0
    def __hash__(self):
        K.n += 1
        return 3
    def __eq__(self, other):
        K.n += 100
        return self is other
d = {K(): 1, K(): 2}
print(K.n)  # expect: 102
print(len({**d}), len({1: 2, **d}), K.n)  # expect: 2 3 202
try:
    print({**d, **5})
except TypeError as e:
    print(e)  # expect: 'int' object is not a mapping
---
# A dict of pairs from iterators without Python, and what is wrong with a pair
print(dict(zip("abc", [1, 2, 3])), dict(enumerate("ab")), dict(zip([1.0, 1], "ab")), dict(iter([(1, 2)])), dict(zip()))
# expect: {'a': 1, 'b': 2, 'c': 3} {0: 'a', 1: 'b'} {1.0: 'b'} {1: 2} {}
print(dict(reversed([(1, 2), (3, 4)])), dict({1: 2}.items()), {}.fromkeys(iter("ab"), 0))
# expect: {3: 4, 1: 2} {1: 2} {'a': 0, 'b': 0}
for pairs in (zip("ab"), zip("ab", "cd", "ef"), enumerate([]), zip([[]], [1]), iter([(1, 2), 3]), iter(["ab", "c"]), iter("ab")):
    try:
        print(dict(pairs))
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: {}
# expect: TypeError unhashable type: 'list'
# expect: TypeError cannot convert dictionary update sequence element #1 to a sequence
# expect: ValueError dictionary update sequence element #1 has length 1; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required

class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        print("hash", self.n)
        return 1
    def __eq__(self, other):
        print("eq", self.n)
        return False

d = dict(zip([1, K(2), 3, K(4)], "abcd"))
# expect: hash 2
# expect: eq 2
# expect: hash 4
# expect: eq 4
# expect: eq 2
print(list(d.values()))  # expect: ['a', 'b', 'c', 'd']
it = zip([1, 2], [3, 4])
d = {}
d.update(it, z=5)
print(d, list(it))  # expect: {1: 3, 2: 4, 'z': 5} []
print({*zip("ab", "cd")} == {("a", "c"), ("b", "d")}, len(set(enumerate("abc"))), len(frozenset(iter([1, 1, 2]))))
# expect: True 3 2
---
# dict() with keywords alone
print(dict(a=1, b=2), dict(self=1, mapping=2), dict([("a", 0)], a=1, b=2))
# expect: {'a': 1, 'b': 2} {'self': 1, 'mapping': 2} {'a': 1, 'b': 2}
big = dict(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, i=9, j=10)
big["k"] = 11
print(big["j"], "k" in big, "z" in big, len(big))  # expect: 10 True False 11
---
# Dicts are equal by their entries, in turn
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n

a = {"x": 1, "y": V(1), "z": [1, {2: V(3)}], "w": {"q": V(4)}}
b = {"w": {"q": V(40)}, "z": [1, {2: V(30)}], "y": V(1), "x": 1.0}
print(a == b)
# expect: eq 1 1
# expect: eq 3 30
# expect: False
nan = float("nan")
print({1: nan} == {1: nan}, {1: {2: {3: [4]}}} == {True: {2.0: {3: [4.0]}}}, {1: 2} == {1: 3})
# expect: True True False
print({1: {}} != {1: {2: 3}}, {1: 2} == {2: 2}, {1: {2: 3}} == {1: [2]}, {"a": (1, "b")} == {"a": (1, "b")})
# expect: True False False True
deep = deep2 = 1
for _ in range(60):
    deep, deep2 = {"k": deep}, {"k": deep2}
print(deep == deep2)  # expect: True
---
# Lists: items taken out, put in and replaced, near both ends and far from them
xs = list(range(40))
for at in (0, 1, 20, -1, -2):
    del xs[at]
    print(xs.pop(at), end=" ")
    xs.insert(at, "in")
    xs.insert(at * 2, "also")
xs.insert(-100, "first")
xs.insert(100, "last")
xs.remove("in")
print(len(xs), xs)
# expect: 1 2 21 39 also 41 ['first', 'also', 'also', 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 'in', 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 'also', 36, 'in', 37, 38, 'last']
for bad in (41, -50, 10**30):
    try:
        del xs[bad]
    except IndexError as e:
        print(e)
# expect: list assignment index out of range
# expect: list assignment index out of range
# expect: cannot fit 'int' into an index-sized integer
xs = list(range(5))
xs[1:3] = xs
print(xs)  # expect: [0, 0, 1, 2, 3, 4, 3, 4]
xs[2:4] = [xs, 7][::-1]
xs[0:1] = (8,)
xs[:] = xs[::-1]
print(xs[0], len(xs), xs[::-1][0], [1, 2, 3, 4][3:0:-1], (1, 2, 3)[::-1], (1, 2, 3)[5::-1], [1, 2, 3][-5::-1])
# expect: 4 8 8 [4, 3, 2] (3, 2, 1) (3, 2, 1) []
xs = [1]
xs *= 3
print(xs, [1, 2, 3] * 15 == [1, 2, 3] * 7 + [1, 2, 3] * 8, len([None, 1, 2] * 11), ([1, 2, 3] * 100)[-4:], [[]] * 2, [1] * -1, 2 * [3], (1, 2) * 17)
# expect: [1, 1, 1] True 33 [3, 1, 2, 3] [[], []] [] [3, 3] (1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)
---
# A starred target takes what the others leave
for items in ([1, 2, 3, 4], (1, 2), "ab", range(3)):
    a, *b = items
    *c, d = items
    e, *f, g = items
    print(a, b, c, d, e, f, g)
# expect: 1 [2, 3, 4] [1, 2, 3] 4 1 [2, 3] 4
# expect: 1 [2] [1] 2 1 [] 2
# expect: a ['b'] ['a'] b a [] b
# expect: 0 [1, 2] [0, 1] 2 0 [1] 2
xs = [1, 2, 3]
xs, *rest = xs
print(xs, rest)  # expect: 1 [2, 3]
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)  # expect: not enough values to unpack (expected at least 2, got 1)
try:
    *a, b, c, d = (1, 2)
except ValueError as e:
    print(e)  # expect: not enough values to unpack (expected at least 3, got 2)
---
# What was emptied is filled by a copy as what is new
class K:
    def __hash__(self):
        return 1

def emptied():
    d = {float(i) / 2: i for i in range(9)}
    for key in list(d):
        del d[key]
    return d

d = emptied()
d.update({"a": 1, 2: 3})
print("a" in d, d[2.0], len(d), list(d))  # expect: True 3 2 ['a', 2]
d = {}
print(K() in d)  # expect: False
d.update({"a": 1, 2: 3})
print("a" in d, d.get(K()), d[2], len(d | {"b": 1}), "b" in d | {"b": 1})  # expect: True None 3 3 True
s = set(emptied())
s.update({"a"})
print("a" in s, K() in s, s | {1} == {1, "a"})  # expect: True False True
s = {*range(9)}
for i in range(9):
    s.remove(i)
s |= {"x", "y"}
print("x" in s, 3 in s, len(s))  # expect: True False 2
s = set()
print(K() in s)  # expect: False
s |= {"x", "y"}
print("x" in s, len(s | {K()}), K() in s)  # expect: True 3 False
d = emptied()
d |= dict.fromkeys(range(12))
print(11 in d, 12 in d, 11.0 in d, len(d))  # expect: True False True 12
---
# Operators on the keys of dicts
class D(dict):
    def __iter__(self):
        return iter(["own"])

a, b = {"x": 1, "y": 2, 3: 4, (1, 2): 5}, {"y": 1, 3: 2, "z": 3, (1, 2): 6}
for other in (b.keys(), set(b), frozenset(b), b, list(b), D(b), D(b).keys()):
    print([sorted(map(str, made)) for made in (a.keys() & other, a.keys() | other, a.keys() - other, a.keys() ^ other)])
# expect: [['(1, 2)', '3', 'y'], ['(1, 2)', '3', 'x', 'y', 'z'], ['x'], ['x', 'z']]
# expect: [['(1, 2)', '3', 'y'], ['(1, 2)', '3', 'x', 'y', 'z'], ['x'], ['x', 'z']]
# expect: [['(1, 2)', '3', 'y'], ['(1, 2)', '3', 'x', 'y', 'z'], ['x'], ['x', 'z']]
# expect: [['(1, 2)', '3', 'y'], ['(1, 2)', '3', 'x', 'y', 'z'], ['x'], ['x', 'z']]
# expect: [['(1, 2)', '3', 'y'], ['(1, 2)', '3', 'x', 'y', 'z'], ['x'], ['x', 'z']]
# expect: [[], ['(1, 2)', '3', 'own', 'x', 'y'], ['(1, 2)', '3', 'x', 'y'], ['(1, 2)', '3', 'own', 'x', 'y']]
# expect: [['(1, 2)', '3', 'y'], ['(1, 2)', '3', 'x', 'y', 'z'], ['x'], ['x', 'z']]
print(sorted(map(str, set(b) - a.keys())), type(a.keys() & b.keys()).__name__, a.items() & {("x", 1): 0}.keys())
# expect: ['z'] set {('x', 1)}
