"""What asyncio has in CPython and cannot have here: each says why when it is called."""

__all__ = (
    "create_subprocess_exec", "create_subprocess_shell", "open_connection", "open_unix_connection",
    "run_coroutine_threadsafe", "start_server", "start_unix_server",
)


def _refuse(name, reason):
    raise NotImplementedError(f"asyncio.{name}: {reason}")


def _absent(name, reason):
    async def function(*args, **kwargs):
        _refuse(name, reason)

    function.__name__ = function.__qualname__ = name
    return function


_NO_SOCKETS = "there are no sockets here; use the functions that the host registers"
_NO_PROCESSES = "there are no processes here"

open_connection = _absent("open_connection", _NO_SOCKETS)
open_unix_connection = _absent("open_unix_connection", _NO_SOCKETS)
start_server = _absent("start_server", _NO_SOCKETS)
start_unix_server = _absent("start_unix_server", _NO_SOCKETS)
create_subprocess_exec = _absent("create_subprocess_exec", _NO_PROCESSES)
create_subprocess_shell = _absent("create_subprocess_shell", _NO_PROCESSES)


def run_coroutine_threadsafe(coro, loop):
    """There is no other thread that could wait for the result."""
    from .coroutines import iscoroutine
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    coro.close()
    _refuse("run_coroutine_threadsafe", "there is one thread here; use asyncio.create_task")
