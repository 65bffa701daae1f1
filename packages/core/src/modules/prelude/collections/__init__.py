"""Container types beside the built-in ones."""

import sys
from _collections import _tuplegetter, defaultdict, deque

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_ELSEWHERE = {
    "Counter": "_collections_counter",
    "ChainMap": "_collections_chain",
    "OrderedDict": "_collections_ordered",
    "UserDict": "_collections_user",
    "UserList": "_collections_user",
    "UserString": "_collections_string",
    "abc": "collections.abc",
}


def __getattr__(name):
    """Load the rest at first use."""
    if name not in _ELSEWHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
    __import__(_ELSEWHERE[name])
    module = sys.modules[_ELSEWHERE[name]]
    value = globals()[name] = module if name == "abc" else getattr(module, name)
    return value


def __dir__():
    return sorted({*globals(), *_ELSEWHERE})


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
