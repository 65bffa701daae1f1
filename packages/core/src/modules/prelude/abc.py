"""Abstract base classes: what a class still has to implement, and which strangers count as its subclasses."""

_CACHE_LIMIT = 256  # the caches hold classes strongly, so they start afresh at this size
_registrations = 0  # grows with each register(): older negative answers are stale then


def abstractmethod(funcobj):
    """Mark a method that a concrete subclass must override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Legacy spelling of @classmethod over @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        abstractmethod(callable)
        classmethod.__init__(self, callable)


class abstractstaticmethod(staticmethod):
    """Legacy spelling of @staticmethod over @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        abstractmethod(callable)
        staticmethod.__init__(self, callable)


class abstractproperty(property):
    """Legacy spelling of @property over @abstractmethod."""

    __isabstractmethod__ = True


def get_cache_token():
    """A value that changes with every ABCMeta.register()."""
    return _registrations


class _Record:
    """What one abstract class knows about others; the dicts serve as ordered sets."""

    __slots__ = "registered", "accepted", "refused", "refused_at"

    def __init__(self):
        self.registered = {}
        self.accepted = {}
        self.refused = {}
        self.refused_at = _registrations


def _remember(cache, cls):
    if len(cache) >= _CACHE_LIMIT:
        cache.clear()
    cache[cls] = True


def _mark(cls, subclass):
    """Let a virtual sequence or mapping match patterns too; the engine knows the built-in ones itself."""
    for mark in ("__krait_sequence__", "__krait_mapping__"):
        if getattr(cls, mark, False):
            try:
                setattr(subclass, mark, True)
            except TypeError:
                pass


def _still_abstract(cls, own):
    """The names that are abstract in `own` items, or in a base and not overridden."""
    names = {name for name, value in own if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract classes."""

    def __new__(metacls, name, bases, body, /, **keywords):
        made = super().__new__(metacls, name, bases, body, **keywords)
        made.__abstractmethods__ = _still_abstract(made, body.items())
        made._abc_impl = _Record()
        return made

    def register(cls, subclass):
        """Make `subclass` a virtual subclass; returns it, so that this is a decorator too."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_impl.registered[subclass] = True
            _registrations += 1
            _mark(cls, subclass)
        return subclass

    def __instancecheck__(cls, instance):
        shown = instance.__class__
        if shown in cls._abc_impl.accepted:
            return True
        real = type(instance)
        return cls.__subclasscheck__(shown) or (real is not shown and cls.__subclasscheck__(real))

    def __subclasscheck__(cls, subclass):
        record = cls._abc_impl
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in record.accepted:
            return True
        if record.refused_at != _registrations:
            record.refused.clear()
            record.refused_at = _registrations
        elif subclass in record.refused:
            return False
        answer = cls._abc_decide(subclass, record)
        _remember(record.accepted if answer else record.refused, subclass)
        return answer

    def _abc_decide(cls, subclass, record):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            if not isinstance(answer, bool):
                raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
            return answer
        if cls in getattr(subclass, "__mro__", ()):
            return True
        for other in list(record.registered):
            if issubclass(subclass, other):
                return True
        for other in cls.__subclasses__():
            if issubclass(subclass, other):
                return True
        return False


def update_abstractmethods(cls):
    """Work out anew what is abstract in `cls`, after methods were added to it from outside."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _still_abstract(cls, cls.__dict__.items())
    return cls


class ABC(metaclass=ABCMeta):
    """A base that brings ABCMeta along by inheritance."""

    __slots__ = ()
