"""Formatter: str.format() in parts that a subclass may replace. Part of `string`."""

__name__ = "string"

_SWITCH = "cannot switch from manual field specification to automatic field numbering"  # either way


def _field(text, at):
    """The name, the specification and the conversion of the replacement field that begins at `at`, and where it ends."""
    size = len(text)
    start = at
    in_brackets = False
    while at < size:
        char = text[at]
        if char in "[]":
            in_brackets = char == "["
        elif in_brackets:
            pass
        elif char == "{":
            raise ValueError("unexpected '{' in field name")
        elif char in "}:!":
            break
        at += 1
    else:
        raise ValueError("expected '}' before end of string")
    name = text[start:at]
    conversion = None
    at += 1
    if char == "!":
        if at == size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at]
        char = text[at + 1 : at + 2]
        at += 2
        if char and char not in ":}":
            raise ValueError("expected ':' after conversion specifier")
    if char == "}":
        return name, "", conversion, at
    start = at
    depth = 1
    while at < size:
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if depth == 0:
                return name, text[start:at], conversion, at + 1
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _parse(text):
    """Tuples of literal text, field name, specification and conversion."""
    at = 0
    size = len(text)
    while at < size:
        literal_end = at
        while literal_end < size and text[literal_end] not in "{}":
            literal_end += 1
        literal = text[at:literal_end]
        if literal_end == size:
            yield literal, None, None, None
            return
        brace = text[literal_end]
        at = literal_end + 1
        if text[at : at + 1] == brace:
            yield literal + brace, None, None, None
            at += 1
            continue
        if brace == "}":
            raise ValueError("Single '}' encountered in format string")
        if at == size:
            raise ValueError("Single '{' encountered in format string")
        *field, at = _field(text, at)
        yield literal, *field


def _split_name(name):
    """What comes first in a field name, and pairs of whether it is an attribute and of its name or index."""
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first, rest = name[:at], name[at:]
    return int(first) if first.isdecimal() else first, _steps(rest)


def _steps(rest):
    while rest:
        if rest[0] == ".":
            end = 1
            while end < len(rest) and rest[end] not in ".[":
                end += 1
            if end == 1:
                raise ValueError("Empty attribute in format string")
            yield True, rest[1:end]
            rest = rest[end:]
            continue
        if rest[0] != "[":
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        close = rest.find("]")
        if close < 0:
            raise ValueError("Missing ']' in format string")
        key = rest[1:close]
        if not key:
            raise ValueError("Empty attribute in format string")
        yield False, int(key) if key.isdecimal() else key
        rest = rest[close + 1 :]


class Formatter:
    """Formats as str.format() does."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            if name == "":
                if auto_arg_index is False:
                    raise ValueError(_SWITCH)
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError(_SWITCH)
                auto_arg_index = False
            value, key = self.get_field(name, args, kwargs)
            used_args.add(key)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(value, spec))
        return "".join(parts), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in steps:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first
