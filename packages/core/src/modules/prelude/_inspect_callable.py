"""The signatures of callables: functions, methods, partials, classes, built-in functions."""

from _inspect_signature import Parameter, _empty, _DOUBLE_STAR, _FIRST, _KEYWORD, _PLAIN, _STAR
from _inspect_texts import text_of_function, text_of_type

_Function = type(lambda: None)
_Method = type(Parameter("x", 1).replace)
_Native = (type(len), type(list.append), type(int.__add__), type((1).__add__), type(dict.__dict__["fromkeys"]))


def unwrap(func, *, stop=None):
    """The function behind those that wraps() has marked."""
    seen = {id(func): func}
    start = func
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {start!r}")
        seen[id(func)] = func
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module as a new dict; strings evaluated on demand."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
    elif callable(obj) or isinstance(obj, type(__import__("sys"))):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str or not found:
        return dict(found)
    if isinstance(obj, type):
        import sys
        outer, inner = getattr(sys.modules.get(obj.__module__), "__dict__", {}), dict(vars(obj))
    elif isinstance(obj, _Function) or hasattr(obj, "__wrapped__"):
        outer, inner = getattr(unwrap(obj), "__globals__", {}), None
    else:
        outer, inner = getattr(obj, "__dict__", {}), None
    outer = outer if globals is None else globals
    inner = inner if locals is None else locals
    parameters = {each.__name__: each for each in getattr(obj, "__type_params__", ())}
    inner = parameters | (inner or {})
    return {name: eval(each, outer, inner) if isinstance(each, str) else each for name, each in found.items()}


def _without_first(signature):
    """The signature of a bound method."""
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_DOUBLE_STAR, _KEYWORD):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _STAR:
        del parameters[0]
    return signature.replace(parameters=parameters)


# What may be left out of these calls has no default that a signature could show.
_UNTOLD = anext, dir, getattr, iter, max, min, next, vars


def _of_function(cls, func, *evaluation):
    code = func.__code__
    names = code.co_varnames
    count, keyword_count = code.co_argcount, code.co_kwonlyargcount
    annotations = get_annotations(func, globals=evaluation[0], locals=evaluation[1], eval_str=evaluation[2])
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for at in range(count):
        given = at - count + len(defaults)
        add(names[at], _FIRST if at < code.co_posonlyargcount else _PLAIN, defaults[given] if given >= 0 else _empty)
    at = count + keyword_count
    if code.co_flags & 4:
        add(names[at], _STAR)
        at += 1
    for name in names[count:count + keyword_count]:
        add(name, _KEYWORD, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[at], _DOUBLE_STAR)
    return cls(parameters, return_annotation=annotations.get("return", _empty))


def _of_text(cls, obj, text):
    """The signature that a built-in function tells as text."""
    bound = getattr(obj, "__self__", None)
    is_bound = bound is not None and type(bound) is not type(__import__("sys"))
    for start in ("$module, /, ", "$self, /, ", "$type, /, ", "$module, ", "$module", "$self", "$type"):
        if text.startswith(start, 1):
            if start.startswith(("$self", "$type")) and not is_bound:
                text = text.replace("$", "", 1)
            else:
                text = "(" + text[1 + len(start):].removeprefix(", ")
            break
    text = text.replace("(/, ", "(").replace("(/)", "()")
    namespace = {}
    try:
        exec(f"def described{text}: pass", {}, namespace)
    except Exception:
        # A default that only the built-in function knows, or a text in no form that Python has.
        raise ValueError(f"no signature found for builtin {obj!r}") from None
    return _of_function(cls, namespace["described"], None, None, False)


def _of_partial(cls, partial, signature, *skipped):
    try:
        bound = signature.bind_partial(*skipped, *partial.args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    parameters = []
    by_keyword = False
    for name, each in signature.parameters.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if each.kind is _FIRST:
                continue
            if each.kind is _PLAIN:
                if name not in partial.keywords:
                    continue
                by_keyword = True
                each = each.replace(default=value)
            elif each.kind is _KEYWORD:
                each = each.replace(default=value)
        if by_keyword:
            if each.kind is _PLAIN:
                each = each.replace(kind=_KEYWORD)
            elif each.kind is _STAR:
                continue
        parameters.append(each)
    return signature.replace(parameters=parameters)


def _own_method(cls, name):
    """A method of a class that is written in Python."""
    method = getattr(cls, name, None)
    return None if isinstance(method, _Native) else method


def _of_class(signature_class, cls, *rest):
    call = _own_method(type(cls), "__call__")
    if call is not None:
        return _without_first(signature_of(signature_class, call, *rest))
    make, prepare = _own_method(cls, "__new__"), _own_method(cls, "__init__")
    for base in cls.__mro__:
        for name, method in (("__new__", make), ("__init__", prepare)):
            if method is not None and name in base.__dict__:
                return _without_first(signature_of(signature_class, method, *rest))
    for base in cls.__mro__ if len(cls.__mro__) == 1 else cls.__mro__[:-1]:
        text = text_of_type(base)
        if text:
            return _of_text(signature_class, base, text)
    if cls is type:
        raise ValueError(f"no signature found for builtin {cls!r}")
    if type not in cls.__mro__:
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return signature_class([])
        raise ValueError(f"no signature found for builtin type {cls!r}")
    return signature_class([Parameter("args", _STAR), Parameter("kwargs", _DOUBLE_STAR)])


def signature_of(cls, obj, follow_wrapped=True, *evaluation):
    """The signature of a callable, as an instance of `cls`."""
    rest = (follow_wrapped, *evaluation)
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, _Method):
        return _without_first(signature_of(cls, obj.__func__, *rest))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__") or isinstance(each, _Method))
        if isinstance(obj, _Method):
            return signature_of(cls, obj, *rest)
    told = getattr(obj, "__signature__", None)
    if told is not None:
        found = told() if callable(told) and not isinstance(told, (cls, str)) else told
        if isinstance(found, str):
            return _of_text(cls, obj, found)
        if not isinstance(found, cls):
            raise TypeError(f"unexpected object {told!r} in __signature__ attribute")
        return found
    if isinstance(obj, _Function):
        return _of_function(cls, obj, *evaluation)
    if isinstance(obj, _Native):
        text = text_of_function(obj)
        if not text or obj in _UNTOLD:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _of_text(cls, obj, text)
    if type(obj).__module__ == "functools" and hasattr(obj, "func") and hasattr(obj, "keywords"):
        return _of_partial(cls, obj, signature_of(cls, obj.func, *rest))
    if isinstance(obj, type):
        return _of_class(cls, obj, *rest)
    call = getattr(type(obj), "__call__", None)
    if call is not None and not isinstance(call, _Native):
        return _without_first(signature_of(cls, call, *rest))
    if call is not None:
        # Getters of operator take an object; all others are as open as a slot is.
        is_getter = type(obj).__module__ == "operator"
        return cls([Parameter("obj", _FIRST)] if is_getter else [Parameter("args", _STAR), Parameter("kwargs", _DOUBLE_STAR)])
    raise ValueError(f"callable {obj!r} is not supported by signature")
