def pick(a, b, c):
    if not (a and b) or c in {1, 2}:
        a = b if c else -1
    x = a and b or c
    return x < 60 * 60 if b else f"{x!r:>{c}}"
