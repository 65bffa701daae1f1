"""Futures, and what natives need of Python about them."""

import reprlib
import _asyncio
from _asyncio import Future, isfuture

__all__ = ("Future", "isfuture", "wrap_future")


def wrap_future(future, *, loop=None):
    """A future of asyncio for another; there are only those here."""
    if isfuture(future):
        return future
    raise TypeError(f"concurrent.futures.Future is expected, got {future!r}")


def _callbacks_text(callbacks):
    from .events import _call_text
    shown = [_call_text(callback, ()) for callback, context in callbacks]
    if len(shown) > 2:
        shown = [shown[0], f"<{len(shown) - 2} more>", shown[-1]]
    return f"cb=[{', '.join(shown)}]"


def _info(future):
    info = [future._state.lower()]
    if future._state == "FINISHED":
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={reprlib.repr(future._result)}")
    if future._callbacks:
        info.append(_callbacks_text(future._callbacks))
    return info


def _coroutine_text(coro):
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    if not name:
        name = f"<{type(coro).__name__} without __name__>"
    if code is None:
        return f"{name}()"
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is not None:
        return f"{name}() running at {code.co_filename}:{frame.f_lineno}"
    return f"{name}() done, defined at {code.co_filename}:{code.co_firstlineno}"


@reprlib.recursive_repr()
def _future_repr(future):
    info = _info(future)
    if isinstance(future, _asyncio.Task):
        if future.cancelling() and not future.done():
            info[0] = "cancelling"
        info.insert(1, f"name={future.get_name()!r}")
        if future._fut_waiter is not None:
            info.insert(2, f"wait_for={future._fut_waiter!r}")
        if future._coro is not None:
            info.insert(2, f"coro=<{_coroutine_text(future._coro)}>")
    return f"<{type(future).__name__} {' '.join(info)}>"


def _remove_callback(future, callback):
    callbacks = future._callbacks or []
    kept = [at for at, (own, context) in enumerate(callbacks) if own != callback]
    if len(kept) < len(callbacks):
        _asyncio._keep_callbacks(future, kept)
    return len(callbacks) - len(kept)


def _make_exception(future, kind):
    future.set_exception(kind())


def _raise_given(kind, value):
    if isinstance(kind, BaseException):
        raise kind
    raise kind() if value is None else value if isinstance(value, BaseException) else kind(value)


def _get_stack(task, limit):
    coro = task.get_coro()
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.insert(0, frame)
            frame = frame.f_back
    elif task._exception is not None:
        entry = task._exception.__traceback__
        while entry is not None and (limit is None or len(frames) < limit):
            frames.append(entry.tb_frame)
            entry = entry.tb_next
    return frames


def _print_stack(task, limit, file):
    import sys, traceback
    if file is None:
        file = sys.stderr
    frames = task.get_stack(limit=limit)
    kind = "Stack" if task._exception is None else "Traceback"
    print(f"{kind} for {task!r} (most recent call last):" if frames else f"No stack for {task!r}", file=file)
    traceback.print_list([(each.f_code.co_filename, each.f_lineno, each.f_code.co_name, None) for each in frames], file)
    if task._exception is not None:
        traceback.print_exception(type(task._exception), task._exception, None, file=file, chain=False)


def _unseen_failure(future, kind):
    future.get_loop().call_exception_handler({
        "message": f"{kind} exception was never retrieved", "exception": future._exception, "future": future,
    })


def _destroyed_task(task):
    task.get_loop().call_exception_handler({"task": task, "message": "Task was destroyed but it is pending!"})


def _foreign_future(task, future):
    raise RuntimeError(f"Task {task!r} got Future {future!r} attached to a different loop")


def _turn_by_hand():
    yield


def _sleep_by_hand(delay, result):
    loop = _asyncio.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, lambda: future.done() or future.set_result(result))
    try:
        return (yield from future)
    finally:
        handle.cancel()


def _cancel_waiter(future, message):
    future.cancel(msg=message)


def _set_task_name(task, name):
    task.set_name(str(name))


_asyncio._provide("future_repr", _future_repr)
_asyncio._provide("remove_callback", _remove_callback)
_asyncio._provide("make_exception", _make_exception)
_asyncio._provide("raise_given", _raise_given)
_asyncio._provide("get_stack", _get_stack)
_asyncio._provide("print_stack", _print_stack)
_asyncio._provide("unseen_failure", _unseen_failure)
_asyncio._provide("destroyed_task", _destroyed_task)
_asyncio._provide("foreign_future", _foreign_future)
_asyncio._provide("turn_by_hand", _turn_by_hand)
_asyncio._provide("sleep_by_hand", _sleep_by_hand)
_asyncio._provide("cancel_waiter", _cancel_waiter)
_asyncio._provide("set_task_name", _set_task_name)
_asyncio._provide("text", str)
