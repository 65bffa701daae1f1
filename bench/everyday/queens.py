"""Queens on a board, by sets that grow along a recursion."""


def main():
    n = 7

    def solve(row, cols, d1, d2):
        if row == n:
            return 1
        c = 0
        for i in range(n):
            if i not in cols and row + i not in d1 and (row - i not in d2):
                c += solve(row + 1, cols | {i}, d1 | {row + i}, d2 | {row - i})
        return c

    return solve(0, set(), set(), set())
