"""What belongs to one event loop: the first one that it is used in."""

from .events import get_running_loop


class LoopBound:
    """The base of locks and queues."""

    _loop = None

    def _get_loop(self):
        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop
