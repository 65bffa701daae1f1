"""Event loops: the one that runs, and how those that scripts make are run and told of failures."""

import sys
import traceback
import types
import _asyncio
from _asyncio import Handle, LoopBase, TimerHandle, _get_running_loop, get_running_loop
from ._absent import NO_PROCESSES, NO_SOCKETS

__all__ = (
    "AbstractEventLoop", "AbstractEventLoopPolicy", "BaseEventLoop", "DefaultEventLoopPolicy", "EventLoop", "Handle",
    "SelectorEventLoop", "TimerHandle", "_get_running_loop", "_set_running_loop", "get_event_loop",
    "get_event_loop_policy", "get_running_loop", "new_event_loop", "set_event_loop", "set_event_loop_policy",
)


class AbstractEventLoop:
    """What event loops are: `isinstance` of one."""


def _absent(name, reason):
    def method(self, *args, **kwargs):
        raise NotImplementedError(f"EventLoop.{name}: {reason}")

    method.__name__ = name
    method.__qualname__ = f"EventLoop.{name}"
    return method


_NO_SIGNALS = "there are no signals here; the host interrupts with vm.interrupt()"


class EventLoop(LoopBase, AbstractEventLoop):
    """An event loop: it runs in turns with whatever else its VM and the host do."""

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    def run_until_complete(self, future):
        """Run until a future is done; its result."""
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        is_own = not _asyncio.isfuture(future)
        future = _ensure_future(future, self)
        if is_own:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if is_own and future.done() and not future.cancelled():
                future.exception()  # what it failed with is on its way already
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def run_in_executor(self, executor, func, *args):
        """Call a function in a task of its own, or by its name in another VM where the host gives such an executor."""
        from . import _executors
        self._check_closed()
        if executor is None:
            executor = self._default_executor
        else:
            _executors.check(executor)
        submit = _executors.by_name(executor)
        place = None if submit is None else _executors.place_of(func)

        async def run():
            if submit is not None:
                return await submit(*place, list(args), {})
            return func(*args) if executor is None else await executor.submit(func, *args)

        return self.create_task(run())

    _default_executor = None

    def set_default_executor(self, executor):
        """Set what `run_in_executor(None, ...)` and `to_thread` use in place of tasks of this VM."""
        from . import _executors
        _executors.check(executor)
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """There is nothing to shut down: functions run in tasks."""

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that were begun and not ended."""
        from .tasks import gather
        generators = _asyncio._take_generators(self)
        results = await gather(*[each.aclose() for each in generators], return_exceptions=True)
        for generator, error in zip(generators, results):
            if isinstance(error, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                    "exception": error,
                    "asyncgen": generator,
                })

    def default_exception_handler(self, context):
        """Tell stderr and the host of a failure that nobody waits for."""
        message = context.get("message") or "Unhandled exception in event loop"
        lines = [message]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        text = "\n".join(lines)
        error = context.get("exception")
        if error is not None:
            text += "\n" + "".join(traceback.format_exception(error)).rstrip("\n")
        _asyncio._warn("asyncio", text)
        if sys.stderr is not None:
            print(text, file=sys.stderr)

    def call_exception_handler(self, context):
        """Tell the loop's exception handler, or else `default_exception_handler`."""
        handler = self.get_exception_handler()
        if handler is None:
            self.default_exception_handler(context)
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler", "exception": error, "context": context,
            })

    add_signal_handler = _absent("add_signal_handler", _NO_SIGNALS)
    remove_signal_handler = _absent("remove_signal_handler", _NO_SIGNALS)


for _name in (
    "create_connection", "create_datagram_endpoint", "create_server", "create_unix_connection", "create_unix_server",
    "connect_accepted_socket", "connect_read_pipe", "connect_write_pipe", "add_reader", "add_writer", "remove_reader",
    "remove_writer", "sendfile", "sock_accept", "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom",
    "sock_recvfrom_into", "sock_sendall", "sock_sendfile", "sock_sendto", "start_tls", "getaddrinfo", "getnameinfo",
):
    setattr(EventLoop, _name, _absent(_name, NO_SOCKETS))
for _name in ("subprocess_exec", "subprocess_shell"):
    setattr(EventLoop, _name, _absent(_name, NO_PROCESSES))
del _name

BaseEventLoop = SelectorEventLoop = EventLoop


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return  # it has ended the loop already
    future.get_loop().stop()


def _ensure_future(value, loop):
    from .tasks import ensure_future
    return ensure_future(value, loop=loop)


def _set_running_loop(loop):
    raise NotImplementedError("_set_running_loop: which loop runs is the VM's to say")


def new_event_loop():
    """A loop that does not run yet."""
    return EventLoop()


def get_event_loop():
    """The loop that runs, or the one that was set."""
    try:
        return get_running_loop()
    except RuntimeError:
        pass
    loop = _asyncio._get_event_loop()
    if loop is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return loop


def set_event_loop(loop):
    """Set what `get_event_loop` answers where no loop runs."""
    if loop is not None and not isinstance(loop, EventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _asyncio._set_event_loop(loop)


class AbstractEventLoopPolicy:
    """How loops are made and found; there is one policy here."""

    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """The one policy."""


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    if policy is not None:
        raise NotImplementedError("set_event_loop_policy: loops are the VM's")


def _callback_failed(loop, handle, error):
    loop.call_exception_handler({
        "message": f"Exception in callback {_call_text(handle._callback, handle._args, handle._loop.get_debug())}",
        "exception": error,
        "handle": handle,
    })


def _call_text(func, args, shows_args=False):
    import functools
    import reprlib
    keywords, text = {}, ""
    while True:
        shown = []
        if shows_args:
            shown = [*map(reprlib.repr, args or ()), *(f"{key}={reprlib.repr(keywords[key])}" for key in keywords)]
        text = f"({', '.join(shown)}){text}"
        if not isinstance(func, functools.partial):
            break
        func, args, keywords = func.func, func.args, func.keywords
    text = (getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)) + text
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if isinstance(func, types.FunctionType):
        text += f" at {func.__code__.co_filename}:{func.__code__.co_firstlineno}"
    return text


def _handle_repr(handle):
    parts = [type(handle).__name__]
    if handle._cancelled:
        parts.append("cancelled")
    if isinstance(handle, TimerHandle):
        parts.append(f"when={handle.when()}")
    if handle._callback is not None:
        parts.append(_call_text(handle._callback, handle._args, handle._loop.get_debug()))
    return f"<{' '.join(parts)}>"


def _make_task(loop, coro, name, context, **options):
    factory = loop.get_task_factory()
    if factory is None:
        return _asyncio.Task(coro, loop=loop, name=name, context=context, **options)
    if context is not None:
        options["context"] = context
    task = factory(loop, coro, **options)
    if name is not None:
        task.set_name(name)
    return task


def _ask_for_task(loop, coro, name, context):
    return loop.create_task(coro, name=name, context=context)


def _refuse_handler(handler):
    raise TypeError(f"A callable object or None is expected, got {handler!r}")


for _each in (_callback_failed, _handle_repr, _refuse_handler, _make_task, _ask_for_task):
    _asyncio._provide(_each.__name__[1:], _each)
_asyncio._provide("EventLoop", EventLoop)
_asyncio._provide("close_generators", EventLoop.shutdown_asyncgens)
