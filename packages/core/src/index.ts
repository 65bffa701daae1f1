// @krait/core: the Python engine. What hosts import.
export { createVM, type RunOptions, VM } from "./vm/vm.ts";
export type { VMLimits, VMOptions } from "./vm/options.ts";
export { defaultPlatform, type Platform } from "./vm/platform.ts";
export type { FileAccess } from "./vm/files.ts";
export type { Loader, ModuleSource } from "./vm/import.ts";
export { Scheduler, type SchedulerOptions, type SchedulerPlatform } from "./schedule/scheduler.ts";
export { InternalError, LimitError, PythonError, type PythonFrame } from "./host/python-error.ts";
export { inputState, type InputState } from "./vm/input-state.ts";
