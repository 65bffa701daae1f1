"""The plain enumerations: Enum, ReprEnum, IntEnum, StrEnum. Part of `enum`."""

from _enum_body import property as enum_property
from _enum_type import EnumType, bind, find_by_value, invalid, record_value

__name__ = "enum"


def _refuse(action, name):
    def refuse(self, *value):
        raise AttributeError(f"<enum 'Enum'> cannot {action} attribute {name!r}")

    return refuse


class Enum(metaclass=EnumType):
    """A set of named constants. Equality and hash are those of object: identity."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = find_by_value(cls, value)
        if found is not None:
            return found
        if cls.__new__ is not Enum.__new__:  # the class is still being made, by a __new__ of its own
            raise TypeError("do not use `super().__new__; call the appropriate __new__ directly")
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        failure = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            failure, result = error, None
        try:
            if isinstance(result, cls) or (cls._boundary_ is not None and cls._boundary_ == "eject" and isinstance(result, int)):
                return result
            if failure is None and result is not None:
                failure = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
            problem = invalid(cls, value)
            if failure is None:
                raise problem
            if not isinstance(failure, ValueError):
                failure.__context__ = problem
            raise failure
        finally:
            failure = problem = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        bind(type(self), name, self)

    def _add_value_alias_(self, value):
        cls = type(self)
        known = find_by_value(cls, value)
        if known is None:
            record_value(cls, value, self)
        elif known is not self:
            raise ValueError(f"{value!r} is already bound: {known!r}")

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = type(self)._value_repr_ or repr
        return f"<{type(self).__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if type(self)._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update(name for name in getattr(self, "__dict__", ()) if name[0] != "_")
        for cls in type(self).__mro__:
            for name, value in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(value, (property, enum_property)):
                    if getattr(value, "fget", None) is not None or name not in type(self)._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in type(self)._member_map_:
                    names.add(name)
        return sorted(names)

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return "(*values)"
        return "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    name = property(lambda self: self._name_, _refuse("set", "name"), _refuse("delete", "name"), "What the member is called in its class.")
    value = property(lambda self: self._value_, _refuse("set", "value"), _refuse("delete", "value"), "What the member stands for.")


class ReprEnum(Enum):
    """An enumeration that changes the repr of its data type, and not its str and format."""


type.__setattr__(ReprEnum, "_repr_only_", True)


class IntEnum(int, ReprEnum):
    """Members are ints too."""


class StrEnum(str, ReprEnum):
    """Members are strings too; auto() is the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
