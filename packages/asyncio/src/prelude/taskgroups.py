"""Groups of tasks: none outlives the block, and the failure of one ends the others."""

from .events import get_running_loop
from .exceptions import CancelledError
from .tasks import current_task

__all__ = ("TaskGroup",)

_FATAL = (SystemExit, KeyboardInterrupt)


class TaskGroup:
    """The end of the block waits for the tasks made in it; their failures are raised there as a group."""

    def __init__(self):
        self._loop = None
        self._parent = None
        self._tasks = set()
        self._errors = []
        self._fatal = None
        self._is_entered = False
        self._is_exiting = False
        self._is_aborting = False
        # The parent was cancelled by the group itself, so as to wake it.
        self._has_cancelled_parent = False
        self._all_done = None

    def __repr__(self):
        text = "<TaskGroup"
        if self._tasks:
            text += f" tasks={len(self._tasks)}"
        if self._errors:
            text += f" errors={len(self._errors)}"
        if self._is_aborting:
            text += " cancelling"
        elif self._is_entered:
            text += " entered"
        return text + ">"

    async def __aenter__(self):
        if self._is_entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._is_entered = True
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._is_exiting = True
        if self._fatal is None and isinstance(exc_val, _FATAL):
            self._fatal = exc_val
        cancellation = exc_val if isinstance(exc_val, CancelledError) else None
        if exc_val is not None and not self._is_aborting:
            self._abort()
        cancellation = await self._wait_for_tasks(cancellation)
        if self._fatal is not None:
            raise self._fatal
        if self._has_cancelled_parent and self._parent.uncancel() == 0:
            cancellation = None  # nobody but the group has asked for it
        if cancellation is not None and not self._errors:
            raise cancellation
        if exc_val is not None and not isinstance(exc_val, CancelledError):
            self._errors.append(exc_val)
        if self._errors:
            if self._parent.cancelling():
                # Somebody else's request: the parent hears of it where it next waits.
                self._parent.uncancel()
                self._parent.cancel()
            errors, self._errors = self._errors, None
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None

    async def _wait_for_tasks(self, cancellation):
        while self._tasks:
            self._all_done = self._loop.create_future()
            try:
                await self._all_done
            except CancelledError as error:
                if not self._is_aborting:
                    cancellation = error
                    self._abort()
            self._all_done = None
        return cancellation

    def create_task(self, coro, *, name=None, context=None):
        """Run a coroutine as a task of the group."""
        misuse = None
        if not self._is_entered:
            misuse = "has not been entered"
        elif self._is_exiting and not self._tasks:
            misuse = "is finished"
        elif self._is_aborting:
            misuse = "is shutting down"
        if misuse is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {misuse}")
        options = {} if context is None else {"context": context}
        task = self._loop.create_task(coro, name=name, **options)
        if task.done():
            self._task_done(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._task_done)
        return task

    def _abort(self):
        self._is_aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if not self._tasks and self._all_done is not None and not self._all_done.done():
            self._all_done.set_result(True)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._fatal is None and isinstance(error, _FATAL):
            self._fatal = error
        if self._parent.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent} is already completed",
                "exception": error,
                "task": task,
            })
        elif not self._is_aborting and not self._has_cancelled_parent:
            self._abort()
            self._has_cancelled_parent = True
            self._parent.cancel()
