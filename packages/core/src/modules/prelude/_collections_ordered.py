"""OrderedDict: a dict whose order can be changed. Part of `collections`."""

from _collections import _seal, odict_items, odict_iter, odict_keys, odict_reversed, odict_values

__name__ = "collections"

_missing = object()
_active = set()  # ids of the dicts whose repr is under way


def _fill(target, other, named):
    """Put pairs into an OrderedDict, by its own __setitem__ if it has one."""
    if type(target).__setitem__ is dict.__setitem__:
        dict.update(target, other, **named)
        return
    if hasattr(other, "keys"):
        other = [(key, other[key]) for key in other.keys()]
    for key, value in other:
        target[key] = value
    for key, value in named.items():
        target[key] = value


def _same_order(mine, yours):
    """Whether the keys of two OrderedDicts are equal one by one; comparing them may not change the dicts."""
    ours, theirs = list(mine), list(yours)
    if len(ours) != len(theirs):
        return False
    same, asked = True, False
    for one, other in zip(ours, theirs):
        if one is not other:
            asked = True
            if not one == other:
                same = False
                break
    if asked and not (_has_keys(mine, ours) and _has_keys(yours, theirs)):
        raise RuntimeError("OrderedDict mutated during iteration")
    return same


def _has_keys(target, keys):
    if len(target) != len(keys):
        return False
    for one, other in zip(target, keys):
        if one is not other:
            return False
    return True


def _absent(key):
    """The error that has a tuple for its arguments, and nothing for None."""
    return KeyError() if key is None else KeyError(*key) if isinstance(key, tuple) else KeyError(key)


@_seal
class OrderedDict(dict):
    """A dict whose order can be changed, and matters when two of them are compared."""

    keys, values, items = odict_keys, odict_values, odict_items
    __iter__, __reversed__ = odict_iter, odict_reversed

    def __init__(self, other=(), /, **kwds):
        _fill(self, other, kwds)

    def update(self, other=(), /, **kwds):
        _fill(self, other, kwds)

    def move_to_end(self, key, last=True):
        """Move a key to the end, or to the front."""
        if key not in self:
            raise _absent(key)
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        elif next(iter(self)) is not key:
            dict.__delitem__(self, key)
            rest = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, rest)

    def popitem(self, last=True):
        """Take out the last pair, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def pop(self, key, default=_missing):
        found = dict.pop(self, key, default)
        if found is _missing:
            raise _absent(key)
        return found

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if id(self) in _active:
            return "..."
        _active.add(id(self))
        try:
            return f"{type(self).__name__}({dict(self.items())!r})"
        finally:
            _active.discard(id(self))

    def __eq__(self, other):
        same = dict.__eq__(self, other)
        return _same_order(self, other) if same is True and isinstance(other, OrderedDict) else same

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    __hash__ = None

    def __reduce__(self):
        return self.__class__, (), self.__getstate__(), None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self
