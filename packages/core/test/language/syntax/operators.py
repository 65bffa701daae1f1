# precedence of arithmetic
print(2 + 3 * 4, (2 + 3) * 4, 2 * 3 ** 2, -2 ** 2, (-2) ** 2)  # expect: 14 20 18 -4 4
print(2 ** 3 ** 2, 2 ** -1, -3 // 2, -(3 // 2))  # expect: 512 0.5 -2 -1
print(10 - 4 - 3, 100 / 10 / 2, 7 % 4 * 2, 7 * 4 % 3)  # expect: 3 5.0 6 1
print(~1 + 1, -~1, ~-1, +-+1, not -1)  # expect: -1 2 0 -1 False
---
# precedence of shifts and bit operators
print(1 | 2 ^ 3 & 2, (1 | 2) ^ 3 & 2)  # expect: 1 1
print(1 << 2 + 1, 1 << 2 << 1, 256 >> 2 >> 1)  # expect: 8 8 32
print(1 + 2 << 1, 6 & 3 == 2, (6 & 3) == 2)  # expect: 6 True True
print(5 & ~1, 4 ^ 4 | 1)  # expect: 4 1
---
# comparison binds looser than arithmetic, tighter than not
print(1 + 1 == 2, not 1 == 2, not (1 == 2), 1 < 2 and 2 < 3)  # expect: True True True True
print(not True == False)  # expect: True
print(1 in [1] == True, (1 in [1]) == True)  # expect: False True
print(1 | 2 == 3, 2 == 1 | 2)  # expect: True False
---
# boolean operators return an operand
print(0 or "x", 1 or "x", 0 and "x", 1 and "x", "" or [] or {})  # expect: x 1 0 x {}
print(None or 0, None and 0, not [], not [0])  # expect: 0 None True False
print(1 and 2 or 3, 0 and 2 or 3, 1 or 0 and 0)  # expect: 2 3 1
---
# short circuit skips the right operand
def t(x):
    print("t", x)
    return x
print(t(0) and t(1))
# expect: t 0
# expect: 0
print(t(1) or t(0))
# expect: t 1
# expect: 1
print(t(0) or t(2) and t(0) or t(3))
# expect: t 0
# expect: t 2
# expect: t 0
# expect: t 3
# expect: 3
---
# conditional expressions nest to the right
def size(n): return "small" if n < 3 else "middle" if n < 6 else "large"
print(size(1), size(4), size(9))  # expect: small middle large
print((1 if 0 else 2) + 1, 1 if 0 else 2 + 1)  # expect: 3 3
print([x if x % 2 else -x for x in range(4)])  # expect: [0, 1, -2, 3]
---
# only the chosen branch of a conditional is evaluated
def boom(): raise RuntimeError("no")
print(1 if True else boom())  # expect: 1
print(boom() if False else 2)  # expect: 2
---
# chained comparison evaluates the middle once
def t(x):
    print("t", x)
    return x
print(t(1) < t(2) < t(3))
# expect: t 1
# expect: t 2
# expect: t 3
# expect: True
print(t(3) < t(2) < t(1))
# expect: t 3
# expect: t 2
# expect: False
print(1 < 3 > 2 != 4 == 4)  # expect: True
---
# chained comparison mixes is, in and relations
x = [1, 2]
print(1 in x is x, (1 in x) is x)  # expect: True False
print(1 < 2 in [2, 3], None is None is not 1)  # expect: True True
print(1 == 1.0 == True, "a" < "b" < "c" <= "c")  # expect: True True
---
# in and not in, is and is not
print(1 in [1, 2], 3 not in [1, 2], not 3 in [1, 2])  # expect: True True True
print(None is None, None is not None, [] is [], not None is None)  # expect: True False False False
print("a" in "abc", "" in "abc", "ac" in "abc")  # expect: True True False
---
# floor division and modulo round to minus infinity
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3), (-6, 3)]:
    print(a // b, a % b, divmod(a, b))
# expect: 2 1 (2, 1)
# expect: -3 2 (-3, 2)
# expect: -3 -2 (-3, -2)
# expect: 2 -1 (2, -1)
# expect: 2 0 (2, 0)
# expect: -2 0 (-2, 0)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)  # expect: 3.0 -4.0 1.5 0.5 -0.5
---
# true division always gives a float
print(6 / 3, 7 / 2, -1 / 2, 0 / 5, 1e308 * 10 / 10)  # expect: 2.0 3.5 -0.5 0.0 inf
print(10 ** 20 / 10 ** 18, 1 / 3)  # expect: 100.0 0.3333333333333333
---
# dividing by zero
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0,
          lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1, 0), lambda: 1j / 0):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
# expect: division by zero
# expect: integer division or modulo by zero
# expect: integer modulo by zero
# expect: float division by zero
# expect: float floor division by zero
# expect: float modulo by zero
# expect: 0.0 cannot be raised to a negative power
# expect: 0.0 cannot be raised to a negative power
# expect: integer division or modulo by zero
# expect: complex division by zero
---
# unsupported operands name both types
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} | 1, lambda: None - 1, lambda: 1 << 1.0,
          lambda: -"a", lambda: ~1.5, lambda: +[], lambda: 2 ** "x", lambda: object() @ 1, lambda: "a" - "b"):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: can only concatenate str (not "int") to str
# expect: can only concatenate list (not "tuple") to list
# expect: unsupported operand type(s) for |: 'dict' and 'int'
# expect: unsupported operand type(s) for -: 'NoneType' and 'int'
# expect: unsupported operand type(s) for <<: 'int' and 'float'
# expect: bad operand type for unary -: 'str'
# expect: bad operand type for unary ~: 'float'
# expect: bad operand type for unary +: 'list'
# expect: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: unsupported operand type(s) for @: 'object' and 'int'
# expect: unsupported operand type(s) for -: 'str' and 'str'
---
# unsupported comparison
for f in (lambda: 1 < "a", lambda: [] > 1, lambda: None <= None, lambda: {} >= {}, lambda: 1j < 2j,
          lambda: (1, "a") < (1, 2), lambda: object() < object()):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '>' not supported between instances of 'list' and 'int'
# expect: '<=' not supported between instances of 'NoneType' and 'NoneType'
# expect: '>=' not supported between instances of 'dict' and 'dict'
# expect: '<' not supported between instances of 'complex' and 'complex'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'object' and 'object'
---
# membership needs a container
for f in (lambda: 1 in 5, lambda: 1 in None, lambda: 1 in "abc", lambda: "a" in b"a"):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: argument of type 'int' is not iterable
# expect: argument of type 'NoneType' is not iterable
# expect: 'in <string>' requires string as left operand, not int
# expect: a bytes-like object is required, not 'str'
---
# unsupported in-place operators name themselves
for code in ("x += 'a'", "x -= []", "x **= 'a'", "x //= None", "x <<= 1.0", "x @= 2", "x |= 'a'", "x %= ()", "x >>= ''"):
    x = 1
    try:
        exec(code)
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for +=: 'int' and 'str'
# expect: unsupported operand type(s) for -=: 'int' and 'list'
# expect: unsupported operand type(s) for **=: 'int' and 'str'
# expect: unsupported operand type(s) for //=: 'int' and 'NoneType'
# expect: unsupported operand type(s) for <<=: 'int' and 'float'
# expect: unsupported operand type(s) for @=: 'int' and 'int'
# expect: unsupported operand type(s) for |=: 'int' and 'str'
# expect: unsupported operand type(s) for %=: 'int' and 'tuple'
# expect: unsupported operand type(s) for >>=: 'int' and 'str'
---
# operands are evaluated left to right
log = []
def t(x):
    log.append(x)
    return x
t(1) + t(2) * t(3) - t(4)
t(5) ** t(6) ** t(1)
[t(7), t(8)][t(0)]
print(log)  # expect: [1, 2, 3, 4, 5, 6, 1, 7, 8, 0]
---
# the conditional evaluates its test first
log = []
def t(x):
    log.append(x)
    return x
t("then") if t("test") else t("else")
t("a")[t(0):t(1)]
print(log)  # expect: ['test', 'then', 'a', 0, 1]
---
# a call evaluates callee, then arguments in order
log = []
def t(x, r=None):
    log.append(x)
    return r if r is not None else x
def f(*args, **kw): return None
t("callee", f)(t(1), *t("star", [2]), t(3), k=t("kw"), **t("dict", {"z": 1}))
print(log)  # expect: ['callee', 1, 'star', 3, 'kw', 'dict']
---
# assignment evaluates the value first, then targets left to right
log = []
class Box:
    def __init__(self, name): self.__dict__["name"] = name
    def __setattr__(self, k, v): log.append(f"set {self.name}.{k}={v}")
    def __setitem__(self, k, v): log.append(f"set {self.name}[{k}]={v}")
def t(x, r):
    log.append(x)
    return r
t("A", Box("a")).x = t("B", Box("b"))[t("key", 0)] = t("value", 9)
for line in log:
    print(line)
# expect: value
# expect: A
# expect: set a.x=9
# expect: B
# expect: key
# expect: set b[0]=9
---
# dict displays evaluate key before value
log = []
def t(x):
    log.append(x)
    return x
{t("k1"): t("v1"), t("k2"): t("v2")}
print(log)  # expect: ['k1', 'v1', 'k2', 'v2']
log.clear()
{t(k): t(v) for k, v in [("a", 1), ("b", 2)]}
print(log)  # expect: ['a', 1, 'b', 2]
---
# matrix multiplication operator
class M:
    def __init__(self, v): self.v = v
    def __matmul__(self, o): return M(self.v * 10 + o.v)
    def __repr__(self): return f"M({self.v})"
print(M(1) @ M(2), M(1) @ M(2) @ M(3))  # expect: M(12) M(123)
m = M(1)
m @= M(5)
print(m)  # expect: M(15)
---
# unary operators stack
print(--1, - -1, ~~5, -(-(-1)), not not 3, + + 4)  # expect: 1 1 5 -1 True 4
print(-True, ~True, +False, -0, -0.0)  # expect: -1 -2 0 0 -0.0
---
# power binds tighter than a unary on its left, looser on its right
print(-2 ** 2, 2 ** -2, -2 ** -2, (-8) ** (1/3) == (-8) ** (1/3))  # expect: -4 0.25 -0.25 True
print(2 ** 0.5 == 2 ** .5, 4 ** 0.5, (-1) ** 2, -1 ** 2)  # expect: True 2.0 1 -1
x = 3
print(-x ** 2, (-x) ** 2, ~x ** 2)  # expect: -9 9 -10
---
# await, subscripts and calls bind tighter than power
def f(): return [2, 3]
print(f()[1] ** 2, -f()[0], 2 ** f()[0])  # expect: 9 -2 4
---
# mixed numeric types
print(1 + 2.0, 1 + 2j, 1.5 + 2j, True + True, True * 3, 5 - False)  # expect: 3.0 (1+2j) (1.5+2j) 2 3 5
print(2 ** 2.0, 2.0 ** 2, 7 // 2.0, 7 % 2.5, True / 2)  # expect: 4.0 4.0 3.0 2.0 0.5
print(type(True + 1).__name__, type(True & False).__name__, type(True & 1).__name__)  # expect: int bool int
---
# equality across types
print(1 == 1.0, 1 == True, 0 == False, 1 == "1", None == 0, "" == 0, [] == (), 1j == 1j, 2 == 2 + 0j)
# expect: True True True False False False False True True
print(1 != 1.0, 1 != "1", {} == [], b"a" == "a")  # expect: False True False False
