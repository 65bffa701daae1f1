"""Sums without rounding, as whole numbers over a common denominator. Part of `statistics`."""

from math import gcd, isqrt

__name__ = "statistics"


class StatisticsError(ValueError):
    """Data that a statistic is not defined for."""


class Exact:
    """A ratio of two ints; or, with no denominator, an infinity or a NaN that swallows the rest."""

    __slots__ = "top", "bottom"

    def __init__(self, top, bottom=1):
        self.top = top
        self.bottom = bottom

    def divided(self, number):
        return Exact(self.top / number, None) if self.bottom is None else Exact(self.top, self.bottom * number)

    def as_type(self, cls):
        """The nearest value of this type; an int when the ratio is whole, else a float."""
        top, bottom = self.top, self.bottom
        if bottom is None:
            return top if type(top) is cls else cls(top)
        if issubclass(cls, int):
            if top % bottom:
                return top / bottom
            return cls(top // bottom)
        if issubclass(cls, float):
            return cls(top / bottom)
        return cls(top) / cls(bottom)

    def root(self, cls):
        """The square root: correctly rounded for float, else as the type itself takes it."""
        top, bottom = self.top, self.bottom
        if bottom is None:
            return top**0.5
        if not issubclass(cls, float | int) and hasattr(cls, "sqrt"):
            return (cls(top) / cls(bottom)).sqrt()
        if not top:
            return 0.0
        # Scaled so that the root has well over 53 bits; its last bit is set if something was cut off, which makes the
        # division's rounding right.
        shift = (top.bit_length() - bottom.bit_length() - 109) // 2
        if shift >= 0:
            return float(_odd_root(top, bottom << 2 * shift) << shift)
        return _odd_root(top << -2 * shift, bottom) / (1 << -shift)


def _odd_root(top, bottom):
    whole = isqrt(top // bottom)
    return whole | (whole * whole * bottom != top)


def exact_ratio(value):
    """The value as (numerator, denominator); (value, None) when it is not finite."""
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None
    try:
        return value.numerator, value.denominator
    except AttributeError:
        kind = type(value).__name__
        raise TypeError(f"can't convert type '{kind}' to numerator/denominator") from None


def common_type(one, other):
    """The type of a sum of values of two types."""
    if one is other or other is int or other is bool:
        return one
    if one is int or issubclass(other, one):
        return other
    if issubclass(one, other) or issubclass(other, int):
        return one
    if issubclass(one, int):
        return other
    names = {one.__name__, other.__name__}
    if "Fraction" in names and (issubclass(one, float) or issubclass(other, float)):
        return one if issubclass(one, float) else other
    raise TypeError(f"don't know how to coerce {one.__name__} and {other.__name__}")


def _added(parts):
    """The sum of {denominator: numerator}."""
    if None in parts:
        return Exact(parts[None], None)
    top, bottom = 0, 1
    for denominator, numerator in sorted(parts.items()):
        scale = denominator // gcd(bottom, denominator)
        top = top * scale + numerator * (bottom * scale // denominator)
        bottom *= scale
    return Exact(top, bottom)


def total(data):
    """The type of the sum, the sum, and how many values it has."""
    count, cls, parts = 0, int, {}
    for value in data:
        count += 1
        cls = common_type(cls, type(value))
        numerator, denominator = exact_ratio(value)
        parts[denominator] = parts.get(denominator, 0) + numerator
    return cls, _added(parts), count


def squared_deviations(data, centre=None):
    """The type, the sum of the squared distances from the centre (or the mean), the mean, and the count."""
    if centre is not None:
        cls, found, count = total((value - centre) * (value - centre) for value in data)
        return cls, found, None, count
    count, cls, sums, squares = 0, int, {}, {}
    for value in data:
        count += 1
        cls = common_type(cls, type(value))
        top, bottom = exact_ratio(value)
        sums[bottom] = sums.get(bottom, 0) + top
        if bottom is not None:
            squares[bottom * bottom] = squares.get(bottom * bottom, 0) + top * top
    first, second = _added(sums), _added(squares)
    if not count or first.bottom is None:
        return cls, first, first, count
    top = count * second.top * first.bottom**2 - first.top**2 * second.bottom
    return cls, Exact(top, second.bottom * first.bottom**2 * count), first.divided(count), count
