# heaps of values that need no Python
import heapq
for make in (int, float, str, bool, lambda v: (v % 5, v), lambda v: [v % 3, str(v)]):
    data = [make(n * 37 % 101) for n in range(12)]
    h = data[:]
    heapq.heapify(h)
    print(h)
    h = []
    for x in data:
        heapq.heappush(h, x)
    print([heapq.heapreplace(h, x) for x in data[:3]], [heapq.heappushpop(h, x) for x in data[:3]])
    print([heapq.heappop(h) for _ in data])
# expect: [0, 10, 3, 37, 30, 74, 20, 57, 94, 47, 67, 84]
# expect: [0, 0, 3] [0, 10, 20]
# expect: [30, 37, 37, 37, 47, 57, 67, 74, 74, 74, 84, 94]
# expect: [0.0, 10.0, 3.0, 37.0, 30.0, 74.0, 20.0, 57.0, 94.0, 47.0, 67.0, 84.0]
# expect: [0.0, 0.0, 3.0] [0.0, 10.0, 20.0]
# expect: [30.0, 37.0, 37.0, 37.0, 47.0, 57.0, 67.0, 74.0, 74.0, 74.0, 84.0, 94.0]
# expect: ['0', '10', '20', '37', '30', '3', '74', '57', '94', '47', '67', '84']
# expect: ['0', '0', '10'] ['0', '20', '3']
# expect: ['30', '37', '37', '37', '47', '57', '67', '74', '74', '74', '84', '94']
# expect: [False, True, True, True, True, True, True, True, True, True, True, True]
# expect: [False, False, True] [False, True, True]
# expect: [True, True, True, True, True, True, True, True, True, True, True, True]
# expect: [(0, 0), (0, 10), (0, 20), (2, 37), (0, 30), (3, 3), (4, 74), (2, 57), (4, 94), (2, 47), (2, 67), (4, 84)]
# expect: [(0, 0), (0, 0), (0, 10)] [(0, 0), (0, 20), (0, 30)]
# expect: [(2, 37), (2, 37), (2, 37), (2, 47), (2, 57), (2, 67), (3, 3), (4, 74), (4, 74), (4, 74), (4, 84), (4, 94)]
# expect: [[0, '0'], [0, '30'], [0, '3'], [0, '57'], [1, '37'], [0, '84'], [2, '20'], [1, '10'], [1, '94'], [2, '47'], [1, '67'], [2, '74']]
# expect: [[0, '0'], [0, '0'], [0, '3']] [[0, '0'], [0, '30'], [0, '57']]
# expect: [[0, '84'], [1, '10'], [1, '37'], [1, '37'], [1, '37'], [1, '67'], [1, '94'], [2, '20'], [2, '47'], [2, '74'], [2, '74'], [2, '74']]
---
# heaps of instances: each comparison is a call, and the answers are asked in CPython's order
import heapq
class Item:
    asked = []
    def __init__(self, rank): self.rank = rank
    def __lt__(self, other):
        if not isinstance(other, Item):
            return NotImplemented
        Item.asked.append(f"{self.rank}<{other.rank}")
        return self.rank < other.rank
    def __gt__(self, other): return self.rank > other
    def __repr__(self): return f"<{self.rank}>"
h = [Item(n) for n in (5, 3, 8, 1, 9, 2)]
heapq.heapify(h)
print(h, *Item.asked)  # expect: [<1>, <3>, <2>, <5>, <9>, <8>] 8<2 1<9 3<1 1<2 3<9 5<3
Item.asked.clear()
heapq.heappush(h, Item(0))
print(heapq.heappop(h), h, *Item.asked)  # expect: <0> [<1>, <3>, <2>, <5>, <9>, <8>] 0<2 0<1 3<1 2<8 2<1
Item.asked.clear()
print(heapq.heappushpop(h, Item(4)), heapq.heapreplace(h, Item(7)), h, *Item.asked)
# expect: <1> <2> [<3>, <5>, <4>, <7>, <9>, <8>] 1<4 3<2 4<8 4<2 3<4 5<9 7<5
h = [Item(4), 3, Item(2)]
heapq.heapify(h)
print(h)  # expect: [<2>, 3, <4>]
---
# what goes wrong in the middle leaves all items in the list
import heapq
class Sour:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        if self.n == 3:
            raise KeyError(self.n)
        return self.n < other.n
h = [Sour(5), Sour(4), Sour(3), Sour(2)]
try:
    heapq.heapify(h)
except KeyError as e:
    print(repr(e), sorted(s.n for s in h))
h = []
class Grows:
    def __lt__(self, other):
        h.append(1)
        return True
h += [Grows(), Grows(), Grows()]
try:
    heapq.heapify(h)
except RuntimeError as e:
    print(e)  # expect: list changed size during iteration
try:
    heapq.heappush([1], "a")
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'str' and 'int'
---
# arguments of heapq's functions
import heapq as q
for f, args in [(q.heappush, (5, 1)), (q.heappop, ((),)), (q.heappop, ([],)), (q.heapify, ((1,),)), (q.heapreplace, ([], 1)),
                (q.heappushpop, ({}, 1)), (q.heappushpop, ([], 4)), (q.heappush, ([1],)), (q._heappop_max, ([],))]:
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError heappush() argument 1 must be list, not int
# expect: TypeError heappop() argument must be list, not tuple
# expect: IndexError index out of range
# expect: TypeError heapify() argument must be list, not tuple
# expect: IndexError index out of range
# expect: TypeError heappushpop() argument 1 must be list, not dict
# expect: heappushpop 4
# expect: TypeError heappush expected 2 arguments, got 1
# expect: IndexError index out of range
class Stack(list): pass
s = Stack([3, 2, 1])
q.heapify(s)
print(s, type(s).__name__)  # expect: [1, 2, 3] Stack
---
# the greatest on top, merge, nlargest, nsmallest
import heapq
h = [3, 1, 4, 1, 5, 9, 2, 6]
heapq._heapify_max(h)
print(h, heapq._heapreplace_max(h, 7), [heapq._heappop_max(h) for _ in range(3)], h)
# expect: [4, 2, 3, 1, 1] 9 [7, 6, 5] [4, 2, 3, 1, 1]
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [3, 6, 9, 10], [])), list(heapq.merge([3, 1], [4, 2], reverse=True)))
# expect: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] [4, 3, 2, 1]
print(list(heapq.merge(["bb", "a"], ["cc", "d"], key=len, reverse=True)), list(heapq.merge()))
# expect: ['bb', 'cc', 'a', 'd'] []
words = "pear fig banana kiwi apple".split()
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(3, words, key=len), heapq.nlargest(0, words), heapq.nsmallest(1, words))
# expect: ['banana', 'apple'] ['fig', 'pear', 'kiwi'] [] ['apple']
print(heapq.nsmallest(9, iter([2, 1])), heapq.nlargest(1, [], key=len))  # expect: [1, 2] []
---
# how many are wanted is compared with how many there are
import heapq
for n in ("x", [1], 2.0, -1, True, 10):
    for f in (heapq.nlargest, heapq.nsmallest):
        try:
            print(f(n, [3, 1]), end=" ")
        except TypeError as e:
            print(e, end=" ")
    print(".")
# expect: '>=' not supported between instances of 'str' and 'int' '>=' not supported between instances of 'str' and 'int' .
# expect: '>=' not supported between instances of 'list' and 'int' '>=' not supported between instances of 'list' and 'int' .
# expect: slice indices must be integers or None or have an __index__ method slice indices must be integers or None or have an __index__ method .
# expect: [] [] .
# expect: [3] [1] .
# expect: [3, 1] [1, 3] .
