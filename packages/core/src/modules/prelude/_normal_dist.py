"""NormalDist, a normal distribution with arithmetic. Part of `statistics`."""

from _exact_sums import StatisticsError, squared_deviations
from math import erf, erfc, exp, fabs, hypot, log, sqrt, tau

__name__ = "statistics"

_SQRT2 = sqrt(2.0)
# Wichura's algorithm AS 241: numerators and denominators of three rational approximations, from the highest power down.
_CENTRE = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
     1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
     5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0),
)  # fmt: skip
_MIDDLE = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
     3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0),
)  # fmt: skip
_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)  # fmt: skip


def _polynomial(coefficients, x):
    value = 0.0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _standard_quantile(p):
    """The quantile of the standard normal distribution."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        top, bottom = _CENTRE
        return _polynomial(top, r) * q / _polynomial(bottom, r)
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _MIDDLE if r <= 5.0 else _TAIL
    r -= 1.6 if r <= 5.0 else 5.0
    x = _polynomial(top, r) / _polynomial(bottom, r)
    return -x if q < 0.0 else x


class NormalDist:
    """The distribution of a random variable with a mean and a standard deviation."""

    __slots__ = "_mu", "_sigma"

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution that a sample suggests."""
        kind, found, middle, count = squared_deviations(data)
        if count < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(middle.as_type(float), found.divided(count - 1).root(float))

    def _defined(self, what):
        if not self._sigma:
            raise StatisticsError(f"{what}() not defined when sigma is zero")

    def samples(self, n, *, seed=None):
        """A list of n random values."""
        from random import Random, random

        draw = random if seed is None else Random(seed).random
        return [self._mu + _standard_quantile(draw()) * self._sigma for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        self._defined("pdf")
        variance = self._sigma**2
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of x or less."""
        self._defined("cdf")
        distance = x - self._mu
        return 0.5 * (1.0 + erf(distance / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The x for which cdf(x) is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return self._mu + _standard_quantile(p) * self._sigma

    def quantiles(self, n=4):
        """The n - 1 values that cut the distribution into n parts of equal probability."""
        return [self.inv_cdf(index / n) for index in range(1, n)]

    def overlap(self, other):
        """The area that lies under both densities."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = sorted((self, other), key=lambda each: (each._sigma, each._mu))
        narrow._defined("overlap")
        wide._defined("overlap")
        small, large = narrow.variance, wide.variance
        between, apart = large - small, fabs(wide._mu - narrow._mu)
        if not between:
            return erfc(apart / (2.0 * narrow._sigma * _SQRT2))
        a = narrow._mu * large - wide._mu * small
        b = narrow._sigma * wide._sigma * sqrt(apart * apart + between * log(large / small))
        differences = [fabs(wide.cdf(x) - narrow.cdf(x)) for x in ((a + b) / between, (a - b) / between)]
        return 1.0 - (differences[0] + differences[1])

    def zscore(self, x):
        """How many standard deviations x lies from the mean."""
        self._defined("zscore")
        distance = x - self._mu
        return distance / self._sigma

    mean = property(lambda self: self._mu, doc="The mean.")
    median = property(lambda self: self._mu, doc="The median, which is the mean.")
    mode = property(lambda self: self._mu, doc="The mode, which is the mean.")
    stdev = property(lambda self: self._sigma, doc="The standard deviation.")
    variance = property(lambda self: self._sigma**2, doc="The square of the standard deviation.")

    def _moved(self, other, sign):
        """The distribution of the sum or difference with a number or an independent variable."""
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + sign * other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + sign * other, self._sigma)

    def __add__(self, other):
        return self._moved(other, 1)

    def __sub__(self, other):
        return self._moved(other, -1)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

    def __pos__(self):
        return NormalDist(*self.__getstate__())

    def __neg__(self):
        return self * -1.0

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        return self.__getstate__() == other.__getstate__() if isinstance(other, NormalDist) else NotImplemented

    def __hash__(self):
        return hash(self.__getstate__())

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
