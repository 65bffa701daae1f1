"""A recursion kept by lru_cache."""

import functools


def main():

    @functools.lru_cache(maxsize=None)
    def fib(k):
        return k if k < 2 else fib(k - 1) + fib(k - 2)

    return fib(300) % 1000007
