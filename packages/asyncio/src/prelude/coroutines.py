"""What counts as a coroutine."""

import types
from _asyncio import _is_coroutine

__all__ = ("iscoroutinefunction", "iscoroutine")

_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100

_is_coroutine_mark = object()


def iscoroutinefunction(func):
    """Whether a function makes coroutines."""
    if getattr(func, "_is_coroutine_marker", None) is _is_coroutine_mark:
        return True
    while isinstance(func, types.MethodType):
        func = func.__func__
    while True:
        inner = getattr(func, "func", None)
        if inner is None or isinstance(func, types.FunctionType):
            break
        func = inner
    code = getattr(func, "__code__", None)
    return isinstance(func, types.FunctionType) and bool(getattr(code, "co_flags", 0) & _CO_COROUTINE)


def iscoroutine(obj):
    """Whether an object is a coroutine that a task can run."""
    return _is_coroutine(obj)
