"""What help() prints: signatures, docstrings, members."""

import sys
from _help import attribute, signature as native_signature

_Module = type(sys)
_Function = type(lambda: None)
_Method = type((lambda self: None).__get__(""))
_Native = (type(len), type(list.append), type(int.__add__), type((1).__add__), type(dict.__dict__["fromkeys"]))
_Attribute = (type(_Function.__dict__["__code__"]), type(_Function.__dict__["__globals__"]))
_WIDTH = 79


def _get(obj, name):
    """An attribute, None where there is none or Python code fails to answer it."""
    try:
        return getattr(obj, name, None)
    except Exception:
        return None


def _doc(obj):
    """The lines of its docstring, without the indentation that they share."""
    doc = _get(obj, "__doc__")
    if not isinstance(doc, str) or not doc.strip():
        return []
    first, *others = [line.rstrip() for line in doc.expandtabs().strip().split("\n")]
    margin = min([len(line) - len(line.lstrip()) for line in others if line], default=0)
    return [first, *[line[margin:] for line in others]]


def _name(obj):
    """Its name; that of its class where it has none."""
    name = _get(obj, "__name__")
    return name if isinstance(name, str) else type(obj).__name__


def _shown(value):
    """The value in a line."""
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[:_WIDTH - 3] + "..."


def _indented(lines, margin="    "):
    return [margin + line if line else line for line in lines]


def _annotation(value):
    """A type as source writes it."""
    if isinstance(value, str):
        return value
    return value.__qualname__ if isinstance(value, type) else _shown(value)


def _python_signature(func, bound):
    """The parameters and result of a function written in Python, as its definition has them."""
    code = func.__code__
    annotations = func.__annotations__
    count, last = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    names = code.co_varnames
    defaults = func.__defaults__ or ()
    given = dict(zip(names[count - len(defaults):count], defaults)) | (func.__kwdefaults__ or {})

    def part(name, stars=""):
        typed = name in annotations
        text = f"{stars}{name}: {_annotation(annotations[name])}" if typed else stars + name
        if name not in given:
            return text
        return text + (" = " if typed else "=") + _shown(given[name])

    parts = [part(name) for name in names[:count]]
    if code.co_posonlyargcount:
        parts.insert(code.co_posonlyargcount, "/")
    if bound:
        parts = parts[2:] if parts[1:2] == ["/"] else parts[1:]
    if code.co_flags & 4:
        parts.append(part(names[last], "*"))
    elif last > count:
        parts.append("*")
    parts += [part(name) for name in names[count:last]]
    if code.co_flags & 8:
        parts.append(part(names[last + bool(code.co_flags & 4)], "**"))
    result = f" -> {_annotation(annotations['return'])}" if "return" in annotations else ""
    return f"({', '.join(parts)}){result}", bool(code.co_flags & 128)


def _parameters(func, bound):
    """The signature as text, and whether a call is awaited; `bound` says that the first parameter is not the caller's."""
    native = native_signature(func)
    if native is not None:
        return native
    if isinstance(func, _Method):
        func, bound = func.__func__, True
    for _ in range(16):
        inner = _get(func, "__wrapped__")
        if inner is None:
            break
        func = inner
    return _python_signature(func, bound) if isinstance(func, _Function) else ("(...)", False)


def _function(name, func, bound=False):
    text, is_awaited = _parameters(func, bound)
    return f"async {name}{text}" if is_awaited else name + text


def _is_function(value):
    return isinstance(value, (_Function, _Method, _Native))


def _constructor(cls):
    """What makes an instance, and its signature; "" where only the host makes them."""
    for base in cls.__mro__[:-1]:
        for name in ("__init__", "__new__"):
            func = base.__dict__.get(name)
            if func is not None:
                func = getattr(func, "__func__", func)
                text = _parameters(func, True)[0].removesuffix(" -> None")
                return func, "" if text.endswith("-> Never") else text
    return None, "()"


def _class_head(cls):
    bases = ", ".join([_name(base) for base in cls.__bases__ if base is not object])
    return f"class {_name(cls)}{_constructor(cls)[1]}" + (f", derived from {bases}" if bases else "")


def _property(name, member):
    """The line of a computed attribute; None for other members."""
    if isinstance(member, property):
        annotations = _get(member.fget, "__annotations__")
        known = isinstance(annotations, dict) and "return" in annotations
        annotation = _annotation(annotations["return"]) if known else None
        is_read_only = member.fset is None
    elif (told := attribute(member)) is not None:
        annotation, is_read_only = told
    elif isinstance(member, _Attribute):
        annotation, is_read_only = None, False
    else:
        return None
    line = name if annotation is None else f"{name}: {annotation}"
    return line + "  (read-only)" if is_read_only else line


def _members(cls):
    """All members by name, those of derived classes first."""
    found = {}
    for base in cls.__mro__[:-1]:
        for name, member in list(base.__dict__.items()):
            found.setdefault(name, member)
    return found


_UNSAID = frozenset(
    "__annotations__ __class_getitem__ __dict__ __doc__ __firstlineno__ __getstate__ __init__ __init_subclass__ "
    "__match_args__ __module__ __new__ __orig_bases__ __parameters__ __qualname__ __reduce__ __reduce_ex__ __slots__ "
    "__static_attributes__ __subclasshook__ __type_params__ __weakref__".split()
)


def _class_body(cls):
    sections = {
        "Methods": [], "Class methods": [], "Static methods": [], "Properties": [], "Classes": [], "Constants": [],
    }
    special = []
    for name, member in _members(cls).items():
        if name.startswith("__") and name.endswith("__"):
            if name not in _UNSAID and callable(member):
                special.append(name)
        elif name.startswith("_"):
            continue
        elif isinstance(member, staticmethod):
            func = member.__func__
            sections["Static methods"] += [_function(name, func), *_indented(_doc(func)[:1])]
        elif isinstance(member, classmethod):
            func = member.__func__
            sections["Class methods"] += [_function(name, func, True), *_indented(_doc(func)[:1])]
        elif isinstance(member, type(dict.__dict__["fromkeys"])):
            sections["Class methods"] += [_function(name, member), *_indented(_doc(member)[:1])]
        elif _is_function(member):
            sections["Methods"] += [_function(name, member, True), *_indented(_doc(member)[:1])]
        elif (line := _property(name, member)) is not None:
            sections["Properties"] += [line, *_indented(_doc(member)[:1])]
        elif isinstance(member, type):
            sections["Classes"] += [_class_head(member), *_indented(_doc(member)[:1])]
        else:
            sections["Constants"].append(f"{name} = {_shown(member)}")
    made_by, signature = _constructor(cls)
    made_doc = [] if made_by is None else _doc(made_by)
    made = {"Constructor": [_name(cls) + signature, *_indented(made_doc)] if made_doc else []}
    return [*_doc(cls), *_sections(made | sections), *_words("Special methods", special)]


def _sections(sections):
    lines = []
    for title, content in sections.items():
        if content:
            lines += ["", f"{title}:", *_indented(content)]
    return lines


def _words(title, words):
    """A section of names alone, as many in a line as fit."""
    lines = []
    for word in words:
        if lines and len(lines[-1]) + len(word) < _WIDTH - 8:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return ["", f"{title}:", *_indented(lines)] if lines else []


def _module_body(module):
    sections = {"Functions": [], "Classes": [], "Constants": []}
    own = _name(module)
    public = _get(module, "__all__")
    public = public if isinstance(public, (list, tuple)) else None
    for name, value in list(vars(module).items()):
        if public is not None and name not in public or public is None and name.startswith("_"):
            continue
        is_foreign = public is None and _get(value, "__module__") not in (own, None)
        if isinstance(value, type):
            if not is_foreign:
                sections["Classes"] += [_class_head(value), *_indented(_doc(value)[:1])]
        elif _is_function(value):
            if not is_foreign:
                sections["Functions"] += [_function(name, value), *_indented(_doc(value)[:1])]
        elif not isinstance(value, _Module):
            sections["Constants"].append(f"{name} = {_shown(value)}")
    return [*_doc(module), *_sections(sections)]


def _place(obj):
    module = _get(obj, "__module__")
    return f" in module {module}" if isinstance(module, str) else ""


def _owner(func):
    """The class whose method it is, if any."""
    bound = _get(func, "__self__")
    if bound is None or isinstance(bound, _Module):
        return _get(func, "__objclass__")
    return bound if isinstance(bound, type) else type(bound)


def _page(obj):
    """The title, what the object is in a line or None, and the lines about it."""
    name = _name(obj)
    if isinstance(obj, _Module):
        return f"module {name}", None, _module_body(obj)
    if isinstance(obj, type):
        return f"class {name}{_place(obj)}", _class_head(obj), _class_body(obj)
    if _is_function(obj):
        owner = _owner(obj)
        title = f"function {name}{_place(obj)}" if owner is None else f"method {name} of class {_name(owner)}"
        return title, _function(name, obj), _doc(obj)
    line = _property(name, obj)
    if line is not None:
        return f"property {name}", line, _doc(obj)
    return f"{_name(type(obj))} object", _class_head(type(obj)), _class_body(type(obj))


def _located(path):
    """What a dotted name stands for: a built-in name, a module, or what is in one; None for nothing."""
    import builtins
    first, *parts = path.split(".")
    obj = vars(builtins).get(first)
    if obj is None:
        try:
            obj = __import__(first)
        except Exception:
            return None
    for part in parts:
        if obj is not None:
            obj = _get(obj, part)
    return obj


def help(obj):
    if isinstance(obj, str):
        found = _located(obj)
        if found is None:
            print(f"There is no help on {obj!r}; help(str) tells of the class str.")
            return
        obj = found
    title, head, body = _page(obj)
    body = body or ["No documentation."]
    if head is not None:
        body = [head, *_indented(body)]
    elif not body[0]:
        del body[0]
    print("\n".join([f"Help on {title}:", "", *body]))
