# a coroutine that nobody can await any more is warned of, and so is a step of an asynchronous generator
import gc
import warnings

async def work():
    pass

async def items():
    yield 1

class Place:
    async def visit(self):
        pass

def lose(value):
    ring = [value]
    ring.append(ring)

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    lose(work())
    lose(Place().visit())
    generator = items()
    lose(generator.asend(None))
    lose(generator.__anext__())
    lose(anext(generator, 0))
    lose(generator.athrow(ValueError))
    lose(generator.aclose())
    gc.collect()
for each in log:
    print(each.category.__name__, each.message, each.lineno, each.source is generator)
# expect: RuntimeWarning coroutine 'work' was never awaited 29 False
# expect: RuntimeWarning coroutine 'Place.visit' was never awaited 29 False
# expect: RuntimeWarning coroutine method 'asend' of 'items' was never awaited 29 True
# expect: RuntimeWarning coroutine method 'asend' of 'items' was never awaited 29 True
# expect: RuntimeWarning coroutine method 'asend' of 'items' was never awaited 29 True
# expect: RuntimeWarning coroutine method 'athrow' of 'items' was never awaited 29 True
# expect: RuntimeWarning coroutine method 'aclose' of 'items' was never awaited 29 True
---
# what was begun, closed or is still within reach gives no warning
import gc
import warnings

async def work():
    return 1

async def items():
    yield 1

def lose(value):
    ring = [value]
    ring.append(ring)

def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    held = [work() for _ in range(200)]
    closed = work()
    closed.close()
    lose(closed)
    thrown = work()
    try:
        thrown.throw(ValueError)
    except ValueError:
        lose(thrown)
    ended = work()
    print(drive(ended))  # expect: 1
    lose(ended)
    step = items().aclose()
    step.close()
    lose(step)
    del closed, thrown, ended, step
    gc.collect()
    print(len(log))  # expect: 0
    print(sum(drive(each) for each in held))  # expect: 200
    lose(held)
    del held
    gc.collect()
    print(len(log))  # expect: 0
---
# many that were never begun, between others that were
import gc
import warnings

async def work(n):
    return n

def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    ring = []
    ring.append(ring)
    total = 0
    for n in range(1_000):
        first, second = work(n), work(n)
        ring.append(first if n % 3 else second)
        total += drive(second if n % 3 else first)
    print(total)  # expect: 499500
    del ring, first, second
    gc.collect()
    print(len(log))  # expect: 1000
---
# a filter that makes it an error: the hook of what nobody can catch is told
import gc
import sys
import warnings

async def work():
    pass

def lose(value):
    ring = [value]
    ring.append(ring)

sys.unraisablehook = lambda told: print(told.exc_type.__name__, told.exc_value, told.err_msg, told.object.__qualname__)
warnings.simplefilter("error")
lose(work())
gc.collect()  # expect: RuntimeWarning coroutine 'work' was never awaited None work
warnings.simplefilter("ignore")
lose(work())
print(gc.collect() >= 0)  # expect: True
