"""The game of life on a set of places, with a Counter."""

import collections


def main():
    glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    cells = glider | {(10, 10), (11, 10), (12, 10)} | {(20, 20), (21, 20), (20, 21), (22, 21), (21, 22)}
    around = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]
    for _ in range(12):
        counts = collections.Counter((x + dx, y + dy) for x, y in cells for dx, dy in around)
        cells = {c for c, k in counts.items() if k == 3 or (k == 2 and c in cells)}
    return len(cells)
