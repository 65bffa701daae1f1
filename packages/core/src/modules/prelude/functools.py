"""Tools for functions: wrapping, caching, partial application, dispatch on a type, orderings."""

from abc import get_cache_token
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _wrapping import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper, wraps

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
    "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

_GenericAlias = type(list[int])
_Union = type(int | str)


# For each operation that a class may define: the others, whether each negates it, and what it does about equality.
_ORDERINGS = {
    "__lt__": [("__gt__", True, "unequal"), ("__le__", False, "equal"), ("__ge__", True, None)],
    "__le__": [("__ge__", True, "equal"), ("__lt__", False, "unequal"), ("__gt__", True, None)],
    "__gt__": [("__lt__", True, "unequal"), ("__ge__", False, "equal"), ("__le__", True, None)],
    "__ge__": [("__le__", True, "equal"), ("__gt__", False, "unequal"), ("__lt__", True, None)],
}


def _derived_ordering(root, name, negate, equality):
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if equality == "equal":
            return answer or self == other
        if equality == "unequal":
            return answer and self != other
        return answer

    compare.__name__ = name
    compare.__qualname__ = name
    compare.__doc__ = getattr(int, name).__doc__
    return compare


def total_ordering(cls):
    """Supply the ordering methods that a class leaves out, from one that it has."""
    defined = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)  # prefers < to <= to > to >=
    for name, negate, equality in _ORDERINGS[root]:
        if name not in defined:
            setattr(cls, name, _derived_ordering(root, name, negate, equality))
    return cls


def _is_abstract(wrapper):
    return getattr(wrapper.func, "__isabstractmethod__", False)


class partialmethod:
    """A method with some of its arguments given in advance."""

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            if not callable(func) and not hasattr(func, "__get__"):
                raise TypeError(f"{func!r} is not callable or a descriptor")
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(first, /, *args, **keywords):
            return self.func(first, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = _is_abstract(self)
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            bound = bind(obj, cls)
            if bound is not self.func:  # a descriptor that made something of its own
                made = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, "__self__"):
                    made.__self__ = bound.__self__
                return made
        return self._make_unbound_method().__get__(obj, cls)

    __isabstractmethod__ = property(_is_abstract)

    __class_getitem__ = classmethod(_GenericAlias)


class _CacheInfoMaker:
    """Makes CacheInfo tuples; the class itself, a namedtuple, is made at first use."""

    cls = None

    def __call__(self, *fields, **named):
        if self.cls is None:
            from collections import namedtuple

            self.cls = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
        return self.cls(*fields, **named)


_CacheInfo = _CacheInfoMaker()


def lru_cache(maxsize=128, typed=False):
    """Remember the results of a function of hashable arguments, the latest used `maxsize` or all (None)."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    if not callable(function):
        raise TypeError("the first argument must be callable")
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """lru_cache without a bound."""
    return _cached(user_function, None, False)


class cached_property:
    """A property that is worked out once; the result is an ordinary attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        if type(self) is cached_property and type(instance).__dictoffset__:
            value = self.func(instance)
            try:
                object.__setattr__(instance, name, value)  # cheaper than by way of instance.__dict__
                return value
            except (AttributeError, TypeError):
                pass
        kind = type(instance).__name__
        if not hasattr(instance, "__dict__"):
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.")
        known = instance.__dict__
        if name not in known:
            value = self.func(instance)
            try:
                known[name] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {kind!r} instance does not support item assignment for caching"
                    f" {name!r} property."
                ) from None
        return known[name]

    __class_getitem__ = classmethod(_GenericAlias)


def _merge_mros(lists):
    """C3: repeatedly the first head that is in no other list's tail."""
    result = []
    lists = [each for each in lists if each]
    while lists:
        for head in (each[0] for each in lists):
            if not any(head in each[1:] for each in lists):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        lists = [rest for each in lists if (rest := each[1:] if each[0] is head else each)]
    return result


def _mro_with_abcs(cls, abcs):
    """The MRO of `cls` as if it inherited from those `abcs` explicitly that it only supports."""
    bases = list(cls.__bases__)
    split = len(bases)
    while split and not hasattr(bases[split - 1], "__abstractmethods__"):
        split -= 1
    implied = [
        abc for abc in abcs if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)
    ]
    others = [abc for abc in abcs if abc not in implied]
    groups = bases[:split], implied, bases[split:]
    mros = [_mro_with_abcs(base, others) for group in groups for base in group]
    return _merge_mros([[cls], *mros, *map(list, groups)])


def _dispatch_order(cls, registered):
    """The classes in which to look for an implementation for `cls`, best first."""
    own = set(cls.__mro__)
    related = [
        each for each in registered
        if each not in own and hasattr(each, "__mro__") and not isinstance(each, _GenericAlias) and issubclass(cls, each)
    ]
    candidates = [
        each for each in related if not any(each is not other and each in other.__mro__ for other in related)
    ]
    wanted = set(candidates)
    abcs = []
    for each in candidates:
        chains = [
            [parent for parent in sub.__mro__ if parent in wanted]
            for sub in each.__subclasses__() if sub not in own and issubclass(cls, sub)
        ]
        chains.sort(key=len, reverse=True)
        for found in [parent for chain in chains for parent in chain] if chains else [each]:
            if found not in abcs:
                abcs.append(found)
    return _mro_with_abcs(cls, abcs)


def _find_implementation(cls, registry):
    match = None
    for each in _dispatch_order(cls, registry.keys()):
        if match is not None:
            if each in registry and each not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, each):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {each}")
            break
        if each in registry:
            match = each
    return registry.get(match)


def _is_dispatchable(cls):
    if isinstance(cls, type):
        return not isinstance(cls, _GenericAlias)
    return _is_union(cls) and all(isinstance(arg, type) and not isinstance(arg, _GenericAlias) for arg in cls.__args__)


def _is_union(cls):
    if isinstance(cls, _Union):
        return True
    return getattr(getattr(cls, "__origin__", None), "_name", None) == "Union"


def singledispatch(func):
    """A generic function: the class of the first argument chooses the implementation."""
    registry = {object: func}
    cache = {}
    token = None
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        nonlocal token
        if token is not None and token != (current := get_cache_token()):
            cache.clear()
            token = current
        try:
            return cache[cls]
        except KeyError:
            found = registry[cls] if cls in registry else _find_implementation(cls, registry)
            cache[cls] = found
            return found

    def register(cls, func=None):
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type."
                )
            func = cls
            cls = _annotated_class(func)
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
            if token is None and hasattr(each, "__abstractmethods__"):
                token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = cache.clear
    return update_wrapper(wrapper, func)


def _annotated_class(func):
    """The class that a function's first annotation names."""
    if not getattr(func, "__annotations__", None):
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. "
            "Use either `@register(some_class)` or plain `@register` on an annotated function."
        )
    from typing import get_type_hints

    name, cls = next(iter(get_type_hints(func).items()))
    if not _is_dispatchable(cls):
        what = "not all arguments are classes" if _is_union(cls) else "is not a class"
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} {what}.")
    return cls


class singledispatchmethod:
    """A generic method: the class of the first argument after self or cls chooses the implementation."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        find = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return find(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = _is_abstract(self)
        _method.register = self.register
        return update_wrapper(_method, self.func)

    __isabstractmethod__ = property(_is_abstract)
