"""Functions that wait, in tasks of their own: there is one thread here."""

import contextvars
from .events import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Call a function while others go on: what it waits for blocks nobody. It sees the caller's context variables."""
    context = contextvars.copy_context()
    return await get_running_loop().run_in_executor(None, lambda: context.run(func, *args, **kwargs))
