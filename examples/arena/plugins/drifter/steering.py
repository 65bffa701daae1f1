"""Where to go from here."""

import rng
from game import easing, vec2

SIGHT = 14


def toward(at, coins):
    """The way to the dearest coin in sight, a near one before one that is far; None where there is none."""
    ways = [(vec2(*coin["at"]) - at, coin["value"]) for coin in coins]
    near = [(value * appeal(way.length()), way) for way, value in ways if way.length() < SIGHT]
    return max(near, key=lambda each: each[0])[1] if near else None


def appeal(distance):
    """1 for what is here, 0 for what is barely seen."""
    return 1 - easing.InQuad(distance / SIGHT)


def wander(heading, wind):
    """A new heading, a little beside the old one, and a step in its direction with the wind."""
    heading = heading.rotate(rng.uniform(-0.2, 0.2))
    return heading, heading * 5 + wind
