"""ExitStack and AsyncExitStack: context managers and callbacks that end in reverse order. Part of `contextlib`."""

import sys
from _context_base import AbstractAsyncContextManager, AbstractContextManager

__name__ = "contextlib"

_Method = type(AbstractContextManager.register)  # the type of bound methods


class _Unwinding:
    """The exception under way while a stack unwinds, as the callbacks replace or swallow it."""

    def __init__(self, exc):
        self.exc = exc
        self.received = exc is not None
        self.swallowed = False
        self.replaced = False
        self.outer = sys.exception()  # is being handled around the stack, and already ends the chains of context

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def swallow(self):
        self.exc = None
        self.swallowed = True
        self.replaced = False

    def replace(self, new):
        """A callback raised: chain the new exception to the one before, as if the blocks were nested."""
        last = new
        while True:
            context = last.__context__
            if context is None or context is self.exc:
                break
            if context is self.outer:
                last.__context__ = self.exc
                break
            last = context
        self.exc = new
        self.replaced = True

    def finish(self):
        if self.replaced:
            context = self.exc.__context__
            try:
                raise self.exc
            except BaseException:
                self.exc.__context__ = context  # raising has set it to what is being handled here
                raise
        return self.received and self.swallowed


def _methods_of(cls, enter, exit, protocol):
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol") from None


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = []  # pairs: whether to await it, and the function

    def pop_all(self):
        """Hand all callbacks to a new stack."""
        made = type(self)()
        made._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return made

    def push(self, exit):
        """Register the exit of a context manager that is not entered here, or a function like __exit__."""
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((False, exit if method is None else _Method(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, to be left when the stack unwinds."""
        enter, exit = _methods_of(type(cm), "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((False, _Method(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Register a function to be called at the end, whatever happened."""

        def exit_callback(exc_type, exc, tb):
            callback(*args, **kwds)

        exit_callback.__wrapped__ = callback
        self._exit_callbacks.append((False, exit_callback))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A context manager that others can be added to while it runs."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*state.details()) and state.exc is not None:
                    state.swallow()
            except BaseException as new:
                state.replace(new)
        return state.finish()

    def close(self):
        """Unwind now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack that takes asynchronous context managers too."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, to be left when the stack unwinds."""
        enter, exit = _methods_of(type(cm), "__aenter__", "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((True, _Method(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Register the exit of an asynchronous context manager, or a coroutine function like __aexit__."""
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((True, exit if method is None else _Method(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Register a coroutine function to be called at the end, whatever happened."""

        async def exit_callback(exc_type, exc, tb):
            await callback(*args, **kwds)

        exit_callback.__wrapped__ = callback
        self._exit_callbacks.append((True, exit_callback))
        return callback

    async def aclose(self):
        """Unwind now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            waits, callback = self._exit_callbacks.pop()
            try:
                result = callback(*state.details())
                if (await result if waits else result) and state.exc is not None:
                    state.swallow()
            except BaseException as new:
                state.replace(new)
        return state.finish()
