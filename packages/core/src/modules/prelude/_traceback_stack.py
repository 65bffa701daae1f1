"""Frames as data: what `traceback` collects of a stack, and its text."""

import sys
from _traceback import entries, frame_text, source_line

__name__ = "traceback"

_SHOWN = 3  # a frame repeated more often than this is counted


def hidden(code):
    """Whether a frame is of the standard library, which tracebacks leave out."""
    return code.co_filename.startswith("<prelude ")


def walk_stack(f):
    """Each frame from `f` to its callers, with its line; from the caller when `f` is None."""
    if f is None:
        f = sys._getframe()
    while f is not None:
        if not hidden(f.f_code):
            yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Each frame of a traceback, with its line, outermost first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


class FrameSummary:
    """One entry of a stack."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(
        self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
        end_lineno=None, colno=None, end_colno=None
    ):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self.locals = {key: _safe_repr(value) for key, value in locals.items()} if locals else None

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = source_line(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            mine = self.filename, self.lineno, self.name, self.locals
            return mine == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


class StackSummary(list):
    """A list of frames, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The frames that `walk_stack` or `walk_tb` give."""
        wide = [(frame, line, None, None, None) for frame, line in frame_gen]
        return cls._gather(wide, limit, capture_locals)

    @classmethod
    def _of_traceback(cls, tb, limit, capture_locals):
        return cls._gather(entries(tb), limit, capture_locals)

    @classmethod
    def _gather(cls, wide, limit, capture_locals):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None:
                limit = max(limit, 0)
        if limit is not None:
            wide = wide[:limit] if limit >= 0 else wide[limit:]
        summary = cls()
        for frame, line, end_line, column, end_column in wide:
            code = frame.f_code
            summary.append(FrameSummary(
                code.co_filename, line, code.co_name, locals=frame.f_locals if capture_locals else None,
                end_lineno=end_line, colno=column, end_colno=end_column,
            ))
        return summary

    @classmethod
    def from_list(cls, a_list):
        """A summary of FrameSummary objects, or of tuples (filename, line number, name, line)."""
        result = cls()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            result.append(item)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one frame; None leaves it out."""
        it = frame_summary
        filename = "<stdin>" if it.filename.startswith("<python-input-") else it.filename
        if it.colno is not None and it.end_colno is not None:
            text = frame_text(filename, it.lineno, it.name, it.end_lineno, it.colno, it.end_colno)
        else:
            text = f'  File "{filename}", line {it.lineno}, in {it.name}\n'
            if it.line:
                text += f"    {it.line}\n"
        if it.locals:
            for name in sorted(it.locals):
                text += f"    {name} = {it.locals[name]}\n"
        return text

    def format(self, **kwargs):
        """The texts of the frames; repetitions are counted instead of shown."""
        result = []
        last = None
        count = 0
        for frame in self:
            text = self.format_frame_summary(frame, **kwargs)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if last is None or place != last:
                _tell_repeated(result, count)
                last = place
                count = 0
            count += 1
            if count <= _SHOWN:
                result.append(text)
        _tell_repeated(result, count)
        return result


def _tell_repeated(result, count):
    more = count - _SHOWN
    if more > 0:
        result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
