"""The source text of the methods that dataclasses get. Part of `dataclasses`."""

import sys
from _dataclass_fields import HAS_DEFAULT_FACTORY, INITVAR, MISSING

__name__ = "dataclasses"


class FrozenInstanceError(AttributeError):
    """An attempt to change a frozen instance."""


class Methods:
    """Collects the methods of one class, compiles them in one go, and puts them in."""

    def __init__(self, cls):
        self.cls = cls
        self.source = []
        self.owner = [cls]
        self.scope = {
            "__dc_set__": object.__setattr__, "__dc_factory__": HAS_DEFAULT_FACTORY, "__dc_frozen__": FrozenInstanceError,
            "__dc_active__": set(), "__dc_owner__": self.owner, "__dc_hash__": hash, "__dc_id__": id, "__dc_type__": type,
            "__dc_super__": super,
        }
        self.annotations = {}

    def add(self, name, params, body, annotations=None, conflict=None):
        """Add `def name(params): body`. Where the class has its own: leave it, or raise TypeError with `conflict`."""
        if name in self.cls.__dict__:
            if conflict is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {self.cls.__name__}{conflict}")
            return
        self.source += [f" def {name}({params}):", *[f"  {line}" for line in body]]
        self.annotations[name] = annotations

    def install(self):
        head = f"def __dc_make__({', '.join(self.scope)}):"
        tail = f" return {''.join([f'{name}, ' for name in self.annotations]) or '()'}"
        made = {}
        module = sys.modules.get(self.cls.__module__)
        exec("\n".join([head, *self.source, tail]), {} if module is None else module.__dict__, made)
        functions = made["__dc_make__"](**self.scope)
        for function, (name, annotations) in zip(functions, self.annotations.items()):
            function.__qualname__ = f"{self.cls.__qualname__}.{name}"
            if annotations is not None:
                function.__annotations__ = annotations
            setattr(self.cls, name, function)


def add_init(methods, fields, positional, kw_only, frozen, slots):
    """__init__ takes the fields in order, those that are keyword-only after the others."""
    with_default = None
    for each in positional:
        if not each.init:
            continue
        if each.default is not MISSING or each.default_factory is not MISSING:
            with_default = each
        elif with_default is not None:
            raise TypeError(f"non-default argument {each.name!r} follows default argument {with_default.name!r}")
    self_name = "__dataclass_self__" if any(each.name == "self" for each in fields) else "self"
    scope, body, annotations = methods.scope, [], {}

    def parameter(each):
        annotations[each.name] = each.type
        if each.default is not MISSING:
            return f"{each.name}=__dc_default_{each.name}__"
        return each.name if each.default_factory is MISSING else f"{each.name}=__dc_factory__"

    for each in fields:
        name, value = each.name, each.name
        if each.default is not MISSING:
            scope[f"__dc_default_{name}__"] = each.default
        if each.default_factory is not MISSING:
            scope[f"__dc_default_{name}__"] = each.default_factory
            value = f"__dc_default_{name}__()"
            if each.init:
                value += f" if {name} is __dc_factory__ else {name}"
        elif not each.init:
            if not slots or each.default is MISSING:
                continue  # the class attribute, if any, serves
            value = f"__dc_default_{name}__"
        if each._field_type is not INITVAR:
            body.append(f"__dc_set__({self_name}, {name!r}, {value})" if frozen else f"{self_name}.{name} = {value}")
    if hasattr(methods.cls, "__post_init__"):
        body.append(f"{self_name}.__post_init__({', '.join([each.name for each in fields if each._field_type is INITVAR])})")
    params = [self_name, *[parameter(each) for each in positional if each.init]]
    if any(each.init for each in kw_only):
        params += ["*", *[parameter(each) for each in kw_only if each.init]]
    annotations["return"] = None
    methods.add("__init__", ", ".join(params), body or ["pass"], annotations)


def add_repr(methods, fields):
    shown = ", ".join([f"{each.name}={{self.{each.name}!r}}" for each in fields if each.repr])
    methods.add("__repr__", "self", [
        "key = __dc_id__(self)",
        "if key in __dc_active__:",
        " return '...'",
        "__dc_active__.add(key)",
        "try:",
        f" return f'{{self.__class__.__qualname__}}({shown})'",
        "finally:",
        " __dc_active__.discard(key)",
    ])


def add_eq(methods, fields):
    same = " and ".join([f"self.{each.name} == other.{each.name}" for each in fields if each.compare])
    methods.add("__eq__", "self, other", [
        "if self is other:",
        " return True",
        "if other.__class__ is self.__class__:",
        f" return {same or True}",
        "return NotImplemented",
    ])


def _tuple_of(owner, fields):
    return f"({''.join([f'{owner}.{each.name}, ' for each in fields])})"


def add_order(methods, fields):
    compared = [each for each in fields if each.compare]
    for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
        methods.add(name, "self, other", [
            "if other.__class__ is self.__class__:",
            f" return {_tuple_of('self', compared)} {sign} {_tuple_of('other', compared)}",
            "return NotImplemented",
        ], conflict=" Consider using functools.total_ordering")


def add_hash(methods, fields):
    hashed = [each for each in fields if (each.compare if each.hash is None else each.hash)]
    methods.add("__hash__", "self", [f"return __dc_hash__({_tuple_of('self', hashed)})"])


def add_frozen(methods, fields):
    names = "".join([f"{each.name!r}, " for each in fields])
    for name, params, verb in (("__setattr__", "name, value", "assign to"), ("__delattr__", "name", "delete")):
        methods.add(name, f"self, {params}", [
            f"if __dc_type__(self) is __dc_owner__[0] or name in ({names}):",
            f" raise __dc_frozen__(f'cannot {verb} field {{name!r}}')",
            f"__dc_super__(__dc_owner__[0], self).{name}({params})",
        ], conflict="")


def signature_text(positional, kw_only):
    """The parameters of the generated __init__ as inspect.signature() prints them."""

    def annotation(kind):
        if isinstance(kind, type) and type(kind) is not type(list[int]):
            return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
        return repr(kind).replace("typing.", "")

    def parameter(each):
        text = f"{each.name}: {annotation(each.type)}"
        if each.default is not MISSING:
            return f"{text} = {each.default!r}"
        return text if each.default_factory is MISSING else f"{text} = <factory>"

    params = [parameter(each) for each in positional if each.init]
    if any(each.init for each in kw_only):
        params += ["*", *[parameter(each) for each in kw_only if each.init]]
    return f"({', '.join(params)})"
