"""Awaitables in the order in which they complete."""

__name__ = "asyncio.tasks"  # which names all of it, as in CPython

from .events import get_event_loop
from .coroutines import iscoroutine
from .futures import isfuture
from .queues import Queue
from .tasks import ensure_future

__all__ = ("as_completed",)


class _Completions:
    """Iterates over the results; `async for` over the futures."""

    def __init__(self, awaitables, timeout):
        loop = get_event_loop()
        self._done = Queue()
        self._timer = None
        self._pending = {ensure_future(each, loop=loop) for each in set(awaitables)}
        self._left = len(self._pending)
        for future in self._pending:
            future.add_done_callback(self._completed)
        if self._pending and timeout is not None:
            self._timer = loop.call_later(timeout, self._time_out)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if self._left == 0:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next()

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one()

    async def _next(self):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future

    async def _wait_for_one(self):
        return (await self._next()).result()

    def _completed(self, future):
        if future not in self._pending:
            return
        self._pending.remove(future)
        self._done.put_nowait(future)
        if not self._pending and self._timer is not None:
            self._timer.cancel()

    def _time_out(self):
        for future in self._pending:
            future.remove_done_callback(self._completed)
            self._done.put_nowait(None)
        self._pending.clear()


def as_completed(fs, *, timeout=None):
    """The awaitables as they complete; TimeoutError for those that have not after `timeout` seconds."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _Completions(fs, timeout)
