"""Matrices as lists of lists, by zip and sum."""


def main():
    n = 22
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 for j in range(n)] for i in range(n)]
    c = [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]
    return sum(map(sum, c))
