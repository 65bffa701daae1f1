"""Errors raised and caught."""


def main():
    k = 0
    for i in range(2000):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            if i % 3 == 1:
                int("x")
            {}["a"]
        except KeyError as e:
            k += len(e.args)
        except ValueError:
            k += 2
        finally:
            k += 1
    return k
