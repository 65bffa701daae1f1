"""The cheapest way over a grid: a heap, and dicts with places as keys."""

import heapq


def main():
    w = 40
    grid = {(x, y): 1 + (x * 7 + y * 13) % 5 for x in range(w) for y in range(w)}
    start, goal = ((0, 0), (w - 1, w - 1))

    def h(p):
        return abs(p[0] - goal[0]) + abs(p[1] - goal[1])

    openq = [(h(start), start)]
    g = {start: 0}
    came = {}
    while openq:
        _, cur = heapq.heappop(openq)
        if cur == goal:
            break
        x, y = cur
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            nb = (x + dx, y + dy)
            if nb not in grid:
                continue
            ng = g[cur] + grid[nb]
            if ng < g.get(nb, 1e9):
                g[nb] = ng
                came[nb] = cur
                heapq.heappush(openq, (ng + h(nb), nb))
    path = [goal]
    while path[-1] in came:
        path.append(came[path[-1]])
    return (g[goal], len(path))
