# an elevator
class Elevator:
    def __init__(self, floors): self.floor, self.direction, self.calls, self.floors = 0, 1, set(), floors
    def call(self, floor):
        if not 0 <= floor < self.floors: raise ValueError(f"no floor {floor}")
        self.calls.add(floor)
    def step(self):
        if self.floor in self.calls:
            self.calls.discard(self.floor)
            return f"open at {self.floor}"
        if not self.calls: return "idle"
        ahead = [c for c in self.calls if (c - self.floor) * self.direction > 0]
        if not ahead: self.direction = -self.direction
        self.floor += self.direction
        return f"{'up' if self.direction > 0 else 'down'} to {self.floor}"

e = Elevator(6)
for f in (3, 1, 5): e.call(f)
log = []
while (event := e.step()) != "idle":
    log.append(event)
    if event == "open at 3": e.call(0)
print("; ".join(log))
# expect: up to 1; open at 1; up to 2; up to 3; open at 3; up to 4; up to 5; open at 5; down to 4; down to 3; down to 2; down to 1; down to 0; open at 0
try:
    e.call(9)
except ValueError as err:
    print(err)  # expect: no floor 9
---
# a queue at a shop, by events in time order
import random

def simulate(customers, seed):
    rng = random.Random(seed)
    events, t = [], 0
    for c in range(customers):
        t += rng.randint(1, 4)
        events.append((t, "arrive", c, rng.randint(2, 5)))
    queue, busy, waits, served = [], None, [], 0
    while events:
        events.sort()
        now, kind, who, work = events.pop(0)
        if kind == "arrive": queue.append((now, who, work))
        else:
            busy, served = None, served + 1
        if busy is None and queue:
            came, who, work = queue.pop(0)
            waits.append(now - came)
            busy = who
            events.append((now + work, "leave", who, 0))
    return served, max(waits), sum(waits) / len(waits), now

print(simulate(10, 1), simulate(20, 2))  # expect: (10, 8, 2.5, 40) (20, 21, 11.1, 74)
---
# predators and prey
def populations(rabbits, foxes, years):
    for year in range(years):
        yield year, round(rabbits), round(foxes)
        born, eaten = rabbits * 0.6, rabbits * foxes * 0.004
        grown, died = eaten * 0.1, foxes * 0.25
        rabbits, foxes = max(rabbits + born - eaten, 0), max(foxes + grown - died, 0)

for year, r, f in populations(400, 50, 8):
    print(f"{year} {r:>5} {'r' * (r // 60)}{'F' * (f // 10)}")
# expect: 0   400 rrrrrrFFFFF
# expect: 1   560 rrrrrrrrrFFFF
# expect: 2   794 rrrrrrrrrrrrrFFFF
# expect: 3  1130 rrrrrrrrrrrrrrrrrrFFFF
# expect: 4  1594 rrrrrrrrrrrrrrrrrrrrrrrrrrFFFFF
# expect: 5  2188 rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrFFFFFFF
# expect: 6  2810 rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrFFFFFFFFFFFF
# expect: 7  3054 rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrFFFFFFFFFFFFFFFFFFFFFFFF
---
# an ant on a grid
def ant(steps):
    black, pos, facing = set(), 0 + 0j, 0 - 1j
    for _ in range(steps):
        if pos in black:
            black.remove(pos)
            facing *= -1j
        else:
            black.add(pos)
            facing *= 1j
        pos += facing
    return black, pos

cells, pos = ant(110)
xs, ys = [int(c.real) for c in cells], [int(c.imag) for c in cells]
for y in range(min(ys), max(ys) + 1):
    print("|" + "".join("#" if complex(x, y) in cells else "." for x in range(min(xs), max(xs) + 1)) + "|")
# expect: |.####..|
# expect: |..#..#.|
# expect: |###...#|
# expect: |..#...#|
# expect: |.###.#.|
# expect: |#..#...|
# expect: |#..#...|
# expect: |.#..#..|
# expect: |..##...|
print(len(cells), (int(pos.real), int(pos.imag)))  # expect: 24 (-3, -3)
---
# cellular automata by rule number
def automaton(rule, width, rows):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(rows):
        yield "".join(".#"[c] for c in row)
        row = [rule >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % width]) & 1 for i in range(width)]

for line in automaton(90, 17, 8): print(line)
# expect: ........#........
# expect: .......#.#.......
# expect: ......#...#......
# expect: .....#.#.#.#.....
# expect: ....#.......#....
# expect: ...#.#.....#.#...
# expect: ..#...#...#...#..
# expect: .#.#.#.#.#.#.#.#.
print(*automaton(30, 11, 5), sep=" ")  # expect: .....#..... ....###.... ...##..#... ..##.####.. .##..#...#.
---
# mandelbrot in characters
def escape(c, limit=30):
    z = 0j
    for n in range(limit):
        if abs(z) > 2: return n
        z = z * z + c
    return limit

for y in range(-5, 6):
    print("|" + "".join(" .:-=+*#%@"[escape(complex(x / 12, y / 5)) // 3 - (escape(complex(x / 12, y / 5)) == 30)] for x in range(-26, 9)) + "|")
# expect: |         ..............:--@.....   |
# expect: |      ...............::=@@*:.......|
# expect: |    .............::=@@@@@@@@+==-...|
# expect: |   .......:=::::::+@@@@@@@@@@@@-...|
# expect: |   ......::-@@@@@+@@@@@@@@@@@@@#...|
# expect: |  @@@@@@@@@@@@@@@@@@@@@@@@@@@@-:...|
# expect: |   ......::-@@@@@+@@@@@@@@@@@@@#...|
# expect: |   .......:=::::::+@@@@@@@@@@@@-...|
# expect: |    .............::=@@@@@@@@+==-...|
# expect: |      ...............::=@@*:.......|
# expect: |         ..............:--@.....   |
---
# a virtual file system
class Fs:
    def __init__(self): self.root, self.cwd = {}, ()
    def resolve(self, path):
        parts = [] if path.startswith("/") else list(self.cwd)
        for p in path.split("/"):
            if p == "..": parts = parts[:-1]
            elif p not in ("", "."): parts.append(p)
        return tuple(parts)
    def node(self, parts):
        n = self.root
        for i, p in enumerate(parts):
            if not isinstance(n, dict): raise NotADirectoryError("/" + "/".join(parts[:i]))
            if p not in n: raise FileNotFoundError("/" + "/".join(parts[:i + 1]))
            n = n[p]
        return n
    def mkdir(self, path):
        *up, name = self.resolve(path)
        if name in (d := self.node(up)): raise FileExistsError(path)
        d[name] = {}
    def write(self, path, text):
        *up, name = self.resolve(path)
        self.node(up)[name] = text
    def read(self, path):
        if isinstance(n := self.node(self.resolve(path)), dict): raise IsADirectoryError(path)
        return n
    def cd(self, path):
        if not isinstance(self.node(p := self.resolve(path)), dict): raise NotADirectoryError(path)
        self.cwd = p
    def tree(self, n=None, depth=0):
        for k, v in sorted((self.root if n is None else n).items()):
            yield "  " * depth + k + ("/" if isinstance(v, dict) else f" ({len(v)})")
            if isinstance(v, dict): yield from self.tree(v, depth + 1)

fs = Fs()
fs.mkdir("home"); fs.mkdir("/home/ann"); fs.cd("home/ann"); fs.write("todo.txt", "buy milk"); fs.write("../shared", "x" * 10); fs.mkdir("/tmp_")
print("\n".join(fs.tree()))
# expect: home/
# expect:   ann/
# expect:     todo.txt (8)
# expect:   shared (10)
# expect: tmp_/
print(fs.read("/home/ann/./todo.txt"), "/" + "/".join(fs.cwd))  # expect: buy milk /home/ann
for act in (lambda: fs.read("nope"), lambda: fs.read("/home"), lambda: fs.cd("todo.txt"), lambda: fs.mkdir("/home"), lambda: fs.read("todo.txt/x")):
    try:
        act()
    except OSError as e:
        print(type(e).__name__, e)
# expect: FileNotFoundError /home/ann/nope
# expect: IsADirectoryError /home
# expect: NotADirectoryError todo.txt
# expect: FileExistsError /home
# expect: NotADirectoryError /home/ann/todo.txt
---
# a traffic light controller driven by time
from enum import Enum

class Light(Enum):
    RED = ("r", 4)
    GREEN = ("g", 3)
    YELLOW = ("y", 1)
    def __init__(self, letter, seconds): self.letter, self.seconds = letter, seconds
    @property
    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

def run(seconds, light=Light.RED, requests=()):
    left, out = light.seconds, ""
    for t in range(seconds):
        if t in requests and light is Light.GREEN: left = min(left, 1)
        out += light.letter
        left -= 1
        if left == 0:
            light = light.next
            left = light.seconds
    return out

print(run(20))  # expect: rrrrgggyrrrrgggyrrrr
print(run(20, requests={5, 13}), Light.YELLOW.next, Light["GREEN"].seconds)
# expect: rrrrggyrrrrgggyrrrrg Light.RED 3
---
# a stack machine compiler for expressions
class Node:
    def __init_subclass__(cls): cls.__match_args__ = tuple(cls.__annotations__)
    def __init__(self, *args):
        for n, a in zip(self.__match_args__, args, strict=True): setattr(self, n, a)
class Num(Node): value: float
class Var(Node): name: str
class Op(Node):
    op: str
    left: Node
    right: Node

def compile_(n):
    match n:
        case Num(v): return [("push", v)]
        case Var(name): return [("load", name)]
        case Op(op, Num(a), Num(b)): return [("push", FOLD[op](a, b))]
        case Op("*", x, Num(1)) | Op("*", Num(1), x) | Op("+", x, Num(0)): return compile_(x)
        case Op("*", _, Num(0)) | Op("*", Num(0), _): return [("push", 0)]
        case Op(op, a, b): return compile_(a) + compile_(b) + [("op", op)]

FOLD = {"+": lambda a, b: a + b, "*": lambda a, b: a * b, "-": lambda a, b: a - b}

def execute(code, **env):
    stack = []
    for kind, arg in code:
        if kind == "push": stack.append(arg)
        elif kind == "load": stack.append(env[arg])
        else: stack[-2:] = [FOLD[arg](*stack[-2:])]
    [result] = stack
    return result

tree = Op("+", Op("*", Var("x"), Op("-", Num(5), Num(2))), Op("*", Num(1), Var("y")))
code = compile_(tree)
print(code)  # expect: [('load', 'x'), ('push', 3), ('op', '*'), ('load', 'y'), ('op', '+')]
print(execute(code, x=4, y=1), compile_(Op("*", Var("q"), Num(0))), compile_(Op("+", Num(2), Num(3))))
# expect: 13 [('push', 0)] [('push', 5)]
try:
    Op("+", Num(1))
except ValueError as e:
    print(e)  # expect: zip() argument 2 is shorter than argument 1
---
# polynomials
class Poly:
    def __init__(self, *c):
        while len(c) > 1 and c[0] == 0: c = c[1:]
        self.c = c
    def __call__(self, x):
        r = 0
        for c in self.c: r = r * x + c
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*[a + b for a, b in zip((0,) * (n - len(self.c)) + self.c, (0,) * (n - len(o.c)) + o.c)])
    def __mul__(self, o):
        if isinstance(o, (int, float)): return Poly(*[c * o for c in self.c])
        r = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __pow__(self, n): return Poly(1) if n == 0 else self * self ** (n - 1)
    def __eq__(self, o): return isinstance(o, Poly) and self.c == o.c
    def derive(self): return Poly(*[c * (len(self.c) - 1 - i) for i, c in enumerate(self.c[:-1])] or [0])
    def __str__(self):
        parts, n = [], len(self.c) - 1
        for i, c in enumerate(self.c):
            if c or n == 0:
                sign = "-" if c < 0 else "+"
                body = f"{abs(c) if abs(c) != 1 or i == n else ''}{'x' if i < n else ''}{f'^{n - i}' if i < n - 1 else ''}"
                parts.append(f"{sign} {body}")
        return " ".join(parts).removeprefix("+ ") or "0"

p, q = Poly(1, -3, 2), Poly(2, 1)
print(p, "|", q, "|", p + q, "|", p * q, "|", p - p, "|", q ** 3, "|", -p, "|", 2 * q)
# expect: x^2 - 3x + 2 | 2x + 1 | x^2 - x + 3 | 2x^3 - 5x^2 + x + 2 | 0 | 8x^3 + 12x^2 + 6x + 1 | - x^2 + 3x - 2 | 4x + 2
print(p(3), [x for x in range(-5, 6) if p(x) == 0], p.derive(), Poly(5).derive(), p == Poly(0, 1, -3, 2))
# expect: 2 [1, 2] 2x - 3 0 True
---
# a bank of samples: statistics
def mean(xs): return sum(xs) / len(xs)
def median(xs):
    s, n = sorted(xs), len(xs)
    return s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2
def deviation(xs):
    m = mean(xs)
    return (sum((x - m) ** 2 for x in xs) / (len(xs) - 1)) ** 0.5
def modes(xs):
    counts = {x: xs.count(x) for x in xs}
    return [x for x, n in counts.items() if n == max(counts.values())]
def correlation(xs, ys):
    mx, my = mean(xs), mean(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / (sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys)) ** 0.5
def histogram(xs, bins):
    lo, hi = min(xs), max(xs)
    counts = [0] * bins
    for x in xs: counts[min(int((x - lo) / (hi - lo) * bins), bins - 1)] += 1
    return counts

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), median(data), f"{deviation(data):.6f}", modes(data), f"{correlation(data, [x * 2 + 1 for x in data]):.6f}")
# expect: 5.0 4.5 2.138090 [4] 1.000000
for i, n in enumerate(histogram([x * x % 17 for x in range(60)], 4)): print(i, "*" * n)
# expect: 0 ******************
# expect: 1 *******
# expect: 2 **************
# expect: 3 *********************
try:
    mean([])
except ZeroDivisionError as e:
    print(e)  # expect: division by zero
---
# an async game loop: tasks, timers and cancellation without a library
import types

@types.coroutine
def sleep(t): yield ("sleep", t)

class Cancelled(Exception): pass

class Loop:
    def __init__(self): self.now, self.queue, self.order = 0, [], 0
    def spawn(self, coro, at=None):
        task = {"coro": coro, "name": coro.__name__, "result": None}
        self.at(self.now if at is None else at, task)
        return task
    def at(self, when, task):
        self.order += 1
        self.queue.append((when, self.order, task))
    def cancel(self, task):
        self.queue = [q for q in self.queue if q[2] is not task]
        try: task["coro"].throw(Cancelled())
        except (StopIteration, Cancelled): pass
    def run(self):
        while self.queue:
            self.queue.sort(key=lambda q: q[:2])
            self.now, _, task = self.queue.pop(0)
            try: kind, arg = task["coro"].send(None)
            except StopIteration as e: task["result"] = e.value
            except Exception as e: print(f"{self.now} {task['name']} crashed: {e!r}")
            else: self.at(self.now + arg, task)

loop = Loop()
async def spawner(n):
    for i in range(n):
        print(loop.now, "monster", i)
        await sleep(3)
    return n
async def music():
    try:
        while True:
            print(loop.now, "la")
            await sleep(2)
    except Cancelled:
        print(loop.now, "music stops")
        raise
async def crash():
    await sleep(4)
    return {}["nothing"]
async def director():
    await sleep(5)
    loop.cancel(song)
    return "cut"

a, song, b, c = loop.spawn(spawner(3)), loop.spawn(music()), loop.spawn(crash()), loop.spawn(director())
loop.run()
# expect: 0 monster 0
# expect: 0 la
# expect: 2 la
# expect: 3 monster 1
# expect: 4 crash crashed: KeyError('nothing')
# expect: 4 la
# expect: 5 music stops
# expect: 6 monster 2
print(loop.now, a["result"], c["result"], b["result"])  # expect: 9 3 cut None
