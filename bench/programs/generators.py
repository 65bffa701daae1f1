"""Generators: pipelines, delegation, send, generator expressions."""


def numbers(limit):
    for i in range(limit):
        yield i


def odd(source):
    for n in source:
        if n % 2:
            yield n


def squares(source):
    for n in source:
        yield n * n


def tree(depth):
    if depth == 0:
        yield 1
    else:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def main():
    total = 0
    for n in squares(odd(numbers(30_000))):
        total += n
    total += sum(x * 2 for x in range(30_000))
    total += sum(tree(11))
    average = averager()
    next(average)
    for i in range(10_000):
        last = average.send(i)
    return total, last
