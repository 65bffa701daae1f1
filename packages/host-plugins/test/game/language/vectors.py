# arithmetic of vectors with vectors and numbers, from both sides
from game import vec2, vec3

a = vec2(1, 2)
b = vec2(0.5, -4)
print(a + b, a - b, a * b, a / b)  # expect: vec2(1.5, -2.0) vec2(0.5, 6.0) vec2(0.5, -8.0) vec2(2.0, -0.5)
print(a + 1, a - 0.5, a * 2, a / 4)  # expect: vec2(2.0, 3.0) vec2(0.5, 1.5) vec2(2.0, 4.0) vec2(0.25, 0.5)
print(1 + a, 1 - a, 2 * a, 1 / a)  # expect: vec2(2.0, 3.0) vec2(0.0, -1.0) vec2(2.0, 4.0) vec2(1.0, 0.5)
print(-a, +a, -vec3(0, 1, -2))  # expect: vec2(-1.0, -2.0) vec2(1.0, 2.0) vec3(-0.0, -1.0, 2.0)
print(a * True, vec3(1, 2, 3) * vec3(4, 5, 6), vec3(1, 2, 3) / 2)
# expect: vec2(1.0, 2.0) vec3(4.0, 10.0, 18.0) vec3(0.5, 1.0, 1.5)
print(sum([a, b, vec2.ONE]))  # expect: vec2(2.5, -1.0)
---
# in-place forms make new vectors
from game import vec2, vec2i

a = start = vec2(1, 2)
a += vec2(1, 1)
print(a, start)  # expect: vec2(2.0, 3.0) vec2(1.0, 2.0)
a -= 1
a *= 3
a /= vec2(2, 4)
print(a, start)  # expect: vec2(1.5, 1.5) vec2(1.0, 2.0)
n = first = vec2i(7, -7)
n += vec2i(1, 1)
n //= 3
n %= 2
n -= 1
n *= 5
print(n, first)  # expect: vec2i(-5, -5) vec2i(7, -7)
---
# vectors of ints: floor division and remainder as Python has them
from game import vec2i, vec3i, vec4i

a = vec2i(-7, 7)
print(a // 2, a % 3, a // vec2i(2, -2), a % vec2i(-3, -3))
# expect: vec2i(-4, 3) vec2i(2, 1) vec2i(-4, -4) vec2i(-1, -2)
print(100 // vec2i(7, -7), 100 % vec2i(7, -7), 1 - a, 3 * a)
# expect: vec2i(14, -15) vec2i(2, -5) vec2i(8, -6) vec2i(-21, 21)
print(a * 0, -vec2i(0, 1), vec2i(0, 0) * -1, vec2i(0, 3) // -5)
# expect: vec2i(0, 0) vec2i(0, -1) vec2i(0, 0) vec2i(0, -1)
print(vec3i(1, 2, 3) + vec3i.ONE, vec4i(1, 2, 3, 4) - vec4i.ZERO, vec4i(1, 2, 3, 4) * 2)
# expect: vec3i(2, 3, 4) vec4i(1, 2, 3, 4) vec4i(2, 4, 6, 8)
print(a.dot(vec2i(2, 3)), vec4i(1, 2, 3, 4).dot(vec4i.ONE), vec3i(True, False, 2))
# expect: 7 10 vec3i(1, 0, 2)
---
# parts by name, by place and in order
from game import vec2, vec3, vec2i, vec4i

v = vec3(1, 2.5, -3)
print(v.x, v.y, v.z, v.xy, list(v))  # expect: 1.0 2.5 -3.0 vec2(1.0, 2.5) [1.0, 2.5, -3.0]
print(v.with_x(9), v.with_y(9), v.with_z(9), v.with_xy(vec2(7, 8)))
# expect: vec3(9.0, 2.5, -3.0) vec3(1.0, 9.0, -3.0) vec3(1.0, 2.5, 9.0) vec3(7.0, 8.0, -3.0)
x, y = vec2(3, 4)
print(x, y, vec2(3, 4).with_z(5), vec2(3, 4).with_x(0), len(v), v[0], v[-1])
# expect: 3.0 4.0 vec3(3.0, 4.0, 5.0) vec2(0.0, 4.0) 3 1.0 -3.0
q = vec4i(1, 2, 3, 4)
print(q.x, q.y, q.z, q.w, q.with_w(0), q.with_x(10), len(q), [*q])
# expect: 1 2 3 4 vec4i(1, 2, 3, 0) vec4i(10, 2, 3, 4) 4 [1, 2, 3, 4]
print(max(v), sorted(v), 2.5 in v, tuple(vec2i(5, 6)))  # expect: 2.5 [-3.0, 1.0, 2.5] True (5, 6)
---
# constants of the types
from game import vec2, vec3, vec2i, vec3i, vec4i

print(vec2.ZERO, vec2.ONE, vec2.LEFT, vec2.RIGHT, vec2.UP, vec2.DOWN)
# expect: vec2(0.0, 0.0) vec2(1.0, 1.0) vec2(-1.0, 0.0) vec2(1.0, 0.0) vec2(0.0, -1.0) vec2(0.0, 1.0)
print(vec3.ZERO, vec3.ONE, vec2i.ZERO, vec2i.ONE, vec2i.LEFT, vec2i.RIGHT, vec2i.UP, vec2i.DOWN)
# expect: vec3(0.0, 0.0, 0.0) vec3(1.0, 1.0, 1.0) vec2i(0, 0) vec2i(1, 1) vec2i(-1, 0) vec2i(1, 0) vec2i(0, -1) vec2i(0, 1)
print(vec3i.ZERO, vec3i.ONE, vec4i.ZERO, vec4i.ONE)
# expect: vec3i(0, 0, 0) vec3i(1, 1, 1) vec4i(0, 0, 0, 0) vec4i(1, 1, 1, 1)
---
# vectors are equal by their parts, and keys of dicts and sets
from game import vec2, vec3, vec2i, vec3i

print(vec2(1, 2) == vec2(1.0, 2.0), vec2(1, 2) != vec2(1, 2), vec2(1, 2) == vec2(1, 2.5))
# expect: True False False
print(vec2(1, 2) == vec2i(1, 2), vec2(1, 2) == (1, 2), vec2(1, 2) == 1, vec2i(1, 2) == None)
# expect: False False False False
print(hash(vec2i(3, 4)) == hash(vec2i(3, 4)), hash(vec2(1, 2)) == hash(vec2(1.0, 2)))  # expect: True True
grid = {vec2i(x, y): x * y for x in range(50) for y in range(50)}
print(len(grid), grid[vec2i(7, 8)], vec2i(50, 0) in grid, grid.get(vec2i(-1, 0)), vec2(7, 8) in grid)
# expect: 2500 56 False None False
grid[vec2i(7, 8)] += 1
del grid[vec2i(0, 0)]
print(grid[vec2i(7, 8)], len(grid), sum(grid.values()))  # expect: 57 2499 1500626
print(len({vec2(0.0, 1), vec2(-0.0, 1), vec3(0, 1, 0), vec3i(0, 1, 0)}))  # expect: 3
print([vec2(1, 1), vec2(2, 2)].index(vec2(2, 2)), (vec2i(1, 2), "a") in {(vec2i(1, 2), "a")})
# expect: 1 True
---
# lengths, products and angles
import math
from game import vec2, vec3

v = vec2(3, 4)
print(v.length(), v.length_squared(), v.normalize(), v.dot(vec2(2, 1)))
# expect: 5.0 25.0 vec2(0.6, 0.8) 10.0
print(vec3(2, 3, 6).length(), vec3(2, 3, 6).length_squared(), vec3(0, 0, 5).normalize())
# expect: 7.0 49.0 vec3(0.0, 0.0, 1.0)
print(vec3(1, 2, 3).dot(vec3(4, 5, 6)), vec3(1, 0, 0).cross(vec3(0, 1, 0)), vec3(1, 2, 3).cross(vec3(-2, 0.5, 4)))
# expect: 32.0 vec3(0.0, 0.0, 1.0) vec3(6.5, -10.0, 4.5)
print([round(part, 12) for part in vec2(1, 0).rotate(math.pi / 6)])  # expect: [0.866025403784, 0.5]
print([round(part, 12) for part in vec2(-2, 3).rotate(-2)])  # expect: [3.560185953571, 0.57015434401]
for a, b in ((vec2.RIGHT, vec2.DOWN), (vec2.DOWN, vec2.RIGHT), (vec2(-1, 0.1), vec2(-1, -0.1)), (vec2(1, 1), vec2(2, 2))):
    print(round(vec2.angle(a, b), 12))
# expect: 1.570796326795
# expect: -1.570796326795
# expect: 0.199337304982
# expect: 0.0
print(vec2(1, 2).isclose(vec2(1.00005, 2)), vec2(1, 2).isclose(vec2(1.1, 2)), vec2(1, 2).isclose(vec2(1.1, 2), tolerance=0.2))
# expect: True False True
---
# what follows a target comes near it, and never passes it
from game import vec2

place, speed = vec2(0, 0), vec2(0, 0)
for frame in range(60):
    place, speed = vec2.smooth_damp(place, vec2(10, 5), speed, 0.25, 40, 1 / 60)
    if frame % 12 == 0:
        print(frame, [round(part, 9) for part in (*place, *speed)])
# expect: 0 [0.071170393, 0.035585197, 8.351154369, 4.175577184]
# expect: 12 [5.003443747, 2.501721873, 24.951001224, 12.475500612]
# expect: 24 [8.381139429, 4.190569714, 9.911502091, 4.955751046]
# expect: 36 [9.549450541, 4.774725271, 2.989418647, 1.494709324]
# expect: 48 [9.883951127, 4.941975563, 0.803958888, 0.401979444]
place, speed = vec2.smooth_damp(vec2(9.9, 0), vec2(10, 0), vec2(500, 0), 0.1, 1000, 0.5)
print(place, speed)  # expect: vec2(10.0, 0.0) vec2(0.0, 0.0)
place, speed = vec2.smooth_damp(vec2(1, 1), vec2(1, 1), vec2(0, 0), 0.1, 5, 0.1)
print(place, speed)  # expect: vec2(1.0, 1.0) vec2(0.0, 0.0)
---
# a vec2 or vec3 of a vector of ints
from game import vec2, vec3, vec2i, vec3i

print(vec2(vec2i(1, 2)), vec3(vec3i(1, 2, 3)), vec2(x=1, y=2), vec2i(x=3, y=4))
# expect: vec2(1.0, 2.0) vec3(1.0, 2.0, 3.0) vec2(1.0, 2.0) vec2i(3, 4)
---
# a thousand random sums, products and quotients
import random
from game import vec2, vec3, vec2i

random.seed(5)
total = vec2(0, 0)
walk = vec2i(0, 0)
for _ in range(1000):
    step = vec2(random.uniform(-1, 1), random.uniform(-1, 1))
    total += step * random.uniform(0, 9) / 3 - total / 50
    walk = walk * 3 + vec2i(random.randint(-99, 99), random.randint(-99, 99))
    walk %= 1009
print(total, walk)  # expect: vec2(-0.7433904951480164, -0.1881690588772924) vec2i(318, 83)
---
# what vectors refuse
from game import vec2, vec3, vec2i, vec3i


def kind(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__


v = vec2(1, 2)
n = vec2i(1, 2)
print(kind(lambda: vec2(1)), kind(lambda: vec2("1", 2)), kind(lambda: vec2(1, 2, 3)), kind(lambda: vec3(1, 2)))
# expect: TypeError TypeError TypeError TypeError
print(kind(lambda: vec2i(1.0, 2)), kind(lambda: vec2i(2**53, 0)), kind(lambda: n * 2**53), kind(lambda: 2**60 - n), kind(lambda: vec3i(1, 2)))
# expect: TypeError OverflowError OverflowError OverflowError TypeError
print(kind(lambda: v + "a"), kind(lambda: "a" + v), kind(lambda: v + vec3(1, 2, 3)), kind(lambda: n + v), kind(lambda: n * 1.5))
# expect: TypeError TypeError TypeError TypeError TypeError
print(kind(lambda: v / 0), kind(lambda: v / vec2(1, 0)), kind(lambda: 1 / vec2(0, 1)), kind(lambda: n // 0), kind(lambda: n % vec2i(1, 0)))
# expect: ZeroDivisionError ZeroDivisionError ZeroDivisionError ZeroDivisionError ZeroDivisionError
print(kind(lambda: vec2(0, 0).normalize()), kind(lambda: v.dot(n)), kind(lambda: v[2]), kind(lambda: v < v), kind(lambda: v @ v))
# expect: ZeroDivisionError TypeError IndexError TypeError TypeError
print(kind(lambda: setattr(v, "x", 1)), kind(lambda: v // 2), kind(lambda: n / 2), kind(lambda: hash(v) and 1))
# expect: AttributeError TypeError TypeError 1
