# yield from passes values through
def inner():
    yield 1
    yield 2
def outer():
    yield 0
    yield from inner()
    yield from "ab"
    yield from [3]
    yield from range(2)
print(list(outer()))  # expect: [0, 1, 2, 'a', 'b', 3, 0, 1]
---
# the value of yield from is the inner return value
def inner():
    yield 1
    return "inner result"
def outer():
    x = yield from inner()
    yield x
    y = yield from []
    yield y
print(list(outer()))  # expect: [1, 'inner result', None]
---
# sent values reach the innermost generator
def inner():
    a = yield "first"
    b = yield a * 2
    return b
def middle(): return (yield from inner())
def outer(): return (yield from middle())
it = outer()
print(next(it), it.send(21))  # expect: first 42
try:
    it.send("end")
except StopIteration as e:
    print(e.value)  # expect: end
---
# thrown exceptions reach the innermost generator
def inner():
    try:
        yield 1
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    return "x"
def outer():
    r = yield from inner()
    yield r
it = outer()
next(it)
print(it.throw(ValueError("v")))
# expect: inner caught v
# expect: recovered
print(next(it))  # expect: x
---
# an exception the inner does not handle reaches the outer
def inner():
    try:
        yield 1
    finally:
        print("inner finally")
def outer():
    try:
        yield from inner()
    except KeyError as e:
        print("outer caught", e)
        yield "after"
it = outer()
next(it)
print(it.throw(KeyError("k")))
# expect: inner finally
# expect: outer caught 'k'
# expect: after
---
# closing the outer closes the inner first
def inner():
    try:
        yield 1
    finally:
        print("inner closed")
def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")
it = outer()
next(it)
it.close()
# expect: inner closed
# expect: outer closed
---
# sending to an iterator that has no send
def outer():
    yield from iter([1, 2])
it = outer()
next(it)
try:
    it.send("x")
except AttributeError as e:
    print(e)  # expect: 'list_iterator' object has no attribute 'send'
---
# throwing to an iterator that has no throw
def outer():
    try:
        yield from [1, 2]
    except ValueError as e:
        yield f"caught {e}"
it = outer()
next(it)
print(it.throw(ValueError("v")))  # expect: caught v
---
# a custom iterator with send, throw and close
class Custom:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, x): return f"send {x}"
    def throw(self, *a): return f"throw {a}"
    def close(self): print("close")
def outer(): yield from Custom()
it = outer()
print(next(it), it.send(1), next(it))  # expect: next send 1 next
print(it.throw(ValueError))  # expect: throw (<class 'ValueError'>,)
it.close()  # expect: close
---
# StopIteration of a custom iterator gives the value
class Custom:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("custom value")
def outer(): yield (yield from Custom())
print(list(outer()))  # expect: ['custom value']
---
# yield from something not iterable
def f(): yield from 5
try:
    next(f())
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
---
# deep delegation
def count(n):
    if n: yield from count(n - 1)
    yield n
print(sum(count(200)), len(list(count(50))))  # expect: 20100 51
---
# flatten nested lists
def flatten(x):
    if isinstance(x, list):
        for item in x: yield from flatten(item)
    else:
        yield x
print(list(flatten([1, [2, [3, [], [4, [5]]]], 6])))  # expect: [1, 2, 3, 4, 5, 6]
---
# gi_yieldfrom shows the delegate
def inner(): yield 1
def outer():
    d = inner()
    yield d
    yield from d
it = outer()
d = next(it)
print(it.gi_yieldfrom)  # expect: None
next(it)
print(it.gi_yieldfrom is d)  # expect: True
---
# delegating to a generator that is running
def g(): yield from me
me = g()
try:
    next(me)
except ValueError as e:
    print(e)  # expect: generator already executing
---
# delegating to a finished generator
def inner():
    yield 1
    return "only once"
i = inner()
def outer():
    a = yield from i
    b = yield from i
    yield a, b
print(list(outer()))  # expect: [1, ('only once', None)]
---
# coroutine style: a parser fed by send
def numbers():
    total = 0
    while True:
        text = yield
        if text is None: return total
        total += int(text)
def collect(results):
    while True:
        results.append((yield from numbers()))
results = []
c = collect(results)
next(c)
for piece in ("1", "2", None, "10", None): c.send(piece)
print(results)  # expect: [3, 10]
---
# an exception in a delegate propagates with its context
def inner():
    yield 1
    raise ValueError("deep")
def outer():
    try:
        yield from inner()
    except ValueError as e:
        raise KeyError("wrapped") from e
try:
    list(outer())
except KeyError as e:
    print(repr(e), repr(e.__cause__))  # expect: KeyError('wrapped') ValueError('deep')
---
# throwing StopIteration into a generator
def g():
    yield 1
it = g()
next(it)
try:
    it.throw(StopIteration("s"))
except RuntimeError as e:
    print(e)  # expect: generator raised StopIteration
def h():
    try:
        yield 1
    except StopIteration as e:
        yield f"caught {e}"
it = h()
next(it)
print(it.throw(StopIteration("s")))  # expect: caught s
---
# GeneratorExit thrown by hand
def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit")
        raise
def outer():
    try:
        yield from inner()
    except GeneratorExit:
        print("outer exit")
        yield "still alive"
it = outer()
next(it)
print(it.throw(GeneratorExit))
# expect: inner exit
# expect: outer exit
# expect: still alive
---
# GeneratorExit closes what is delegated to first, then goes to the generator itself
def show(x): print(repr(x))
def inner(how):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("inner exits")
        if how == "swallow": return "swallowed"
        if how == "raise": raise ValueError("own")
        raise
    finally:
        print("inner ends")
def middle(how):
    try:
        got = yield from inner(how)
        print("middle got", got)
        yield got
    except BaseException as e:
        print("middle", repr(e))
        raise
def outer(how):
    try: yield from middle(how)
    finally: print("outer ends")
for how in ("pass", "swallow", "raise"):
    for end in ("close", "throw"):
        g = outer(how)
        next(g)
        try: show(g.close() if end == "close" else g.throw(GeneratorExit))
        except BaseException as e: show(e)
        try: show(next(g))
        except BaseException as e: show(e)
        print(g.gi_frame, g.gi_yieldfrom)
# expect: inner exits
# expect: inner ends
# expect: middle GeneratorExit()
# expect: outer ends
# expect: None
# expect: StopIteration()
# expect: None None
# expect: inner exits
# expect: inner ends
# expect: middle GeneratorExit()
# expect: outer ends
# expect: GeneratorExit()
# expect: StopIteration()
# expect: None None
# expect: inner exits
# expect: inner ends
# expect: middle GeneratorExit()
# expect: outer ends
# expect: None
# expect: StopIteration()
# expect: None None
# expect: inner exits
# expect: inner ends
# expect: middle GeneratorExit()
# expect: outer ends
# expect: GeneratorExit()
# expect: StopIteration()
# expect: None None
# expect: inner exits
# expect: inner ends
# expect: middle ValueError('own')
# expect: outer ends
# expect: ValueError('own')
# expect: StopIteration()
# expect: None None
# expect: inner exits
# expect: inner ends
# expect: middle ValueError('own')
# expect: outer ends
# expect: ValueError('own')
# expect: StopIteration()
# expect: None None
---
# what is delegated to may swallow its GeneratorExit: the generator gets its own, in coroutines and within handlers too
class Manager:
    def __enter__(self): return self
    def __exit__(self, *args): return True
def ignoring():
    with Manager(): yield 1
    return 0
def around():
    got = yield from ignoring()
    print("result", got)
    yield got
g = around(); next(g)
print(g.close(), list(g))  # expect: None []
async def leaf():
    try: await Pause()
    except GeneratorExit: print("leaf exits"); return 5
class Pause:
    def __await__(self): yield "paused"
async def root():
    try: print("got", await leaf())
    except GeneratorExit: print("root exits"); raise
c = root()
print(c.send(None), c.close())
# expect: leaf exits
# expect: root exits
# expect: paused None
def inner():
    try: yield 1
    finally: print("inner ends")
def handling(kind):
    import sys
    try: raise KeyError(kind)
    except KeyError:
        try: yield from inner()
        except GeneratorExit as e: print(repr(sys.exception()), repr(e.__context__)); raise
    print(sys.exception())
g = handling("k"); next(g); g.close()
# expect: inner ends
# expect: GeneratorExit() KeyError('k')
---
# a delegate that yields while it is closed: RuntimeError in the one that delegates, which has ended then
def late():
    try: yield 0
    except GeneratorExit: yield "late"
def middle():
    try: yield from late()
    except RuntimeError as error: print("middle", error); raise
g = middle()
print(next(g))  # expect: 0
try: g.close()  # expect: middle generator ignored GeneratorExit
except RuntimeError as error: print(error)  # expect: generator ignored GeneratorExit
print(list(g), g.gi_frame)  # expect: [] None
---
# what is being handled belongs to each generator, though a consumer handles the very same, or something else by now
import sys
def keeper():
    try: yield
    except ValueError:
        try: 1 / 0
        except ZeroDivisionError:
            yield
            print("inner", repr(sys.exception()))
        print("outer", repr(sys.exception()))
        yield
        print("still", repr(sys.exception()))
    yield repr(sys.exception())
    yield repr(sys.exception())
def relay(): yield from keeper()
for make in keeper, relay:
    it = make()
    next(it)
    try: raise ValueError("v")
    except ValueError as error: it.throw(error)
    next(it)
    try: raise OSError("o")
    except OSError: print(next(it))
    print(next(it))
# expect: inner ZeroDivisionError('division by zero')
# expect: outer ValueError('v')
# expect: still ValueError('v')
# expect: OSError('o')
# expect: None
# expect: inner ZeroDivisionError('division by zero')
# expect: outer ValueError('v')
# expect: still ValueError('v')
# expect: OSError('o')
# expect: None
def steps():
    yield 1
    yield 2
def delegating():
    yield from steps()
    try: raise KeyError("k")
    except KeyError as error: yield error.__context__, sys.exception() is error
it = delegating()
try: raise OSError("o")
except OSError: next(it)
print(next(it), next(it))  # expect: 2 (None, True)
---
# the context of what is thrown into a generator is what that generator is handling, not what its consumer is
def chain(error):
    names = []
    while error is not None: names.append(repr(error)); error = error.__context__
    return " after ".join(names)
def plain(): yield
def handling():
    try: yield 1
    except TypeError: yield 2
def relaying(): yield from handling()
for make in plain, handling, relaying:
    for first in None, TypeError("first"):
        it = make()
        try: 1 / 0
        except ZeroDivisionError:
            try:
                next(it)
                if first: it.throw(first)
                it.throw(KeyError("thrown"))
            except Exception as error: print(make.__name__, chain(error))
            try: it.throw(KeyError("closed"))
            except KeyError as error: print(chain(error))
# expect: plain KeyError('thrown')
# expect: KeyError('closed')
# expect: plain TypeError('first')
# expect: KeyError('closed')
# expect: handling KeyError('thrown')
# expect: KeyError('closed')
# expect: handling KeyError('thrown') after TypeError('first')
# expect: KeyError('closed')
# expect: relaying KeyError('thrown')
# expect: KeyError('closed')
# expect: relaying KeyError('thrown') after TypeError('first')
# expect: KeyError('closed')
from contextlib import ExitStack, contextmanager
@contextmanager
def ends_with(error):
    try: yield
    finally: raise error
try:
    with ExitStack() as stack:
        for n in 4, 3, 2: stack.enter_context(ends_with(OSError(n)))
        raise OSError(1)
except OSError as error: print(chain(error))
# expect: OSError(4) after OSError(3) after OSError(2) after OSError(1)
---
# what is thrown through a delegate has for context what the outer generator handles
def inner(): yield "inner"
def outer():
    try: raise KeyError("outer")
    except KeyError: yield from inner()
def throwing(generator):
    next(generator)
    try: raise OSError("consumer")
    except OSError:
        try: generator.throw(ValueError("thrown"))
        except ValueError as error: return error.__context__
print(repr(throwing(outer())), repr(throwing(inner())))  # expect: KeyError('outer') None
---
# a chain of generators that goes on at another depth of calls is as deep as it stands there
import sys
def count(n): return 0 if n == 0 else 1 + count(n - 1)
def leaf():
    yield "begun"
    try:
        count(100)
        yield "shallow"
    except RecursionError:
        yield "deep"
def chain():
    yield from leaf()
def at(depth, it):
    return at(depth - 1, it) if depth else next(it)
limit = sys.getrecursionlimit()
sys.setrecursionlimit(300)
for first, second in (0, 0), (0, 250), (250, 0):
    it = chain()
    print(at(first, it), at(second, it))
# expect: begun shallow
# expect: begun deep
# expect: begun shallow
sys.setrecursionlimit(limit)
---
# A generator that delegates to a container, stepped from outside in several ways.
def delegating(iterable):
    got = yield from iterable
    yield got


def over(table):
    try:
        yield from table
    except RuntimeError as error:
        yield error


steps = delegating([1, 2, 3])
print(next(steps), steps.send(None), steps.gi_running, next(steps), next(steps), next(steps, "over"))
# expect: 1 2 False 3 None over
print(list(delegating("abc")), [*delegating(delegating((1, 2)))])
# expect: ['a', 'b', 'c', None] [1, 2, None, None]
table = {1: 2, 3: 4}
for key in over(table):
    print(key)
    table[len(table)] = 0
# expect: 1
# expect: dictionary changed size during iteration
steps = delegating([1, 2])
next(steps)
try:
    steps.send(5)
except AttributeError as error:
    print(error)  # expect: 'list_iterator' object has no attribute 'send'
