"""Averages, spreads and relations of data."""

import sys
from _exact_sums import Exact as _Exact, StatisticsError, squared_deviations as _squared_deviations, total as _total
from bisect import bisect_left, bisect_right
from math import exp, fsum, isfinite, isinf, isnan, log, nan, inf, sqrt, sumprod

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "kde", "kde_random", "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
    "pstdev", "pvariance", "quantiles", "stdev", "variance",
]


def __getattr__(name):
    """Load what few programs use."""
    if name == "NormalDist":
        from _normal_dist import NormalDist as value
    elif name == "LinearRegression":
        from collections import namedtuple

        value = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")
    elif name == "kde" or name == "kde_random":
        value = getattr(__import__("_kernels"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def mean(data):
    """The sum divided by the count, without rounding on the way."""
    cls, found, count = _total(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return found.divided(count).as_type(cls)


def fmean(data, weights=None):
    """The mean in floats, perhaps weighted: faster than mean()."""
    if weights is None:
        data = data if hasattr(data, "__len__") else list(data)
        if not len(data):
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = weights if isinstance(weights, (list, tuple)) else list(weights)
    try:
        top = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    bottom = fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return top / bottom


def geometric_mean(data):
    """The n-th root of the product of n numbers."""
    count, zero, logarithms = 0, False, []
    for value in data:
        count += 1
        if value > 0.0 or isnan(value):
            logarithms.append(log(value))
        elif value == 0.0:
            zero = True
        else:
            raise StatisticsError("No negative inputs allowed", value)
    if not count:
        raise StatisticsError("Must have a non-empty dataset")
    found = fsum(logarithms)
    if isnan(found):
        return nan
    if zero:
        return nan if found == inf else 0.0
    return exp(found / count)


def _not_negative(values):
    for value in values:
        if value < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        yield value


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals: for rates."""
    data = list(data)
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if count == 1:
            if not hasattr(data[0], "__float__") or isinstance(data[0], str):
                raise TypeError("unsupported type")
            return next(_not_negative(data))
        weights, weight = [1] * count, _Exact(count)
    else:
        weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        weight = _total(_not_negative(weights))[1]
    try:
        cls, found, _ = _total(w / value if w else 0 for w, value in zip(weights, _not_negative(data)))
    except ZeroDivisionError:
        return 0
    if found.top <= 0:
        raise StatisticsError("Weighted sum must be positive")
    if found.bottom is None:
        return cls(0 if isinf(found.top) else found.top)
    return _Exact(weight.top * found.bottom, weight.bottom * found.top).as_type(cls)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    """The middle value, or the lower of two."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of two."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that is grouped around the midpoints of intervals."""
    data = _sorted(data)
    size = len(data)
    middle = data[size // 2]
    below = bisect_left(data, middle)
    same = bisect_right(data, middle, below) - below
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return middle - interval / 2.0 + interval * (size / 2 - below) / same


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """The commonest value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """The commonest values, as a list."""
    counts = _counts(data)
    highest = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == highest]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 values that cut the data into n groups of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    cuts = []
    if method == "inclusive":
        for index in range(1, n):
            low, rest = divmod(index * (size - 1), n)
            cuts.append((data[low] * (n - rest) + data[low + 1] * rest) / n)
    elif method == "exclusive":
        for index in range(1, n):
            high = min(max(index * (size + 1) // n, 1), size - 1)
            rest = index * (size + 1) - high * n
            cuts.append((data[high - 1] * (n - rest) + data[high] * rest) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return cuts


def _mean_square(name, data, centre, sample):
    cls, found, _, count = _squared_deviations(data, centre)
    if count < 1 + sample:
        raise StatisticsError(f"{name} requires at least {'two data points' if sample else 'one data point'}")
    return cls, found.divided(count - sample)


def variance(data, xbar=None):
    """The spread of a sample: the squared distances from the mean, over one less than the count."""
    cls, found = _mean_square("variance", data, xbar, True)
    return found.as_type(cls)


def pvariance(data, mu=None):
    """The spread of a whole population: the mean squared distance from the mean."""
    cls, found = _mean_square("pvariance", data, mu, False)
    return found.as_type(cls)


def stdev(data, xbar=None):
    """The square root of variance()."""
    cls, found = _mean_square("stdev", data, xbar, True)
    return found.root(cls)


def pstdev(data, mu=None):
    """The square root of pvariance()."""
    cls, found = _mean_square("pstdev", data, mu, False)
    return found.root(cls)


def _same_size(name, x, y):
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return len(x)


def _centred(values):
    middle = fsum(values) / len(values)
    return [value - middle for value in values]


def covariance(x, y, /):
    """How two inputs vary together."""
    count = _same_size("covariance", x, y)
    return sumprod(_centred(x), _centred(y)) / (count - 1)


def _ranks(values):
    """The rank of each value, around 0; equal ones share theirs."""
    start = (len(values) - 1) / -2
    places = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    first = 0
    while first < len(places):
        last = first
        while last + 1 < len(places) and values[places[last + 1]] == values[places[first]]:
            last += 1
        for place in places[first : last + 1]:
            ranks[place] = start + (first + last) / 2
        first = last + 1
    return ranks


def _root_of_product(x, y):
    """sqrt(x * y), a little more exact."""
    root = sqrt(x * y)
    if not isfinite(root):
        if isinf(root) and not isinf(x) and not isinf(y):
            scale = 2.0**-512
            return _root_of_product(scale * x, scale * y) / scale
        return root
    if not root:
        if x and y:
            scale = 2.0**537
            return _root_of_product(scale * x, scale * y) / scale
        return root
    return root + sumprod((x, root), (y, -root)) / (2.0 * root)


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation coefficient, or Spearman's of the ranks."""
    _same_size("correlation", x, y)
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    x, y = (_ranks(x), _ranks(y)) if method == "ranked" else (_centred(x), _centred(y))
    try:
        return sumprod(x, y) / _root_of_product(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
    """The slope and intercept of the line that fits best."""
    count = _same_size("linear regression", x, y)
    if not proportional:
        x_mean, y_mean = fsum(x) / count, fsum(y) / count
        x = [value - x_mean for value in x]
        y = [value - y_mean for value in y]
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    intercept = 0.0 if proportional else y_mean - slope * x_mean
    return sys.modules[__name__].LinearRegression(slope=slope, intercept=intercept)
