"""What functions take and refer to, as plain data: getfullargspec, getcallargs, getclosurevars."""

import sys
from collections import namedtuple
from _inspect_callable import signature_of
from _inspect_signature import Signature, _empty

_Function = type(lambda: None)
_Method = type(Signature().bind)
FullArgSpec = namedtuple(
    "FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations", module="inspect"
)
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")


def getfullargspec(func):
    """The parameters of a function as a named tuple of lists."""
    try:
        told = signature_of(Signature, func, False, None, None, False)
        if isinstance(func, _Method):
            told = signature_of(Signature, func.__func__, False, None, None, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, keywords, defaults, keyword_defaults, annotations = [], [], [], {}, {}
    star = double_star = None
    if told.return_annotation is not _empty:
        annotations["return"] = told.return_annotation
    for name, each in told.parameters.items():
        if each.kind <= 1:
            args.append(name)
            if each.default is not _empty:
                defaults.append(each.default)
        elif each.kind == 2:
            star = name
        elif each.kind == 3:
            keywords.append(name)
            if each.default is not _empty:
                keyword_defaults[name] = each.default
        else:
            double_star = name
        if each.annotation is not _empty:
            annotations[name] = each.annotation
    return FullArgSpec(
        args, star, double_star, tuple(defaults) or None, keywords, keyword_defaults or None, annotations
    )


def getcallargs(func, /, *positional, **named):
    """The values that the parameters of a function have in a call."""
    if isinstance(func, _Method):
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = Signature.from_callable(func).bind(*positional, **named)
    given = bound.arguments
    bound.apply_defaults()
    return given | bound.arguments


def getclosurevars(func):
    """The names that a function refers to outside of itself, as a named tuple of dicts."""
    if isinstance(func, _Method):
        func = func.__func__
    if not isinstance(func, _Function):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    builtin = vars(sys.modules["builtins"])
    used, provided, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            used[name] = func.__globals__[name]
        elif name in builtin:
            provided[name] = builtin[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, used, provided, unbound)
