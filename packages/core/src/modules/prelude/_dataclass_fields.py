"""Fields of dataclasses, and finding them in a class. Part of `dataclasses`."""

import sys

__name__ = "dataclasses"

FIELDS = "__dataclass_fields__"
_active = set()  # ids of the fields whose repr is under way
_mappingproxy = type(type.__dict__)


class _Slotted:
    __slots__ = ("slot",)


_member_descriptor = type(_Slotted.__dict__["slot"])
del _Slotted


class _HAS_DEFAULT_FACTORY_CLASS:
    """Stands in a signature for a default that a factory makes."""

    def __repr__(self):
        return "<factory>"


HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    """The kind of a field."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


FIELD = _FIELD_BASE("_FIELD")
CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
INITVAR = _FIELD_BASE("_FIELD_INITVAR")


class InitVar:
    """Annotates an argument of __init__ that goes to __post_init__ and not into the instance."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        plain = isinstance(self.type, type) and type(self.type) is not type(list[int])
        return f"dataclasses.InitVar[{self.type.__name__ if plain else repr(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field; made by field(), named by @dataclass."""

    __slots__ = (
        "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _mappingproxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if id(self) in _active:
            return "..."
        _active.add(id(self))
        try:
            return f"Field({','.join([f'{name}={getattr(self, name)!r}' for name in Field.__slots__])})"
        finally:
            _active.discard(id(self))

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(type(list[int]))


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING
):
    """Describe a field beyond its type: a default, and what the generated methods do with it."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(annotation):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_init_var(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _says(annotation, cls, accepts, home):
    """Whether an annotation given as text names what `accepts` accepts, directly or by way of the module `home`."""
    name, rest = _first_word(annotation)
    namespace = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    if rest.startswith("."):
        module = namespace.get(name)
        if module is None or module is not sys.modules.get(home):
            return False
        namespace = module.__dict__
        name = _first_word(rest[1:])[0]
    return accepts(namespace.get(name))


def _first_word(text):
    text = text.lstrip()
    size = 0
    while size < len(text) and (text[size].isalnum() or text[size] == "_"):
        size += 1
    return text[:size], text[size:].lstrip()


def _matches(annotation, cls, accepts, home):
    return accepts(annotation) or (isinstance(annotation, str) and _says(annotation, cls, accepts, home))


def is_kw_only_mark(annotation, cls):
    return _matches(annotation, cls, _is_kw_only, "dataclasses")


def make_field(cls, name, annotation, kw_only):
    """The field for an annotated name of a class body."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        made = field(default=MISSING if isinstance(default, _member_descriptor) else default)
    made.name = name
    made.type = annotation
    if _matches(annotation, cls, _is_class_var, "typing"):
        made._field_type = CLASSVAR
    elif _matches(annotation, cls, _is_init_var, "dataclasses"):
        made._field_type = INITVAR
    else:
        made._field_type = FIELD
    if made._field_type is not FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is not CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made._field_type is FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def own_fields(cls, kw_only):
    """The fields that the class body itself declares, in order."""
    found = []
    marked = False
    annotations = cls.__dict__.get("__annotations__", {})
    for name, annotation in annotations.items():
        if is_kw_only_mark(annotation, cls):
            if marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marked = kw_only = True
        else:
            found.append(make_field(cls, name, annotation, kw_only))
    for each in found:
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def fields(class_or_instance):
    """The fields of a dataclass or of an instance, as a tuple."""
    try:
        found = getattr(class_or_instance, FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([each for each in found.values() if each._field_type is FIELD])
