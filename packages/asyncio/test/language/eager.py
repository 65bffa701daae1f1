# an eager task takes its first step before whoever made it goes on
import asyncio

async def work(name, turns):
    print(name, "begins in", asyncio.current_task().get_name())
    for _ in range(turns):
        await asyncio.sleep(0)
    print(name, "ends")
    return name

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(work("a", 0), name="first")
    print(first.done(), first.result(), first.get_coro(), first)
    second = asyncio.create_task(work("b", 1), name="second")
    print(second.done(), asyncio.current_task() is second)
    third = asyncio.create_task(work("c", 2), name="third")
    print(await asyncio.gather(second, third, work_eagerly("d")))

async def work_eagerly(name):
    inner = asyncio.create_task(work(name, 1), name="inner")
    print("made inner", inner.done())
    return await inner

asyncio.run(main())
# expect: a begins in Task-2
# expect: a ends
# expect: True a None <Task finished name='first' result='a'>
# expect: b begins in Task-3
# expect: False False
# expect: c begins in Task-4
# expect: d begins in Task-6
# expect: made inner False
# expect: b ends
# expect: d ends
# expect: c ends
# expect: ['b', 'c', 'd']
---
# what an eager task raises, its context and its parent
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")

async def fail():
    raise KeyError("k")

async def change():
    user.set("somebody")
    print(user.get())
    await asyncio.sleep(0)
    print(user.get())

async def cancel(task):
    task.cancel("from an eager task")

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(fail())
    print(task.done(), repr(task.exception()))
    task = asyncio.create_task(change())
    print(user.get(), asyncio.all_tasks() == {task, asyncio.current_task()})
    await task
    asyncio.create_task(cancel(asyncio.current_task()))
    print("still here")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(repr(error))
    asyncio.current_task().uncancel()
    asyncio.current_task().cancel("before")
    print(asyncio.create_task(asyncio.sleep(0)).done())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(repr(error))
    asyncio.current_task().uncancel()
    async with asyncio.TaskGroup() as group:
        print([group.create_task(work(n)).done() for n in range(3)])

async def work(n):
    if n == 1:
        await asyncio.sleep(0)

asyncio.run(main())
# expect: True KeyError('k')
# expect: somebody
# expect: nobody True
# expect: somebody
# expect: still here
# expect: CancelledError('from an eager task')
# expect: False
# expect: CancelledError('before')
# expect: [True, False, True]
---
# a factory of one's own, and eager_start by hand
import asyncio

class Own(asyncio.Task):
    pass

async def work():
    print("working")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Own))
    print(type(asyncio.create_task(work())))
    loop.set_task_factory(None)
    task = asyncio.Task(work(), loop=loop, eager_start=True)
    print(task.done())
    task = asyncio.Task(work())
    print(task.done())
    await task

asyncio.run(main())
# expect: working
# expect: <class '__main__.Own'>
# expect: working
# expect: True
# expect: False
# expect: working
---
# what would end the loop, raised in the first step, is raised where the task is made; raised later it ends the loop
import asyncio

async def fail(kind, delay):
    if delay is not None:
        await asyncio.sleep(delay)
    raise kind("stop")

async def main(kind, delay):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        task = asyncio.create_task(fail(kind, delay))
        print("made", task.done())
        await asyncio.sleep(0.1)
        print("went on")
        task.exception()
    except BaseException as error:
        print("main", repr(error))
        if delay is not None:
            raise
    return "ended"

for kind in KeyboardInterrupt, SystemExit, ValueError, asyncio.CancelledError:
    for delay in None, 0, 0.01:
        if kind in (ValueError, asyncio.CancelledError) and delay is not None:
            continue
        print("--", kind.__name__, delay)
        try:
            print(asyncio.run(main(kind, delay)))
        except BaseException as error:
            print("run", repr(error))
# expect: -- KeyboardInterrupt None
# expect: main KeyboardInterrupt('stop')
# expect: ended
# expect: -- KeyboardInterrupt 0
# expect: made False
# expect: main CancelledError()
# expect: run KeyboardInterrupt('stop')
# expect: -- KeyboardInterrupt 0.01
# expect: made False
# expect: main CancelledError()
# expect: run KeyboardInterrupt('stop')
# expect: -- SystemExit None
# expect: main SystemExit('stop')
# expect: ended
# expect: -- SystemExit 0
# expect: made False
# expect: main CancelledError()
# expect: run SystemExit('stop')
# expect: -- SystemExit 0.01
# expect: made False
# expect: main CancelledError()
# expect: run SystemExit('stop')
# expect: -- ValueError None
# expect: made True
# expect: went on
# expect: ended
# expect: -- CancelledError None
# expect: made True
# expect: went on
# expect: main CancelledError('stop')
# expect: ended
---
# an exit in the first step of a task that an eager task makes goes through both
import asyncio

async def leave():
    raise SystemExit(3)

async def outer():
    try:
        await asyncio.create_task(leave())
    except SystemExit as error:
        print("outer", error.code)
        raise

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        asyncio.create_task(outer())
    except SystemExit as error:
        print("main", error.code)
    await asyncio.sleep(0)
    print("still here")

asyncio.run(main())
# expect: outer 3
# expect: main 3
# expect: still here
