# a group waits for its tasks, also for those made meanwhile
import asyncio

async def count(name, times, group=None):
    for n in range(times):
        print(name, n)
        await asyncio.sleep(0)
    if group is not None:
        group.create_task(count("late", 1))
    return name

async def main():
    group = asyncio.TaskGroup()
    print(group)
    async with group:
        print(group)
        first = group.create_task(count("a", 2))
        second = group.create_task(count("b", 3, group), name="second")
        print(group, second.get_name())
    print(first.result(), second.result(), group)
    async with asyncio.TaskGroup() as group:
        print("nothing to do")

asyncio.run(main())
# expect: <TaskGroup>
# expect: <TaskGroup entered>
# expect: <TaskGroup tasks=2 entered> second
# expect: a 0
# expect: b 0
# expect: a 1
# expect: b 1
# expect: b 2
# expect: late 0
# expect: a b <TaskGroup entered>
# expect: nothing to do
---
# one failure cancels the others and the block; all failures are raised as a group
import asyncio

async def fail(text, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise ValueError(text)

async def wait():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise

async def bad_end():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("end")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            waiting = group.create_task(wait())
            group.create_task(fail("one", 1))
            group.create_task(bad_end())
            try:
                await asyncio.sleep(10)
            finally:
                print("body ends", group)
    except* ValueError as errors:
        print(repr(errors))
    except* KeyError as errors:
        print(repr(errors), repr(errors.__context__))
    print(waiting.cancelled(), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("two", 0))
    except ExceptionGroup as error:
        print(repr(error), error.__suppress_context__, repr(error.__context__))

asyncio.run(main())
# expect: cancelled
# expect: body ends <TaskGroup tasks=2 errors=1 cancelling>
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('one')])
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('end')]) CancelledError()
# expect: True 0
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('two')]) True None
---
# the block's own failure is one of the group's
import asyncio

async def wait():
    try:
        await asyncio.sleep(10)
    finally:
        print("ended")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait())
            await asyncio.sleep(0)
            raise ZeroDivisionError("mine")
    except ExceptionGroup as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait())
            await asyncio.sleep(0)
            raise asyncio.CancelledError("mine")
    except asyncio.CancelledError as error:
        print(repr(error), asyncio.current_task().cancelling())

asyncio.run(main())
# expect: ended
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [ZeroDivisionError('mine')])
# expect: ended
# expect: CancelledError('mine') 0
---
# cancelling the parent cancels the tasks, and comes through
import asyncio

async def wait(name):
    try:
        await asyncio.sleep(10)
    finally:
        print("ended", name)

async def parent(in_body):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait("a"))
            if in_body:
                await asyncio.sleep(10)
    except BaseException as error:
        print(repr(error), asyncio.current_task().cancelling())
        raise

async def main():
    for in_body in (True, False):
        task = asyncio.create_task(parent(in_body))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel("from outside")
        try:
            await task
        except asyncio.CancelledError as error:
            print("told", repr(error), task.cancelled())

asyncio.run(main())
# expect: ended a
# expect: CancelledError('from outside') 1
# expect: told CancelledError('from outside') True
# expect: ended a
# expect: CancelledError('from outside') 1
# expect: told CancelledError('from outside') True
---
# a failure while the parent is being cancelled: the failure is raised, the cancellation comes at the next wait
import asyncio

async def bad_end():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("end")

async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad_end())
            await asyncio.sleep(10)
    except ExceptionGroup as error:
        print(repr(error), asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        print("not here")
    except asyncio.CancelledError as error:
        print("then", repr(error))
        raise

async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('end')]) 1
# expect: then CancelledError()
# expect: True
---
# nested groups: an inner failure goes through the outer one
import asyncio

async def fail():
    raise ValueError("deep")

async def wait(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise

async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait("inner"))
        group.create_task(fail())

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(wait("outer"))
            outer.create_task(inner())
    except ExceptionGroup as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(wait("again"))
            async with asyncio.TaskGroup() as group:
                group.create_task(fail())
    except ExceptionGroup as error:
        print(repr(error), asyncio.current_task().cancelling())

asyncio.run(main())
# expect: cancelled inner
# expect: cancelled outer
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('deep')])])
# expect: cancelled again
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('deep')])]) 0
---
# misuse of a group
import asyncio

async def nothing():
    pass

def attempt(group):
    try:
        group.create_task(nothing())
    except RuntimeError as error:
        print(error)

async def main():
    group = asyncio.TaskGroup()
    attempt(group)
    async with group:
        try:
            await group.__aenter__()
        except RuntimeError as error:
            print(error)
    attempt(group)

    async def wait_and_add(group):
        try:
            await asyncio.sleep(10)
        finally:
            attempt(group)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait_and_add(group))
            await asyncio.sleep(0)
            raise KeyError
    except ExceptionGroup as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(1)
    except ExceptionGroup as error:
        print(repr(error))

asyncio.run(main())
# expect: TaskGroup <TaskGroup> has not been entered
# expect: TaskGroup <TaskGroup entered> has already been entered
# expect: TaskGroup <TaskGroup entered> is finished
# expect: TaskGroup <TaskGroup tasks=1 cancelling> is shutting down
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [KeyError()])
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [TypeError('a coroutine was expected, got 1')])
---
# KeyboardInterrupt and SystemExit are no part of a group
import asyncio

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(asyncio.sleep(10))
            await asyncio.sleep(0)
            raise SystemExit(3)
    except SystemExit as error:
        print(repr(error), task.cancelled())

asyncio.run(main())  # expect: SystemExit(3) True
