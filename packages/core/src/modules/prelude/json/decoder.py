"""JSONDecoder: JSON text as values."""

import _json
from _json import scanstring as _scanstring
from json import scanner

__all__ = ["JSONDecoder", "JSONDecodeError"]

_SPACE = " \t\n\r"


class JSONDecodeError(ValueError):
    """What is wrong with a JSON text, and where: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(string, end, strict=True, /):
    """The string that begins at `end`, after its quote, and the position after it."""
    return _scanstring(string, end, strict, JSONDecodeError)


def _skip_space(text, start):
    end = len(text)
    while start < end and text[start] in _SPACE:
        start += 1
    return start


class JSONDecoder:
    """Turns JSON text into values; hooks may change what objects and numbers become."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}

    def scan_once(self, string, idx):
        """The value at a position and the position after it; StopIteration where none begins."""
        try:
            return self.raw_decode(string, idx)
        except JSONDecodeError as error:
            if error.msg == "Expecting value":
                raise StopIteration(error.pos) from None
            raise

    def decode(self, s):
        """The value of a whole text."""
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at the beginning of a text, and the position after it."""
        return _json.scan(s, idx, self.object_hook, self.object_pairs_hook,
                          None if self.parse_float is float else self.parse_float,
                          None if self.parse_int is int else self.parse_int,
                          self.parse_constant, bool(self.strict), JSONDecodeError)
