"""Tracebacks: what led to an exception, as data and as text."""

import sys
from _traceback import suggestion, syntax_text
from _traceback_stack import FrameSummary, StackSummary, walk_stack, walk_tb

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
    "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_missing = object()


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except Exception:
        return f"<{what} {func.__name__}() failed>"


class _Margin:
    """How deep in groups the text stands, and whether the innermost box is still to be closed."""

    def __init__(self):
        self.seen = set()
        self.depth = 0
        self.needs_close = False

    def emit(self, texts, bar="|"):
        if self.depth == 0:
            yield from texts
            return
        indent = f"{' ' * (2 * self.depth)}{bar} "
        for text in texts:
            yield "".join([indent + line for line in text.splitlines(keepends=True)])


class TracebackException:
    """An exception as it was when this was made, without keeping hold of it."""

    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
        compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None
    ):
        top = _seen is None
        if top:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._of_traceback(exc_traceback, limit, capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        self._notes_of(exc_value)
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = None if exc_type is None else exc_type.__qualname__
        self.exc_type_module = None if exc_type is None else exc_type.__module__
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self._syntax_of(exc_value)
        else:
            try:
                self._str += suggestion(exc_value, exc_traceback)
            except Exception:  # of an object's own __dir__
                pass
        self.__suppress_context__ = False if exc_value is None else exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        self._followed = compact and self.__suppress_context__
        if top:
            options = {
                "limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals,
                "max_group_width": max_group_width, "max_group_depth": max_group_depth, "_seen": _seen,
            }
            self._gather_related(exc_value, options, compact)

    def _notes_of(self, value):
        try:
            self.__notes__ = getattr(value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {_safe_string(error, '__notes__', repr)}"]

    def _syntax_of(self, error):
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = error.end_offset
        self.msg = error.msg
        self._is_syntax_error = True
        self._syntax = syntax_text(error, self._str)

    def _gather_related(self, value, options, compact):
        """Causes, contexts and members of groups; a queue, since chains may be long."""
        seen = options["_seen"]
        queue = [(self, value)]

        def related(error):
            if error is None or id(error) in seen:
                return None
            made = TracebackException(type(error), error, error.__traceback__, **options)
            queue.append((made, error))
            return made

        while queue:
            told, error = queue.pop()
            if error is None:
                continue
            told.__cause__ = related(error.__cause__)
            if not compact or (told.__cause__ is None and not error.__suppress_context__):
                told.__context__ = related(error.__context__)
            if isinstance(error, BaseExceptionGroup):
                told.exceptions = []
                for each in error.exceptions:
                    made = TracebackException(type(each), each, each.__traceback__, **options)
                    told.exceptions.append(made)
                    queue.append((made, each))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What there is to tell of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings

        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        module = self.exc_type_module if isinstance(self.exc_type_module, str) else "<unknown>"
        return f"{module}.{self.exc_type_qualname}"

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The last part of the text: type, message, notes; the members of groups too if `show_group`."""
        indent = "   " * _depth
        for text in self._own_texts():
            yield from [indent + each for each in text.splitlines(True)] if _depth else [text]
        if self.exceptions and show_group:
            for each in self.exceptions:
                yield from each.format_exception_only(show_group=True, _depth=_depth + 1)

    def _own_texts(self):
        if not self._have_exc_type:
            yield f"None: {self._str}\n" if self._str and self._str != "None" else "NoneType: None\n"
            return
        if self._is_syntax_error:
            yield from self._syntax_texts()
        else:
            yield f"{self.exc_type_str}: {self._str}\n" if self._str else f"{self.exc_type_str}\n"
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                yield from [line + "\n" for line in _safe_string(note, "note").split("\n")]
        elif notes is not None:
            yield f"{_safe_string(notes, '__notes__', repr)}\n"

    def _syntax_texts(self):
        """The place, the source with its marks, the message."""
        rest = self._syntax
        if rest.startswith("  File "):
            end = rest.index("\n") + 1
            yield rest[:end]
            rest = rest[end:]
        shown = ""
        while rest.startswith("    "):
            end = rest.index("\n") + 1
            shown += rest[:end]
            rest = rest[end:]
        yield from shown.splitlines(True)
        yield rest

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """The texts of the whole traceback, oldest exception first."""
        margin = _Margin() if _ctx is None else _ctx
        told = []
        each = self
        while each is not None:
            if not chain:
                told.append((None, each))
                break
            if each.__cause__ is not None:
                told.append((_CAUSE, each))
                each = each.__cause__
            elif each.__context__ is not None and not each.__suppress_context__:
                told.append((_CONTEXT, each))
                each = each.__context__
            else:
                told.append((None, each))
                each = None
        for message, each in reversed(told):
            if message is not None:
                yield from margin.emit([message])
            if each.exceptions is None:
                if each.stack:
                    yield from margin.emit(["Traceback (most recent call last):\n"])
                    yield from margin.emit(each.stack.format())
                yield from margin.emit(each.format_exception_only())
            elif margin.depth > self.max_group_depth:
                yield from margin.emit([f"... (max_group_depth is {self.max_group_depth})\n"])
            else:
                yield from each._format_group(margin, chain)

    def _format_group(self, margin, chain):
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if self.stack:
            yield from margin.emit(["Exception Group Traceback (most recent call last):\n"], "+" if outermost else "|")
            yield from margin.emit(self.stack.format())
        yield from margin.emit(self.format_exception_only())
        members = self.exceptions
        extra = len(members) - self.max_group_width
        count = self.max_group_width + 1 if extra > 0 else len(members)
        margin.needs_close = False
        for at in range(count):
            last = at == count - 1
            if last:
                margin.needs_close = True
            cut = extra > 0 and last
            indent = " " * (2 * margin.depth)
            yield f"{indent}{'  ' if at else '+-'}+---------------- {'...' if cut else at + 1} ----------------\n"
            margin.depth += 1
            if cut:
                yield from margin.emit([f"and {extra} more exception{'s' if extra > 1 else ''}\n"])
            else:
                yield from members[at].format(chain=chain, _ctx=margin)
            if last and margin.needs_close:
                yield f"{' ' * (2 * margin.depth)}+------------------------------------\n"
                margin.needs_close = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Write the whole traceback to a file, or to sys.stderr."""
        _write(self.format(chain=chain), file)


def _write(texts, file):
    file = sys.stderr if file is None else file
    for text in texts:
        print(text, file=file, end="")


def _value_and_traceback(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, exc.__traceback__


def _told(exc, value, tb, limit):
    value, tb = _value_and_traceback(exc, value, tb)
    kind = None if value is None else type(value)
    return TracebackException(kind, value, tb, limit=limit, compact=True)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    """Write an exception with its traceback to a file, or to sys.stderr."""
    _told(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    """The texts that print_exception() writes, as a list."""
    return list(_told(exc, value, tb, limit).format(chain=chain))


def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
    """The last part of what format_exception() gives: type, message and notes."""
    if value is _missing:
        value = exc
    kind = None if value is None else type(value)
    told = TracebackException(kind, value, None, compact=True)
    return list(told.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """print_exception() of the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text that print_exc() writes."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """print_exception() of the last exception that nobody caught."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    exc = sys.last_exc if hasattr(sys, "last_exc") else sys.last_value
    print_exception(exc, limit=limit, file=file, chain=chain)


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    return StackSummary._of_traceback(tb, limit, False)


def extract_stack(f=None, limit=None):
    """The frames that are running, or that led to frame `f`, outermost first."""
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """The texts of frames."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Write frames to a file, or to sys.stderr."""
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    """The texts of the frames of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Write the frames of a traceback to a file, or to sys.stderr."""
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    """The texts of the frames that are running."""
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    """Write the frames that are running to a file, or to sys.stderr."""
    _write(format_stack(f, limit), file)


def clear_frames(tb):
    """Let go of the locals of all frames in a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # a frame that still runs keeps its own
        tb = tb.tb_next
