"""Permutations of itertools."""

import itertools


def main():
    return sum(p[0] * p[-1] for p in itertools.permutations(range(6)))
