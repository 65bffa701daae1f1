"""Concurrent code in one thread: coroutines as tasks, on the event loop of the host."""

from .absent import *
from .barriers import *
from .completing import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .gathering import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .waiting import *

from . import (
    absent, barriers, completing, coroutines, events, exceptions, futures, gathering, locks, queues, runners, taskgroups,
    tasks, threads, timeouts, waiting,
)

__all__ = (
    absent.__all__ + barriers.__all__ + completing.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__
    + futures.__all__ + gathering.__all__ + locks.__all__ + queues.__all__ + runners.__all__ + taskgroups.__all__
    + tasks.__all__ + threads.__all__ + timeouts.__all__ + waiting.__all__
)
