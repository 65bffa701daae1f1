"""Context managers: from generators, and for common needs. The stacks and the abstract classes load on demand."""

import sys
from _wrapping import wraps

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "aclosing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "chdir",
]

_LATER = {
    "AbstractAsyncContextManager": "_context_base",
    "AbstractContextManager": "_context_base",
    "AsyncExitStack": "_exit_stack",
    "ExitStack": "_exit_stack",
    "_BaseExitStack": "_exit_stack",
}


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(__import__(_LATER[name]), name)
    return value


def __dir__():
    return sorted({*globals(), *_LATER})


class ContextDecorator:
    """Lets a context manager decorate a function: each call runs inside it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate an async function."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


class _FromGenerator:
    """What the two kinds of generator-made context managers share."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _forget(self):
        """Let go of what only _recreate_cm() needs: it may hold much."""
        del self.args, self.func, self.kwds

    def _recreate_cm(self):
        cls = type(self)
        return cls(self.func, self.args, self.kwds)


def _came_back(raised, thrown, traceback, end):
    """Whether what a generator raised is just what was thrown into it, perhaps wrapped because it was an `end`."""
    if raised is thrown or (isinstance(raised, RuntimeError) and isinstance(thrown, end) and raised.__cause__ is thrown):
        thrown.__traceback__ = traceback  # without the frames that the throwing added
        return True
    return False


class _GeneratorContextManager(_FromGenerator, ContextDecorator):
    """A context manager made of a generator."""

    def __enter__(self):
        self._forget()
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            for _ in gen:
                gen.close()
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = typ()
        try:
            gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except BaseException as raised:
            if _came_back(raised, value, traceback, StopIteration):
                return False
            raise
        gen.close()
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_FromGenerator, AsyncContextDecorator):
    """An asynchronous context manager made of an asynchronous generator."""

    async def __aenter__(self):
        self._forget()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                await anext(gen)
            except StopAsyncIteration:
                return False
            await gen.aclose()
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except BaseException as raised:
            if _came_back(raised, value, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        await gen.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    """Make a context manager of a generator function: what comes before its one `yield` enters, what follows exits."""

    @wraps(func)
    def make(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)

    return make


def asynccontextmanager(func):
    """contextmanager() for an asynchronous generator function."""

    @wraps(func)
    def make(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)

    return make


class closing:
    """Closes a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing:
    """Awaits a thing's aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream:
    _stream = None

    def __init__(self, new_target):
        self._target = new_target
        self._before = []  # a stack: an instance may be entered again

    def __enter__(self):
        target = self._target
        self._before.append(getattr(sys, self._stream))
        setattr(sys, self._stream, target)
        return target

    def __exit__(self, kind, error, traceback):
        before = self._before.pop()
        setattr(sys, self._stream, before)


class redirect_stdout(_RedirectStream):
    """Sends what is printed to another file for a while."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends sys.stderr to another file for a while."""

    _stream = "stderr"


class suppress:
    """Swallows the given exceptions, and takes them out of exception groups."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            rest = excinst.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class chdir:
    """Would change the working directory for a while; here is none, and entering says so."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        raise NotImplementedError("contextlib.chdir: there is no working directory here; give whole paths to the host")

    def __exit__(self, *excinfo):
        pass


class nullcontext:
    """Does nothing, as either kind of context manager."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass
