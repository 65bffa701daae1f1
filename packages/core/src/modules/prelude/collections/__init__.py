"""Container types beside the built-in ones."""

import sys
from _collections import _tuplegetter, defaultdict, deque

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_ELSEWHERE = {
    "Counter": "_collections_counter",
    "ChainMap": "_collections_user",
    "UserDict": "_collections_user",
    "UserList": "_collections_user",
    "UserString": "_collections_user",
    "abc": "collections.abc",
}
_missing = object()
_active = set()  # ids of the dicts whose repr is under way


def __getattr__(name):
    """Load the rest at first use."""
    if name not in _ELSEWHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    __import__(_ELSEWHERE[name])
    module = sys.modules[_ELSEWHERE[name]]
    value = globals()[name] = module if name == "abc" else getattr(module, name)
    return value


def _field_names(typename, field_names, rename):
    from keyword import iskeyword

    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
                names[index] = f"_{index}"
            seen.add(name)
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return tuple(map(sys.intern, names))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a class of tuples whose fields have names."""
    typename = sys.intern(str(typename))
    fields = _field_names(typename, field_names, rename)
    size = len(fields)
    default_values = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > size:
            raise TypeError("Got more default values than field names")
        default_values = dict(zip(fields[size - len(defaults):], defaults))

    new_tuple = tuple.__new__
    listing = "".join([f"{name}, " for name in fields])
    source = f"lambda _cls, {listing.rstrip(', ')}: _new(_cls, ({listing}))"
    __new__ = eval(source, {"_new": new_tuple, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({listing.rstrip(', ')})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        made = new_tuple(cls, iterable)
        if len(made) != size:
            raise TypeError(f"Expected {size} arguments, got {len(made)}")
        return made

    def _replace(self, /, **kwds):
        made = self._make(map(kwds.pop, fields, self))
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return made

    template = f"({', '.join([f'{name}=%r' for name in fields])})"

    def __repr__(self):
        return self.__class__.__name__ + template % self

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"
    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    __repr__.__doc__ = "Return a nicely formatted representation string"
    _asdict.__doc__ = "Return a new dict which maps field names to their values."
    __getnewargs__.__doc__ = "Return self as a plain tuple.  Used by copy and pickle."
    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    if module is None:
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    namespace = {
        "__doc__": f"{typename}({listing.rstrip(', ')})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": default_values,
        "__new__": __new__,
        "_make": _make,
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    made = type(typename, (tuple,), namespace)
    made.__module__ = module
    return made


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


class OrderedDict(dict):
    """A dict whose order can be changed, and matters when two of them are compared."""

    def __init__(self, other=(), /, **kwds):
        _fill(self, other, kwds)

    def update(self, other=(), /, **kwds):
        _fill(self, other, kwds)

    def move_to_end(self, key, last=True):
        """Move a key to the end, or to the front."""
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        elif next(iter(self)) != key:
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
        return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

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
        if not dict.__eq__(self, other):
            return NotImplemented if not isinstance(other, dict) else False
        return not isinstance(other, OrderedDict) or list(self) == list(other)

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
