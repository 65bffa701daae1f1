# driving a coroutine to its end
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def run(coro, answers=()):
    answers, sent, out = iter(answers), None, []
    while True:
        try:
            out.append(coro.send(sent))
        except StopIteration as e:
            return out, e.value
        sent = next(answers, None)
async def f(n):
    total = 0
    for i in range(n):
        total += await Pause(i)
    return total
print(run(f(3), [10, 20, 30]))  # expect: ([0, 1, 2], 60)
print(run(f(0)))  # expect: ([], 0)
---
# coroutines await coroutines to any depth
class Pause:
    def __await__(self): return (yield "pause")
async def depth(n):
    if n == 0: return await Pause()
    return 1 + await depth(n - 1)
c = depth(50)
print(c.send(None))  # expect: pause
try:
    c.send(100)
except StopIteration as e:
    print(e.value)  # expect: 150
---
# a coroutine object's attributes
async def f(): await g()
async def g(): pass
c = f()
print(c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_code.co_name, c.cr_frame is not None)
# expect: f f False None f True
c.close()
print(c.cr_frame)  # expect: None
try:
    c.send(None)
except RuntimeError as e:
    print(e)  # expect: cannot reuse already awaited coroutine
---
# a coroutine runs once
async def f(): return 1
c = f()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)  # expect: 1
for again in (lambda: c.send(None), lambda: c.throw(ValueError)):
    try:
        again()
    except RuntimeError as e:
        print(e)
# expect: cannot reuse already awaited coroutine
# expect: cannot reuse already awaited coroutine
async def outer(x): return await x
try:
    outer(c).send(None)
except RuntimeError as e:
    print(e)  # expect: cannot reuse already awaited coroutine
---
# a fresh coroutine takes only None
async def f(): pass
c = f()
try:
    c.send(5)
except TypeError as e:
    print(e)  # expect: can't send non-None value to a just-started coroutine
c.close()
---
# throw reaches the innermost await
class Pause:
    def __await__(self): yield "p"
async def inner():
    try:
        await Pause()
    except ValueError as e:
        return f"handled {e}"
async def outer(): return await inner()
c = outer()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)  # expect: handled thrown
---
# an exception passes through awaits
async def a(): raise KeyError("deep")
async def b():
    try:
        await a()
    finally:
        print("b finally")
async def c():
    try:
        await b()
    except KeyError as e:
        raise ValueError("wrapped") from e
try:
    c().send(None)  # expect: b finally
except ValueError as e:
    print(repr(e), repr(e.__cause__))  # expect: ValueError('wrapped') KeyError('deep')
---
# close runs finally blocks
class Pause:
    def __await__(self): yield
async def f():
    try:
        await Pause()
    finally:
        print("cleanup")
c = f()
c.send(None)
c.close()  # expect: cleanup
async def g():
    try:
        await Pause()
    except GeneratorExit:
        await Pause()
c = g()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)  # expect: coroutine ignored GeneratorExit
---
# __await__ must return an iterator
class A:
    def __await__(self): return 5
class B:
    def __await__(self): return [1]
class C:
    def __await__(self): return iter([1, 2])
async def f(x): return await x
for k in (A, B):
    try:
        f(k()).send(None)
    except TypeError as e:
        print(e)
# expect: __await__() returned non-iterator of type 'int'
# expect: __await__() returned non-iterator of type 'list'
c = f(C())
print(c.send(None), c.send(None))  # expect: 1 2
try:
    c.send(None)
except StopIteration as e:
    print(e.value)  # expect: None
---
# a coroutine cannot be awaited by two
class Pause:
    def __await__(self): yield
async def f(): await Pause()
c = f()
async def g(): await c
a, b = g(), g()
a.send(None)
try:
    b.send(None)
except RuntimeError as e:
    print(e)  # expect: coroutine is being awaited already
a.close()
---
# a coroutine is not iterable
async def f(): pass
c = f()
for use in (lambda: iter(c), lambda: list(c), lambda: next(c), lambda: [*c]):
    try:
        use()
    except TypeError as e:
        print(e)
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not an iterator
# expect: Value after * must be an iterable, not coroutine
c.close()
---
# StopIteration raised in a coroutine
async def f(): raise StopIteration("x")
try:
    f().send(None)
except RuntimeError as e:
    print(e, repr(e.__cause__))  # expect: coroutine raised StopIteration StopIteration('x')
async def g(): raise StopAsyncIteration("y")
try:
    g().send(None)
except StopAsyncIteration as e:
    print("passes", e)  # expect: passes y
---
# coroutine methods, closures, lambdas returning coroutines
class C:
    def __init__(self, v): self.v = v
    async def get(self): return self.v
    @staticmethod
    async def s(): return "static"
    @classmethod
    async def c(cls): return cls.__name__
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def main():
    f = lambda x: C(x).get()
    return await C(1).get(), await C.s(), await C.c(), await f(5)
print(run(main()))  # expect: (1, 'static', 'C', 5)
---
# types.coroutine turns a generator into an awaitable
import types
@types.coroutine
def sleep(n):
    got = yield ("sleep", n)
    return got
async def f():
    a = await sleep(1)
    b = await sleep(2)
    return a, b
c = f()
print(c.send(None), c.send("x"))  # expect: ('sleep', 1) ('sleep', 2)
try:
    c.send("y")
except StopIteration as e:
    print(e.value)  # expect: ('x', 'y')
---
# a small scheduler with round robin tasks
import types
@types.coroutine
def switch(): yield
log = []
async def task(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await switch()
    return name
def run_all(*coros):
    queue, results = list(coros), []
    while queue:
        c = queue.pop(0)
        try:
            c.send(None)
        except StopIteration as e:
            results.append(e.value)
        else:
            queue.append(c)
    return results
print(run_all(task("a", 3), task("b", 1), task("c", 2)))  # expect: ['b', 'c', 'a']
print(log)  # expect: ['a0', 'b0', 'c0', 'a1', 'c1', 'a2']
---
# a future resolved by hand
class Future:
    def __init__(self): self.done, self.value, self.waiting = False, None, []
    def set(self, v): self.done, self.value = True, v
    def __await__(self):
        while not self.done: yield self
        return self.value
fut = Future()
async def waiter(name): return name, await fut
a, b = waiter("a"), waiter("b")
print(a.send(None) is fut, b.send(None) is fut)  # expect: True True
fut.set(42)
for c in (a, b):
    try:
        c.send(None)
    except StopIteration as e:
        print(e.value)
# expect: ('a', 42)
# expect: ('b', 42)
---
# a timer loop with virtual time
import types
@types.coroutine
def sleep(t): return (yield t)
async def tick(name, period, n):
    for i in range(n):
        now = await sleep(period)
        print(f"{now} {name} {i}")
def run(*coros):
    q = [(0, i, c) for i, c in enumerate(coros)]
    order = len(q)
    while q:
        q.sort(key=lambda item: item[:2])
        now, _, c = q.pop(0)
        try:
            delay = c.send(now if c.cr_await is not None else None)
        except StopIteration:
            continue
        q.append((now + delay, order, c))
        order += 1
run(tick("fast", 2, 3), tick("slow", 3, 2))
# expect: 2 fast 0
# expect: 3 slow 0
# expect: 4 fast 1
# expect: 6 slow 1
# expect: 6 fast 2
---
# a channel between two coroutines
import types
@types.coroutine
def pause(): yield
class Channel:
    def __init__(self): self.items = []
    async def put(self, x):
        while len(self.items) >= 2: await pause()
        self.items.append(x)
    async def get(self):
        while not self.items: await pause()
        return self.items.pop(0)
async def producer(ch):
    for i in range(5): await ch.put(i)
    await ch.put(None)
async def consumer(ch, out):
    while (x := await ch.get()) is not None: out.append(x * x)
ch, out = Channel(), []
tasks = [producer(ch), consumer(ch, out)]
while tasks:
    for t in list(tasks):
        try: t.send(None)
        except StopIteration: tasks.remove(t)
print(out)  # expect: [0, 1, 4, 9, 16]
---
# await in every position
class V:
    def __init__(self, v): self.v = v
    def __await__(self):
        return self.v
        yield
async def f():
    x = [await V(1), await V(2)]
    d = {await V("k"): await V("v")}
    s = f"{await V(3)!r:>{await V(4)}}|"
    if await V(True) and not await V(False): x.append(await V(3))
    x[await V(0)] = await V(10)
    x[0] += await V(5)
    assert await V(1), await V("never")
    y = await V(1) if await V(0) else await V(2)
    print(*[await V(7)], sep=await V("-"))
    return x, d, s, y, (lambda z=1: z)(await V(9)), x[await V(1):await V(3)]
try:
    f().send(None)  # expect: 7
except StopIteration as e:
    print(e.value)  # expect: ([15, 2, 3], {'k': 'v'}, '   3|', 2, 9, [2, 3])
---
# collections.abc knows awaitables
from collections.abc import Awaitable, Coroutine, AsyncIterator, AsyncIterable, AsyncGenerator
async def f(): pass
async def g(): yield
c, a = f(), g()
print(isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(a, AsyncGenerator), isinstance(a, AsyncIterator), isinstance(a, Awaitable), isinstance(5, Awaitable), isinstance(f, Awaitable))
# expect: True True True True False False False
c.close()
---
# what awaits what, from the outside: also through coroutines that are suspended as part of another
import inspect, types
@types.coroutine
def leaf(): yield "waiting"
async def middle(): await leaf()
async def outer(): await middle()
it = outer()
print(it.cr_await, it.send(None))  # expect: None waiting
print(it.cr_await.__name__, it.cr_await.cr_await.__name__, it.cr_await.cr_await.gi_yieldfrom)
# expect: middle leaf None
print(inspect.getcoroutinestate(it.cr_await), it.cr_await.cr_await.gi_suspended, it.cr_await.cr_running)
# expect: CORO_SUSPENDED True False
async def other(awaited): await awaited
for awaited in it, it.cr_await:
    try: other(awaited).send(None)
    except RuntimeError as error: print(error)
# expect: coroutine is being awaited already
# expect: coroutine is being awaited already
async def itself(): await me
me = itself()
try: me.send(None)
except ValueError as error: print(error)  # expect: coroutine already executing
it.close()
print(it.cr_await)  # expect: None
---
# objects that cannot be awaited after all: in await, anext() and async for, which says why
import types
class Awaits:
    def __init__(self, answer): self.answer = answer
    def __await__(self): return self.answer
class Fails:
    def __await__(self): return 1 / 0
@types.coroutine
def marked(): yield "marked"
def plain(): yield "plain"
class Iterator:
    def __init__(self, make): self.make = make
    def __aiter__(self): return self
    def __anext__(self): return self.make()
async def wait(value): return await value
async def loop(iterator):
    async for item in iterator: return item
async def next_or_none(iterator): return await anext(iterator, None)
def attempt(coroutine):
    try: print(coroutine.send(None))
    except Exception as error: print(type(error).__name__, error, "|", repr(error.__cause__))
for make in (lambda: 5), (lambda: Awaits(5)), (lambda: Awaits(marked())), marked, plain:
    attempt(wait(make()))
    attempt(loop(Iterator(make)))
# expect: TypeError object int can't be used in 'await' expression | None
# expect: TypeError 'async for' received an invalid object from __anext__: int | TypeError("object int can't be used in 'await' expression")
# expect: TypeError __await__() returned non-iterator of type 'int' | None
# expect: TypeError 'async for' received an invalid object from __anext__: Awaits | TypeError("__await__() returned non-iterator of type 'int'")
# expect: TypeError __await__() returned a coroutine | None
# expect: TypeError 'async for' received an invalid object from __anext__: Awaits | TypeError('__await__() returned a coroutine')
# expect: marked
# expect: marked
# expect: TypeError object generator can't be used in 'await' expression | None
# expect: TypeError 'async for' received an invalid object from __anext__: generator | TypeError("object generator can't be used in 'await' expression")
for make in (lambda: 5), (lambda: Awaits(5)), marked, plain: attempt(next_or_none(Iterator(make)))
# expect: TypeError object int can't be used in 'await' expression | None
# expect: TypeError __await__() returned non-iterator of type 'int' | None
# expect: marked
# expect: TypeError object generator can't be used in 'await' expression | None
attempt(loop(Iterator(Fails)))
# expect: TypeError 'async for' received an invalid object from __anext__: Fails | ZeroDivisionError('division by zero')
---
# a chain of coroutines may be resumed from any depth of calls: those who resume it keep their locals
class Turn:
    def __await__(self): return (yield)
def busy(n):
    a, b, c = n, n + 1, n + 2
    return busy(n - 1) if n else a
async def inner(n):
    mine = [n]
    await Turn()
    busy(6)
    return mine
async def outer():
    got = []
    for n in range(3):
        got += await inner(n)
        busy(8)
        try:
            await Turn()
        finally:
            busy(4)
    return got
def resume(work, depth):
    before = ("before", depth)
    answer = resume(work, depth - 1) if depth else step(work)
    assert before == ("before", depth), before
    return answer
def step(work):
    try:
        return work.send(None)
    except StopIteration as end:
        return end.value
for depths in (0, 9), (9, 0), (4, 12, 1):
    work, turns, answer = outer(), 0, None
    while answer is None:
        answer = resume(work, depths[turns % len(depths)])
        turns += 1
    print(turns, answer)
# expect: 7 [0, 1, 2]
# expect: 7 [0, 1, 2]
# expect: 7 [0, 1, 2]
