# a queue of limited size: producers and consumers in turns
import asyncio

async def produce(queue):
    for n in range(5):
        await queue.put(n)
        print("put", n, queue.qsize())
    await queue.put(None)

async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()
    queue.task_done()

async def main():
    queue = asyncio.Queue(2)
    consumer = asyncio.create_task(consume(queue))
    await asyncio.gather(produce(queue), queue.join())
    await consumer
    await queue.join()
    print(queue.empty(), queue.full(), queue.maxsize)

asyncio.run(main())
# expect: put 0 1
# expect: put 1 2
# expect: got 0
# expect: got 1
# expect: put 2 1
# expect: put 3 2
# expect: got 2
# expect: got 3
# expect: put 4 1
# expect: got 4
# expect: True False 2
---
# what a queue shows of itself, and what it refuses
import asyncio

async def main():
    queue = asyncio.Queue(maxsize=1)
    print(queue)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue)
    queue.put_nowait("x")
    print(await getter, queue)
    queue.put_nowait("y")
    try:
        queue.put_nowait("z")
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(queue.put("z"))
    await asyncio.sleep(0)
    print(queue, repr(queue)[:9])
    print(queue.get_nowait(), await putter, queue.get_nowait())
    for _ in range(3):
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    print(asyncio.Queue[int])

asyncio.run(main())
# expect: <Queue maxsize=1>
# expect: QueueEmpty()
# expect: <Queue maxsize=1 _getters[1]>
# expect: x <Queue maxsize=1 tasks=1>
# expect: QueueFull()
# expect: <Queue maxsize=1 _queue=['y'] _putters[1] tasks=2> <Queue at
# expect: y None z
# expect: task_done() called too many times
# expect: asyncio.queues.Queue[int]
---
# queues with an order of their own
import asyncio

async def main():
    last = asyncio.LifoQueue()
    least = asyncio.PriorityQueue(10)
    for n in (3, 1, 4, 1, 5):
        await last.put(n)
        await least.put(n)
    print(last, least)
    print([last.get_nowait() for _ in range(5)], [await least.get() for _ in range(5)])

asyncio.run(main())
# expect: <LifoQueue maxsize=0 _queue=[3, 1, 4, 1, 5] tasks=5> <PriorityQueue maxsize=10 _queue=[1, 1, 4, 3, 5] tasks=5>
# expect: [5, 1, 4, 1, 3] [1, 1, 3, 4, 5]
---
# who is cancelled in line for a queue passes the turn on
import asyncio

async def get(queue, name):
    print(name, await queue.get())

async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(get(queue, name)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), queue)
    await queue.put(2)
    putters = [asyncio.create_task(queue.put(n)) for n in (3, 4)]
    await asyncio.sleep(0)
    print(queue.get_nowait(), putters[0].cancel())
    print(await asyncio.gather(*putters, return_exceptions=True), queue)

asyncio.run(main())
# expect: b 1
# expect: [CancelledError(''), None, CancelledError('')] <Queue maxsize=1 tasks=1>
# expect: 2 True
# expect: [CancelledError(''), None] <Queue maxsize=1 _queue=[4] tasks=3>
---
# a queue that is shut down
import asyncio

async def get(queue):
    try:
        return await queue.get()
    except asyncio.QueueShutDown as error:
        return repr(error)

async def put(queue, item):
    try:
        return await queue.put(item)
    except asyncio.QueueShutDown as error:
        return repr(error)

async def main():
    queue = asyncio.Queue(1)
    getters = [asyncio.create_task(get(queue)) for _ in range(2)]
    await asyncio.sleep(0)
    queue.shutdown()
    print(await asyncio.gather(*getters), queue)

    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    putter = asyncio.create_task(put(queue, 2))
    await asyncio.sleep(0)
    queue.shutdown()
    print(await putter, await put(queue, 3), queue)
    print(await get(queue), await get(queue))
    try:
        queue.put_nowait(4)
    except asyncio.QueueShutDown as error:
        print(repr(error))
    queue.task_done()
    await queue.join()

    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)
    joined = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    print(await get(queue), await joined, queue)
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown as error:
        print(repr(error))

asyncio.run(main())
# expect: ['QueueShutDown()', 'QueueShutDown()'] <Queue maxsize=1 shutdown>
# expect: QueueShutDown() QueueShutDown() <Queue maxsize=1 _queue=[1] tasks=1 shutdown>
# expect: 1 QueueShutDown()
# expect: QueueShutDown()
# expect: QueueShutDown() None <Queue maxsize=0 shutdown>
# expect: QueueShutDown()
---
# a size or a timeout that is no number is refused when it is compared
import asyncio

async def value():
    return 1

async def main():
    queue = asyncio.Queue("three")
    try:
        queue.put_nowait(1)
    except TypeError as error:
        print(error)
    coroutine = value()
    try:
        await asyncio.wait_for(coroutine, "soon")
    except TypeError as error:
        print(error)
    coroutine.close()

asyncio.run(main())
# expect: '<=' not supported between instances of 'str' and 'int'
# expect: '<=' not supported between instances of 'str' and 'int'
