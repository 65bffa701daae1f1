# contextmanager
from contextlib import contextmanager
@contextmanager
def tag(name):
    print("<", name)
    yield name.upper()
    print(">", name)
with tag("a") as x: print(x)
# expect: < a
# expect: A
# expect: > a
with tag("b"), tag("c"): print("inside")
# expect: < b
# expect: < c
# expect: inside
# expect: > c
# expect: > b
try:
    with tag("d"): raise ValueError("v")  # expect: < d
except ValueError as e:
    print("not closed", e)  # expect: not closed v
---
# contextmanager: handling exceptions
from contextlib import contextmanager
@contextmanager
def guard():
    try:
        yield
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("finally")
with guard(): raise ValueError("x")
# expect: swallowed x
# expect: finally
print("went on")  # expect: went on
try:
    with guard(): raise KeyError("k")  # expect: finally
except KeyError as e:
    print("through", e)  # expect: through 'k'
---
# contextmanager: misuse
from contextlib import contextmanager
@contextmanager
def never():
    if False: yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def after():
    try:
        yield
    except ValueError:
        yield "again"
for f in (never, twice):
    try:
        with f(): pass
    except RuntimeError as e:
        print(e)
# expect: generator didn't yield
# expect: generator didn't stop
try:
    with after(): raise ValueError
except RuntimeError as e:
    print(e)  # expect: generator didn't stop after throw()
m = twice()
try:
    with m: raise KeyError("body")
except KeyError as e:
    print(repr(e))  # expect: KeyError('body')
---
# contextmanager: replaced and chained exceptions
from contextlib import contextmanager
@contextmanager
def convert():
    try:
        yield
    except KeyError as e:
        raise ValueError("converted") from e
try:
    with convert(): raise KeyError("k")
except ValueError as e:
    print(repr(e), repr(e.__cause__))  # expect: ValueError('converted') KeyError('k')
try:
    with convert(): raise StopIteration("s")
except StopIteration as e:
    print(repr(e))  # expect: StopIteration('s')
---
# contextmanager as decorator
from contextlib import contextmanager, ContextDecorator
@contextmanager
def traced(name):
    print("enter", name)
    try: yield
    finally: print("exit", name)
@traced("f")
def f(x): return x * 2
print(f(1), f(2), f.__name__)
# expect: enter f
# expect: exit f
# expect: enter f
# expect: exit f
# expect: 2 4 f
class D(ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out")
@D()
def g(): print("g")
g()
# expect: in
# expect: g
# expect: out
---
# closing, suppress, nullcontext
from contextlib import closing, suppress, nullcontext
class R:
    def close(self): print("closed")
with closing(R()) as r: print(type(r).__name__)
# expect: R
# expect: closed
with suppress(KeyError, ValueError):
    {}["k"]
    print("never")
with suppress(): pass
try:
    with suppress(KeyError): raise IndexError("i")
except IndexError as e:
    print(e)  # expect: i
with nullcontext(5) as v: print(v)  # expect: 5
with nullcontext() as v: print(v)  # expect: None
with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1)])
---
# redirect_stdout
from contextlib import redirect_stdout, redirect_stderr
import io, sys
out = io.StringIO()
with redirect_stdout(out):
    print("captured")
    with redirect_stdout(io.StringIO()) as inner: print("deeper")
    print("back")
print(repr(out.getvalue()), repr(inner.getvalue()))  # expect: 'captured\nback\n' 'deeper\n'
with redirect_stderr(io.StringIO()) as err: print("oops", file=sys.stderr)
print(repr(err.getvalue()))  # expect: 'oops\n'
---
# ExitStack: many managers
from contextlib import ExitStack, contextmanager
@contextmanager
def cm(n):
    print("enter", n)
    yield n
    print("exit", n)
with ExitStack() as stack:
    names = [stack.enter_context(cm(i)) for i in range(3)]
    stack.callback(print, "callback", 1, sep="-")
    print(names)
# expect: enter 0
# expect: enter 1
# expect: enter 2
# expect: [0, 1, 2]
# expect: callback-1
# expect: exit 2
# expect: exit 1
# expect: exit 0
print("done")  # expect: done
---
# ExitStack: callbacks, push and swallowing
from contextlib import ExitStack
def swallow(t, v, tb):
    print("push saw", repr(v))
    return True
with ExitStack() as s:
    s.push(swallow)
    s.callback(lambda: print("callback"))
    raise ValueError("v")
# expect: callback
# expect: push saw ValueError('v')
print("swallowed")  # expect: swallowed
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print("CM exit", a[0])
with ExitStack() as s:
    s.push(CM())
    @s.callback
    def done(): print("decorated callback")
# expect: decorated callback
# expect: CM exit None
---
# ExitStack: errors in exits are chained
from contextlib import ExitStack
def boom(name):
    def f(): raise ValueError(name)
    return f
try:
    with ExitStack() as s:
        s.callback(boom("first"))
        s.callback(boom("second"))
        raise KeyError("body")
except ValueError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
# expect: ValueError('first') ValueError('second') KeyError('body')
---
# ExitStack: pop_all and close
from contextlib import ExitStack
with ExitStack() as s:
    s.callback(print, "kept for later")
    kept = s.pop_all()
print("left")  # expect: left
kept.close()  # expect: kept for later
s = ExitStack()
s.callback(print, "closed by hand")
s.close()  # expect: closed by hand
try:
    ExitStack().enter_context(5)
except TypeError as e:
    print(e)  # expect: 'builtins.int' object does not support the context manager protocol
---
# AbstractContextManager and own managers
from contextlib import AbstractContextManager, AbstractAsyncContextManager
class A(AbstractContextManager):
    def __exit__(self, *a): print("exit")
with A() as a: print(type(a).__name__, isinstance(a, AbstractContextManager))
# expect: A True
# expect: exit
class Duck:
    def __enter__(self): pass
    def __exit__(self, *a): pass
print(issubclass(Duck, AbstractContextManager), issubclass(int, AbstractContextManager), issubclass(Duck, AbstractAsyncContextManager))
# expect: True False False
try:
    AbstractContextManager()
except TypeError as e:
    print(e)
# expect: Can't instantiate abstract class AbstractContextManager without an implementation for abstract method '__exit__'
---
# asynccontextmanager driven by hand
from contextlib import asynccontextmanager
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
@asynccontextmanager
async def tag(n):
    print("enter", n)
    try:
        yield n * 2
    except ValueError as e:
        print("handled", e)
    finally:
        print("exit", n)
async def main():
    async with tag(1) as x: print(x)
    async with tag(2): raise ValueError("v")
    try:
        async with tag(3): raise KeyError("k")
    except KeyError as e:
        print("through", e)
    @tag(4)
    async def decorated(): return "result"
    return await decorated()
print(run(main()))
# expect: enter 1
# expect: 2
# expect: exit 1
# expect: enter 2
# expect: handled v
# expect: exit 2
# expect: enter 3
# expect: exit 3
# expect: through 'k'
# expect: enter 4
# expect: exit 4
# expect: result
---
# AsyncExitStack, aclosing and async nullcontext
from contextlib import AsyncExitStack, aclosing, nullcontext, contextmanager, asynccontextmanager
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
@asynccontextmanager
async def acm(n):
    print("enter", n)
    yield n
    print("exit", n)
@contextmanager
def cm(n):
    print("enter", n)
    yield n
    print("exit", n)
async def bye(x): print("bye", x)
async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")
async def main():
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(acm("a")), s.enter_context(cm("b")))
        s.push_async_callback(bye, "c")
        s.callback(print, "sync callback")
    async with aclosing(gen()) as g:
        async for x in g:
            print(x)
            break
    async with nullcontext("n") as v: print(v)
run(main())
# expect: enter a
# expect: enter b
# expect: a b
# expect: sync callback
# expect: bye c
# expect: exit b
# expect: exit a
# expect: 1
# expect: generator closed
# expect: n
---
# one-shot and reusable managers
from contextlib import contextmanager, suppress
@contextmanager
def once(): yield
m = once()
with m: pass
try:
    with m: pass
except (RuntimeError, AttributeError) as e:
    print(type(e).__name__, e)
# expect: AttributeError '_GeneratorContextManager' object has no attribute 'args'
s = suppress(ValueError)
for _ in range(2):
    with s: raise ValueError
print("suppress can be used again")  # expect: suppress can be used again
