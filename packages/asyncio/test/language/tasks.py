# gather keeps the order of its arguments, tasks interleave by turns
import asyncio

async def count(name, delay):
    for n in range(3):
        print(name, n)
        await asyncio.sleep(delay)
    return name

async def main():
    print(await asyncio.gather(count("a", 0.01), count("b", 0.02), count("c", 0)))

asyncio.run(main())
# expect: a 0
# expect: b 0
# expect: c 0
# expect: c 1
# expect: c 2
# expect: a 1
# expect: b 1
# expect: a 2
# expect: b 2
# expect: ['a', 'b', 'c']
---
# a cancelled task is told where it waits, and whoever awaits it hears of it
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("told", error)
        raise
    finally:
        print("cleaned up")

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancel("enough"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task.done(), task.cancel())

asyncio.run(main())
# expect: True 1
# expect: told enough
# expect: cleaned up
# expect: CancelledError('enough') True True False
---
# tasks left over when the main one ends run to the end of the batch, then are cancelled
import asyncio

async def background():
    try:
        while True:
            print("tick")
            await asyncio.sleep(0)
    finally:
        print("cancelled")

async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return "over"

print(asyncio.run(main()))
# expect: tick
# expect: tick
# expect: tick
# expect: cancelled
# expect: over
---
# the first failure ends gather; with return_exceptions it is one of the results
import asyncio

async def fail(text):
    await asyncio.sleep(0)
    raise ValueError(text)

async def main():
    try:
        await asyncio.gather(fail("one"), asyncio.sleep(0.01), fail("two"))
    except ValueError as error:
        print("failed:", error)
    print(await asyncio.gather(fail("three"), asyncio.sleep(0, 4), return_exceptions=True))

asyncio.run(main())
# expect: failed: one
# expect: [ValueError('three'), 4]
---
# futures: results, failures, callbacks in turns of their own
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_soon(future.set_result, 42)
    print(future.done(), await future, future)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(repr(error))
    other = loop.create_future()
    other.set_exception(KeyError("k"))
    try:
        await other
    except KeyError as error:
        print("raised", error)
    await asyncio.sleep(0)

asyncio.run(main())
# expect: callback 42
# expect: False 42 <Future finished result=42>
# expect: InvalidStateError('invalid state')
# expect: raised 'k'
---
# no loop, or one too many
import asyncio

async def nothing():
    pass

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)  # expect: no running event loop

async def main():
    coro = nothing()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()

asyncio.run(main())  # expect: asyncio.run() cannot be called from a running event loop
try:
    asyncio.run(3)
except ValueError as error:
    print(error)  # expect: a coroutine was expected, got 3
---
# context variables: a task has a copy
import asyncio, contextvars

var = contextvars.ContextVar("var", default=0)

async def child(n):
    var.set(n)
    await asyncio.sleep(0)
    return var.get()

async def main():
    var.set(1)
    print(await asyncio.gather(child(2), child(3)), var.get())

asyncio.run(main())  # expect: [2, 3] 1
print(var.get())  # expect: 0
---
# times are ints as well as floats; what is scheduled comes in the order of its time
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    said = []
    loop.call_later(1, said.append, "later")
    loop.call_at(int(begin) + 4, said.append, "at")
    await asyncio.sleep(2)
    print(said, 1.9 < loop.time() - begin < 2.5)
    await asyncio.sleep(3)
    print(said)

asyncio.run(main())
# expect: ['later'] True
# expect: ['later', 'at']
---
# what a wait raises has as its context what was being handled there
import asyncio

async def tidy():
    try:
        {}["plan"]
    finally:
        await asyncio.sleep(60)

async def main():
    task = asyncio.create_task(tidy())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error.__context__))
    future = asyncio.Future()
    asyncio.get_running_loop().call_soon(future.set_exception, OSError("late"))
    try:
        try:
            int("x")
        except ValueError:
            await future
    except OSError as error:
        print(repr(error.__context__)[:12])

asyncio.run(main())
# expect: KeyError('plan')
# expect: ValueError("
---
# the stack of a task; a future cannot fail with StopIteration
import asyncio, io

async def fetch():
    await asyncio.sleep(60)

async def broken():
    raise OSError("gone")

async def main():
    task = asyncio.create_task(fetch(), name="fetch")
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()], task.get_stack(limit=0))
    print(asyncio.current_task().get_stack(limit=1)[0].f_code.co_name)
    task.cancel()
    failed = asyncio.create_task(broken())
    await asyncio.wait([failed])
    shown = io.StringIO()
    failed.print_stack(file=shown)
    print(shown.getvalue().splitlines()[0].split()[:2], shown.getvalue().splitlines()[-1])
    print(type(failed.exception()).__name__)
    future = asyncio.Future()
    future.set_exception(StopIteration("end"))
    try:
        await future
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    try:
        del future._asyncio_future_blocking
    except AttributeError as error:
        print(error)
    print(asyncio.all_tasks("no loop"))

asyncio.run(main())
# expect: ['fetch'] []
# expect: main
# expect: ['Traceback', 'for'] OSError: gone
# expect: OSError
# expect: StopIteration interacts badly with generators and cannot be raised into a Future StopIteration('end')
# expect: cannot delete attribute
# expect: set()
---
# a coroutine that a task is waiting in cannot be awaited by another
import asyncio
async def work(): await asyncio.sleep(10)
async def twice():
    coroutine = work()
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    try: await coroutine
    except RuntimeError as error: print(error)
    task.cancel()
asyncio.run(twice())  # expect: coroutine is being awaited already
async def itself():
    try: await own
    except ValueError as error: print(error)
own = itself()
asyncio.run(own)  # expect: coroutine already executing
---
# what is being handled around asyncio.run is handled around all that the loop calls, each task beside the others
import asyncio, sys

def handled():
    return repr(sys.exception())

async def other():
    print("other", handled())
    await asyncio.sleep(0)
    try:
        raise KeyError("own")
    except KeyError as error:
        print("other", handled(), repr(error.__context__))

async def main():
    print("main", handled())
    try:
        raise IndexError("inner")
    except IndexError:
        await other()
        await asyncio.create_task(other())
        asyncio.get_running_loop().call_soon(lambda: print("callback", handled()))
        await asyncio.sleep(0.001)
        print("main", handled())
    print("main", handled())

try:
    raise ValueError("outer")
except ValueError:
    asyncio.run(main())
    print("after", handled())
# expect: main ValueError('outer')
# expect: other IndexError('inner')
# expect: other KeyError('own') IndexError('inner')
# expect: other ValueError('outer')
# expect: other KeyError('own') ValueError('outer')
# expect: callback ValueError('outer')
# expect: main IndexError('inner')
# expect: main ValueError('outer')
# expect: after ValueError('outer')
asyncio.run(other())
# expect: other None
# expect: other KeyError('own') None
---
# a request of cancellation that is taken back before the task's turn leaves it what it waited for
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()

    async def wait():
        try:
            return await future
        except asyncio.CancelledError as error:
            return repr(error)

    async def begin(result, *requests, taken_back):
        nonlocal future
        future = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(wait())
        await asyncio.sleep(0)
        future.set_result(result)
        for message in requests:
            task.cancel(message)
        print(task._must_cancel, [task.uncancel() for _ in range(taken_back)], task._must_cancel, await task)

    await begin(1, "stop", taken_back=0)
    await begin(2, "stop", taken_back=1)
    await begin(3, "stop", "at once", taken_back=1)
    await begin(4, "stop", "at once", taken_back=2)

asyncio.run(main())
# expect: True [] True CancelledError('stop')
# expect: True [0] False 2
# expect: True [1] True CancelledError('at once')
# expect: True [1, 0] False 4
---
# who asks a future for its failure again gets it without the frames that others have added to it
import asyncio
import traceback

def names(error):
    return [entry.name for entry in traceback.extract_tb(error.__traceback__)]

async def load(name):
    raise KeyError(name)

async def main():
    task = asyncio.create_task(load("score"))
    for _ in range(3):
        try:
            await task
        except KeyError as error:
            print(names(error))
    both = asyncio.gather(load("a"), load("b"))
    for ask in (lambda: both, lambda: both):
        try:
            await ask()
        except KeyError as error:
            print(error, names(error))
    try:
        both.result()
    except KeyError as error:
        print(error, names(error))

asyncio.run(main())
# expect: ['main', 'load']
# expect: ['main']
# expect: ['main']
# expect: 'a' ['main', 'load']
# expect: 'a' ['main']
# expect: 'a' ['main']
---
# what is overdue comes in the order of its time, behind whatever was ready before
import asyncio

async def doze(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "now")
    loop.call_later(-0.1, print, "before")
    loop.call_at(loop.time() - 0.2, print, "long before")
    taken = loop.call_later(-0.15, print, "taken back")
    dozing = [asyncio.create_task(doze(f"{delay} s", delay)) for delay in (0.003, 0.001, 0.002)]
    loop.call_soon(print, "soon")
    taken.cancel()
    await asyncio.sleep(0)
    print("first turn")
    loop.call_soon(print, "soon again")
    loop.call_later(-1, loop.call_soon, print, "later still")
    await asyncio.sleep(0)
    print("second turn")
    for _ in range(3):
        await asyncio.sleep(0)
    print("others")
    await asyncio.gather(*dozing)

loop = asyncio.new_event_loop()
loop.call_later(-0.1, print, "before the loop runs")
loop.call_soon(print, "ready")
loop.run_until_complete(main())
# expect: ready
# expect: before the loop runs
# expect: soon
# expect: first turn
# expect: long before
# expect: before
# expect: now
# expect: soon again
# expect: second turn
# expect: later still
# expect: others
# expect: 0.001 s
# expect: 0.002 s
# expect: 0.003 s
loop.close()
---
# what callbacks raise is told to the loop's handler, also where a built-in function raises at once
import asyncio
import functools
import sys

def told(loop, context):
    print(context["message"].split(" at ")[0], repr(context["exception"]))

class Counter:
    def count(self, number):
        raise LookupError(number)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    future = loop.create_future()
    future.set_result(1)
    future.add_done_callback(3)
    loop.call_soon(int, "x")
    loop.call_soon(future.set_result, 2)
    loop.call_soon("none", None)
    loop.call_soon(functools.partial(int, "y", base=10), "z")
    loop.call_later(0, Counter().count, 5)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_debug(True)
    try:
        loop.call_soon(3)
    except TypeError as error:
        print(str(error).split(",")[0])
    loop.call_soon(functools.partial(int, "y", base=10), "z")
    loop.call_soon(Counter().count, 5)
    await asyncio.sleep(0)
    loop.set_debug(False)
    print(loop.call_later(60, print, "secret").cancelled(), loop.call_soon(print, "seen"))
    loop.call_soon(sys.exit, "over")
    await asyncio.sleep(60)

try:
    asyncio.run(main())
except SystemExit as error:
    print("ended:", error)
# expect: Exception in callback 3() TypeError("'int' object is not callable")
# expect: Exception in callback int() ValueError("invalid literal for int() with base 10: 'x'")
# expect: Exception in callback Future.set_result() InvalidStateError('invalid state')
# expect: Exception in callback 'none'() TypeError("'str' object is not callable")
# expect: Exception in callback int()() TypeError('int() takes at most 2 arguments (3 given)')
# expect: Exception in callback Counter.count() LookupError(5)
# expect: a callable object was expected by call_soon()
# expect: Exception in callback int('y', base=10)('z') TypeError('int() takes at most 2 arguments (3 given)')
# expect: Exception in callback Counter.count(5) LookupError(5)
# expect: False <Handle print()>
# expect: seen
# expect: ended: over
---
# the handler of a loop handles what has failed: what it raises itself has that as its context
import asyncio, sys
async def main():
    loop = asyncio.get_running_loop()
    def handler(l, c):
        print("handling", repr(sys.exception()), c["exception"] is sys.exception())
        raise KeyError("handler")
    loop.set_exception_handler(handler)
    seen = []
    loop.default_exception_handler = lambda c: seen.append(c)
    loop.call_soon(int, "q")
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([(c["message"], repr(c["exception"]), repr(c["exception"].__context__)) for c in seen])
    print(sys.exception())
asyncio.run(main())
# expect: handling ValueError("invalid literal for int() with base 10: 'q'") True
# expect: handling ZeroDivisionError('division by zero') True
# expect: [('Unhandled error in exception handler', "KeyError('handler')", 'ValueError("invalid literal for int() with base 10: \'q\'")'), ('Unhandled error in exception handler', "KeyError('handler')", "ZeroDivisionError('division by zero')")]
# expect: None
