"""Templates whose placeholders a regular expression describes. Part of `string`."""

import re

__name__ = "string"


def compiled(cls, is_own):
    """The pattern of a class of templates: the one it defines, or one made from its other attributes."""
    if is_own:
        pattern = cls.pattern
    else:
        mark = re.escape(cls.delimiter)
        braced = cls.braceidpattern or cls.idpattern
        pattern = f"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))"
    flags = re.IGNORECASE if cls.flags is None else cls.flags
    return re.compile(pattern, flags | re.VERBOSE)


def placeholders(pattern, text):
    """Tuples of start, end, kind and name, as Template._placeholders() yields them."""
    for match in pattern.finditer(text):
        groups = match.groupdict()
        name = groups.get("named") or groups.get("braced")
        if name is not None:
            yield match.start(), match.end(), "named", name
        elif groups.get("escaped") is not None:
            yield match.start(), match.end(), "escaped", None
        elif groups.get("invalid") is not None:
            yield match.start(), match.end(), "invalid", None
        else:
            raise ValueError("Unrecognized named group in pattern", pattern)
