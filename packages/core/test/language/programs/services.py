# an LRU cache with a linked list
class LRU:
    class Node:
        __slots__ = ("key", "value", "prev", "next")
    def __init__(self, size):
        self.size, self.map = size, {}
        self.head = self.Node()
        self.head.prev = self.head.next = self.head
    def _unlink(self, n): n.prev.next, n.next.prev = n.next, n.prev
    def _front(self, n):
        n.prev, n.next = self.head, self.head.next
        n.prev.next = n.next.prev = n
    def __getitem__(self, k):
        n = self.map[k]
        self._unlink(n)
        self._front(n)
        return n.value
    def __setitem__(self, k, v):
        if k in self.map: self._unlink(self.map[k])
        n = self.map[k] = self.Node()
        n.key, n.value = k, v
        self._front(n)
        if len(self.map) > self.size:
            last = self.head.prev
            self._unlink(last)
            del self.map[last.key]
    def __iter__(self):
        n = self.head.next
        while n is not self.head:
            yield n.key
            n = n.next

c = LRU(3)
for i, k in enumerate("abc"): c[k] = i
c["a"]
c["d"] = 9
print(list(c), sorted(c.map))  # expect: ['d', 'a', 'c'] ['a', 'c', 'd']
try:
    c["b"]
except KeyError as e:
    print("evicted", e)  # expect: evicted 'b'
c["c"] = 5
print(list(c), c["c"])  # expect: ['c', 'd', 'a'] 5
---
# a bank with transactions
class BankError(Exception): pass
class Insufficient(BankError):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} lacks {needed - account.balance:.2f}")
        self.account = account

class Account:
    def __init__(self, owner, balance=0.0):
        self.owner, self._balance, self.history = owner, balance, []
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0: raise BankError(f"bad amount {amount}")
        self._balance += amount
        self.history.append(("+", amount))
    def withdraw(self, amount):
        if amount > self._balance: raise Insufficient(self, amount)
        self._balance -= amount
        self.history.append(("-", amount))

class Transaction:
    def __init__(self, *accounts): self.accounts = accounts
    def __enter__(self):
        self.saved = [(a, a._balance, len(a.history)) for a in self.accounts]
        return self
    def __exit__(self, kind, error, tb):
        if error is not None:
            for a, balance, n in self.saved:
                a._balance = balance
                del a.history[n:]
            print("rolled back:", error)
        return isinstance(error, BankError)

ann, bob = Account("Ann", 100), Account("Bob")
for amount in (30, 500, -1):
    with Transaction(ann, bob):
        bob.deposit(amount)
        ann.withdraw(amount)
        print("moved", amount)
# expect: moved 30
# expect: rolled back: Ann lacks 430.00
# expect: rolled back: bad amount -1
print(ann.balance, bob.balance, ann.history, bob.history)  # expect: 70 30.0 [('-', 30)] [('+', 30)]
try:
    ann.balance = 10 ** 6
except AttributeError as e:
    print(e)  # expect: property 'balance' of 'Account' object has no setter
---
# a plugin registry with versions and dependencies
class Plugin:
    registry = {}
    requires: tuple = ()
    def __init_subclass__(cls, /, version, **kw):
        super().__init_subclass__(**kw)
        cls.version = tuple(map(int, version.split(".")))
        Plugin.registry[cls.__name__] = cls
    def activate(self, host): raise NotImplementedError(f"{type(self).__name__} does nothing")

class Storage(Plugin, version="2.1"):
    def activate(self, host): host.services["storage"] = {}
class Players(Plugin, version="1.0"):
    requires = ("Storage>=2.0",)
    def activate(self, host): host.services["players"] = host.services["storage"].setdefault("players", [])
class Broken(Plugin, version="0.1"):
    requires = ("Storage>=3.0",)
class Idle(Plugin, version="0.1"): pass

class Host:
    def __init__(self): self.services, self.active = {}, {}
    def load(self, name):
        if name in self.active: return
        cls = Plugin.registry[name]
        for need in cls.requires:
            dep, _, least = need.partition(">=")
            if Plugin.registry[dep].version < tuple(map(int, least.split("."))):
                raise RuntimeError(f"{name} needs {need}, there is {'.'.join(map(str, Plugin.registry[dep].version))}")
            self.load(dep)
        plugin = cls()
        plugin.activate(self)
        self.active[name] = plugin

host = Host()
for name in ("Players", "Broken", "Idle", "Nothing"):
    try:
        host.load(name)
        print("loaded", name)
    except (RuntimeError, KeyError) as e:
        print(type(e).__name__, e)
# expect: loaded Players
# expect: RuntimeError Broken needs Storage>=3.0, there is 2.1
# expect: NotImplementedError Idle does nothing
# expect: KeyError 'Nothing'
print(list(host.active), host.services)
# expect: ['Storage', 'Players'] {'storage': {'players': []}, 'players': []}
---
# commands with a decorator that parses arguments by annotation
class Commands:
    def __init__(self): self.table = {}
    def command(self, *aliases):
        def deco(f):
            for name in (f.__name__, *aliases): self.table[name] = f
            return f
        return deco
    def run(self, line):
        name, *words = line.split()
        if name not in self.table: return f"unknown command: {name}"
        f = self.table[name]
        params = f.__code__.co_varnames[:f.__code__.co_argcount]
        defaults = dict(zip(params[::-1], (f.__defaults__ or ())[::-1]))
        args = {}
        for p in params:
            if words:
                kind = f.__annotations__.get(p, str)
                try: args[p] = kind(words.pop(0))
                except ValueError as e: return f"{p}: {e}"
            elif p not in defaults: return f"usage: {name} " + " ".join(f"[{q}]" if q in defaults else f"<{q}>" for q in params)
        if words: return f"too many arguments: {' '.join(words)}"
        return f(**args)

bot = Commands()
@bot.command("tp")
def teleport(who, x: int, y: int = 0): return f"{who} is at {x}, {y}"
@bot.command()
def heal(who, amount: float = 10.0): return f"{who} +{amount}"

for line in ("teleport ann 5", "tp bob 1 2", "heal ann 2.5", "heal", "tp bob five", "heal a 1 2 3", "fly"):
    print(bot.run(line))
# expect: ann is at 5, 0
# expect: bob is at 1, 2
# expect: ann +2.5
# expect: usage: heal <who> [amount]
# expect: x: invalid literal for int() with base 10: 'five'
# expect: too many arguments: 2 3
# expect: unknown command: fly
---
# retry with growing delays on a fake clock
class Clock:
    def __init__(self): self.now = 0.0
    def sleep(self, s): self.now += s

def retry(times, clock, on=(Exception,), factor=2):
    def deco(f):
        def wrapper(*args, **kw):
            delay, errors = 0.5, []
            for attempt in range(1, times + 1):
                try:
                    return f(*args, **kw)
                except on as e:
                    errors.append(e)
                    print(f"[{clock.now:.1f}] attempt {attempt} failed: {e!r}")
                    clock.sleep(delay)
                    delay *= factor
            raise ExceptionGroup(f"{f.__name__} failed {times} times", errors) from errors[-1]
        return wrapper
    return deco

clock = Clock()
answers = iter([ConnectionError("refused"), TimeoutError("slow"), "data"])
@retry(4, clock, on=(OSError,))
def fetch(url):
    a = next(answers)
    if isinstance(a, Exception): raise a
    return f"{a} from {url}"
print(fetch("host/x"))
# expect: [0.0] attempt 1 failed: ConnectionError('refused')
# expect: [0.5] attempt 2 failed: TimeoutError('slow')
# expect: data from host/x
@retry(2, clock, on=(ValueError,))
def parse(s): return int(s)
try:
    parse("x")
except ExceptionGroup as g:
    print(g, len(g.exceptions), repr(g.__cause__))
# expect: [1.5] attempt 1 failed: ValueError("invalid literal for int() with base 10: 'x'")
# expect: [2.0] attempt 2 failed: ValueError("invalid literal for int() with base 10: 'x'")
# expect: parse failed 2 times (2 sub-exceptions) 2 ValueError("invalid literal for int() with base 10: 'x'")
print(parse("12"), clock.now)  # expect: 12 3.0
---
# a priority job queue with dependencies
class Job:
    def __init__(self, name, work, priority=0, after=()):
        self.name, self.work, self.priority, self.after, self.result, self.state = name, work, priority, after, None, "waiting"
    def __repr__(self): return f"<{self.name} {self.state}>"

class Queue:
    def __init__(self): self.jobs = {}
    def add(self, name, priority=0, after=()):
        def deco(f):
            self.jobs[name] = Job(name, f, priority, after)
            return f
        return deco
    def ready(self):
        return [j for j in self.jobs.values() if j.state == "waiting" and all(self.jobs[a].state == "done" for a in j.after)]
    def run(self):
        while ready := self.ready():
            job = min(ready, key=lambda j: (-j.priority, j.name))
            try:
                job.result = job.work(*[self.jobs[a].result for a in job.after])
                job.state = "done"
            except Exception as e:
                job.result, job.state = e, "failed"
            print(job, repr(job.result))
        return [j for j in self.jobs.values() if j.state == "waiting"]

q = Queue()
@q.add("load")
def _(): return [3, 1, 2]
@q.add("sort", after=("load",))
def _(xs): return sorted(xs)
@q.add("sum", priority=5, after=("load",))
def _(xs): return sum(xs)
@q.add("bad", after=("sum",))
def _(n): return n / 0
@q.add("report", after=("sort", "sum"))
def _(xs, n): return f"{xs} = {n}"
@q.add("never", after=("bad",))
def _(x): return x
print("left:", q.run())
# expect: <load done> [3, 1, 2]
# expect: <sum done> 6
# expect: <bad failed> ZeroDivisionError('division by zero')
# expect: <sort done> [1, 2, 3]
# expect: <report done> '[1, 2, 3] = 6'
# expect: left: [<never waiting>]
---
# an observable model with undo
class Observable:
    def __init__(self, **values):
        self.__dict__.update(_values=values, _watchers=[], _undo=[])
    def __getattr__(self, name):
        try: return self._values[name]
        except KeyError: raise AttributeError(f"no field {name!r}") from None
    def __setattr__(self, name, value):
        old = getattr(self, name)
        if old == value: return
        self._undo.append((name, old))
        self._values[name] = value
        for w in self._watchers: w(name, old, value)
    def watch(self, f): self._watchers.append(f)
    def undo(self):
        name, old = self._undo.pop()
        setattr(self, name, old)
        self._undo.pop()

m = Observable(hp=10, name="Ann")
m.watch(lambda n, old, new: print(f"{n}: {old} -> {new}"))
m.hp -= 3  # expect: hp: 10 -> 7
m.hp = 7
m.name = "Bob"  # expect: name: Ann -> Bob
m.undo()  # expect: name: Bob -> Ann
m.undo()  # expect: hp: 7 -> 10
print(m.hp, m.name, m._undo)  # expect: 10 Ann []
for bad in ("m.mana", "m.mana = 5", "m.undo()"):
    try:
        exec(bad)
    except (AttributeError, IndexError) as e:
        print(type(e).__name__, e)
# expect: AttributeError no field 'mana'
# expect: AttributeError no field 'mana'
# expect: IndexError pop from empty list
---
# a query builder over lists of dicts
class Query:
    def __init__(self, rows): self.rows = rows
    def where(self, **conditions):
        def ok(r):
            for k, v in conditions.items():
                name, _, op = k.partition("__")
                x = r.get(name)
                match op:
                    case "" if x != v: return False
                    case "gt" if not x > v: return False
                    case "lt" if not x < v: return False
                    case "in" if x not in v: return False
                    case "" | "gt" | "lt" | "in": pass
                    case _: raise ValueError(f"unknown operator {op!r}")
            return True
        return Query(r for r in self.rows if ok(r))
    def select(self, *names): return Query({n: r[n] for n in names} for r in self.rows)
    def order(self, by, desc=False): return Query(sorted(self.rows, key=lambda r: r[by], reverse=desc))
    def group(self, by, **aggregates):
        groups = {}
        for r in self.rows: groups.setdefault(r[by], []).append(r)
        return Query({by: k, **{n: f([r[c] for r in g]) for n, (c, f) in aggregates.items()}} for k, g in groups.items())
    def limit(self, n): return Query(r for _, r in zip(range(n), self.rows))
    def __iter__(self): return iter(self.rows)

people = [{"name": n, "city": c, "age": a} for n, c, a in [("Ann", "Rome", 30), ("Bob", "Oslo", 25), ("Cid", "Rome", 41), ("Dee", "Oslo", 19), ("Eve", "Bonn", 33)]]
print(list(Query(people).where(age__gt=26).order("age", desc=True).select("name", "age")))
# expect: [{'name': 'Cid', 'age': 41}, {'name': 'Eve', 'age': 33}, {'name': 'Ann', 'age': 30}]
print(list(Query(people).group("city", n=("name", len), mean=("age", lambda xs: sum(xs) / len(xs))).order("city")))
# expect: [{'city': 'Bonn', 'n': 1, 'mean': 33.0}, {'city': 'Oslo', 'n': 2, 'mean': 22.0}, {'city': 'Rome', 'n': 2, 'mean': 35.5}]
print([r["name"] for r in Query(people).where(city__in=("Oslo", "Bonn"), age__lt=30).limit(1)])
# expect: ['Bob']
try:
    list(Query(people).where(age__near=3))
except ValueError as e:
    print(e)  # expect: unknown operator 'near'
---
# dependency injection by annotations
class Container:
    def __init__(self): self.makers, self.made = {}, {}
    def provide(self, kind):
        def deco(f):
            self.makers[kind] = f
            return f
        return deco
    def get(self, kind, path=()):
        if kind in path: raise RuntimeError("circular: " + " > ".join(k.__name__ for k in (*path, kind)))
        if kind not in self.made:
            maker = self.makers.get(kind, kind)
            hints = {k: v for k, v in getattr(maker if not isinstance(maker, type) else maker.__init__, "__annotations__", {}).items() if k != "return"}
            self.made[kind] = maker(**{n: self.get(t, (*path, kind)) for n, t in hints.items()})
        return self.made[kind]

class Config:
    def __init__(self): self.url = "db://x"
class Db:
    def __init__(self, config: Config): self.config = config
class App:
    def __init__(self, db: Db, config: Config): self.db, self.config = db, config
class A: pass
class B: pass

box = Container()
app = box.get(App)
print(app.db.config is app.config, app.config.url, box.get(App) is app)  # expect: True db://x True
@box.provide(A)
def make_a(b: B): return A()
@box.provide(B)
def make_b(a: A): return B()
try:
    box.get(A)
except RuntimeError as e:
    print(e)  # expect: circular: A > B > A
---
# a rate limiter and a circuit breaker
class Limiter:
    def __init__(self, rate, burst, clock): self.rate, self.burst, self.clock, self.tokens, self.last = rate, burst, clock, burst, clock()
    def allow(self):
        now = self.clock()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now
        if self.tokens >= 1:
            self.tokens -= 1
            return True
        return False

class Breaker:
    def __init__(self, f, limit, pause, clock): self.f, self.limit, self.pause, self.clock, self.failures, self.opened = f, limit, pause, clock, 0, None
    def __call__(self, *a):
        if self.opened is not None:
            if self.clock() - self.opened < self.pause: raise RuntimeError("open")
            self.opened = None
        try: r = self.f(*a)
        except ValueError:
            self.failures += 1
            if self.failures >= self.limit: self.opened, self.failures = self.clock(), 0
            raise
        self.failures = 0
        return r

now = 0.0
lim = Limiter(2, 3, lambda: now)
row = ""
for tick in range(16):
    now = tick * 0.25
    row += "x" if lim.allow() else "."
print(row)  # expect: xxxxx.x.x.x.x.x.
call = Breaker(int, 2, 5, lambda: now)
for t, arg in ((10, "1"), (11, "a"), (12, "b"), (13, "2"), (18, "3")):
    now = t
    try: print(t, call(arg))
    except (ValueError, RuntimeError) as e: print(t, type(e).__name__, e)
# expect: 10 1
# expect: 11 ValueError invalid literal for int() with base 10: 'a'
# expect: 12 ValueError invalid literal for int() with base 10: 'b'
# expect: 13 RuntimeError open
# expect: 18 3
---
# a schema validator
class Invalid(Exception):
    def __init__(self, path, message):
        super().__init__(f"{'.'.join(map(str, path)) or 'value'}: {message}")

def check(schema, value, path=()):
    match schema:
        case type():
            if not isinstance(value, schema) or schema is int and isinstance(value, bool):
                raise Invalid(path, f"expected {schema.__name__}, got {type(value).__name__}")
            return value
        case [item]:
            check(list, value, path)
            return [check(item, v, path + (i,)) for i, v in enumerate(value)]
        case dict():
            check(dict, value, path)
            if extra := sorted(value.keys() - {k.rstrip("?") for k in schema}): raise Invalid(path, f"unknown {extra}")
            return {k.rstrip("?"): check(s, value[k.rstrip("?")], path + (k.rstrip("?"),)) for k, s in schema.items() if k.rstrip("?") in value or not k.endswith("?") and missing(path, k)}
        case set():
            if value not in schema: raise Invalid(path, f"must be one of {sorted(schema)}")
            return value
        case _ if callable(schema):
            if not schema(value): raise Invalid(path, f"{value!r} refused by {schema.__name__}")
            return value

def missing(path, k): raise Invalid(path, f"{k} is missing")
def positive(n): return n > 0
SCHEMA = {"name": str, "size": {"s", "m"}, "tags?": [str], "pos": {"x": int, "y": positive}}
for value in ({"name": "a", "size": "s", "pos": {"x": 1, "y": 2}}, {"name": 5, "size": "s", "pos": {}}, {"name": "a", "size": "xl", "pos": {}},
              {"name": "a", "size": "m", "tags": ["b", 1], "pos": {}}, {"name": "a", "size": "m", "pos": {"x": 1}}, {"name": "a", "size": "m", "pos": {"x": True, "y": 1}},
              {"name": "a", "size": "m", "pos": {"x": 1, "y": -1}}, {"name": "a", "zzz": 1}, []):
    try:
        print("ok", check(SCHEMA, value))
    except Invalid as e:
        print(e)
# expect: ok {'name': 'a', 'size': 's', 'pos': {'x': 1, 'y': 2}}
# expect: name: expected str, got int
# expect: size: must be one of ['m', 's']
# expect: tags.1: expected str, got int
# expect: pos: y is missing
# expect: pos.x: expected int, got bool
# expect: pos.y: -1 refused by positive
# expect: value: unknown ['zzz']
# expect: value: expected dict, got list
---
# a lazy pipeline of log lines
LOG = """12:00:01 INFO start
12:00:05 WARN disk 91%
bad line
12:01:00 ERROR db timeout
12:01:30 INFO retry
12:02:00 ERROR db timeout
12:05:59 INFO stop"""

def lines(text): yield from text.splitlines()
def parsed(ls):
    for n, l in enumerate(ls, 1):
        try:
            time, level, message = l.split(maxsplit=2)
            h, m, s = map(int, time.split(":"))
        except ValueError as e:
            print(f"line {n} skipped: {e}")
            continue
        yield h * 3600 + m * 60 + s, level, message
def level(least, records):
    order = ("INFO", "WARN", "ERROR")
    return (r for r in records if order.index(r[1]) >= order.index(least))
def gaps(records):
    last = None
    for t, *rest in records:
        yield (t - last if last is not None else 0, *rest)
        last = t

for gap, lvl, msg in gaps(level("WARN", parsed(lines(LOG)))):
    print(f"+{gap:>3}s {lvl:<5} {msg}")
# expect: +  0s WARN  disk 91%
# expect: line 3 skipped: not enough values to unpack (expected 3, got 2)
# expect: + 55s ERROR db timeout
# expect: + 60s ERROR db timeout
---
# a spreadsheet with dependent cells
class Sheet:
    def __init__(self): self.cells, self.cache, self.busy = {}, {}, []
    def __setitem__(self, name, formula):
        self.cells[name] = formula
        self.cache.clear()
    def __getitem__(self, name):
        if name in self.cache: return self.cache[name]
        if name not in self.cells: return 0
        if name in self.busy: raise RecursionError(f"{name} depends on itself")
        self.busy.append(name)
        try:
            f = self.cells[name]
            v = eval(f[1:], {"__builtins__": {"sum": sum, "max": max, "abs": abs}}, self.Names(self)) if isinstance(f, str) and f.startswith("=") else f
        finally:
            self.busy.pop()
        self.cache[name] = v
        return v
    class Names(dict):
        def __init__(self, sheet): self.sheet = sheet
        def __missing__(self, name):
            if name.isidentifier() and name[0].isupper(): return self.sheet[name]
            raise KeyError(name)

s = Sheet()
s["A1"], s["A2"], s["A3"] = 5, 7, "=A1 * A2"
s["B1"] = "=sum([A1, A2, A3]) + max(A1, 10)"
print(s["A3"], s["B1"], s["Z9"])  # expect: 35 57 0
s["A1"] = 1
print(s["A3"], s["B1"], sorted(s.cache))  # expect: 7 25 ['A1', 'A2', 'A3', 'B1']
s["C1"], s["C2"] = "=C2 + 1", "=C1 + 1"
for cell, formula in (("C1", None), ("D1", "=open('x')"), ("D1", "=1 / Z1"), ("D1", "=1 +")):
    if formula: s[cell] = formula
    try:
        print(s[cell])
    except (RecursionError, NameError, ZeroDivisionError, SyntaxError) as e:
        print(type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg)
# expect: RecursionError C1 depends on itself
# expect: NameError name 'open' is not defined
# expect: ZeroDivisionError division by zero
# expect: SyntaxError invalid syntax
