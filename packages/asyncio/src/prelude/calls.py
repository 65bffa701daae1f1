"""Calls of the host that nobody waits for."""

from .events import get_running_loop


async def call_for_host(callback, *args):
    """Call a function; a coroutine that it answers is awaited. What it raises is the loop's to report."""
    try:
        result = callback(*args)
        if hasattr(type(result), "__await__"):
            await result
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        from .events import _call_text
        get_running_loop().call_exception_handler({
            "message": f"Exception in callback {_call_text(callback, args)}",
            "exception": error,
        })


async def report_for_host(message):
    """Tell of a call that could not be made, or was stopped."""
    get_running_loop().call_exception_handler({"message": f"A call from the host failed: {message}"})
