"""Locks, events, conditions and semaphores for tasks; all are fair: first come, first served."""

import collections
from . import exceptions, mixins

__all__ = ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore")


class _Shown(mixins.LoopBound):
    """Its repr tells the state and how many wait."""

    def __repr__(self):
        text = self._state_text()
        if self._waiters:
            text += f", waiters:{len(self._waiters)}"
        return f"<{object.__repr__(self)[1:-1]} [{text}]>"

    async def _wait_in_line(self):
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)


class _Held(_Shown):
    """`async with` takes it and gives it back."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self.release()


class Lock(_Held):
    """One task at a time has it."""

    def __init__(self):
        self._waiters = collections.deque()
        self._locked = False

    def _state_text(self):
        return "locked" if self._locked else "unlocked"

    def locked(self):
        """Whether somebody has it."""
        return self._locked

    async def acquire(self):
        """Take it, when it is free and the others in line have had it; True."""
        if self._locked or not all(waiter.cancelled() for waiter in self._waiters):
            try:
                await self._wait_in_line()
            except exceptions.CancelledError:
                if not self._locked:
                    self._wake_first()
                raise
        self._locked = True
        return True

    def release(self):
        """Give it to the next in line."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        # Only the first: one that is woken and has not run yet stands there still.
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(_Shown):
    """A flag that tasks wait for."""

    def __init__(self):
        self._waiters = collections.deque()
        self._value = False

    def _state_text(self):
        return "set" if self._value else "unset"

    def is_set(self):
        """Whether the flag is set."""
        return self._value

    def set(self):
        """Set the flag: all who wait go on."""
        if self._value:
            return
        self._value = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        """Take the flag back."""
        self._value = False

    async def wait(self):
        """Wait until the flag is set; True."""
        if not self._value:
            await self._wait_in_line()
        return True


class Condition(_Held):
    """A lock whose holder can wait to be notified, without the lock meanwhile."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = collections.deque()

    def _state_text(self):
        return "locked" if self.locked() else "unlocked"

    async def wait(self):
        """Wait to be notified, and for the lock after that; True."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self._get_loop()
        self.release()
        try:
            try:
                await self._wait_in_line()
                return True
            finally:
                await self._acquire_again()
        except BaseException:
            # It may have been notified: whoever else waits can look too.
            self._wake(1)
            raise

    async def _acquire_again(self):
        """The lock is held in any case; a cancellation meanwhile is raised afterwards."""
        cancellation = None
        while True:
            try:
                await self.acquire()
                break
            except exceptions.CancelledError as error:
                cancellation = error
        if cancellation is not None:
            raise cancellation

    async def wait_for(self, predicate):
        """Wait until a function answers something true; that."""
        while not (answer := predicate()):
            await self.wait()
        return answer

    def notify(self, n=1):
        """Wake some who wait; they go on when the lock is free."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        """Wake all who wait."""
        self.notify(len(self._waiters))

    def _wake(self, n):
        for waiter in self._waiters:
            if n <= 0:
                return
            if not waiter.done():
                n -= 1
                waiter.set_result(False)


class Semaphore(_Held):
    """As many as `value` have it at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = collections.deque()
        self._value = value

    def _state_text(self):
        return "locked" if self.locked() else f"unlocked, value:{self._value}"

    def locked(self):
        """Whether `acquire` would have to wait."""
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        """Take one, when one is free and those in line have had theirs; True."""
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1  # it was given, and goes back
            raise
        finally:
            while self._value > 0 and self._give():
                pass
        return True

    def release(self):
        """Give one back."""
        self._value += 1
        self._give()

    def _give(self):
        """Give one to the first in line that has none; whether there was one."""
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that is never given back more often than it was taken."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        """Give one back; ValueError when all are there."""
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


from ._barriers import Barrier  # which builds on those above
