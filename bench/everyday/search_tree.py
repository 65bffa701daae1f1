"""A binary tree of objects, iterated."""


class Node:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Node(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Node(key)
        else:
            self.right.insert(key)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


def main():
    n = 500
    r = Node(n * 7 % 501)
    for i in range(n):
        r.insert(i * 7919 % 1009)
    return sum(r)
