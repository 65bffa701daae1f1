"""Futures, and what natives need of Python about them."""

import reprlib
import _asyncio
from _asyncio import Future, isfuture

__all__ = ("Future", "isfuture", "wrap_future")


def wrap_future(future, *, loop=None):
    """A future of asyncio for another; there are only those here."""
    if isfuture(future):
        return future
    raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")


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


def _refusal(value):
    task = _asyncio.current_task()
    if value is task:
        return RuntimeError(f"Task cannot await on itself: {task!r}")
    is_future = getattr(value, "_asyncio_future_blocking", None) is not None
    kind = " for generator" if type(value) is type(_turn_by_hand()) else ""
    if not is_future and not kind:
        return RuntimeError(f"Task got bad yield: {value!r}")
    if is_future and value.get_loop() is not _asyncio.get_running_loop():
        return RuntimeError(f"Task {task!r} got Future {value!r} attached to a different loop")
    return RuntimeError(f"yield was used instead of yield from{kind} in task {task!r} with {value!r}")


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


for _each in (
    _future_repr, _remove_callback, _make_exception, _raise_given, _get_stack, _print_stack, _unseen_failure,
    _destroyed_task, _refusal, _turn_by_hand, _sleep_by_hand, _cancel_waiter, _set_task_name,
):
    _asyncio._provide(_each.__name__[1:], _each)
_asyncio._provide("text", str)
