"""Random numbers from a seed."""

import random


def main():
    r = random.Random(1)
    t = 0
    for _ in range(3000):
        t += r.randint(1, 6) + r.random() + len(r.choice(["a", "bb", "ccc"]))
    return round(t, 6)
