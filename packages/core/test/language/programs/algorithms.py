# dijkstra over a weighted graph
def dijkstra(graph, start):
    distance, previous, todo = {start: 0}, {}, {start}
    while todo:
        node = min(todo, key=lambda n: (distance[n], n))
        todo.remove(node)
        for other, cost in graph.get(node, {}).items():
            d = distance[node] + cost
            if d < distance.get(other, float("inf")):
                distance[other], previous[other] = d, node
                todo.add(other)
    return distance, previous

def path(previous, end):
    way = [end]
    while way[0] in previous:
        way.insert(0, previous[way[0]])
    return way

roads = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "F": {"E": 9}}
distance, previous = dijkstra(roads, "A")
print(dict(sorted(distance.items())))  # expect: {'A': 0, 'B': 7, 'C': 9, 'D': 20, 'E': 20, 'F': 11}
print(" -> ".join(path(previous, "E")), path(previous, "A"))  # expect: A -> C -> F -> E ['A']
---
# a binary heap
class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.items = key, []
        for i in items:
            self.push(i)
    def push(self, x):
        a = self.items
        a.append(x)
        i = len(a) - 1
        while i and self.key(a[i]) < self.key(a[(i - 1) // 2]):
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2
    def pop(self):
        a = self.items
        if not a:
            raise IndexError("pop from an empty heap")
        a[0], a[-1] = a[-1], a[0]
        top, i = a.pop(), 0
        while True:
            smallest = min((j for j in (i, 2 * i + 1, 2 * i + 2) if j < len(a)), key=lambda j: self.key(a[j]), default=i)
            if smallest == i:
                return top
            a[i], a[smallest] = a[smallest], a[i]
            i = smallest
    def __len__(self): return len(self.items)
    def __iter__(self):
        while self: yield self.pop()

print(list(Heap([5, 3, 8, 1, 9, 2])))  # expect: [1, 2, 3, 5, 8, 9]
print([t for _, t in Heap([(3, "c"), (1, "a"), (2, "b")])], list(Heap("heap", key=lambda c: -ord(c))))
# expect: ['a', 'b', 'c'] ['p', 'h', 'e', 'a']
try:
    Heap().pop()
except IndexError as e:
    print(e)  # expect: pop from an empty heap
---
# a binary search tree
class Tree:
    def __init__(self): self.root, self.size = None, 0
    def insert(self, k, v=None):
        link, parent = "root", self
        node = self.root
        while node:
            if k == node["key"]:
                node["value"] = v
                return
            parent, link = node, "left" if k < node["key"] else "right"
            node = node[link]
        new = {"key": k, "value": v, "left": None, "right": None}
        if parent is self: self.root = new
        else: parent[link] = new
        self.size += 1
    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n["left"])
                yield n["key"], n["value"]
                yield from walk(n["right"])
        return walk(self.root)
    def depth(self, n=...):
        n = self.root if n is ... else n
        return 0 if n is None else 1 + max(self.depth(n["left"]), self.depth(n["right"]))
    def __contains__(self, k):
        n = self.root
        while n and n["key"] != k: n = n["left" if k < n["key"] else "right"]
        return n is not None

t = Tree()
for i, w in enumerate("the quick brown fox jumps over the lazy dog".split()): t.insert(w, i)
print(list(t))
# expect: [('brown', 2), ('dog', 8), ('fox', 3), ('jumps', 4), ('lazy', 7), ('over', 5), ('quick', 1), ('the', 6)]
print(t.size, t.depth(), "fox" in t, "cat" in t)  # expect: 8 7 True False
---
# matrices with determinant and inverse by fractions
class Fraction:
    def __init__(self, n, d=1):
        if d < 0: n, d = -n, -d
        a, b = abs(n), d
        while b: a, b = b, a % b
        self.n, self.d = n // (a or 1), d // (a or 1)
    def __add__(self, o): return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)
    def __sub__(self, o): return self + Fraction(-o.n, o.d)
    def __mul__(self, o): return Fraction(self.n * o.n, self.d * o.d)
    def __truediv__(self, o): return Fraction(self.n * o.d, self.d * o.n)
    def __bool__(self): return self.n != 0
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

def inverse(m):
    n = len(m)
    a = [[Fraction(x) for x in row] + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(m)]
    det = Fraction(1)
    for c in range(n):
        pivot = next((r for r in range(c, n) if a[r][c]), None)
        if pivot is None: raise ValueError("matrix is singular")
        if pivot != c:
            a[c], a[pivot] = a[pivot], a[c]
            det *= Fraction(-1)
        det *= a[c][c]
        a[c] = [x / a[c][c] for x in a[c]]
        for r in range(n):
            if r != c: a[r] = [x - a[r][c] * y for x, y in zip(a[r], a[c])]
    return det, [row[n:] for row in a]

print(*inverse([[2, 1], [7, 4]]))  # expect: 1 [[4, -1], [-7, 2]]
print(*inverse([[0, 2, 1], [1, 1, 0], [3, 0, 5]]))
# expect: -13 [[-5/13, 10/13, 1/13], [5/13, 3/13, -1/13], [3/13, -6/13, 2/13]]
try:
    inverse([[1, 2], [2, 4]])
except ValueError as e:
    print(e)  # expect: matrix is singular
---
# union find and a spanning tree
class Sets:
    def __init__(self): self.parent = {}
    def find(self, x):
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x
    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b

edges = [(4, "a", "b"), (8, "b", "c"), (7, "c", "d"), (9, "d", "e"), (8, "a", "h"), (11, "b", "h"), (2, "c", "i"), (1, "h", "g"), (6, "i", "g"), (2, "g", "f"), (4, "c", "f")]
sets = Sets()
tree = [(w, a, b) for w, a, b in sorted(edges) if sets.join(a, b)]
print(sum(w for w, *_ in tree), "".join(f" {a}{b}" for _, a, b in tree))
# expect: 37  hg ci gf ab cf cd ah de
print(len({sets.find(x) for x in "abcdefghi"}))  # expect: 1
---
# topological order with cycle detection
def order(tasks):
    done, doing, out = set(), [], []
    def visit(t):
        if t in done: return
        if t in doing: raise ValueError("cycle: " + " > ".join(doing[doing.index(t):] + [t]))
        doing.append(t)
        for need in tasks.get(t, ()): visit(need)
        doing.pop()
        done.add(t)
        out.append(t)
    for t in tasks: visit(t)
    return out

print(order({"eat": ["cook", "table"], "cook": ["shop", "recipe"], "shop": ["recipe"], "table": []}))
# expect: ['recipe', 'shop', 'cook', 'table', 'eat']
try:
    order({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e:
    print(e)  # expect: cycle: a > b > c > a
---
# edit distance, longest common subsequence, diff
def table(a, b):
    d = [[i + j if not (i and j) else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (x != y))
    return d

def lcs(a, b):
    if not a or not b: return ""
    if a[-1] == b[-1]: return lcs(a[:-1], b[:-1]) + a[-1]
    return max(lcs(a[:-1], b), lcs(a, b[:-1]), key=len)

print(table("kitten", "sitting")[-1][-1], table("", "abc")[-1][-1], lcs("AGCAT", "GAC"), lcs("monkey", "money"))
# expect: 3 3 AC money

def diff(a, b):
    if not a and not b: return []
    if a and b and a[0] == b[0]: return [("  ", a[0])] + diff(a[1:], b[1:])
    choices = []
    if a: choices.append([("- ", a[0])] + diff(a[1:], b))
    if b: choices.append([("+ ", b[0])] + diff(a, b[1:]))
    return min(choices, key=lambda c: sum(s != "  " for s, _ in c))

for sign, line in diff("one two three four".split(), "one 2 three five four".split()):
    print(sign + line)
# expect:   one
# expect: - two
# expect: + 2
# expect:   three
# expect: + five
# expect:   four
---
# primes: sieve, factors, perfect numbers
def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]

def factors(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1
    if n > 1: out[n] = 1
    return out

primes = sieve(2000)
print(len(primes), primes[-1], primes[:10])  # expect: 303 1999 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
print(factors(360), factors(97), factors(2 ** 20 * 3 ** 5), factors(600851475143))
# expect: {2: 3, 3: 2, 5: 1} {97: 1} {2: 20, 3: 5} {71: 1, 839: 1, 1471: 1, 6857: 1}
print([n for n in range(2, 1000) if sum(d for d in range(1, n) if n % d == 0) == n])  # expect: [6, 28, 496]
---
# sorting algorithms compared
def insertion(xs):
    for i in range(1, len(xs)):
        j, x = i, xs[i]
        while j and xs[j - 1] > x:
            xs[j] = xs[j - 1]
            j -= 1
        xs[j] = x
    return xs

def heapsort(xs):
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and xs[c + 1] > xs[c]: c += 1
            if xs[i] >= xs[c]: return
            xs[i], xs[c] = xs[c], xs[i]
            i = c
    for i in reversed(range(len(xs) // 2)): sift(i, len(xs))
    for end in range(len(xs) - 1, 0, -1):
        xs[0], xs[end] = xs[end], xs[0]
        sift(0, end)
    return xs

def counting(xs):
    counts = {}
    for x in xs: counts[x] = counts.get(x, 0) + 1
    return [x for x in range(min(xs), max(xs) + 1) for _ in range(counts.get(x, 0))]

def radix(xs):
    shift = 0
    while any(x >> shift for x in xs):
        buckets = [[] for _ in range(16)]
        for x in xs: buckets[x >> shift & 15].append(x)
        xs = [x for b in buckets for x in b]
        shift += 4
    return xs

seed, data = 7, []
for _ in range(120):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    data.append(seed % 1000)
for f in (insertion, heapsort, counting, radix):
    print(f.__name__, f(data[:]) == sorted(data))
# expect: insertion True
# expect: heapsort True
# expect: counting True
# expect: radix True
print(sorted(data)[:5], sorted(data)[-3:])  # expect: [3, 8, 10, 32, 49] [979, 982, 991]
---
# huffman codes
def huffman(text):
    counts = {}
    for c in text: counts[c] = counts.get(c, 0) + 1
    nodes = [(n, c) for c, n in counts.items()]
    while len(nodes) > 1:
        nodes.sort(key=lambda n: (n[0], str(n[1])))
        (a, x), (b, y), *nodes = nodes
        nodes.append((a + b, (x, y)))
    codes = {}
    def walk(node, code):
        match node:
            case (left, right):
                walk(left, code + "0")
                walk(right, code + "1")
            case leaf: codes[leaf] = code or "0"
    walk(nodes[0][1], "")
    return codes

def decode(bits, codes):
    back, out, cur = {v: k for k, v in codes.items()}, [], ""
    for b in bits:
        cur += b
        if cur in back:
            out.append(back[cur])
            cur = ""
    return "".join(out)

text = "she sells sea shells"
codes = huffman(text)
bits = "".join(codes[c] for c in text)
print(sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1])))
# expect: [('e', '00'), ('l', '01'), ('s', '11'), (' ', '100'), ('a', '1010'), ('h', '1011')]
print(len(bits), len(text) * 8, decode(bits, codes) == text)  # expect: 49 160 True
---
# numerical methods: bisection, newton, simpson, runge-kutta
def bisect(f, a, b, eps=1e-10):
    while b - a > eps:
        m = (a + b) / 2
        if f(a) * f(m) <= 0: b = m
        else: a = m
    return (a + b) / 2

def newton(f, x, h=1e-7):
    for _ in range(50):
        d = (f(x + h) - f(x - h)) / (2 * h)
        x, old = x - f(x) / d, x
        if abs(x - old) < 1e-12: break
    return x

def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))

def rk4(f, y, t, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h * k1 / 2)
    k3 = f(t + h / 2, y + h * k2 / 2)
    k4 = f(t + h, y + h * k3)
    return y + h * (k1 + 2 * k2 + 2 * k3 + k4) / 6

print(f"{bisect(lambda x: x * x - 2, 0, 2):.8f} {newton(lambda x: x ** 3 - 27, 5):.8f} {simpson(lambda x: x * x, 0, 3):.8f}")
# expect: 1.41421356 3.00000000 9.00000000
y = 1.0
for i in range(10): y = rk4(lambda t, y: y, y, i * 0.1, 0.1)
print(f"{y:.5f}")  # expect: 2.71828
---
# big numbers: digits of pi and of e
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))

def e_digits(n):
    one = 10 ** (n + 10)
    total, term, k = 0, one, 1
    while term:
        total += term
        term //= k
        k += 1
    return str(total)[:n]

print(pi_digits(60))  # expect: 314159265358979323846264338327950288419716939937510582097494
print(e_digits(60))  # expect: 271828182845904523536028747135266249775724709369995957496696
