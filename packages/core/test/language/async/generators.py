# an asynchronous generator driven by hand
async def g():
    yield 1
    yield 2
it = g()
print(type(it).__name__, it.__aiter__() is it)  # expect: async_generator True
for _ in range(3):
    try:
        it.__anext__().send(None)
    except StopIteration as e:
        print("value", e.value)
    except StopAsyncIteration as e:
        print("end", e.args)
# expect: value 1
# expect: value 2
# expect: end ()
---
# awaits inside an asynchronous generator
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
async def g():
    for i in range(2):
        got = await Pause(f"wait {i}")
        yield got * 10
async def main(): return [x async for x in g()]
c = main()
print(c.send(None), c.send(1))  # expect: wait 0 wait 1
try:
    c.send(2)
except StopIteration as e:
    print(e.value)  # expect: [10, 20]
---
# asend and its value
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def g():
    got = "start"
    while got != "stop":
        got = yield got
async def main():
    it = g()
    out = [await it.asend(None), await it.asend("a"), await it.asend("b")]
    try:
        await it.asend("stop")
    except StopAsyncIteration:
        out.append("ended")
    return out
print(run(main()))  # expect: ['start', 'a', 'b', 'ended']
---
# athrow and aclose
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def g():
    try:
        while True:
            try:
                yield "value"
            except ValueError as e:
                yield f"caught {e}"
    finally:
        print("cleanup")
async def main():
    it = g()
    out = [await anext(it), await it.athrow(ValueError("v")), await anext(it)]
    print(await it.aclose())
    try:
        await anext(it)
    except StopAsyncIteration:
        out.append("closed")
    return out
print(run(main()))
# expect: cleanup
# expect: None
# expect: ['value', 'caught v', 'value', 'closed']
---
# a first value must be None
async def g(): yield
try:
    g().asend(5).send(None)
except TypeError as e:
    print(e)  # expect: can't send non-None value to a just-started async generator
---
# StopIteration and StopAsyncIteration inside
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def a():
    yield 1
    raise StopAsyncIteration("x")
async def b():
    raise StopIteration("y")
    yield
async def main():
    for g in (a(), b()):
        try:
            async for x in g: print(x)
        except RuntimeError as e:
            print(e, repr(e.__cause__))
run(main())
# expect: 1
# expect: async generator raised StopAsyncIteration StopAsyncIteration('x')
# expect: async generator raised StopIteration StopIteration('y')
---
# async for with break and else, nested
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def count(n):
    for i in range(n): yield i
async def main():
    async for i in count(3):
        async for j in count(3):
            if j > i: break
            print(i, j)
        else:
            print("inner complete")
    else:
        print("outer complete")
run(main())
# expect: 0 0
# expect: 1 0
# expect: 1 1
# expect: 2 0
# expect: 2 1
# expect: 2 2
# expect: inner complete
# expect: outer complete
---
# an asynchronous generator inside another
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def numbers(n):
    for i in range(n): yield i
async def squares(src):
    async for x in src: yield x * x
async def big(src, k):
    async for x in src:
        if x > k: yield x
async def main(): return [x async for x in big(squares(numbers(6)), 5)]
print(run(main()))  # expect: [9, 16, 25]
---
# comprehensions of every kind with async parts
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
class V:
    def __init__(self, v): self.v = v
    def __await__(self):
        return self.v
        yield
async def n(k):
    for i in range(k): yield i
async def main():
    a = [i async for i in n(3)]
    b = {i async for i in n(1)}
    c = {i: await V(i * 2) async for i in n(3)}
    d = [await V(i) for i in range(3)]
    e = [x + y async for x in n(2) for y in range(2)]
    f = [x async for x in n(5) if await V(x % 2)]
    g = [(x, y) for x in range(2) async for y in n(2)]
    h = [z async for z in (await V(w) async for w in n(3))]
    return a, b, c, d, e, f, g, h
for part in run(main()): print(part)
# expect: [0, 1, 2]
# expect: {0}
# expect: {0: 0, 1: 2, 2: 4}
# expect: [0, 1, 2]
# expect: [0, 1, 1, 2]
# expect: [1, 3]
# expect: [(0, 0), (0, 1), (1, 0), (1, 1)]
# expect: [0, 1, 2]
---
# asynchronous context managers with exceptions
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self):
        print("enter", self.name)
        return self.name
    async def __aexit__(self, t, v, tb):
        print("exit", self.name, repr(v))
        return self.swallow
async def main():
    async with CM("a", True), CM("b") as b:
        print("body", b)
        raise ValueError("v")
    try:
        async with CM("c"): raise KeyError("k")
    except KeyError as e:
        print("out", e)
    async def early():
        async with CM("d"): return "returned"
    return await early()
print(run(main()))
# expect: enter a
# expect: enter b
# expect: body b
# expect: exit b ValueError('v')
# expect: exit a ValueError('v')
# expect: enter c
# expect: exit c KeyError('k')
# expect: out 'k'
# expect: enter d
# expect: exit d None
# expect: returned
---
# finally with awaits during return and break
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
class V:
    def __await__(self):
        print("awaited")
        return 1
        yield
async def f():
    for i in range(3):
        try:
            if i == 1: break
        finally:
            await V()
    try:
        return i
    finally:
        await V()
print(run(f()))
# expect: awaited
# expect: awaited
# expect: awaited
# expect: 1
---
# an asynchronous iterator class
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        return self.n + 1
async def main():
    print([x async for x in Countdown(3)])
    it = Countdown(2)
    print(await anext(it), await anext(it), await anext(it, "done"))
    async for x in Countdown(5):
        if x == 3: break
    return x
print(run(main()))
# expect: [3, 2, 1]
# expect: 2 1 done
# expect: 3
---
# a value yielded through several layers of await
import types
@types.coroutine
def request(x): return (yield x)
async def low(x): return await request(x)
async def gen():
    for k in ("a", "b"):
        yield await low(k)
async def top():
    out = []
    async for v in gen(): out.append(v)
    return out
c = top()
r = c.send(None)
while True:
    try:
        print("request", r)
        r = c.send(r.upper())
    except StopIteration as e:
        print(e.value)
        break
# expect: request a
# expect: request b
# expect: ['A', 'B']
---
# asynchronous generator attributes
async def g(): yield 1
it = g()
print(it.__name__, it.ag_running, it.ag_await, it.ag_code.co_name, it.ag_frame is not None)
# expect: g False None g True
for use in (lambda: iter(it), lambda: next(it), lambda: list(it)):
    try:
        use()
    except TypeError as e:
        print(e)
# expect: 'async_generator' object is not iterable
# expect: 'async_generator' object is not an iterator
# expect: 'async_generator' object is not iterable
---
# an asynchronous generator may not be entered twice at once
import types
@types.coroutine
def pause(): yield
async def g():
    await pause()
    yield 1
it = g()
a, b = it.asend(None), it.asend(None)
a.send(None)
try:
    b.send(None)
except RuntimeError as e:
    print(e)  # expect: anext(): asynchronous generator is already running
