"""Regular expressions: patterns that text or bytes are searched for."""

import enum
from _re import Match, Pattern, compile as _compiled
import copyreg

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
    "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]
__version__ = "2.2.1"


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """How a pattern is to be read."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """A pattern or template that is wrong: what (`msg`), in which (`pattern`), where (`pos`, `lineno`, `colno`)."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError
_MAXCACHE = 512
_DEBUG = RegexFlag.DEBUG.value
_cache = {}
_UNSET = object()
_NAME = "\\N" "{"


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    known = _cache.get(key)
    if known is not None:
        return known
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if isinstance(pattern, str) and _NAME in pattern:
        import _re_names
    dubious = []
    try:
        compiled = _compiled(pattern, flags & ~_DEBUG, PatternError, dubious)
    finally:
        if dubious:
            import warnings
            for message in dubious:
                warnings.warn(message, FutureWarning, stacklevel=3)
    if not flags & _DEBUG:
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
    return compiled


def compile(pattern, flags=0):
    """The pattern, compiled: a Pattern."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """The match at the beginning of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """A list of what all matches have: of their group or groups, where the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches in the string, as Match objects."""
    return _compile(pattern, flags).finditer(string)


def _positional(function, before, args, names, values):
    """The values of options, of which some are given by position, as they may no longer be one day."""
    values = list(values)
    if len(args) > len(names):
        raise TypeError(f"{function}() takes from {before} to {before + len(names)} positional arguments "
                        f"but {before + len(args)} were given")
    for at, value in enumerate(args):
        if values[at] is not _UNSET:
            raise TypeError(f"{function}() got multiple values for argument {names[at]!r}")
        values[at] = value
    if args:
        import warnings
        warnings.warn(f"{names[0]!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return [0 if value is _UNSET else value for value in values]


def sub(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    """The string with its matches replaced: by a template, or by what a function of the match answers."""
    count, flags = _positional("sub", 3, args, ("count", "flags"), (count, flags))
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    """As sub(), with the number of replacements: a tuple of both."""
    count, flags = _positional("subn", 3, args, ("count", "flags"), (count, flags))
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_UNSET, flags=_UNSET):
    """A list of what stands between the matches, with what their groups have."""
    maxsplit, flags = _positional("split", 2, args, ("maxsplit", "flags"), (maxsplit, flags))
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"

_SPECIAL = {code: "\\" + chr(code) for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """The text as a pattern that matches just this text."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


def purge():
    """Forget the patterns that have been compiled."""
    _cache.clear()


def _rebuild(pattern):
    return _compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _rebuild, _compile)


class Scanner:
    """Reads text by a lexicon: pairs of a pattern and what to do with its matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = []
        parts = []
        groups = 0
        for pattern, action in lexicon:
            # A group of its own for each pattern tells which one matched.
            self._actions.append((groups + 1, action))
            groups += 1 + _compile(pattern, flags).groups
            parts.append(f"({pattern})")
        self.scanner = _compile("|".join(parts), flags)

    def scan(self, string):
        """What the actions answered, and the rest that no pattern matches."""
        result = []
        find = self.scanner.scanner(string).match
        end = 0
        while (found := find()) is not None and found.end() != end:
            action = next(action for group, action in self._actions if found.start(group) >= 0)
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            end = found.end()
        return result, string[end:]
