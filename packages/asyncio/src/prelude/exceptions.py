"""The exceptions of asyncio."""

from _asyncio import CancelledError, InvalidStateError

__all__ = (
    "BrokenBarrierError", "CancelledError", "IncompleteReadError", "InvalidStateError", "LimitOverrunError",
    "SendfileNotAvailableError", "TimeoutError",
)

TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
    """There is no sendfile here."""


class BrokenBarrierError(RuntimeError):
    """The barrier was broken by `abort` or `reset`."""


class IncompleteReadError(EOFError):
    """A stream ended before what was wanted: `partial` came of `expected` bytes."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """A stream's buffer is full before the separator came: `consumed` bytes stand in it."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)
