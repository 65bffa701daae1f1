"""Weak references. Callbacks are called when a collection finds that nothing reaches the object any more.

The containers and proxies are in modules of their own, loaded on demand.
"""

import atexit
import sys
from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

_LATER = {
    "CallableProxyType": "_weak_proxies",
    "ProxyType": "_weak_proxies",
    "ProxyTypes": "_weak_proxies",
    "proxy": "_weak_proxies",
    "WeakKeyDictionary": "_weak_containers",
    "WeakSet": "_weak_containers",
    "WeakValueDictionary": "_weak_containers",
}


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(__import__(_LATER[name]), name)
    return value


def __dir__():
    return sorted({*globals(), *_LATER})


class KeyedRef(ref):
    """A weak reference that knows under which key it is kept."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = super().__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakMethod(ref):
    """A weak reference to a bound method: it lives as long as its object and its function."""

    __slots__ = "_func_ref", "_meth_type", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self = ref.__new__(cls, obj)
        self._func_ref = ref(func)
        self._meth_type = type(meth)
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        return None if obj is None or func is None else self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine, its = self(), other()
        if mine is None or its is None:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


# Every finalize whose call was not made yet: nothing else need hold it.
_waiting = set()

def _call_waiting():
    """At the end of the run: make the calls that are left, the newest first."""
    while calls := [call for call in _waiting if call.atexit]:
        call = calls[-1]
        try:
            call()
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        _waiting.discard(call)


atexit.register(_call_waiting)


class finalize:
    """A call to be made when an object goes."""

    __slots__ = "_call", "atexit"

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = ref(obj, self), func, args, kwargs
        _waiting.add(self)
        self.atexit = True

    def __call__(self, _=None):
        """Make the call, once."""
        call = self._call
        if call is None:
            return None
        self._call = None
        _waiting.discard(self)
        return call[1](*call[2], **call[3])

    def _parts(self):
        obj = None if self._call is None else self._call[0]()
        return None if obj is None else (obj, *self._call[1:])

    def peek(self):
        """The object, the function and its arguments; None after the call."""
        return self._parts()

    def detach(self):
        """The same, and the call will not be made."""
        parts = self._parts()
        if parts is not None:
            self._call = None
            _waiting.discard(self)
        return parts

    @property
    def alive(self):
        return self._call is not None

    def __repr__(self):
        parts = self._parts()
        state = "dead" if parts is None else f"for {type(parts[0]).__name__!r} at {id(parts[0]):#x}"
        return f"<{type(self).__name__} object at {id(self):#x}; {state}>"
