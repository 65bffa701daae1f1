"""Attributes and methods: particles with a vector class, a stack, a property."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


class Particle:
    gravity = Vector(0.0, -9.81)

    def __init__(self, position, velocity):
        self.position = position
        self.velocity = velocity
        self.age = 0

    @property
    def energy(self):
        return self.velocity.dot(self.velocity) * 0.5

    def step(self, dt):
        self.velocity = self.velocity + Particle.gravity.scaled(dt)
        self.position = self.position + self.velocity.scaled(dt)
        self.age += 1


class Stack:
    def __init__(self):
        self.items = []
        self.pushes = 0

    def push(self, item):
        self.items.append(item)
        self.pushes += 1

    def pop(self):
        return self.items.pop()

    def is_empty(self):
        return not self.items


def main():
    particles = [Particle(Vector(i * 1.0, 0.0), Vector(0.0, i * 2.0)) for i in range(40)]
    energy = 0.0
    for _ in range(100):
        for particle in particles:
            particle.step(0.01)
            energy += particle.energy
    stack = Stack()
    for i in range(15_000):
        stack.push(i)
        if i % 3 == 0:
            stack.pop()
    count = 0
    while not stack.is_empty():
        stack.pop()
        count += 1
    return round(energy, 6), count
