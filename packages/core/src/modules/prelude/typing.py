"""Names for annotations. The parts that few programs use are loaded at their first use."""

import sys
from _typing import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, _idfunc,
)
from _typing_alias import (
    _alias_parameters, _substitute_alias,
    _AnnotatedAlias, _BaseGenericAlias, _CallableType, _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias,
    _SpecialGenericAlias, _TupleType, _UnionGenericAlias, _UnpackGenericAlias,
)
from _typing_core import (
    Any, LiteralString, Never, NoReturn, Self, SpecialForm as _SpecialForm, TypeAlias, _make_union, _type_check,
)
from _typing_forms import (
    Annotated, ClassVar, Concatenate, Final, Literal, NotRequired, Optional, ReadOnly, Required, TypeGuard, TypeIs, Union, Unpack,
)
from _typing_generic import (
    _generic_class_getitem, _generic_init_subclass, _paramspec_prepare_subst, _paramspec_subst, _typevar_subst,
    _typevartuple_prepare_subst,
)

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString",
    "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
    "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible",
    "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
    "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type",
    "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin",
    "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never",
    "NewType", "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload",
    "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self",
    "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType", "Unpack",
]

TYPE_CHECKING = False
Text = str

Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")

_PARTS = {
    "_typing_hints": "ForwardRef get_type_hints get_origin get_args _strip_annotations",
    "_typing_protocol": "Protocol runtime_checkable is_protocol get_protocol_members SupportsInt SupportsFloat SupportsComplex"
    " SupportsBytes SupportsIndex SupportsAbs SupportsRound",
    "_typing_records": "NamedTuple NamedTupleMeta TypedDict _TypedDictMeta is_typeddict",
    "_typing_io": "IO TextIO BinaryIO AnyStr",
}
# aliases of library classes: the module, the class when its name differs, and how many parameters it takes
_ALIASES = {
    "AbstractSet": ("collections.abc", "Set", 1),
    **{name: ("collections.abc", name, count) for name, count in {
        "AsyncIterable": 1, "AsyncIterator": 1, "Awaitable": 1, "ByteString": 0, "Collection": 1, "Container": 1,
        "Coroutine": 3, "Hashable": 0, "ItemsView": 2, "Iterable": 1, "Iterator": 1, "KeysView": 1, "Mapping": 2,
        "MappingView": 1, "MutableMapping": 2, "MutableSequence": 1, "MutableSet": 1, "Reversible": 1, "Sequence": 1,
        "Sized": 0, "ValuesView": 1, "Generator": 3, "AsyncGenerator": 2,
    }.items()},
    "ChainMap": ("collections", "ChainMap", 2),
    "Counter": ("collections", "Counter", 1),
    "DefaultDict": ("collections", "defaultdict", 2),
    "Deque": ("collections", "deque", 1),
    "OrderedDict": ("collections", "OrderedDict", 2),
    "ContextManager": ("contextlib", "AbstractContextManager", 2),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2),
    "Pattern": ("re", "Pattern", 1),
    "Match": ("re", "Match", 1),
}
_DEFAULTS = {
    "Generator": (type(None), type(None)),
    "AsyncGenerator": (type(None),),
    "ContextManager": (bool | None,),
    "AsyncContextManager": (bool | None,),
}


def __getattr__(name):
    """Load a part, or make an alias, at its first use."""
    if name in _ALIASES:
        home, origin, count = _ALIASES[name]
        __import__(home)
        cls = getattr(sys.modules[home], origin)
        value = _SpecialGenericAlias(cls, count, name=name, defaults=_DEFAULTS.get(name, ()))
    elif name == "Callable":
        from collections.abc import Callable as cls

        value = _CallableType(cls, 2, name="Callable")
    else:
        for part, names in _PARTS.items():
            if name in names.split():
                break
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(__import__(part), name)
    globals()[name] = value
    return value


def cast(typ, val):
    """The value as it is; a type checker takes it for a `typ`."""
    return val


def assert_type(val, typ, /):
    """The value as it is; a type checker makes sure that it is a `typ`."""
    return val


def assert_never(arg, /):
    """For places that a type checker proves cannot be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Print the type of an object, and give it back."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass  # a built-in or a slotted object: then it is not marked
    return obj


def final(f):
    """A method that is not overridden, or a class that is not inherited from."""
    return _mark(f, "__final__")


def override(method, /):
    """A method that overrides one of a base class."""
    return _mark(method, "__override__")


def no_type_check(arg):
    """Annotations that are no types, in a function or in a class and its methods."""
    if isinstance(arg, type):
        for name in dir(arg):
            found = getattr(arg, name)
            own = f"{arg.__qualname__}.{getattr(found, '__name__', '')}"
            if getattr(found, "__qualname__", None) != own or getattr(found, "__module__", None) != arg.__module__:
                continue  # it is inherited, or comes from elsewhere
            if isinstance(found, type):
                no_type_check(found)
            elif hasattr(found, "__func__"):
                found.__func__.__no_type_check__ = True
            elif isinstance(found, type(cast)):
                found.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Deprecated: a decorator whose results have annotations that are no types."""
    import warnings

    message = "'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15"
    warnings.warn(message, DeprecationWarning, stacklevel=2)
    from functools import wraps

    @wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def dataclass_transform(
    *, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs
):
    """Mark what makes classes like dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


_overloads = {}  # (module, qualified name) -> {line: function}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """One of the signatures of a function whose implementation follows."""
    real = getattr(func, "__func__", func)
    if hasattr(real, "__code__"):
        known = _overloads.setdefault((real.__module__, real.__qualname__), {})
        known[real.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, in order."""
    real = getattr(func, "__func__", func)
    return list(_overloads.get((real.__module__, real.__qualname__), {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


class NewType:
    """A type of its own for a type checker; called, it gives its argument back."""

    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get("__name__")
        if module != "typing":
            self.__module__ = module

    def __mro_entries__(self, bases):
        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{cls.__name__} = NewType({cls.__name__!r}, {superclass})`"
                )

        superclass = self.__name__
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
