// @krait/core/extend: what the other packages of this project build libraries with. A door of its own: not for hosts.
/**
 * For the packages of this project, which write libraries as core does: its names may change at any time.
 *
 * @module @krait/core/extend
 */
export { checkKeys, type Kind, shown } from "./host/check-keys.ts";
export { callAndAwait, awaitValue } from "./host/awaitable.ts";
export { contextLike, copyContext, currentContext } from "./modules/contextvars/current.ts";
export { PyContext } from "./modules/contextvars/layout.ts";
export { defineModule, func, type FunctionEntry, type NativeModule as LibraryModule } from "./modules/define.ts";
export { exceptHook } from "./modules/sys/hooks.ts";
export { moduleType, namedMethod, newNamed, stop } from "./modules/module-type.ts";
export { defineShelf, type ModuleTable } from "./modules/shelf.ts";
export { PyAttributed } from "./objects/attributed.ts";
export { asyncGeneratorType, coroutineType, objectType, typeType } from "./objects/builtin-types.ts";
export { PyException } from "./objects/exception.ts";
export {
  attributeErrorType,
  baseExceptionType,
  exceptionType,
  keyboardInterruptType,
  runtimeErrorType,
  stopIterationType,
  systemExitType,
} from "./objects/exception-types.ts";
export type { Follower } from "./objects/follower.ts";
export { Fiber, type Frame, newBottom, type Park, Tag } from "./objects/frame.ts";
export { GeneratorState, PyGenerator } from "./objects/generator.ts";
export { Job, type JobOutcome, type StopReason } from "./objects/job.ts";
export { Lane, Relay } from "./objects/lane.ts";
export type { Due, Machine, PendingTimer } from "./objects/machine.ts";
export { newDict, newList, newSet, newTuple, typeOf } from "./objects/make.ts";
export { PyFloat } from "./objects/numbers.ts";
export type { NativeOp } from "./objects/native-op.ts";
export type { PyModule } from "./objects/module.ts";
export { PyRecord } from "./objects/record.ts";
export { type Placed, Roster } from "./objects/roster.ts";
export { PyList, PySlice, PyTuple } from "./objects/sequences.ts";
export { DONE, NONE, NOT_IMPLEMENTED } from "./objects/singletons.ts";
export { PyType } from "./objects/type.ts";
export { PyObject, type Result, shared, type Value } from "./objects/value.ts";
export { allocate, ITEM_BYTES } from "./protocol/charge.ts";
export { arithmetic } from "./protocol/arithmetic.ts";
export { AGAIN, type Asking, asking } from "./protocol/asking.ts";
export { getAttribute, getAttributeOr } from "./protocol/attribute.ts";
export { call, callMethod, type Keywords } from "./protocol/call.ts";
export { callNamed } from "./protocol/call-named.ts";
export { CompareKind, compare, equals } from "./protocol/compare.ts";
export { repr, str } from "./protocol/conversion.ts";
export { more, pushNative } from "./protocol/frames.ts";
export { resumeGenerator, throwInto } from "./protocol/generator.ts";
export { passesGuard, removeGuard, setGuard } from "./protocol/guards.ts";
export { hash } from "./protocol/hash.ts";
export { instanceDictProperty } from "./protocol/instance-dict.ts";
export { getIterator } from "./protocol/iterate.ts";
export { asInt, asString } from "./protocol/lookup.ts";
export { raiseFault } from "./protocol/fault.ts";
export { asFloat, plainReal } from "./protocol/real.ts";
export { BinaryKind, UnaryKind, unary } from "./protocol/operators.ts";
export {
  newException,
  raise,
  raiseIndexError,
  raiseMemoryError,
  raiseNew,
  raiseOverflowError,
  raiseRuntimeError,
  raiseTypeError,
  raiseValueError,
  raiseZeroDivision,
} from "./protocol/raise.ts";
export { closestName } from "./protocol/suggest.ts";
export { sysAttribute } from "./protocol/sys-attribute.ts";
export { dictGetString, dictSetString } from "./protocol/table.ts";
export { isCallable, truth } from "./protocol/truth.ts";
export { giveTurn, isDriven, usesTopLevelAwait } from "./protocol/waiting.ts";
export { deliver } from "./interpret/deliver.ts";
export { classMethod, defineType, method, newMethod, property, staticMethod, type TypeEntry } from "./types/define.ts";
export { classGetItem } from "./types/generic-alias.ts";
export { classFor } from "./protocol/class-for.ts";
export { addressOf } from "./types/object.ts";
export type { Operation } from "./vm/entries.ts";
export type { Generation } from "./vm/generation.ts";
export type { LoopKeeper } from "./vm/loop-keeper.ts";
