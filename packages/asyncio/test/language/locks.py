# a lock: one at a time, first come, first served
import asyncio

def show(thing):
    print(repr(thing).replace(hex(id(thing)), "0x"))

async def work(lock, name):
    async with lock as nothing:
        print(name, "has it", nothing)
        await asyncio.sleep(0)
        show(lock)
    print(name, "is done")

async def main():
    lock = asyncio.Lock()
    show(lock)
    await asyncio.gather(*(work(lock, name) for name in "abc"))
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
# expect: <asyncio.locks.Lock object at 0x [unlocked]>
# expect: a has it None
# expect: <asyncio.locks.Lock object at 0x [locked, waiters:2]>
# expect: a is done
# expect: b has it None
# expect: <asyncio.locks.Lock object at 0x [locked, waiters:1]>
# expect: b is done
# expect: c has it None
# expect: <asyncio.locks.Lock object at 0x [locked]>
# expect: c is done
# expect: False True True
# expect: Lock is not acquired.
---
# who is cancelled in line for a lock lets the next one have it
import asyncio

async def work(lock, name):
    async with lock:
        print(name)
        await asyncio.sleep(0)

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(work(lock, name)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    lock.release()
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(lock.locked())
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
# expect: False
# expect: c
# expect: d
# expect: [CancelledError(''), CancelledError(''), None, None]
---
# a lock that was given back goes to who waits, not to who comes
import asyncio

async def take(lock, log, name):
    await lock.acquire()
    log.append(name)
    lock.release()

async def main():
    lock = asyncio.Lock()
    log = []
    await lock.acquire()
    first = asyncio.create_task(take(lock, log, "first"))
    await asyncio.sleep(0)
    lock.release()
    second = asyncio.create_task(take(lock, log, "second"))
    await take(lock, log, "main")
    await asyncio.gather(first, second)
    print(log)

asyncio.run(main())  # expect: ['first', 'main', 'second']
---
# a lock belongs to the loop that it first waited in
import asyncio

lock = asyncio.Lock()

async def main():
    await lock.acquire()
    try:
        async with asyncio.timeout(0):
            await lock.acquire()
    except TimeoutError:
        print("waited")

asyncio.run(main())  # expect: waited
try:
    asyncio.run(main())
except RuntimeError as error:
    print("is bound to a different event loop" in str(error), str(error)[:25])
# expect: True <asyncio.locks.Lock objec
---
# an event wakes all who wait
import asyncio

def show(thing):
    print(repr(thing).replace(hex(id(thing)), "0x"))

async def wait(event, name):
    print(name, await event.wait())

async def main():
    event = asyncio.Event()
    show(event)
    tasks = [asyncio.create_task(wait(event, name)) for name in "abc"]
    await asyncio.sleep(0)
    show(event)
    tasks[1].cancel()
    event.set()
    event.clear()
    event.set()
    print(event.is_set(), await event.wait())
    show(event)
    await asyncio.wait(tasks)
    show(event)
    event.clear()
    print(event.is_set())

asyncio.run(main())
# expect: <asyncio.locks.Event object at 0x [unset]>
# expect: <asyncio.locks.Event object at 0x [unset, waiters:3]>
# expect: True True
# expect: <asyncio.locks.Event object at 0x [set, waiters:3]>
# expect: a True
# expect: c True
# expect: <asyncio.locks.Event object at 0x [set]>
# expect: False
---
# a condition: waiting without the lock, notified some or all
import asyncio

def show(thing):
    print(repr(thing).replace(hex(id(thing)), "0x"))

async def main():
    condition = asyncio.Condition()
    ready = []

    async def consume(name):
        async with condition:
            print(name, await condition.wait_for(lambda: ready and ready.pop()))

    tasks = [asyncio.create_task(consume(name)) for name in "abc"]
    await asyncio.sleep(0)
    show(condition)
    async with condition:
        show(condition)
        ready.append(1)
        condition.notify()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with condition:
        ready.extend([2, 3])
        condition.notify_all()
    await asyncio.gather(*tasks)
    for use in (condition.notify, condition.notify_all):
        try:
            use()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())
    print(shared.locked())

asyncio.run(main())
# expect: <asyncio.locks.Condition object at 0x [unlocked, waiters:3]>
# expect: <asyncio.locks.Condition object at 0x [locked, waiters:3]>
# expect: a 1
# expect: b 3
# expect: c 2
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
# expect: True
# expect: False
---
# a cancelled waiter of a condition has the lock again first, and passes its notification on
import asyncio

async def main():
    condition = asyncio.Condition()

    async def wait(name):
        async with condition:
            try:
                await condition.wait()
                print(name, "notified")
            except asyncio.CancelledError as error:
                print(name, "cancelled", repr(error), condition.locked())
                raise

    first = asyncio.create_task(wait("first"))
    second = asyncio.create_task(wait("second"))
    await asyncio.sleep(0)
    async with condition:
        condition.notify(1)
        first.cancel("go")
        await asyncio.sleep(0)
        print("still mine")
    print(await asyncio.gather(first, second, return_exceptions=True))

    third = asyncio.create_task(wait("third"))
    await asyncio.sleep(0)
    await condition.acquire()
    third.cancel("one")
    await asyncio.sleep(0)
    third.cancel("two")
    await asyncio.sleep(0)
    print(third.done())
    condition.release()
    print(await asyncio.gather(third, return_exceptions=True))

asyncio.run(main())
# expect: still mine
# expect: first cancelled CancelledError('go') True
# expect: second notified
# expect: [CancelledError(''), None]
# expect: False
# expect: third cancelled CancelledError('two') True
# expect: [CancelledError('')]
---
# semaphores: several at a time, and fair
import asyncio

def show(thing):
    print(repr(thing).replace(hex(id(thing)), "0x"))

async def work(semaphore, name):
    async with semaphore:
        print(name, "in")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(name, "out")

async def main():
    semaphore = asyncio.Semaphore(2)
    show(semaphore)
    tasks = [asyncio.create_task(work(semaphore, name)) for name in "abcde"]
    await asyncio.sleep(0)
    show(semaphore)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    show(semaphore)
    semaphore.release()
    show(semaphore)
    show(asyncio.Semaphore(0))
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    show(bounded)
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)

asyncio.run(main())
# expect: <asyncio.locks.Semaphore object at 0x [unlocked, value:2]>
# expect: a in
# expect: b in
# expect: <asyncio.locks.Semaphore object at 0x [locked, waiters:3]>
# expect: a out
# expect: b out
# expect: d in
# expect: e in
# expect: d out
# expect: e out
# expect: <asyncio.locks.Semaphore object at 0x [unlocked, value:2]>
# expect: <asyncio.locks.Semaphore object at 0x [unlocked, value:3]>
# expect: <asyncio.locks.Semaphore object at 0x [locked]>
# expect: Semaphore initial value must be >= 0
# expect: <asyncio.locks.BoundedSemaphore object at 0x [locked]>
# expect: BoundedSemaphore released too many times
---
# a semaphore that is given to one who is cancelled goes to the next one
import asyncio

async def take(semaphore, log, name):
    await semaphore.acquire()
    log.append(name)

async def main():
    log = []
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(take(semaphore, log, name)) for name in "abc"]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, semaphore.locked())
    semaphore.release()
    await take(semaphore, log, "late") if not semaphore.locked() else None
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, semaphore.locked())

asyncio.run(main())
# expect: ['b'] True
# expect: ['b', 'c'] True
---
# a barrier lets its parties go on together, round after round
import asyncio

def show(thing):
    print(repr(thing).replace(hex(id(thing)), "0x"))

async def party(barrier, name, delay):
    for turn in range(2):
        await asyncio.sleep(delay)
        async with barrier as number:
            print(name, turn, number)

async def main():
    barrier = asyncio.Barrier(3)
    show(barrier)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(party(barrier, name, delay)) for name, delay in (("a", 0.02), ("b", 0), ("c", 0.01))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    show(barrier)
    print(barrier.n_waiting)
    await asyncio.gather(*tasks)
    show(barrier)
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)

asyncio.run(main())
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:0/3]>
# expect: 3 0 False
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:1/3]>
# expect: 1
# expect: a 0 2
# expect: b 0 0
# expect: c 0 1
# expect: a 1 2
# expect: b 1 0
# expect: c 1 1
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:0/3]>
# expect: parties must be > 0
# expect: parties must be > 0
---
# a barrier that is reset or aborted
import asyncio

def show(thing):
    print(repr(thing).replace(hex(id(thing)), "0x"))

async def party(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, repr(error))

async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier, name)) for name in "ab"]
    await asyncio.sleep(0)
    await barrier.reset()
    show(barrier)
    tasks.append(asyncio.create_task(party(barrier, "late")))
    await asyncio.wait(tasks[:2])
    show(barrier)
    await asyncio.sleep(0)
    show(barrier)
    await barrier.abort()
    await asyncio.wait(tasks)
    show(barrier)
    await party(barrier, "after")
    await barrier.reset()
    show(barrier)
    await asyncio.gather(*(party(barrier, name) for name in "xyz"))
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    show(barrier)

asyncio.run(main())
# expect: <asyncio.locks.Barrier object at 0x [resetting, waiters:0/3]>
# expect: a BrokenBarrierError('Abort or reset of barrier')
# expect: b BrokenBarrierError('Abort or reset of barrier')
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:1/3]>
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:1/3]>
# expect: late BrokenBarrierError('Abort or reset of barrier')
# expect: <asyncio.locks.Barrier object at 0x [broken]>
# expect: after BrokenBarrierError('Barrier aborted')
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:0/3]>
# expect: z 2
# expect: x 0
# expect: y 1
# expect: <asyncio.locks.Barrier object at 0x [filling, waiters:0/3]>
