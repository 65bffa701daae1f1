"""Functions wrapped by decorators."""

import functools


def main():

    def deco(f):

        @functools.wraps(f)
        def w(*a, **k):
            return f(*a, **k) + 1
        return w

    @deco
    @deco
    def add(a, b=1):
        return a + b

    t = 0
    for i in range(2000):
        t += add(i, b=2)
    return t
