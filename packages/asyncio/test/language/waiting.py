# wait: for all, for the first, for the first failure, for some time
import asyncio

async def work(delay, result):
    await asyncio.sleep(delay)
    if isinstance(result, Exception):
        raise result
    return result

def names(tasks):
    return sorted(task.get_name() for task in tasks)

def start(*works):
    return [asyncio.create_task(work(delay, result), name=name) for name, delay, result in works]

async def main():
    tasks = start(("a", 0, 1), ("b", 0.02, 2), ("c", 0.04, 3))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending), type(done))
    done, pending = await asyncio.wait(pending, timeout=0.03)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=10)
    print(names(done), names(pending))
    print(*map(names, await asyncio.wait(tasks)))
    tasks = start(("a", 0, 1), ("b", 0.01, KeyError("k")), ("c", 0.04, 3))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    for task in pending:
        task.cancel()
    print(*map(names, await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION, timeout=None)))
    print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)

asyncio.run(main())
# expect: ['a'] ['b', 'c'] <class 'set'>
# expect: ['b'] ['c']
# expect: ['c'] []
# expect: ['a', 'b', 'c'] []
# expect: ['a', 'b'] ['c']
# expect: ['a', 'b', 'c'] []
# expect: ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION
---
# wait: what it refuses, and that cancelling it cancels nothing else
import asyncio

async def nothing():
    pass

async def main():
    coro = nothing()
    for given in (coro, asyncio.get_running_loop().create_future(), [], [coro]):
        try:
            await asyncio.wait(given)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    coro.close()
    task = asyncio.create_task(asyncio.sleep(0.01, "done"))
    try:
        await asyncio.wait([task], return_when="LATER")
    except ValueError as error:
        print(error)
    waiter = asyncio.create_task(asyncio.wait([task]))
    await asyncio.sleep(0)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print(await task)

asyncio.run(main())
# expect: TypeError expect a list of futures, not coroutine
# expect: TypeError expect a list of futures, not Future
# expect: ValueError Set of Tasks/Futures is empty.
# expect: TypeError Passing coroutines is forbidden, use tasks explicitly.
# expect: Invalid return_when value: LATER
# expect: done
---
# as_completed: results as they come
import asyncio

async def work(delay, result):
    await asyncio.sleep(delay)
    if isinstance(result, Exception):
        raise result
    return result

async def main():
    for each in asyncio.as_completed([work(0.03, "c"), work(0, "a"), work(0.02, KeyError("b"))]):
        try:
            print(asyncio.iscoroutine(each), await each)
        except KeyError as error:
            print(repr(error))
    tasks = [asyncio.create_task(work(delay, delay)) for delay in (0.03, 0.01, 0.02)]
    async for task in asyncio.as_completed(tasks):
        print(tasks.index(task), task.done(), await task)
    try:
        async for task in asyncio.as_completed(tasks + [work(10, "late")], timeout=0.01):
            print(task in tasks)
    except TimeoutError as error:
        print(repr(error))
    for each in asyncio.as_completed([work(10, "late")], timeout=0.01):
        try:
            await each
        except TimeoutError as error:
            print(repr(error))
    print(list(asyncio.as_completed([])))
    async for each in asyncio.as_completed([]):
        print("not here")
    for given in (3, tasks[0]):
        try:
            asyncio.as_completed(given)
        except TypeError as error:
            print(error)

asyncio.run(main())
# expect: True a
# expect: KeyError('b')
# expect: True c
# expect: 1 True 0.01
# expect: 2 True 0.02
# expect: 0 True 0.03
# expect: True
# expect: True
# expect: True
# expect: TimeoutError()
# expect: TimeoutError()
# expect: []
# expect: 'int' object is not iterable
# expect: expects an iterable of awaitables, not Task
---
# shield: the waiter can be cancelled, what it waits for goes on
import asyncio

async def work(log):
    try:
        await asyncio.sleep(0.01)
        log.append("finished")
        return 7
    except asyncio.CancelledError:
        log.append("cancelled")
        raise

async def main():
    log = []
    inner = asyncio.create_task(work(log))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.001))
    try:
        await outer
    except TimeoutError:
        print(log, inner.done())
    print(await asyncio.shield(inner), log, asyncio.shield(inner) is inner)
    inner = asyncio.create_task(work(log))
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print(log, shielded.cancelled())
    future = asyncio.get_running_loop().create_future()
    shielded = asyncio.shield(future)
    future.set_exception(KeyError("k"))
    try:
        await shielded
    except KeyError as error:
        print(repr(error))

asyncio.run(main())
# expect: [] False
# expect: 7 ['finished'] True
# expect: ['finished', 'cancelled'] True
# expect: KeyError('k')
---
# cancelling a task that awaits another cancels that one, also when it comes to wait after it was told
import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inner", repr(error))
        raise

async def outer(task):
    asyncio.current_task().cancel("self")
    try:
        await task
    except asyncio.CancelledError as error:
        print("outer", repr(error))
        raise

async def main():
    for turns in (1, 0):
        task = asyncio.create_task(inner())
        for _ in range(turns):
            await asyncio.sleep(0)
        waiting = asyncio.create_task(outer(task))
        await asyncio.wait([waiting])
        print(task.cancelled(), waiting.cancelled())

asyncio.run(main())
# expect: inner CancelledError('self')
# expect: outer CancelledError('self')
# expect: True True
# expect: inner CancelledError('self')
# expect: outer CancelledError('self')
# expect: True True
---
# to_thread calls a function with the context of its caller
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")

def work(a, *, b):
    return a, b, user.get()

def fail():
    raise KeyError("k")

async def main():
    user.set("somebody")
    print(await asyncio.to_thread(work, 1, b=2))
    try:
        await asyncio.to_thread(fail)
    except KeyError as error:
        print(repr(error))
    print(await asyncio.gather(*(asyncio.to_thread(work, n, b=n) for n in range(3))))

asyncio.run(main())
# expect: (1, 2, 'somebody')
# expect: KeyError('k')
# expect: [(0, 0, 'somebody'), (1, 1, 'somebody'), (2, 2, 'somebody')]
---
# iscoroutinefunction and iscoroutine
import asyncio
import functools

async def coro():
    pass

def plain():
    pass

async def generator():
    yield

class Thing:
    async def method(self):
        pass

    async def __call__(self):
        pass

for each in (coro, plain, generator, Thing().method, Thing.method, functools.partial(coro), Thing(), Thing().__call__, len):
    print(asyncio.iscoroutinefunction(each), end=" ")
made = coro()
print(asyncio.iscoroutine(made), asyncio.iscoroutine(coro), asyncio.iscoroutine(generator()))
# expect: True False False True True True False True False True False False
made.close()
---
# a task that cancels itself hears of it once, whatever it waits for
import asyncio

async def work(wait):
    asyncio.current_task().cancel("me")
    try:
        await wait()
        print("not here")
    except asyncio.CancelledError as error:
        print(repr(error), asyncio.current_task().cancelling())
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    await asyncio.sleep(0)
    later = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(later.set_result, 2)
    return await future, await later

async def inner():
    await asyncio.gather(asyncio.sleep(10), asyncio.sleep(20))

async def main():
    loop = asyncio.get_running_loop()
    for wait in (
        lambda: asyncio.sleep(0), lambda: asyncio.sleep(1), loop.create_future, lambda: asyncio.create_task(inner()), inner,
        lambda: asyncio.shield(loop.create_future()),
    ):
        print(await asyncio.create_task(work(wait)))

    async def finish():
        asyncio.current_task().cancel("at the end")
        return 1

    task = asyncio.create_task(finish())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())

    async def swallow():
        asyncio.current_task().cancel()
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return "swallowed"

    print(await asyncio.create_task(swallow()))

    async def take_back():
        asyncio.current_task().cancel()
        asyncio.current_task().uncancel()
        return await asyncio.sleep(0, "taken back")

    print(await asyncio.create_task(take_back()))

asyncio.run(main())
# expect: CancelledError('me') 1
# expect: (1, 2)
# expect: CancelledError('me') 1
# expect: (1, 2)
# expect: CancelledError('me') 1
# expect: (1, 2)
# expect: CancelledError('me') 1
# expect: (1, 2)
# expect: CancelledError('me') 1
# expect: (1, 2)
# expect: CancelledError('me') 1
# expect: (1, 2)
# expect: CancelledError('at the end') True
# expect: swallowed
# expect: taken back
---
# a future of the script's own that refuses to be cancelled
import asyncio

class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        print("asked", msg)
        return False

async def main():
    loop = asyncio.get_running_loop()

    async def wait(future):
        try:
            return await future
        except asyncio.CancelledError as error:
            print("told", repr(error))
            raise

    future = Stubborn()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    print(task.cancel("please"), task.done())
    await asyncio.sleep(0)
    print(task.done())
    future.set_result(5)
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
# expect: asked please
# expect: True False
# expect: False
# expect: told CancelledError('please')
# expect: True
