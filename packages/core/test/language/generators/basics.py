# a generator runs lazily
def g():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")
it = g()
print(type(it).__name__)  # expect: generator
print(next(it))
# expect: start
# expect: 1
print(next(it))
# expect: middle
# expect: 2
try:
    next(it)  # expect: end
except StopIteration as e:
    print("stop", e.value)  # expect: stop None
---
# a return value travels in StopIteration
def g():
    yield 1
    return "result"
it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)  # expect: result ('result',)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)  # expect: None ()
---
# send gives a value to the yield
def echo():
    got = yield "ready"
    while got != "stop":
        got = yield f"got {got}"
    return "done"
it = echo()
print(it.send(None), it.send(1), it.send([2]), next(it))  # expect: ready got 1 got [2] got None
try:
    it.send("stop")
except StopIteration as e:
    print(e.value)  # expect: done
---
# a fresh generator takes only None
def g(): yield
try:
    g().send(1)
except TypeError as e:
    print(e)  # expect: can't send non-None value to a just-started generator
---
# throw raises at the yield
def g():
    while True:
        try:
            yield "waiting"
        except ValueError as e:
            print("caught", repr(e))
it = g()
next(it)
print(it.throw(ValueError("x")))
# expect: caught ValueError('x')
# expect: waiting
print(it.throw(ValueError))
# expect: caught ValueError()
# expect: waiting
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("out", e)  # expect: out 'k'
print(list(it))  # expect: []
---
# throw into a fresh or a finished generator
def g():
    print("never")
    yield
it = g()
try:
    it.throw(ValueError("v"))
except ValueError as e:
    print(e)  # expect: v
print(list(it))  # expect: []
try:
    it.throw(KeyError("after"))
except KeyError as e:
    print(e)  # expect: 'after'
---
# throw checks its argument
def g(): yield
for bad in (5, "text", None, int):
    it = g()
    next(it)
    try:
        it.throw(bad)
    except TypeError as e:
        print(e)
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: exceptions must be classes or instances deriving from BaseException, not str
# expect: exceptions must be classes or instances deriving from BaseException, not NoneType
# expect: exceptions must be classes or instances deriving from BaseException, not type
---
# close raises GeneratorExit at the yield
def g():
    try:
        yield 1
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")
it = g()
next(it)
print(it.close())
# expect: closing
# expect: finally
# expect: None
print(it.close(), list(it))  # expect: None []
---
# close of an unstarted generator does not run it
def g():
    try:
        yield
    finally:
        print("never")
it = g()
it.close()
print(list(it))  # expect: []
---
# close may return a value
def g():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"
it = g()
next(it)
print(it.close())  # expect: closed value
---
# a generator that ignores GeneratorExit
def g():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = g()
next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)  # expect: generator ignored GeneratorExit
---
# an exception while closing comes through
def g():
    try:
        yield
    finally:
        raise ValueError("in finally")
it = g()
next(it)
try:
    it.close()
except ValueError as e:
    print(e, repr(e.__context__))  # expect: in finally GeneratorExit()
---
# a generator cannot be entered twice
def g():
    yield next(me)
me = g()
try:
    next(me)
except ValueError as e:
    print(e)  # expect: generator already executing
---
# StopIteration inside a generator becomes RuntimeError
def g():
    yield 1
    next(iter([]))
    yield 2
it = g()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))  # expect: generator raised StopIteration StopIteration()
def h():
    raise StopIteration("value")
    yield
try:
    list(h())
except RuntimeError as e:
    print(e)  # expect: generator raised StopIteration
---
# an exception ends the generator
def g():
    yield 1
    raise ValueError("boom")
it = g()
print(next(it))  # expect: 1
try:
    next(it)
except ValueError as e:
    print(e)  # expect: boom
print(list(it), next(it, "default"))  # expect: [] default
---
# generator state attributes
def g():
    x = 1
    yield x
it = g()
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.__qualname__)
# expect: False True None g g
list(it)
print(it.gi_frame, it.gi_running, it.gi_code.co_name)  # expect: None False g
---
# generators work where an iterable does
def g(n):
    for i in range(n): yield i
print(list(g(3)), sum(g(4)), max(g(5)), sorted(g(3), reverse=True), dict(zip("ab", g(2))), 2 in g(3), 9 in g(3))
# expect: [0, 1, 2] 6 4 [2, 1, 0] {'a': 0, 'b': 1} True False
a, b, c = g(3)
print(a, b, c, [*g(2)], ",".join(map(str, g(3))), tuple(g(2)), set(g(1)))
# expect: 0 1 2 [0, 1] 0,1,2 (0, 1) {0}
---
# in stops at the first hit
def g():
    for i in range(5):
        print("give", i)
        yield i
it = g()
print(1 in it)
# expect: give 0
# expect: give 1
# expect: True
print(list(it))
# expect: give 2
# expect: give 3
# expect: give 4
# expect: [2, 3, 4]
---
# an infinite generator is cut with a loop
def naturals():
    n = 0
    while True:
        yield n
        n += 1
out = []
for n in naturals():
    if n > 5: break
    if n % 2: continue
    out.append(n)
print(out)  # expect: [0, 2, 4]
---
# generators compose as pipelines
def numbers(n):
    for i in range(n):
        print("produce", i)
        yield i
def double(xs):
    for x in xs: yield x * 2
def big(xs, limit): return (x for x in xs if x > limit)
for x in big(double(numbers(4)), 2):
    print("consume", x)
# expect: produce 0
# expect: produce 1
# expect: produce 2
# expect: consume 4
# expect: produce 3
# expect: consume 6
---
# generator methods and recursion
class Tree:
    def __init__(self, v, left=None, right=None): self.v, self.left, self.right = v, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.v
        if self.right: yield from self.right
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(t), [x * 2 for x in t if x > 2])  # expect: [1, 2, 3, 4, 6] [6, 8, 12]
---
# permutations by recursion
def perms(xs):
    if len(xs) <= 1:
        yield list(xs)
        return
    for i in range(len(xs)):
        for rest in perms(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + rest
print(["".join(p) for p in perms("abc")], len(list(perms("abcd"))))
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] 24
---
# yield is an expression
def g():
    x = yield
    y = (yield x) + 1
    z = [(yield y), (yield 0)]
    yield z
it = g()
next(it)
print(it.send(1), it.send(5), it.send("a"), it.send("b"))  # expect: 1 6 0 ['a', 'b']
---
# bare yield gives None; yield of a tuple
def g():
    yield
    yield 1, 2
    yield (yield)
it = g()
print(next(it), next(it), next(it), it.send("sent"))  # expect: None (1, 2) None sent
---
# a lambda can be a generator
f = lambda n: (yield n)
it = f(3)
print(next(it))  # expect: 3
try:
    it.send("x")
except StopIteration as e:
    print(e.value)  # expect: x
---
# locals survive between resumes
def averager():
    total, count, avg = 0, 0, None
    while True:
        total += yield avg
        count += 1
        avg = total / count
it = averager()
next(it)
print([it.send(x) for x in (10, 20, 60)])  # expect: [10.0, 15.0, 30.0]
---
# primes with a sieve of generators
def sieve():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
it = sieve()
print([next(it) for _ in range(12)])  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
---
# handled exceptions in a generator do not leak to its caller
import sys
def g():
    try:
        raise ValueError("inside")
    except ValueError:
        yield sys.exception() is not None
        yield repr(sys.exception())
it = g()
print(next(it), sys.exception())  # expect: True None
try:
    raise KeyError("outside")
except KeyError:
    print(next(it), repr(sys.exception()))  # expect: ValueError('inside') KeyError('outside')
---
# a generator expression object
g = (x for x in "ab")
print(type(g).__name__, g.__name__, g.__qualname__, iter(g) is g)
# expect: generator <genexpr> <genexpr> True
print(next(g), g.send(None), next(g, "end"))  # expect: a b end
---
# round robin scheduling by hand
def task(name, n):
    for i in range(n):
        yield f"{name}{i}"
def run(tasks):
    queue = list(tasks)
    while queue:
        t = queue.pop(0)
        try:
            yield next(t)
        except StopIteration:
            continue
        queue.append(t)
print(list(run([task("a", 3), task("b", 1), task("c", 2)])))  # expect: ['a0', 'b0', 'c0', 'a1', 'c1', 'a2']
---
# an exception thrown into what has not begun stands at its definition
import traceback
def where(run):
    try:
        run()
    except ValueError as e:
        last = traceback.extract_tb(e.__traceback__)[-1]
        return last.name, last.lineno - first
first = 10
def g():
    x = 1
    yield x
@(lambda f: f)
def decorated():
    yield
async def co():
    return 1
print(where(lambda: g().throw(ValueError("a"))))  # expect: ('g', 0)
print(where(lambda: decorated().throw(ValueError("a"))))  # expect: ('decorated', 3)
print(where(lambda: co().throw(ValueError("a"))))  # expect: ('co', 6)
print(where(lambda: (i for i in [1, 2]).throw(ValueError("a"))))  # expect: ('<genexpr>', 11)
print(g().gi_frame.f_lineno - first, decorated().gi_frame.f_lineno - first)  # expect: 1 5
---
# throw: what the generator handles is the context of what is thrown, and not what its caller handles
from contextlib import ExitStack, contextmanager
def chain(error):
    while error is not None:
        yield repr(error)
        error = error.__context__
def plain(): yield
def handling():
    try:
        raise KeyError("own")
    except KeyError:
        yield
def thrown(generator, error):
    try:
        try:
            raise OSError("caller")
        except OSError:
            generator.throw(error)
    except ValueError as error:
        print(*chain(error))
for make in (plain, handling):
    generator = make()
    next(generator)
    thrown(generator, ValueError("thrown"))
# expect: ValueError('thrown')
# expect: ValueError('thrown') KeyError('own')
thrown(generator, ValueError("closed"))  # expect: ValueError('closed')
@contextmanager
def failing(number):
    try:
        yield
    finally:
        raise ValueError(number)
try:
    with ExitStack() as stack:
        for number in (4, 3, 2):
            stack.enter_context(failing(number))
        raise ValueError(1)
except ValueError as error:
    print(*chain(error))  # expect: ValueError(4) ValueError(3) ValueError(2) ValueError(1)
---
# StopIteration out of a generator is the cause of a RuntimeError, whose traceback begins with whoever asked
import traceback
def steps():
    yield 1
    next(iter(()))
async def stopping():
    raise StopIteration("word")
for action in (lambda: list(steps()), lambda: stopping().send(None)):
    try:
        action()
    except RuntimeError as e:
        entries = traceback.extract_tb(e.__traceback__)
        print([entry.name for entry in entries], e, repr(e.__cause__), e.__suppress_context__)
        print([entry.name for entry in traceback.extract_tb(e.__cause__.__traceback__)])
# expect: ['<module>', '<lambda>'] generator raised StopIteration StopIteration() True
# expect: ['steps']
# expect: ['<module>', '<lambda>'] coroutine raised StopIteration StopIteration('word') True
# expect: ['stopping']
