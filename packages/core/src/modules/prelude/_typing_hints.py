"""Forward references and get_type_hints(). Part of `typing`."""

import sys
from _typing import Generic, ParamSpecArgs, ParamSpecKwargs
from _typing_alias import _AnnotatedAlias, _BaseGenericAlias, _GenericAlias
from _typing_core import FunctionType, GenericAlias, UnionType, _make_union, _type_check, is_parameter_expression
from _typing_forms import Annotated, NotRequired, ReadOnly, Required, Unpack

__name__ = "typing"

_ModuleType = type(sys)
_WITHOUT_HINTS = (type(len), type([].append), FunctionType, type(str.join), type(object.__init__), type(object().__str__), _ModuleType)


class ForwardRef:
    """A type given as text, to be evaluated when it is asked for."""

    __slots__ = (
        "__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
        "__forward_is_class__", "__forward_module__",
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(f"({arg},)[0]" if arg.startswith("*") else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
        text = self.__forward_arg__
        if text in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None:
            globalns = {} if localns is None else localns
        if localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            globalns, localns = {**globalns}, {**localns}
            for param in type_params:
                name = param.__name__
                if not self.__forward_is_class__ or name not in globalns:
                    globalns[name] = param
                    localns.pop(name, None)
        found = _type_check(
            eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
            is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__,
        )
        self.__forward_value__ = evaluate(found, globalns, localns, type_params, recursive_guard=recursive_guard | {text})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if all([each.__forward_evaluated__ for each in (self, other)]):
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _is_flat_callable(tp, args):
    """Whether the arguments are those of a Callable with a list of parameters, laid flat."""
    if getattr(tp.__origin__, "__name__", None) != "Callable":
        return False
    return not (len(args) == 2 and is_parameter_expression(args[0]))


def _with_args(tp, args):
    """The alias or union again, with other arguments."""
    if isinstance(tp, GenericAlias):
        if _is_flat_callable(tp, args):
            return tp.__origin__[list(args[:-1]), args[-1]]
        made = GenericAlias(tp.__origin__, args)
        return next(iter(made)) if getattr(tp, "__unpacked__", False) else made
    if isinstance(tp, UnionType):
        made = args[0]
        for arg in args[1:]:
            made = made | arg
        return made
    return tp.copy_with(args)


def evaluate(tp, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """The type with its forward references evaluated."""
    if isinstance(tp, ForwardRef):
        return tp._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(tp, (_GenericAlias, GenericAlias, UnionType)):
        return tp
    args = tp.__args__
    if isinstance(tp, GenericAlias):
        args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in args])
        if getattr(tp, "__unpacked__", False):
            tp = Unpack[tp.__origin__[args]]
            args = tp.__args__
    found = tuple([evaluate(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in args])
    return tp if found == tp.__args__ else _with_args(tp, found)


def _strip_annotations(tp):
    """The type without Annotated, Required, NotRequired and ReadOnly."""
    if isinstance(tp, _AnnotatedAlias):
        return _strip_annotations(tp.__origin__)
    if getattr(tp, "__origin__", None) in (Required, NotRequired, ReadOnly):
        return _strip_annotations(tp.__args__[0])
    if isinstance(tp, (_GenericAlias, GenericAlias, UnionType)):
        args = tuple(map(_strip_annotations, tp.__args__))
        return tp if args == tp.__args__ else _with_args(tp, args)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with text evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = _hints_of_class(obj, globalns, localns) if isinstance(obj, type) else _hints_of(obj, globalns, localns)
    return hints if include_extras else {name: _strip_annotations(tp) for name, tp in hints.items()}


def _hints_of_class(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        names = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
        own = dict(vars(base)) if localns is None else localns
        if globalns is localns is None:
            names, own = own, names  # the class's names count as globals: the module's are still found, as locals
        annotations = base.__dict__.get("__annotations__", {})
        for name, value in annotations.items() if isinstance(annotations, dict) else ():
            if value is None:
                value = type(None)
            elif isinstance(value, str):
                value = ForwardRef(value, False, is_class=True)
            hints[name] = evaluate(value, names, own, getattr(base, "__type_params__", ()))
    return hints


def _hints_of(obj, globalns, localns):
    is_module = isinstance(obj, _ModuleType)
    if globalns is None:
        if is_module:
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    annotations = getattr(obj, "__annotations__", None)
    if annotations is None:
        if isinstance(obj, _WITHOUT_HINTS):
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    hints = {}
    for name, value in annotations.items():
        if value is None:
            value = type(None)
        elif isinstance(value, str):
            value = ForwardRef(value, is_argument=not is_module, is_class=False)
        hints[name] = evaluate(value, globalns, localns, getattr(obj, "__type_params__", ()))
    return hints


def get_origin(tp):
    """What is before the brackets: list for List[int], Union, Literal; None for what has none."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def get_args(tp):
    """What is in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        return (list(args[:-1]), args[-1]) if _is_flat_callable(tp, args) else args
    return tp.__args__ if isinstance(tp, UnionType) else ()
