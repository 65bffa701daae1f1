"""The special forms that take parameters: Union, Literal, ClassVar, Annotated and so on. Part of `typing`."""

from _typing import ParamSpec
from _typing_alias import (
    _AnnotatedAlias, _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias, _UnionGenericAlias, _UnpackGenericAlias,
)
from _typing_core import (
    CachedForm, UnionType, _type_check, is_unpacked_type_var_tuple, without_duplicates,
)

__name__ = "typing"


@CachedForm
def Union(self, parameters):
    """Union[int, str] is one or the other; X | Y is the same."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for param in parameters:
        param = _type_check(param, "Union[arg, ...]: each arg must be a type.")
        if isinstance(param, (_UnionGenericAlias, UnionType)):
            flat += param.__args__
        else:
            flat.append(param)
    found = without_duplicates(flat)
    if len(found) == 1:
        return found[0]
    name = "Optional" if len(found) == 2 and type(None) in found else None
    return _UnionGenericAlias(self, tuple(found), name=name)


@CachedForm
def Optional(self, parameters):
    """Optional[int] is int or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@CachedForm
def Literal(self, parameters):
    """Literal["r", "w"] is one of these values."""
    flat = []
    for param in parameters if isinstance(parameters, tuple) else (parameters,):
        if isinstance(param, _LiteralGenericAlias):
            flat += param.__args__
        else:
            flat.append(param)
    try:
        flat = [value for value, _ in dict.fromkeys([(value, type(value)) for value in flat])]
    except TypeError:  # values that cannot be hashed stay as they are
        pass
    return _LiteralGenericAlias(self, tuple(flat))


def _single(name, doc, message="{} accepts only single type.", form=CachedForm, **options):
    """A form with one type as its parameter."""

    def getitem(self, parameters):
        shown = name if name in ("Required", "NotRequired", "ReadOnly") else self
        return _GenericAlias(self, (_type_check(parameters, message.format(shown), **options),))

    getitem.__name__ = name
    getitem.__doc__ = doc
    return form(getitem)


ClassVar = _single("ClassVar", "An attribute of the class, not of its instances.", allow_special_forms=True)
Final = _single("Final", "A name that is not assigned again.", allow_special_forms=True)
TypeGuard = _single("TypeGuard", "What a function returns that tells whether its argument is of this type.")
TypeIs = _single("TypeIs", "Like TypeGuard, and False means that it is not of this type.")
Required = _single("Required", "A key that a TypedDict must have.", "{} accepts only a single type.", allow_special_forms=True)
NotRequired = _single(
    "NotRequired", "A key that a TypedDict may lack.", "{} accepts only a single type.", allow_special_forms=True
)
ReadOnly = _single("ReadOnly", "A key of a TypedDict that is not assigned.", "{} accepts only a single type.")


@CachedForm
def Concatenate(self, parameters):
    """Concatenate[int, P] is the parameters of P after an int."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *first, last = parameters if isinstance(parameters, tuple) else (parameters,)
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    checked = [_type_check(param, "Concatenate[arg, ...]: each arg must be a type.") for param in first]
    return _ConcatenateGenericAlias(self, (*checked, last))


@CachedForm
def Unpack(self, parameters):
    """Unpack[Ts] is *Ts; Unpack[D] types **kwargs by a TypedDict."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@CachedForm
def Annotated(self, params):
    """Annotated[int, data] is int, with data for those who look."""
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if is_unpacked_type_var_tuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, params[1:])
