"""A with statement in a loop."""


class Counting:
    def __init__(self):
        self.count = 0

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


def main():
    counting = Counting()
    for _ in range(800):
        with counting as entered:
            entered.count += 1
    return counting.count
