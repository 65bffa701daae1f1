"""Heaps in lists: the item at k is no greater than those at 2k+1 and 2k+2."""

from _heapq import (
    _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace,
)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


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
    return _first(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n greatest items, greatest first: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        return _single(max, iterable, key)
    return _first(n, iterable, key, True)


def _first(n, iterable, key, reverse):
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        size = None
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=reverse)[:n]
    return sorted(iterable, key=key, reverse=reverse)[: max(n, 0)]


def _single(choose, iterable, key):
    nothing = object()
    found = choose(iterable, default=nothing, key=key)
    return [] if found is nothing else [found]
