# tuples: construction and repr
print((), (1,), (1, 2), tuple(), tuple("ab"), tuple([1]), (1, (2,)), 1, (1, 2) + (3,), (1, 2) * 2, 2 * (0,), (1,) * 0)
# expect: () (1,) (1, 2) () ('a', 'b') (1,) (1, (2,)) 1 (1, 2, 3) (1, 2, 1, 2) (0, 0) ()
print(((1, 2), [3]), tuple(x for x in range(2)), tuple({"k": 1}))  # expect: ((1, 2), [3]) (0, 1) ('k',)
---
# tuples: access
t = (10, 20, 30, 20)
print(t[0], t[-1], t[1:], t[::-1], t[5:], len(t), t.index(20), t.index(20, 2), t.count(20), 30 in t, max(t), sum(t))
# expect: 10 20 (20, 30, 20) (20, 30, 20, 10) () 4 1 3 2 True 30 80
for f in (lambda: t[9], lambda: t.index(5), lambda: t["a"], lambda: t + [1], lambda: t.append(1)):
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: IndexError tuple index out of range
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError tuple indices must be integers or slices, not str
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: AttributeError 'tuple' object has no attribute 'append'
---
# tuples: comparison and hash
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1.0, 2), (1, "a") == (1, "a"), (1,) == [1], hash((1, 2)) == hash((1.0, 2)), {(1, 2): "x"}[1, 2])
# expect: True True True True True False True x
print(sorted([(2, "a"), (1, "b"), (1, "a")]), max((1, 9), (2, 0)), hash(()) == hash(tuple()))
# expect: [(1, 'a'), (1, 'b'), (2, 'a')] (2, 0) True
try:
    hash(([],))
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
---
# tuples hold changing objects
t = ([], {})
t[0].append(1)
t[1]["k"] = 2
print(t)  # expect: ([1], {'k': 2})
t[0].append(t)
print(t)  # expect: ([1, (...)], {'k': 2})
---
# tuples: subclass with names
class Point(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    @property
    def y(self): return self[1]
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
p = Point(1, 2) + Point(3, 4)
print(p, p.x, p.y, p == (4, 6), type(p[:]).__name__, isinstance(p, tuple), len(p), hash(p) == hash((4, 6)))
# expect: (4, 6) 4 6 True tuple True 2 True
---
# ranges
print(range(5), range(1, 5), range(0, 10, 3), list(range(5)), list(range(2, 5)), list(range(10, 0, -3)), list(range(0)), list(range(5, 2)), list(range(-3, 3)))
# expect: range(0, 5) range(1, 5) range(0, 10, 3) [0, 1, 2, 3, 4] [2, 3, 4] [10, 7, 4, 1] [] [] [-3, -2, -1, 0, 1, 2]
r = range(0, 20, 3)
print(len(r), r[2], r[-1], r[1:4], r[::-1], r[::2], r.start, r.stop, r.step, 9 in r, 10 in r, r.index(9), r.count(9), r.count(1), 9.0 in r, "a" in r)
# expect: 7 6 18 range(3, 12, 3) range(18, -3, -3) range(0, 21, 6) 0 20 3 True False 3 1 0 True False
---
# ranges: comparison and hash
print(range(3) == range(0, 3, 1), range(0) == range(5, 1), range(0, 3, 2) == range(0, 4, 2), range(1, 2, 5) == range(1, 2, 9), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3, 1)))
# expect: True True True True False True
print(bool(range(0)), bool(range(1)), list(reversed(range(0, 10, 3))), max(range(5)), sum(range(101)), 3 in range(10), -1 in range(10))
# expect: False True [9, 6, 3, 0] 4 5050 True False
---
# ranges: large numbers
r = range(10 ** 20, 10 ** 20 + 10, 5)
print(list(r), len(r), r[1], 10 ** 20 + 5 in r, range(10 ** 30)[10 ** 29], range(-10 ** 18, 10 ** 18, 10 ** 17)[3])
# expect: [100000000000000000000, 100000000000000000005] 2 100000000000000000005 True 100000000000000000000000000000 -700000000000000000
try:
    len(range(10 ** 30))
except OverflowError as e:
    print(e)  # expect: Python int too large to convert to C ssize_t
---
# ranges: errors
for args in ((), (1, 2, 0), (1.5,), ("a",), (1, 2, 3, 4), (None,)):
    try:
        range(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError range expected at least 1 argument, got 0
# expect: ValueError range() arg 3 must not be zero
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError range expected at most 3 arguments, got 4
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
r = range(5)
for code in ("r[5]", "r[-6]", "r['a']", "r[0] = 1", "r.start = 2", "r.index(9)", "r + r", "r.x = 1", "range(3) < range(4)"):
    try:
        exec(code)
    except (TypeError, ValueError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: TypeError range indices must be integers or slices, not str
# expect: TypeError 'range' object does not support item assignment
# expect: AttributeError readonly attribute
# expect: ValueError 9 is not in range
# expect: TypeError unsupported operand type(s) for +: 'range' and 'range'
# expect: AttributeError 'range' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError '<' not supported between instances of 'range' and 'range'
---
# range iterators
it = iter(range(3))
print(next(it), list(it), list(it), type(it).__name__, next(it, "end"))
# expect: 0 [1, 2] [] range_iterator end
it = reversed(range(3))
print(next(it), list(it))  # expect: 2 [1, 0]
---
# slice objects
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2) == slice(1, 2), [0, 1, 2, 3, 4][slice(1, 4, 2)], slice("a", [], None))
# expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) True [1, 3] slice('a', [], None)
print(s.indices(6), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100).indices(3), slice(5, 1).indices(10))
# expect: (1, 6, 2) (4, -1, -1) (7, 10, 1) (0, 3, 1) (5, 1, 1)
try:
    slice(None, None, 0).indices(5)
except ValueError as e:
    print(e)  # expect: slice step cannot be zero
---
# slices hash and compare as tuples
print(hash(slice(1, 2)) == hash(slice(1, 2)), slice(1, 2) < slice(1, 3), slice(1) != slice(2), {slice(1): "x"}[slice(1)])
# expect: True True True x
try:
    slice(1).start = 5
except AttributeError as e:
    print(e)  # expect: readonly attribute
---
# extended slices of every sequence
for x in ("abcdef", [1, 2, 3, 4, 5, 6], (1, 2, 3, 4, 5, 6), b"abcdef", range(6)):
    print([x[4:1:-1], x[::5], x[-2::-2], x[:-7:-1], x[6:], x[2:2]])
# expect: ['edc', 'af', 'eca', 'fedcba', '', '']
# expect: [[5, 4, 3], [1, 6], [5, 3, 1], [6, 5, 4, 3, 2, 1], [], []]
# expect: [(5, 4, 3), (1, 6), (5, 3, 1), (6, 5, 4, 3, 2, 1), (), ()]
# expect: [b'edc', b'af', b'eca', b'fedcba', b'', b'']
# expect: [range(4, 1, -1), range(0, 6, 5), range(4, -1, -2), range(5, -1, -1), range(6, 6), range(2, 2)]
---
# None, Ellipsis and NotImplemented
print(None, type(None)(), type(None)() is None, bool(None), ..., type(...)() is ..., repr(NotImplemented), type(NotImplemented)() is NotImplemented, hash(None) == hash(None))
# expect: None None True False Ellipsis True NotImplemented True True
for code in ("type(None)(1)", "None()", "None.x = 1", "None + 1", "None < None", "len(None)", "(...)()", "...[0]"):
    try:
        exec(code)
    except (TypeError, AttributeError) as e:
        print(e)
# expect: NoneType takes no arguments
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: object of type 'NoneType' has no len()
# expect: 'ellipsis' object is not callable
# expect: 'ellipsis' object is not subscriptable
---
# tuples from unpacking and returning
def minmax(xs): return min(xs), max(xs)
lo, hi = minmax([3, 1, 2])
print(lo, hi, minmax("hello"))  # expect: 1 3 ('e', 'o')
(a, b), c = ("xy"), 3
print(a, b, c)  # expect: x y 3
print(*sorted(zip("ba", [1, 2])), sep="; ")  # expect: ('a', 2); ('b', 1)
---
# an iterator of a range is set forward
for make in (lambda: iter(range(10)), lambda: iter(range(20, 0, -2)), lambda: iter(range(10**30, 10**30 + 3))):
    its = [make() for _ in range(4)]
    for it, state in zip(its, (0, 2, 40, -4)): it.__setstate__(state)
    print(*map(list, its))
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [2, 3, 4, 5, 6, 7, 8, 9] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect: [20, 18, 16, 14, 12, 10, 8, 6, 4, 2] [16, 14, 12, 10, 8, 6, 4, 2] [] [20, 18, 16, 14, 12, 10, 8, 6, 4, 2]
# expect: [1000000000000000000000000000000, 1000000000000000000000000000001, 1000000000000000000000000000002] [1000000000000000000000000000002] [] [1000000000000000000000000000000, 1000000000000000000000000000001, 1000000000000000000000000000002]
it = iter(range(10))
next(it)
it.__setstate__(2)
print(list(it))  # expect: [3, 4, 5, 6, 7, 8, 9]
try: it.__setstate__("2")
except TypeError as e: print(e)  # expect: 'str' object cannot be interpreted as an integer
---
# lengths up to the largest size, and beyond
import sys
for length in (2 ** 53, 2 ** 53 + 1, sys.maxsize, sys.maxsize + 1, 2 ** 70):
    row = range(length)
    try:
        print(len(row), end=" ")
    except OverflowError as e:
        print(e, end=", ")
    print(row[-1], row[2 ** 52], bool(row), iter(row).__length_hint__() == length, iter(row).__reduce__()[1:])
# expect: 9007199254740992 9007199254740991 4503599627370496 True True ((range(0, 9007199254740992),), None)
# expect: 9007199254740993 9007199254740992 4503599627370496 True True ((range(0, 9007199254740993),), None)
# expect: 9223372036854775807 9223372036854775806 4503599627370496 True True ((range(0, 9223372036854775807),), None)
# expect: Python int too large to convert to C ssize_t, 9223372036854775807 4503599627370496 True True ((range(0, 9223372036854775808),), None)
# expect: Python int too large to convert to C ssize_t, 1180591620717411303423 4503599627370496 True True ((range(0, 1180591620717411303424),), None)
class Sized:
    def __init__(self, answer): self.answer = answer
    def __len__(self): return self.answer
class Number(int): pass
class Index:
    def __init__(self, answer): self.answer = answer
    def __index__(self): return self.answer
for answer in (2 ** 53 + 1, sys.maxsize, sys.maxsize + 1, -1, -2 ** 70, True, Number(3), Number(2 ** 70), Index(4), Index(0), Index(-1), Index(2 ** 70), Index("x"), 1.0, None):
    for ask in (len, bool):
        try:
            print(ask(Sized(answer)), end="; ")
        except (TypeError, ValueError, OverflowError) as e:
            print(type(e).__name__, e, end="; ")
    print("." if Sized(0) else "-")
# expect: 9007199254740993; True; -
# expect: 9223372036854775807; True; -
# expect: OverflowError cannot fit 'int' into an index-sized integer; OverflowError cannot fit 'int' into an index-sized integer; -
# expect: ValueError __len__() should return >= 0; ValueError __len__() should return >= 0; -
# expect: ValueError __len__() should return >= 0; ValueError __len__() should return >= 0; -
# expect: 1; True; -
# expect: 3; True; -
# expect: OverflowError cannot fit 'Number' into an index-sized integer; OverflowError cannot fit 'Number' into an index-sized integer; -
# expect: 4; True; -
# expect: 0; False; -
# expect: ValueError __len__() should return >= 0; ValueError __len__() should return >= 0; -
# expect: OverflowError cannot fit 'int' into an index-sized integer; OverflowError cannot fit 'int' into an index-sized integer; -
# expect: TypeError __index__ returned non-int (type str); TypeError __index__ returned non-int (type str); -
# expect: TypeError 'float' object cannot be interpreted as an integer; TypeError 'float' object cannot be interpreted as an integer; -
# expect: TypeError 'NoneType' object cannot be interpreted as an integer; TypeError 'NoneType' object cannot be interpreted as an integer; -
---
# a range is searched for an int of a class of its own as for any object
class Number(int): pass
print(Number(3) in range(5), range(5).index(Number(3)), range(5).count(Number(3)))  # expect: True 3 1
for sought in (Number(7), 7, 7.0, "x"):
    try:
        range(5).index(sought)
    except ValueError as e:
        print(e)
# expect: sequence.index(x): x not in sequence
# expect: 7 is not in range
# expect: sequence.index(x): x not in sequence
# expect: sequence.index(x): x not in sequence
---
# whatever has items by number is a sequence to read backwards, a class with keys too
class Columns:
    def keys(self): return ["a"]
    def __len__(self): return 3
    def __getitem__(self, at): return at * 10
class Unsized(Columns):
    __len__ = None
print(list(reversed(Columns())))  # expect: [20, 10, 0]
try:
    reversed(Unsized())
except TypeError as e:
    print(e)  # expect: 'NoneType' object is not callable
