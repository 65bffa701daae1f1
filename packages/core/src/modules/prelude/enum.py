"""Enumerations: named constants and flags. What not every program uses is loaded at its first use."""

from _enum_body import EnumDict, auto, member, nonmember, property
from _enum_plain import Enum, IntEnum, ReprEnum, StrEnum
from _enum_type import EnumType, aliases as _aliases

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

EnumMeta = EnumType
_FLAGS = (  # what _enum_flag holds
    "CONFORM EJECT KEEP STRICT Flag FlagBoundary IntFlag bin CONTINUOUS NAMED_FLAGS UNIQUE EnumCheck verify show_flag_values"
    " global_enum_repr global_flag_repr global_str global_enum pickle_by_global_name pickle_by_enum_name"
).split()


def __getattr__(name):
    if name not in _FLAGS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(__import__("_enum_flag"), name)
    return value


def unique(enumeration):
    """Refuse two names for one value."""
    if found := _aliases(enumeration):
        raise ValueError(f"duplicate values found in {enumeration!r}: {found}")
    return enumeration
