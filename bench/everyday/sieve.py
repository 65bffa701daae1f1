"""Prime numbers by slices."""


def main():
    n = 4000
    a = [True] * (n + 1)
    for i in range(2, int(n ** 0.5) + 1):
        if a[i]:
            a[i * i::i] = [False] * len(a[i * i::i])
    return sum(a)
