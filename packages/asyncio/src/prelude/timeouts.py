"""Timeouts: blocks of code that are cancelled when their time has come."""

from .events import get_running_loop
from .exceptions import CancelledError
from .tasks import current_task

__all__ = ("Timeout", "timeout", "timeout_at")

_CREATED, _ACTIVE, _EXPIRING, _EXPIRED, _FINISHED = "created", "active", "expiring", "expired", "finished"


class Timeout:
    """Cancels the task in its block at `when`, on the loop's clock; the block then raises TimeoutError."""

    def __init__(self, when):
        self._state = _CREATED
        self._when = when
        self._task = None
        self._handle = None
        self._cancelling = 0

    def when(self):
        """The time, None for never."""
        return self._when

    def reschedule(self, when):
        """Change the time."""
        if self._state is _CREATED:
            raise RuntimeError("Timeout has not been entered")
        if self._state is not _ACTIVE:
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        self._call_off()
        if when is None:
            return
        loop = get_running_loop()
        if when > loop.time():
            self._handle = loop.call_at(when, self._expire)
        else:
            self._handle = loop.call_soon(self._expire)

    def expired(self):
        """Whether the time has come while the block ran."""
        return self._state is _EXPIRING or self._state is _EXPIRED

    def __repr__(self):
        text = f"<Timeout [{self._state}]"
        if self._state is _ACTIVE:
            text += f" when={None if self._when is None else round(self._when, 3)}"
        return text + ">"

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._task = task
        self._cancelling = task.cancelling()
        self._state = _ACTIVE
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._call_off()
        if self._state is _ACTIVE:
            self._state = _FINISHED
        elif self._state is _EXPIRING:
            self._state = _EXPIRED
            # Whoever else has asked for the cancellation is to see it.
            is_own = self._task.uncancel() <= self._cancelling
            if is_own and exc_val is not None:
                if isinstance(exc_val, CancelledError):
                    raise TimeoutError from exc_val
                _tell_of_timeout(exc_val)
                if isinstance(exc_val, ExceptionGroup):
                    for each in exc_val.exceptions:
                        _tell_of_timeout(each)

    def _call_off(self):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _expire(self):
        self._handle = None
        self._state = _EXPIRING
        self._task.cancel()


def _tell_of_timeout(error):
    """What was raised in place of the cancellation has TimeoutError in its context instead."""
    while error.__context__ is not None:
        context = error.__context__
        if isinstance(context, CancelledError):
            told = TimeoutError()
            told.__context__ = told.__cause__ = context
            error.__context__ = told
            return
        error = context


def timeout(delay):
    """Give a block some seconds; None for no end."""
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """Give a block until a time on the loop's clock; None for no end."""
    return Timeout(when)
