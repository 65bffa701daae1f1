"""Waiting for futures: for some of them, no longer than a time, or without being able to cancel them."""

__name__ = "asyncio.tasks"  # which names all of it, as in CPython

from . import exceptions, timeouts
from .coroutines import iscoroutine
from .events import get_running_loop
from .futures import isfuture
from .tasks import ensure_future

__all__ = ("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "shield", "wait", "wait_for")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def _settle(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; the sets of those that are done and of those that are not."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    futures = set(fs)
    if any(iscoroutine(each) for each in futures):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _settle, waiter)
    left = len(futures)

    def completed(future):
        nonlocal left
        left -= 1
        is_over = left <= 0 or return_when == FIRST_COMPLETED
        if not is_over and return_when == FIRST_EXCEPTION:
            is_over = not future.cancelled() and future.exception() is not None
        if is_over:
            _settle(waiter)

    for future in futures:
        future.add_done_callback(completed)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in futures:
            future.remove_done_callback(completed)
    done = {future for future in futures if future.done()}
    return done, futures - done


async def wait_for(fut, timeout):
    """Wait for one awaitable, which is cancelled after `timeout` seconds: TimeoutError."""
    if timeout is None or not timeout <= 0:
        async with timeouts.timeout(timeout):
            return await fut
    future = ensure_future(fut)
    if not future.done():
        await _end(future)
        if future.cancelled():
            try:
                future.result()
            except exceptions.CancelledError as error:
                raise TimeoutError from error
    return future.result()


async def _end(future):
    """Cancel a future and wait until it has ended; it stays possible to cancel the waiting."""
    waiter = get_running_loop().create_future()

    def ended(future):
        _settle(waiter)

    future.add_done_callback(ended)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(ended)


def shield(arg):
    """What can be awaited and cancelled in place of another, which goes on."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # nobody else will ask
        elif inner.cancelled():
            outer.cancel()
        elif (error := inner.exception()) is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer
