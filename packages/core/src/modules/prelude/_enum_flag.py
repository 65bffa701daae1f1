"""Flag and IntFlag, whose members combine bit by bit; checks, and members as constants of a module. Part of `enum`."""

import sys
from _enum_plain import Enum, IntEnum, ReprEnum, StrEnum
from _enum_type import aliases, invalid, single_bit

__name__ = "enum"


class FlagBoundary(StrEnum):
    """What becomes of bits that no member stands for: refused, dropped, turned into an int, or kept."""

    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def bits(number):
    """The single bits of a number, from the lowest."""
    if number < 0:
        raise ValueError(f"{number!r} is not a positive integer")
    while number:
        lowest = number & -number
        yield lowest
        number -= lowest


def bin(number, max_bits=None):
    """The two's complement of a number, the sign bit set apart: '0b0 1010', '0b1 0110'."""
    width = max(number.bit_length() if number >= 0 else (~number).bit_length(), 1, max_bits or 0)
    digits = format(number & ((1 << width) - 1), "b").zfill(width)
    return f"0b{int(number < 0)} {digits}"


def _uncombinable(one, other, sign):
    """What to raise about an operator between flags: that one of them has no bits, or the error under way."""
    for flag in (one, other):
        if getattr(flag, "_value_", 0) is None:
            return TypeError(f"'{flag}' cannot be combined with other flags with {sign}")
    return sys.exception()


class Flag(Enum, boundary=STRICT):
    """Members are sets of bits."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda found: found._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The member without a name of its own for a combination of bits."""
        if not isinstance(value, int):
            raise invalid(cls, value)
        mask, singles, all_bits, boundary = cls._flag_mask_, cls._singles_mask_, cls._all_bits_, cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}"
                )
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        negative = None
        if value < 0:
            negative = value
            value = value + all_bits + 1 if boundary in (EJECT, KEEP) else value & singles
        if value & ~mask and boundary is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {value & ~mask!r} [{bin(value & ~mask)}]")
        made = cls._make_combined(value, mask, singles)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _make_combined(cls, value, mask, singles):
        data_type = cls._member_type_
        made = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        parts = list(cls._iter_member_(value & singles))
        covered = value & singles
        if value & ~singles:
            for found in cls._member_map_.values():
                if found not in parts and found._value_ and found._value_ & value == found._value_:
                    parts.append(found)
                    covered |= found._value_
        name = None
        if covered:
            name = "|".join([part._name_ for part in parts])
            if value != covered:
                if cls._boundary_ is STRICT:
                    raise ValueError(f"{cls!r}: no members with value {value ^ covered!r}")
                name += f"|{cls._numeric_repr_(value ^ covered)}"
        made._name_ = name
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}"
            )
        return not other._value_ & ~self._value_

    def __iter__(self):
        return iter(self._iter_member_(self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = type(self)
        show = cls._value_repr_ or repr
        name = cls.__name__ if self._name_ is None else f"{cls.__name__}.{self._name_}"
        return f"<{name}: {show(self._value_)}>"

    def __str__(self):
        cls = type(self)
        return f"{cls.__name__}({self._value_!r})" if self._name_ is None else f"{cls.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, other):
        """The bits of an operand, or NotImplemented."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        bits = other._value_ if other.__class__ is self.__class__ else self._get_value(other)
        if bits is NotImplemented:
            return bits
        try:
            return self.__class__(self._value_ | bits)
        except TypeError:
            raise _uncombinable(self, other, "|")

    def __and__(self, other):
        bits = other._value_ if other.__class__ is self.__class__ else self._get_value(other)
        if bits is NotImplemented:
            return bits
        try:
            return self.__class__(self._value_ & bits)
        except TypeError:
            raise _uncombinable(self, other, "&")

    def __xor__(self, other):
        bits = other._value_ if other.__class__ is self.__class__ else self._get_value(other)
        if bits is NotImplemented:
            return bits
        try:
            return self.__class__(self._value_ ^ bits)
        except TypeError:
            raise _uncombinable(self, other, "^")

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            flipped = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                flipped &= self._singles_mask_
            self._inverted_ = self.__class__(flipped)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints too; unknown bits stay."""


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
