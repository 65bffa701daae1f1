// @krait/core: the Python engine. What hosts import.
/**
 * The engine: VMs, the scheduler that they share, the errors that they give, and native modules for scripts.
 *
 * @module @krait/core
 */
export { type CloseOptions, createVM, type RunOptions, VM } from "./vm/vm.ts";
export type { VMStats } from "./vm/stats.ts";
export { InterruptHandle, type InterruptHandleData, type RequestPort } from "./vm/interrupt-handle.ts";
export type { Globals } from "./vm/globals.ts";
export type { VMLimits, VMOptions } from "./vm/options.ts";
export { defaultPlatform, type Platform } from "./vm/platform.ts";
export { VirtualPlatform, type VirtualPlatformOptions } from "./vm/virtual-platform.ts";
export type { FileAccess } from "./vm/files.ts";
export type { Loader, ModuleSource } from "./vm/import.ts";
export { Scheduler } from "./schedule/scheduler.ts";
export type { PumpResult, SchedulerOptions, SchedulerPlatform } from "./schedule/options.ts";
export {
  ClosedError,
  ConversionError,
  HandleError,
  InternalError,
  LimitError,
  PausedError,
  PythonError,
  type PythonFrame,
  type ScriptPlace,
  TerminatedError,
  WouldWaitError,
} from "./host/errors.ts";
export { type CallBounds, Keywords, keywords, Within, within } from "./host/boundary.ts";
export { PythonRaise } from "./host/js-error.ts";
export { type PythonCallable, PythonObject } from "./host/python-object.ts";
export type { TraceEvent, TraceHook } from "./vm/tracer.ts";
export type { VMEvents, VMWarning } from "./vm/events.ts";
export type { CompileMode } from "./objects/machine.ts";
export type { VMState } from "./vm/lifecycle.ts";
export type { Forced, PhaseReport, TeardownParticipant, TeardownPhase, TeardownReport } from "./vm/teardown.ts";
export { TEARDOWN_PHASES } from "./vm/teardown.ts";
export { type Library, type NativeModule, nativeModule, type NativeModuleOptions } from "./vm/native-module.ts";
export type { Constant } from "./host/native/native-module.ts";
export {
  asyncFunction,
  blockingFunction,
  type Borrow,
  type CallContext,
  type CallMode,
  type FunctionOptions,
  nativeFunction,
  type NativeFunctionSpec,
} from "./host/native/native-function.ts";
export type { ClassTemplate, PayloadClass } from "./host/native/class-template.ts";
export { type ClassOptions, type MethodOptions, NativeClass } from "./host/native/native-class.ts";
export {
  arg,
  type Arguments,
  keyword,
  keywordRest,
  type Parameter,
  positional,
  rest,
} from "./host/native/parameters.ts";
export type { TypeSpec } from "./host/native/type-spec.ts";
export type { FieldKind } from "./host/native/record-layout.ts";
export { SharedRecord } from "./host/native/shared-record.ts";
export { SharedRecordClass } from "./host/native/shared-record-class.ts";
export { t, type Types } from "./host/native/types.ts";
export { inputState, type InputState } from "./vm/input-state.ts";
