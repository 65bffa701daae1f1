"""Protocol: classes that stand for whatever has their members. Part of `typing`."""

import sys
from _typing import Generic, TypeVar
from abc import ABCMeta, abstractmethod

__name__ = "typing"

_NO_MEMBERS = frozenset({
    "__abstractmethods__", "__abc_tpflags__", "__annotations__", "__class_getitem__", "__dict__", "__doc__",
    "__firstlineno__", "__init__", "__match_args__", "__module__", "__new__", "__non_callable_proto_members__",
    "__orig_bases__", "__orig_class__", "__parameters__", "__protocol_attrs__", "__slots__", "__static_attributes__",
    "__subclasshook__", "__type_params__", "__weakref__", "_is_plain_protocol", "_is_protocol", "_is_runtime_protocol",
})
# the classes beyond protocols that a protocol may inherit from
_WELCOME_BASES = {
    "collections.abc": frozenset({
        "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized",
        "Container", "Collection", "Reversible", "Buffer",
    }),
    "contextlib": frozenset({"AbstractContextManager", "AbstractAsyncContextManager"}),
}
_TRUSTED = ("abc", "functools", None)  # modules whose class checks are not the author's doing


def _members_of(cls):
    """The names of a protocol's members."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            names.update(base.__dict__, getattr(base, "__annotations__", ()))
    return {name for name in names if name not in _NO_MEMBERS and not name.startswith("_abc_")}


def _asked_by_machinery(depth):
    return sys._getframe(depth).f_globals.get("__name__") in _TRUSTED


def _static_attribute(obj, name):
    """An attribute as it is stored, without descriptors and __getattr__; AttributeError when there is none."""
    for cls in type(obj).__mro__:
        if name in cls.__dict__:
            return cls.__dict__[name]
    for cls in obj.__mro__ if isinstance(obj, type) else ():
        if name in cls.__dict__:
            return cls.__dict__[name]
    try:
        return object.__getattribute__(obj, "__dict__")[name]
    except (AttributeError, KeyError, TypeError):
        raise AttributeError(name) from None


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if any("_is_plain_protocol" in base.__dict__ for base in bases) and name != "Protocol":
            for base in bases:
                welcome = base.__name__ in _WELCOME_BASES.get(base.__module__, ())
                if not (base in (object, Generic) or welcome or getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return ABCMeta.__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _members_of(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _asked_by_machinery(2):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            data = cls.__non_callable_proto_members__
            hook = cls.__dict__.get("__subclasshook__")
            if data and getattr(hook, "__func__", None) is _accepts_by_members:
                names = ", ".join(map(repr, sorted(data)))
                raise TypeError(
                    f"Protocols with non-method members don't support issubclass(). Non-method members: {names}."
                )
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _asked_by_machinery(2):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if _subclass_of_instance(cls, instance):
            return True
        for name in cls.__protocol_attrs__:
            try:
                value = _static_attribute(instance, name)
            except AttributeError:
                return False
            if value is None and name not in getattr(cls, "__non_callable_proto_members__", ()):
                return False
        return True


def _subclass_of_instance(cls, instance):
    """ABCMeta's answer, without the refusals of the protocol's own __subclasscheck__."""
    return ABCMeta.__subclasscheck__(cls, type(instance)) or (
        instance.__class__ is not type(instance) and ABCMeta.__subclasscheck__(cls, instance.__class__)
    )


def _accepts_by_members(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in getattr(base, "__annotations__", ()) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    """The __init__ of protocols; a real heir that inherits it gets the next one instead, at its first use."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is _no_init:
        found = [base.__dict__["__init__"] for base in cls.__mro__ if "__init__" in base.__dict__]
        cls.__init__ = next(init for init in found if init is not _no_init)  # object has one
        cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols: an object belongs when it has the members, whatever its class."""

    __slots__ = ()
    _is_plain_protocol = True
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_accepts_by_members)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """Let isinstance() and issubclass() look whether an object has a protocol's members."""
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for name in cls.__protocol_attrs__:
        try:
            is_callable = callable(getattr(cls, name, None))
        except Exception as error:
            raise TypeError(
                f"Failed to determine whether protocol member {name!r} is a method member"
            ) from error
        if not is_callable:
            cls.__non_callable_proto_members__.add(name)
    return cls


def is_protocol(tp, /):
    """Whether this is a protocol, and not just a class that inherits from one."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol and not _is_typed_dict(tp)


def _is_typed_dict(tp):
    return type(tp).__name__ == "_TypedDictMeta"


def get_protocol_members(tp, /):
    """The names of a protocol's members."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


_T_co = TypeVar("T_co", covariant=True)


def _supports(name, method, result, generic=False):
    """A runtime protocol with one method."""

    def abstract(self):
        pass

    abstract.__name__ = method
    abstract.__qualname__ = f"{name}.{method}"
    abstract.__annotations__ = {"return": result}
    if name == "SupportsRound":
        one = abstract

        def abstract(self, ndigits=0):
            pass

        abstract.__name__, abstract.__qualname__, abstract.__annotations__ = one.__name__, one.__qualname__, {"ndigits": int, "return": result}
    namespace = {"__slots__": (), "__doc__": f"Whatever has the method {method}.", method: abstractmethod(abstract)}
    if generic:
        namespace["__orig_bases__"] = (Protocol[_T_co],)
    made = _ProtocolMeta(name, (Protocol,), namespace)
    made.__module__ = "typing"
    return runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__", int)
SupportsFloat = _supports("SupportsFloat", "__float__", float)
SupportsComplex = _supports("SupportsComplex", "__complex__", complex)
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes)
SupportsIndex = _supports("SupportsIndex", "__index__", int)
SupportsAbs = _supports("SupportsAbs", "__abs__", _T_co, generic=True)
SupportsRound = _supports("SupportsRound", "__round__", _T_co, generic=True)
