def counter(start):
    count = start

    def step(by=1, *, twice: bool = False):
        nonlocal count
        count += by
        return count

    return step, [lambda: n + start for n in range(3)]
