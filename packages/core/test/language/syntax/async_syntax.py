# a coroutine runs when sent into
async def f(x):
    return x + 1
c = f(1)
print(type(c).__name__)  # expect: coroutine
try:
    c.send(None)
except StopIteration as e:
    print("result", e.value)  # expect: result 2
---
# await an object with __await__
class Tick:
    def __await__(self):
        got = yield "tick"
        return got
async def f():
    a = await Tick()
    b = await Tick()
    return a, b
c = f()
print(c.send(None), c.send(1))  # expect: tick tick
try:
    c.send(2)
except StopIteration as e:
    print(e.value)  # expect: (1, 2)
---
# await binds tighter than power
class V:
    def __init__(self, v): self.v = v
    def __await__(self):
        return self.v
        yield
async def f():
    return await V(2) ** 3, -await V(4), [await V(i) for i in range(3)], await V(1) + await V(2)
try:
    f().send(None)
except StopIteration as e:
    print(e.value)  # expect: (8, -4, [0, 1, 2], 3)
---
# async for with else
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
async def main():
    async for x in Count(3): print(x)
    else: print("else")
    async for x in Count(3):
        if x == 2: break
    else: print("never")
    return [x * 2 async for x in Count(3)], {x async for x in Count(1)}, {x: -x async for x in Count(2)}
try:
    main().send(None)
except StopIteration as e:
    print(e.value)
# expect: 1
# expect: 2
# expect: 3
# expect: else
# expect: ([2, 4, 6], {1}, {1: -1, 2: -2})
---
# async with
class CM:
    async def __aenter__(self): print("enter"); return "v"
    async def __aexit__(self, t, v, tb): print("exit", t and t.__name__); return True
async def main():
    async with CM() as x: print(x)
    async with CM(), CM() as y: raise ValueError
    async with (CM() as a, CM() as b): print(a, b)
    return "end"
try:
    main().send(None)
except StopIteration as e:
    print(e.value)
# expect: enter
# expect: v
# expect: exit None
# expect: enter
# expect: enter
# expect: exit ValueError
# expect: exit None
# expect: enter
# expect: enter
# expect: v v
# expect: exit None
# expect: exit None
# expect: end
---
# async generator expressions and nested comprehensions
async def agen(n):
    for i in range(n): yield i
async def main():
    g = (x + 1 async for x in agen(3) if x)
    print(type(g).__name__)
    out = [x async for x in g]
    nested = [[y async for y in agen(x)] for x in range(3)]
    return out, nested, [x async for x in agen(4) if x % 2]
try:
    main().send(None)  # expect: async_generator
except StopIteration as e:
    print(e.value)  # expect: ([2, 3], [[], [0], [0, 1]], [1, 3])
---
# async lambda bodies are ordinary; async names are keywords
async def f(): return (lambda x: x)(5)
try:
    f().send(None)
except StopIteration as e:
    print(e.value)  # expect: 5
for code in ("async = 1", "await = 2"):
    try:
        compile(code, "t", "exec")
    except SyntaxError as e:
        print(type(e).__name__)
# expect: SyntaxError
# expect: SyntaxError
---
# what cannot be awaited
async def f(x): await x
for x in (5, None, "s", [1], (i for i in [1])):
    try:
        f(x).send(None)
    except TypeError as e:
        print(e)
# expect: object int can't be used in 'await' expression
# expect: object NoneType can't be used in 'await' expression
# expect: object str can't be used in 'await' expression
# expect: object list can't be used in 'await' expression
# expect: object generator can't be used in 'await' expression
---
# async for and async with need the protocols
class A:
    def __aiter__(self): return 5
class B:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def loop(x):
    async for _ in x: pass
async def manage(x):
    async with x: pass
for c in (loop(5), loop([1]), loop(A()), loop(B()), manage(5), manage(1.5)):
    try:
        c.send(None)
    except TypeError as e:
        print(e)
# expect: 'async for' requires an object with __aiter__ method, got int
# expect: 'async for' requires an object with __aiter__ method, got list
# expect: 'async for' received an object from __aiter__ that does not implement __anext__: int
# expect: 'async for' received an invalid object from __anext__: int
# expect: 'int' object does not support the asynchronous context manager protocol
# expect: 'float' object does not support the asynchronous context manager protocol
