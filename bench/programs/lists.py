"""Lists and sorting: comprehensions, slices, sort with and without a key, matrix products."""


def quicksort(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    left = [x for x in items if x < pivot]
    middle = [x for x in items if x == pivot]
    right = [x for x in items if x > pivot]
    return quicksort(left) + middle + quicksort(right)


def multiply(a, b):
    size = len(a)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        row = a[i]
        for j in range(size):
            total = 0
            for k in range(size):
                total += row[k] * b[k][j]
            result[i][j] = total
    return result


def main():
    numbers = [(i * 7919) % 10_007 for i in range(8_000)]
    ordered = sorted(numbers)
    by_key = sorted(numbers, key=lambda n: (n % 10, -n))
    quick = quicksort(numbers)
    assert quick == ordered
    matrix = [[(i * j) % 7 for j in range(28)] for i in range(28)]
    product = multiply(matrix, matrix)
    window = [sum(numbers[i : i + 5]) for i in range(0, 6_000, 2)]
    pairs = [(a, b) for a in range(100) for b in range(60) if (a + b) % 3 == 0]
    return by_key[100], product[5][7], max(window), len(pairs), numbers[::-1][3]
