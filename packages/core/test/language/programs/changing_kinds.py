# chains of floats, whose operands change kind from round to round
class Scale:
    def __init__(self, by):
        self.by = by

    def __mul__(self, other):
        return self.by

    def __rmul__(self, other):
        kept.append(other)
        return other

    def __add__(self, other):
        kept.append(other)
        return other * 2


kept = []


def chain(a, b, c, d):
    return a * b + c * d - a / b


half = 0.5
for operands in [
    (1.5, 2.0, 0.25, 4.0),
    (3, 2, 0.5, 4),
    (2.5, 2, 3, 0.5),
    (True, 2.0, False, 1.5),
    (10**20, 2.0, 1e10, 3),
    (1e308, 1e308, 1.0, 2.0),
    (2**60, 3, 2**53 - 1, 1.0),
]:
    print(chain(*operands))
# expect: 3.25
# expect: 6.5
# expect: 5.25
# expect: 1.5
# expect: 1.5000000003e+20
# expect: inf
# expect: 3.0834645448729994e+18

for a, b, c in [(1.5, 2.5, Scale(half)), (Scale(half), 1.5, 2.5), (1.5, Scale(half), 2.0), (2.0, 0.0, 1)]:
    try:
        print(a * b + 1.0, a * b * c, (a + b) * 2.0 + half)
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
# expect: 4.75 3.75 8.5
# expect: 1.5 1.25 6.5
# expect: TypeError unsupported operand type(s) for +: 'float' and 'Scale'
# expect: 1.0 0.0 4.5
print(kept, half)  # expect: [3.75, 1.5, 1.5, 1.5] 0.5
---
# chains of floats: division by zero, comparison chains, assignments within, complex and text operands
def quotient(a, b):
    return a * 2.0 + 1.0 / b - 3


for b in (4.0, 0, 0.0, 2, -0.0):
    try:
        print(quotient(1.5, b))
    except ZeroDivisionError as error:
        print(error)
# expect: 0.25
# expect: float division by zero
# expect: float division by zero
# expect: 0.5
# expect: float division by zero

x = 1.5
print(1.0 < x * 2.0 < x * 3 <= 4.5, x * 2 + x < 4.5 > x * x - 1)  # expect: True False
print((y := x * x) + y * 2 - (y := y + 1) * y, y)  # expect: -3.8125 3.25
print(x * 2 + 1j, x * x * 1j - x)  # expect: (3+1j) (-1.5+2.25j)
print([i * 0.5 + i for i in range(4)], sum(i * x - i / 4 for i in range(4)))
# expect: [0.0, 1.5, 3.0, 4.5] 7.5
x += x * 2 - 1
x -= x / 4 * x
x *= x + 0.5 * x
x /= 2.0 * x - 1
print(x)  # expect: -0.6743119266055045
try:
    print(x * 2 + "a")
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'float' and 'str'
print(1.0 * 0 * -1, -0.0 + 0 * -1.0, 0.1 + 0.2 - 0.3, 7 * 1.0 % 4 + 7 // 2.0 * 3, 2.0 ** 3 * 2 + 1)
# expect: -0.0 -0.0 5.551115123125783e-17 12.0 17.0
---
# floor division and modulo of ints near the limits of exact doubles
big = 2**53 - 1
for x in (7, -7, 0, big, -big, big - 1, 4503599627370497):
    for y in (1, -1, 2, -2, 3, -3, 97, big, -big, big - 1):
        if divmod(x, y) != (x // y, x % y) or x // y * y + x % y != x:
            print("wrong", x, y, x // y, x % y)
print(big // 2, -big // 2, big // 3, -big // 3, big % 2, -big % 2, big % -2, -1 % big, 1 % -big)
# expect: 4503599627370495 -4503599627370496 3002399751580330 -3002399751580331 1 1 -1 9007199254740990 -9007199254740990
print(0 // -5, 0 % -5, -5 % 5, 5 % -5, 7 % -4, -7 % 4)  # expect: 0 0 0 0 -1 1
---
# one call site and one loop, whose operands change kind from round to round
class Point:
    def __init__(self, x):
        self.x = x

    def __call__(self, x):
        return x + 100

    def twice(self, x):
        return x * 2

    def __iter__(self):
        return iter([self.x, self.x])


class Bare:
    pass


def function(x):
    return x + 1


def show(value):
    return value.x if isinstance(value, Point) else value


callees = [function, Point, abs, Point(3).twice, Point(4), str, lambda x: -x, int, bool]
print([show(callee(i)) for i in range(2) for callee in callees])
# expect: [1, 0, 0, 0, 100, '0', 0, 0, False, 2, 1, 1, 2, 101, '1', -1, 1, True]
print([show(callee(5)) for callee in callees for _ in range(3)])
# expect: [6, 6, 6, 5, 5, 5, 5, 5, 5, 10, 10, 10, 105, 105, 105, '5', '5', '5', -5, -5, -5, 5, 5, 5, True, True, True]


def count(n):
    try:
        yield from range(n)
        yield n
    finally:
        closed.append(n)


def echo(items):
    for item in items:
        yield item


closed = []
sources = [
    lambda: range(3),
    lambda: [1, 2],
    lambda: echo([7, 8, 9]),
    lambda: (4, 5),
    lambda: "ab",
    lambda: count(2),
    lambda: {"k": 1},
    lambda: Point(6),
    lambda: echo(echo(range(2))),
    lambda: iter([0.5]),
    lambda: range(0),
    lambda: [],
]
for _ in range(2):
    seen = []
    for source in sources + sources[::-1]:
        for item in source():
            seen.append(item)
    print(seen)
# expect: [0, 1, 2, 1, 2, 7, 8, 9, 4, 5, 'a', 'b', 0, 1, 2, 'k', 6, 6, 0, 1, 0.5, 0.5, 0, 1, 6, 6, 'k', 0, 1, 2, 'a', 'b', 4, 5, 7, 8, 9, 1, 2, 0, 1, 2]
# expect: [0, 1, 2, 1, 2, 7, 8, 9, 4, 5, 'a', 'b', 0, 1, 2, 'k', 6, 6, 0, 1, 0.5, 0.5, 0, 1, 6, 6, 'k', 0, 1, 2, 'a', 'b', 4, 5, 7, 8, 9, 1, 2, 0, 1, 2]
print(closed)  # expect: [2, 2, 2, 2]
---
# generators in loops: errors through them, handlers around yields, recursion, a loop over what is running
import sys


def failing(items):
    for item in items:
        try:
            yield 10 // item
        except ZeroDivisionError as error:
            yield str(error)
        except ValueError as error:
            yield f"thrown {error}"


def outer(items):
    try:
        for item in failing(items):
            try:
                raise KeyError(item)
            except KeyError as error:
                yield error.args[0], type(sys.exception()).__name__
    except TypeError as error:
        yield "type", str(error)


print(list(outer([1, 0, 5, "x"])))
# expect: [(10, 'KeyError'), ('integer division or modulo by zero', 'KeyError'), (2, 'KeyError'), ('type', "unsupported operand type(s) for //: 'int' and 'str'")]
for item in outer([2, 0]):
    print(item, sys.exception())
# expect: (5, 'KeyError') None
# expect: ('integer division or modulo by zero', 'KeyError') None
try:
    raise IndexError("around")
except IndexError:
    for item in outer([3]):
        print(item, repr(sys.exception()))  # expect: (3, 'KeyError') IndexError('around')


def itself():
    for item in loop:
        yield item


loop = itself()
try:
    for item in loop:
        print(item)
except ValueError as error:
    print(error)  # expect: generator already executing


def deep(n):
    if n:
        for item in deep(n - 1):
            yield item + 1
    yield 0


print(sum(deep(40)))  # expect: 820
g = failing([1, 2, 3])
for item in g:
    print(item, g.gi_frame is not None, g.gi_running)
    if item == 5:
        print(g.throw(ValueError("here")))
# expect: 10 True False
# expect: 5 True False
# expect: thrown here
# expect: 3 True False
---
# one loop over iterators of every kind, again and again
class Counting:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
def gen(): yield from "gn"
def walk(source):
    out = []
    for item in source: out.append(item)
    return out
def sources():
    return [[1, 2], (3, 4), "añ𝒳", {"k": 5, "l": 6}, {7}, range(2), enumerate("ab", 5), zip([1, 2], "xy"),
            zip([1], [2], [3]), zip((1, 2), (3,)), {"m": 1}.items(), {"m": 2}.values(), reversed([8, 9]),
            reversed({"p": 0, "q": 0}), range(2**70, 2**70 + 2), gen(), Counting(2), map(str, [1]), b"z",
            enumerate(zip("c", "d")), enumerate(gen()), zip(Counting(1), gen()), iter([3]), (), ""]
for _ in range(2):
    print([walk(source) for source in sources()])
    print([walk(source) for source in reversed(sources())])
# expect: [[1, 2], [3, 4], ['a', 'ñ', '𝒳'], ['k', 'l'], [7], [0, 1], [(5, 'a'), (6, 'b')], [(1, 'x'), (2, 'y')], [(1, 2, 3)], [(1, 3)], [('m', 1)], [2], [9, 8], ['q', 'p'], [1180591620717411303424, 1180591620717411303425], ['g', 'n'], [1, 0], ['1'], [122], [(0, ('c', 'd'))], [(0, 'g'), (1, 'n')], [(0, 'g')], [3], [], []]
# expect: [[], [], [3], [(0, 'g')], [(0, 'g'), (1, 'n')], [(0, ('c', 'd'))], [122], ['1'], [1, 0], ['g', 'n'], [1180591620717411303424, 1180591620717411303425], ['q', 'p'], [9, 8], [2], [('m', 1)], [(1, 3)], [(1, 2, 3)], [(1, 'x'), (2, 'y')], [(5, 'a'), (6, 'b')], [0, 1], [7], ['k', 'l'], ['a', 'ñ', '𝒳'], [3, 4], [1, 2]]
# expect: [[1, 2], [3, 4], ['a', 'ñ', '𝒳'], ['k', 'l'], [7], [0, 1], [(5, 'a'), (6, 'b')], [(1, 'x'), (2, 'y')], [(1, 2, 3)], [(1, 3)], [('m', 1)], [2], [9, 8], ['q', 'p'], [1180591620717411303424, 1180591620717411303425], ['g', 'n'], [1, 0], ['1'], [122], [(0, ('c', 'd'))], [(0, 'g'), (1, 'n')], [(0, 'g')], [3], [], []]
# expect: [[], [], [3], [(0, 'g')], [(0, 'g'), (1, 'n')], [(0, ('c', 'd'))], [122], ['1'], [1, 0], ['g', 'n'], [1180591620717411303424, 1180591620717411303425], ['q', 'p'], [9, 8], [2], [('m', 1)], [(1, 3)], [(1, 2, 3)], [(1, 'x'), (2, 'y')], [(5, 'a'), (6, 'b')], [0, 1], [7], ['k', 'l'], ['a', 'ñ', '𝒳'], [3, 4], [1, 2]]
---
# a loop over a dict that changes, over a list that grows, over a strict zip that is uneven
def over(table):
    seen = []
    try:
        for key in table:
            seen.append(key)
            if len(seen) == 2: table["new"] = 1
    except RuntimeError as error:
        print(seen, error, error.__traceback__.tb_lineno)
for table in ({"a": 1, "b": 2}, dict.fromkeys("abcdefghij")): over(table)
# expect: ['a', 'b'] dictionary changed size during iteration 5
# expect: ['a', 'b'] dictionary changed size during iteration 5
items = [1, 2]
for at, item in enumerate(items):
    if at < 3: items.append(item * 10)
print(items)  # expect: [1, 2, 10, 20, 100]
for pairs in (zip("ab", "abc", strict=True), zip("abc", "ab", strict=True)):
    try:
        for pair in pairs: print(pair, end=" ")
    except ValueError as error: print(error)
# expect: ('a', 'a') ('b', 'b') zip() argument 2 is longer than argument 1
# expect: ('a', 'a') ('b', 'b') zip() argument 2 is shorter than argument 1
it = enumerate([1, 2, 3])
for pair in it:
    print(pair, next(it))  # expect: (0, 1) (1, 2)
    break
print(list(it))  # expect: [(2, 3)]
