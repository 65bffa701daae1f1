"""Tasks: making them, and what can be waited for as one."""

import _asyncio
from _asyncio import Task, current_task
from .coroutines import iscoroutine
from .events import get_running_loop
from .futures import isfuture

__all__ = (
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "all_tasks", "as_completed",
    "create_eager_task_factory", "create_task", "current_task", "eager_task_factory", "ensure_future", "gather",
    "run_coroutine_threadsafe", "shield", "sleep", "wait", "wait_for",
)


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = get_running_loop()
    return {task for task in _asyncio._tasks(loop) if not task.done()}


def create_task(coro, *, name=None, context=None):
    """Run a coroutine as a task of the loop that runs."""
    return _asyncio._create_task(coro, name, context)


async def sleep(delay, result=None):
    """Wait some seconds; 0 gives the others a turn."""
    if delay <= 0:
        await _asyncio._turn
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    return await _asyncio._timer(0.0 + delay, result)


async def _await(awaitable):
    return await awaitable


_asyncio._provide("await_it", _await)


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; a coroutine or anything else that can be awaited as a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    coro = coro_or_future
    is_wrapped = False
    if not iscoroutine(coro):
        if not hasattr(type(coro), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro = _await(coro)
        is_wrapped = True
    if loop is None:
        from .events import get_event_loop
        loop = get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if is_wrapped:
            coro.close()
        raise


def create_eager_task_factory(custom_task_constructor):
    """A task factory for `loop.set_task_factory`, whose tasks take their first step at once."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def run_coroutine_threadsafe(coro, loop):
    """There is no other thread that could wait for the result."""
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    coro.close()
    raise NotImplementedError("asyncio.run_coroutine_threadsafe: there is one thread here; use asyncio.create_task")


# These build on those above.
from ._completing import as_completed
from ._gathering import gather
from ._waiting import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, shield, wait, wait_for
