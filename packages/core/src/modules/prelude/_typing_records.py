"""NamedTuple and TypedDict. Part of `typing`."""

import sys
from _typing import Generic
from _typing_core import _type_check
from _typing_forms import Annotated, NotRequired, ReadOnly, Required
from _typing_generic import _generic_class_getitem
from _typing_hints import get_origin
from collections import namedtuple

__name__ = "typing"

_missing = object()
# what namedtuple() makes and a class body may not replace
_PROHIBITED = frozenset({
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
    "_replace", "_asdict", "_source",
})
_LEFT_OUT = frozenset({"__module__", "__name__", "__annotations__"})


def _make_named_tuple(name, types, module, defaults=()):
    fields = [field for field, _ in types]
    checked = {field: _type_check(tp, f"field {field} annotation must be a type") for field, tp in types}
    made = namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = checked
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        if bases.count(_NamedTuple) > 1:
            raise TypeError("duplicate base class tuple")
        types = ns.get("__annotations__", {})
        with_default = []
        for name in types:
            if name in ns:
                with_default.append(name)
            elif with_default:
                plural = "s" if len(with_default) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{plural} {', '.join(with_default)}"
                )
        defaults = [ns[name] for name in with_default]
        made = _make_named_tuple(typename, list(types.items()), ns["__module__"], defaults)
        if Generic in bases:
            namespace = dict(made.__dict__)
            for name in ("__dict__", "__weakref__"):
                namespace.pop(name, None)
            if "__orig_bases__" in ns:
                namespace["__orig_bases__"] = ns["__orig_bases__"]
            made = type(typename, tuple([tuple if base is _NamedTuple else base for base in bases]), namespace)
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key in _LEFT_OUT:
                continue
            if key not in made._fields:
                setattr(made, key, value)
            set_name = getattr(type(value), "__set_name__", None)
            if set_name is not None:
                try:
                    set_name(value, made, key)
                except BaseException as error:
                    error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {typename!r}")
                    raise
        return made


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """A named tuple with types: class P(NamedTuple), or NamedTuple("P", [("x", int)])."""
    if fields is _missing:
        if kwargs:
            text = "Creating NamedTuple classes using keyword arguments"
        else:
            text = "Failing to pass a value for the 'fields' parameter"
        _warn_of_missing_fields(typename, text, "NamedTuple", "[]")
        fields = kwargs.items()
    elif fields is None:
        if kwargs:
            raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
        _warn_of_missing_fields(typename, "Passing `None` as the 'fields' parameter", "NamedTuple", "[]")
        fields = ()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_named_tuple(typename, list(fields), sys._getframe(1).f_globals.get("__name__"))
    made.__orig_bases__ = (NamedTuple,)
    return made


def _warn_of_missing_fields(typename, text, kind, empty):
    import warnings

    more = ""
    if not text.startswith("Creating"):
        example = f"`{typename} = {kind}({typename!r}, {empty})`"
        more = f" To create a {kind} class with 0 fields using the functional syntax, pass an empty "
        more += f"{'dictionary' if empty == '{}' else 'list'}, e.g. {example}."
    what = "" if text.startswith("Creating") else ""
    warnings.warn(
        f"{text} is deprecated and will be disallowed in Python 3.15.{more or ' Use the class-based or functional syntax instead.'}{what}",
        DeprecationWarning, stacklevel=3,
    )


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def _qualifiers(tp):
    """Which of Required, NotRequired and ReadOnly a field's type is wrapped in."""
    found = set()
    while True:
        origin = get_origin(tp)
        if origin is Annotated:
            tp = tp.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            found.add(origin)
            tp = tp.__args__[0]
        else:
            return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {
            key: _type_check(tp, message, module=made.__module__, allow_special_forms=False)
            for key, tp in ns.get("__annotations__", {}).items()
        }
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            known = base.__dict__
            annotations.update(known.get("__annotations__", {}))
            base_required = known.get("__required_keys__", frozenset())
            base_optional = known.get("__optional_keys__", frozenset())
            required = (required | base_required) - base_optional
            optional = (optional - base_required) | base_optional
            readonly |= known.get("__readonly_keys__", frozenset())
            mutable |= known.get("__mutable_keys__", frozenset())
        annotations.update(own)
        for key, tp in own.items():
            marks = _qualifiers(tp)
            needed = Required in marks or (NotRequired not in marks and total)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly not in marks:
                mutable.add(key)
                readonly.discard(key)
            elif key in mutable:
                raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
            else:
                readonly.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_missing, /, *, total=True):
    """A dict with a type for each key: class D(TypedDict), or TypedDict("D", {"x": int})."""
    if fields is _missing or fields is None:
        text = "Failing to pass a value for the 'fields' parameter"
        if fields is None:
            text = "Passing `None` as the 'fields' parameter"
        _warn_of_missing_fields(typename, text, "TypedDict", "{}")
        fields = {}
    ns = {"__annotations__": dict(fields), "__module__": sys._getframe(1).f_globals.get("__name__")}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether this is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict
