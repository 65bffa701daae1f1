"""Names for the types that the interpreter makes, and tools for making classes."""

import sys

__all__ = [
    "AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CapsuleType", "CellType", "ClassMethodDescriptorType",
    "CodeType", "CoroutineType", "DynamicClassAttribute", "EllipsisType", "FrameType", "FunctionType", "GeneratorType",
    "GenericAlias", "GetSetDescriptorType", "LambdaType", "MappingProxyType", "MemberDescriptorType",
    "MethodDescriptorType", "MethodType", "MethodWrapperType", "ModuleType", "NoneType", "NotImplementedType",
    "SimpleNamespace", "TracebackType", "UnionType", "WrapperDescriptorType", "coroutine", "get_original_bases",
    "new_class", "prepare_class", "resolve_bases",
]


def _samples():
    """Puts the type of a sample of each kind under its name."""
    names = globals()
    names["FunctionType"] = names["LambdaType"] = type(_samples)
    names["CodeType"] = type(_samples.__code__)
    names["MappingProxyType"] = type(type.__dict__)
    names["SimpleNamespace"] = type(sys.implementation)
    names["CellType"] = type((lambda: names).__closure__[0])
    names["GeneratorType"] = type(_ for _ in ())

    async def coroutine_sample():
        pass

    async def generator_sample():
        yield

    sample = coroutine_sample()
    names["CoroutineType"] = type(sample)
    sample.close()
    names["AsyncGeneratorType"] = type(generator_sample())

    class Sample:
        __slots__ = ("member",)

        def method(self):
            pass

    names["MethodType"] = type(Sample().method)
    names["MemberDescriptorType"] = type(Sample.member)
    names["GetSetDescriptorType"] = type(type(_samples).__code__)
    names["BuiltinFunctionType"] = names["BuiltinMethodType"] = type(len)
    names["WrapperDescriptorType"] = type(object.__init__)
    names["MethodWrapperType"] = type(object().__str__)
    names["MethodDescriptorType"] = type(str.join)
    names["ClassMethodDescriptorType"] = type(dict.__dict__["fromkeys"])
    names["ModuleType"] = type(sys)
    names["FrameType"] = type(sys._getframe())
    try:
        eval("0 / 0")  # in code of its own: tracebacks leave out the frames of this module
    except ZeroDivisionError as error:
        names["TracebackType"] = type(error.__traceback__)
    names["GenericAlias"] = type(list[int])
    names["UnionType"] = type(int | str)
    names["EllipsisType"] = type(...)
    names["NoneType"] = type(None)
    names["NotImplementedType"] = type(NotImplemented)


_samples()


def __getattr__(name):
    if name == "CapsuleType":  # the type of C pointers: nothing is of it here
        value = globals()[name] = type("PyCapsule", (), {"__module__": "builtins"})
        return value
    raise AttributeError(f"module 'types' has no attribute {name!r}")


# ---- Making classes ----


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement would; `exec_body` fills its namespace."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases with what __mro_entries__() answers in the place of those that are no classes."""
    bases = list(bases) if not isinstance(bases, tuple) else bases
    made = []
    is_changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            made.append(base)
            continue
        entries = entries(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        is_changed = True
        made.extend(entries)
    return tuple(made) if is_changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the keywords of a class to be made."""
    kwds = {} if kwds is None else dict(kwds)
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _winner(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def _winner(meta, bases):
    """The most derived metaclass."""
    for base in bases:
        kind = type(base)
        if issubclass(meta, kind):
            continue
        if not issubclass(kind, meta):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class "
                "must be a (non-strict) subclass of the metaclasses of all its bases"
            )
        meta = kind
    return meta


def get_original_bases(cls, /):
    """The bases as the class statement gave them, before __mro_entries__()."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property of instances only: on the class, its name is looked up by the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = fget.__doc__ if doc is None else doc
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        made = type(self)(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel)

    def _with(self, fget, fset, fdel):
        made = type(self)(fget, fset, fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


# ---- Generators that can be awaited ----

_CO_GENERATOR, _CO_COROUTINE, _CO_ITERABLE_COROUTINE = 0x20, 0x80, 0x100


class _GeneratorWrapper:
    """An awaitable around whatever has the methods of a generator."""

    def __init__(self, gen):
        self._gen = gen
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, value):
        return self._gen.send(value)

    def throw(self, tp, *rest):
        return self._gen.throw(tp, *rest)

    def close(self):
        return self._gen.close()

    def __next__(self):
        return next(self._gen)

    def __iter__(self):
        return self._gen if isinstance(self._gen, GeneratorType) else self

    __await__ = __iter__

    @property
    def gi_code(self):
        return self._gen.gi_code

    @property
    def gi_frame(self):
        return self._gen.gi_frame

    @property
    def gi_running(self):
        return self._gen.gi_running

    @property
    def gi_yieldfrom(self):
        return self._gen.gi_yieldfrom

    cr_code = gi_code
    cr_frame = gi_frame
    cr_running = gi_running
    cr_await = gi_yieldfrom


def coroutine(func):
    """Make the generators of a generator function awaitable."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = getattr(func, "__code__", None)
    if isinstance(func, FunctionType) and isinstance(code, CodeType):
        if code.co_flags & (_CO_COROUTINE | _CO_ITERABLE_COROUTINE):
            return func
        if code.co_flags & _CO_GENERATOR:
            try:
                func.__code__ = code.replace(co_flags=code.co_flags | _CO_ITERABLE_COROUTINE)
                return func
            except (AttributeError, ValueError):
                pass  # the engine keeps the flags of code as they are: the generators get a wrapper

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if isinstance(made, CoroutineType):
            return made
        if isinstance(made, GeneratorType):
            is_awaitable = made.gi_code.co_flags & _CO_ITERABLE_COROUTINE
            return made if is_awaitable else _GeneratorWrapper(made)
        if hasattr(made, "send") and hasattr(made, "throw") and not hasattr(made, "__await__"):
            return _GeneratorWrapper(made)
        return made

    from functools import update_wrapper

    return update_wrapper(wrapped, func)
