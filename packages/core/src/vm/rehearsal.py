# Takes every path of the dispatch loop, and the commonest natives, a few times with each kind of operand.


class Point:
    kind = "point"

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, index):
        return index

    def __call__(self, value):
        return value

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None

    @property
    def size(self):
        return self.x

    @staticmethod
    def zero():
        return Point(0)

    @classmethod
    def make(cls, x):
        return cls(x)

    def move(self, by):
        self.x += by
        return self


class Slotted(Point):
    __slots__ = ("a", "b")

    def __init__(self, a):
        super().__init__(a)
        self.a = a
        self.b = None


class Plain:
    pass


class Failure(Exception):
    pass


def numbers(values, other):
    for x in values:
        a, b = x, other
        c = x + other
        c = x - other
        c = x * other
        c = x / other
        c = x // other
        c = x % other
        c = x**2
        c = x + 1
        c = x - 1
        c = x * 2
        c = x / 2
        c = x // 2
        c = x % 2
        c += x
        c -= other
        c *= x
        c /= other
        a, b = b, a
        c = -x
        c = not x
        c = x < other
        c = x <= other
        c = x == other
        c = x != other
        c = x > other
        c = x >= other
        c = x is other
        if x < other:
            c = 1
        if x <= other:
            c = 1
        if x > other:
            c = 2
        if x >= other:
            c = 2
        if x == other or x != other:
            c = 3
        if x < 2:
            c = 1
        if x <= 2:
            c = 1
        if x > 2:
            c = 2
        if x >= 2:
            c = 2
        if x == 5 or x != 3:
            c = 3
        c = x * other + 1, x - other, (x + 1) * (x - 1)
        c = 2
        while c > 1 and x:
            c -= 1
        c = abs(x) + max(x, other) + min(x, other) + int(x) + float(x)
    return c


def integers(values):
    for x in values:
        a = x & 7
        a = x | 7
        a = x ^ 7
        a = x << 2
        a = x >> 1
        a = x & x
        a = x | a
        a <<= 1
        a >>= 1
        a &= x
        a |= 3
        a = ~x
        a = x**3
        a = divmod(x, 7)
        a = chr(x % 90 + 33) + str(x) + repr(x)
        a = ord("a") + int("12")
        a = 1 if x & 1 else 2
        a = x and a or None
        a = None if a is None else x
        a = x in (1, 2) or x not in [3]
        match x & 3:
            case 0:
                a = 0
            case 1 | 2:
                a = 1
            case _:
                a = 2


def texts(values):
    for s in values:
        t = s + "b"
        t += s
        t = s[0] + s[-1] + s[1:3] + s[::-1]
        t = f"{s} {s!r} {len(s):05d} {1.5:.2f} {s:>8}"
        t = "%s %d" % (s, 3)
        t = s.upper() + s.lower() + s.strip() + s.replace("a", "b")
        t = s.split() + s.split(",")
        t = "-".join(t)
        t = s.find("c"), s.count("a"), s.startswith("a"), s.endswith("c"), s.isdigit()
        t = s == "abc" or s < "b" or s in t or "a" in s
        for c in s:
            if "a" <= c <= "z":
                t = ord(c)
        t = s * 2


def containers(n):
    items = [n, 2, 3, 4]
    pair = (n, 1.5)
    table = {"a": n, "b": 2}
    group = {1, 2, n}
    for i in range(4):
        items[i] = items[i] + items[-1]
        items[-1] = i
        table[i] = i
        table["a"] += 1
        group.add(i)
        a, b = pair
        [a, *b] = items
        a = table["a"] + table[i] + table.get("b", 0)
        a = i in table or i in group or i in items or "a" not in table
        a = len(items), len(table), len(pair), isinstance(i, int), isinstance(pair, (list, tuple))
        items.append(i)
        items.pop()
        a = items[1:3] + items
        a = items == [1, 2], items < [2], pair == pair
        a = [k for k in items if k > 1], {k for k in items}, {k: k for k in items}, (*items, *pair)
        a = sum(items), max(items), min(items), sorted(items), list(pair), tuple(items), set(items), dict(table)
        a = sorted(items, key=lambda k: -k), sum(k for k in items), any(k > 2 for k in items), all(items)
        for a, b in table.items():
            pass
        for a in table:
            pass
        for a in table.values():
            pass
        for a, b in enumerate(items):
            pass
        for a, b in zip(items, items):
            pass
        for a in reversed(items):
            pass
        for a in map(str, items):
            pass
        for a in map(lambda k: k, items):
            pass
        for a in filter(None, items):
            pass
        for a in group:
            pass
        for a in pair:
            pass
        table[i, i] = table.setdefault("c", a)
        a = table[i, i]
        del table[i, i]
        {**table, "d": [*items]}


def positional(a, b):
    return a


def defaulted(a, b=2, *rest, c=3, **more):
    return b


def nothing():
    pass


def adder(n):
    def add(k):
        nonlocal n
        n = n + k
        return n

    return add


def calls(n):
    add = adder(n)
    total = 0
    for i in range(n):
        nothing()
        positional(i, n)
        positional(i, b=n)
        positional(*(i, n))
        positional(**{"a": i, "b": n})
        defaulted(i)
        defaulted(i, n, i, c=n, d=n)
        total += add(i) + (lambda k: k + i)(n)
        print(end="")
        globals(), locals()
    return total


def objects(n):
    for i in range(n):
        point = Point(i)
        other = Point(i, n)
        slotted = Slotted(i)
        plain = Plain()
        plain.a = i
        plain.b = n
        plain.a += 1
        slotted.a = slotted.b
        point.x = other.y + point.x
        point.move(i).move(n)
        a = point + other
        a = point == other, point < other, point != other
        if point == other or point < other:
            a = point[i]
        a = point(i)
        a = point.size + Point.zero().x + Point.make(i).x
        a = point.kind, Point.kind, type(point), point.__class__
        a = getattr(point, "x"), hasattr(point, "z"), isinstance(slotted, Point)
        move = point.move
        move(i)
        with point as a:
            pass
        [Point, Slotted][i & 1](i)


def count(n):
    for i in range(n):
        yield i


def delegate(n):
    yield from count(n)
    return n


def echo():
    value = None
    while True:
        value = yield value


def generators(n):
    for a in count(n):
        pass
    for a in delegate(n):
        pass
    for a in (k * 2 for k in count(n)):
        pass
    a = sum(count(n)), list(count(n)), [k for k in count(n)]
    talk = echo()
    next(talk)
    for i in range(n):
        talk.send(i)
        next(talk)
    talk.close()


def fail(n):
    if n & 1:
        raise ValueError(n)
    if n & 2:
        raise Failure
    return n


def errors(n):
    for i in range(n):
        try:
            fail(i)
        except ValueError as error:
            a = error
        except (KeyError, Failure):
            a = None
        else:
            a = i
        finally:
            a = 2
        try:
            {}[i]
        except KeyError:
            pass
        try:
            nothing.missing
        except AttributeError:
            pass
        try:
            return_early(i)
        finally:
            a = 1


def return_early(n):
    try:
        return n
    finally:
        n = 1


# Round one is short: V8 compiles the loop as soon as it has run for a while, and again for each path not seen by then.
for n in 1, 4, 6:
    containers(n / 2)
    calls(n)
    objects(n)
    generators(n)
    errors(n)
    texts(["abc", "a,c d", "héllo wörld", "12345"][:n])
    integers([1, 2, 3, 100, 2**35][:n])
    containers(n)
    numbers([1, 5, 12][:n], 7)
    numbers([1.5, -2.25], 0.5)
    numbers([3, 4.5][:n], 2.0)
    numbers([2.5, 10**20, 2**40][:n], 3)
