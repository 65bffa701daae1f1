"""String constants, templates with `$name` placeholders, and str.format() as a class to derive from."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = digits[:8]
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize each word; without a separator, runs of blanks become one blank."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_missing = object()
_WORD_START = frozenset(ascii_letters + "_")
_WORD = frozenset(ascii_letters + digits + "_")


class Template:
    """Text in which `$name` and `${name}` stand for values, and `$$` for a dollar sign.

    A subclass may set `delimiter`, or `idpattern` and `braceidpattern` to regular expressions for the names, or
    `pattern` to one for the whole with the groups escaped, named, braced and invalid.
    """

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None  # re.IGNORECASE unless set

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = "pattern" in cls.__dict__
        if own or cls.idpattern is not Template.idpattern or cls.braceidpattern or cls.flags is not None:
            from _string_pattern import compiled

            cls.pattern = compiled(cls, own)

    def __init__(self, template):
        self.template = template

    def _placeholders(self):
        """Tuples of start, end, kind ("escaped", "named" or "invalid") and name."""
        text = self.template
        pattern = getattr(self, "pattern", None)
        if pattern is not None:
            from _string_pattern import placeholders

            yield from placeholders(pattern, text)
            return
        mark = self.delimiter
        width = len(mark)
        start = text.find(mark)
        while start >= 0:
            end = start + width
            next_char = text[end : end + 1]
            if next_char in _WORD_START:
                first = end
                while text[end : end + 1] in _WORD:
                    end += 1
                yield start, end, "named", text[first:end]
            elif text.startswith(mark, end):
                end += width
                yield start, end, "escaped", None
            else:
                close = self._braced(text, end) if next_char == "{" else -1
                if close < 0:
                    yield start, end, "invalid", None
                else:
                    yield start, close, "named", text[end + 1 : close - 1]
                    end = close
            start = text.find(mark, end)

    @staticmethod
    def _braced(text, brace):
        """The position after `{name}`, or -1 where there is none."""
        at = brace + 1
        if text[at : at + 1] not in _WORD_START:
            return -1
        while text[at : at + 1] in _WORD:
            at += 1
        return at + 1 if text[at : at + 1] == "}" else -1

    def _invalid(self, end):
        """Complain of the delimiter before a position."""
        lines = self.template[:end].splitlines(keepends=True)
        column = end - sum(map(len, lines[:-1])) if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines) or 1}, col {column}")

    def _filled(self, mapping, kws, is_safe):
        if mapping is _missing:
            mapping = kws
        elif kws:
            from collections import ChainMap

            mapping = ChainMap(kws, mapping)
        text = self.template
        parts = []
        done = 0
        for start, end, kind, name in self._placeholders():
            parts.append(text[done:start])
            done = end
            if kind == "escaped":
                parts.append(self.delimiter)
            elif kind == "invalid":
                if not is_safe:
                    self._invalid(end)
                parts.append(text[start:end])
            elif is_safe:
                try:
                    parts.append(str(mapping[name]))
                except KeyError:
                    parts.append(text[start:end])
            else:
                parts.append(str(mapping[name]))
        parts.append(text[done:])
        return "".join(parts)

    def substitute(self, mapping=_missing, /, **kws):
        """The text with the values in it; KeyError for one that is missing."""
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """The text with the values in it; placeholders without a value stay."""
        return self._filled(mapping, kws, True)

    def is_valid(self):
        """Whether every delimiter begins a placeholder."""
        return all(kind != "invalid" for _, _, kind, _ in self._placeholders())

    def get_identifiers(self):
        """The names of the placeholders, each once, in order."""
        return list(dict.fromkeys(name for _, _, kind, name in self._placeholders() if kind == "named"))


def __getattr__(name):
    if name == "Formatter":
        from _string_formatter import Formatter

        globals()["Formatter"] = Formatter
        return Formatter
    raise AttributeError(f"module 'string' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), "Formatter"})
