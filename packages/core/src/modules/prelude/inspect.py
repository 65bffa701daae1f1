"""Looking into live objects: what they are, their documentation and members, signatures, frames."""

import sys
from _functools import partial

_LATER = {
    "_inspect_signature": "Parameter Signature BoundArguments _empty _ParameterKind formatannotation",
    "_inspect_callable": "unwrap get_annotations",
    "_inspect_arguments": "getfullargspec getcallargs getclosurevars FullArgSpec ClosureVars",
    "_inspect_more": (
        "AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo Arguments formatargvalues getargs getargvalues "
        "getasyncgenlocals getasyncgenstate getclasstree getcoroutinelocals getmodulename indentsize walktree"
    ),
    "_inspect_source": (
        "getfile getsourcefile getsource getsourcelines getmodule getframeinfo getouterframes getinnerframes stack "
        "trace FrameInfo Traceback findsource"
    ),
}
_PLACES = {name: module for module, names in _LATER.items() for name in names.split()}

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
_missing = object()


def _samples():
    """The types of the interpreter that have no names of their own."""
    async def coroutine():
        pass

    async def asynchronous():
        yield

    class Slotted:
        __slots__ = ("x",)

        def method(self):
            pass

    waiting = coroutine()
    waiting.close()
    return (
        type(_samples), type(Slotted().method), type(_samples.__code__), type((each for each in ())), type(waiting),
        type(asynchronous()), type(sys._getframe()), type(sys), type(Slotted.x),
        type(type(_samples).__dict__["__code__"]),
    )


(
    _Function, _Method, _Code, _Generator, _Coroutine, _AsyncGenerator, _Frame, _Module, _Member, _GetSet,
) = _samples()
_BuiltinFunction, _BoundSlot = type(len), type((1).__add__)


def __getattr__(name):
    if name not in _PLACES:
        raise AttributeError(f"module 'inspect' has no attribute {name!r}")
    value = globals()[name] = getattr(__import__(_PLACES[name]), name)
    return value


# ---- what an object is ----


def ismodule(object):
    return isinstance(object, _Module)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    """Whether this is a method bound to an instance or class."""
    return isinstance(object, _Method)


def isfunction(object):
    """Whether this is a function written in Python."""
    return isinstance(object, _Function)


def isbuiltin(object):
    return isinstance(object, _BuiltinFunction)


def ismethodwrapper(object):
    return isinstance(object, _BoundSlot)


def isroutine(object):
    """Whether this is a function or method of any kind."""
    return isinstance(object, (_BuiltinFunction, _Function, _Method, _BoundSlot)) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    # A partial binds nothing yet: its `__get__` only warns.
    if isinstance(object, (type, _Method, _Function, partial)):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    if isinstance(object, (type, _Method, _Function)):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, _Member)


def isgetsetdescriptor(object):
    return isinstance(object, _GetSet)


def isgenerator(object):
    return isinstance(object, _Generator)


def iscoroutine(object):
    return isinstance(object, _Coroutine)


def isasyncgen(object):
    return isinstance(object, _AsyncGenerator)


def isawaitable(object):
    """Whether this may stand behind `await`."""
    if isinstance(object, _Coroutine) or hasattr(type(object), "__await__"):
        return True
    return isinstance(object, _Generator) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def istraceback(object):
    return hasattr(object, "tb_frame") and hasattr(object, "tb_next")


def isframe(object):
    return isinstance(object, _Frame)


def iscode(object):
    return isinstance(object, _Code)


def isabstract(object):
    """Whether this is a class with abstract methods."""
    if not isinstance(object, type):
        return False
    if hasattr(object, "__abstractmethods__") or type(object) is type:
        return bool(getattr(object, "__abstractmethods__", ()))
    # While __init_subclass__ runs, the class has not been told what it leaves abstract.
    names = {*object.__dict__, *(name for base in object.__bases__ for name in getattr(base, "__abstractmethods__", ()))}
    return any(getattr(getattr(object, name, None), "__isabstractmethod__", False) for name in names)


def _has_flag(obj, flag):
    """Whether the function behind methods and partials has a flag."""
    while True:
        if isinstance(obj, _Method):
            obj = obj.__func__
        elif type(obj).__module__ == "functools" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return isinstance(obj, _Function) and bool(obj.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    """Whether a call gives a coroutine."""
    if _has_flag(obj, CO_COROUTINE):
        return True
    function = obj
    while isinstance(function, _Method):
        function = function.__func__
    return getattr(function, "_is_coroutine_mark", None) is _mark


_mark = object()


def markcoroutinefunction(func):
    """Make iscoroutinefunction() true of a function that is not written with `async def`."""
    (func.__func__ if hasattr(func, "__func__") else func)._is_coroutine_mark = _mark
    return func


# ---- members and documentation ----


def getmro(cls):
    return cls.__mro__


def _members(object, predicate, get):
    mro = (object, *object.__mro__) if isinstance(object, type) else ()
    names = dir(object)
    found = []
    for base in object.__bases__ if isinstance(object, type) else ():
        for name, value in base.__dict__.items():
            if hasattr(value, "__isabstractmethod__") and name not in names and not isinstance(value, (classmethod, staticmethod)):
                names.append(name)
    for name in dict.fromkeys(names):
        try:
            value = get(object, name)
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """All attributes as pairs (name, value), sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Like getmembers(), without running code of the object."""
    return _members(object, predicate, getattr_static)


_mro_of = type.__dict__["__mro__"].__get__
_names_of = type.__dict__["__dict__"].__get__


def _found(cls, attr):
    """What a class or one of its bases calls so, in a tuple; without any code of the class."""
    for each in _mro_of(cls):
        if attr in _names_of(each):
            return (_names_of(each)[attr],)
    return ()


def getattr_static(obj, attr, default=_missing):
    """An attribute found without running code of the object: descriptors are answered as they are."""
    kind = type(obj)
    own = ()
    if type in _mro_of(kind):
        found = _found(obj, attr) or _found(kind, attr)
    else:
        found = _found(kind, attr)
        shown = _found(kind, "__dict__")
        if shown and isgetsetdescriptor(shown[0]):
            names = object.__getattribute__(obj, "__dict__")
            own = (dict.__getitem__(names, attr),) if dict.__contains__(names, attr) else ()
        if own and found:
            described = type(found[0])
            if _found(described, "__get__") and (_found(described, "__set__") or _found(described, "__delete__")):
                return found[0]
    for value in own or found:
        return value
    if default is _missing:
        raise AttributeError(attr)
    return default


def cleandoc(doc):
    """A docstring without the indentation of the code around it."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")], default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines)


def getdoc(object):
    """The docstring of an object, or of what it overrides; None without one."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    if isinstance(obj, type):
        bases = [base for base in obj.__mro__ if base is not object]
        return next((base.__doc__ for base in bases if base.__doc__ is not None), None)
    name = getattr(obj, "__name__", None)
    if isinstance(obj, _Method):
        owner = obj.__self__ if isinstance(obj.__self__, type) else type(obj.__self__)
    else:
        if isinstance(obj, property):
            obj = obj.fget
            name = name or getattr(obj, "__name__", None)
        if ismemberdescriptor(obj):
            docs = getattr(obj.__objclass__, "__slots__", None)
            return docs.get(name) if isinstance(docs, dict) else None
        if not isinstance(obj, _Function):
            return None
        owner = sys.modules.get(obj.__module__)
        for part in obj.__qualname__.split(".")[:-1]:
            owner = getattr(owner, part, None)
        if not isinstance(owner, type):
            return None
    for base in owner.__mro__:
        doc = getattr(getattr(base, name), "__doc__", None) if hasattr(base, name) else None
        if doc is not None:
            return doc
    return None


# ---- signatures ----


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    from _inspect_signature import Signature
    options = {"follow_wrapped": follow_wrapped, "globals": globals, "locals": locals, "eval_str": eval_str}
    return Signature.from_callable(obj, **options)


# ---- frames and what waits in generators ----


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else dict(generator.gi_frame.f_locals)
