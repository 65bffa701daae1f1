"""The parts of `functools` that a native module of this name may replace: partial, reduce, cmp_to_key, lru_cache's core."""

__name__ = "functools"

_missing = object()
_KEYWORDS = object()  # separates positional from keyword arguments in a cache key
_active = set()  # ids of the partials whose repr is under way


def reduce(*args):
    """Fold the items from the left into one value: reduce(function, iterable[, initial])."""
    if not 2 <= len(args) <= 3:
        bound = "at least 2" if len(args) < 2 else "at most 3"
        raise TypeError(f"reduce expected {bound} arguments, got {len(args)}")
    function, iterable, initial = args if len(args) == 3 else (*args, _missing)
    try:
        items = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        for initial in items:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        initial = function(initial, item)
    return initial


class KeyWrapper:
    """What cmp_to_key() makes of an item: orders itself by the comparison function."""

    __slots__ = "_compare", "obj"
    __hash__ = None

    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __call__(self, obj):
        return KeyWrapper(self._compare, obj)

    def _against(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._against(other) < 0

    def __gt__(self, other):
        return self._against(other) > 0

    def __le__(self, other):
        return self._against(other) <= 0

    def __ge__(self, other):
        return self._against(other) >= 0

    def __eq__(self, other):
        return self._against(other) == 0


def cmp_to_key(mycmp):
    """Turn an old-style comparison function into a sort key."""
    return KeyWrapper(mycmp, None)


class partial:
    """A callable with some of its arguments given in advance."""

    __slots__ = "func", "args", "keywords", "__dict__", "__weakref__"

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **self.keywords)

    def __get__(self, instance, owner=None):
        if instance is not None:
            import warnings

            warnings.warn(
                "functools.partial will be a method descriptor in future Python versions; "
                "wrap it in staticmethod() if you want to preserve the old behavior",
                FutureWarning,
                2,
            )
        return self

    def __repr__(self):
        if id(self) in _active:
            return "..."
        _active.add(id(self))
        try:
            cls = type(self)
            parts = [repr(self.func), *map(repr, self.args)]
            parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
            return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"
        finally:
            _active.discard(id(self))

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple")
        if len(state) != 4:
            raise TypeError(f"expected 4 items in state, got {len(state)}")
        func, args, keywords, namespace = state
        if not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, dict | None):
            raise TypeError("invalid partial state")
        self.func = func
        self.args = tuple(args)
        self.keywords = keywords if type(keywords) is dict else dict(keywords or ())
        self.__dict__ = {} if namespace is None else namespace

    __class_getitem__ = classmethod(type(list[int]))


def _typed_key(args, keywords):
    """A key that tells 3 from 3.0."""
    key = args
    if keywords:
        key += (_KEYWORDS, *keywords.items())
    return key + (_KEYWORDS, *map(type, args), *map(type, keywords.values()))


def _lru_cache_wrapper(function, maxsize, typed, cache_info_type):
    """Remember what `function` returned: everything (None), nothing (0) or the `maxsize` latest used."""
    if maxsize == 0:
        call, info, clear = _uncached(function)
    elif maxsize is None:
        call, info, clear = _unbounded(function, typed)
    else:
        call, info, clear = _bounded(function, maxsize, typed)
    call.cache_info = lambda: cache_info_type(*info())
    call.cache_clear = clear
    return call


def _uncached(function):
    misses = 0

    def call(*args, **keywords):
        nonlocal misses
        misses += 1
        return function(*args, **keywords)

    def info():
        return 0, misses, 0, 0

    def clear():
        nonlocal misses
        misses = 0

    return call, info, clear


def _unbounded(function, typed):
    cache = {}
    find, count = cache.get, cache.__len__
    hits = misses = 0

    def call(*args, **keywords):
        nonlocal hits, misses
        if typed:
            key = _typed_key(args, keywords)
        elif keywords:
            key = (*args, _KEYWORDS, *keywords.items())
        else:
            key = args
        result = find(key, _missing)
        if result is not _missing:
            hits += 1
            return result
        misses += 1
        result = cache[key] = function(*args, **keywords)
        return result

    def info():
        return hits, misses, None, count()

    def clear():
        nonlocal hits, misses
        cache.clear()
        hits = misses = 0

    return call, info, clear


def _bounded(function, maxsize, typed):
    # The links [before, after, key, result] form a ring behind `root`, from the oldest to the latest used.
    cache = {}
    find, count = cache.get, cache.__len__
    root = []
    root[:] = root, root, None, None
    hits = misses = 0

    def call(*args, **keywords):
        nonlocal hits, misses
        if typed:
            key = _typed_key(args, keywords)
        elif keywords:
            key = (*args, _KEYWORDS, *keywords.items())
        else:
            key = args
        link = find(key)
        if link is not None:
            hits += 1
            if link[1] is not root:
                before, after = link[0], link[1]
                before[1], after[0] = after, before
                append(link)
            return link[3]
        misses += 1
        result = function(*args, **keywords)
        if key not in cache:  # it may be by now: the function may have called itself
            if count() >= maxsize:
                oldest = root[1]
                root[1] = oldest[1]
                root[1][0] = root
                del cache[oldest[2]]
            link = cache[key] = [None, None, key, result]
            append(link)
        return result

    def append(link):
        last = root[0]
        link[0], link[1] = last, root
        last[1] = root[0] = link

    def info():
        return hits, misses, maxsize, count()

    def clear():
        nonlocal hits, misses
        cache.clear()
        root[:2] = root, root
        hits = misses = 0

    return call, info, clear
