"""Functions that wait, in tasks of their own: there is one thread here, unless the loop's executor has others."""

import contextvars
from ._executors import by_name, place_of
from .events import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Call a function while others go on: what it waits for blocks nobody. It sees the caller's context variables."""
    loop = get_running_loop()
    submit = by_name(loop._default_executor)
    if submit is not None:
        return await submit(*place_of(func), list(args), kwargs)
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))
