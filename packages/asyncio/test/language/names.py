# where names are, and where they say that they are from
import asyncio
import asyncio.events, asyncio.exceptions, asyncio.futures, asyncio.locks, asyncio.queues, asyncio.runners
import asyncio.streams, asyncio.subprocess, asyncio.taskgroups, asyncio.tasks, asyncio.threads, asyncio.timeouts

print(asyncio.tasks.gather is asyncio.gather, asyncio.locks.Barrier is asyncio.Barrier)  # expect: True True
print(asyncio.tasks.FIRST_COMPLETED, asyncio.streams.StreamReader.__qualname__, asyncio.subprocess.PIPE)
# expect: FIRST_COMPLETED StreamReader -1
for name in (
    "Barrier", "BrokenBarrierError", "CancelledError", "Condition", "Event", "IncompleteReadError", "InvalidStateError",
    "LifoQueue", "LimitOverrunError", "Lock", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull", "QueueShutDown",
    "Runner", "Semaphore", "StreamReader", "StreamReaderProtocol", "StreamWriter", "TaskGroup", "Timeout", "all_tasks",
    "as_completed", "create_subprocess_exec", "create_subprocess_shell", "create_task", "eager_task_factory",
    "ensure_future", "gather", "get_event_loop_policy", "iscoroutine", "new_event_loop", "open_connection",
    "open_unix_connection", "run", "run_coroutine_threadsafe", "set_event_loop", "shield", "sleep", "start_server",
    "start_unix_server", "timeout", "timeout_at", "to_thread", "wait", "wait_for", "wrap_future",
):
    value = getattr(asyncio, name)
    module = value.__module__
    print(name, module, value.__qualname__, getattr(getattr(asyncio, module.split(".")[1]), name) is value)
# expect: Barrier asyncio.locks Barrier True
# expect: BrokenBarrierError asyncio.exceptions BrokenBarrierError True
# expect: CancelledError asyncio.exceptions CancelledError True
# expect: Condition asyncio.locks Condition True
# expect: Event asyncio.locks Event True
# expect: IncompleteReadError asyncio.exceptions IncompleteReadError True
# expect: InvalidStateError asyncio.exceptions InvalidStateError True
# expect: LifoQueue asyncio.queues LifoQueue True
# expect: LimitOverrunError asyncio.exceptions LimitOverrunError True
# expect: Lock asyncio.locks Lock True
# expect: PriorityQueue asyncio.queues PriorityQueue True
# expect: Queue asyncio.queues Queue True
# expect: QueueEmpty asyncio.queues QueueEmpty True
# expect: QueueFull asyncio.queues QueueFull True
# expect: QueueShutDown asyncio.queues QueueShutDown True
# expect: Runner asyncio.runners Runner True
# expect: Semaphore asyncio.locks Semaphore True
# expect: StreamReader asyncio.streams StreamReader True
# expect: StreamReaderProtocol asyncio.streams StreamReaderProtocol True
# expect: StreamWriter asyncio.streams StreamWriter True
# expect: TaskGroup asyncio.taskgroups TaskGroup True
# expect: Timeout asyncio.timeouts Timeout True
# expect: all_tasks asyncio.tasks all_tasks True
# expect: as_completed asyncio.tasks as_completed True
# expect: create_subprocess_exec asyncio.subprocess create_subprocess_exec True
# expect: create_subprocess_shell asyncio.subprocess create_subprocess_shell True
# expect: create_task asyncio.tasks create_task True
# expect: eager_task_factory asyncio.tasks create_eager_task_factory.<locals>.factory True
# expect: ensure_future asyncio.tasks ensure_future True
# expect: gather asyncio.tasks gather True
# expect: get_event_loop_policy asyncio.events get_event_loop_policy True
# expect: iscoroutine asyncio.coroutines iscoroutine True
# expect: new_event_loop asyncio.events new_event_loop True
# expect: open_connection asyncio.streams open_connection True
# expect: open_unix_connection asyncio.streams open_unix_connection True
# expect: run asyncio.runners run True
# expect: run_coroutine_threadsafe asyncio.tasks run_coroutine_threadsafe True
# expect: set_event_loop asyncio.events set_event_loop True
# expect: shield asyncio.tasks shield True
# expect: sleep asyncio.tasks sleep True
# expect: start_server asyncio.streams start_server True
# expect: start_unix_server asyncio.streams start_unix_server True
# expect: timeout asyncio.timeouts timeout True
# expect: timeout_at asyncio.timeouts timeout_at True
# expect: to_thread asyncio.threads to_thread True
# expect: wait asyncio.tasks wait True
# expect: wait_for asyncio.tasks wait_for True
# expect: wrap_future asyncio.futures wrap_future True
