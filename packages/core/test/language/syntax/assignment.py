# chained assignment shares one object
a = b = c = []
a.append(1)
print(a, b, c, a is c)  # expect: [1] [1] [1] True
---
# tuple targets swap
a, b = 1, 2
a, b = b, a
print(a, b)  # expect: 2 1
x = [1, 2, 3]
x[0], x[2] = x[2], x[0]
print(x)  # expect: [3, 2, 1]
---
# targets are assigned from left to right
i = 0
x = [10, 20]
i, x[i] = 1, 99
print(i, x)  # expect: 1 [10, 99]
---
# nested targets
(a, b), [c, (d, e)] = (1, 2), [3, (4, 5)]
print(a, b, c, d, e)  # expect: 1 2 3 4 5
for i, (j, k) in [(1, (2, 3)), (4, (5, 6))]:
    print(i, j, k)
# expect: 1 2 3
# expect: 4 5 6
[m, n] = "xy"
print(m, n)  # expect: x y
---
# starred targets
a, *b = 1, 2, 3
print(a, b)  # expect: 1 [2, 3]
*a, b = "xyz"
print(a, b)  # expect: ['x', 'y'] z
a, *b, c = range(2)
print(a, b, c)  # expect: 0 [] 1
first, (*mid, last), *rest = 1, [2, 3, 4], 5, 6
print(first, mid, last, rest)  # expect: 1 [2, 3] 4 [5, 6]
*all_, = (1, 2)
print(all_)  # expect: [1, 2]
---
# unpacking the wrong number of values
for code in ("a, b = 1, 2, 3", "a, b = [1]", "a, b, c = ()", "a, *b, c = [1]", "a, b = 'xyz'", "[a] = []",
             "a, b = {1: 2}", "a, b = iter([1])", "(a, b), c = 1, 2"):
    try:
        exec(code)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError not enough values to unpack (expected 3, got 0)
# expect: ValueError not enough values to unpack (expected at least 2, got 1)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 1, got 0)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: TypeError cannot unpack non-iterable int object
---
# unpacking what is not iterable
for value in (5, None, 1.5, len):
    try:
        a, b = value
    except TypeError as e:
        print(e)
# expect: cannot unpack non-iterable int object
# expect: cannot unpack non-iterable NoneType object
# expect: cannot unpack non-iterable float object
# expect: cannot unpack non-iterable builtin_function_or_method object
try:
    *a, = 3
except TypeError as e:
    print(e)  # expect: cannot unpack non-iterable int object
---
# augmented assignment to names, attributes and items
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x %= 5; x **= 3
print(x)  # expect: 64
x <<= 2; x |= 1; x &= 0xff; x ^= 3; x >>= 1
print(x)  # expect: 1
x /= 2
print(x)  # expect: 0.5
class C: n = 1
C.n += 1
d = {"k": [1]}
d["k"] += [2]
print(C.n, d)  # expect: 2 {'k': [1, 2]}
---
# augmented assignment evaluates its target once
def get():
    print("target")
    return items
def index():
    print("index")
    return 0
items = [1]
get()[index()] += 10
# expect: target
# expect: index
print(items)  # expect: [11]
---
# augmented assignment order: target, value, operation, store
log = []
class Box:
    def __getitem__(self, k): log.append("get"); return 1
    def __setitem__(self, k, v): log.append(f"set {v}")
def t(x, r):
    log.append(x)
    return r
t("box", Box())[t("key", 0)] += t("value", 5)
print(log)  # expect: ['box', 'key', 'get', 'value', 'set 6']
---
# in-place on a list keeps identity, on a tuple makes a new one
a = b = [1]
a += [2]
print(b, a is b)  # expect: [1, 2] True
a = a + [3]
print(b, a is b)  # expect: [1, 2] False
t = u = (1,)
t += (2,)
print(u, t)  # expect: (1,) (1, 2)
---
# list += takes any iterable, list + does not
a = []
a += "ab"
a += (x for x in range(2))
a += {"k": 1}
print(a)  # expect: ['a', 'b', 0, 1, 'k']
try:
    a = a + (1,)
except TypeError as e:
    print(e)  # expect: can only concatenate list (not "tuple") to list
---
# += on a tuple item fails but has happened
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1, 2],)
---
# attribute augmented through a property
class C:
    def __init__(self): self._n = 0
    @property
    def n(self):
        print("get")
        return self._n
    @n.setter
    def n(self, v):
        print("set", v)
        self._n = v
c = C()
c.n += 5
# expect: get
# expect: set 5
---
# class attribute augmented on the instance
class C:
    n = 1
    items = []
c = C()
c.n += 1
c.items += ["x"]
print(c.n, C.n, c.items is C.items, C.items, sorted(vars(c)))  # expect: 2 1 True ['x'] ['items', 'n']
---
# del of names, items, slices and attributes
x = [0, 1, 2, 3, 4, 5]
del x[0], x[-1]
print(x)  # expect: [1, 2, 3, 4]
del x[1:3]
print(x)  # expect: [1, 4]
class C: a = 1
del C.a
print(hasattr(C, "a"))  # expect: False
d = {"k": 1}
del d["k"]
print(d)  # expect: {}
del (x), [d]
try:
    x
except NameError as e:
    print(e)  # expect: name 'x' is not defined
---
# del of what is not there
class C: pass
for code in ("del nothing", "del {}['k']", "del [][0]", "del C.a", "del C().a", "del (1,)[0]", "del 'abc'[0]", "del 5 .real"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)
# expect: NameError name 'nothing' is not defined
# expect: KeyError 'k'
# expect: IndexError list assignment index out of range
# expect: AttributeError type object 'C' has no attribute 'a'
# expect: AttributeError 'C' object has no attribute 'a'
# expect: TypeError 'tuple' object doesn't support item deletion
# expect: TypeError 'str' object doesn't support item deletion
# expect: AttributeError attribute 'real' of 'int' objects is not writable
---
# a deleted local is unbound again
def f():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
print(f())  # expect: cannot access local variable 'x' where it is not associated with a value
def g():
    try:
        del y
    except UnboundLocalError as e:
        print(e)
    y = 1
g()  # expect: cannot access local variable 'y' where it is not associated with a value
---
# walrus in conditions and comprehensions
data = [3, 8, 1, 9]
if (n := len(data)) > 3:
    print("long", n)  # expect: long 4
print([y for x in data if (y := x * 2) > 5], y)  # expect: [6, 16, 18] 18
while (item := data.pop()) != 3:
    print(item)
# expect: 9
# expect: 1
# expect: 8
print(any((hit := x) > 5 for x in [1, 7, 9]), hit)  # expect: True 7
---
# walrus value and scope in a function
def f(xs):
    total = 0
    out = [total := total + x for x in xs]
    return out, total
print(f([1, 2, 3]))  # expect: ([1, 3, 6], 6)
print((a := 1, b := a + 1), a, b)  # expect: (1, 2) 1 2
x = (y := 5) + y
print(x, y)  # expect: 10 5
print(len(z := "four"), z)  # expect: 4 four
---
# walrus in subscripts and arguments
items = [10, 20, 30]
print(items[i := 1], i)  # expect: 20 1
def f(a, b): return a + b
print(f(p := 1, (q := 2)), p, q)  # expect: 3 1 2
print({(k := "key"): k})  # expect: {'key': 'key'}
---
# star expressions in displays and calls
a = [1, 2]
print([*a, 3, *a], (*a,), {*a, *a}, [*"ab", *range(2)])
# expect: [1, 2, 3, 1, 2] (1, 2) {1, 2} ['a', 'b', 0, 1]
print({**{"x": 1}, "y": 2, **{"x": 3}})  # expect: {'x': 3, 'y': 2}
def f(*args, **kw): return args, kw
print(f(*a, 0, *a, k=1, **{"z": 2}, **{}))  # expect: ((1, 2, 0, 1, 2), {'k': 1, 'z': 2})
x = *a, *a
print(x)  # expect: (1, 2, 1, 2)
---
# star expressions in return, subscript and for
def f(xs): return 0, *xs
print(f([1, 2]))  # expect: (0, 1, 2)
def g(xs):
    yield *xs, 9
print(next(g([7])))  # expect: (7, 9)
for x in *[1, 2], 3:
    print(x)
# expect: 1
# expect: 2
# expect: 3
class S:
    def __getitem__(self, k): return k
print(S()[*[1, 2]], S()[0, *[1]])  # expect: (1, 2) (0, 1)
---
# errors in star expressions
for code in ("[*5]", "(*None,)", "{**5}", "f(*5)", "f(**5)", "{**{1: 2}}", "f(**{1: 2})", "{*1}", "print(*object)"):
    def f(*a, **k): return "fine"
    try:
        print(eval(code))
    except TypeError as e:
        print(e)
# expect: Value after * must be an iterable, not int
# expect: Value after * must be an iterable, not NoneType
# expect: 'int' object is not a mapping
# expect: __main__.f() argument after * must be an iterable, not int
# expect: __main__.f() argument after ** must be a mapping, not int
# expect: {1: 2}
# expect: keywords must be strings
# expect: 'int' object is not iterable
# expect: print() argument after * must be an iterable, not type
---
# annotations on variables
x: int = 5
y: "not evaluated text"
z: list[int]
print(x, __annotations__)  # expect: 5 {'x': <class 'int'>, 'y': 'not evaluated text', 'z': list[int]}
try:
    y
except NameError as e:
    print(e)  # expect: name 'y' is not defined
---
# annotations inside functions are not evaluated
def f():
    x: undefined_name = 1
    y: print("never")
    return x
print(f())  # expect: 1
---
# annotations on attributes and items are evaluated but not stored
class C: pass
c = C()
c.x: print("evaluated") = 1  # expect: evaluated
d = {}
d["k"]: int = 2
(p): int = 3
print(c.x, d, p, "p" in globals().get("__annotations__", {}))  # expect: 1 {'k': 2} 3 False
---
# class annotations
class C:
    a: int
    b: str = "x"
    c: "C"
print(C.__annotations__, C.b, hasattr(C, "a"))
# expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': 'C'} x False
class D(C): pass
print(D.__annotations__)  # expect: {}
---
# a local annotation makes the name local
x = "global"
def f():
    x: int
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
print(f())  # expect: cannot access local variable 'x' where it is not associated with a value
