"""The types of open files, for annotations. Part of `typing`."""

from _typing import Generic, TypeVar
from abc import abstractmethod

__name__ = "typing"

AnyStr = TypeVar("AnyStr", bytes, str)


def _abstract(owner, name):
    def method(self, *args):
        pass

    method.__name__ = name
    method.__qualname__ = f"{owner}.{name}"
    return abstractmethod(method)


class IO(Generic[AnyStr]):
    """An open file of text or bytes: see TextIO and BinaryIO."""

    __slots__ = ()


for _name in (
    "close closed fileno flush isatty mode name read readable readline readlines seek seekable tell truncate writable"
    " write writelines __enter__ __exit__"
).split():
    _method = _abstract("IO", _name)
    setattr(IO, _name, property(_method) if _name in ("mode", "name", "closed") else _method)


class BinaryIO(IO[bytes]):
    """An open file of bytes."""

    __slots__ = ()
    __enter__ = _abstract("BinaryIO", "__enter__")


class TextIO(IO[str]):
    """An open file of text."""

    __slots__ = ()
    __enter__ = _abstract("TextIO", "__enter__")


for _name in ("buffer", "encoding", "errors", "line_buffering", "newlines"):
    setattr(TextIO, _name, property(_abstract("TextIO", _name)))
del _name, _method
