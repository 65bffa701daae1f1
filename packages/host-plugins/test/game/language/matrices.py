# products of matrices, and of a matrix with a vector
from game import mat3, mat3x3, vec3

m = mat3(1, 2, 3, 4, 5, 6, 7, 8, 10)
n = mat3(2, 0, 1, 1, 3, 0, 0, 1, 4)
print(m @ n, n @ m)
# expect: mat3(4.0, 9.0, 13.0, 13.0, 21.0, 28.0, 22.0, 34.0, 47.0) mat3(9.0, 12.0, 16.0, 13.0, 17.0, 21.0, 32.0, 37.0, 46.0)
print(m @ vec3(1, 2, 3), m @ mat3.identity() == m, mat3x3 is mat3)
# expect: vec3(14.0, 32.0, 53.0) True True
print(m + n, m - n, m * 2, 2 * m, m / 2, -m)
# expect: mat3(3.0, 2.0, 4.0, 5.0, 8.0, 6.0, 7.0, 9.0, 14.0) mat3(-1.0, 2.0, 2.0, 3.0, 2.0, 6.0, 7.0, 7.0, 6.0) mat3(2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 20.0) mat3(2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 20.0) mat3(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0) mat3(-1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0, -10.0)
a = m
a @= n
print(a == m.matmul(n), a == m, m.transpose())
# expect: True False mat3(1.0, 4.0, 7.0, 2.0, 5.0, 8.0, 3.0, 6.0, 10.0)
---
# cells, determinant and inverse
from game import mat3

m = mat3(1, 2, 3, 4, 5, 6, 7, 8, 10)
print(m[0, 0], m[2, 1], m.determinant(), mat3.zeros().determinant())  # expect: 1.0 8.0 -3.0 0.0
print((~m @ m).isclose(mat3.identity()), m.inverse() == ~m, (m @ m.inverse()).isclose(mat3.identity(), 1e-12))
# expect: True True True
m[1, 2] = 60
print(m, m == mat3(1, 2, 3, 4, 5, 60, 7, 8, 10), m != m.copy())
# expect: mat3(1.0, 2.0, 3.0, 4.0, 5.0, 60.0, 7.0, 8.0, 10.0) True False
print([round(cell, 12) for cell in [m.inverse()[y, x] for y in range(3) for x in range(3)]])
# expect: [-1.339563862928, 0.01246105919, 0.327102803738, 1.183800623053, -0.034267912773, -0.14953271028, -0.009345794393, 0.018691588785, -0.009345794393]
---
# methods that change a matrix
from game import mat3, vec2

m = mat3.identity()
k = m.copy()
m.copy_(mat3(2, 0, 0, 0, 4, 0, 0, 0, 1))
print(m, k)
# expect: mat3(2.0, 0.0, 0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 1.0) mat3(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
m.inverse_()
print(m == mat3(0.5, 0, 0, 0, 0.25, 0, 0, 0, 1))  # expect: True
out = mat3.zeros()
print(m.matmul(m, out), out)  # expect: None mat3(0.25, 0.0, 0.0, 0.0, 0.0625, 0.0, 0.0, 0.0, 1.0)
out.copy_trs_(vec2(1, 2), 0, vec2(3, 4))
print(out)  # expect: mat3(3.0, -0.0, 1.0, 0.0, 4.0, 2.0, 0.0, 0.0, 1.0)
---
# affine transformations
from game import mat3, vec2


def rounded(values):
    return [round(value, 12) for value in values]


m = mat3.trs(vec2(10, 20), 0.5, vec2(2, 3))
print(rounded(m.t()), round(m.r(), 12), rounded(m.s()))  # expect: [10.0, 20.0] 0.5 [2.0, 3.0]
print(rounded(m.transform_point(vec2(1, 1))), rounded(m.transform_vector(vec2(1, 1))))
# expect: [10.316888507968, 23.59159876288] [0.316888507968, 3.59159876288]
print(rounded((~m).transform_point(m.transform_point(vec2(7, -8)))))  # expect: [7.0, -8.0]
nested = mat3.trs(vec2(1, 0), 0, vec2.ONE) @ mat3.trs(vec2(0, 0), 3.141592653589793 / 2, vec2(2, 2))
print(rounded(nested.transform_point(vec2(1, 0))))  # expect: [1.0, 2.0]
---
# what matrices refuse
from game import mat3, vec2, vec3


def kind(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__


m = mat3.identity()
print(kind(lambda: mat3(1, 2)), kind(lambda: mat3(*[None] * 9)), kind(lambda: m[3, 0]), kind(lambda: m[0, -1]))
# expect: TypeError TypeError IndexError IndexError
print(kind(lambda: ~mat3.zeros()), kind(lambda: mat3.zeros().inverse_()), kind(lambda: m / 0), kind(lambda: hash(m)))
# expect: ZeroDivisionError ZeroDivisionError ZeroDivisionError TypeError
print(m == 1, m != 1)  # expect: False True
