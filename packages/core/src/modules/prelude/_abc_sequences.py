"""Sequence, MutableSequence and the legacy ByteString. Part of `collections.abc`."""

from _abc_protocols import Collection, Reversible
from _collections import deque
from abc import ABCMeta, abstractmethod

__name__ = "collections.abc"


class Sequence(Reversible, Collection):
    """A sequence: an heir supplies __getitem__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 32  # Py_TPFLAGS_SEQUENCE
    __krait_sequence__ = True  # for the engine: sequence patterns match

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def index(self, value, start=0, stop=None):
        """The first place of a value; ValueError when there is none."""
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        place = start
        while stop is None or place < stop:
            try:
                item = self[place]
            except IndexError:
                break
            if item is value or item == value:
                return place
            place += 1
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class _DeprecatedABCMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, **kwargs):
        if name != "ByteString":
            _warn_of_byte_string()
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_of_byte_string()
        return super().__instancecheck__(instance)


def _warn_of_byte_string():
    import warnings

    message = "'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14"
    warnings.warn(message, DeprecationWarning, stacklevel=3)


class ByteString(Sequence, metaclass=_DeprecatedABCMeta):
    """What bytes and bytearray have in common; deprecated."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that changes: an heir supplies __setitem__, __delitem__ and insert as well."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        size = len(self)
        for low in range(size // 2):
            high = size - low - 1
            self[low], self[high] = self[high], self[low]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


for _native in (tuple, str, range, memoryview):
    Sequence.register(_native)
for _native in (list, bytearray, deque):
    MutableSequence.register(_native)
for _native in (bytes, bytearray):
    ByteString.register(_native)
del _native
