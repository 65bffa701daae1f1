# n queens
def queens(n):
    solutions = []
    def place(row, cols):
        if row == n:
            solutions.append(cols)
            return
        for c in range(n):
            if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)):
                place(row + 1, cols + (c,))
    place(0, ())
    return solutions

print([len(queens(n)) for n in range(1, 8)])  # expect: [1, 0, 0, 2, 10, 4, 40]
for col in queens(6)[0]:
    print("." * col + "Q" + "." * (5 - col))
# expect: .Q....
# expect: ...Q..
# expect: .....Q
# expect: Q.....
# expect: ..Q...
# expect: ....Q.
---
# game of life
def step(cells):
    around = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    around[x + dx, y + dy] = around.get((x + dx, y + dy), 0) + 1
    return {p for p, n in around.items() if n == 3 or n == 2 and p in cells}

def show(cells, size):
    for y in range(size):
        print("".join("#" if (x, y) in cells else "." for x in range(size)))

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(5):
    if generation % 4 == 0:
        print("generation", generation)
        show(glider, 5)
    glider = step(glider)
# expect: generation 0
# expect: .#...
# expect: ..#..
# expect: ###..
# expect: .....
# expect: .....
# expect: generation 4
# expect: .....
# expect: ..#..
# expect: ...#.
# expect: .###.
# expect: .....
---
# sudoku by backtracking
PUZZLE = """53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79"""
grid = [[0 if c == "." else int(c) for c in row] for row in PUZZLE.split()]

def candidates(r, c):
    used = set(grid[r]) | {grid[i][c] for i in range(9)}
    br, bc = r // 3 * 3, c // 3 * 3
    used |= {grid[i][j] for i in range(br, br + 3) for j in range(bc, bc + 3)}
    return [n for n in range(1, 10) if n not in used]

def solve():
    best = None
    for r in range(9):
        for c in range(9):
            if grid[r][c] == 0:
                options = candidates(r, c)
                if best is None or len(options) < len(best[2]):
                    best = r, c, options
    if best is None:
        return True
    r, c, options = best
    for n in options:
        grid[r][c] = n
        if solve():
            return True
    grid[r][c] = 0
    return False

print(solve())  # expect: True
for row in grid:
    print(*row)
# expect: 5 3 4 6 7 8 9 1 2
# expect: 6 7 2 1 9 5 3 4 8
# expect: 1 9 8 3 4 2 5 6 7
# expect: 8 5 9 7 6 1 4 2 3
# expect: 4 2 6 8 5 3 7 9 1
# expect: 7 1 3 9 2 4 8 5 6
# expect: 9 6 1 5 3 7 2 8 4
# expect: 2 8 7 4 1 9 6 3 5
# expect: 3 4 5 2 8 6 1 7 9
---
# tic-tac-toe with minimax
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

def winner(b):
    for i, j, k in LINES:
        if b[i] != " " and b[i] == b[j] == b[k]:
            return b[i]

def best(b, player, memo={}):
    key = b + player
    if key not in memo:
        if w := winner(b):
            memo[key] = (1 if w == "X" else -1), None
        elif " " not in b:
            memo[key] = 0, None
        else:
            moves = [(best(b[:i] + player + b[i + 1:], "O" if player == "X" else "X")[0], -i) for i in range(9) if b[i] == " "]
            score, move = max(moves) if player == "X" else min(moves, key=lambda m: (m[0], -m[1]))
            memo[key] = score, -move
    return memo[key]

board, player = "X   O    ", "X"
while not winner(board) and " " in board:
    score, move = best(board, player)
    board = board[:move] + player + board[move + 1:]
    print(player, "takes", move, "expecting", score)
    player = "O" if player == "X" else "X"
# expect: X takes 1 expecting 0
# expect: O takes 2 expecting 0
# expect: X takes 6 expecting 0
# expect: O takes 3 expecting 0
# expect: X takes 5 expecting 0
# expect: O takes 7 expecting 0
# expect: X takes 8 expecting 0
for i in (0, 3, 6):
    print("|".join(board[i:i + 3]).replace(" ", "_"))
# expect: X|X|O
# expect: O|O|X
# expect: X|O|X
print(winner(board) or "draw")  # expect: draw
---
# a maze solved breadth first
from collections import deque
MAZE = """\
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########""".splitlines()

def find(mark):
    return next((r, c) for r, row in enumerate(MAZE) for c, ch in enumerate(row) if ch == mark)

def solve(start, end):
    came, queue = {start: None}, deque([start])
    while queue:
        r, c = here = queue.popleft()
        if here == end:
            break
        for there in ((r + 1, c), (r, c + 1), (r - 1, c), (r, c - 1)):
            if MAZE[there[0]][there[1]] != "#" and there not in came:
                came[there] = here
                queue.append(there)
    path = []
    while here:
        path.append(here)
        here = came[here]
    return path[::-1]

path = solve(find("S"), find("E"))
print(len(path) - 1, "steps")  # expect: 10 steps
for r, row in enumerate(MAZE):
    print("".join("*" if (r, c) in path and ch == "." else ch for c, ch in enumerate(row)))
# expect: #########
# expect: #S..#...#
# expect: #*#.#.#.#
# expect: #*#...#.#
# expect: #*#####.#
# expect: #******E#
# expect: #########
---
# towers of hanoi with a picture
class Hanoi:
    def __init__(self, n):
        self.pegs = {"A": list(range(n, 0, -1)), "B": [], "C": []}
        self.moves = 0
    def move(self, a, b):
        disc = self.pegs[a].pop()
        assert not self.pegs[b] or self.pegs[b][-1] > disc, "a larger disc on a smaller one"
        self.pegs[b].append(disc)
        self.moves += 1
    def solve(self, n, a="A", b="B", c="C"):
        if n:
            self.solve(n - 1, a, c, b)
            self.move(a, c)
            self.solve(n - 1, b, a, c)
    def __str__(self):
        return " ".join(f"{k}{v}" for k, v in self.pegs.items())

h = Hanoi(5)
print(h)  # expect: A[5, 4, 3, 2, 1] B[] C[]
h.solve(5)
print(h, h.moves, "moves")  # expect: A[] B[] C[5, 4, 3, 2, 1] 31 moves
try:
    h.move("C", "A"); h.move("C", "A")
except AssertionError as e:
    print(e)  # expect: a larger disc on a smaller one
---
# knapsack and coin change
def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for w in range(capacity, weight - 1, -1):
            candidate = best[w - weight][0] + value, best[w - weight][1] + (name,)
            if candidate[0] > best[w][0]:
                best[w] = candidate
    return best[capacity]

def change(amount, coins):
    ways = [1] + [0] * amount
    fewest = [0] + [None] * amount
    for coin in coins:
        for a in range(coin, amount + 1):
            ways[a] += ways[a - coin]
            if fewest[a - coin] is not None and (fewest[a] is None or fewest[a - coin] + 1 < fewest[a]):
                fewest[a] = fewest[a - coin] + 1
    return ways[amount], fewest[amount]

print(knapsack([("gold", 4, 10), ("lamp", 3, 4), ("map", 1, 2), ("rope", 2, 3)], 7))
# expect: (15, ('gold', 'map', 'rope'))
print([change(a, (1, 5, 10, 25)) for a in (4, 11, 30, 100)], change(7, (2, 4)))
# expect: [(1, 4), (4, 2), (18, 2), (242, 4)] (0, None)
---
# a word ladder
WORDS = "cat cot cog dog dot dat bat bag big pig pit pot hot".split()

def neighbours(word):
    return [w for w in WORDS if sum(a != b for a, b in zip(word, w)) == 1]

def ladder(a, b):
    frontier, seen = [[a]], {a}
    while frontier:
        longer = []
        for path in frontier:
            if path[-1] == b:
                return path
            for w in neighbours(path[-1]):
                if w not in seen:
                    seen.add(w)
                    longer.append(path + [w])
        frontier = longer
    return None

print(ladder("cat", "dog"), ladder("cat", "hot"), ladder("cat", "xyz"))
# expect: ['cat', 'cot', 'cog', 'dog'] ['cat', 'cot', 'hot'] None
print({w: len(neighbours(w)) for w in WORDS[:4]})  # expect: {'cat': 3, 'cot': 5, 'cog': 2, 'dog': 2}
---
# minesweeper
def field(width, height, mines):
    def around(x, y):
        return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)
                if (dx or dy) and 0 <= x + dx < width and 0 <= y + dy < height]
    count = lambda p: sum(q in mines for q in around(*p))
    shown = set()
    def open(p):
        if p in mines:
            raise RuntimeError(f"boom at {p}")
        todo = [p]
        while todo:
            q = todo.pop()
            if q not in shown:
                shown.add(q)
                if count(q) == 0:
                    todo += around(*q)
        return "\n".join("".join(str(count((x, y))) if (x, y) in shown else "?" for x in range(width)) for y in range(height))
    return open

open_at = field(6, 4, {(0, 0), (4, 3), (5, 1)})
print(open_at((2, 1)))
# expect: ?1001?
# expect: 11001?
# expect: 00012?
# expect: 0001??
print(open_at((5, 0)))
# expect: ?10011
# expect: 11001?
# expect: 00012?
# expect: 0001??
try:
    open_at((4, 3))
except RuntimeError as e:
    print(e)  # expect: boom at (4, 3)
---
# mastermind guesses
from itertools import product

def marks(guess, secret):
    black = sum(a == b for a, b in zip(guess, secret))
    common = sum(min(guess.count(c), secret.count(c)) for c in set(guess))
    return black, common - black

def play(secret, colours="ABCD", length=3):
    possible = ["".join(p) for p in product(colours, repeat=length)]
    turns = 0
    while True:
        guess = possible[len(possible) // 2]
        turns += 1
        result = marks(guess, secret)
        print(turns, guess, result, len(possible))
        if result[0] == length:
            return turns
        possible = [p for p in possible if marks(guess, p) == result]

print(play("ABC"))
# expect: 1 CAA (0, 2) 64
# expect: 2 ACC (2, 0) 5
# expect: 3 ACD (1, 1) 4
# expect: 4 ABC (3, 0) 1
# expect: 4
print(play("DDD"))
# expect: 1 CAA (0, 0) 64
# expect: 2 DBB (1, 0) 8
# expect: 3 DDD (3, 0) 1
# expect: 3
