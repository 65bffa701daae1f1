# a closure keeps its variables alive
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
a, b = counter(), counter()
print(a(), a(), b(), a())  # expect: 1 2 1 3
---
# closures share one variable
def pair():
    v = 0
    def set(x):
        nonlocal v
        v = x
    return set, lambda: v
s, g = pair()
s(5)
print(g())  # expect: 5
s([1])
print(g())  # expect: [1]
---
# closures see later assignments
def f():
    g = lambda: x
    x = 1
    a = g()
    x = 2
    return a, g()
print(f())  # expect: (1, 2)
---
# a parameter may be a cell
def adder(n):
    def add(x): return x + n
    n += 10
    return add
print(adder(1)(1), adder(5)(0))  # expect: 12 15
---
# each loop turn shares the function's cell
def f():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [g() for g in fs]
print(f())  # expect: [2, 2, 2]
def h():
    return [(lambda k: lambda: k)(i) for i in range(3)]
print([g() for g in h()])  # expect: [0, 1, 2]
---
# closures across several levels
def a():
    x = 1
    def b():
        def c():
            def d(): return x
            return d
        return c
    x = 42
    return b()()()
print(a())  # expect: 42
---
# __closure__ and co_freevars
def outer():
    x, y = 1, "two"
    def inner(): return x, y
    return inner
f = outer()
print(f.__code__.co_freevars, [c.cell_contents for c in f.__closure__])  # expect: ('x', 'y') [1, 'two']
print(outer.__closure__, outer.__code__.co_cellvars)  # expect: None ('x', 'y')
f.__closure__[0].cell_contents = 99
print(f())  # expect: (99, 'two')
---
# an empty cell
def f():
    def g(): return x
    try:
        g.__closure__[0].cell_contents
    except ValueError as e:
        print(e)
    x = 1
    return g.__closure__[0].cell_contents
print(f())
# expect: Cell is empty
# expect: 1
---
# memoisation with a closure
def memo(f):
    seen = {}
    def wrapper(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]
    wrapper.seen = seen
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.seen))  # expect: 23416728348467685 81
---
# closures in class bodies and methods
def make(name):
    class C:
        label = name
        def get(self): return name
    return C
print(make("x").label, make("y")().get())  # expect: x y
---
# the class cell serves super and __class__
class A:
    def who(self): return __class__.__name__
class B(A):
    def who(self): return super().who() + __class__.__name__
print(B().who())  # expect: AB
---
# del of a captured variable
def f():
    x = 1
    def g(): return x
    del x
    try:
        g()
    except NameError as e:
        print(e)
f()  # expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
---
# composition and partial application
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
inc = lambda x: x + 1
print(compose(str, inc, inc)(5), compose()(1), compose(len, str, abs)(-1234))  # expect: 7 1 4
---
# functions are objects with attributes
def f():
    "the doc"
f.calls = 0
def bump(): f.calls += 1
bump(); bump()
print(f.calls, f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__dict__)
# expect: 2 f f the doc __main__ {'calls': 2}
f.__name__ = "renamed"
print(f.__name__, f.__qualname__)  # expect: renamed f
del f.calls
print(hasattr(f, "calls"))  # expect: False
try:
    f.__name__ = 5
except TypeError as e:
    print(e)  # expect: __name__ must be set to a string object
---
# qualified names of nested things
def outer():
    def inner(): pass
    class C:
        def m(self): pass
    return inner, C, lambda: 1
a, b, c = outer()
print(a.__qualname__, b.__qualname__, b.m.__qualname__, c.__qualname__)
# expect: outer.<locals>.inner outer.<locals>.C outer.<locals>.C.m outer.<locals>.<lambda>
---
# a function compares and hashes by identity
def f(): pass
def g(): pass
print(f == f, f == g, len({f, g, f}), callable(f), bool(f))  # expect: True False 2 True True
---
# recursion: hanoi, ackermann, mutual
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)))  # expect: AC AB CB AC BA BC AC
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))  # expect: 9
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(100), odd(7))  # expect: True True
---
# a generator closure sees later changes
def f():
    k = 1
    g = (k * i for i in range(3))
    k = 10
    return list(g)
print(f())  # expect: [0, 10, 20]
---
# function objects can be inspected
def f(a, b, /, c=1, *args, d, **kw):
    x = 1
    return x
c = f.__code__
print(c.co_name, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_qualname)
# expect: f 3 2 1 ('a', 'b', 'c', 'd', 'args', 'kw', 'x') f
print(bool(c.co_flags & 4), bool(c.co_flags & 8), f.__globals__ is globals())  # expect: True True True
---
# a dispatch table of functions
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
def calc(expr):
    a, op, b = expr.split()
    return ops[op](int(a), int(b))
print([calc(e) for e in ("1 + 2", "5 - 7", "6 * 7")])  # expect: [3, -2, 42]
---
# decorators with state and arguments
def limit(n):
    def deco(f):
        calls = 0
        def wrapper(*args, **kw):
            nonlocal calls
            calls += 1
            if calls > n:
                raise RuntimeError(f"{f.__name__} called more than {n} times")
            return f(*args, **kw)
        return wrapper
    return deco
@limit(2)
def ping(x="pong"): return x
print(ping(), ping(x="again"))  # expect: pong again
try:
    ping()
except RuntimeError as e:
    print(e)  # expect: ping called more than 2 times
---
# a Y combinator
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(6))  # expect: 720
---
# locals() is a snapshot in a function
def f():
    x = 1
    d = locals()
    x = 2
    d["x"] = 99
    return x, d["x"], locals()["x"]
print(f())  # expect: (2, 99, 2)
