"""What few programs ask: argument lists of frames, trees of classes, states of asynchronous generators. Part of `inspect`."""

from collections import namedtuple

from inspect import isasyncgen, iscode

__name__ = "inspect"

Arguments = namedtuple("Arguments", "args varargs varkw")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")

AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = (
    "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED",
)


def getargs(co):
    """The names of the parameters of a code object, those for keywords alone among the first."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    count = co.co_argcount + co.co_kwonlyargcount
    names = iter(co.co_varnames[count:])
    varargs = next(names) if co.co_flags & 4 else None
    varkw = next(names) if co.co_flags & 8 else None
    return Arguments(list(co.co_varnames[:count]), varargs, varkw)


def getargvalues(frame):
    """The same of a frame, with its local variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(
    args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)
):
    """What getargvalues() answers, as text."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(parts)})"


def walktree(classes, children, parent):
    """The part of a tree of classes that stands below `parent`."""
    tree = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        tree.append((cls, cls.__bases__))
        if below := children.get(cls):
            tree.append(walktree(below, children, cls))
    return tree


def getclasstree(classes, unique=False):
    """Classes with their bases, those that derive from a class in a list behind it; with `unique` each stands once."""
    children, roots = {}, []
    for cls in classes:
        parents = cls.__bases__
        if unique:
            # The first base that is asked for too: what stands before it in the list of bases keeps the class as well.
            known = next((at for at, parent in enumerate(parents) if parent in classes), len(parents))
            parents = parents[: known + 1]
        if not parents and cls not in roots:
            roots.append(cls)
        for parent in parents:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def getmodulename(path):
    """The name of the module that a file of Python holds."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return name.removesuffix(".py") if name.endswith(".py") else None


def indentsize(line):
    """How far a line is indented, tabs counted as they are shown."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getasyncgenstate(agen):
    """One of the AGEN_ states."""
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return {} if agen.ag_frame is None else dict(agen.ag_frame.f_locals)


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else dict(frame.f_locals)
