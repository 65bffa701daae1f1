# a sort asks for comparisons in a certain order: first which runs are there, then where the next item belongs in them
class Card:
    asked = []
    def __init__(self, rank, suit=""):
        self.rank = rank
        self.suit = suit
    def __lt__(self, other):
        Card.asked.append(f"{self}<{other}")
        return self.rank < other.rank
    def __repr__(self):
        return f"{self.rank}{self.suit}"
def show(cards, **options):
    Card.asked.clear()
    print(sorted(cards, **options), *Card.asked)
show([Card(1)])  # expect: [1]
show([Card(rank) for rank in (1, 2, 3, 4)])  # expect: [1, 2, 3, 4] 2<1 3<2 4<3
show([Card(rank) for rank in (4, 3, 2, 1)])  # expect: [1, 2, 3, 4] 3<4 2<3 1<2
show([Card(rank) for rank in (3, 1, 4, 2, 5)])  # expect: [1, 2, 3, 4, 5] 1<3 4<1 1<4 4<3 2<4 2<3 2<1 5<3 5<4
show([Card(rank) for rank in (1, 2, 3, 1)])  # expect: [1, 1, 2, 3] 2<1 3<2 1<3 1<3 1<2 1<1
show([Card(7, suit) for suit in "abcd"])  # expect: [7a, 7b, 7c, 7d] 7b<7a 7c<7b 7d<7c
show([Card(7, suit) for suit in "abcd"] + [Card(6)])
# expect: [6, 7a, 7b, 7c, 7d] 7b<7a 7c<7b 7d<7c 6<7d 7a<7d
show([Card(9), Card(7, "a"), Card(7, "b"), Card(5, "a"), Card(5, "b"), Card(6), Card(9, "a")])
# expect: [5a, 5b, 6, 7a, 7b, 9, 9a] 7a<9 7b<7a 7a<7b 5a<7b 5b<5a 5a<5b 6<5b 5b<6 6<9 6<7a 6<5b 9a<7a 9a<9
show([Card(rank) for rank in (3, 1, 4, 2, 5)], reverse=True)
# expect: [5, 4, 3, 2, 1] 2<5 4<2 2<4 4<5 4<5 4<2 1<4 1<2 3<4 3<2
show([Card(7, suit) for suit in "abc"] + [Card(6)], reverse=True)  # expect: [7a, 7b, 7c, 6] 7c<6 7b<7c 7a<7b
show([3, -1, 2, -2], key=lambda number: Card(abs(number), "-" if number < 0 else "+"))
# expect: [-1, 2, -2, 3] 1-<3+ 2+<1- 1-<2+ 2+<3+ 2+<3+ 2+<1- 2-<2+ 2-<3+
show([2, 1, 1, 3], key=lambda number: Card(number), reverse=True)
# expect: [3, 2, 1, 1] 1<3 1<1 1<1 2<1 1<2 2<3 2<1 2<3
---
# long runs are merged, in leaps where one run gives many items in a row
class Number:
    asked = check = 0
    def __init__(self, value): self.value = value
    def __lt__(self, other):
        Number.asked += 1
        Number.check = (Number.check * 31 + self.value * 7 + other.value) % 1_000_003
        return self.value < other.value
def scrambled(length, limit):
    value = 12345
    for _ in range(length):
        value = (value * 1103515245 + 12345) % 2147483648
        yield value // 1024 % limit
kinds = {
    "random": [*scrambled(1000, 900)],
    "few values": [*scrambled(500, 3)],
    "two runs": [*range(0, 300, 2), *range(1, 200, 3)],
    "apart": [*range(500, 800), *range(250)],
    "blocks": [block * 40 + at for block in (5, 0, 3, 1, 4, 2) for at in range(40)],
    "overlapping": [*range(200), *range(150, 250), *range(60, 400, 2)],
    "saw": [at % 70 for at in range(400)],
    "falling": [at // 3 for at in range(260, 0, -1)],
    "one wrong": [*range(100), 50, *range(100, 200)],
    "hills": [min(at % 90, 90 - at % 90) for at in range(700)],
    "at 63": [*scrambled(63, 100)],
    "at 64": [*scrambled(64, 100)],
    "at 65": [*scrambled(65, 100)],
}
for name, values in kinds.items():
    for reverse in False, True:
        Number.asked = Number.check = 0
        result = sorted([Number(value) for value in values], reverse=reverse)
        assert [number.value for number in result] == sorted(values, reverse=reverse)
        print(name, Number.asked, Number.check, end=" " if not reverse else "\n")
# expect: random 8654 976408 random 8671 820846
# expect: few values 2627 504228 few values 2633 170284
# expect: two runs 401 333682 two runs 386 832359
# expect: apart 574 448185 apart 567 89452
# expect: blocks 452 897564 blocks 439 751900
# expect: overlapping 917 115900 overlapping 935 548310
# expect: saw 1454 36460 saw 1446 963887
# expect: falling 431 93222 falling 259 998785
# expect: one wrong 226 222556 one wrong 235 6278
# expect: hills 3342 443729 hills 4030 934927
# expect: at 63 296 811999 at 63 296 484568
# expect: at 64 304 900443 at 64 307 598670
# expect: at 65 309 135740 at 65 309 989427
---
# a comparison that fails leaves the list as far as it was sorted
class Number:
    left = 0
    def __init__(self, value): self.value = value
    def __lt__(self, other):
        if Number.left == 0: raise ArithmeticError("enough")
        Number.left -= 1
        return self.value < other.value
def stopped(values, after, **options):
    Number.left = after
    numbers = [Number(value) for value in values]
    try:
        numbers.sort(**options)
    except ArithmeticError:
        return [number.value for number in numbers]
    return "done"
for after in range(11):
    print(stopped([6, 4, 4, 4, 2, 7, 1], after), stopped([6, 4, 4, 4, 2, 7, 1], after, reverse=True))
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 2, 7, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 2, 7, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 2, 7, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 2, 7, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 2, 7, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 7, 2, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 4, 7, 2, 1]
# expect: [6, 4, 4, 4, 2, 7, 1] [6, 4, 4, 7, 4, 2, 1]
# expect: [2, 4, 4, 4, 6, 7, 1] [6, 4, 4, 7, 4, 2, 1]
# expect: [2, 4, 4, 4, 6, 7, 1] [6, 4, 7, 4, 4, 2, 1]
# expect: [2, 4, 4, 4, 6, 7, 1] [6, 4, 7, 4, 4, 2, 1]
long = [*range(0, 80, 2), *range(1, 60, 2), *range(9, 30), *range(40, 0, -3)]
for after in range(20, 240, 20):
    order = stopped(long, after)
    if order != "done": assert sorted(order) == sorted(long)
    print(after, sum(at * value for at, value in enumerate(order)) if order != "done" else order)
# expect: 20 154615
# expect: 40 154615
# expect: 60 158949
# expect: 80 162626
# expect: 100 166600
# expect: 120 168954
# expect: 140 169532
# expect: 160 171674
# expect: 180 173544
# expect: 200 175142
# expect: 220 176468
names = ["d", "b", "a", "e", "c"]
try:
    Number.left = 5
    names.sort(key=lambda name: Number(ord(name)))
except ArithmeticError as error:
    print(error, names)  # expect: enough ['a', 'b', 'd', 'e', 'c']
---
# a key that fails leaves the list as it was
def key(word):
    asked.append(word)
    return 1 / (len(word) - 2)
for reverse in False, True:
    words = ["apple", "fig", "pi", "e"]
    asked = []
    try:
        words.sort(key=key, reverse=reverse)
    except ZeroDivisionError as error:
        print(error, words, asked)
# expect: division by zero ['apple', 'fig', 'pi', 'e'] ['apple', 'fig', 'pi']
# expect: division by zero ['apple', 'fig', 'pi', 'e'] ['apple', 'fig', 'pi']
---
# tuples compare item by item: == finds the first that differ, which are asked for <
class Task:
    asked = []
    def __init__(self, urgency): self.urgency = urgency
    def __eq__(self, other):
        Task.asked.append(f"{self}=={other}")
        return self.urgency == other.urgency
    def __lt__(self, other):
        Task.asked.append(f"{self}<{other}")
        return self.urgency < other.urgency
    def __repr__(self): return f"T{self.urgency}"
same = Task(2)
for rows in (
    [(1, Task(3)), (1, Task(1)), (0, Task(2))],
    [(Task(3), 1), (Task(1), 2), (Task(1), 1)],
    [(same, 2), (same, 1)],
    [[Task(2), Task(2)], [Task(2), Task(1)]],
    [(Task(2),), (Task(1), 0), ()],
):
    Task.asked.clear()
    print(sorted(rows), *Task.asked)
# expect: [(0, T2), (1, T1), (1, T3)] T1==T3 T1<T3
# expect: [(T1, 1), (T1, 2), (T3, 1)] T1==T3 T1<T3 T1==T1
# expect: [(T2, 1), (T2, 2)]
# expect: [[T2, T1], [T2, T2]] T2==T2 T1==T2 T1<T2
# expect: [(), (T1, 0), (T2,)] T1==T2 T1<T2
---
# items of one class are asked by their __lt__ alone first; it is asked again when it refuses
class Plain:
    def __init__(self, size): self.size = size
    def __lt__(self, other):
        print(f"{self}<{other}", end=" ")
        return NotImplemented
    def __gt__(self, other):
        print(f"{self}>{other}", end=" ")
        return self.size > other.size
    def __repr__(self): return f"{type(self).__name__}{self.size}"
class Special(Plain): pass
class Answer:
    def __init__(self, size): self.size = size
    def __lt__(self, other): return [1] * (other.size - self.size)
    def __repr__(self): return f"A{self.size}"
print(sorted([Plain(2), Plain(1)]))  # expect: Plain1<Plain2 Plain1<Plain2 Plain2>Plain1 [Plain1, Plain2]
print(sorted([Plain(2), Special(1)]))  # expect: Special1<Plain2 Plain2>Special1 [Special1, Plain2]
print(sorted([Special(2), Special(1)], reverse=True))
# expect: Special2<Special1 Special2<Special1 Special1>Special2 [Special2, Special1]
print(sorted([Plain(3), Plain(1), Special(2)]))
# expect: Plain1<Plain3 Plain3>Plain1 Special2<Plain1 Plain1>Special2 Special2>Plain1 Special2<Plain3 Plain3>Special2 Special2<Plain3 Plain3>Special2 Special2<Plain1 Plain1>Special2 [Plain1, Special2, Plain3]
print(sorted([Answer(2), Answer(3), Answer(1)]))  # expect: [A1, A2, A3]
---
# what has no total order ends as the comparisons asked make it
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0, nan, 0.0]))  # expect: [3.0, nan, 1.0, 2.0, nan, 0.0]
print(sorted([(1, nan), (1, 2.0), (0, nan), (1, 1.0)]))  # expect: [(0, nan), (1, nan), (1, 1.0), (1, 2.0)]
print([*map(sorted, sorted([{1, 2}, {3}, {1}, set(), {2}, {1, 2, 3}]))])
# expect: [[], [1, 2], [3], [1], [2], [1, 2, 3]]
try:
    values = [2, 3, 1, "x", 0]
    values.sort()
except TypeError as error:
    print(error, values)  # expect: '<' not supported between instances of 'str' and 'int' [1, 2, 3, 'x', 0]
---
# a comparison function is asked as the keys made from it are compared
from functools import cmp_to_key
def compare(a, b):
    asked.append((a, b))
    return len(a) - len(b)
asked = []
print(sorted(["pear", "fig", "apple", "kiwi", "date"], key=cmp_to_key(compare)), asked)
# expect: ['fig', 'pear', 'kiwi', 'date', 'apple'] [('fig', 'pear'), ('apple', 'fig'), ('fig', 'apple'), ('apple', 'pear'), ('kiwi', 'apple'), ('kiwi', 'pear'), ('kiwi', 'apple'), ('date', 'kiwi'), ('date', 'apple')]
asked.clear()
print(sorted(["pear", "fig", "apple", "kiwi", "date"], key=cmp_to_key(compare), reverse=True), asked)
# expect: ['apple', 'pear', 'kiwi', 'date', 'fig'] [('kiwi', 'date'), ('apple', 'kiwi'), ('fig', 'apple'), ('date', 'apple'), ('fig', 'kiwi'), ('fig', 'date'), ('pear', 'kiwi'), ('pear', 'apple')]
---
# lists of one kind: the order of equal items, and what is beside the kind
zeros = sorted([0.0, -0.0, 1.5, -0.0, 0.0])
print(zeros, sorted(zeros, reverse=True), sorted([2.5, float("inf"), -1.0, float("-inf")]))
# expect: [0.0, -0.0, -0.0, 0.0, 1.5] [1.5, 0.0, -0.0, -0.0, 0.0] [-inf, -1.0, 2.5, inf]
print(sorted([2.5, 1, 2.5, True, 1.0, -3]), sorted([3, True, 2**40, -(2**31), 2**31, 0, False]))
# expect: [-3, 1, True, 1.0, 2.5, 2.5] [-2147483648, 0, False, True, 3, 2147483648, 1099511627776]
print(sorted(["b", "", "a", "é", "ab", "\ue000", "\U0001f600", "B"]), sorted(["b", "a", "b", "c"], reverse=True))
# expect: ['', 'B', 'a', 'ab', 'b', 'é', '\ue000', '😀'] ['c', 'b', 'b', 'a']
nan = float("nan")
print(sorted([3.0, nan, 1.0]), [x is nan for x in sorted([nan])])  # expect: [3.0, nan, 1.0] [True]
class S(str):
    def __lt__(self, other): return str.__gt__(self, other)
class F(float):
    def __lt__(self, other): return float.__gt__(self, other)
print(sorted([S("a"), S("c"), S("b")]), sorted([F(1), F(3), F(2)]), sorted(["a", S("c"), "b"]), sorted([1.0, F(3), 2.0]))
# expect: ['c', 'b', 'a'] [3.0, 2.0, 1.0] ['b', 'c', 'a'] [2.0, 3.0, 1.0]
try: sorted([1.0, "a"])
except TypeError as e: print(e)  # expect: '<' not supported between instances of 'str' and 'float'
try: sorted(["a", 1])
except TypeError as e: print(e)  # expect: '<' not supported between instances of 'int' and 'str'
