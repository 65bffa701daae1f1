"""Shallow and deep copies of any object."""

from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """Raised where an object cannot be copied."""


error = Error

_missing = object()

# Types whose objects are their own copies: they never change, or are one of a kind.
_itself = dict.fromkeys((
    type(None), int, float, bool, complex, str, bytes, type, range, type(property), type(...), type(NotImplemented),
    type(lambda: 0), type(len), type(str.join), type(str.__add__), property, type((lambda: 0).__code__),
))  # fmt: skip
_shallow = dict.fromkeys((*_itself, tuple, frozenset, slice))


def copy(x):
    """A shallow copy: a new object that holds the same objects."""
    cls = type(x)
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if cls in _shallow:
        return x
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    parts = _reduced(x, cls)
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)


def deepcopy(x, memo=None):
    """A copy of an object and of all that it holds; `memo` maps ids to the copies that there are."""
    cls = type(x)
    if cls in _itself:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        made = memo.get(key, _missing)
        if made is not _missing:
            return made
    copier = _deep.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            made = copier(memo)
        else:
            parts = _reduced(x, cls)
            made = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)
    if made is not x:
        memo[key] = made
        # The original has to live as long as its id is in the memo.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return made


def _deep_list(x, memo):
    made = memo[id(x)] = []
    append = made.append
    for item in x:
        append(deepcopy(item, memo))
    return made


def _deep_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may have been copied meanwhile, as a part of itself.
    made = memo.get(id(x), _missing)
    if made is not _missing:
        return made
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, type(_missing.__init__): lambda x, memo: x}
_deep[type(Error.with_traceback.__get__(Error()))] = lambda x, memo: x
_deep[type((lambda self: 0).__get__(_missing))] = _deep_method


def _reduced(x, cls):
    """How to make an object again: a string, or up to five parts."""
    registered = dispatch_table.get(cls)
    if registered is not None:
        return registered(x)
    if cls.__name__ == "ReferenceType" and cls.__module__ == "weakref":
        return "a weak reference, which is its own copy"
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, "__reduce__", None)
    if reducer is None:
        raise Error(f"un(deep)copyable object of type {cls}")
    return reducer()


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    """Make an object from its parts, which are copied too when there is a memo."""
    is_deep = memo is not None
    if is_deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = func(*args)
    if is_deep:
        memo[id(x)] = made
    if state is not None:
        if is_deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if is_deep else item)
    if pairs is not None:
        for key, value in pairs:
            if is_deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def replace(obj, /, **changes):
    """A copy of an object with some of its fields changed."""
    replacer = getattr(type(obj), "__replace__", None)
    if replacer is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return replacer(obj, **changes)
