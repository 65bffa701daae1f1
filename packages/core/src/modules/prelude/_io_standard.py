"""The bytes of sys.stdin, sys.stdout and sys.stderr, which the host gives and takes as text. Part of `io`."""

import _files
from _io_buffered import BufferedReader, BufferedWriter
from io import RawIOBase, UnsupportedOperation, _no_copy

__name__ = "_io"


class FileIO(RawIOBase):
    """The raw stream below one of text: what is written goes to the host as far as it makes whole characters."""

    __reduce__ = __reduce_ex__ = _no_copy

    def __init__(self, text):
        self._text = text
        self._rest = b""
        self.mode = text.mode + "b"

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=False>"

    @property
    def name(self):
        return self._text.name

    @property
    def closed(self):
        return self._text.closed

    def fileno(self):
        return self._text.fileno()

    def readable(self):
        return self.mode == "rb"

    def writable(self):
        return self.mode == "wb"

    def close(self):
        if not self.closed:
            if self._rest:
                self._show(self._rest)
            self._text.close()

    def seek(self, pos, whence=0, /):
        raise OSError(29, "Illegal seek")

    def readinto(self, buffer, /):
        return self._text.buffer.readinto1(buffer)

    def _show(self, data):
        self._text.write(str(data, "utf-8", "replace"))

    def write(self, data, /):
        count = len(data)
        data = self._rest + data
        end = _end_of_whole(data)
        self._rest = data[end:]
        self._show(data[:end])
        return count


def _end_of_whole(data):
    """Where the last character ends that may be whole: one that is begun may go on in what is written next."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4 if byte < 0xF5 else 1
            return len(data) - back if wanted > back else len(data)
        if byte < 0x80:
            break
    return len(data)


class _Writer(BufferedWriter):
    """Nothing stays in the buffer: bytes and text come in the order of their writing."""

    def write(self, data, /):
        count = super().write(data)
        self._drain()
        return count


class _Reader(BufferedReader):
    """What is read ahead goes back to the text, but for the end of a character that was cut."""

    def _next(self):
        data, self._ahead = self._ahead, b""
        return data or self._line()

    def _line(self):
        return self.raw._text.readline().encode("utf-8", "replace")

    def _keep(self, data):
        at = 0
        while at < len(data) and data[at] & 0xC0 == 0x80:
            at += 1
        self._ahead = data[:at]
        _files.put_back(self.raw._text, data[at:].decode())

    def _part(self, data, size):
        if 0 <= size < len(data):
            self._keep(data[size:])
            return data[:size]
        return data

    def _rest(self):
        data, self._ahead = self._ahead, b""
        return data + self.raw._text.read().encode("utf-8", "replace")

    def read(self, size=-1, /):
        self._open("read")
        if size is None or size == -1:
            return self._rest()
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        data = bytearray()
        while len(data) < size and (piece := self._next()):
            data += piece
        return self._part(bytes(data), size)

    def read1(self, size=-1, /):
        self._open("read")
        return self._part(self._next(), size) if size else b""

    def peek(self, size=0, /):
        self._open("peek")
        data = self._next()
        self._keep(data)
        return data

    def readline(self, size=-1, /):
        self._open("readline")
        size = -1 if size is None else size
        data = self._next() if size else b""
        if data and data[-1] != 10 and not 0 <= size <= len(data):
            data += self._line()
        return self._part(data, size)


for _class, _base in (_Writer, BufferedWriter), (_Reader, BufferedReader):
    _class.__name__ = _class.__qualname__ = _base.__name__


def refuse(what):
    """What a standard stream cannot do."""
    raise UnsupportedOperation(what) if what else OSError(29, "Illegal seek")


def buffer_of(text):
    """The stream of bytes of one of text."""
    buffer = (_Reader if text.mode == "r" else _Writer)(FileIO(text))
    _files.keep_buffer(text, buffer)
    return buffer
