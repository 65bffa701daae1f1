# count, cycle, repeat
from itertools import count, cycle, repeat, islice
print(list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(0.5, 0.25), 3)), list(islice(count(10, -3), 4)), list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 3)), list(repeat(1, 0)), list(map(pow, range(4), repeat(2))))
# expect: [0, 1, 2] [5, 7, 9] [0.5, 0.75, 1.0] [10, 7, 4, 1] ['a', 'b', 'a', 'b', 'a'] [] ['x', 'x', 'x'] [] [0, 1, 4, 9]
print(count(3), count(1, 2), repeat("x"), repeat(5, 3), next(count(2 ** 60)))
# expect: count(3) count(1, 2) repeat('x') repeat(5, 3) 1152921504606846976
for f in (lambda: count("a"), lambda: repeat(), lambda: cycle(5), lambda: repeat(1, "x")):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: a number is required
# expect: repeat() missing required argument 'object' (pos 1)
# expect: 'int' object is not iterable
# expect: 'str' object cannot be interpreted as an integer
---
# chain
from itertools import chain
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "c"])), list(chain.from_iterable([])), next(chain([1], 5)))
# expect: ['a', 'b', 1] [] ['a', 'b', 'c'] [] 1
c = chain([1], 5)
next(c)
try:
    next(c)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
def forever():
    while True: yield [1, 2]
it = chain.from_iterable(forever())
print([next(it) for _ in range(5)])  # expect: [1, 2, 1, 2, 1]
---
# accumulate
from itertools import accumulate
import operator
print(list(accumulate([1, 2, 3])), list(accumulate("abc")), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate([2, 3, 4], lambda a, b: b - a)))
# expect: [1, 3, 6] ['a', 'ab', 'abc'] [3, 3, 4, 4, 5] [1, 2, 6] [10, 11, 13] [] [5] [2, 1, 3]
---
# batched and pairwise
from itertools import batched, pairwise
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])), list(batched(range(4), 2, strict=True)))
# expect: [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)] [] [('a', 'b'), ('b', 'c'), ('c', 'd')] [] [] [(0, 1), (2, 3)]
for f in (lambda: batched("a", 0), lambda: list(batched("abc", 2, strict=True)), lambda: batched(5, 1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError n must be at least one
# expect: ValueError batched(): incomplete batch
# expect: TypeError 'int' object is not iterable
---
# compress, filterfalse, takewhile, dropwhile
from itertools import compress, filterfalse, takewhile, dropwhile
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(compress([], [1])))
# expect: ['a', 'c', 'e'] [0, 2, 4] [0, ''] [1, 2] [5, 1] []
it = iter([1, 2, 9, 3])
print(list(takewhile(lambda x: x < 5, it)), list(it))  # expect: [1, 2] [3]
---
# islice
from itertools import islice
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None)), list(islice("abcdef", 0, None, 2)), list(islice("abc", 0)), list(islice("abc", 10)), list(islice("abcdef", None)), list(islice("abcdef", 1, 6, 3)))
# expect: ['a', 'b', 'c'] ['c', 'd'] ['b', 'c', 'd', 'e', 'f'] ['a', 'c', 'e'] [] ['a', 'b', 'c'] ['a', 'b', 'c', 'd', 'e', 'f'] ['b', 'e']
it = iter(range(10))
print(list(islice(it, 2)), next(it), list(islice(it, 1, 5, 2)), next(it))  # expect: [0, 1] 2 [4, 6] 8
for args in (("a", -1), ("a", 0, -1), ("a", 0, 1, 0), ("a", "x"), ("a", 1.5), (5, 1)):
    try:
        islice(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: TypeError 'int' object is not iterable
---
# starmap and zip_longest
from itertools import starmap, zip_longest
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: len(a), [(), (1,), "ab"])), list(zip_longest("abc", [1])), list(zip_longest("ab", [1], "xyz", fillvalue="-")), list(zip_longest()), list(zip_longest([], "a")))
# expect: [8, 9] [0, 1, 2] [('a', 1), ('b', None), ('c', None)] [('a', 1, 'x'), ('b', '-', 'y'), ('-', '-', 'z')] [] [(None, 'a')]
for f in (lambda: list(starmap(pow, [5])), lambda: zip_longest(5), lambda: zip_longest("a", bad=1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: zip_longest() got an unexpected keyword argument
---
# groupby
from itertools import groupby
print([(k, list(g)) for k, g in groupby("aaabba")], [(k, len(list(g))) for k, g in groupby(sorted("mississippi"))], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
# expect: [('a', ['a', 'a', 'a']), ('b', ['b', 'b']), ('a', ['a'])] [('i', 4), ('m', 1), ('p', 2), ('s', 4)] [(1, [1, 3]), (0, [2, 4]), (1, [5])]
groups = groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2), next(groups, "end"), [k for k, _ in groupby([1, 1.0, True, 2])])
# expect: a [] b ['b'] end [1, 2]
rows = [("fruit", "apple"), ("fruit", "pear"), ("veg", "kale")]
print({k: [n for _, n in g] for k, g in groupby(rows, key=lambda r: r[0])})
# expect: {'fruit': ['apple', 'pear'], 'veg': ['kale']}
---
# product
from itertools import product
print(list(product("ab", [1, 2])), list(product()), list(product([1], [])), list(product([0, 1], repeat=3))[:4], len(list(product(range(3), repeat=4))), list(product("a", repeat=0)), list(product("ab", "x", repeat=2))[:2])
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [()] [] [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)] 81 [()] [('a', 'x', 'a', 'x'), ('a', 'x', 'b', 'x')]
for f in (lambda: product(5), lambda: product("a", repeat=-1), lambda: product("a", foo=1)):
    try:
        print(list(f()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError 'int' object is not iterable
# expect: ValueError repeat argument cannot be negative
# expect: TypeError product() got an unexpected keyword argument 'foo'
---
# permutations and combinations
from itertools import permutations, combinations, combinations_with_replacement as cwr
j = lambda it: ["".join(p) for p in it]
print(j(permutations("abc")), j(permutations("abc", 2)), j(combinations("abcd", 2)), j(cwr("abc", 2)), j(permutations("ab", 3)), j(combinations("ab", 0)), j(combinations("ab", 3)), len(list(permutations(range(5)))))
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] ['ab', 'ac', 'ba', 'bc', 'ca', 'cb'] ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'] ['aa', 'ab', 'ac', 'bb', 'bc', 'cc'] [] [''] [] 120
for f in (lambda: combinations("abc", -1), lambda: permutations("a", -1), lambda: combinations("abc"), lambda: permutations("a", "x"), lambda: combinations(5, 1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError r must be non-negative
# expect: ValueError r must be non-negative
# expect: TypeError combinations() missing required argument 'r' (pos 2)
# expect: TypeError Expected int as r
# expect: TypeError 'int' object is not iterable
---
# tee
from itertools import tee
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), tee([], 0), len(tee("ab", 3)))  # expect: 1 2 [1, 2, 3] [3] () 3
def source():
    for i in range(3):
        print("make", i)
        yield i
a, b = tee(source())
print(next(a), next(b), next(a))
# expect: make 0
# expect: make 1
# expect: 0 0 1
try:
    tee([1], -1)
except ValueError as e:
    print(e)  # expect: n must be >= 0
---
# iterators are their own iterators, and lazy
import itertools as it
for x in (it.chain("a"), it.count(), it.cycle("a"), it.repeat(1), it.islice("a", 1), it.product("a"), it.permutations("a"), it.groupby("a"), it.accumulate([1]), it.starmap(len, []), it.zip_longest("a"), it.takewhile(bool, []), it.pairwise("ab"), it.batched("a", 1)):
    print(type(x).__name__, iter(x) is x, end="; ")
print(".")
# expect: chain True; count True; cycle True; repeat True; islice True; product True; permutations True; groupby True; accumulate True; starmap True; zip_longest True; takewhile True; pairwise True; batched True; .
---
# recipes
from itertools import chain, islice, groupby, combinations, tee, repeat, accumulate
def flatten(xs): return chain.from_iterable(xs)
def powerset(xs): return chain.from_iterable(combinations(xs, r) for r in range(len(xs) + 1))
def windows(xs, n):
    its = [islice(it, i, None) for i, it in enumerate(tee(xs, n))]
    return zip(*its)
def unique(xs, key=None):
    seen = set()
    for x in xs:
        k = x if key is None else key(x)
        if k not in seen:
            seen.add(k)
            yield x
print(list(flatten([[1], [2, 3]])), len(list(powerset("abcd"))), list(powerset([1, 2])), list(windows(range(5), 3)), list(unique("AbBa", str.lower)))
# expect: [1, 2, 3] 16 [(), (1,), (2,), (1, 2)] [(0, 1, 2), (1, 2, 3), (2, 3, 4)] ['A', 'b']
print([len(list(g)) for _, g in groupby("111221")], list(accumulate(repeat(2, 5), lambda a, b: a * b)))
# expect: [3, 2, 1] [2, 4, 8, 16, 32]
---
# errors inside an iterator's function pass through
from itertools import takewhile, accumulate, starmap, groupby, filterfalse
def bad(*a): raise ValueError("inside")
for f in (lambda: list(takewhile(bad, [1])), lambda: list(accumulate([1, 2], bad)), lambda: list(starmap(bad, [()])), lambda: list(groupby([1], bad)), lambda: list(filterfalse(bad, [1]))):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: inside
# expect: inside
# expect: inside
# expect: inside
# expect: inside
---
# primes, fibonacci and pascal with itertools
from itertools import count, islice, accumulate, takewhile, pairwise, chain
def primes():
    found = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n
print(list(islice(primes(), 10)))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
def pascal():
    row = [1]
    while True:
        yield row
        row = [a + b for a, b in pairwise(chain([0], row, [0]))]
for r in islice(pascal(), 5): print(*r)
# expect: 1
# expect: 1 1
# expect: 1 2 1
# expect: 1 3 3 1
# expect: 1 4 6 4 1
---
# iterators over iterators that need no Python
import itertools as I
def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
told(lambda: [list(I.islice(I.count(*a), 3)) for a in ((), (2**53 - 1,), (0.5, 0.25), (1, 1.5), (2.5, 2**70), (1j,))])
# expect: [[0, 1, 2], [9007199254740991, 9007199254740992, 9007199254740993], [0.5, 0.75, 1.0], [1, 2.5, 4.0], [2.5, 1.1805916207174113e+21, 2.3611832414348226e+21], [1j, (1+1j), (2+1j)]]
told(lambda: list(enumerate(zip(I.repeat(1, 3), I.cycle("ab")))))
# expect: [(0, (1, 'a')), (1, (1, 'b')), (2, (1, 'a'))]
told(lambda: list(enumerate(I.islice(range(100), 3, 20, 5))))  # expect: [(0, 3), (1, 8), (2, 13), (3, 18)]
told(lambda: list(zip(I.islice(range(10), 100, None), "ab")))  # expect: []
told(lambda: list(zip(I.pairwise("abcd"), I.batched(range(5), 2))))
# expect: [(('a', 'b'), (0, 1)), (('b', 'c'), (2, 3)), (('c', 'd'), (4,))]
told(lambda: list(enumerate(I.batched("abc", 2, strict=True))))
# expect: ValueError batched(): incomplete batch
told(lambda: list(enumerate(I.zip_longest("ab", [1, 2, 3], ()))))
# expect: [(0, ('a', 1, None)), (1, ('b', 2, None)), (2, (None, 3, None))]
told(lambda: list(enumerate(I.chain([], (), "", range(0), {}, [1], {2: 3}, {4}, "x"))))
# expect: [(0, 1), (1, 2), (2, 4), (3, 'x')]
told(lambda: list(I.chain([1], 5)))  # expect: TypeError 'int' object is not iterable
told(lambda: list(I.accumulate([1, 2.5, True, "x"])))
# expect: TypeError unsupported operand type(s) for +: 'float' and 'str'
told(lambda: list(I.accumulate([[1], [2]])))  # expect: [[1], [1, 2]]
told(lambda: list(zip(I.product("ab", repeat=2), I.permutations("abc", 2), I.combinations("abcd", 2))))
# expect: [(('a', 'a'), ('a', 'b'), ('a', 'b')), (('a', 'b'), ('a', 'c'), ('a', 'c')), (('b', 'a'), ('b', 'a'), ('a', 'd')), (('b', 'b'), ('b', 'c'), ('b', 'c'))]
told(lambda: list(zip(I.count(), I.repeat(2, 2), strict=True)))
# expect: ValueError zip() argument 2 is shorter than argument 1
told(lambda: list(zip(I.repeat(2, 2), I.count(), strict=True)))
# expect: ValueError zip() argument 2 is longer than argument 1
def breaks():
    yield 1
    raise KeyError("k")
told(lambda: list(zip(I.count(), breaks())))  # expect: KeyError 'k'
told(lambda: list(I.zip_longest(breaks(), [1, 2])))  # expect: KeyError 'k'
---
# a class derived from such an iterator has a __next__ of its own
import itertools as I
class E(enumerate):
    def __next__(self): return "mine"
class R(I.repeat):
    def __next__(self): return "r"
e = E([1, 2])
print(next(e), list(I.islice(e, 2)), next(zip(e, [1])), list(zip(R(1), "ab")), list(enumerate(I.islice(R(1), 2))))
# expect: mine ['mine', 'mine'] ('mine', 1) [('r', 'a'), ('r', 'b')] [(0, 'r'), (1, 'r')]
c = I.chain([1, 2], [3])
print(next(c), list(zip(c, c)), [*I.islice(I.count(5, -1), 3)], dict(zip(I.count(), "abc")))
# expect: 1 [(2, 3)] [5, 4, 3] {0: 'a', 1: 'b', 2: 'c'}
d = {1: 1, 2: 2}
try:
    for i, pair in enumerate(zip(d, I.count())):
        d[i + 10] = 1
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
---
# iterators nested a hundred deep
import itertools as I
z, y, x = iter([1, 2]), iter(range(1000)), iter("ab")
for _ in range(100):
    z, y, x = enumerate(z), I.islice(y, 0, None, 1), zip(x)
print(str(next(z))[-110:], next(y), list(y)[-1], str(next(x)))
# expect:  (0, (0, 1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) 0 999 (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((('a',),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),),)
---
# tee of a tee: the first is that tee itself
from itertools import tee
first, second = tee("abc")
again, other = tee(first)
print(again is first, next(again), next(first), next(other), next(second), type(first)(first) is first)
# expect: True a b a a False
---
# Iterators over generators: StopIteration of a function ends them, other errors leave the loop, and what they draw on goes on.
from itertools import accumulate, chain, islice, takewhile


def numbers(log):
    for n in range(6):
        yield n
    log.append("end")


def stopping(n, *_):
    if n == 3:
        raise StopIteration
    return n + 1


def failing(n):
    if n == 3:
        raise ValueError(n)
    return True


class Judge:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        return failing(self.n)


log = []
for make in map, filter, takewhile:
    for function in stopping, failing, Judge:
        got = []
        source = numbers(log)
        try:
            for item in make(function, source):
                got.append(item if isinstance(item, int) else type(item).__name__)
        except ValueError as error:
            got.append(error)
        print(make.__name__, function.__name__, got, next(source, "over"))
# expect: map stopping [1, 2, 3] 4
# expect: map failing [True, True, True, ValueError(3)] 4
# expect: map Judge ['Judge', 'Judge', 'Judge', 'Judge', 'Judge', 'Judge'] over
# expect: filter stopping [0, 1, 2] 4
# expect: filter failing [0, 1, 2, ValueError(3)] 4
# expect: filter Judge [0, 1, 2, ValueError(3)] 4
# expect: takewhile stopping [0, 1, 2] 4
# expect: takewhile failing [0, 1, 2, ValueError(3)] 4
# expect: takewhile Judge [0, 1, 2, ValueError(3)] 4
print(log)  # expect: ['end']

source = numbers(log)
for pair in zip(enumerate(source), islice(source, 1, None, 2), chain(source, "ab")):
    print(pair)  # expect: ((0, 0), 2, 3)
print([total for total in accumulate(numbers(log), stopping)], next(numbers(log), None), next(source, "over"))
# expect: [0, 1, 2, 3] 0 over
---
# One loop over pairs of many kinds, which it takes apart at once.
from itertools import count, pairwise


class Mine(zip):
    pass


def pairs():
    yield 1, 2
    yield 3, 4


def apart(*kinds):
    for kind in kinds:
        got = []
        try:
            for first, second in kind:
                got.append((first, second))
        except Exception as error:
            got.append(repr(error))
        print(got)


table = {1: 2, 3: 4}
apart(enumerate("ab"), zip([1, 2], [3]), table.items(), [(5, 6)], pairs(), enumerate(pairs()), reversed(table.items()))
# expect: [(0, 'a'), (1, 'b')]
# expect: [(1, 3)]
# expect: [(1, 2), (3, 4)]
# expect: [(5, 6)]
# expect: [(1, 2), (3, 4)]
# expect: [(0, (1, 2)), (1, (3, 4))]
# expect: [(3, 4), (1, 2)]
apart(zip("ab", strict=True), zip("ab", "c", strict=True), Mine("ab", "cd"), enumerate([1], 2**53), pairwise("abc"))
# expect: ["ValueError('not enough values to unpack (expected 2, got 1)')"]
# expect: [('a', 'c'), "ValueError('zip() argument 2 is shorter than argument 1')"]
# expect: [('a', 'c'), ('b', 'd')]
# expect: [(9007199254740992, 1)]
# expect: [('a', 'b'), ('b', 'c')]
apart(table.items(), ["ab"], "a", range(2), zip("a", "b", "c"), table.items(), zip("ab", pairs()), zip(count(), "xy"))
# expect: [(1, 2), (3, 4)]
# expect: [('a', 'b')]
# expect: ["ValueError('not enough values to unpack (expected 2, got 1)')"]
# expect: ["TypeError('cannot unpack non-iterable int object')"]
# expect: ["ValueError('too many values to unpack (expected 2)')"]
# expect: [(1, 2), (3, 4)]
# expect: [('a', (1, 2)), ('b', (3, 4))]
# expect: [(0, 'x'), (1, 'y')]
short, long = iter([1]), iter([1, 2, 3])
for first, second in zip(long, short):
    print(first, second)  # expect: 1 1
print(list(long))  # expect: [3]
try:
    for key, value in table.items():
        table[key + 10] = value
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration


def keeping(table):
    for pair in table.items():
        key, value = pair
        print(pair, key, value)
    for at, (key, value) in enumerate(table.items()):
        print(at, (lambda: (key, value))())


keeping({"a": 1})
# expect: ('a', 1) a 1
# expect: 0 ('a', 1)
---
# the end of a chain whose last part is no plain container ends a call of next, too
from itertools import accumulate, chain
parts = chain(accumulate([1, 2]), map(abs, [-3]))
print(next(parts), next(parts), next(parts))  # expect: 1 3 3
try:
    print(next(parts))
except StopIteration:
    print("over")  # expect: over
print(list(chain([0], map(abs, [-3]))), next(chain(map(abs, []), map(abs, [])), "none"))
# expect: [0, 3] none
