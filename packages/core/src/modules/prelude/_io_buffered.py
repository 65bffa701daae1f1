"""Buffers over raw streams, those that scripts write. Part of `io`."""

from _io import _seal
from _operator import index as _index
from io import SEEK_CUR, DEFAULT_BUFFER_SIZE, BufferedIOBase, UnsupportedOperation, _BufferedIOBase, _no_copy

__name__ = "_io"


class _Buffered(_BufferedIOBase):
    """What has been read ahead, and what is still to be written: never both."""

    __reduce__ = __reduce_ex__ = _no_copy

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        size = _index(buffer_size)
        self._stream = None
        for ability in self._needs:
            if not getattr(raw, ability)():
                raise UnsupportedOperation(f"File or stream is not {ability}.")
        if size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._stream = raw
        self._room = size
        self._ahead = b""
        self._behind = bytearray()

    def __repr__(self):
        name = None if self._stream is None else getattr(self._stream, "name", None)
        return f"<_io.{type(self).__name__}>" if name is None else f"<_io.{type(self).__name__} name={name!r}>"

    @property
    def raw(self):
        if self._stream is None:
            raise ValueError("raw stream has been detached")
        return self._stream

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def _open(self, what):
        if self.closed:
            raise ValueError(f"{what} of closed file")

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self.flush()
        raw = self.raw
        self._stream = None
        return raw

    def flush(self):
        self._open("flush")
        self._drain()
        if "writable" not in self._needs:
            self.raw.flush()

    def _drain(self):
        """Write what is to be written; go back to where reading has come to."""
        while self._behind:
            del self._behind[:self._put(self._behind)]
        if self._ahead and "writable" in self._needs:
            self.raw.seek(-len(self._ahead), SEEK_CUR)
            self._ahead = b""

    def _put(self, data):
        count = self.raw.write(bytes(data))
        if count is None:
            error = BlockingIOError(0, "write could not complete without blocking")
            error.characters_written = 0
            raise error
        if not 0 <= count <= len(data):
            raise OSError(f"raw write() returned invalid length {count} (should have been between 0 and {len(data)})")
        return count

    def tell(self):
        return self.raw.tell() - len(self._ahead) + len(self._behind)

    def seek(self, pos, whence=0, /):
        self._open("seek")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._checkSeekable()
        self._drain()
        if whence == SEEK_CUR:
            pos -= len(self._ahead)
        self._ahead = b""
        return self.raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        self._open("truncate")
        if "writable" not in self._needs:
            raise UnsupportedOperation("truncate")
        self._drain()
        return self.raw.truncate(self.tell() if pos is None else pos)


@_seal
class BufferedReader(_Buffered):
    """A buffer over a raw stream to read."""

    _needs = ("readable",)

    def readable(self):
        return self.raw.readable()

    def _get(self, size):
        """So many bytes of the raw stream at most: none at its end, None where it has none yet."""
        room = bytearray(size)
        count = self.raw.readinto(room)
        if count is None:
            return None
        if not isinstance(count, int):
            raise OSError("raw readinto() failed")
        if not 0 <= count <= size:
            raise OSError(f"raw readinto() returned invalid length {count} (should have been between 0 and {size})")
        return bytes(room[:count])

    def _begin(self, what):
        self._open(what)
        if self._behind:
            self._drain()

    def _rest(self):
        data, self._ahead = self._ahead, b""
        if hasattr(self.raw, "readall"):
            rest = self.raw.readall()
            return data + rest if rest is not None else data or None
        while piece := self.raw.read():
            data += piece
        return data if data or piece is not None else None

    def read(self, size=-1, /):
        self._begin("read")
        if size is None or size == -1:
            return self._rest()
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        piece = b""
        while len(self._ahead) < size:
            piece = self._get(max(self._room, (size - len(self._ahead)) // self._room * self._room))
            if not piece:
                break
            self._ahead += piece
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data if data or piece is not None else None

    def read1(self, size=-1, /):
        self._begin("read")
        if size < 0:
            size = self._room
        if not self._ahead:
            return self._get(size) or b""
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def peek(self, size=0, /):
        self._begin("peek")
        if not self._ahead:
            self._ahead = self._get(self._room) or b""
        return self._ahead

    def readline(self, size=-1, /):
        self._begin("readline")
        limit = -1 if size is None else size
        end = 0
        while not (found := self._ahead.find(b"\n", end) + 1) and not 0 <= limit <= len(self._ahead):
            end = len(self._ahead)
            piece = self._get(self._room)
            if not piece:
                break
            self._ahead += piece
        end = found or len(self._ahead)
        if 0 <= limit < end:
            end = limit
        line, self._ahead = self._ahead[:end], self._ahead[end:]
        return line

    def readinto1(self, buffer, /):
        with memoryview(buffer) as view, view.cast("B") as cells:
            data = self.read1(view.nbytes)
            cells[:len(data)] = data
        return len(data)


@_seal
class BufferedWriter(_Buffered):
    """A buffer over a raw stream to write."""

    _needs = ("writable",)

    def writable(self):
        return self.raw.writable()

    def write(self, data, /):
        try:
            with memoryview(data) as view:
                piece = view.tobytes()
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
        if self.closed:
            raise ValueError("write to closed file")
        if self._ahead:
            self._drain()
        count = len(piece)
        if len(self._behind) + count > self._room:
            self._drain()
            try:
                while len(piece) > self._room:
                    piece = piece[self._put(piece):]
            except BlockingIOError as error:
                kept = piece[:self._room - len(self._behind)]
                self._behind += kept
                error.characters_written = count - len(piece) + len(kept)
                raise
        self._behind += piece
        return count


@_seal
class BufferedRandom(BufferedReader, BufferedWriter):
    """A buffer over a raw stream to read and write."""

    _needs = ("seekable", "readable", "writable")


BufferedIOBase.register(_Buffered)
