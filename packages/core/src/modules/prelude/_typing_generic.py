"""Generic classes: what the native type parameters and Generic ask of Python. Part of `typing`."""

from _typing import Generic, ParamSpec, TypeVar, TypeVarTuple
from _typing_alias import _GenericAlias, _UnpackGenericAlias
from _typing_core import (
    _type_check, collect_parameters, convert, is_parameter_expression, is_plain_protocol, is_unpacked_type_var_tuple,
    unpack_args,
)

__name__ = "typing"


def _generic_class_getitem(cls, args):
    """Box[int]; and Generic[T], Protocol[T], which name the parameters."""
    args = tuple(map(convert, args if isinstance(args, tuple) else (args,)))
    if cls is Generic or is_plain_protocol(cls):
        name = cls.__name__
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(isinstance(arg, (TypeVar, ParamSpec)) or is_unpacked_type_var_tuple(arg) for arg in args):
            raise TypeError(
                f"Parameters to {name}[...] must all be type variables or parameter specification variables."
            )
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {name}[...] must all be unique")
        return _GenericAlias(cls, args)
    params = cls.__parameters__
    for param in params:
        prepare = getattr(param, "__typing_prepare_subst__", None)
        if prepare:
            args = prepare(cls, args)
    _check_count(cls, params, len(args))
    made = []
    for param, arg in zip(params, args):
        if isinstance(param, TypeVarTuple):
            made += arg
        else:
            made.append(arg)
    return _GenericAlias(cls, tuple(made))


def _check_count(cls, params, given):
    wanted = len(params)
    if not wanted:
        raise TypeError(f"{cls} is not a generic class")
    if given == wanted:
        return
    expected = wanted
    if given < wanted:
        if params[given].has_default():
            return
        wanted -= sum(param.has_default() for param in params)
        if wanted != expected:
            expected = f"at least {wanted}"
    how = "many" if given > wanted else "few"
    raise TypeError(f"Too {how} arguments for {cls}; actual {given}, expected {expected}")


def _generic_init_subclass(cls, *args, **kwargs):
    """Work out the type parameters of a new class from the bases as written."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get("__orig_bases__")
    if bases is None:
        if Generic in cls.__bases__ and not is_plain_protocol(cls) and cls.__name__ != "Protocol" and not _is_typed_dict(cls):
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = ()
        return
    if Generic in bases:
        raise TypeError("Cannot inherit from plain Generic")
    params = collect_parameters(bases)
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            listed = base.__parameters__
    if listed is not None:
        unlisted = [str(param) for param in params if param not in listed]
        if unlisted:
            raise TypeError(
                f"Some type variables ({', '.join(unlisted)}) are not listed in Generic[{', '.join(map(str, listed))}]"
            )
        params = listed
    cls.__parameters__ = tuple(params)


def _is_typed_dict(cls):
    return type(cls).__name__ == "_TypedDictMeta"


def _typevar_subst(self, arg):
    """The type that takes the place of a TypeVar."""
    arg = _type_check(arg, "Parameters to generic types must be types.")
    if isinstance(arg, _UnpackGenericAlias) or getattr(arg, "__unpacked__", False) is True:
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    """Group the arguments so that those for the TypeVarTuple are one tuple in its place."""
    params = alias.__parameters__
    place = params.index(self)
    if any(isinstance(param, TypeVarTuple) for param in params[place + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    left, right, count = place, len(params) - place - 1, len(args)
    endless = filler = None
    for index, arg in enumerate(args):
        inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if endless is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            endless, filler = index, inner[0]
    if endless is not None:
        left = min(left, endless)
        right = min(right, count - endless - 1)
    elif left + right > count:
        raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {len(params) - 1}")
    if left == count - right and self.has_default():
        middle = unpack_args([self.__default__])
    else:
        middle = args[left:count - right]
    before = [filler] * (place - left)
    after = [filler] * (len(params) - right - left - len(before) - 1)
    return *args[:left], *before, tuple(middle), *after, *args[count - right:]


def _paramspec_subst(self, arg):
    """The parameters that take the place of a ParamSpec."""
    if isinstance(arg, (list, tuple)):
        return tuple([_type_check(each, "Expected a type.") for each in arg])
    if not is_parameter_expression(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    """Let a list of types, or for a sole ParamSpec all the arguments, be one argument."""
    params = alias.__parameters__
    place = params.index(self)
    if place == len(args) and self.has_default():
        args = (*args, self.__default__)
    if place >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(params) == 1 and not is_parameter_expression(args[0]):
        return (tuple(args),)
    if isinstance(args[place], list):
        return *args[:place], tuple(args[place]), *args[place + 1:]
    return args
