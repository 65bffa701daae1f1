"""EnumType, the metaclass that makes the members of enumerations. Part of `enum`."""

import sys
from _enum_body import EnumDict, is_descriptor, property as enum_property

__name__ = "enum"

_not_given = object()
_mappingproxy = type(type.__dict__)


def invalid(cls, value):
    return ValueError(f"{value!r} is not a valid {cls.__qualname__}")


def aliases(enumeration):
    """The second names of values, as the messages list them."""
    members = enumeration.__members__.items()
    return ", ".join([f"{name} -> {found.name}" for name, found in members if name != found.name])


def single_bit(number):
    return number > 0 and number & (number - 1) == 0


def _dataclass_repr(self):
    fields = self.__dataclass_fields__.items()
    return ", ".join([f"{name}={getattr(self, name)!r}" for name, field in fields if field.repr])


class _Workshop:
    """Sits in a class's namespace while the class is made: its __set_name__ makes the members, and so they are there
    when the base's __init_subclass__ runs."""

    KEY = "_workshop_"

    def __init__(self, values):
        self.values = values
        self.error = None

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        try:
            for name, value in self.values:
                _make_member(cls, name, value)
        except Exception as error:
            self.error = error
            raise


def _make_member(cls, name, value):
    data_type = cls._member_type_
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(made, "_value_"):
        if data_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = data_type(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    is_flag = cls._boundary_ is not None
    if is_flag and isinstance(value, int):
        cls._flag_mask_ |= value
        if single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
    known = find_by_value(cls, value)
    if known is not None:
        made = known
    elif not is_flag or (isinstance(value, int) and single_bit(value)):
        cls._member_names_.append(name)
    bind(cls, name, made)
    record_value(cls, value, made, name)


def record_value(cls, value, made, name=None):
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name or made._name_, []).append(value)


def find_by_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    return None


def bind(cls, name, made):
    """Make the member an attribute of the class, beside whatever members inherit under the same name."""
    known = cls._member_map_.get(name)
    if known is not None:
        if known is not made:
            raise NameError(f"{name!r} is already bound: {known!r}")
        return
    cls._member_map_[name] = made
    if name in ("name", "value"):
        return  # EnumType's own descriptors find these
    hidden = None
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if found is not None and (hidden is None or isinstance(found, enum_property)):
            hidden = found
    if hidden is not None and is_descriptor(hidden):
        redirect = enum_property(getattr(hidden, "fget", None), getattr(hidden, "fset", None), getattr(hidden, "fdel", None))
        redirect.member = made
        redirect.behind = hidden
        redirect.__set_name__(cls, name)
        made = redirect
    type.__setattr__(cls, name, made)


class _MemberNamed:
    """Class-side access to `name` and `value`, which lets the members' own be ordinary, fast properties."""

    def __init__(self, name):
        self.name = name

    def __get__(self, cls, metacls=None):
        if cls is None:
            return self
        found = cls.__dict__.get("_member_map_", {}).get(self.name)
        if found is not None:
            return found
        for base in cls.__mro__:
            if self.name in base.__dict__ and base is not EnumType._root:
                found = base.__dict__[self.name]
                return found.__get__(None, cls) if hasattr(found, "__get__") else found
        raise AttributeError(f"{cls!r} has no attribute {self.name!r}")

    def __set__(self, cls, value):
        self._step_aside(type.__setattr__, cls, self.name, value)

    def __delete__(self, cls):
        self._step_aside(type.__delattr__, cls, self.name)

    def _step_aside(self, change, *args):
        type.__delattr__(EnumType, self.name)
        try:
            change(*args)
        finally:
            type.__setattr__(EnumType, self.name, self)


class EnumType(type):
    """The metaclass of enumerations."""

    _root = None  # Enum itself, once it exists
    name = _MemberNamed("name")
    value = _MemberNamed("value")

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._refuse_members_of_(bases, cls)
        body = EnumDict(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            body["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        names = classdict._member_names
        forbidden = set(names) & {"mro", ""}
        if forbidden:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, forbidden))}")
        for key in [*classdict.get("_ignore_", ()), "_ignore_"]:
            classdict.pop(key, None)
        order = classdict.pop("_order_", None)
        workshop = _Workshop([(name, classdict[name]) for name in names])
        data_type, first_enum = metacls._get_mixins_(cls, bases)
        new, keep_new, use_args = metacls._find_new_(classdict, data_type, first_enum)

        namespace = dict.copy(classdict)
        for name in names:
            del namespace[name]
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        namespace["_new_member_"] = new
        namespace["_use_args_"] = namespace.get("_use_args_", use_args)
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_unhashable_values_map_"] = {}
        namespace["_member_type_"] = data_type
        namespace["_value_repr_"] = namespace.get("_value_repr_") or metacls._find_data_repr_(cls, bases)
        if boundary is None:
            boundary = getattr(first_enum, "_boundary_", None)
        namespace["_boundary_"] = boundary
        if boundary is not None:
            namespace["_flag_mask_"] = namespace["_singles_mask_"] = namespace["_all_bits_"] = 0
            namespace["_inverted_"] = None
        if first_enum is None:
            EnumType._root = super().__new__(metacls, cls, bases, namespace)
            return EnumType._root
        namespace[_Workshop.KEY] = workshop
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            if error is workshop.error and hasattr(error, "__notes__"):
                del error.__notes__  # that __set_name__ was at work is no business of the author's
            raise
        made._adopt_methods_(namespace, data_type, first_enum, keep_new)
        if boundary is not None:
            values = [each._value_ for each in made]
            if values != sorted(values):
                made._iter_member_ = made._iter_member_by_def_
        if order is not None:
            made._check_order_(order)
        return made

    def _adopt_methods_(cls, namespace, data_type, first_enum, keep_new):
        """Let the enumeration's methods win over those of object and of the data type, where they should."""
        if any("_repr_only_" in base.__dict__ for base in cls.__bases__):
            for name in ("__format__", "__str__"):
                if name not in namespace:
                    method = getattr(data_type, name)
                    if method is object.__str__:
                        method = data_type.__repr__
                    namespace[name] = method
                    setattr(cls, name, method)
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in namespace and getattr(cls, name) in (getattr(data_type, name), getattr(object, name)):
                setattr(cls, name, getattr(first_enum, name))
        if cls._boundary_ is not None:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                ours = getattr(first_enum, name, None)
                if name not in namespace and ours is not None and getattr(cls, name) != ours:
                    setattr(cls, name, ours)
        if keep_new:
            cls.__new_member__ = cls._new_member_
        cls.__new__ = EnumType._root.__new__

    def _check_order_(cls, order):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        members = cls._member_map_
        order = [name for name in order if name not in members or name in cls._member_names_]
        if order != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}")

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is _not_given and type is None:
            try:
                return cls._value2member_map_[value]
            except (KeyError, TypeError):  # no member, or not hashable: let __new__ see
                pass
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._from_names_(
            value, None if names is _not_given else names,
            module=module, qualname=qualname, type=type, start=start, boundary=boundary,
        )

    def __contains__(cls, value):
        return isinstance(value, cls) or find_by_value(cls, value) is not None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *cls._member_names_}
        made_by = {"__new__": cls._new_member_, "__init_subclass__": cls.__init_subclass__}
        names.update(name for name, method in made_by.items() if method is not getattr(object, name))
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return map(cls._member_map_.__getitem__, cls._member_names_)

    def __reversed__(cls):
        return map(cls._member_map_.__getitem__, reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return _mappingproxy(cls._member_map_)

    def __repr__(cls):
        return f"<{'enum' if cls._boundary_ is None else 'flag'} {cls.__name__!r}>"

    def _from_names_(cls, class_name, names, *, module, qualname, type, start, boundary):
        """The functional form: an enumeration from a name and its members."""
        bases = (cls,) if type is None else (type, cls)
        metacls = cls.__class__
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
            pairs, values = [], []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get("__name__", "<unknown>")
        body["__module__"] = module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    @classmethod
    def _refuse_members_of_(metacls, bases, class_name):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """The data type of the members, and the enumeration among the bases."""
        if not bases:
            return object, EnumType._root
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = {}
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found[base._member_type_] = True
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found[candidate or base] = True
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return next(iter(found), None)

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    params = base.__dict__.get("__dataclass_params__")
                    if params is not None and params.repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(metacls, classdict, data_type, first_enum):
        """The __new__ that makes members, whether to keep it as __new_member__, and whether it takes the values."""
        new = classdict.get("__new__")
        keep = first_enum is not None and new is not None
        if first_enum is None:
            return object.__new__, keep, False
        ignored = (object.__new__, EnumType._root.__new__)
        if new is None:
            candidates = [
                getattr(source, name, None) for name in ("__new_member__", "__new__") for source in (data_type, first_enum)
            ]
            new = next((found for found in candidates if found is not None and found not in ignored), object.__new__)
        return getattr(new, "__func__", new), keep, new not in ignored
