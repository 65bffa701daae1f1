# what an awaiter yields is None, for a turn, or a future that says so: all else is refused in the task's next turn
import asyncio

class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        try:
            return (yield self.value)
        except RuntimeError as error:
            turns.append("refused")
            return str(error).replace(repr(asyncio.current_task()), "<this>").replace(repr(self.value), "<it>")

class Kept(asyncio.Future):
    """One of the script's own classes."""

turns = []

async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    other = asyncio.new_event_loop()
    for value in (
        None, "something", done, loop.create_future(), Kept(), other.create_future(), asyncio.current_task(),
        (each for each in ()), asyncio.sleep, done.__await__(),
    ):
        turns.clear()
        loop.call_soon(turns.append, "others")
        print(type(value).__name__, await Yields(value), turns)
    other.close()
    future = loop.create_future()
    future._asyncio_future_blocking = True
    loop.call_soon(future.set_result, "sent")
    print(await Yields(future), future._asyncio_future_blocking, future.result())

asyncio.run(main())
# expect: NoneType None ['others']
# expect: str Task got bad yield: <it> ['others', 'refused']
# expect: Future yield was used instead of yield from in task <this> with <it> ['others', 'refused']
# expect: Future yield was used instead of yield from in task <this> with <it> ['others', 'refused']
# expect: Kept yield was used instead of yield from in task <this> with <it> ['others', 'refused']
# expect: Future Task <this> got Future <it> attached to a different loop ['others', 'refused']
# expect: Task Task cannot await on itself: <this> ['others', 'refused']
# expect: generator yield was used instead of yield from for generator in task <this> with <it> ['others', 'refused']
# expect: function Task got bad yield: <it> ['others', 'refused']
# expect: FutureIter Task got bad yield: <it> ['others', 'refused']
# expect: None False sent
---
# what cannot be awaited is refused in the next turn, too; the task may ask what it is
import asyncio

async def own():
    await asyncio.current_task()

async def foreign(loop):
    await loop.create_future()

async def main():
    other = asyncio.new_event_loop()
    for coro in own(), foreign(other):
        task = asyncio.create_task(coro, name="asker")
        await asyncio.sleep(0)
        turns = [task.done()]
        await asyncio.sleep(0)
        print(turns, task.done(), str(task.exception()).split(" coro=")[0])
    task = asyncio.create_task(own())
    await asyncio.sleep(0)
    print(task.cancel())
    await asyncio.sleep(0)
    print(task.cancelled())
    other.close()

asyncio.run(main())
# expect: [False] True Task cannot await on itself: <Task pending name='asker'
# expect: [False] True Task <Task pending name='asker'
# expect: True
# expect: True
