"""Bodies that fall: dataclasses, vectors with operators and slots."""

import math
from dataclasses import dataclass, field


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def length(self):
        return math.sqrt(self.x * self.x + self.y * self.y)


@dataclass
class Body:
    pos: Vec
    vel: Vec
    hp: int = 100
    tags: list = field(default_factory=list)


def main():
    bodies = [Body(Vec(float(i), 0.0), Vec(0.5, i * 0.1)) for i in range(30)]
    for _ in range(60):
        for b in bodies:
            b.vel = b.vel + Vec(0.0, -9.8) * 0.016
            b.pos = b.pos + b.vel * 0.016
            if b.pos.y < 0:
                b.pos.y = 0.0
                b.vel.y = -b.vel.y * 0.5
            if b.vel.length() > 50:
                b.hp -= 1
    return round(sum(b.pos.y for b in bodies), 6)
