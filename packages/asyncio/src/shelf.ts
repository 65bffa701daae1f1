// The modules of asyncio, native and prelude.
import { defineShelf, type ModuleTable } from "@krait/core/extend";
import { MODULE } from "./module.ts";
import asyncio from "./prelude/asyncio.py";
import coroutines from "./prelude/coroutines.py";
import events from "./prelude/events.py";
import exceptions from "./prelude/exceptions.py";
import futures from "./prelude/futures.py";
import runners from "./prelude/runners.py";
import tasks from "./prelude/tasks.py";

export const SHELF: ModuleTable = defineShelf({
  native: [MODULE],
  packages: { asyncio },
  modules: {
    "asyncio.coroutines": coroutines,
    "asyncio.events": events,
    "asyncio.exceptions": exceptions,
    "asyncio.futures": futures,
    "asyncio.runners": runners,
    "asyncio.tasks": tasks,
  },
});
