"""Exceptions: raised and caught near and far, finally, custom classes."""


class GameError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def risky(n):
    if n % 3 == 0:
        raise ValueError(n)
    if n % 5 == 0:
        raise GameError(n)
    return n


def deep(n, depth):
    if depth == 0:
        return risky(n)
    return deep(n, depth - 1)


def guarded(n, log):
    try:
        return risky(n)
    except ValueError:
        return -1
    except GameError as error:
        return error.code
    finally:
        log.append(n)


def main():
    log = []
    total = 0
    for i in range(12_000):
        total += guarded(i, log)
    for i in range(2_500):
        try:
            total += deep(i, 8)
        except (ValueError, GameError):
            total += 1
    table = {"a": 1}
    for i in range(6_000):
        try:
            total += table["a" if i % 2 else "b"]
        except KeyError:
            total += 2
    return total, len(log)
