"""The patterns of warning filters: simple ones do without the regular expression engine."""

_ANY = "\0"  # stands for a dot of a pattern


class _Wildcard:
    """A pattern of plain characters, `.` and `.*`: matched without the regular expression engine."""

    def __init__(self, pattern, parts, ignore_case):
        self.pattern = pattern
        self._parts = [part.lower() for part in parts] if ignore_case else parts
        self._ignore_case = ignore_case

    def __repr__(self):
        return f"re.compile({self.pattern!r}{', re.IGNORECASE' if self._ignore_case else ''})"

    def __eq__(self, other):
        if not isinstance(other, _Wildcard):
            return NotImplemented
        return (self.pattern, self._ignore_case) == (other.pattern, other._ignore_case)

    def __hash__(self):
        return hash(self.pattern)

    def match(self, text):
        """Whether the text begins like the pattern."""
        if self._ignore_case:
            text = text.lower()
        first, *others = self._parts
        if not _stands_at(first, text, 0):
            return False
        end = len(first)
        for part in others:
            at = end
            while not _stands_at(part, text, at):
                if text[at:at + 1] in ("", "\n"):
                    return False
                at += 1
            end = at + len(part)
        return True


def _stands_at(part, text, at):
    if _ANY not in part:
        return text.startswith(part, at)
    piece = text[at:at + len(part)]
    return len(piece) == len(part) and all(p == t or (p == _ANY and t != "\n") for p, t in zip(part, piece))


def compiled(pattern, ignore_case):
    """What matches a pattern: `re` is imported only for those that need it."""
    parts = [""]
    at = 0
    while at < len(pattern):
        char = pattern[at]
        following = pattern[at + 1:at + 3]
        at += 1
        if char == ".":
            char = _ANY
            if following[:1] == "*" and following[1:] not in ("?", "+", "*"):
                parts.append("")
                at += 1
                continue
        elif char == "\\" and following and not following[0].isalnum():
            char = following[0]
            at += 1
            following = pattern[at:at + 1]
        elif char in "^$*+?{}[]\\|()":
            following = "?"
        if following[:1] in ("*", "+", "?", "{"):
            import re
            return re.compile(pattern, re.IGNORECASE if ignore_case else 0)
        parts[-1] += char
    return _Wildcard(pattern, parts, ignore_case)
