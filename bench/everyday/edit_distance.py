"""The edit distance of two texts."""


def main():
    a = "kitten sitting on the mat" * 2
    b = "sitting kitten at the mall" * 2
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a):
        cur = [i + 1]
        for j, cb in enumerate(b):
            cur.append(min(prev[j + 1] + 1, cur[j] + 1, prev[j] + (ca != cb)))
        prev = cur
    return prev[-1]
