// The modules of asyncio, native and prelude.
import { defineShelf, type ModuleTable } from "@krait/core/extend";
import { MODULE } from "./module.ts";
import absent from "./prelude/absent.py";
import asyncio from "./prelude/asyncio.py";
import barriers from "./prelude/barriers.py";
import completing from "./prelude/completing.py";
import calls from "./prelude/calls.py";
import coroutines from "./prelude/coroutines.py";
import events from "./prelude/events.py";
import exceptions from "./prelude/exceptions.py";
import executors from "./prelude/executors.py";
import futures from "./prelude/futures.py";
import gathering from "./prelude/gathering.py";
import locks from "./prelude/locks.py";
import mixins from "./prelude/mixins.py";
import queues from "./prelude/queues.py";
import runners from "./prelude/runners.py";
import streams from "./prelude/streams.py";
import subprocess from "./prelude/subprocess.py";
import taskgroups from "./prelude/taskgroups.py";
import tasks from "./prelude/tasks.py";
import threads from "./prelude/threads.py";
import timeouts from "./prelude/timeouts.py";
import waiting from "./prelude/waiting.py";

export const SHELF: ModuleTable = defineShelf({
  native: [MODULE],
  packages: { asyncio },
  modules: {
    "asyncio._absent": absent,
    "asyncio._barriers": barriers,
    "asyncio._completing": completing,
    "asyncio._calls": calls,
    "asyncio.coroutines": coroutines,
    "asyncio.events": events,
    "asyncio.exceptions": exceptions,
    "asyncio._executors": executors,
    "asyncio.futures": futures,
    "asyncio._gathering": gathering,
    "asyncio.locks": locks,
    "asyncio.mixins": mixins,
    "asyncio.queues": queues,
    "asyncio.runners": runners,
    "asyncio.streams": streams,
    "asyncio.subprocess": subprocess,
    "asyncio.taskgroups": taskgroups,
    "asyncio.tasks": tasks,
    "asyncio.threads": threads,
    "asyncio.timeouts": timeouts,
    "asyncio._waiting": waiting,
  },
});
