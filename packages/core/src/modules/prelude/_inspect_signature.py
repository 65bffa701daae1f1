"""Signatures as objects: Parameter, Signature, BoundArguments."""

from collections import OrderedDict
from enum import IntEnum


class _empty:
    """Stands for an annotation or default that is not there."""

    __module__ = "inspect"


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")
_FIRST, _PLAIN, _STAR, _KEYWORD, _DOUBLE_STAR = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """The text of an annotation in a signature."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """A parameter of a function."""

    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _FIRST
    POSITIONAL_OR_KEYWORD = _PLAIN
    VAR_POSITIONAL = _STAR
    KEYWORD_ONLY = _KEYWORD
    VAR_KEYWORD = _DOUBLE_STAR
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and kind in (_STAR, _DOUBLE_STAR):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            # The iterable that a comprehension is called with.
            if kind != _PLAIN:
                raise ValueError(
                    f"implicit arguments must be passed as positional or keyword arguments, not {kind.description}"
                )
            kind, name = _FIRST, f"implicit{name[1:]}"
        from keyword import iskeyword
        if (iskeyword(name) and kind is not _FIRST) or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, **changes):
        """A copy with some attributes changed."""
        known = {"name": self._name, "kind": self._kind, "default": self._default, "annotation": self._annotation}
        for name in changes:
            if name not in known:
                raise TypeError(f"Parameter.replace() got an unexpected keyword argument '{name}'")
        return type(self)(**(known | changes))

    __replace__ = replace

    def _text(self, quote=True):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return {_STAR: "*", _DOUBLE_STAR: "**"}.get(self._kind, "") + text

    def __str__(self):
        return self._text()

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]


class BoundArguments:
    """The values of parameters in one call."""

    __module__ = "inspect"
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_DOUBLE_STAR, _KEYWORD) or name not in self.arguments:
                break
            if parameter.kind is _STAR:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_keyword = False
        for name, parameter in self._signature.parameters.items():
            if not by_keyword:
                if parameter.kind in (_DOUBLE_STAR, _KEYWORD):
                    by_keyword = True
                elif name not in self.arguments:
                    by_keyword = True
                    continue
            if by_keyword and name in self.arguments:
                if parameter.kind is _DOUBLE_STAR:
                    kwargs.update(self.arguments[name])
                elif parameter.kind is not _STAR:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Add the defaults of parameters that the call left out."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _STAR:
                arguments[name] = ()
            elif parameter.kind is _DOUBLE_STAR:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    """The parameters of a function and the annotation of its result."""

    __module__ = "inspect"
    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        known = OrderedDict()
        last = _FIRST
        has_default = False
        for parameter in parameters or ():
            name, kind = parameter.name, parameter.kind
            if __validate_parameters__:
                if kind == _STAR and last == _STAR or kind == _DOUBLE_STAR and last == _DOUBLE_STAR:
                    raise ValueError(f"more than one {kind.description} parameter")
                if kind < last:
                    raise ValueError(
                        f"wrong parameter order: {last.description} parameter before {kind.description} parameter"
                    )
                last = kind
                if kind in (_FIRST, _PLAIN):
                    if parameter.default is not _empty:
                        has_default = True
                    elif has_default:
                        raise ValueError("non-default argument follows default argument")
                if name in known:
                    raise ValueError(f"duplicate parameter name: {name!r}")
            known[name] = parameter
        self._parameters = known
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        from _inspect_callable import signature_of
        return signature_of(cls, obj, follow_wrapped, globals, locals, eval_str)

    @property
    def parameters(self):
        return _read_only(self._parameters)

    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=..., return_annotation=...):
        """A copy with other parameters or another annotation."""
        if parameters is ...:
            parameters = self._parameters.values()
        if return_annotation is ...:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def _key(self):
        by_position = [each for each in self._parameters.values() if each.kind != _KEYWORD]
        by_name = {each.name: each for each in self._parameters.values() if each.kind == _KEYWORD}
        return by_position, by_name, self._return_annotation

    def __hash__(self):
        by_position, by_name, result = self._key()
        return hash((tuple(by_position), frozenset(by_name.values()), result))

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def bind(self, /, *args, **kwargs):
        """The parameters with the arguments of a call; TypeError where the call would fail."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Like bind(), but arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        kwargs = dict(kwargs)
        rest = list(args)
        catch_all = None
        refused = []
        by_position = True
        for each in self._parameters.values():
            name, kind = each.name, each.kind
            by_position, was_by_position = kind is not _STAR and bool(rest) and by_position, by_position
            if kind is _DOUBLE_STAR:
                catch_all = each
            elif kind is _STAR:
                if rest:
                    arguments[name] = tuple(rest)
                    rest = []
            elif rest and kind is not _KEYWORD:
                if name in kwargs and kind is _PLAIN:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = rest.pop(0)
            elif kind is _FIRST:
                if name in kwargs:
                    refused.append(name)
                elif not partial and each.default is _empty:
                    raise TypeError(f"missing a required argument: {name!r}")
            elif rest:
                raise TypeError("too many positional arguments")
            elif name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif not partial and each.default is _empty:
                only = "keyword-only " if was_by_position and kind is _KEYWORD else ""
                raise TypeError(f"missing a required {only}argument: {name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            if catch_all is None and refused:
                raise TypeError(
                    f"got some positional-only arguments passed as keyword arguments: {', '.join(refused)!r}"
                )
            if catch_all is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[catch_all.name] = kwargs
        return BoundArguments(self, arguments)

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """The text of the signature; parameters in lines of their own when it is longer than max_width."""
        texts = []
        positional = False
        wants_star = True
        for each in self._parameters.values():
            if each.kind == _FIRST:
                positional = True
            elif positional:
                texts.append("/")
                positional = False
            if each.kind == _STAR:
                wants_star = False
            elif each.kind == _KEYWORD and wants_star:
                texts.append("*")
                wants_star = False
            texts.append(str(each))
        if positional:
            texts.append("/")
        text = f"({', '.join(texts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(texts) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]


_read_only = type(type.__dict__)
