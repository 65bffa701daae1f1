# a grid, its size, its cells
from game import array2d, array2d_like, vec2i

a = array2d(3, 2, default=0)
print(a, a.width, a.height, a.n_cols, a.n_rows, a.shape, a.numel, isinstance(a, array2d_like))
# expect: array2d(3, 2) 3 2 3 2 vec2i(3, 2) 6 True
a[0, 0] = 5
a[vec2i(2, 1)] = 6
print(a.tolist(), a[0, 0], a[vec2i(2, 1)], a.get(2, 1), a.get(3, 1), a.get(0, 9, "none"))
# expect: [[5, 0, 0], [0, 0, 6]] 5 6 6 None none
print(a.is_valid(2, 1), a.is_valid(3, 1), a.is_valid(vec2i(0, 0)), a.is_valid(vec2i(-1, 0)))
# expect: True False True False
print(array2d(2, 2).tolist(), array2d[int](2, 3, lambda place: place.x + 10 * place.y).tolist())
# expect: [[None, None], [None, None]] [[0, 1], [10, 11], [20, 21]]
print(array2d.fromlist([[1, 2, 3], [4, 5, 6]]).tolist(), array2d.fromlist([[7]]))
# expect: [[1, 2, 3], [4, 5, 6]] array2d(1, 1)
print([f"{place} {cell}" for place, cell in a])
# expect: ['vec2i(0, 0) 5', 'vec2i(1, 0) 0', 'vec2i(2, 0) 0', 'vec2i(0, 1) 0', 'vec2i(1, 1) 0', 'vec2i(2, 1) 6']
print(a.render())
# expect: 500
# expect: 006
---
# operators work on each cell, with a grid of the same size or a value
from game import array2d, vec2

a = array2d.fromlist([[1, 2], [3, 4]])
b = array2d.fromlist([[10, 20], [30, 40]])
print((a + b).tolist(), (b - a).tolist(), (a * b).tolist(), (b / a).tolist())
# expect: [[11, 22], [33, 44]] [[9, 18], [27, 36]] [[10, 40], [90, 160]] [[10.0, 10.0], [10.0, 10.0]]
print((b // 7).tolist(), (b % 7).tolist(), (a**2).tolist(), (2**a).tolist(), (100 - b).tolist(), (1 / a).tolist())
# expect: [[1, 2], [4, 5]] [[3, 6], [2, 5]] [[1, 4], [9, 16]] [[2, 4], [8, 16]] [[90, 80], [70, 60]] [[1.0, 0.5], [0.3333333333333333, 0.25]]
print((a & 1).tolist(), (a | 8).tolist(), (a ^ b).tolist(), (~a).tolist(), (-a).tolist(), (6 & a).tolist())
# expect: [[1, 0], [1, 0]] [[9, 10], [11, 12]] [[11, 22], [29, 44]] [[-2, -3], [-4, -5]] [[-1, -2], [-3, -4]] [[0, 2], [2, 4]]
print((a < 3).tolist(), (a >= b).tolist(), (a == 2).tolist(), (a != 2).tolist(), (3 > a).tolist())
# expect: [[True, True], [False, False]] [[False, False], [False, False]] [[False, True], [False, False]] [[True, False], [True, True]] [[True, True], [False, False]]
print(((a > 1) & (a < 4)).tolist(), (~(a > 1)).tolist())
# expect: [[False, True], [True, False]] [[True, False], [False, False]]
print((a + vec2(1, 1)).tolist(), (array2d(1, 2, "ab") + "c").tolist(), (array2d(2, 1, [1]) + [2]).tolist())
# expect: [[vec2(2.0, 2.0), vec2(3.0, 3.0)], [vec2(4.0, 4.0), vec2(5.0, 5.0)]] [['abc'], ['abc']] [[[1, 2], [1, 2]]]
a += 1
print(a.tolist())  # expect: [[2, 3], [4, 5]]
a *= a
print(a.tolist())  # expect: [[4, 9], [16, 25]]
---
# cells of any class compute by their own methods
from game import array2d


class Money:
    def __init__(self, coins):
        self.coins = coins

    def __add__(self, other):
        return Money(self.coins + other.coins)

    def __eq__(self, other):
        return isinstance(other, Money) and self.coins == other.coins

    def __repr__(self):
        return f"<{self.coins}>"

    def __bool__(self):
        return self.coins > 0


a = array2d(2, 2, lambda place: Money(place.x - place.y))
print((a + a).tolist(), (a == Money(0)).tolist(), a.count(Money(0)), a.index(Money(1)))
# expect: [[<0>, <2>], [<-2>, <0>]] [[True, False], [False, True]] 2 vec2i(1, 0)
print(a.all(), a.any(), a.render(), a.get_bounding_rect(Money(-1)))
# expect: False True <0><1>
# expect: <-1><0> (0, 1, 1, 1)
print(a.count_neighbors(Money(0), "Moore").tolist(), a[a].__len__())  # expect: [[1, 2], [2, 1]] 1
---
# functions of cells
from game import array2d

a = array2d.fromlist([[1, 2], [3, 4]])
print(a.map(lambda cell: cell * 10).tolist(), a.map(str).tolist(), a.tolist())
# expect: [[10, 20], [30, 40]] [['1', '2'], ['3', '4']] [[1, 2], [3, 4]]
print(a.zip_with(a + 1, lambda p, q: (p, q)).tolist())  # expect: [[(1, 2), (2, 3)], [(3, 4), (4, 5)]]
a.apply(lambda cell: cell - 1)
print(a.tolist())  # expect: [[0, 1], [2, 3]]
c = a.copy()
c[0, 0] = 99
print(a[0, 0], c[0, 0], a.all(), a.any(), (a == a).all(), (a > 100).any())
# expect: 0 99 False True True False


def visit(cell):
    a[0, 0] = 7
    return cell


print(a.map(visit).tolist())  # expect: [[0, 1], [2, 3]]
try:
    a.map(lambda cell: 1 // (cell - 3))
except ZeroDivisionError as error:
    print(error)  # expect: integer division or modulo by zero
---
# a callback may wait, be left by an exception, and call grids again
from game import array2d

outer = array2d(3, 3, lambda place: array2d(2, 2, lambda inner: place.x * inner.x + place.y * inner.y).tolist())
print(outer.tolist())
# expect: [[[[0, 0], [0, 0]], [[0, 1], [0, 1]], [[0, 2], [0, 2]]], [[[0, 0], [1, 1]], [[0, 1], [1, 2]], [[0, 2], [1, 3]]], [[[0, 0], [2, 2]], [[0, 1], [2, 3]], [[0, 2], [2, 4]]]]


def generate():
    for place, cell in array2d(2, 2, 1).map(lambda cell: cell + 1):
        yield place.x + place.y + cell


print(list(generate()))  # expect: [2, 3, 3, 4]
a = array2d(2, 2, 0)
try:
    a.apply(lambda cell: [][0])
except IndexError:
    print(a.tolist())  # expect: [[0, 0], [0, 0]]
---
# slices are views: what is written in them stands in the grid
from game import array2d, array2d_view, vec2i

a = array2d(5, 4, lambda place: place.x + 10 * place.y)
v = a[1:4, 1:3]
print(v, v.origin, v.tolist(), isinstance(v, array2d_view), v.shape)
# expect: array2d_view(3, 2) vec2i(1, 1) [[11, 12, 13], [21, 22, 23]] True vec2i(3, 2)
v[0, 0] = "x"
print(a[1, 1], v[vec2i(0, 0)], v[1:, 1:].tolist(), v[1:, 1:].origin)  # expect: x x [[22, 23]] vec2i(2, 2)
v[:, :] = 0
print(a.tolist())  # expect: [[0, 1, 2, 3, 4], [10, 0, 0, 0, 14], [20, 0, 0, 0, 24], [30, 31, 32, 33, 34]]
a[0:2, 0:2] = array2d.fromlist([[1, 2], [3, 4]])
print(a[:, 0].tolist(), a[0, :].tolist(), a[-2:, -1:].tolist())
# expect: [[1, 2, 2, 3, 4]] [[1], [3], [20], [30]] [[33, 34]]
w = a[0:2, 0:2]
w += 1
print(w, w.tolist(), a[0, 0])  # expect: array2d(2, 2) [[2, 3], [4, 5]] 1
v.apply(lambda cell: cell + 5)
print(a.tolist(), v.copy(), v.count(5), (v == 5).tolist())
# expect: [[1, 2, 2, 3, 4], [3, 9, 5, 5, 14], [20, 5, 5, 5, 24], [30, 31, 32, 33, 34]] array2d(3, 2) 5 [[False, True, True], [True, True, True]]
---
# masks select cells
from game import array2d

a = array2d(4, 3, lambda place: place.x * place.y)
print(a[a > 1], a[a == 100], a[a])  # expect: [2, 3, 2, 4, 6] [] [1, 2, 3, 2, 4, 6]
a[a > 2] = -1
print(a.tolist())  # expect: [[0, 0, 0, 0], [0, 1, 2, -1], [0, 2, -1, -1]]
a[a == 0] = array2d(4, 3, lambda place: place.x)
print(a.tolist())  # expect: [[0, 1, 2, 3], [0, 1, 2, -1], [0, 2, -1, -1]]
---
# searching
from game import array2d

a = array2d(6, 5, 0)
a[2:5, 1:3] = 1
print(a.count(1), a.count(0), a.count("x"), a.index(1), a.get_bounding_rect(1), a.get_bounding_rect(0))
# expect: 6 24 0 vec2i(2, 1) (2, 1, 3, 2) (0, 0, 6, 5)
for name in ("Moore", "von Neumann"):
    print(a.count_neighbors(1, name).render())
# expect: 012321
# expect: 023532
# expect: 023532
# expect: 012321
# expect: 000000
# expect: 001110
# expect: 012321
# expect: 012321
# expect: 001110
# expect: 000000
---
# areas that hang together
from game import array2d

a = array2d.fromlist([[1, 1, 0, 1], [0, 2, 2, 1], [0, 1, 1, 1], [1, 0, 0, 0]])
for name in ("von Neumann", "Moore"):
    for value in (0, 1, 2, 3):
        labels, count = a.get_connected_components(value, name)
        print(name, value, count, labels.tolist())
# expect: von Neumann 0 3 [[0, 0, 1, 0], [2, 0, 0, 0], [2, 0, 0, 0], [0, 3, 3, 3]]
# expect: von Neumann 1 3 [[1, 1, 0, 2], [0, 0, 0, 2], [0, 2, 2, 2], [3, 0, 0, 0]]
# expect: von Neumann 2 1 [[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
# expect: von Neumann 3 0 [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
# expect: Moore 0 2 [[0, 0, 1, 0], [2, 0, 0, 0], [2, 0, 0, 0], [0, 2, 2, 2]]
# expect: Moore 1 2 [[1, 1, 0, 2], [0, 0, 0, 2], [0, 2, 2, 2], [2, 0, 0, 0]]
# expect: Moore 2 1 [[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
# expect: Moore 3 0 [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
maze = array2d(24, 18, lambda place: (place.x * 7 + place.y * 13) % 5 < 2)
print(maze.get_connected_components(True, "Moore")[0].tolist()[:3], maze.get_connected_components(False, "von Neumann")[1])
# expect: [[1, 0, 0, 2, 0, 2, 0, 0, 3, 0, 3, 0, 0, 4, 0, 4, 0, 0, 5, 0, 5, 0, 0, 6], [0, 1, 0, 0, 2, 0, 2, 0, 0, 3, 0, 3, 0, 0, 4, 0, 4, 0, 0, 5, 0, 5, 0, 0], [1, 0, 1, 0, 0, 2, 0, 2, 0, 0, 3, 0, 3, 0, 0, 4, 0, 4, 0, 0, 5, 0, 5, 0]] 94
---
# convolution
from game import array2d

a = array2d.fromlist([[1, 0, 2, 4, 0], [3, 1, 0, 5, 1]])
print(a.convolve(array2d(3, 3, 1), -1).tolist())  # expect: [[0, 4, 9, 9, 5], [0, 4, 9, 9, 5]]
print(a.convolve(array2d.fromlist([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), 0).tolist())
# expect: [[38, 45, 86, 77, 59], [23, 24, 50, 41, 29]]
print(a.convolve(array2d(5, 5, lambda place: place.x - place.y), 2).tolist())
# expect: [[-5, 7, 2, 6, -1], [-10, 7, -1, 3, -1]]
print(a.convolve(array2d(1, 1, 2**40), 0).map(lambda cell: cell * 2**40).tolist())
# expect: [[1208925819614629174706176, 0, 2417851639229258349412352, 4835703278458516698824704, 0], [3626777458843887524118528, 1208925819614629174706176, 0, 6044629098073145873530880, 1208925819614629174706176]]
---
# the game of life
from game import array2d


def step(life):
    near = life.count_neighbors(1, "Moore")
    return life.zip_with(near, lambda cell, count: int(count == 3 or cell == 1 and count == 2))


life = array2d(8, 8, 0)
life[1, 0] = life[2, 1] = life[0, 2] = life[1, 2] = life[2, 2] = 1
for _ in range(12):
    life = step(life)
print(life.render())
# expect: 00000000
# expect: 00000000
# expect: 00000000
# expect: 00001000
# expect: 00000100
# expect: 00011100
# expect: 00000000
# expect: 00000000
---
# what grids refuse
from game import array2d, array2d_like, vec2i


def kind(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__


a = array2d(3, 3, 0)
print(kind(lambda: array2d(0, 1)), kind(lambda: array2d(1, -1)), kind(lambda: a[3, 0]), kind(lambda: a[0, -1]))
# expect: ValueError ValueError IndexError IndexError
print(kind(lambda: a[vec2i(9, 9)]), kind(lambda: a["x"]), kind(lambda: a[::2, :]), kind(lambda: a[2:2, :]))
# expect: IndexError TypeError ValueError ValueError
print(kind(lambda: a + array2d(2, 2, 0)), kind(lambda: a + "x"), kind(lambda: a[array2d(1, 1, True)]), kind(lambda: hash(a)))
# expect: ValueError TypeError ValueError TypeError
print(kind(lambda: a.index(1)), kind(lambda: a.get_bounding_rect(1)), kind(lambda: a.count_neighbors(1, "moore")))
# expect: ValueError ValueError ValueError
print(kind(lambda: a.convolve(array2d(2, 2, 1), 0)), kind(lambda: a.convolve(array2d(3, 1, 1), 0)), kind(lambda: a.convolve(array2d(1, 1, 0.5), 0)))
# expect: ValueError ValueError TypeError
print(kind(lambda: array2d.fromlist([[1], [2, 3]])), kind(lambda: array2d.fromlist([])), kind(lambda: a.get_connected_components(0, "")))
# expect: ValueError ValueError ValueError
print(kind(lambda: a.map(3)), kind(lambda: a < "x"), kind(lambda: a.__setitem__((slice(None), slice(None)), array2d(1, 1))))
# expect: TypeError TypeError ValueError
