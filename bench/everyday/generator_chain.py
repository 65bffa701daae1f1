"""Generators over generators."""

import itertools


def main():

    def src():
        for i in range(4000):
            yield i

    def odd(it):
        for x in it:
            if x & 1:
                yield x

    def sq(it):
        return (x * x for x in it)

    return sum(itertools.islice(sq(odd(src())), 1500))
