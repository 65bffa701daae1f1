"""What counts as a coroutine."""

from _asyncio import _is_coroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    """Whether a function makes coroutines."""
    from inspect import iscoroutinefunction
    return iscoroutinefunction(func)


def iscoroutine(obj):
    """Whether an object is a coroutine that a task can run."""
    return _is_coroutine(obj)
