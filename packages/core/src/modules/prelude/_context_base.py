"""The abstract base classes of context managers. Part of `contextlib`."""

from abc import ABC, abstractmethod

__name__ = "contextlib"

_GenericAlias = type(list[int])


def _has_both(cls, first, second):
    """NotImplemented unless the class supports both methods."""
    if getattr(cls, first, None) is None or getattr(cls, second, None) is None:
        return NotImplemented
    return True


class AbstractContextManager(ABC):
    """What `with` needs; a class with both methods counts as a subclass."""

    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_both(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    """What `async with` needs; a class with both methods counts as a subclass."""

    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_both(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented
