"""The formulas of easings.net."""

from math import cos, pi, sin, sqrt


def _name(family, ease_in):
    def ease_out(t):
        return 1 - ease_in(1 - t)

    def ease_both(t):
        return ease_in(2 * t) / 2 if t < 0.5 else 1 - ease_in(2 - 2 * t) / 2

    globals().update({f"In{family}": ease_in, f"Out{family}": ease_out, f"InOut{family}": ease_both})


def Linear(t):
    return float(t)


def _bounce(t):
    t = 1 - t
    for start, height in ((1.0, 0.0), (2.0, 0.75), (2.5, 0.9375)):
        if t < start / 2.75:
            middle = {1.0: 0.0, 2.0: 1.5, 2.5: 2.25}[start]
            return 1 - (7.5625 * (t - middle / 2.75) ** 2 + height)
    return 1 - (7.5625 * (t - 2.625 / 2.75) ** 2 + 0.984375)


_name("Sine", lambda t: 1 - cos(t * pi / 2))
_name("Quad", lambda t: t**2)
_name("Cubic", lambda t: t**3)
_name("Quart", lambda t: t**4)
_name("Quint", lambda t: t**5)
_name("Expo", lambda t: 0.0 if t == 0 else 2 ** (10 * t - 10))
_name("Circ", lambda t: 1 - sqrt(1 - t * t))
_name("Back", lambda t: 2.70158 * t**3 - 1.70158 * t**2)
_name("Elastic", lambda t: t if t in (0, 1) else -(2 ** (10 * t - 10)) * sin((10 * t - 10.75) * 2 * pi / 3))
_name("Bounce", _bounce)


def InOutBack(t):
    c = 1.70158 * 1.525
    if t < 0.5:
        return (2 * t) ** 2 * ((c + 1) * 2 * t - c) / 2
    return ((2 * t - 2) ** 2 * ((c + 1) * (2 * t - 2) + c) + 2) / 2


def InOutElastic(t):
    if t in (0, 1):
        return float(t)
    wave = sin((20 * t - 11.125) * 2 * pi / 4.5)
    return -(2 ** (20 * t - 10)) * wave / 2 if t < 0.5 else 2 ** (-20 * t + 10) * wave / 2 + 1
