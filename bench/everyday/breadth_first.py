"""A search with a deque over sets."""

import collections


def main():
    n = 300
    g = collections.defaultdict(set)
    for i in range(n):
        g[i].add((i * 3 + 1) % n)
        g[i].add((i * 5 + 2) % n)
    seen = {0}
    q = collections.deque([0])
    while q:
        v = q.popleft()
        for w in g[v]:
            if w not in seen:
                seen.add(w)
                q.append(w)
    return len(seen)
