"""Helpers for the `with` statement; those for `async with`, the exit stacks and the abstract classes load on demand."""

import sys
from functools import wraps

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator", "chdir",
]

_LATER = {
    "AbstractAsyncContextManager": "_contextlib_abstract",
    "AbstractContextManager": "_contextlib_abstract",
    "AsyncContextDecorator": "_contextlib_async",
    "AsyncExitStack": "_contextlib_stack",
    "ExitStack": "_contextlib_stack",
    "_AsyncGeneratorContextManager": "_contextlib_async",
    "_BaseExitStack": "_contextlib_stack",
    "aclosing": "_contextlib_async",
    "asynccontextmanager": "_contextlib_async",
    "chdir": "_contextlib_async",
}


def __getattr__(name):
    where = _LATER.get(name)
    if where is None:
        raise AttributeError(f"module 'contextlib' has no attribute {name!r}")
    value = globals()[name] = getattr(__import__(where), name)
    return value


def __dir__():
    return sorted({*globals(), *_LATER})


class ContextDecorator:
    """Makes a context manager a decorator too: each call of the function runs inside it."""

    def _recreate_cm(self):
        """The manager for one call: itself, where it can be entered again."""
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(ContextDecorator):
    """What a function under @contextmanager answers: runs the generator up to its yield, and later to its end."""

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

    def __enter__(self):
        # The arguments may be large, and only a decorator needs them again.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            return self._yielded_again("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as stopped:
            # An end of the generator swallows the exception, unless the exception is that very StopIteration.
            return stopped is not value
        except BaseException as raised:
            if raised is not value and not _is_wrapped(raised, value):
                raise
            # The body's own exception goes on with the traceback that it came with.
            value.__traceback__ = traceback
            return False
        return self._yielded_again("generator didn't stop after throw()")

    def _yielded_again(self, message):
        try:
            raise RuntimeError(message)
        finally:
            self.gen.close()


def _is_wrapped(raised, value, kinds=StopIteration):
    """Whether it is the RuntimeError into which a generator turns a StopIteration that came from the body."""
    return isinstance(raised, RuntimeError) and isinstance(value, kinds) and raised.__cause__ is value


def contextmanager(func):
    """Make a context manager of a generator function that yields once: what it yields is the value of `as`."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing:
    """Calls close() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class nullcontext:
    """Does nothing; its value of `as` is the one given."""

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


class suppress:
    """Ends the block quietly when one of the given exceptions is raised, alone or in groups."""

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


class _RedirectStream:
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []  # a stack: the manager may be entered again while it is in use

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is written to sys.stdout elsewhere."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what is written to sys.stderr elsewhere."""

    _stream = "stderr"
