"""Tasks, and waiting for several of them."""

import _asyncio
import types
from _asyncio import Task, current_task
from . import exceptions
from .coroutines import iscoroutine
from .events import get_running_loop
from .futures import Future, isfuture

__all__ = (
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "all_tasks", "create_task", "current_task",
    "ensure_future", "gather", "sleep",
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = get_running_loop()
    return {task for task in _asyncio._tasks(loop) if not task.done()}


def create_task(coro, *, name=None, context=None):
    """Run a coroutine as a task of the loop that runs."""
    return get_running_loop().create_task(coro, name=name, context=context)


async def sleep(delay, result=None):
    """Wait some seconds; 0 gives the others a turn."""
    if delay <= 0:
        await _asyncio._turn
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    return await _asyncio._timer(delay, result)


async def _await(awaitable):
    return await awaitable


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


class _GatheringFuture(Future):
    """What `gather` answers: cancelling it cancels all that it waits for."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = [child.cancel(msg=msg) for child in self._children]
        if not any(cancelled):
            return False
        self._cancel_requested = True
        return True


def gather(*coros_or_futures, return_exceptions=False):
    """Run all at once; the list of their results, in the order of the arguments."""
    if not coros_or_futures:
        from .events import get_event_loop
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer

    futures = {}
    children = []
    loop = None
    unfinished = 0
    outer = None

    def child_done(child):
        nonlocal unfinished
        unfinished -= 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()  # nobody else will ask
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if unfinished:
            return
        if outer._cancel_requested:
            outer.set_exception(child._make_cancelled_error() if child.cancelled() else exceptions.CancelledError())
            return
        results = []
        for each in children:
            if each.cancelled():
                message = each._cancel_message
                results.append(exceptions.CancelledError("" if message is None else message))
            else:
                results.append(each.exception() or each.result())
        outer.set_result(results)

    finished = []
    for arg in coros_or_futures:
        future = futures.get(arg)
        if future is None:
            future = ensure_future(arg, loop=loop)
            if loop is None:
                loop = future.get_loop()
            if future is not arg:
                future._log_destroy_pending = False
            unfinished += 1
            futures[arg] = future
            if future.done():
                finished.append(future)
            else:
                future.add_done_callback(child_done)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    for future in finished:
        child_done(future)
    return outer
