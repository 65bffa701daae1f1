# a timeout cancels its block, which raises TimeoutError; one that is not reached does nothing
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as limit:
            print(limit.expired(), limit.when() > asyncio.get_running_loop().time())
            await asyncio.sleep(10)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), limit)
    async with asyncio.timeout(10) as limit:
        print(await asyncio.sleep(0, "in time"))
    print(limit.expired(), limit, asyncio.current_task().cancelling())
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(0)
        print(limit.when(), limit)

asyncio.run(main())
# expect: False True
# expect: TimeoutError() CancelledError() True <Timeout [expired]>
# expect: in time
# expect: False <Timeout [finished]> 0
# expect: None <Timeout [active] when=None>
---
# a timeout can be moved, called off, and has its states
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.timeout(None)
    print(limit)
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        async with limit:
            limit.reschedule(loop.time() + 0.01)
            await asyncio.sleep(10)
    except TimeoutError:
        print("out")
    for use in (lambda: limit.reschedule(None), limit.__aenter__):
        try:
            waited = use()
            await waited
        except RuntimeError as error:
            print(error)
    async with asyncio.timeout(0.01) as limit:
        limit.reschedule(None)
        await asyncio.sleep(0.02)
    try:
        limit.reschedule(3)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout_at(loop.time() - 1) as limit:
            print("begun")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError:
        print("at once", limit)
    async with asyncio.timeout_at(12345678.12345) as limit:
        print(limit)

asyncio.run(main())
# expect: <Timeout [created]>
# expect: Timeout has not been entered
# expect: out
# expect: Cannot change state of expired Timeout
# expect: Timeout has already been entered
# expect: Cannot change state of finished Timeout
# expect: begun
# expect: at once <Timeout [expired]>
# expect: <Timeout [active] when=12345678.123>
---
# nested timeouts: the outer one is not taken for the inner one
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as outer:
            try:
                async with asyncio.timeout(10) as inner:
                    await asyncio.sleep(20)
            finally:
                print("inner", inner.expired(), outer.expired())
    except TimeoutError:
        print("outer", outer.expired())
    try:
        async with asyncio.timeout(10) as outer:
            async with asyncio.timeout(0.01) as inner:
                await asyncio.sleep(20)
    except TimeoutError:
        print("inner", inner.expired(), outer.expired(), asyncio.current_task().cancelling())

asyncio.run(main())
# expect: inner False True
# expect: outer True
# expect: inner True False 0
---
# a cancellation from outside stays one, even beside a timeout
import asyncio

async def work(log):
    try:
        async with asyncio.timeout(10) as limit:
            await asyncio.sleep(20)
    except BaseException as error:
        log.append(repr(error))
        log.append(limit)
        raise

async def late():
    try:
        async with asyncio.timeout(0):
            asyncio.current_task().cancel()
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled, by", asyncio.current_task().cancelling())
        raise

async def main():
    log = []
    task = asyncio.create_task(work(log))
    await asyncio.sleep(0)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), log, task.cancelling())
    task = asyncio.create_task(late())
    try:
        await task
    except asyncio.CancelledError:
        print("late", task.cancelled(), task.cancelling())

asyncio.run(main())
# expect: CancelledError('stop') ["CancelledError('stop')", <Timeout [finished]>] 1
# expect: cancelled, by 1
# expect: late True 1
---
# what is raised in place of the cancellation goes on, with TimeoutError in its context
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.001):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                1 / 0
    except ZeroDivisionError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__cause__))
    async with asyncio.timeout(0.001) as limit:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("swallowed")
    print(limit.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.001):
            async with asyncio.TaskGroup() as group:
                async def fail():
                    try:
                        await asyncio.sleep(1)
                    finally:
                        raise KeyError("k")
                group.create_task(fail())
    except ExceptionGroup as group:
        print(repr(group), repr(group.__context__))
        print(repr(group.exceptions[0].__context__))

asyncio.run(main())
# expect: ZeroDivisionError('division by zero') TimeoutError() CancelledError()
# expect: swallowed
# expect: True 0
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('k')]) None
# expect: TimeoutError()
---
# a timeout needs a task
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def callback():
        try:
            asyncio.timeout(1).__aenter__().send(None)
        except RuntimeError as error:
            future.set_result(str(error))

    loop.call_soon(callback)
    print(await future)

asyncio.run(main())  # expect: Timeout should be used inside a task
try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)  # expect: no running event loop
---
# wait_for: a result in time, a timeout, a failure, a future that is done
import asyncio

async def work(delay, result):
    try:
        return await asyncio.sleep(delay, result)
    except asyncio.CancelledError:
        print("cancelled", result)
        raise

async def fail():
    raise KeyError("k")

async def main():
    print(await asyncio.wait_for(work(0, 1), 10))
    print(await asyncio.wait_for(work(0, 2), None))
    for limit in (0.01, 0, -1):
        try:
            await asyncio.wait_for(work(10, 3), limit)
        except TimeoutError as error:
            print(limit, repr(error), repr(error.__cause__))
    for limit in (1, 0, None):
        try:
            print(await asyncio.wait_for(fail(), limit))
        except (KeyError, TimeoutError) as error:
            print(limit, repr(error))
    future = asyncio.get_running_loop().create_future()
    future.set_result("done")
    print(await asyncio.wait_for(future, 0))
    task = asyncio.create_task(work(10, 4))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        print(task.cancelled())

asyncio.run(main())
# expect: 1
# expect: 2
# expect: cancelled 3
# expect: 0.01 TimeoutError() CancelledError()
# expect: 0 TimeoutError() CancelledError()
# expect: -1 TimeoutError() CancelledError()
# expect: 1 KeyError('k')
# expect: 0 TimeoutError()
# expect: None KeyError('k')
# expect: done
# expect: cancelled 4
# expect: True
---
# wait_for: what ignores its cancellation still has its result; a cancelled waiter cancels what it waits for
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "still"

async def main():
    print(await asyncio.wait_for(stubborn(), 0.01))
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0))
    inner = asyncio.create_task(asyncio.sleep(10))
    outer = asyncio.create_task(asyncio.wait_for(inner, 10))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print(inner.cancelled(), outer.cancelled())

asyncio.run(main())
# expect: still
# expect: still
# expect: True True
