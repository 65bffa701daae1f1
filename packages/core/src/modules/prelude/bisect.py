"""Where an item belongs in a sorted list."""


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """The position after all items that are no greater than x."""
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    if key is None:
        while lo < hi:
            middle = (lo + hi) >> 1
            if x < a[middle]:
                hi = middle
            else:
                lo = middle + 1
        return lo
    while lo < hi:
        middle = (lo + hi) >> 1
        if x < key(a[middle]):
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """The position after all items that are less than x."""
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    if key is None:
        while lo < hi:
            middle = (lo + hi) >> 1
            if a[middle] < x:
                lo = middle + 1
            else:
                hi = middle
        return lo
    while lo < hi:
        middle = (lo + hi) >> 1
        if key(a[middle]) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Insert x, after the items that equal it."""
    at = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(at, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Insert x, before the items that equal it."""
    at = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(at, x)


bisect = bisect_right
insort = insort_right
