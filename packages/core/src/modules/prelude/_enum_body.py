"""The body of an enumeration: which names become members, and the marks that say so. Part of `enum`."""

__name__ = "enum"

# sunder names that a class body may define
_SUNDERS = frozenset({
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_", "_value_repr_",
})


def is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" != name[-3]


def is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" != name[-2]


def is_private(owner, name):
    prefix = f"_{owner}__"
    return name.startswith(prefix) and name != prefix and not name.endswith("__")


def is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def is_nested_class(owner, value):
    """Whether `value` is a class defined in the body of the class named `owner`."""
    if not isinstance(value, type):
        return False
    path = value.__qualname__.split(".")
    return len(path) > 1 and path[-2] == owner.rpartition(".")[2]


class _Unset:
    """The value of an auto() that has no value yet."""

    def __repr__(self):
        return "_auto_null"


_auto_null = _Unset()


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would otherwise be an attribute, such as a function."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that _generate_next_value_ supplies."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class EnumDict(dict):
    """The namespace of a class body: notes the members in order and refuses to define a name twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}  # an ordered set
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    @property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        owner = self._cls_name
        plain = False
        if owner is not None and is_private(owner, key):
            plain = True
        elif is_sunder(key):
            value = self._set_sunder(key, value)
            plain = True
        elif is_dunder(key):
            if key == "__order__":
                key = "_order_"
            plain = True
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            plain = True
        elif isinstance(value, nonmember):
            value = value.value
            plain = True
        elif is_descriptor(value) or (owner is not None and is_nested_class(owner, value)):
            plain = True
        elif key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if not plain:
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            taken = set(value) & set(self._member_names)
            if taken:
                raise ValueError(f"_ignore_ cannot specify already set names: {taken!r}")
        return value

    def _add_member(self, key, value):
        if isinstance(value, member):
            value = value.value
        remembered = False
        if isinstance(value, auto):
            value = self._resolve(key, value)
            remembered = True
        elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            parts = [self._resolve(key, part) if isinstance(part, auto) else part for part in value]
            try:
                value = type(value)(parts)
            except TypeError:  # a namedtuple takes its fields one by one
                value = type(value)(*parts)
            remembered = True
        self._member_names[key] = None
        if not remembered:
            self._last_values.append(value)
        return value

    def _resolve(self, key, mark):
        if mark.value is _auto_null:
            mark.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(mark.value)
        return mark.value

    def update(self, members, **more_members):
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in [*pairs, *more_members.items()]:
            self[name] = value


class property:
    """An attribute of members that leaves its name free for a member of the class."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = fget.__doc__ if doc is None else doc
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))
        self.member = None  # the member that shares the name
        self.behind = None  # the inherited descriptor that the member hides

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.member is not None:
                return self.member
            found = getattr(owner, "_member_map_", {}).get(self.name)
            if found is None:
                raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
            return found
        if self.fget is not None:
            return self.fget(instance)
        if self.behind is not None:
            return self.behind.__get__(instance, owner)
        if self.member is not None:
            return self.member
        raise AttributeError(f"{owner!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def _copy(self, **changed):
        made = type(self)(**{"fget": self.fget, "fset": self.fset, "fdel": self.fdel, **changed})
        if not self.overwrite_doc:
            made.__doc__ = self.__doc__
        return made

    def getter(self, fget):
        return self._copy(fget=fget)

    def setter(self, fset):
        return self._copy(fset=fset)

    def deleter(self, fdel):
        return self._copy(fdel=fdel)
