"""Classes made from annotations: NamedTuple, TypedDict; and NewType."""

import sys
from _typing import Generic
from _typing_alias import Orable, type_check
from _typing_forms import Annotated
from _typing_generic import _generic_class_getitem
from _typing_hints import get_args, get_origin

_missing = object()
_FIXED = (
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
    "_replace", "_asdict", "_source",
)
_LEFT_OUT = ("__module__", "__name__", "__annotations__")


def _caller_module():
    """The module that called a function of this one."""
    return sys._getframe(2).f_globals.get("__name__", "__main__")


def _make_tuple_type(name, types, module, defaults=()):
    from collections import namedtuple
    checked = {field: type_check(t, f"field {field} annotation must be a type") for field, t in types}
    made = namedtuple(name, checked, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = checked
    return made


class NamedTupleMeta(type):
    """Turns the class statement below NamedTuple into a named tuple."""

    __module__ = "typing"

    def __new__(cls, typename, bases, ns):
        if "__classcell__" in ns:
            raise TypeError("uses of super() and __class__ are unsupported in methods of NamedTuple subclasses")
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        with_default = []
        for name in types:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(with_default) > 1 else ''} {', '.join(with_default)}"
                )
        made = _make_tuple_type(typename, types.items(), ns["__module__"], [ns[name] for name in with_default])
        if Generic in bases:
            made.__bases__ = tuple([tuple if base is _NamedTuple else base for base in bases])
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for name, value in ns.items():
            if name in _FIXED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in _LEFT_OUT and name not in made._fields:
                setattr(made, name, value)
                announce = getattr(type(value), "__set_name__", None)
                if announce is not None:
                    announce(value, made, name)
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """A named tuple with types; also a base: class Point(NamedTuple)."""
    if fields is _missing or fields is None:
        if fields is _missing and kwargs:
            what = "Creating NamedTuple classes using keyword arguments"
            how = "Use the class-based or functional syntax instead."
        else:
            what = "Failing to pass a value for the 'fields' parameter" if fields is _missing else (
                "Passing `None` as the 'fields' parameter"
            )
            how = _empty(typename, "NamedTuple", "[]", "list")
            if kwargs:
                raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
        _deprecated(what, how)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_tuple_type(typename, fields, _caller_module())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _empty(typename, kind, fields, what):
    return (
        f"To create a {kind} class with 0 fields using the functional syntax, pass an empty {what}, "
        f"e.g. `{typename} = {kind}({typename!r}, {fields})`."
    )


def _deprecated(what, instead):
    from warnings import warn
    warn(f"{what} is deprecated and will be disallowed in Python 3.15. {instead}", DeprecationWarning, stacklevel=3)


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)
NamedTuple.__module__ = "typing"


def _qualified(annotation):
    """What Required, NotRequired and ReadOnly around a type say."""
    names = []
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = annotation.__origin__
        elif getattr(origin, "_name", None) in ("Required", "NotRequired", "ReadOnly"):
            names.append(origin._name)
            annotation, = get_args(annotation)
        else:
            return names


class _TypedDictMeta(type):
    __module__ = "typing"

    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        ns = dict(ns)
        own = ns.pop("__annotations__", {})
        generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if "__orig_bases__" not in made.__dict__:
            made.__orig_bases__ = bases
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            known = base.__dict__
            annotations |= known.get("__annotations__", {})
            added = known.get("__required_keys__", frozenset())
            required |= added
            optional -= added
            added = known.get("__optional_keys__", frozenset())
            required -= added
            optional |= added
            readonly |= known.get("__readonly_keys__", frozenset())
            mutable |= known.get("__mutable_keys__", frozenset())
        for key, annotation in own.items():
            annotation = annotations[key] = type_check(
                annotation, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", module=made.__module__
            )
            names = _qualified(annotation)
            needed = "Required" in names or ("NotRequired" not in names and total)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if "ReadOnly" in names:
                if key in mutable:
                    raise TypeError(
                        f"Cannot override mutable key {key!r} with read-only key"
                    )
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, ns, total=True):
        pass

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_missing, /, *, total=True):
    """A dict with certain keys, for type checkers; also a base: class Movie(TypedDict)."""
    if fields is _missing or fields is None:
        what = "Failing to pass a value for the 'fields' parameter" if fields is _missing else (
            "Passing `None` as the 'fields' parameter"
        )
        _deprecated(what, _empty(typename, "TypedDict", "{}", "dictionary"))
        fields = {}
    ns = {"__annotations__": dict(fields), "__module__": _caller_module()}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
TypedDict.__module__ = "typing"


def is_typeddict(tp):
    """Whether a class is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


class NewType(Orable):
    """A type of its own for type checkers; calling it answers its argument."""

    __module__ = "typing"

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, value, /):
        return value

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refusing:
            def __init_subclass__(cls):
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`"
                )

        return (Refusing,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__
