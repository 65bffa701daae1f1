"""Concurrent code in one thread: coroutines as tasks, on the event loop of the host."""

from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .runners import *
from .tasks import *

from . import coroutines, events, exceptions, futures, runners, tasks

__all__ = (
    coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ + runners.__all__ + tasks.__all__
)
