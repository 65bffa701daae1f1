# a task that is pending when nothing can run it any more is told of by the handler of its loop
import asyncio
import gc

def told(loop, context):
    task = context["task"]
    print(context["message"], sorted(context), task.get_name(), task.done(), task._log_destroy_pending)

async def wait():
    await asyncio.get_running_loop().create_future()

async def main():
    pass

def lose(is_told):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(told)
    task = loop.create_task(wait(), name=f"lost {is_told}")
    task._log_destroy_pending = is_told
    loop.run_until_complete(main())
    loop.close()

gc.disable()
lose(False)
gc.collect()
print("collected")  # expect: collected
lose(True)
gc.collect()  # expect: Task was destroyed but it is pending! ['message', 'task'] lost True False True
---
# one that has not begun, whose coroutine then was never awaited either
import asyncio
import gc
import warnings

async def wait():
    pass

def lose():
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["task"])[:43]))
    ring = [loop.create_task(wait(), name="lost")]
    ring.append(ring)
    loop.close()

gc.disable()
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    lose()
    gc.collect()  # expect: Task was destroyed but it is pending! <Task pending name='lost' coro=<wait() runn
    print([str(each.message) for each in log])  # expect: ["coroutine 'wait' was never awaited"]
---
# a task that its loop, or a future within reach, still leads to is left alone, and goes on later
import asyncio
import gc

async def wait(future):
    return await future

async def main():
    pass

def begin(loop, future):
    loop.create_task(wait(future)).add_done_callback(lambda task: print("done", task.result()))

loop = asyncio.new_event_loop()
future = loop.create_future()
begin(loop, future)
loop.run_until_complete(main())
gc.collect()
print("still there")  # expect: still there
future.set_result("later")
loop.run_until_complete(asyncio.sleep(0))  # expect: done later
loop.close()
---
# what gather, wait_for and asyncio.run leave behind is no loss
import asyncio
import gc

async def work(n):
    await asyncio.sleep(n / 100)
    return n

async def main():
    try:
        await asyncio.wait_for(work(10), 0.01)
    except TimeoutError:
        print("timeout")
    asyncio.create_task(work(50))
    asyncio.create_task(work(50))
    print(await asyncio.gather(work(0), work(1)))
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"]))

asyncio.run(main())
# expect: timeout
# expect: [0, 1]
gc.collect()
---
# `__del__` that a script calls on a task that is pending only tells of it
import asyncio

async def wait(future):
    return await future

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    future = loop.create_future()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    task.__del__()
    task.__del__()
    future.set_result("result")
    print(await task)

asyncio.run(main())
# expect: Task was destroyed but it is pending!
# expect: Task was destroyed but it is pending!
# expect: result
