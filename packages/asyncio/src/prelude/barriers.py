"""Barriers: points where tasks wait for each other."""

__name__ = "asyncio.locks"  # which names all of it, as in CPython

from . import exceptions, locks, mixins

__all__ = ("Barrier",)

_FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"


class Barrier(mixins.LoopBound):
    """Lets `parties` tasks go on together, again and again."""

    __module__ = "asyncio.locks"

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._changed = locks.Condition()
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        text = self._state
        if not self.broken:
            text += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{object.__repr__(self)[1:-1]} [{text}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Wait until all parties are here; the number of this one."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state is _BROKEN:
                raise exceptions.BrokenBarrierError("Barrier aborted")
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._change(_DRAINING)
                else:
                    await self._fill()
                return index
            finally:
                self._count -= 1
                self._leave()

    async def _fill(self):
        await self._changed.wait_for(lambda: self._state is not _FILLING)
        if self._state is not _DRAINING:
            raise exceptions.BrokenBarrierError("Abort or reset of barrier")

    def _leave(self):
        """The last one to go opens the barrier for the next round."""
        if self._count == 0:
            self._change(_BROKEN if self._state is _BROKEN else _FILLING)

    def _change(self, state):
        self._state = state
        self._changed.notify_all()

    async def reset(self):
        """Begin anew: who waits gets BrokenBarrierError."""
        async with self._changed:
            self._change(_RESETTING if self._count > 0 else _FILLING)

    async def abort(self):
        """Break the barrier: who waits, or comes later, gets BrokenBarrierError."""
        async with self._changed:
            self._change(_BROKEN)

    @property
    def parties(self):
        """How many wait for each other."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait now."""
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        """Whether it was aborted."""
        return self._state is _BROKEN
