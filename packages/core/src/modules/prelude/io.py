"""Streams in memory, and the base classes of streams."""

from abc import ABCMeta
from builtins import open
from sys import __stdout__
from _operator import index as _index
from _io import StringBuffer, _seal

__all__ = [
    "BlockingIOError", "open", "IOBase", "RawIOBase", "BytesIO", "StringIO", "BufferedIOBase", "TextIOBase",
    "UnsupportedOperation", "FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    """A stream cannot do what was asked of it."""


def __getattr__(name):
    if name in ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper"):
        import _io_files
        return getattr(_io_files, name)
    raise AttributeError(f"module 'io' has no attribute {name!r}")


def text_encoding(encoding, stacklevel=2):
    """The encoding to use where none was given."""
    return "locale" if encoding is None else encoding


def _unsupported(name):
    def method(self, *args, **kwargs):
        raise UnsupportedOperation(name)

    method.__name__ = name
    return method


def _no_copy(self, protocol=2, /):
    raise TypeError(f"cannot pickle '{type(self).__name__}' instances")


def _size(size):
    """A count of bytes or characters, or None."""
    if size is None or isinstance(size, int):
        return size
    if not hasattr(size, "__index__"):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return _index(size)


class _IOBase:
    """What all streams can do, in terms of a few methods of their own."""

    __module__ = "_io"

    _least_hint = 0

    seek = _unsupported("seek")
    truncate = _unsupported("truncate")
    fileno = _unsupported("fileno")

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *exc_info):
        self.close()

    @property
    def closed(self):
        return getattr(self, "_IOBase__closed", False)

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError(msg or "I/O operation on closed file.")

    def _check(self, ability):
        if not getattr(self, ability)():
            raise UnsupportedOperation(f"File or stream is not {ability}.")

    def _checkReadable(self, msg=None):
        self._check("readable")

    def _checkWritable(self, msg=None):
        self._check("writable")

    def _checkSeekable(self, msg=None):
        self._check("seekable")

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._IOBase__closed = True

    def flush(self):
        self._checkClosed()

    def isatty(self):
        self._checkClosed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def readline(self, size=-1, /):
        limit = -1 if size is None else size
        line = bytearray()
        while limit < 0 or len(line) < limit:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if byte == b"\n":
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        hint = _size(hint)
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        for line in self:
            lines.append(line)
            hint -= len(line)
            if hint < self._least_hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1, /):
        if size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        data = bytearray()
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            data += piece
        return bytes(data) if data or piece is not None else None

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError


class _BufferedIOBase(_IOBase):
    __module__ = "_io"

    read = _unsupported("read")
    read1 = _unsupported("read1")
    write = _unsupported("write")
    detach = _unsupported("detach")

    def readinto(self, buffer, /):
        try:
            view = memoryview(buffer)
        except TypeError:
            view = None
        if view is None or view.readonly:
            raise TypeError(f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}")
        with view, view.cast("B") as cells:
            data = self.read(view.nbytes)
            cells[:len(data)] = data
        return len(data)

    readinto1 = readinto


class _TextIOBase(_IOBase):
    __module__ = "_io"

    encoding = None
    errors = None
    newlines = None
    read = _unsupported("read")
    readline = _unsupported("readline")
    write = _unsupported("write")
    detach = _unsupported("detach")


@_seal
class StringIO(StringBuffer, _TextIOBase):
    """A stream of text in memory."""

    __module__ = "_io"

    __iter__ = _IOBase.__iter__


@_seal
class BytesIO(_BufferedIOBase):
    """A stream of bytes in memory."""

    __module__ = "_io"

    _least_hint = 1  # as many bytes are enough here, all other streams go on

    def __init__(self, initial_bytes=b""):
        self.__data = bytearray()
        self.__at = 0
        self._IOBase__closed = False
        if initial_bytes is not None:
            BytesIO.write(self, initial_bytes)
            self.__at = 0

    def __getstate__(self):
        rest = self.__dict__.copy()
        for own in ("_BytesIO__data", "_BytesIO__at", "_IOBase__closed"):
            del rest[own]
        return self.getvalue(), self.__at, rest or None

    def __setstate__(self, state):
        self._checkClosed()
        if not isinstance(state, tuple) or len(state) < 3:
            cls = type(self)
            name = "_io.BytesIO" if cls is BytesIO else cls.__name__
            raise TypeError(f"{name}.__setstate__ argument should be 3-tuple, got {type(state).__name__}")
        data, at, rest = state[:3]
        BytesIO.__init__(self, data)
        if not isinstance(at, int):
            raise TypeError(f"second item of state must be an integer, not {type(at).__name__}")
        if at < 0:
            raise ValueError("position value cannot be negative")
        if at >= 1 << 63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        self.__at = int(at)
        if isinstance(rest, dict):
            self.__dict__.update(rest)
        elif rest is not None:
            raise TypeError(f"third item of state should be a dict, got a {type(rest).__name__}")

    def __open(self):
        if self._IOBase__closed:
            raise ValueError("I/O operation on closed file.")
        return self.__data

    def getvalue(self):
        return bytes(self.__open())

    def getbuffer(self):
        return memoryview(self.__open())

    def close(self):
        self._IOBase__closed = True
        self.__data = bytearray()

    def readable(self):
        self.__open()
        return True

    writable = seekable = readable

    def __end(self, size):
        """Where so many bytes from here on end."""
        size = _size(size)
        length = len(self.__open())
        return length if size is None or size < 0 else min(length, self.__at + size)

    def __take(self, end):
        start = self.__at
        self.__at = max(start, end)
        return bytes(self.__data[start:end])

    def read(self, size=-1, /):
        return self.__take(self.__end(size))

    def read1(self, size=-1, /):
        return self.__take(self.__end(size))

    def readline(self, size=-1, /):
        end = self.__end(size)
        found = self.__data.find(b"\n", self.__at, end)
        return self.__take(end if found < 0 else found + 1)

    def tell(self):
        self.__open()
        return self.__at

    def seek(self, pos, whence=0, /):
        length = len(self.__open())
        pos, whence = _index(pos), _index(whence)
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self.__at = max(0, pos + (0, self.__at, length)[whence])
        return self.__at

    def __resize(self, change, *args):
        """Change the length of the data: a copy of them, where a view stands in the way, which nobody may hold any more."""
        try:
            change(self.__data, *args)
        except BufferError:
            self.__data = self.__data[:]
            change(self.__data, *args)

    def truncate(self, size=None, /):
        self.__open()
        size = self.__at if size is None else _size(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self.__resize(bytearray.__delitem__, slice(size, None))
        return size

    def write(self, data, /):
        self.__open()
        try:
            with memoryview(data) as view:
                piece = view.tobytes()
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
        if piece:
            if self.__at > len(self.__data):
                self.__resize(bytearray.extend, bytes(self.__at - len(self.__data)))
            self.__resize(bytearray.__setitem__, slice(self.__at, self.__at + len(piece)), piece)
            self.__at += len(piece)
        return len(piece)


class IOBase(_IOBase, metaclass=ABCMeta):
    """The base of all streams."""


class RawIOBase(_RawIOBase, IOBase):
    """The base of streams of bytes without a buffer."""


class BufferedIOBase(_BufferedIOBase, IOBase):
    """The base of streams of bytes with a buffer."""


class TextIOBase(_TextIOBase, IOBase):
    """The base of streams of text."""


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
TextIOBase.register(type(__stdout__))
