"""Dataclasses: classes whose methods are written from a list of fields."""

from _dataclass_fields import (
    CLASSVAR as _FIELD_CLASSVAR, FIELD as _FIELD, FIELDS as _FIELDS, INITVAR as _FIELD_INITVAR, KW_ONLY, MISSING, Field, InitVar,
    field, fields, own_fields as _own_fields,
)
from _dataclass_methods import (
    FrozenInstanceError, Methods as _Methods, add_eq, add_frozen, add_hash, add_init, add_order, add_repr, signature_text,
)

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass",
]

_PARAMS = "__dataclass_params__"
_ATOMIC = frozenset({
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len), type(lambda: 0), type,
    range, property, type(compile("", "", "exec")),
})


class _DataclassParams:
    """The arguments of @dataclass, for those who ask a class how it was made."""

    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])})"


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    """Write the methods of a class from its annotated fields."""
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process(cls, params)
    return _process(cls, params)


def _process(cls, params):
    collected = _inherited_fields(cls, params.frozen)
    setattr(cls, _PARAMS, params)
    for each in _own_fields(cls, params.kw_only):
        collected[each.name] = each
    setattr(cls, _FIELDS, collected)

    own_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    real = [each for each in collected.values() if each._field_type is _FIELD]
    initial = [each for each in collected.values() if each._field_type is not _FIELD_CLASSVAR]
    positional = [each for each in initial if not each.kw_only]
    kw_only = [each for each in initial if each.kw_only]

    methods = _Methods(cls)
    if params.init:
        add_init(methods, initial, positional, kw_only, params.frozen, params.slots)
    _set_new(cls, "__replace__", _replace)
    if params.repr:
        add_repr(methods, real)
    if params.eq:
        add_eq(methods, real)
    if params.order:
        add_order(methods, real)
    if params.frozen:
        add_frozen(methods, real)
    _decide_hash(methods, params, real, explicit_hash)
    methods.install()
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature(cls, positional, kw_only, "__init__" in methods.annotations)
    if params.match_args:
        _set_new(cls, "__match_args__", tuple([each.name for each in positional if each.init]))
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = methods.owner[0] = _with_slots(cls, params.frozen, params.weakref_slot)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods

        update_abstractmethods(cls)
    return cls


def _inherited_fields(cls, frozen):
    """The fields of the bases, which must be frozen or not as we are."""
    collected = {}
    parents = [base for base in cls.__mro__[-1:0:-1] if hasattr(base, _FIELDS)]
    for base in parents:
        collected.update(getattr(base, _FIELDS))
    direct = [base for base in parents if _PARAMS in base.__dict__]
    if direct:
        if not frozen and any(getattr(base, _PARAMS).frozen for base in direct):
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not all(getattr(base, _PARAMS).frozen for base in direct):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return collected


def _set_new(cls, name, value):
    if name not in cls.__dict__:
        setattr(cls, name, value)


def _decide_hash(methods, params, real, explicit):
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {methods.cls.__name__}")
    elif not params.eq or explicit:
        return
    elif not params.frozen:
        methods.cls.__hash__ = None
        return
    if "__hash__" in methods.cls.__dict__:  # the None that came with __eq__
        del methods.cls.__hash__
    add_hash(methods, real)


def _signature(cls, positional, kw_only, generated):
    if generated and type(cls) is type and "__new__" not in cls.__dict__:
        return signature_text(positional, kw_only)
    try:
        from inspect import signature

        return str(signature(cls)).replace(" -> None", "")
    except (ImportError, TypeError, ValueError):
        return ""


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return [name for name in ("__dict__", "__weakref__") if name in cls.__dict__]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__") or not hasattr(slots, "__iter__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _with_slots(cls, frozen, weakref_slot):
    """The class anew, with __slots__."""
    namespace = dict(cls.__dict__)
    if "__slots__" in namespace:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    names = [each.name for each in fields(cls)]
    taken = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    wanted = [*names, "__weakref__"] if weakref_slot else names
    namespace["__slots__"] = tuple([name for name in wanted if name not in taken])
    for name in [*names, "__dict__", "__weakref__"]:
        namespace.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            made.__setstate__ = _dataclass_setstate
    return made


def _dataclass_getstate(self):
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def is_dataclass(obj):
    """Whether this is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, and so on inward through dataclasses, lists, tuples and dicts."""
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("asdict() should be called on dataclass instances")

    def instance(found):
        pairs = [(each.name, _unfold(getattr(found, each.name), instance)) for each in fields(found)]
        return dict_factory(pairs)

    return instance(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, and so on inward through dataclasses, lists, tuples and dicts."""
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("astuple() should be called on dataclass instances")

    def instance(found):
        return tuple_factory([_unfold(getattr(found, each.name), instance) for each in fields(found)])

    return instance(obj)


def _unfold(value, instance):
    """A copy of a value in which instance() has replaced the dataclass instances."""
    cls = type(value)
    if cls in _ATOMIC:
        return value
    if hasattr(cls, _FIELDS):
        return instance(value)
    if cls is list:
        return [_unfold(item, instance) for item in value]
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        return cls(*[_unfold(item, instance) for item in value])
    if issubclass(cls, (list, tuple)):
        return cls([_unfold(item, instance) for item in value])
    if issubclass(cls, dict):
        pairs = [(_unfold(key, instance), _unfold(item, instance)) for key, item in value.items()]
        if hasattr(cls, "default_factory"):
            made = cls(value.default_factory)
            made.update(pairs)
            return made
        return cls(pairs)
    from copy import deepcopy

    return deepcopy(value)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None,
):
    """A dataclass from a name and its fields: names, (name, type) or (name, type, field)."""
    from keyword import iskeyword
    from types import new_class

    body = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, body[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    body["__annotations__"] = annotations
    made = new_class(cls_name, bases, {}, lambda target: target.update(body))
    if module is None:
        import sys

        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    made.__module__ = module
    return dataclass(
        made, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """A new instance with some of the fields changed."""
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for each in getattr(self, _FIELDS).values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                raise TypeError(
                    f"field {each.name} is declared with init=False, it cannot be specified with replace()"
                )
        elif each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise TypeError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return self.__class__(**changes)
