"""File objects over what the host gives: contents in memory, given back when they are flushed. Part of `io`."""

import _files
from _io import _seal
from _operator import index as _index
from _io_buffered import BufferedRandom, BufferedReader, BufferedWriter
from io import BytesIO, RawIOBase, StringIO, TextIOBase, UnsupportedOperation, _TextIOBase, _no_copy, _size, text_encoding

__name__ = "_io"

_ERRORS = {
    "EPERM": (1, "Operation not permitted"), "ENOENT": (2, "No such file or directory"), "EIO": (5, "Input/output error"),
    "EACCES": (13, "Permission denied"), "EBUSY": (16, "Device or resource busy"), "EEXIST": (17, "File exists"),
    "ENOTDIR": (20, "Not a directory"), "EISDIR": (21, "Is a directory"), "EINVAL": (22, "Invalid argument"),
    "EMFILE": (24, "Too many open files"), "EFBIG": (27, "File too large"), "ENOSPC": (28, "No space left on device"),
    "EROFS": (30, "Read-only file system"), "ENAMETOOLONG": (36, "File name too long"),
    "ELOOP": (40, "Too many levels of symbolic links"),
}


def _failure(code, name):
    """The OSError for the system's name of what is wrong."""
    number, text = _ERRORS.get(code, (5, code))
    return OSError(number, text, name)


class _Content(BytesIO):
    """The content of a file, and the position in it."""

    name = mode = None
    _least_hint = 0
    __reduce__ = __reduce_ex__ = _no_copy
    closed, fileno, isatty, readinto1 = BytesIO.closed, BytesIO.fileno, BytesIO.isatty, BytesIO.readinto1

    def __init__(self, name, mode, data):
        self._BytesIO__data = bytearray(data)
        self._IOBase__closed = False
        self.name = name
        self.mode = mode
        self._path = name if isinstance(name, str) else bytes(name).decode()
        self._appends = mode[0] == "a"
        self._readable = mode[0] == "r" or "+" in mode
        self._writable = mode[0] != "r" or "+" in mode
        self._BytesIO__at = len(data) if self._appends else 0

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

    def _source(self, what="read"):
        if self._IOBase__closed:
            raise ValueError(f"{what} of closed file")
        if not self._readable:
            raise UnsupportedOperation("read")

    def readable(self):
        self._BytesIO__open()
        return self._readable

    def writable(self):
        self._BytesIO__open()
        return self._writable

    def seekable(self):
        self._BytesIO__open()
        return True

    def read(self, size=-1, /):
        self._source()
        return super().read(size)

    def read1(self, size=-1, /):
        self._source()
        return super().read1(size)

    def peek(self, size=0, /):
        self._source()
        return bytes(self._BytesIO__data[self._BytesIO__at:self._BytesIO__at + 8192])

    def readline(self, size=-1, /):
        self._source("readline")
        return super().readline(size)

    def tell(self):
        if self._IOBase__closed:
            raise ValueError("I/O operation on closed file")
        return self._BytesIO__at

    def seek(self, pos, whence=0, /):
        if self._IOBase__closed:
            raise ValueError("seek of closed file")
        if whence == 0 and pos < 0:
            raise OSError(22, "Invalid argument")
        return super().seek(pos, whence)

    def readall(self):
        return self.read()

    def write(self, data, /):
        if self._IOBase__closed:
            raise ValueError("write to closed file")
        if not self._writable:
            raise UnsupportedOperation("write")
        if self._appends:
            self._BytesIO__at = len(self._BytesIO__data)
        count = super().write(data)
        if count:
            _files.touch(self._path, self._BytesIO__data)
        return count

    def truncate(self, pos=None, /):
        if not self._writable:
            raise UnsupportedOperation("truncate")
        size = self._BytesIO__at if pos is None else pos
        super().truncate(size)
        self._BytesIO__data.extend(bytes(max(0, size - len(self._BytesIO__data))))
        _files.touch(self._path, self._BytesIO__data)
        return size

    def flush(self):
        if self._IOBase__closed:
            raise ValueError("flush of closed file" if self._writable else "I/O operation on closed file.")
        code = _files.save(self._BytesIO__data)
        if code is not None:
            raise _failure(code, self.name)

    def close(self):
        if not self._IOBase__closed:
            try:
                self.flush()
            finally:
                super().close()

    def detach(self):
        raise UnsupportedOperation("detach")

    getvalue = getbuffer = property()


def _of_files(base):
    """A class of buffers for the files of the host, whose content needs no raw stream."""
    return _seal(type(base.__name__, (_Content, base), {"__module__": "_io"}))


_Reader, _Writer, _Random = map(_of_files, (BufferedReader, BufferedWriter, BufferedRandom))


@_seal
class FileIO(_Content):
    """A file of bytes that is written through at once."""

    def __init__(self, file, mode="r", closefd=True, opener=None, *, data=None):
        kind = mode.replace("b", "")
        super().__init__(file, kind + "b" if len(kind) == 1 else f"{kind[0]}b+", _load(file, kind) if data is None else data)

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"

    def write(self, data, /):
        count = super().write(data)
        self.flush()
        return count


class _Lines:
    """Text to read whose lines end in `end` and nothing else: a StringIO would write that for each "\\n"."""

    newlines = None

    def __init__(self, text, end):
        self._text = text
        self._end = end
        self._at = 0

    def tell(self):
        return self._at

    def _take(self, end, size):
        start = self._at
        self._at = end if size < 0 else min(end, start + size)
        return self._text[start:self._at]

    def read(self, size=-1):
        return self._take(len(self._text), size)

    def readline(self, size=-1):
        found = self._text.find(self._end, self._at)
        return self._take(len(self._text) if found < 0 else found + len(self._end), -1 if size is None else size)


class _Detached:
    """What a text stream has in place of the bytes that it has been parted from."""

    def __getattr__(self, name):
        raise ValueError("underlying buffer has been detached")


@_seal
class TextIOWrapper(_TextIOBase):
    """Text over a stream of bytes."""

    _iterates = False

    __reduce__ = __reduce_ex__ = _no_copy

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None and not isinstance(value, str):
                raise TypeError(f"TextIOWrapper() argument '{name}' must be str or None, not {type(value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self.encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        self.errors = "strict" if errors is None else errors
        "".encode(self.encoding, self.errors)
        for ability in (buffer.readable, buffer.writable, buffer.seekable):
            ability()
        self._buffer = buffer
        self._newline = newline
        self._line_end = None if newline in (None, "", "\n") else newline
        self._reader = None
        self.line_buffering = line_buffering
        self.write_through = write_through

    def __repr__(self):
        try:
            name = getattr(self._buffer, "name", None)
        except ValueError:
            name = None
        shown = "" if name is None else f" name={name!r}"
        mode = getattr(self, "mode", None)
        if mode is not None:
            shown += f" mode={mode!r}"
        kind = "_io.TextIOWrapper" if type(self) is TextIOWrapper else type(self).__name__
        return f"<{kind}{shown} encoding={self.encoding!r}>"

    @property
    def buffer(self):
        return self._buffer

    @property
    def name(self):
        return self._buffer.name

    @property
    def closed(self):
        return self._buffer.closed

    @property
    def newlines(self):
        return None if self._reader is None else self._reader.newlines

    def readable(self):
        return self._buffer.readable()

    def writable(self):
        return self._buffer.writable()

    def seekable(self):
        return self._buffer.seekable()

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        if self._reader is not None and (encoding, errors, newline) != (None, None, Ellipsis):
            raise UnsupportedOperation("not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if newline is Ellipsis:
            newline = self._newline
        if errors is None and encoding is None:
            errors = self.errors
        given = self.line_buffering if line_buffering is None else bool(line_buffering)
        through = self.write_through if write_through is None else bool(write_through)
        self.__init__(self._buffer, encoding or self.encoding, errors, newline, given, through)

    def _rest(self):
        """What is still to be read, as a stream of text."""
        self._checkClosed()
        if self._reader is None:
            if not self._buffer.readable():
                raise UnsupportedOperation("not readable")
            self._start = self._buffer.tell() if self._buffer.seekable() else 0
            data = self._buffer.read()
            if not isinstance(data, (bytes, bytearray, memoryview)):
                name = "read1" if hasattr(self._buffer, "read1") else "read"
                given = type(data).__name__
                raise TypeError(f"underlying {name}() should have returned a bytes-like object, not '{given}'")
            text = str(data, self.encoding, self.errors)
            self._raw = text
            end = self._line_end
            self._reader = StringIO(text, self._newline) if end is None else _Lines(text, end)
        return self._reader

    def read(self, size=-1, /):
        size = _size(size)
        return self._rest().read(-1 if size is None else size)

    def readline(self, size=-1, /):
        return self._rest().readline(_index(size))

    def readlines(self, hint=-1, /):
        self._rest()
        return super().readlines(hint)

    def __next__(self):
        line = self._rest().readline()
        self._iterates = bool(line)
        if not line:
            raise StopIteration
        return line

    def _leave(self):
        """Put the stream of bytes where the text has come to."""
        if self._reader is not None:
            at = self._place()
            self._reader = None
            self._buffer.seek(at)

    def write(self, text, /):
        self._checkClosed()
        if not isinstance(text, str):
            kind = "None" if text is None else type(text).__name__
            raise TypeError(f"write() argument must be str, not {kind}")
        if not self._buffer.writable():
            raise UnsupportedOperation("not writable")
        # What has been read counts as read to its end, as in CPython.
        self._reader = None
        data = text if self._line_end is None else text.replace("\n", self._line_end)
        self._buffer.write(data.encode(self._next_encoding(), self.errors))
        if self.line_buffering and ("\n" in text or "\r" in text):
            self.flush()
        return len(text)

    def _next_encoding(self):
        """The encoding for what comes next: the mark of the byte order stands at the beginning only."""
        plain = self.encoding.lower().replace("_", "-")
        if plain in ("utf-8-sig", "utf-16", "utf-32") and self._buffer.seekable() and self._buffer.tell():
            return "utf-8" if plain == "utf-8-sig" else plain + "-le"
        return self.encoding

    def tell(self):
        self._checkClosed()
        if self._iterates:
            raise OSError("telling position disabled by next() call")
        return self._place()

    def _place(self):
        if self._reader is None:
            return self._buffer.tell()
        count = self._reader.tell()
        raw = self._raw
        if self._newline is None and "\r" in raw:
            end = 0
            for _ in range(count):
                end += 2 if raw[end:end + 2] == "\r\n" else 1
            count = end
        return self._start + len(raw[:count].encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0, /):
        self._checkClosed()
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self._iterates = False
            self._reader = None
            return self._buffer.seek(0, 2)
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._iterates = False
        self._reader = None
        return self._buffer.seek(cookie)

    def truncate(self, pos=None, /):
        self.flush()
        at = self.tell() if pos is None else pos
        self._leave()
        return self._buffer.truncate(at)

    def flush(self):
        self._checkClosed()
        self._iterates = False
        self._buffer.flush()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def detach(self):
        self.flush()
        self._leave()
        buffer, self._buffer = self._buffer, _Detached()
        return buffer

    def fileno(self):
        return self._buffer.fileno()

    def isatty(self):
        self._checkClosed()
        return False


RawIOBase.register(FileIO)
TextIOBase.register(TextIOWrapper)


def _load(path, mode):
    """The content of a file that is being opened."""
    text = path.decode() if isinstance(path, bytes) else path
    if "\0" in text:
        raise ValueError("embedded null byte")
    for content in _files.unsaved(text):
        _files.save(content)
    data = _files.open(text, mode)
    if isinstance(data, str):
        raise _failure(data, path)
    return data


def open(file, mode, buffering, encoding, errors, newline):
    """The built-in function, once its arguments are sorted out."""
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    if not isinstance(file, (str, bytes)):
        convert = getattr(type(file), "__fspath__", None)
        if convert is None:
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
        file = convert(file)
    for name, value in (("mode", mode), ("encoding", encoding), ("errors", errors), ("newline", newline)):
        if not isinstance(value, str) and (value is not None or name == "mode"):
            wanted = "str" if name == "mode" else "str or None"
            raise TypeError(f"open() argument '{name}' must be {wanted}, not {type(value).__name__}")
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in kinds
    if binary and "t" in kinds:
        raise ValueError("can't have text and binary mode at once")
    kind = "".join(each for each in "xrwa" if each in kinds)
    if len(kind) != 1:
        many = "must have exactly one of create/read/write/append mode"
        raise ValueError(many if kind else "Must have exactly one of create/read/write/append mode and at most one plus")
    if binary:
        for name, value in (("an encoding", encoding), ("an errors", errors), ("a newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {name} argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if not binary:
        "".encode("utf-8" if encoding is None else encoding)
    updates = "+" in kinds
    data = _load(file, kind + "+" if updates else kind)
    raw_mode = ("r" if kind == "w" and updates else kind) + ("b+" if updates else "b")
    if buffering == 0:
        return FileIO(file, raw_mode, data=data)
    make = _Random if updates else _Reader if kind == "r" else _Writer
    buffer = make(file, raw_mode, data)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, text_encoding(encoding), errors, newline, buffering == 1)
    text.mode = mode
    return text
