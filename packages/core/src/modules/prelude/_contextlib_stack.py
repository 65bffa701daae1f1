"""ExitStack and AsyncExitStack: exits gathered at run time, carried out in reverse. Part of `contextlib`."""

import sys

__name__ = "contextlib"

MethodType = type((lambda: 0).__get__(0))


def _methods(cls, enter, leave, kind=""):
    """The two methods of a manager's class, or TypeError."""
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        text = f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind}context manager protocol"
        raise TypeError(text) from None


def _callback_exit(callback, args, kwds):
    def exit(exc_type, exc, tb):
        callback(*args, **kwds)

    exit.__wrapped__ = callback
    return exit


def _callback_async_exit(callback, args, kwds):
    async def exit(exc_type, exc, tb):
        await callback(*args, **kwds)

    exit.__wrapped__ = callback
    return exit


def _join_context(raised, previous, outer):
    """Hang the exception that an exit handled below the one that it raised instead."""
    while True:
        context = raised.__context__
        if context is None or context is previous:
            return
        if context is outer:
            break
        raised = context
    raised.__context__ = previous


class _BaseExitStack:
    """What both stacks share. The stack holds pairs: whether the exit is synchronous, and the exit."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Move all exits to a new stack, which is the answer."""
        moved = type(self)()
        moved._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return moved

    def push(self, exit):
        """Add a context manager that was entered already, or a function with the arguments of __exit__."""
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((True, exit if method is None else MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager; its exit is added."""
        enter, leave = _methods(type(cm), "__enter__", "__exit__")
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Add a call; exceptions do not concern it."""
        self._exit_callbacks.append((True, _callback_exit(callback, args, kwds)))
        return callback

    @staticmethod
    def _outcome(pending, exc, is_raised):
        """The answer of the stack's own exit, once all exits were called."""
        if is_raised:
            # Raising sets the context anew: the one that was worked out stays.
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return exc is not None and pending is None


class ExitStack(_BaseExitStack):
    """A context manager that leaves, in reverse, all those that were entered with it."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = pending = exc_details[1]
        outer = sys.exception()
        callbacks = self._exit_callbacks
        is_raised = False
        while callbacks:
            _, exit = callbacks.pop()
            try:
                if pending is None:
                    exit(None, None, None)
                elif exit(type(pending), pending, pending.__traceback__):
                    pending = None
                    is_raised = False
            except BaseException as raised:
                _join_context(raised, pending, outer)
                pending = raised
                is_raised = True
        return self._outcome(pending, exc, is_raised)

    def close(self):
        """Call all exits now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack):
    """An ExitStack for `async with`, which takes asynchronous managers and callbacks too."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager; its exit is added."""
        enter, leave = _methods(type(cm), "__aenter__", "__aexit__", "asynchronous ")
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        """Add an asynchronous manager that was entered already, or a coroutine function."""
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((False, exit if method is None else MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Add the call of a coroutine function; exceptions do not concern it."""
        self._exit_callbacks.append((False, _callback_async_exit(callback, args, kwds)))
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = pending = exc_details[1]
        outer = sys.exception()
        callbacks = self._exit_callbacks
        is_raised = False
        while callbacks:
            is_sync, exit = callbacks.pop()
            try:
                if pending is None:
                    answer = exit(None, None, None)
                else:
                    answer = exit(type(pending), pending, pending.__traceback__)
                if not is_sync:
                    answer = await answer
                if pending is not None and answer:
                    pending = None
                    is_raised = False
            except BaseException as raised:
                _join_context(raised, pending, outer)
                pending = raised
                is_raised = True
        return self._outcome(pending, exc, is_raised)

    async def aclose(self):
        """Call all exits now."""
        await self.__aexit__(None, None, None)
