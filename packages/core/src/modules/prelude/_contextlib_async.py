"""asynccontextmanager and what else `contextlib` has for `async with`; and chdir."""

from contextlib import _dressed, _is_wrapped

__name__ = "contextlib"


class AsyncContextDecorator:
    """Makes an asynchronous context manager a decorator of coroutine functions too."""

    def _recreate_cm(self):
        """The manager for one call: itself, where it can be entered again."""
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return _dressed(inner, func)


class _AsyncGeneratorContextManager(AsyncContextDecorator):
    """What a function under @asynccontextmanager answers."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        if func.__doc__ is not None:
            self.__doc__ = func.__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            return await self._yielded_again("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stopped:
            return stopped is not value
        except BaseException as raised:
            if raised is not value and not _is_wrapped(raised, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        return await self._yielded_again("generator didn't stop after athrow()")

    async def _yielded_again(self, message):
        try:
            raise RuntimeError(message)
        finally:
            await self.gen.aclose()


def asynccontextmanager(func):
    """Make an asynchronous context manager of an asynchronous generator function that yields once."""

    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return _dressed(helper, func)


class aclosing:
    """Awaits aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class chdir:
    """Changes the working directory for the block, where there is one."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os

        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os

        os.chdir(self._old_cwd.pop())
