"""Loops over plain integers: sieve, collatz, digit sums, bit tricks."""


def sieve(limit):
    flags = [True] * (limit + 1)
    count = 0
    for i in range(2, limit + 1):
        if flags[i]:
            count += 1
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return count


def collatz(limit):
    best = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > best:
            best = steps
    return best


def bits(limit):
    total = 0
    for i in range(limit):
        x = i
        while x:
            total += x & 1
            x >>= 1
    return total


def main():
    return sieve(60_000) + collatz(3_000) + bits(15_000)
