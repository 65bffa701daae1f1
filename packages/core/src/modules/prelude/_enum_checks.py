"""Checks of enumerations, and members as the constants of a module. Part of `enum`."""

import sys
from _enum_flag import Flag, FlagBoundary, bits
from _enum_plain import IntEnum, ReprEnum, StrEnum
from _enum_type import aliases, single_bit

__name__ = "enum"


class EnumCheck(StrEnum):
    """What @verify can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def show_flag_values(value):
    """The single bits of a flag, as a list."""
    return list(bits(int(value)))


class verify:
    """A class decorator that holds an enumeration to the given EnumChecks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                if found := aliases(enumeration):
                    raise ValueError(f"aliases found in {enumeration!r}: {found}")
            elif check is CONTINUOUS:
                _verify_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _verify_named_flags(enumeration)
        return enumeration


def _verify_continuous(enumeration):
    values = {found.value for found in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        kind = "flag"
        between = [1 << place for place in range(low.bit_length(), high.bit_length() - 1)]
    elif issubclass(enumeration, IntEnum) or all(isinstance(value, int) for value in values):
        kind = "enum"
        between = range(low + 1, high)
    else:
        raise TypeError(f"continuous check does not apply to {enumeration!r}")
    missing = [str(value) for value in between if value not in values]
    if missing:
        text = f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(missing)}"
        raise ValueError(text if len(text) < 256 else f"invalid {kind} {enumeration.__name__!r}: {len(missing)} missing values")


def _verify_named_flags(enumeration):
    singles = {found.value for found in enumeration}
    names, missing = [], 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        unnamed = [bit for bit in bits(alias.value) if bit not in singles]
        if unnamed:
            names.append(name)
            for bit in unnamed:
                missing |= bit
    if names:
        if len(names) == 1:
            who = f"alias {names[0]} is missing"
        else:
            who = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        what = f"combined values of 0x{missing:x}" if missing.bit_count() > 1 else f"value 0x{missing:x}"
        raise ValueError(
            f"invalid Flag {enumeration.__name__!r}: {who} {what} [use enum.show_flag_values(value) for details]"
        )


def global_enum_repr(self):
    """The repr `module.NAME`, for members that are constants of a module."""
    return f"{type(self).__module__.rpartition('.')[2]}.{self._name_}"


def global_flag_repr(self):
    """The repr `module.A|module.B` of a flag."""
    cls = type(self)
    module = cls.__module__.rpartition(".")[2]
    if self._name_ is None:
        return f"{module}.{cls.__name__}({self._value_!r})"
    if single_bit(self._value_):
        return f"{module}.{self._name_}"
    if self._boundary_ is not FlagBoundary.KEEP:
        return "|".join([f"{module}.{name}" for name in self.name.split("|")])
    return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    """The str of a global constant is its bare name."""
    return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Publish the members in the module that defines them, and print them as constants of that module."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are constants of a module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ for members that their class's attribute gives back."""
    return getattr, (type(self), self._name_)
