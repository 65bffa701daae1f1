"""Stands in for what asyncio has in CPython and cannot have here: it says why when it is called."""

NO_SOCKETS = "there are no sockets here; use the functions that the host registers"
NO_PROCESSES = "there are no processes here"


def absent_function(module, name, reason):
    """A coroutine function that refuses."""

    async def function(*args, **kwargs):
        raise NotImplementedError(f"asyncio.{name}: {reason}")

    return _placed(function, module, name)


def absent_class(module, name, reason):
    """A class of which there are no instances."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(f"asyncio.{name}: {reason}")

    __init__.__qualname__ = f"{name}.__init__"
    return _placed(type(name, (), {"__init__": __init__}), module, name)


def _placed(thing, module, name):
    thing.__module__ = module
    thing.__name__ = thing.__qualname__ = name
    return thing
