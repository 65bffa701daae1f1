"""Waiting for the results of several awaitables as one."""

__name__ = "asyncio.tasks"  # which names all of it, as in CPython

import _asyncio
from .exceptions import CancelledError
from .futures import Future
from .tasks import ensure_future

__all__ = ("gather",)


class _GatheringFuture(Future):
    """What `gather` answers: cancelling it cancels all that it waits for."""

    def __init__(self, children, loop):
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

    plain = _asyncio._gather(coros_or_futures, True if return_exceptions else False)
    return _gather_any(coros_or_futures, return_exceptions) if plain is None else plain


def _gather_any(coros_or_futures, return_exceptions):
    """`gather` where classes of the script have a say."""
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
            outer.set_exception(child._make_cancelled_error() if child.cancelled() else CancelledError())
            return
        results = []
        for each in children:
            if each.cancelled():
                message = each._cancel_message
                results.append(CancelledError("" if message is None else message))
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
    outer = _GatheringFuture(children, loop)
    for future in finished:
        child_done(future)
    return outer


_asyncio._provide("GatheringFuture", _GatheringFuture)
