# if, elif, else
for n in (-1, 0, 1):
    if n < 0: print("negative")  # expect: negative
    elif n == 0:
        print("zero")  # expect: zero
    else: print("positive")  # expect: positive
---
# while with else
n = 3
while n:
    n -= 1
else:
    print("ran out")  # expect: ran out
n = 3
while True:
    n -= 1
    if n == 1: break
else:
    print("never")
print(n)  # expect: 1
---
# for with else, break and continue
for x in [1, 2, 3]:
    if x == 2: continue
    print(x)
else:
    print("no break")
# expect: 1
# expect: 3
# expect: no break
for x in [1, 2, 3]:
    if x == 2: break
else:
    print("never")
for x in []: pass
else: print("empty")  # expect: empty
---
# the loop variable survives the loop
for i in range(3): pass
print(i)  # expect: 2
for j in []: pass
try:
    j
except NameError as e:
    print(e)  # expect: name 'j' is not defined
---
# break leaves the inner loop only
for i in range(3):
    for j in range(3):
        if j == 1: break
    else:
        print("never")
    print(i, j)
# expect: 0 1
# expect: 1 1
# expect: 2 1
---
# a list that grows while it is iterated
xs = [1]
for x in xs:
    if len(xs) < 4: xs.append(x * 2)
print(xs)  # expect: [1, 2, 4, 8]
xs = [1, 2, 3, 4]
for x in xs:
    xs.remove(x)
print(xs)  # expect: [2, 4]
---
# for over any target
d = {}
for d["k"] in range(3): pass
print(d)  # expect: {'k': 2}
class C: pass
for C.x, *C.rest in [(1, 2, 3)]: pass
print(C.x, C.rest)  # expect: 1 [2, 3]
---
# for over something not iterable
for value in (5, None, print):
    try:
        for x in value: pass
    except TypeError as e:
        print(e)
# expect: 'int' object is not iterable
# expect: 'NoneType' object is not iterable
# expect: 'builtin_function_or_method' object is not iterable
---
# assert
assert True
assert 1, "unused"
try:
    assert 0
except AssertionError as e:
    print(repr(e))  # expect: AssertionError()
try:
    assert [], ("a", "tuple")
except AssertionError as e:
    print(repr(e), e.args)  # expect: AssertionError(('a', 'tuple')) (('a', 'tuple'),)
---
# the message of an assert is evaluated only on failure
def message():
    print("evaluated")
    return "text"
assert 1, message()
try:
    assert 0, message()  # expect: evaluated
except AssertionError as e:
    print(e)  # expect: text
---
# an uncaught assertion
x = 3
assert x == 4, f"x is {x}"
# raises: AssertionError: x is 3
---
# comprehensions of every kind
print([x * x for x in range(5)], {x % 2 for x in range(1)}, {x: x * x for x in range(3)})
# expect: [0, 1, 4, 9, 16] {0} {0: 0, 1: 1, 2: 4}
print(list(x + 1 for x in range(3)), sum(x for x in range(5)))  # expect: [1, 2, 3] 10
print([(x, y) for x in range(3) for y in range(x) if y != 1])  # expect: [(1, 0), (2, 0)]
print([x for x in range(20) if x % 2 if x % 3])  # expect: [1, 5, 7, 11, 13, 17, 19]
---
# a comprehension's variable does not leak
x = "outer"
print([x for x in range(3)], x)  # expect: [0, 1, 2] outer
print({x: y for x, y in [(1, 2)]}, x)  # expect: {1: 2} outer
def f():
    x = "local"
    [x for x in range(3)]
    return x
print(f())  # expect: local
---
# the first iterable is evaluated outside
def f():
    xs = [1, 2]
    return [xs for xs in xs]
print(f())  # expect: [1, 2]
class C:
    n = [1, 2]
    doubled = [x * 2 for x in n]
print(C.doubled)  # expect: [2, 4]
---
# class names are not visible inside a comprehension's body
class C:
    k = 3
    try:
        bad = [k for _ in range(2)]
    except NameError as e:
        print(e)
    ok = [x for x in range(k)]
# expect: name 'k' is not defined
print(C.ok)  # expect: [0, 1, 2]
---
# closures in a comprehension share the variable
fs = [lambda: i for i in range(3)]
print([f() for f in fs])  # expect: [2, 2, 2]
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])  # expect: [0, 1, 2]
---
# nested comprehensions
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])  # expect: [[1, 4], [2, 5], [3, 6]]
print([y for row in matrix for y in row if y % 2])  # expect: [1, 3, 5]
print({k: [v * k for v in range(3)] for k in (1, 2)})  # expect: {1: [0, 1, 2], 2: [0, 2, 4]}
---
# comprehension targets unpack
print([a + b for a, b in [(1, 2), (3, 4)]])  # expect: [3, 7]
print([(first, rest) for first, *rest in ["abc", "d"]])  # expect: [('a', ['b', 'c']), ('d', [])]
print([k for k, in [(1,), (2,)]])  # expect: [1, 2]
---
# a generator expression is lazy except for its first iterable
def source():
    print("source")
    return [1, 2]
def t(x):
    print("t", x)
    return x
g = (t(x) for x in source())  # expect: source
print("made")  # expect: made
print(next(g))
# expect: t 1
# expect: 1
print(next(g))
# expect: t 2
# expect: 2
---
# the first iterable's error comes at once
try:
    g = (x for x in 5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
try:
    g = (y for x in [1] for y in 5)
    print("made")  # expect: made
    next(g)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
---
# dict comprehension keeps first place and last value
print({k % 3: k for k in range(7)})  # expect: {0: 6, 1: 4, 2: 5}
print({**{i: i for i in range(2)}, 5: 5})  # expect: {0: 0, 1: 1, 5: 5}
---
# comprehension over lambda calls and conditionals
print([f(2) for f in (lambda x: x + 1, lambda x: x * 10)])  # expect: [3, 20]
print(["even" if n % 2 == 0 else "odd" for n in range(3)])  # expect: ['even', 'odd', 'even']
print([*(x for x in range(3)), *[y for y in "ab"]])  # expect: [0, 1, 2, 'a', 'b']
---
# locals inside a comprehension see the function's variables
def f(n):
    k = 10
    return [n + k + i for i in range(2)], [[n * i * j for i in range(2)] for j in range(2)]
print(f(1))  # expect: ([11, 12], [[0, 0], [0, 1]])
---
# a comprehension in a default argument and a decorator
def f(xs=[i * i for i in range(4)]): return xs
print(f())  # expect: [0, 1, 4, 9]
deco = [lambda g: g][0]
@deco
def h(): return "h"
print(h())  # expect: h
---
# break and continue run finally
for i in range(3):
    try:
        if i == 0: continue
        if i == 2: break
        print("body", i)
    finally:
        print("finally", i)
# expect: finally 0
# expect: body 1
# expect: finally 1
# expect: finally 2
---
# exec of several loop forms with pass
while False: pass
for _ in (): pass
i = 0
while i < 2: i += 1
print(i)  # expect: 2
if 1: pass
else: pass
print("done")  # expect: done
