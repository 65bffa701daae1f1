"""WeakValueDictionary, WeakKeyDictionary and WeakSet. Part of `weakref`.

Entries whose object has gone are passed over, and thrown away when the table has grown to double its size.
"""

from _weakref import ref
from collections.abc import MutableMapping, MutableSet

__name__ = "weakref"

_missing = object()


class _Weak:
    """Throws away what is dead. Heirs have a dict, `data`, and say what in an entry is the reference."""

    def _start(self):
        self.data = {}
        self._limit = 64

    def _grow(self):
        if len(self.data) > self._limit:
            self._purge()
            self._limit = 2 * len(self.data) + 64

    def _purge(self):
        data = self.data
        for key in [key for key, value in data.items() if self._is_dead(key, value)]:
            del data[key]

    def __len__(self):
        self._purge()
        return len(self.data)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakValueDictionary(_Weak, MutableMapping):
    """A mapping that does not keep its values."""

    def __init__(self, other=(), /, **kw):
        self._start()
        self.update(other, **kw)

    @staticmethod
    def _is_dead(key, value):
        return value() is None

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)
        self._grow()

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        found = self.data.get(key)
        return found is not None and found() is not None

    def __iter__(self):
        return self.keys()

    def keys(self):
        return (key for key, found in list(self.data.items()) if found() is not None)

    def values(self):
        return (value for found in list(self.data.values()) if (value := found()) is not None)

    def items(self):
        return ((key, value) for key, found in list(self.data.items()) if (value := found()) is not None)

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def pop(self, key, *args):
        found = self.data.pop(key, None)
        value = None if found is None else found()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, found = self.data.popitem()
            value = found()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        return type(self)((deepcopy(key, memo), value) for key, value in self.items())

    def __or__(self, other):
        return _joined(self, self, other)

    def __ror__(self, other):
        return _joined(self, other, self)

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(_Weak, MutableMapping):
    """A mapping that does not keep its keys."""

    def __init__(self, dict=None):
        self._start()
        if dict is not None:
            self.update(dict)

    @staticmethod
    def _is_dead(key, value):
        return key() is None

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value
        self._grow()

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return self.keys()

    def keys(self):
        return (key for found in list(self.data) if (key := found()) is not None)

    def values(self):
        return (value for found, value in list(self.data.items()) if found() is not None)

    def items(self):
        return ((key, value) for found, value in list(self.data.items()) if (key := found()) is not None)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            found, value = self.data.popitem()
            key = found()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key), default)

    def keyrefs(self):
        return list(self.data)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def __or__(self, other):
        return _joined(self, self, other)

    def __ror__(self, other):
        return _joined(self, other, self)

    def __ior__(self, other):
        self.update(other)
        return self


def _joined(self, first, second):
    from collections.abc import Mapping

    if not (isinstance(first, Mapping) and isinstance(second, Mapping)):
        return NotImplemented
    made = type(self)(first)
    made.update(second)
    return made


def _refs(items):
    return {ref(item) for item in items}


class WeakSet(_Weak, MutableSet):
    """A set that does not keep its items."""

    __module__ = "_weakrefset"

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):
        self._start()
        self.data = set()
        if data is not None:
            self.update(data)

    def _purge(self):
        self.data = {found for found in self.data if found() is not None}

    def __iter__(self):
        return (item for found in list(self.data) if (item := found()) is not None)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item))
        self._grow()

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        return self.__class__(item for part in (self, other) for item in part)

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    def intersection_update(self, other):
        self.data &= _refs(other)

    def difference_update(self, other):
        self.data -= _refs(other)

    def symmetric_difference_update(self, other):
        self.data ^= _refs(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        self._purge()
        return self.data <= _refs(other)

    def issuperset(self, other):
        return self.data >= _refs(other)

    def isdisjoint(self, other):
        return not self.intersection(other)

    def __lt__(self, other):
        self._purge()
        return self.data < _refs(other)

    def __gt__(self, other):
        self._purge()
        return self.data > _refs(other)

    __or__ = union
    __and__ = intersection
    __sub__ = difference
    __xor__ = symmetric_difference
    __le__ = issubset
    __ge__ = issuperset

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(self.data)
