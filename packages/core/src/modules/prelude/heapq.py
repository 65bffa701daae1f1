"""Heaps in lists: the item at k is no greater than those at 2k+1 and 2k+2."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def heappush(heap, item):
    """Put an item on a heap."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Take the least item off a heap."""
    if len(heap) == 0:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item):
    """Take the least item off, then put one on."""
    if len(heap) == 0:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item):
    """Put an item on, then take the least off."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Make a list a heap."""
    if not isinstance(x, list):
        raise TypeError(f"heapify() argument must be list, not {type(x).__name__}")
    for at in range(len(x) // 2 - 1, -1, -1):
        _sink(x, at)


def _rise(heap, top, at):
    """Move the item at a position up, at most to `top`, until its parent is no greater."""
    item = heap[at]
    while at > top:
        above = (at - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[at] = parent
        at = above
    heap[at] = item


def _sink(heap, at):
    """Move the item at a position to its place below.

    It goes all the way down along the lesser children, and up again from there: it mostly comes from the bottom, and
    this takes fewer comparisons.
    """
    top = at
    size = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        right = child + 1
        if right < size and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, top, at)


# ---- The same with the greatest item on top ----


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return greatest


def _heapreplace_max(heap, item):
    greatest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return greatest


def _heapify_max(x):
    for at in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, at)


def _sink_max(heap, at):
    top = at
    size = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        right = child + 1
        if right < size and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    while at > top:
        above = (at - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[at] = parent
        at = above
    heap[at] = item


# ---- Selections ----


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted iterator; equal items come in the order of the inputs."""
    heap = []
    heapify_, replace, pop = (
        (_heapify_max, _heapreplace_max, _heappop_max) if reverse else (heapify, heapreplace, heappop)
    )
    sign = -1 if reverse else 1
    for order, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            value = advance()
        except StopIteration:
            continue
        # The order is unique, so comparisons never get beyond it.
        heap.append([value if key is None else key(value), order * sign, value, advance])
    heapify_(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        try:
            value = entry[3]()
        except StopIteration:
            pop(heap)
            continue
        entry[0] = value if key is None else key(value)
        entry[2] = value
        replace(heap, entry)
    if heap:
        _, _, value, advance = heap[0]
        yield value
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    """The n least items in order: sorted(iterable, key=key)[:n]."""
    if n == 1:
        return _single(min, iterable, key)
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n greatest items, greatest first: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        return _single(max, iterable, key)
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


def _single(choose, iterable, key):
    nothing = object()
    found = choose(iterable, default=nothing, key=key)
    return [] if found is nothing else [found]
