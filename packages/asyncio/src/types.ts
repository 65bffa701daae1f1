// The types of asyncio that natives make; each gets its methods in the file of its name.
import { moduleType, objectType, type PyType } from "@krait/core/extend";
import { PyFuture, PyTask } from "./future-layout.ts";
import { EventLoop } from "./loop-layout.ts";

export const futureType: PyType = moduleType("_asyncio", "Future", {
  allocate: (type) => new PyFuture(type),
  hasDict: true,
});
export const taskType: PyType = moduleType("_asyncio", "Task", {
  bases: [futureType],
  allocate: (type) => new PyTask(type),
});
export const futureIteratorType: PyType = moduleType("_asyncio", "FutureIter", { bases: [objectType], isBase: false });
export const gatheringType: PyType = moduleType("_asyncio", "Gathering", { isBase: false });
export const timerType: PyType = moduleType("_asyncio", "Timer", { isBase: false });
export const turnType: PyType = moduleType("_asyncio", "Turn", { isBase: false });
export const eventLoopType: PyType = moduleType("asyncio.events", "EventLoop", {
  allocate: (type) => new EventLoop(type, null),
  hasDict: true,
});
export const handleType: PyType = moduleType("asyncio.events", "Handle", {});
export const timerHandleType: PyType = moduleType("asyncio.events", "TimerHandle", { bases: [handleType] });
