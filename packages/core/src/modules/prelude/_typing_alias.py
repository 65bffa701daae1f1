"""The generic aliases: what subscribing a class or a special form gives. Part of `typing`."""

from _typing import Generic, TypeVarTuple
from _typing_core import (
    Closed, GenericAlias, SpecialForm, UnionType, _make_union, _type_check, collect_parameters, convert, is_dunder, is_parameter_expression,
    is_plain_protocol, is_unpacked_type_var_tuple, remember, type_repr, unpack_args,
)

__name__ = "typing"

_OWN = frozenset({"_inst", "_name", "_nparams", "_defaults"})


class _BaseGenericAlias(Closed, _root=True):
    """An alias of a class, or of a special form, with or without arguments: stands for it, but for dunder attributes."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:  # whatever the object's __setattr__ raises
            pass
        return made

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for later in bases[bases.index(self) + 1:]:
            if isinstance(later, _BaseGenericAlias):
                return tuple(entries)
            given = (later,) if isinstance(later, type) else getattr(later, "__mro_entries__", tuple)(bases)
            if isinstance(given, tuple) and any(isinstance(base, type) and issubclass(base, Generic) for base in given):
                return tuple(entries)
        return (*entries, Generic)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self.__origin__.__name__ if self._name is None else self._name
        if name != "__origin__" and not is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if is_dunder(name) or name in _OWN:
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        cls = type(obj)
        return self.__subclasscheck__(cls)

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return sorted({*object.__dir__(self), *[name for name in dir(self.__origin__) if not is_dunder(name)]})

    def __or__(self, right):
        return _make_union(self, right)

    def __ror__(self, left):
        return _make_union(left, self)


def _new_args(alias, args):
    """The arguments of an alias, with types in place of its parameters."""
    params = alias.__parameters__
    if not params:
        raise TypeError(f"{alias} is not a generic class")
    args = unpack_args(args)
    for param in params:
        prepare = getattr(param, "__typing_prepare_subst__", None)
        if prepare:
            args = prepare(alias, args)
    wanted, given = len(params), len(args)
    if given != wanted:
        how = "many" if given > wanted else "few"
        raise TypeError(f"Too {how} arguments for {alias}; actual {given}, expected {wanted}")
    spreads = getattr(alias, "__name__", None) == "Callable"
    return tuple(_replaced(alias.__args__, dict(zip(params, args)), spreads))


def _replaced(args, by_param, spreads):
    made = []
    for old in args:
        if isinstance(old, type):
            made.append(old)
            continue
        if hasattr(old, "__typing_subst__"):
            new = old.__typing_subst__(by_param[old])
        elif inner := getattr(old, "__parameters__", ()):
            given = []
            for param in inner:
                if isinstance(param, TypeVarTuple):
                    given += by_param[param]
                else:
                    given.append(by_param[param])
            new = old[tuple(given)]
        else:
            new = old
        if isinstance(new, tuple) and (spreads or is_unpacked_type_var_tuple(old)):
            made += new
        elif isinstance(old, tuple):
            made.append(tuple(_replaced(old, by_param, spreads)))
        else:
            made.append(new)
    return made


def _alias_parameters(args):
    """The type parameters of list[T] or T | int."""
    return collect_parameters(args, enforce_default_ordering=False)


def _substitute_alias(alias, args):
    """list[T][int], or (T | int)[str]."""
    made = _new_args(alias, args if isinstance(args, tuple) else (args,))
    if isinstance(alias, UnionType):
        union = made[0]
        for arg in made[1:]:
            union |= arg
        return union
    made = GenericAlias(alias.__origin__, made)
    return next(iter(made)) if alias.__unpacked__ else made


class _GenericAlias(_BaseGenericAlias, _root=True):
    """An alias with arguments: List[int], Box[T], ClassVar[int]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        args = args if isinstance(args, tuple) else (args,)
        self.__args__ = args
        strict = origin is Generic or is_plain_protocol(origin)
        self.__parameters__ = collect_parameters(args, enforce_default_ordering=strict)
        if name is None:
            self.__module__ = origin.__module__

    def _identity(self):
        """What equal aliases have in common."""
        return self.__origin__, self.__args__

    def __eq__(self, other):
        return self._identity() == other._identity() if isinstance(other, _GenericAlias) else NotImplemented

    def __hash__(self):
        return hash(self._identity())

    @remember
    def __getitem__(self, args):
        origin = self.__origin__
        if origin is Generic or is_plain_protocol(origin):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        args = tuple([convert(arg) for arg in (args if isinstance(args, tuple) else (args,))])
        return self.copy_with(_new_args(self, args))

    def copy_with(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else type_repr(self.__origin__)
        return f"{name}[{', '.join(map(type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        import operator
        import typing

        origin = getattr(typing, self._name) if self._name else self.__origin__
        args = self.__args__
        return operator.getitem, (origin, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if any(is_plain_protocol(base) for base in bases):
                return ()
            for later in bases[bases.index(self) + 1:]:
                if isinstance(later, _BaseGenericAlias) and later is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        import typing

        yield typing.Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """A class of the library under typing's name: List, Iterable."""

    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=origin.__name__ if name is None else name)
        self._nparams = nparams
        self._defaults = defaults
        self.__doc__ = f"{type_repr(origin)} under its older name for annotations."

    @remember
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([_type_check(param, "Parameters to generic types must be types.") for param in params])
        wanted, given, defaults = self._nparams, len(params), self._defaults
        if given < wanted <= given + len(defaults):
            params += defaults[given - wanted:]
            given = wanted
        if not wanted:
            raise TypeError(f"{self} is not a generic class")
        if given != wanted:
            expected = f"at least {wanted - len(defaults)}" if defaults else wanted
            how = "many" if given > wanted else "few"
            raise TypeError(f"Too {how} arguments for {self}; actual {given}, expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_GenericAlias, _root=True):
    """Callable[arguments, result] with its arguments laid flat."""

    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and is_parameter_expression(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(type_repr, args[:-1]))}], {type_repr(args[-1])}]"

    def __reduce__(self):
        import operator
        import typing

        args = self.__args__
        if not (len(args) == 2 and is_parameter_expression(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (typing.Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._make((tuple(args) if isinstance(args, list) else args, result))

    @remember
    def _make(self, params):
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with((*map(convert, args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @remember
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if len(params) >= 2 and params[-1] is ...:
            checked = [_type_check(param, "Tuple[t, ...]: t must be a type.") for param in params[:-1]]
            return self.copy_with((*checked, ...))
        message = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple([_type_check(param, message) for param in params]))


class _UnionGenericAlias(_GenericAlias, _root=True):
    """Union[int, str]: equal whatever the order, and good for isinstance()."""

    __iter__ = None

    def copy_with(self, params):
        return self.__origin__[params]

    def _identity(self):
        return frozenset(self.__args__)

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        ours, theirs = self.__args__, other.__args__
        try:
            return frozenset(ours) == frozenset(theirs)
        except TypeError:  # an argument that cannot be hashed
            return all(arg in theirs for arg in ours) and all(arg in ours for arg in theirs)

    __hash__ = _GenericAlias.__hash__

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{type_repr(args[1] if args[0] is type(None) else args[0])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        import operator

        return operator.getitem, (self.__origin__, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    """Literal[1, "a"]: equal whatever the order, and by type too, so that 1 is not True."""

    __iter__ = None

    def _identity(self):
        return self.__origin__, frozenset([(arg, type(arg)) for arg in self.__args__])


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    """Concatenate[int, P]."""

    __iter__ = None

    def copy_with(self, params):
        last = params[-1]
        if isinstance(last, (list, tuple)):
            return (*params[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*params[:-1], *last.__args__)
        return super().copy_with(params)


class _AnnotatedAlias(_GenericAlias, _root=True):
    """Annotated[int, data]: acts as its first argument."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if type(origin) is _AnnotatedAlias:
            origin, metadata = origin.__origin__, (*origin.__metadata__, *metadata)
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return type(self)(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        import operator
        import typing

        return operator.getitem, (typing.Annotated, (self.__origin__, *self.__metadata__))

    def _identity(self):
        return self.__origin__, self.__metadata__

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    """Unpack[Ts], which prints as *Ts... of a tuple type, or of a TypedDict."""

    def __repr__(self):
        return f"typing.Unpack[{type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        inner = self.__args__[0]
        return isinstance(inner, TypeVarTuple)
