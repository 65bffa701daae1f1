"""Proxies: stand-ins for an object that do not keep it. Part of `weakref`."""

import _operator
from _collections import _seal
from _weakref import getweakrefs, ref

__name__ = "weakref"


def _target(proxy):
    """The object behind a proxy; what is no proxy stands for itself."""
    if not isinstance(proxy, ProxyTypes):
        return proxy
    found = object.__getattribute__(proxy, "_ref")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    """Does whatever its object does."""

    __slots__ = "_ref", "__weakref__"
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        found = object.__getattribute__(self, "_ref")()
        kind = "NoneType" if found is None else type(found).__name__
        return f"<weakproxy at {id(self):#x} to {kind} at {id(found):#x}>"


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


class _Behind(ref):
    """The reference of a proxy, which knows its proxy."""

    __slots__ = ("proxy",)


def proxy(object, callback=None, /):
    """A proxy of an object."""
    if callback is None:
        for found in getweakrefs(object):
            if type(found) is _Behind and found.__callback__ is None and (made := found.proxy()) is not None:
                return made
    kind = CallableProxyType if callable(object) else ProxyType
    made = object.__new__(kind)
    behind = _Behind(object, callback)
    behind.proxy = ref(made)
    _set_ref(made, behind)
    return made


_set_ref = ProxyType._ref.__set__


def _forward(name, function):
    """A method that hands its operands' targets to a function."""

    def forwarded(*operands):
        return function(*map(_target, operands))

    forwarded.__name__ = name
    setattr(ProxyType, name, forwarded)


def _forward_reflected(name, function):
    def reflected(self, other):
        return function(_target(other), _target(self))

    reflected.__name__ = name
    setattr(ProxyType, name, reflected)


for _name in "add sub mul truediv floordiv mod matmul lshift rshift and or xor pow".split():
    _function = getattr(_operator, f"__{_name}__")
    _forward(f"__{_name}__", _function)
    _forward(f"__i{_name}__", getattr(_operator, f"__i{_name}__"))
    _forward_reflected(f"__r{_name}__", _function)
ProxyType.__bytes__ = lambda self: _target(self).__bytes__()
ProxyType.__reversed__ = lambda self: _target(self).__reversed__()
for _name in "lt le eq ne gt ge neg pos abs invert index contains getitem setitem delitem".split():
    _forward(f"__{_name}__", getattr(_operator, f"__{_name}__"))
for _function in (str, int, float, bool, len, iter, divmod):
    _forward(f"__{_function.__name__}__", _function)
del _name, _function


def _next(self):
    found = _target(self)
    if not hasattr(type(found), "__next__"):
        raise TypeError(f"Weakref proxy referenced a non-iterator {type(found).__name__!r} object")
    return next(found)


ProxyType.__next__ = _next
_seal(ProxyType)
_seal(CallableProxyType)
