# a text adventure as a state machine
ROOMS = {
    "hall": {"text": "a dusty hall", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "walls of books", "exits": {"south": "hall"}, "items": ["book", "key"]},
    "kitchen": {"text": "cold stoves", "exits": {"west": "hall", "down": "cellar"}, "items": [], "locked": {"down"}},
    "cellar": {"text": "you found the treasure", "exits": {}, "items": ["treasure"]},
}

class Game:
    def __init__(self):
        self.room, self.bag, self.over = "hall", [], False
    def do(self, command):
        here = ROOMS[self.room]
        match command.lower().split():
            case ["look"]: return f"{here['text']}; you see {', '.join(here['items']) or 'nothing'}"
            case ["go", way] if way in here.get("locked", ()):
                return f"the way {way} is locked"
            case ["go", way] if way in here["exits"]:
                self.room = here["exits"][way]
                self.over = self.room == "cellar"
                return ROOMS[self.room]["text"]
            case ["go", way]: return f"no way {way}"
            case ["take", *things]:
                taken = [t for t in things if t in here["items"]]
                for t in taken:
                    here["items"].remove(t)
                    self.bag.append(t)
                return f"taken: {', '.join(taken)}" if taken else "nothing like that"
            case ["use", "key"] if "key" in self.bag and here.get("locked"):
                here["locked"].clear()
                return "click"
            case ["bag"]: return str(sorted(self.bag))
            case []: return "say something"
            case [verb, *_]: return f"you cannot {verb}"

g = Game()
for line in ("look", "take lamp sword", "go up", "go north", "take key", "dance", "", "go south", "go east", "go down", "use key", "go down", "bag"):
    print(">", line or "(nothing)", "|", g.do(line))
# expect: > look | a dusty hall; you see lamp
# expect: > take lamp sword | taken: lamp
# expect: > go up | no way up
# expect: > go north | walls of books
# expect: > take key | taken: key
# expect: > dance | you cannot dance
# expect: > (nothing) | say something
# expect: > go south | a dusty hall
# expect: > go east | cold stoves
# expect: > go down | the way down is locked
# expect: > use key | click
# expect: > go down | you found the treasure
# expect: > bag | ['key', 'lamp']
print("won" if g.over else "still playing")  # expect: won
---
# an inventory with dataclasses
from dataclasses import dataclass, field

@dataclass(frozen=True, order=True)
class Item:
    name: str
    weight: float = field(compare=False)
    value: int = field(default=0, compare=False)

@dataclass
class Inventory:
    capacity: float
    items: dict[Item, int] = field(default_factory=dict)
    @property
    def weight(self): return sum(i.weight * n for i, n in self.items.items())
    @property
    def value(self): return sum(i.value * n for i, n in self.items.items())
    def add(self, item, n=1):
        if self.weight + item.weight * n > self.capacity:
            raise OverflowError(f"{n} x {item.name} does not fit")
        self.items[item] = self.items.get(item, 0) + n
    def remove(self, item, n=1):
        have = self.items.get(item, 0)
        if have < n: raise KeyError(item.name)
        if have == n: del self.items[item]
        else: self.items[item] = have - n

sword, potion = Item("sword", 5.5, 100), Item("potion", 0.5, 20)
bag = Inventory(10)
bag.add(sword)
bag.add(potion, 3)
print(bag.weight, bag.value, sorted(bag.items))
# expect: 7.0 160 [Item(name='potion', weight=0.5, value=20), Item(name='sword', weight=5.5, value=100)]
for action in (lambda: bag.add(sword), lambda: bag.remove(potion, 9), lambda: bag.remove(potion, 3), lambda: bag.remove(potion)):
    try:
        action()
        print("fine", bag.weight)
    except (OverflowError, KeyError) as e:
        print(type(e).__name__, e)
# expect: OverflowError 1 x sword does not fit
# expect: KeyError 'potion'
# expect: fine 5.5
# expect: KeyError 'potion'
print(bag)  # expect: Inventory(capacity=10, items={Item(name='sword', weight=5.5, value=100): 1})
---
# an event system
class Events:
    def __init__(self): self.handlers = {}
    def on(self, name, handler=None, *, priority=0):
        if handler is None:
            return lambda h: self.on(name, h, priority=priority)
        self.handlers.setdefault(name, []).append((-priority, len(self.handlers.get(name, ())), handler))
        self.handlers[name].sort(key=lambda t: t[:2])
        return handler
    def off(self, name, handler):
        self.handlers[name] = [t for t in self.handlers[name] if t[2] is not handler]
    def emit(self, name, *args, **kw):
        errors, results = [], []
        for _, _, h in list(self.handlers.get(name, ())):
            try:
                if (r := h(*args, **kw)) is not None: results.append(r)
            except Exception as e:
                errors.append(e)
        if errors: raise ExceptionGroup(f"in handlers of {name}", errors)
        return results

events = Events()
@events.on("damage", priority=1)
def armour(player, amount): return f"{player} blocks {amount // 2}"
@events.on("damage")
def log(player, amount): print("log:", player, amount)
@events.on("damage", priority=9)
def first(**_): raise ValueError("first handler is broken")
try:
    events.emit("damage", player="Ann", amount=10)  # expect: log: Ann 10
except* ValueError as g:
    print(g.message, g.exceptions)  # expect: in handlers of damage (ValueError('first handler is broken'),)
events.off("damage", first)
print(events.emit("damage", player="Bob", amount=7), events.emit("nothing"))
# expect: log: Bob 7
# expect: ['Bob blocks 3'] []
---
# an entity component world
class World:
    def __init__(self): self.next, self.parts, self.systems = 1, {}, []
    def spawn(self, **components):
        e, self.next = self.next, self.next + 1
        for name, value in components.items(): self.parts.setdefault(name, {})[e] = value
        return e
    def each(self, *names):
        stores = [self.parts.get(n, {}) for n in names]
        for e in list(min(stores, key=len)):
            if all(e in s for s in stores): yield e, *(s[e] for s in stores)
    def kill(self, e):
        for s in self.parts.values(): s.pop(e, None)
    def system(self, f):
        self.systems.append(f)
        return f
    def tick(self, dt):
        for s in self.systems: s(self, dt)

world = World()
@world.system
def move(w, dt):
    for _, pos, vel in w.each("pos", "vel"):
        pos[0] += vel[0] * dt
        pos[1] += vel[1] * dt
@world.system
def decay(w, dt):
    for e, life in w.each("life"):
        life["left"] -= dt
        if life["left"] <= 0:
            print("entity", e, "is gone")
            w.kill(e)

player = world.spawn(pos=[0, 0], vel=[1, 2], name="player")
spark = world.spawn(pos=[5, 5], vel=[-1, 0], life={"left": 1.0})
tree = world.spawn(pos=[9, 9])
for _ in range(3): world.tick(0.5)  # expect: entity 2 is gone
print(list(world.each("pos")), [n for _, n in world.each("name")])
# expect: [(1, [1.5, 3.0]), (3, [9, 9])] ['player']
---
# combat with dice from a seeded generator
import random
from dataclasses import dataclass

@dataclass
class Fighter:
    name: str
    hp: int
    attack: int
    defence: int
    def hit(self, other, rng):
        roll = rng.randint(1, 20)
        if roll == 1: return f"{self.name} stumbles"
        damage = max(0, self.attack + roll // 4 - other.defence) * (2 if roll == 20 else 1)
        other.hp -= damage
        return f"{self.name} rolls {roll:>2}, {other.name} has {max(other.hp, 0)}"

def fight(a, b, seed):
    rng = random.Random(seed)
    rounds = 0
    while True:
        rounds += 1
        for x, y in ((a, b), (b, a)):
            print(x.hit(y, rng))
            if y.hp <= 0: return x.name, rounds

print(fight(Fighter("Orc", 20, 7, 3), Fighter("Elf", 16, 6, 4), 12))
# expect: Orc rolls 16, Elf has 9
# expect: Elf rolls  9, Orc has 15
# expect: Orc rolls 17, Elf has 2
# expect: Elf rolls 12, Orc has 9
# expect: Orc rolls  5, Elf has 0
# expect: ('Orc', 3)
---
# a quest log with states
from enum import Enum, auto

class State(Enum):
    HIDDEN = auto()
    OPEN = auto()
    DONE = auto()
    FAILED = auto()

class Quest:
    MOVES = {State.HIDDEN: {State.OPEN}, State.OPEN: {State.DONE, State.FAILED}}
    def __init__(self, title, goals, needs=()):
        self.title, self.goals, self.needs, self.state = title, dict.fromkeys(goals, False), needs, State.HIDDEN
    def to(self, state):
        if state not in self.MOVES.get(self.state, set()):
            raise ValueError(f"{self.title}: {self.state.name} cannot become {state.name}")
        self.state = state
    def progress(self): return f"{sum(self.goals.values())}/{len(self.goals)}"

class Log:
    def __init__(self, *quests): self.quests = {q.title: q for q in quests}
    def start(self, title):
        q = self.quests[title]
        missing = [n for n in q.needs if self.quests[n].state is not State.DONE]
        if missing: raise ValueError(f"{title} needs {', '.join(missing)}")
        q.to(State.OPEN)
    def goal(self, name):
        for q in self.quests.values():
            if q.state is State.OPEN and name in q.goals:
                q.goals[name] = True
                print(q.title, q.progress())
                if all(q.goals.values()): q.to(State.DONE)

log = Log(Quest("rats", ["rat 1", "rat 2"]), Quest("king", ["throne"], needs=("rats",)))
for act in (lambda: log.start("king"), lambda: log.start("rats"), lambda: log.goal("rat 1"), lambda: log.goal("throne"),
            lambda: log.goal("rat 2"), lambda: log.start("rats"), lambda: log.start("king"), lambda: log.goal("throne")):
    try:
        act()
    except ValueError as e:
        print("!", e)
# expect: ! king needs rats
# expect: rats 1/2
# expect: rats 2/2
# expect: ! rats: DONE cannot become OPEN
# expect: king 1/1
print({q.title: q.state.name for q in log.quests.values()})  # expect: {'rats': 'DONE', 'king': 'DONE'}
---
# a scripted npc as a generator
def guard(name):
    mood = 0
    said = yield f"{name}: halt!"
    while True:
        match said:
            case "hello":
                mood += 1
                said = yield f"{name}: good day ({mood})"
            case "insult":
                mood -= 2
                if mood < 0:
                    return f"{name} attacks"
                said = yield f"{name}: watch it"
            case "password" if mood > 0:
                return f"{name} opens the gate"
            case _:
                said = yield f"{name}: hm? {said}"

for script in (["hello", "what", "password"], ["password", "insult"], ["hello", "hello", "insult", "insult"]):
    npc = guard("Bob")
    print(next(npc))
    try:
        for line in script: print(" ", line, "->", npc.send(line))
    except StopIteration as e:
        print("  end:", e.value)
# expect: Bob: halt!
# expect:   hello -> Bob: good day (1)
# expect:   what -> Bob: hm? what
# expect:   end: Bob opens the gate
# expect: Bob: halt!
# expect:   password -> Bob: hm? password
# expect:   end: Bob attacks
# expect: Bob: halt!
# expect:   hello -> Bob: good day (1)
# expect:   hello -> Bob: good day (2)
# expect:   insult -> Bob: watch it
# expect:   end: Bob attacks
---
# cut scenes as cooperative tasks
class Wait:
    def __init__(self, ticks): self.ticks = ticks

def walk(who, path):
    for p in path:
        print(f"{who} at {p}")
        yield Wait(1)
    return f"{who} arrived"

def talk(who, *lines):
    for l in lines:
        print(f"{who}: {l}")
        yield Wait(2)

def scene():
    r = yield from walk("hero", "ab")
    print(r)
    yield from talk("hero", "hello?")

class Director:
    def __init__(self): self.tasks, self.now = [], 0
    def start(self, task): self.tasks.append([0, task])
    def run(self):
        while self.tasks:
            for t in list(self.tasks):
                if t[0] <= self.now:
                    try: t[0] = self.now + next(t[1]).ticks
                    except StopIteration: self.tasks.remove(t)
            self.now += 1

d = Director()
d.start(scene())
d.start(talk("crow", "caw", "caw caw"))
d.run()
# expect: hero at a
# expect: crow: caw
# expect: hero at b
# expect: hero arrived
# expect: hero: hello?
# expect: crow: caw caw
print("ended at", d.now)  # expect: ended at 5
---
# a board game: snakes and ladders
import random
JUMPS = {3: 22, 5: 8, 11: 26, 20: 29, 27: 1, 21: 9, 17: 4, 19: 7}

def play(players, seed, size=30):
    rng = random.Random(seed)
    at = dict.fromkeys(players, 0)
    turn = 0
    while True:
        p = players[turn % len(players)]
        roll = rng.randint(1, 6)
        turn += 1
        if at[p] + roll > size: continue
        at[p] += roll
        note = ""
        if (to := JUMPS.get(at[p])) is not None:
            note = f" {'climbs' if to > at[p] else 'slides'} to {to}"
            at[p] = to
        if note or at[p] == size: print(f"{turn:>2} {p} rolls {roll}{note or ' and wins'}")
        if at[p] == size: return turn, at

print(play(["red", "blue"], 5))
# expect:  1 red rolls 5 climbs to 8
# expect:  2 blue rolls 3 climbs to 22
# expect:  5 red rolls 6 climbs to 29
# expect:  8 blue rolls 5 and wins
# expect: (8, {'red': 29, 'blue': 30})
---
# cards: hands of poker
from collections import Counter
RANKS = "23456789TJQKA"

def rank(hand):
    values = sorted((RANKS.index(c[0]) for c in hand), reverse=True)
    groups = sorted(Counter(values).items(), key=lambda kv: (-kv[1], -kv[0]))
    shape, order = tuple(n for _, n in groups), tuple(v for v, _ in groups)
    flush = len({c[1] for c in hand}) == 1
    straight = shape == (1,) * 5 and values[0] - values[4] == 4
    name = ("straight flush" if straight and flush else "four of a kind" if shape == (4, 1) else "full house" if shape == (3, 2) else
            "flush" if flush else "straight" if straight else "three of a kind" if shape[0] == 3 else "two pairs" if shape == (2, 2, 1) else
            "pair" if shape[0] == 2 else "high card")
    order_of = ["high card", "pair", "two pairs", "three of a kind", "straight", "flush", "full house", "four of a kind", "straight flush"]
    return order_of.index(name), order, name

hands = ["5H 5C 6S 7S KD", "2C 3S 8S 8D TD", "AH KH QH JH TH", "9C 9D 9S 2C 2D", "3H 4S 5D 6C 7H", "2S 4S 8S JS KS", "AC AD AH AS 2D", "QQ"]
for h in sorted(hands[:-1], key=lambda h: rank(h.split()), reverse=True):
    print(h, rank(h.split())[2])
# expect: AH KH QH JH TH straight flush
# expect: AC AD AH AS 2D four of a kind
# expect: 9C 9D 9S 2C 2D full house
# expect: 2S 4S 8S JS KS flush
# expect: 3H 4S 5D 6C 7H straight
# expect: 2C 3S 8S 8D TD pair
# expect: 5H 5C 6S 7S KD pair
---
# a particle simulation with vectors
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    def __iter__(self): return iter((self.x, self.y))
    def __repr__(self): return f"({self.x:.2f}, {self.y:.2f})"

class Particle:
    def __init__(self, pos, vel): self.pos, self.vel = pos, vel
    def step(self, dt, gravity=Vec(0, -9.81)):
        self.vel += gravity * dt
        self.pos += self.vel * dt
        if self.pos.y < 0:
            self.pos = Vec(self.pos.x, -self.pos.y)
            self.vel = Vec(self.vel.x * 0.9, -self.vel.y * 0.5)

ps = [Particle(Vec(0, 1), Vec(i, 2 * i)) for i in range(3)]
for frame in range(1, 91):
    for p in ps: p.step(1 / 60)
    if frame % 30 == 0: print(frame, *[p.pos for p in ps])
# expect: 30 (0.00, 0.12) (0.50, 0.73) (1.00, 1.73)
# expect: 60 (0.00, 0.06) (0.97, 0.32) (2.00, 0.01)
# expect: 90 (0.00, 0.01) (1.39, 0.01) (2.90, 0.34)
x, y = ps[2].pos
print(f"{x + y:.3f}")  # expect: 3.248
---
# tile map, flood fill and line of sight
GRID = ["..........", "..####....", "..#..#..~~", "..#..#.~~~", "..####..~~", ".........."]

def flood(x, y, kind):
    seen, stack = set(), [(x, y)]
    while stack:
        x, y = p = stack.pop()
        if p in seen or not (0 <= y < len(GRID) and 0 <= x < len(GRID[y])) or GRID[y][x] != kind: continue
        seen.add(p)
        stack += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return seen

def line(x0, y0, x1, y1):
    dx, dy = abs(x1 - x0), -abs(y1 - y0)
    sx, sy, err = 1 if x0 < x1 else -1, 1 if y0 < y1 else -1, dx + dy
    while True:
        yield x0, y0
        if (x0, y0) == (x1, y1): return
        e2 = 2 * err
        if e2 >= dy: err, x0 = err + dy, x0 + sx
        if e2 <= dx: err, y0 = err + dx, y0 + sy

def sees(a, b): return all(GRID[y][x] != "#" for x, y in line(*a, *b))

print(len(flood(0, 0, ".")), sorted(flood(3, 2, ".")), len(flood(8, 2, "~")))
# expect: 37 [(3, 2), (3, 3), (4, 2), (4, 3)] 7
print(list(line(0, 0, 5, 3)))  # expect: [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)]
print(sees((0, 0), (9, 0)), sees((0, 2), (6, 2)), sees((0, 5), (9, 5)), sees((0, 0), (9, 5)))
# expect: True False True False
