"""How copies of objects are made: functions registered for classes, and what object.__reduce_ex__ answers."""

import builtins
from _copyreg import __newobj__

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}

_IS_OF_A_SCRIPT = 1 << 9


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Register the function that says how to make an object of this class again."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Refuse what cannot be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator

    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    """What object.__reduce_ex__ answers, where it does not know by itself."""
    return _by_base(self) if proto < 2 else _by_new(self)


def _by_base(self):
    """How protocols 0 and 1 make an object again: by its built-in base."""
    cls = self.__class__
    base = next(base for base in cls.__mro__ if not base.__flags__ & _IS_OF_A_SCRIPT)
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    args = cls, base, None if base is object else base(self)
    if getattr(self, "__slots__", None) and cls.__getstate__ is object.__getstate__:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = self.__getstate__()
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def _by_new(self):
    """How protocol 2 and later ones do: by `__new__`, with arguments that the class gives."""
    cls = type(self)
    args, kwargs = _new_arguments(self, cls)
    func, args = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls, *args))
    items = iter(self) if isinstance(self, list) else None
    return func, args, self.__getstate__(), items, iter(self.items()) if isinstance(self, dict) else None


def _new_arguments(self, cls):
    if hasattr(cls, "__getnewargs_ex__"):
        found = self.__getnewargs_ex__()
        _check_type(found, tuple, "__getnewargs_ex__ should return a tuple")
        if len(found) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(found)}")
        args, kwargs = found
        _check_type(args, tuple, "first item of the tuple returned by __getnewargs_ex__ must be a tuple")
        _check_type(kwargs, dict, "second item of the tuple returned by __getnewargs_ex__ must be a dict")
        return found
    args = self.__getnewargs__() if hasattr(cls, "__getnewargs__") else ()
    _check_type(args, tuple, "__getnewargs__ should return a tuple")
    return args, {}


def _check_type(found, kind, message):
    if not isinstance(found, kind):
        raise TypeError(f"{message}, not '{type(found).__name__}'")


def _unpacked(alias):
    """*alias, from the alias."""
    return next(iter(alias))


def _reduce_native(self, name):
    """The same of an object that the interpreter makes, whose class is called `name` in messages."""
    match type(self).__name__:
        case "slice":
            return slice, (self.start, self.stop, self.step)
        case "method":
            return getattr, (self.__self__, self.__func__.__name__)
        case "method-wrapper":
            return getattr, (self.__self__, self.__name__)
        case "method_descriptor" | "wrapper_descriptor":
            return getattr, (self.__objclass__, self.__name__)
        case "builtin_function_or_method":
            owner = self.__self__
            if owner is None or type(owner) is type(builtins):
                return self.__qualname__
            return getattr, (owner, self.__name__)
        case "GenericAlias":
            if self.__unpacked__:
                return _unpacked, (type(self)(self.__origin__, self.__args__),)
            return type(self), (self.__origin__, self.__args__)
        case "memoryview":
            raise TypeError("cannot pickle memoryview objects")
    raise TypeError(f"cannot pickle '{name}' object")


def _slotnames(cls):
    """The names that __slots__ of a class and its bases give."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            stem = base.__name__.lstrip("_")
            is_private = name.startswith("__") and not name.endswith("__") and stem
            names.append(f"_{stem}{name}" if is_private else name)
    return names


def add_extension(module, name, code):
    """Give a global of a module a number."""
    code = int(code)
    if not 1 <= code <= 0x7FFFFFFF:
        raise ValueError("code out of range")
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take a number back."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
