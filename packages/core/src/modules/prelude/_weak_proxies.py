"""Proxies: stand-ins for an object that do not keep it. Part of `weakref`."""

import _operator
from _weakref import ref

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
ProxyType.__qualname__ = ProxyType.__name__ = "ProxyType"


def proxy(object, callback=None, /):
    """A proxy of an object."""
    kind = CallableProxyType if callable(object) else ProxyType
    made = kind.__new__(kind)
    _set_ref(made, ref(object, callback))
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
for _name in "lt le eq ne gt ge neg pos abs invert index contains getitem setitem delitem".split():
    _forward(f"__{_name}__", getattr(_operator, f"__{_name}__"))
for _function in (str, bytes, int, float, bool, len, iter, reversed, next, divmod):
    _forward(f"__{_function.__name__}__", _function)
del _name, _function
