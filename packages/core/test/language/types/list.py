# construction
print(list(), list("abc"), list(range(3)), list((1, 2)), list({"a": 1}), [1] * 3, [[]] * 2, [1, 2] + [3], list(x for x in "ab"))
# expect: [] ['a', 'b', 'c'] [0, 1, 2] [1, 2] ['a'] [1, 1, 1] [[], []] [1, 2, 3] ['a', 'b']
a = [[]] * 2
a[0].append(1)
print(a)  # expect: [[1], [1]]
---
# indexing and slicing
a = list(range(10))
print(a[0], a[-1], a[2:5], a[:3], a[7:], a[::3], a[::-1], a[8:2:-2], a[-3:], a[5:2], a[100:], a[-100:2], a[:], a[-1:-4:-1])
# expect: 0 9 [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [7, 8, 9] [] [] [0, 1] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [9, 8, 7]
for i in (10, -11, 10 ** 30):
    try:
        a[i]
    except IndexError as e:
        print(e)
# expect: list index out of range
# expect: list index out of range
# expect: cannot fit 'int' into an index-sized integer
---
# item and slice assignment
a = [0, 1, 2, 3, 4]
a[0] = "x"
a[-1] = "y"
a[1:3] = [10, 20, 30]
print(a)  # expect: ['x', 10, 20, 30, 3, 'y']
a[1:1] = "ab"
print(a)  # expect: ['x', 'a', 'b', 10, 20, 30, 3, 'y']
a[:2] = []
a[len(a):] = [7]
print(a)  # expect: ['b', 10, 20, 30, 3, 'y', 7]
a[::2] = ["e"] * len(a[::2])
print(a)  # expect: ['e', 10, 'e', 30, 'e', 'y', 'e']
a[:] = range(3)
print(a)  # expect: [0, 1, 2]
a[5:2] = ["end"]
print(a)  # expect: [0, 1, 2, 'end']
---
# slice assignment errors
a = [1, 2, 3, 4]
for code in ("a[::2] = [1]", "a[0:2] = 5", "a[::0]", "a[::2] = 5", "a['x':]", "a[1.0:]", "a[9] = 1", "del a[9]", "a[::-1] = [1, 2]"):
    try:
        exec(code)
    except (ValueError, TypeError, IndexError) as e:
        print(code, "->", type(e).__name__, e)
# expect: a[::2] = [1] -> ValueError attempt to assign sequence of size 1 to extended slice of size 2
# expect: a[0:2] = 5 -> TypeError must assign iterable to extended slice
# expect: a[::0] -> ValueError slice step cannot be zero
# expect: a[::2] = 5 -> TypeError must assign iterable to extended slice
# expect: a['x':] -> TypeError slice indices must be integers or None or have an __index__ method
# expect: a[1.0:] -> TypeError slice indices must be integers or None or have an __index__ method
# expect: a[9] = 1 -> IndexError list assignment index out of range
# expect: del a[9] -> IndexError list assignment index out of range
# expect: a[::-1] = [1, 2] -> ValueError attempt to assign sequence of size 2 to extended slice of size 4
print(a)  # expect: [1, 2, 3, 4]
---
# deletion by slice
a = list(range(10))
del a[::3]
print(a)  # expect: [1, 2, 4, 5, 7, 8]
del a[1:3], a[-1]
print(a)  # expect: [1, 5, 7]
del a[:]
print(a)  # expect: []
b = list(range(6))
del b[4:1:-1]
print(b)  # expect: [0, 1, 5]
---
# append, extend, insert
a = [1]
a.append([2])
a.extend("xy")
a.extend(i for i in range(2))
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
a.insert(-100, "zero")
print(a, a.append(1))  # expect: ['zero', 'first', 1, [2], 'x', 'y', 0, 1, 'before last', 'last', 1] None
for f in (lambda: a.extend(5), lambda: a.insert("x", 1), lambda: a.insert(1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 'int' object is not iterable
# expect: 'str' object cannot be interpreted as an integer
# expect: insert expected 2 arguments, got 1
---
# extending a list by itself
a = [1, 2]
a.extend(a)
print(a)  # expect: [1, 2, 1, 2]
a += a
print(len(a))  # expect: 8
a[:] = a + a[:1]
print(a)  # expect: [1, 2, 1, 2, 1, 2, 1, 2, 1]
a[1:2] = a
print(len(a))  # expect: 17
---
# pop and remove
a = [1, 2, 3, 2, 1]
print(a.pop(), a.pop(0), a.pop(-2), a)  # expect: 1 1 3 [2, 2]
a.remove(2)
print(a)  # expect: [2]
for f in (lambda: a.remove("x"), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].pop("0")):
    try:
        f()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError list.remove(x): x not in list
# expect: IndexError pop from empty list
# expect: IndexError pop index out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
---
# index and count
a = [1, 2.0, "x", 2, True, None]
print(a.index(2), a.index(2, 2), a.index("x", -4), a.count(1), a.count(2), a.count("y"), a.index(None), a.index(1, 1))
# expect: 1 3 2 2 2 0 5 4
for f in (lambda: a.index("y"), lambda: a.index(1, 5), lambda: a.index("x", 0, 2)):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: 'y' is not in list
# expect: 1 is not in list
# expect: 'x' is not in list
---
# sort in place
a = [3, 1, 2]
print(a.sort(), a)  # expect: None [1, 2, 3]
a.sort(reverse=True)
print(a)  # expect: [3, 2, 1]
words = ["banana", "fig", "Apple", "cherry"]
words.sort()
print(words)  # expect: ['Apple', 'banana', 'cherry', 'fig']
words.sort(key=str.lower)
print(words)  # expect: ['Apple', 'banana', 'cherry', 'fig']
words.sort(key=len, reverse=True)
print(words)  # expect: ['banana', 'cherry', 'Apple', 'fig']
try:
    a.sort(lambda x: x)
except TypeError as e:
    print(e)  # expect: sort() takes no positional arguments
---
# sorting is stable, also in reverse
pairs = [("b", 1), ("a", 1), ("c", 0), ("d", 1), ("e", 0)]
print(sorted(pairs, key=lambda p: p[1]))  # expect: [('c', 0), ('e', 0), ('b', 1), ('a', 1), ('d', 1)]
print(sorted(pairs, key=lambda p: p[1], reverse=True))
# expect: [('b', 1), ('a', 1), ('d', 1), ('c', 0), ('e', 0)]
print(sorted(pairs, key=lambda p: (-p[1], p[0])))
# expect: [('a', 1), ('b', 1), ('d', 1), ('c', 0), ('e', 0)]
---
# sorting what cannot be compared
for data in ([1, "a"], [None, 1], [{}, {}], [1, 2j], [[1], ["a"]]):
    try:
        data.sort()
    except TypeError as e:
        print(e)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'int' and 'NoneType'
# expect: '<' not supported between instances of 'dict' and 'dict'
# expect: '<' not supported between instances of 'complex' and 'int'
# expect: '<' not supported between instances of 'str' and 'int'
a = [3, 1, 2, "x", 0]
try:
    a.sort()
except TypeError:
    print(len(a), set(map(str, a)) == {"3", "1", "2", "x", "0"})  # expect: 5 True
---
# an error in the key function leaves the list whole
def key(x):
    if x == 2: raise ValueError("bad key")
    return x
a = [3, 2, 1]
try:
    a.sort(key=key)
except ValueError as e:
    print(e, a)  # expect: bad key [3, 2, 1]
---
# changing a list while it is sorted
a = [3, 1, 2]
def key(x):
    a.append(x)
    return x
try:
    a.sort(key=key)
except ValueError as e:
    print(e)  # expect: list modified during sort
---
# reverse, copy and clear
a = [1, [2], 3]
b = a.copy()
a.reverse()
print(a, b, b[1] is a[1], a[:] == a, a[:] is a)  # expect: [3, [2], 1] [1, [2], 3] True True False
a.clear()
print(a, b, list(reversed(b)))  # expect: [] [1, [2], 3] [3, [2], 1]
---
# comparison
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] == [1.0, 2.0], [1] != [1], [1, [2]] == [1, [2]], [1] == (1,), [[1]] < [[2]])
# expect: True True True True True False True False True
try:
    [1] < (2,)
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'list' and 'tuple'
---
# repr of nested and self-containing lists
a = [1, "x", None, 1.5, b"y", (1,), {"k": []}]
a.append(a)
print(a)  # expect: [1, 'x', None, 1.5, b'y', (1,), {'k': []}, [...]]
b = []
c = [b]
b.append(c)
print(b, str(c))  # expect: [[[...]]] [[[...]]]
---
# a list's iterator sees later changes
a = [1, 2, 3]
it = iter(a)
print(next(it))  # expect: 1
a.append(4)
a[1] = "changed"
print(list(it))  # expect: ['changed', 3, 4]
a.append(5)
print(list(it), type(it).__name__)  # expect: [] list_iterator
---
# multiplication and in-place
a = [1, 2]
print(a * 2, 2 * a, a * 0, a * -1)  # expect: [1, 2, 1, 2] [1, 2, 1, 2] [] []
b = a
b *= 2
print(a, a is b)  # expect: [1, 2, 1, 2] True
for x in (1.5, "2", [1]):
    try:
        a * x
    except TypeError as e:
        print(e)
# expect: can't multiply sequence by non-int of type 'float'
# expect: can't multiply sequence by non-int of type 'str'
# expect: can't multiply sequence by non-int of type 'list'
---
# membership uses identity, then equality
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == getattr(o, "v", o)
a = [E(1), E(2)]
print(E(1) in a, 2 in a, 3 in a, a.index(2), a.count(1), a == [1, 2])  # expect: True True False 1 1 True
a.remove(1)
print(len(a))  # expect: 1
---
# lists are not hashable and have no extra attributes
for f in (lambda: hash([]), lambda: setattr([], "x", 1), lambda: {[1]: 2}, lambda: [].nope):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
# expect: unhashable type: 'list'
# expect: 'list' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: unhashable type: 'list'
# expect: 'list' object has no attribute 'nope'
---
# subclassing list
class Stack(list):
    def push(self, x): self.append(x)
    def __getitem__(self, i): return ("item", super().__getitem__(i))
s = Stack([1, 2])
s.push(3)
print(s, s[0], list(s), len(s), s == [1, 2, 3], isinstance(s, list), repr(s), type(s * 2).__name__, [x for x in s])
# expect: [1, 2, 3] ('item', 1) [1, 2, 3] 3 True True [1, 2, 3] list [1, 2, 3]
s.extra = "attr"
print(s.extra, vars(s))  # expect: attr {'extra': 'attr'}
---
# matrices
m = [[i * 3 + j for j in range(3)] for i in range(3)]
t = [list(r) for r in zip(*m)]
print(m, t, sum(m, []), [m[i][i] for i in range(3)], [r[::-1] for r in m])
# expect: [[0, 1, 2], [3, 4, 5], [6, 7, 8]] [[0, 3, 6], [1, 4, 7], [2, 5, 8]] [0, 1, 2, 3, 4, 5, 6, 7, 8] [0, 4, 8] [[2, 1, 0], [5, 4, 3], [8, 7, 6]]
print([[sum(a * b for a, b in zip(r, c)) for c in zip(*t)] for r in m])
# expect: [[5, 14, 23], [14, 50, 86], [23, 86, 149]]
---
# sorting algorithms by hand agree
def quick(xs): return xs if len(xs) < 2 else quick([x for x in xs[1:] if x < xs[0]]) + [xs[0]] + quick([x for x in xs[1:] if x >= xs[0]])
def merge(xs):
    if len(xs) < 2: return xs
    m = len(xs) // 2
    a, b, out = merge(xs[:m]), merge(xs[m:]), []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
data = [(i * 7919) % 101 for i in range(60)]
print(quick(data) == merge(data) == sorted(data), sorted(data)[:8])  # expect: True [0, 2, 3, 5, 6, 8, 9, 11]
---
# queue and stack use
q = []
for i in range(5): q.append(i)
print(q.pop(0), q.pop(0), q.pop(), q)  # expect: 0 1 4 [2, 3]
a = [5, 3, 8]
a.insert(a.index(3), 4)
print(a, min(a), max(a), sum(a), sorted(a)[len(a) // 2])  # expect: [5, 4, 3, 8] 3 8 20 5
---
# lists with many elements
a = list(range(10000))
print(len(a), sum(a), a[5000], a[-1], len(a[::7]), a.index(9999), a.count(1))
# expect: 10000 49995000 5000 9999 1429 9999 1
del a[100:9900]
a[50:50] = [None] * 5
print(len(a), a[48:57], a[-1])  # expect: 205 [48, 49, None, None, None, None, None, 50, 51] 9999
---
# a comparison of items that changes its own list
class Changing:
    def __init__(self, change, answer): self.change, self.answer = change, answer
    def __eq__(self, other):
        self.change()
        return self.answer
    def __repr__(self): return "Changing"
def filled(change, answer):
    row = []
    row.extend([1, Changing(lambda: change(row), answer), 3, 4])
    return row
def grow(row):
    if len(row) < 6: row.insert(0, 5)
for change in (list.clear, list.pop, grow):
    for answer in (True, False):
        answers = []
        for ask in (lambda row: row == [1, 2, 3, 4], lambda row: row < [1, 2, 3, 4], lambda row: [row] < [[1, 2, 3, 4, 5]], lambda row: 3 in row, lambda row: row.index(4), lambda row: row.count(3), lambda row: row.remove(2)):
            row = filled(change, answer)
            try:
                answers.append((ask(row), row))
            except (ValueError, TypeError) as e:
                answers.append((str(e), row))
        print(change.__name__, answer, *answers)
# expect: clear True (False, []) (True, []) (True, []) (True, []) (1, []) (1, []) (None, [])
# expect: clear False (False, []) (True, []) (True, []) (False, []) ('4 is not in list', []) (0, []) ('list.remove(x): x not in list', [])
# expect: pop True (False, [1, Changing, 3]) (True, [1, Changing, 3]) (True, [1, Changing, 3]) (True, [1, Changing, 3]) (1, [1, Changing, 3]) (2, [1, Changing, 3]) (None, [1, 3])
# expect: pop False (False, [1, Changing, 3]) ("'<' not supported between instances of 'Changing' and 'int'", [1, Changing, 3]) ("'<' not supported between instances of 'Changing' and 'int'", [1, Changing, 3]) (True, [1, Changing, 3]) ('4 is not in list', [1, Changing, 3]) (1, [1, Changing, 3]) ('list.remove(x): x not in list', [1, Changing, 3])
# expect: grow True (False, [5, 5, 1, Changing, 3, 4]) (False, [5, 5, 1, Changing, 3, 4]) (True, [5, 5, 1, Changing, 3, 4]) (True, [5, 1, Changing, 3, 4]) (1, [5, 1, Changing, 3, 4]) (4, [5, 5, 1, Changing, 3, 4]) (None, [5, Changing, 3, 4])
# expect: grow False (False, [5, 1, Changing, 3, 4]) (True, [5, 1, Changing, 3, 4]) (True, [5, 1, Changing, 3, 4]) (True, [5, 5, 1, Changing, 3, 4]) (5, [5, 5, 1, Changing, 3, 4]) (1, [5, 5, 1, Changing, 3, 4]) ('list.remove(x): x not in list', [5, 5, 1, Changing, 3, 4])
---
# a list is empty while it is sorted; only a change of that is an error
for change in (list.clear, lambda row: row.extend([]), lambda row: row.__imul__(3), list.sort, lambda row: row.append(1), lambda row: print(row, len(row))):
    row = [2, 1]
    def key(item):
        change(row)
        return item
    try:
        row.sort(key=key)
        print(row)
    except ValueError as e:
        print(e, row)
# expect: [1, 2]
# expect: [1, 2]
# expect: [1, 2]
# expect: [1, 2]
# expect: list modified during sort [1, 2]
# expect: [] 0
# expect: [] 0
# expect: [1, 2]
---
# how many items an object has is asked before they are gathered: its errors count, but for a TypeError
class Counted:
    def __init__(self, answer): self.answer = answer
    def __iter__(self): return iter((1, 2))
    def __length_hint__(self):
        print("asked", end=" ")
        return self.answer if not isinstance(self.answer, Exception) else self.raised()
    def raised(self): raise self.answer
class Sized(Counted):
    def __len__(self):
        print("sized", end=" ")
        return self.answer if not isinstance(self.answer, Exception) else self.raised()
for make in (list, tuple, sorted, [0].extend, lambda given: [*given], lambda given: (lambda *args: args)(*given), bytes, bytearray().extend, set, dict.fromkeys, sum):
    print(make(Counted(2)), make(Sized(2)))
# expect: asked sized [1, 2] [1, 2]
# expect: asked sized (1, 2) (1, 2)
# expect: asked sized [1, 2] [1, 2]
# expect: asked sized None None
# expect: asked sized [1, 2] [1, 2]
# expect: asked sized (1, 2) (1, 2)
# expect: asked sized b'\x01\x02' b'\x01\x02'
# expect: asked sized None None
# expect: {1, 2} {1, 2}
# expect: {1: None, 2: None} {1: None, 2: None}
# expect: 3 3
for answer in (NotImplemented, TypeError("no"), ValueError("no"), -1, "x", True, 2 ** 70):
    for kind in (Counted, Sized):
        try:
            print(list(kind(answer)))
        except (ValueError, TypeError, OverflowError) as e:
            print(type(e).__name__, e)
# expect: asked [1, 2]
# expect: sized asked [1, 2]
# expect: asked [1, 2]
# expect: sized asked [1, 2]
# expect: asked ValueError no
# expect: sized ValueError no
# expect: asked ValueError __length_hint__() should return >= 0
# expect: sized ValueError __len__() should return >= 0
# expect: asked TypeError __length_hint__ must be an integer, not str
# expect: sized asked TypeError __length_hint__ must be an integer, not str
# expect: asked [1, 2]
# expect: sized [1, 2]
# expect: asked OverflowError Python int too large to convert to C ssize_t
# expect: sized OverflowError cannot fit 'int' into an index-sized integer
---
# a sort in reverse compares as one of the reversed list would
class Version:
    def __init__(self, *parts):
        self.parts = parts
    def __lt__(self, other):
        asked.append((self.parts, other.parts))
        return self.parts < other.parts
    def __repr__(self):
        return ".".join(map(str, self.parts))
asked = []
print(sorted([Version(1, 0), Version(1, 2)], reverse=True), asked)  # expect: [1.2, 1.0] [((1, 0), (1, 2))]
asked.clear()
print(sorted([Version(1, 2), Version(1, 0)], reverse=True), asked)  # expect: [1.2, 1.0] [((1, 2), (1, 0))]
print(sorted(["b", "a", "c", "d"], key=lambda name: Version(name in "ac"), reverse=True))
# expect: ['a', 'c', 'b', 'd']
for values in ["b", "a", 0, 10], [1, None, 2], [2.5, "x"]:
    try:
        sorted(values, reverse=True)
    except TypeError as error:
        print(error)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'NoneType' and 'int'
# expect: '<' not supported between instances of 'float' and 'str'
---
# a starred target, and what fills a slice, make a list of the iterator: that is asked for an iterator and how many items it has
class Source:
    def __iter__(self):
        print("source", end=" ")
        return Walk()
    def __length_hint__(self):
        print("never asked")
class Walk:
    left = 3
    def __iter__(self):
        print("walk", end=" ")
        return self
    def __next__(self):
        if self.left == 0: raise StopIteration
        self.left -= 1
        return self.left
    def __length_hint__(self):
        print("hint", self.left, end=" ")
        return self.left
first, *rest = Source()
print(first, rest)  # expect: source walk hint 2 2 [1, 0]
*most, last = Source()
print(most, last)  # expect: source walk hint 3 [2, 1] 0
a, b, c = Source()
print(a, b, c)  # expect: source 2 1 0
row = [9, 8]
row[:1] = Source()
print(row)  # expect: source walk hint 3 [2, 1, 0, 8]
class Bare:
    def __iter__(self): return self.Walk()
    class Walk:
        def __next__(self): return 1
for fill in (lambda: exec("first, *rest = Bare()"), lambda: row.__setitem__(slice(1), Bare())):
    try: fill()
    except TypeError as e: print(e)
# expect: 'Walk' object is not iterable
# expect: 'Walk' object is not iterable
try:
    first, *rest, last = iter("a")
except ValueError as e:
    print(e)  # expect: not enough values to unpack (expected at least 2, got 1)
