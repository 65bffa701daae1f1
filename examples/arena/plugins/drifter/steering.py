"""Where to go from here."""

import math

import rng

SIGHT = 14


def toward(at, coins):
    """The way to the dearest coin in sight; None where there is none."""
    near = [coin for coin in coins if math.dist(coin["at"], at) < SIGHT]
    if not near:
        return None
    best = max(near, key=lambda coin: (coin["value"], -math.dist(coin["at"], at)))
    return [best["at"][0] - at[0], best["at"][1] - at[1]]


def wander(angle, wind):
    """A new angle, a little beside the old one, and a step in its direction with the wind."""
    angle += rng.uniform(-0.2, 0.2)
    return angle, [5 * math.cos(angle) + wind[0], 5 * math.sin(angle) + wind[1]]
