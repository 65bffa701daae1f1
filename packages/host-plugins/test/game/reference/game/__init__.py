"""What the module game is to do, in plain Python: the expectations of the corpus beside it come from this, run by CPython.

    PYTHONPATH=reference python3.13 ../../../core/test/language/expect.py --write language

Written for clarity, and apart from the engine's own code. Messages of exceptions are not this module's to say.
"""

import math
from game import easing


class Vector(tuple):
    kind = float

    def __new__(cls, *parts, **named):
        parts += tuple(named[name] for name in cls.names[len(parts) :] if name in named)
        if len(parts) == 1 and len(cls.names) > 1 and cls.kind is float:
            (whole,) = parts
            if not isinstance(whole, (cls, cls.whole)):
                raise TypeError
            parts = tuple(whole)
        if len(parts) != len(cls.names):
            raise TypeError
        allowed = (int, float) if cls.kind is float else int
        if not all(isinstance(part, allowed) for part in parts):
            raise TypeError
        if cls.kind is int and any(abs(part) > 2**53 - 1 for part in parts):
            raise OverflowError
        return super().__new__(cls, [cls.kind(part) for part in parts])

    def __init_subclass__(cls):
        for at, name in enumerate(getattr(cls, "names", ())):
            setattr(cls, name, property(lambda self, at=at: self[at]))
            setattr(cls, f"with_{name}", lambda self, value, at=at: type(self)(*self[:at], value, *self[at + 1 :]))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self))})"

    def __eq__(self, other):
        return type(other) is type(self) and tuple.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return tuple.__hash__(self)

    def __lt__(self, other):
        return NotImplemented

    __le__ = __gt__ = __ge__ = __lt__

    def _each(self, other, compute, turned=False):
        if type(other) is type(self):
            others = tuple(other)
        elif isinstance(other, (int, float) if self.kind is float else int):
            others = (other,) * len(self)
        else:
            return NotImplemented
        pairs = zip(others, self) if turned else zip(self, others)
        return type(self)(*[compute(a, b) for a, b in pairs])

    def __add__(self, other):
        return self._each(other, lambda a, b: a + b)

    def __radd__(self, other):
        return self._each(other, lambda a, b: a + b, True)

    def __sub__(self, other):
        return self._each(other, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._each(other, lambda a, b: a - b, True)

    def __mul__(self, other):
        return self._each(other, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._each(other, lambda a, b: a * b, True)

    def __neg__(self):
        return type(self)(*[-part for part in self])

    def __pos__(self):
        return self

    def dot(self, other):
        if type(other) is not type(self):
            raise TypeError
        return self.kind(sum(a * b for a, b in zip(self, other)))


class FloatVector(Vector):
    def __truediv__(self, other):
        return self._each(other, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._each(other, lambda a, b: a / b, True)

    def length(self):
        return math.hypot(*self)

    def length_squared(self):
        return sum(part * part for part in self)

    def normalize(self):
        return self / self.length()

    def isclose(self, other, tolerance=0.0001):
        return all(a == b or abs(a - b) <= tolerance for a, b in zip(self, other))


class IntVector(Vector):
    kind = int

    def __floordiv__(self, other):
        return self._each(other, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._each(other, lambda a, b: a // b, True)

    def __mod__(self, other):
        return self._each(other, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._each(other, lambda a, b: a % b, True)


class vec2i(IntVector):
    names = ("x", "y")


class vec3i(IntVector):
    names = ("x", "y", "z")


class vec4i(IntVector):
    names = ("x", "y", "z", "w")


class vec2(FloatVector):
    names = ("x", "y")
    whole = vec2i

    def with_z(self, z):
        return vec3(*self, z)

    def rotate(self, radians):
        turned = complex(*self) * complex(math.cos(radians), math.sin(radians))
        return vec2(turned.real, turned.imag)

    @staticmethod
    def angle(a, b):
        angle = math.atan2(b.y, b.x) - math.atan2(a.y, a.x)
        return angle - math.tau if angle > math.pi else angle + math.tau if angle < -math.pi else angle

    @staticmethod
    def smooth_damp(current, target, velocity, smooth_time, max_speed, delta):
        smooth_time = max(0.0001, smooth_time)
        omega = 2 / smooth_time
        x = omega * delta
        decay = 1 / (1 + x + 0.48 * x * x + 0.235 * x * x * x)
        change = current - target
        if change.length() > max_speed * smooth_time:
            change = change.normalize() * (max_speed * smooth_time)
        push = (velocity + change * omega) * delta
        place = current - change + (change + push) * decay
        if (target - current).dot(place - target) > 0:
            return target, vec2(0, 0)
        return place, (velocity - push * omega) * decay


class vec3(FloatVector):
    names = ("x", "y", "z")
    whole = vec3i
    xy = property(lambda self: vec2(self.x, self.y))

    def with_xy(self, xy):
        return vec3(*xy, self.z)

    def cross(self, other):
        (a, b, c), (d, e, f) = self, other
        return vec3(b * f - c * e, c * d - a * f, a * e - b * d)


for each in (vec2, vec3, vec2i, vec3i, vec4i):
    each.ZERO = each(*[0] * len(each.names))
    each.ONE = each(*[1] * len(each.names))
for each in (vec2, vec2i):
    each.LEFT, each.RIGHT, each.UP, each.DOWN = each(-1, 0), each(1, 0), each(0, -1), each(0, 1)


class mat3:
    __hash__ = None

    def __init__(self, *cells):
        if len(cells) != 9:
            raise TypeError
        self.rows = [[float(cell) for cell in cells[at : at + 3]] for at in (0, 3, 6)]

    cells = property(lambda self: [cell for row in self.rows for cell in row])

    def __repr__(self):
        return f"mat3({', '.join(map(repr, self.cells))})"

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, mat3) else NotImplemented

    def _at(self, key):
        row, column = key
        if not (0 <= row < 3 and 0 <= column < 3):
            raise IndexError
        return row, column

    def __getitem__(self, key):
        row, column = self._at(key)
        return self.rows[row][column]

    def __setitem__(self, key, value):
        row, column = self._at(key)
        self.rows[row][column] = float(value)

    def __add__(self, other):
        return mat3(*[a + b for a, b in zip(self.cells, other.cells)])

    def __sub__(self, other):
        return mat3(*[a - b for a, b in zip(self.cells, other.cells)])

    def __mul__(self, number):
        return mat3(*[cell * number for cell in self.cells])

    __rmul__ = __mul__

    def __truediv__(self, number):
        return mat3(*[cell / number for cell in self.cells])

    def __neg__(self):
        return mat3(*[-cell for cell in self.cells])

    def __matmul__(self, other):
        if isinstance(other, vec3):
            return vec3(*[sum(a * b for a, b in zip(row, other)) for row in self.rows])
        columns = list(zip(*other.rows))
        return mat3(*[sum(a * b for a, b in zip(row, column)) for row in self.rows for column in columns])

    def matmul(self, other, out=None):
        if out is None:
            return self @ other
        out.copy_(self @ other)

    def transpose(self):
        return mat3(*[cell for column in zip(*self.rows) for cell in column])

    def _minor(self, row, column):
        a, b, c, d = [self.rows[y][x] for y in range(3) for x in range(3) if y != row and x != column]
        return (-1) ** (row + column) * (a * d - b * c)

    def determinant(self):
        return sum(self.rows[0][x] * self._minor(0, x) for x in range(3))

    def inverse(self):
        determinant = self.determinant()
        return mat3(*[self._minor(x, y) / determinant for y in range(3) for x in range(3)])

    __invert__ = inverse

    def isclose(self, other, tolerance=0.0001):
        return all(abs(a - b) <= tolerance for a, b in zip(self.cells, other.cells))

    def copy(self):
        return mat3(*self.cells)

    def copy_(self, other):
        self.rows = [list(row) for row in other.rows]

    def inverse_(self):
        self.copy_(self.inverse())

    @staticmethod
    def zeros():
        return mat3(*[0] * 9)

    @staticmethod
    def identity():
        return mat3(1, 0, 0, 0, 1, 0, 0, 0, 1)

    @staticmethod
    def trs(t, r, s):
        c, n = math.cos(r), math.sin(r)
        return mat3(s.x * c, -s.y * n, t.x, s.x * n, s.y * c, t.y, 0, 0, 1)

    def copy_trs_(self, t, r, s):
        self.copy_(mat3.trs(t, r, s))

    def t(self):
        return vec2(self[0, 2], self[1, 2])

    def r(self):
        return math.atan2(self[1, 0], self[0, 0])

    def s(self):
        return vec2(math.hypot(self[0, 0], self[1, 0]), math.hypot(self[0, 1], self[1, 1]))

    def transform_point(self, p):
        return (self @ vec3(p.x, p.y, 1)).xy

    def transform_vector(self, v):
        return (self @ vec3(v.x, v.y, 0)).xy


mat3x3 = mat3
from game.colors import color32, rgb, rgba
from game.grids import array2d, array2d_like, array2d_view, chunked_array2d
