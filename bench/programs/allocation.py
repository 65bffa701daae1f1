"""Allocation: trees, linked lists, tuples, closures and short-lived containers."""


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(1)
    return Node(depth, build(depth - 1), build(depth - 1))


def check(node):
    if node.left is None:
        return node.value
    return node.value + check(node.left) + check(node.right)


def make_adder(n):
    def add(x):
        return x + n

    return add


def main():
    total = check(build(12))
    chain = None
    for i in range(15_000):
        chain = (i, chain)
    while chain is not None:
        value, chain = chain
        total += value
    for i in range(8_000):
        total += make_adder(i)(1)
    for i in range(10_000):
        record = {"id": i, "tags": [i, i + 1], "at": (i, -i)}
        total += len(record["tags"]) + record["at"][1]
    return total
