"""Plain function calls: recursion, defaults, several arguments."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def scale(x, factor=3, offset=1):
    return x * factor + offset


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def main():
    total = fib(21) + ackermann(2, 60)
    for i in range(60_000):
        total += scale(i) - scale(i, 2) + scale(i, 2, 5)
    return total
