"""The tower of numeric abstract classes."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """All numbers."""

    __slots__ = ()
    __hash__ = None


def _require(cls, names):
    """Give a class abstract methods, and let ABCMeta know."""
    from abc import update_abstractmethods

    for name in names.split():

        def method(self, *args):
            raise NotImplementedError

        method.__name__ = name
        method.__qualname__ = f"{cls.__name__}.{name}"
        setattr(cls, name, abstractmethod(method))
    for name in ("real", "imag", "numerator", "denominator"):
        method = cls.__dict__.get(name)
        if isinstance(method, type(_require)):
            setattr(cls, name, property(method))
    update_abstractmethods(cls)


class Complex(Number):
    """What complex supports: arithmetic, real, imag, conjugate(), abs()."""

    __slots__ = ()

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


_require(
    Complex,
    "__complex__ real imag __add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__"
    " __abs__ conjugate __eq__",
)


class Real(Complex):
    """Adds what float supports: order, rounding, division with remainder."""

    __slots__ = ()

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


_require(
    Real,
    "__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__",
)


class Rational(Real):
    """Adds numerator and denominator, in lowest terms."""

    __slots__ = ()

    def __float__(self):
        top, bottom = int(self.numerator), int(self.denominator)
        return top / bottom


_require(Rational, "numerator denominator")


class Integral(Rational):
    """Adds what int supports: bits, shifts, use as an index."""

    __slots__ = ()

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


_require(
    Integral,
    "__int__ __pow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__"
    " __invert__",
)

Complex.register(complex)
Real.register(float)
Integral.register(int)
