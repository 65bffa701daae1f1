# enumerate
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=3)), dict(enumerate("x")), list(enumerate("a", 10 ** 20)))
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [] {0: 'x'} [(100000000000000000000, 'a')]
e = enumerate("ab")
print(next(e), e is iter(e), type(e).__name__)  # expect: (0, 'a') True enumerate
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: enumerate("a", 1, 2)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: enumerate() missing required argument 'iterable'
# expect: 'int' object is not iterable
# expect: 'str' object cannot be interpreted as an integer
# expect: enumerate() takes at most 2 arguments (3 given)
---
# zip stops at the shortest
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip([1], [2], [3])), dict(zip("ab", range(9))), list(zip(*[(1, 2), (3, 4)])))
# expect: [] [('a',), ('b',)] [('a', 1), ('b', 2)] [(1, 2, 3)] {'a': 0, 'b': 1} [(1, 3), (2, 4)]
it = iter([1, 2, 3])
print(list(zip(it, "a")), list(it))  # expect: [(1, 'a')] [3]
it = iter([1, 2, 3])
print(list(zip("a", it)), list(it))  # expect: [('a', 1)] [2, 3]
---
# zip strict
print(list(zip("ab", [1, 2], strict=True)))  # expect: [('a', 1), ('b', 2)]
for args in (("abc", "ab"), ("ab", "abc"), ("a", "a", "ab"), ("ab", "ab", "a")):
    try:
        list(zip(*args, strict=True))
    except ValueError as e:
        print(e)
# expect: zip() argument 2 is shorter than argument 1
# expect: zip() argument 2 is longer than argument 1
# expect: zip() argument 3 is longer than arguments 1-2
# expect: zip() argument 3 is shorter than arguments 1-2
try:
    zip("a", 5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
---
# map
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2, 1])), list(map(lambda a, b: a + b, "ab", "cd")), list(map(None.__class__, [])), list(map(len, ["a", "bb"])))
# expect: ['1', '2'] [8, 9] ['ac', 'bd'] [] [1, 2]
m = map(print, [1])
print(type(m).__name__)  # expect: map
next(m)  # expect: 1
for f in (lambda: map(), lambda: map(len), lambda: map(len, 5), lambda: list(map(5, [1])), lambda: list(map(len, [1]))):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: map() must have at least two arguments.
# expect: map() must have at least two arguments.
# expect: 'int' object is not iterable
# expect: 'int' object is not callable
# expect: object of type 'int' has no len()
---
# map and filter are lazy and let errors through
def f(x):
    if x == 2: raise ValueError("two")
    return x
m = map(f, [1, 2, 3])
print(next(m))  # expect: 1
try:
    next(m)
except ValueError as e:
    print(e)  # expect: two
print(next(m), next(m, "end"))  # expect: 3 end
---
# filter
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, "a1b2")), list(filter(bool, range(3))), list(filter({1, 2}.__contains__, [1, 5, 2])))
# expect: [1, 'a', [0]] [2, 3] ['1', '2'] [1, 2] [1, 2]
for f in (lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: filter(None, [], 1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: filter expected 2 arguments, got 1
# expect: 'int' object is not iterable
# expect: 'int' object is not callable
# expect: filter expected 2 arguments, got 3
---
# reversed
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed(())), type(reversed([])).__name__)
# expect: [2, 1] ['b', 'a'] [2, 1, 0] ['b', 'a'] [] list_reverseiterator
a = [1, 2, 3]
r = reversed(a)
next(r)
a.append(4)
print(list(r))  # expect: [2, 1]
for x in ({1}, 5, iter([]), (x for x in [])):
    try:
        reversed(x)
    except TypeError as e:
        print(e)
# expect: 'set' object is not reversible
# expect: 'int' object is not reversible
# expect: 'list_iterator' object is not reversible
# expect: 'generator' object is not reversible
---
# iter and next
it = iter([1])
print(next(it), next(it, None), next(it, "default"), iter(it) is it)  # expect: 1 None default True
try:
    next(it)
except StopIteration as e:
    print(repr(e))  # expect: StopIteration()
for f in (lambda: next(5), lambda: next([1]), lambda: iter(5), lambda: next(), lambda: iter(5, 1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 'int' object is not an iterator
# expect: 'list' object is not an iterator
# expect: 'int' object is not iterable
# expect: next expected at least 1 argument, got 0
# expect: iter(v, w): v must be callable
---
# iter with a sentinel
lines = ["a", "b", "", "c"]
print(list(iter(lambda: lines.pop(0), "")), lines)  # expect: ['a', 'b'] ['c']
n = 0
def step():
    global n
    n += 1
    return n
it = iter(step, 4)
print(list(it), next(it, "over"), type(it).__name__)  # expect: [1, 2, 3] over callable_iterator
def stops(): raise StopIteration
print(list(iter(stops, None)))  # expect: []
---
# any and all stop early
def t(x):
    print("test", x)
    return x
print(any(t(x) for x in (0, 1, 2)), all(t(x) for x in (1, 0, 2)), any([]), all([]), any("a"), all([[], 1]))
# expect: test 0
# expect: test 1
# expect: test 1
# expect: test 0
# expect: True False False True True False
---
# sum
print(sum([1, 2, 3]), sum([], 5), sum([1.5, 2]), sum([[1], [2]], []), sum((1, 2), start=10), sum(x * x for x in range(4)), sum([True, True]), sum([1j, 2]), sum({1: "a", 2: "b"}), sum([2 ** 60] * 20), sum([0.1] * 3))
# expect: 6 5 3.5 [1, 2] 13 14 2 (2+1j) 3 23058430092136939520 0.30000000000000004
for f in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([1], []), lambda: sum(5), lambda: sum(), lambda: sum([None])):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: sum() can't sum strings [use ''.join(seq) instead]
# expect: sum() can't sum bytes [use b''.join(seq) instead]
# expect: can only concatenate list (not "int") to list
# expect: 'int' object is not iterable
# expect: sum() takes at least 1 positional argument (0 given)
# expect: unsupported operand type(s) for +: 'int' and 'NoneType'
---
# min and max
print(min(3, 1, 2), max([3, 1]), min("hello"), max("a", "b", key=ord), min([], default="none"), max([[1, 2], [1, 3]]), max("aa", "b", key=len), min({"x": 1, "a": 2}), max(1, 1.0), max(1.0, 1), min([1, True]), max(range(5), key=lambda x: -x))
# expect: 1 3 e b none [1, 3] aa a 1 1.0 1 0
for f in (lambda: min(), lambda: max([]), lambda: min(5), lambda: max(1, "a"), lambda: max([1], default=2, key=5), lambda: max(1, 2, default=3), lambda: min([1], [2], key=5), lambda: max(1, 2, foo=3)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError min expected at least 1 argument, got 0
# expect: ValueError max() iterable argument is empty
# expect: TypeError 'int' object is not iterable
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError 'int' object is not callable
# expect: TypeError Cannot specify a default for max() with multiple positional arguments
# expect: TypeError 'int' object is not callable
# expect: TypeError max() got an unexpected keyword argument 'foo'
---
# max keeps the first of equals
pairs = [("a", 2), ("b", 2), ("c", 1)]
print(max(pairs, key=lambda p: p[1]), min(pairs, key=lambda p: -p[1]), sorted(pairs, key=lambda p: p[1])[0])
# expect: ('a', 2) ('a', 2) ('c', 1)
---
# sorted
print(sorted([3, 1, 2]), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([3, 1], reverse=True), sorted(["b", "A"], key=str.lower), sorted([]), sorted(x % 3 for x in range(5)), sorted([(1, "b"), (1, "a")]), sorted([True, False, 2, 0.5]))
# expect: [1, 2, 3] ['a', 'b', 'c'] ['a', 'b'] [3, 1] ['A', 'b'] [] [0, 0, 1, 1, 2] [(1, 'a'), (1, 'b')] [False, 0.5, True, 2]
for f in (lambda: sorted(), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1], key=5), lambda: sorted([1], cmp=5), lambda: sorted([1], lambda x: x)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: sorted expected 1 argument, got 0
# expect: 'int' object is not iterable
# expect: '<' not supported between instances of 'str' and 'int'
# expect: 'int' object is not callable
# expect: sort() got an unexpected keyword argument 'cmp'
# expect: sorted expected 1 argument, got 2
---
# sorted calls the key once for each item
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)  # expect: [3, 2, 1] [3, 1, 2]
---
# len
print(len(""), len([1, 2]), len({1: 2}), len(range(0, 10, 3)), len("é😀"), len(b"ab"), len({1, 2}), len(()), len({}.items()))
# expect: 0 2 1 4 2 2 2 0 0
for x in (5, None, (i for i in []), len, int, object()):
    try:
        len(x)
    except TypeError as e:
        print(e)
# expect: object of type 'int' has no len()
# expect: object of type 'NoneType' has no len()
# expect: object of type 'generator' has no len()
# expect: object of type 'builtin_function_or_method' has no len()
# expect: object of type 'type' has no len()
# expect: object of type 'object' has no len()
---
# slices and range in loops
for i in range(3, 0, -1): print(i, end=",")
print("")  # expect: 3,2,1,
for a, b in zip(range(3), range(10, 0, -4)): print(a, b, end="; ")
print(".")  # expect: 0 10; 1 6; 2 2; .
for i, (a, b) in enumerate([("x", 1), ("y", 2)], 1): print(i, a, b, end=" | ")
print("end")  # expect: 1 x 1 | 2 y 2 | end
---
# aiter and anext
class It:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
async def main():
    it = aiter(It())
    return [await anext(it), await anext(it), await anext(it, "default")]
print(run(main()))  # expect: [1, 2, 'default']
for f in (lambda: aiter(5), lambda: anext(5), lambda: aiter([])):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 'int' object is not an async iterable
# expect: 'int' object is not an async iterator
# expect: 'list' object is not an async iterable
---
# list(), set() and dict() of nothing, of a copy, of anything, and refused
class L(list):
    def __init__(self, *args): super().__init__(*args); self.append("own")
source = [1, 2]
copy = list(source); copy.append(3)
print(list(), list(()), copy, source, list("ab"), list({"k": 1}), list(x for x in source), L(), L([1]))
# expect: [] [] [1, 2, 3] [1, 2] ['a', 'b'] ['k'] [1, 2] ['own'] [1, 'own']
print(set(), set("aab") == {"a", "b"}, set([1, 1.0]), dict(), dict({"a": 1}), dict([("b", 2)]), dict(a=1), dict({"a": 1}, b=2))
# expect: set() True {1} {} {'a': 1} {'b': 2} {'a': 1} {'a': 1, 'b': 2}
for make in (lambda: list(1), lambda: list(1, 2), lambda: list(iterable=[]), lambda: set(1, 2), lambda: set(5), lambda: set([[]]),
             lambda: dict(1), lambda: dict([1]), lambda: dict({}, {}), lambda: dict([(1, 2, 3)])):
    try: print(make())
    except TypeError as error: print(error)
    except ValueError as error: print("ValueError", error)
# expect: 'int' object is not iterable
# expect: list expected at most 1 argument, got 2
# expect: list() takes no keyword arguments
# expect: set expected at most 1 argument, got 2
# expect: 'int' object is not iterable
# expect: unhashable type: 'list'
# expect: 'int' object is not iterable
# expect: cannot convert dictionary update sequence element #0 to a sequence
# expect: dict expected at most 1 argument, got 2
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
---
# repetition of lists and tuples, short, long and in place
print([0] * 3, [1, 2] * 2, (1,) * 0, [] * 5, 3 * ["a"], [1] * -1)
# expect: [0, 0, 0] [1, 2, 1, 2] () [] ['a', 'a', 'a'] []
big = [1, 2, 3] * 5000
print(len(big), big[:4], big[-4:], big.count(2), big[7500], sum(big))
# expect: 15000 [1, 2, 3, 1] [3, 1, 2, 3] 5000 1 30000
pair = (0, 1) * 9001
print(len(pair), pair[-3:], pair.count(1))  # expect: 18002 (1, 0, 1) 9001
big *= 3
print(len(big), big[44997:])  # expect: 45000 [1, 2, 3]
rows = [[]] * 3
rows[0].append(1)
print(rows)  # expect: [[1], [1], [1]]
---
# What sum adds by + goes on from one portion of a long list to the next.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __radd__(self, other):
        return Money(self.cents + (other.cents if isinstance(other, Money) else other))

    __add__ = __radd__


print(sum([True] * 5000), sum([True, 2] * 3000), sum([True] * 10, 0.5))  # expect: 5000 9000 10.5
print(sum([2**70] * 5000) == 5000 * 2**70, sum([Money(3)] * 5000).cents)  # expect: True 15000
print(sum((n > 1 for n in range(3000)), True), type(sum([False])), sum([], False))
# expect: 2999 <class 'int'> False
