"""Densities estimated from samples: kde() and kde_random(). Part of `statistics`."""

from bisect import bisect_left, bisect_right
from math import acos, asin, atan, cos, cosh, erf, exp, log, pi, sin, sqrt, sumprod, tan

from _exact_sums import StatisticsError

__name__ = "statistics"

_OTHER_NAMES = {"gauss": "normal", "uniform": "rectangular", "epanechnikov": "parabolic", "biweight": "quartic"}


def _normal_inverse(p):
    from _normal_dist import NormalDist

    return NormalDist().inv_cdf(p)


def _triangular_inverse(p):
    return sqrt(2 * p) - 1 if p < 1 / 2 else 1 - sqrt(2 - 2 * p)


def _solved(cumulative, density, power):
    """The inverse of a cumulative function by Newton's method, from a guess for its left half."""

    def inverse(p):
        t = (2 * p) ** power - 1 if p <= 1 / 2 else 1 - (2 - 2 * p) ** power
        while abs(difference := cumulative(t) - p) > 1e-12:
            t -= difference / density(t)
        return t

    return inverse


def _quartic(t):
    return 15 / 16 * (1.0 - t * t) ** 2


def _quartic_sum(t):
    return sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t**5, t**3, t, 1.0))


def _triweight(t):
    return 35 / 32 * (1.0 - t * t) ** 3


def _triweight_sum(t):
    return sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t**7, t**5, t**3, t, 1.0))


# By name: the density, its integral, the inverse of that, and whether all three live in -1..1 alone.
_KERNELS = {
    "normal": (
        lambda t: exp(-1 / 2 * t * t) / sqrt(2 * pi), lambda t: 1 / 2 * (1.0 + erf(t / sqrt(2))), _normal_inverse, False,
    ),
    "logistic": (
        lambda t: 1 / 2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1.0 - p)), False,
    ),
    "sigmoid": (
        lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * pi / 2)), False,
    ),
    "rectangular": (lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, lambda p: 2 * p - 1, True),
    "triangular": (
        lambda t: 1.0 - abs(t), lambda t: t * t * (1 / 2 if t < 0.0 else -1 / 2) + t + 1 / 2, _triangular_inverse, True,
    ),
    "parabolic": (
        lambda t: 3 / 4 * (1.0 - t * t),
        lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t**3, t, 1.0)),
        lambda p: 2 * cos((acos(2 * p - 1) + pi) / 3),
        True,
    ),
    "quartic": (_quartic, _quartic_sum, _solved(_quartic_sum, _quartic, 0.425), True),
    "triweight": (_triweight, _triweight_sum, _solved(_triweight_sum, _triweight, 0.34), True),
    "cosine": (
        lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1 / 2 * sin(pi / 2 * t) + 1 / 2,
        lambda p: 2 * asin(2 * p - 1) / pi, True,
    ),
}  # fmt: skip


def _kernel(data, h, name):
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    kernel = _KERNELS.get(_OTHER_NAMES.get(name, name))
    if kernel is None:
        raise StatisticsError(f"Unknown kernel name: {name!r}")
    return kernel


def kde(data, h, kernel="normal", *, cumulative=False):
    """A function that estimates the density, or the distribution, that a sample came from."""
    density, integral, _, is_bounded = _kernel(data, h, kernel)
    sample = sorted(data) if is_bounded else data

    def near(x):
        # The sample may have grown meanwhile.
        nonlocal sample
        if not is_bounded:
            return 0, data
        if len(sample) != len(data):
            sample = sorted(data)
        first = bisect_left(sample, x - h)
        return first, sample[first : bisect_right(sample, x + h)]

    def pdf(x):
        return sum(density((x - each) / h) for each in near(x)[1]) / (len(data) * h)

    def cdf(x):
        before, close = near(x)
        return sum((integral((x - each) / h) for each in close), before) / len(data)

    found, kind = (cdf, "CDF") if cumulative else (pdf, "PDF")
    found.__doc__ = f"{kind} estimate with {h=!r} and {kernel=!r}"
    return found


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that draws numbers from the density that kde() estimates."""
    from random import Random

    inverse = _kernel(data, h, kernel)[2]
    source = Random(seed)

    def rand():
        return source.choice(data) + h * inverse(source.random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand
