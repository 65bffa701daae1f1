"""Checks and conversions of type arguments, and the special forms without parameters. Part of `typing`."""

from _typing import Generic, ParamSpec

__name__ = "typing"

GenericAlias = type(list[int])
UnionType = type(int | str)
FunctionType = type(lambda: 0)
_CACHE_LIMIT = 512


def type_repr(obj):
    """The repr of a type as it stands within another's brackets."""
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return f"[{', '.join(map(type_repr, obj))}]"
    return repr(obj)


def is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def remember(function):
    """Let function(self, parameters) give the same object for the same hashable parameters."""
    known = {}

    def subscript(self, parameters):
        try:
            kinds = tuple(map(type, parameters)) if isinstance(parameters, tuple) else type(parameters)
            key = self, parameters, kinds
            if key in known:
                return known[key]
        except TypeError:  # an unhashable parameter
            return function(self, parameters)
        made = function(self, parameters)
        if len(known) >= _CACHE_LIMIT:
            known.clear()
        known[key] = made
        return made

    return subscript


def convert(arg, module=None, *, allow_special_forms=False):
    """None stands for its type, and text for a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        from _typing_hints import ForwardRef

        return ForwardRef(arg, True, module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument converted, or TypeError where it cannot be a type argument."""
    arg = convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, type):
        if arg is Generic or is_plain_protocol(arg):
            raise TypeError(f"Plain {arg} is not valid as type argument")
        return arg
    origin = getattr(arg, "__origin__", None)
    if origin is Generic or is_plain_protocol(origin):
        raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(origin, SpecialForm) and not allow_special_forms:
        if origin._name == "ClassVar" or (origin._name == "Final" and is_argument):
            raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(arg, SpecialForm):
        if arg._is_type or (allow_special_forms and arg._name in ("ClassVar", "Final")):
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def is_plain_protocol(cls):
    """Whether this is Protocol itself, which is not loaded before it is asked for."""
    return isinstance(cls, type) and "_is_plain_protocol" in cls.__dict__


def is_parameter_expression(arg):
    """Whether this can stand for the parameters of a function."""
    if arg is ... or isinstance(arg, (tuple, list, ParamSpec)):
        return True
    return getattr(getattr(arg, "__origin__", None), "_name", None) == "Concatenate"


def is_unpacked_type_var_tuple(arg):
    return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked_typevartuple__", False)


def collect_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in `args`, each once, in order."""
    found = []
    defaulted = after_tuple = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for inner in arg:
                found += [each for each in collect_parameters([inner]) if each not in found]
        elif hasattr(arg, "__typing_subst__"):
            if arg in found:
                continue
            if enforce_default_ordering:
                if after_tuple and arg.has_default():
                    raise TypeError("Type parameter with a default follows TypeVarTuple")
                if arg.has_default():
                    defaulted = True
                elif defaulted:
                    raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")
            found.append(arg)
        else:
            after_tuple = after_tuple or is_unpacked_type_var_tuple(arg)
            found += [each for each in getattr(arg, "__parameters__", ()) if each not in found]
    return tuple(found)


def unpack_args(args):
    """The arguments with *tuple[int, str] spread out."""
    found = []
    for arg in args:
        inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is None or (inner and inner[-1] is ...):
            found.append(arg)
        else:
            found += inner
    return tuple(found)


def without_duplicates(items):
    """The items, each once; those that cannot be hashed are compared."""
    try:
        return list(dict.fromkeys(items))
    except TypeError:
        found = []
        for item in items:
            if item not in found:
                found.append(item)
        return found


def _make_union(left, right):
    from _typing_forms import Union

    return Union[left, right]


class Closed:
    """A base of classes that nobody else may inherit from: ours say _root=True."""

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class SpecialForm(Closed, _root=True):
    """A name such as Union or ClassVar: not a class, and subscripted by a function of its own."""

    __iter__ = None

    def __init__(self, getitem, is_type=False):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__
        self._is_type = is_type

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, params):
        return self._getitem(self, params)


SpecialForm.__name__ = SpecialForm.__qualname__ = "_SpecialForm"


class CachedForm(SpecialForm, _root=True):
    """A special form whose subscripts give the same object for the same parameters."""

    def __init__(self, getitem):
        super().__init__(getitem)
        self._getitem = remember(getitem)


CachedForm.__name__ = CachedForm.__qualname__ = "_SpecialForm"


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type; may be a base class of objects that can be anything."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _bare(name, doc):
    """A form that is a type as it stands and takes no parameters."""

    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")

    getitem.__name__ = name
    getitem.__doc__ = doc
    return SpecialForm(getitem, is_type=True)


NoReturn = _bare("NoReturn", "What a function returns that never returns.")
Never = _bare("Never", "The type that has no values.")
Self = _bare("Self", "The class whose method this is.")
LiteralString = _bare("LiteralString", "Any string that the program spells out.")
TypeAlias = _bare("TypeAlias", "Marks an assignment that names a type.")
