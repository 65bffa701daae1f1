// @krait/core: the Python engine. What hosts import.
export { type CloseOptions, createVM, type Globals, type RunOptions, VM, type VMStats } from "./vm/vm.ts";
export type { VMLimits, VMOptions } from "./vm/options.ts";
export { defaultPlatform, type Platform } from "./vm/platform.ts";
export type { FileAccess } from "./vm/files.ts";
export type { Loader, ModuleSource } from "./vm/import.ts";
export { type PumpResult, Scheduler, type SchedulerOptions, type SchedulerPlatform } from "./schedule/scheduler.ts";
export {
  ClosedError,
  ConversionError,
  HandleError,
  InternalError,
  LimitError,
  PythonError,
  type PythonFrame,
  type ScriptPlace,
  TerminatedError,
  WouldWaitError,
} from "./host/errors.ts";
export { Keywords, keywords } from "./host/boundary.ts";
export { PythonRaise } from "./host/js-error.ts";
export { type PythonCallable, PythonObject } from "./host/python-object.ts";
export type { VMEvents } from "./vm/events.ts";
export type { VMState } from "./vm/lifecycle.ts";
export type { PhaseReport, TeardownParticipant, TeardownPhase } from "./vm/teardown.ts";
export { inputState, type InputState } from "./vm/input-state.ts";
