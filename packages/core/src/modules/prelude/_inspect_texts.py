"""What the types that the interpreter makes say of their arguments. Part of `inspect`."""

_TYPES = {
    "()": "object ellipsis NoneType NotImplementedType",
    "(iterable=(), /)": "frozenset list set tuple",
    "(iterable, /)": "itertools._tee itertools.cycle itertools.pairwise",
    "(function, /)": "classmethod staticmethod",
    "(function, iterable, /)": "filter itertools.filterfalse itertools.starmap",
    "(predicate, iterable, /)": "itertools.dropwhile itertools.takewhile",
    "(iterable, r)": "itertools.combinations itertools.combinations_with_replacement",
    "(object=False, /)": "bool",
    "(real=0, imag=0)": "complex",
    "(iterable, start=0)": "enumerate",
    "(x=0, /)": "float",
    "(function, iterable, /, *iterables)": "map",
    "(object)": "memoryview",
    "(fget=None, fset=None, fdel=None, doc=None)": "property",
    "(sequence, /)": "reversed",
    "(*iterables, strict=False)": "zip",
    "(iterable, func=None, *, initial=None)": "itertools.accumulate",
    "(iterable, n, *, strict=False)": "itertools.batched",
    "(*iterables)": "itertools.chain",
    "(data, selectors)": "itertools.compress",
    "(start=0, step=1)": "itertools.count",
    "(iterable, key=None)": "itertools.groupby",
    "(iterable, r=None)": "itertools.permutations",
    "(*iterables, repeat=1)": "itertools.product",
    "(*iterables, fillvalue=None)": "itertools.zip_longest",
    "(origin, args, /)": "types.GenericAlias",
    "(attr, /, *attrs)": "operator.attrgetter",
    "(item, /, *items)": "operator.itemgetter",
    "(name, /, *args, **kwargs)": "operator.methodcaller",
    "(func, /, *args, **keywords)": "functools.partial",
    "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)": "function",
    "(mapping)": "mappingproxy",
    "(function, instance, /)": "method",
    "(name, doc=None)": "module",
    "(mapping_or_iterable=(), /, **kwargs)": "types.SimpleNamespace",
    "(tb_next, tb_frame, tb_lasti, tb_lineno)": "traceback",
}
_OF_TYPE = {name: text for text, names in _TYPES.items() for name in names.split()}


def text_of_type(cls):
    """The signature of a built-in type as text; None where it tells none."""
    return _OF_TYPE.get(f"{cls.__module__}.{cls.__qualname__}".removeprefix("builtins."))


def text_of_function(func):
    """The same of a built-in function or method; what comes first where it is found on a class is for positions alone."""
    text = func.__text_signature__
    if func is sorted:
        return "(iterable, /, *, key=None, reverse=False)"
    if text and text.startswith("($self") and "/" not in text:
        text = text.replace("$self", "$self, /", 1)
    return text
