# what is given twice is run once, and stands twice in the results
import asyncio
async def step(n):
    await asyncio.sleep(0)
    print("step", n)
    return n
async def main():
    coro, task = step(1), asyncio.create_task(step(2))
    done = asyncio.get_running_loop().create_future()
    done.set_result(0)
    print(await asyncio.gather(coro, task, coro, done, task))
    print(await asyncio.gather(done, done), coro.cr_frame)
asyncio.run(main())
# expect: step 2
# expect: step 1
# expect: [1, 2, 1, 0, 2]
# expect: [0, 0] None
---
# with all done gather is done at once; its result is in no turn's hands
import asyncio
async def main():
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    for n, future in enumerate(futures):
        future.set_result(n)
    outer = asyncio.gather(*futures)
    print(outer.done(), outer.result(), type(outer).__name__)
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(ValueError("v"))
    outer = asyncio.gather(futures[0], failed)
    print(outer.done(), repr(outer.exception()))
    outer = asyncio.gather(futures[0], failed, return_exceptions=1)
    print(outer.result())
asyncio.run(main())
# expect: True [0, 1, 2] _GatheringFuture
# expect: True ValueError('v')
# expect: [0, ValueError('v')]
---
# a loop with a factory makes the tasks of gather by it; so does a class of the script's
import asyncio
async def one():
    return 1
class Loud(asyncio.Task):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        print("made")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **options: Loud(coro, loop=loop, **options))
    print(await asyncio.gather(one(), one()))
    task = asyncio.create_task(one(), name="n")
    print(type(task).__name__, task.get_name(), await task)
    loop.set_task_factory(None)
    print(type(asyncio.ensure_future(one())).__name__)
asyncio.run(main())
# expect: made
# expect: made
# expect: [1, 1]
# expect: made
# expect: Loud n 1
# expect: Task
---
# awaitables of the script's, with an equality of their own, are told apart by it
import asyncio
class Same:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return True
    def __hash__(self):
        return 1
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.n
async def one():
    return 1
async def main():
    print(await asyncio.gather(Same(5), Same(6), one()))
asyncio.run(main())
# expect: [5, 5, 1]
---
# cancelling gather cancels what it waits for, and it fails when all have ended
import asyncio
async def wait(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", n, error)
        if n == 2:
            return "kept"
        raise
async def main():
    tasks = [asyncio.create_task(wait(n)) for n in range(3)]
    outer = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0)
    print(outer.cancel("enough"), outer.done())
    try:
        await outer
    except asyncio.CancelledError:
        print("outer", outer.cancelled(), [task.cancelled() for task in tasks])
    print(outer.cancel())
asyncio.run(main())
# expect: True False
# expect: cancelled 0 enough
# expect: cancelled 1 enough
# expect: cancelled 2 enough
# expect: outer False [True, True, False]
# expect: False
---
# a child that is cancelled ends gather, or is a result; who has failed after the end is of no interest
import asyncio
async def fail(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise ValueError(turns)
async def main():
    task = asyncio.create_task(fail(3))
    task.cancel("no more")
    print(await asyncio.gather(task, fail(0), return_exceptions=True))
    other = asyncio.create_task(fail(3))
    other.cancel("no more")
    try:
        await asyncio.gather(other, fail(2), fail(4))
    except asyncio.CancelledError as error:
        print("cancelled", error)
    for _ in range(6):
        await asyncio.sleep(0)
asyncio.run(main())
# expect: [CancelledError(''), ValueError(0)]
# expect: cancelled no more
---
# a name may be any object, a coroutine must be one, a closed loop takes none
import asyncio
async def one():
    return 1
async def main():
    task = asyncio.create_task(one(), name=7)
    print(task.get_name(), await task)
    loop = asyncio.get_running_loop()
    print(await loop.create_task(one(), name="own", context=None))
    for make in (asyncio.create_task, loop.create_task):
        try:
            make(3)
        except TypeError as error:
            print(error)
    try:
        loop.create_task()
    except TypeError as error:
        print("TypeError")
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
coro = one()
try:
    loop.create_task(coro)
except RuntimeError as error:
    print(error)
try:
    asyncio.create_task(coro)
except RuntimeError as error:
    print(error)
coro.close()
# expect: 7 1
# expect: 1
# expect: a coroutine was expected, got 3
# expect: a coroutine was expected, got 3
# expect: TypeError
# expect: Event loop is closed
# expect: no running event loop
---
# the done callback of gather can be seen and taken back
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    outer = asyncio.gather(future)
    (callback, context), = future._callbacks
    print("gather.<locals>" in repr(future), callback.__qualname__.startswith("gather"), type(context).__name__)
    print(future.remove_done_callback(callback), future._callbacks)
    future.set_result(1)
    await asyncio.sleep(0)
    print(outer.done())
asyncio.run(main())
# expect: True True Context
# expect: 1 None
# expect: False
