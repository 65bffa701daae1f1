"""Dicts and sets: counting, grouping, memo tables, membership."""


def count_words(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def group(numbers):
    groups = {}
    for n in numbers:
        groups.setdefault(n % 97, []).append(n)
    return groups


def paths(size):
    memo = {}

    def walk(x, y):
        if x == 0 or y == 0:
            return 1
        key = (x, y)
        if key in memo:
            return memo[key]
        result = walk(x - 1, y) + walk(x, y - 1)
        memo[key] = result
        return result

    return walk(size, size)


def main():
    words = [f"w{i * 7 % 331}" for i in range(12_000)]
    counts = count_words(words)
    groups = group(range(20_000))
    seen = set()
    for i in range(20_000):
        seen.add(i * i % 5_003)
    hits = sum(1 for i in range(10_000) if i in seen)
    inverted = {count: word for word, count in counts.items()}
    total = 0
    for key, value in groups.items():
        total += key * len(value)
    return len(counts), total, hits, len(inverted), paths(40)
