"""The abstract classes of containers and the like, each group in a module loaded on demand."""

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence",
    "ByteString", "Buffer",
]

_PLACES = {
    "_abc_protocols": (
        "Hashable Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Iterable Iterator Reversible "
        "Generator Sized Container Collection Buffer Callable"
    ),
    "_abc_sets": "Set MutableSet",
    "_abc_mappings": "Mapping MappingView KeysView ItemsView ValuesView MutableMapping",
    "_abc_sequences": "Sequence MutableSequence ByteString",
}
_LATER = {name: where for where, names in _PLACES.items() for name in names.split()}


def __getattr__(name):
    where = _LATER.get(name)
    if where is None:
        raise AttributeError(f"module 'collections.abc' has no attribute {name!r}")
    value = globals()[name] = getattr(__import__(where), name)
    return value


def __dir__():
    return sorted({*globals(), *_LATER})
