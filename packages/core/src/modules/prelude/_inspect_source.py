"""Where objects come from: files, source lines, frames with their places."""

import sys
from collections import namedtuple
from itertools import islice
from _traceback import source_line

_Function = type(lambda: None)
_MISSING = "could not get source code"

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", module="dis")


def _placed(name, fields):
    """A named tuple that carries `positions` beside its fields."""
    base = namedtuple(name, fields)

    def __new__(cls, *values, positions=None, **named):
        self = base.__new__(cls, *values, **named)
        self.positions = positions
        return self

    def __repr__(self):
        return f"{base.__repr__(self)[:-1]}, positions={self.positions!r})"

    body = {"__new__": __new__, "__repr__": __repr__, "__module__": "inspect"}
    return type(name, (base,), body)


Traceback = _placed("Traceback", "filename lineno function code_context index")
FrameInfo = _placed("FrameInfo", "frame filename lineno function code_context index")


def _code_of(obj):
    """The code of a function, method, frame or traceback; None for others."""
    if hasattr(obj, "__func__"):
        obj = obj.__func__
    if hasattr(obj, "tb_frame"):
        obj = obj.tb_frame
    for name in ("__code__", "f_code"):
        if hasattr(obj, name):
            return getattr(obj, name)
    return obj if hasattr(obj, "co_filename") else None


def getfile(object):
    """The name of the file that an object was defined in."""
    if isinstance(object, type(sys)):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        module = sys.modules.get(object.__module__)
        for value in object.__dict__.values():
            code = _code_of(value)
            if code is not None and getattr(value, "__module__", None) == object.__module__:
                return code.co_filename
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError(
            "module, class, method, function, traceback, frame, or code object was expected, "
            f"got {type(object).__name__}"
        )
    return code.co_filename


def getsourcefile(object):
    """The name of the file that holds an object's source; None when there is none."""
    filename = getfile(object)
    return None if filename.startswith("<prelude ") else filename


def getmodule(object, _filename=None):
    """The module that an object was defined in."""
    if isinstance(object, type(sys)):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        filename = _filename or getfile(object)
    except (TypeError, OSError):
        return None
    return next((each for each in [*sys.modules.values()] if getattr(each, "__file__", None) == filename), None)


def _lines_from(filename, first):
    lines = []
    blank = 0
    while blank < 100:
        line = source_line(filename, first)
        first += 1
        blank = blank + 1 if line == "" else 0
        lines.append(line or "\n")
    while lines and lines[-1] == "\n":
        lines.pop()
    return lines


def findsource(object):
    """All lines of the file of an object, and the index of its first one."""
    if isinstance(object, type(sys)):
        first = 1
    elif isinstance(object, type):
        first = object.__dict__.get("__firstlineno__")
    else:
        code = _code_of(object)
        first = None if code is None else code.co_firstlineno
    try:
        lines = _lines_from(getfile(object), 1)
    except TypeError:
        raise
    if not lines or first is None:
        raise OSError(_MISSING)
    if first > len(lines):
        raise OSError("lineno is out of bounds")
    return lines, first - 1


def _block(lines):
    """The lines of the definition that the first line begins."""
    depth = 0
    started = goes_on = False
    margin = len(lines[0]) - len(lines[0].lstrip())
    end = 0
    quote = ""
    for at, line in enumerate(lines):
        text = line.strip()
        is_code = bool(quote or text and not text.startswith("#"))
        is_inside = bool(quote or len(line) - len(line.lstrip()) > margin)
        if depth == 0 and started and not goes_on and is_code and not is_inside:
            break
        if is_code or text and is_inside:
            end = at + 1
        bare, quote = _without_strings(text, quote)
        depth = max(0, depth + sum([bare.count(char) for char in "([{"]) - sum([bare.count(char) for char in ")]}"]))
        goes_on = text.endswith("\\")
        if depth == 0 and not quote and not text.startswith("@") and text:
            started = True
            if not goes_on and at == 0 and "lambda" in bare and not bare.startswith(("def ", "class ", "async ")):
                return lines[:1]
    return lines[:end]


def _without_strings(text, quote):
    """A line that begins within a string of such quotes, if any, without its strings and comment; and how it ends."""
    result = ""
    at = 0
    while at < len(text):
        char = text[at]
        if quote:
            if char == "\\":
                at += 1
            elif text.startswith(quote, at):
                at += len(quote) - 1
                quote = ""
        elif char in "'\"":
            quote = char * 3 if text.startswith(char * 3, at) else char
            at += len(quote) - 1
        elif char == "#":
            break
        else:
            result += char
        at += 1
    return result, quote if len(quote) == 3 else ""


def getsourcelines(object):
    """The source lines of an object, and the number of the first one."""
    object = getattr(object, "__wrapped__", object)
    lines, first = findsource(object)
    if isinstance(object, type(sys)):
        return lines, 0
    code = _code_of(object)
    if code is not None and code.co_name == "<module>":
        return lines, 0
    return _block(lines[first:]), first + 1


def getsource(object):
    """The source of an object."""
    return "".join(getsourcelines(object)[0])


def getframeinfo(frame, context=1):
    """Where a frame or traceback stands."""
    if hasattr(frame, "tb_frame"):
        lineno = frame.tb_lineno
        last = frame.tb_lasti
        frame = frame.tb_frame
    elif hasattr(frame, "f_lineno"):
        lineno = frame.f_lineno
        last = frame.f_lasti
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        first = max(1, lineno - context // 2)
        lines = [source_line(filename, line) for line in range(first, first + context)]
        index = lineno - first
        if not any(lines):
            lines = index = None
    place = next(islice(frame.f_code.co_positions(), last // 2, None), None)
    positions = None if place is None else Positions(*place)
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def _info(frame, place, context):
    info = getframeinfo(place, context)
    return FrameInfo(frame, *info, positions=info.positions)


def getouterframes(frame, context=1):
    """A frame and its callers, with their places."""
    found = []
    while frame:
        if not frame.f_code.co_filename.startswith("<prelude "):
            found.append(_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback, with their places."""
    found = []
    while tb:
        found.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The frames that are running, innermost first."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between here and where the exception being handled was raised."""
    exception = sys.exception()
    return getinnerframes(None if exception is None else exception.__traceback__, context)
