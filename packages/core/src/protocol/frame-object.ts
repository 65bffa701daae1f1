// Python's frame objects, made from activations and tracebacks; and the names that an activation sees as locals.
import { CodeKind, positionAt, RegionKind } from "../bytecode/code.ts";
import { frameLocalsType } from "../objects/builtin-types.ts";
import { PyException, type Traceback } from "../objects/exception.ts";
import { FrameObject } from "../objects/frame-object.ts";
import { Frame } from "../objects/frame.ts";
import { Cell, type PyFunction } from "../objects/function.ts";
import type { PyGenerator } from "../objects/generator.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import { PyObject, type Result, type Value } from "../objects/value.ts";
import { pythonFrame } from "./calling-frame.ts";
import { handledAround } from "./generator.ts";
import { raiseRuntimeError } from "./raise.ts";
import { dictSetString } from "./table.ts";

/** The frame object of a running activation, the same one as long as somebody could tell. */
export function frameObject(vm: Machine, frame: Frame): FrameObject {
  const known = knownObject(vm, frame);
  if (known !== undefined) return known;
  escape(frame);
  const made = new FrameObject(frame.linked as Linked, frame);
  vm.record(FRAMES, newFrames).set(frame, made);
  if (frame.generator === null && frame.namespace === null) keepLocals(frame, made);
  return made;
}

/** Lay a native frame below a function's, to take its locals out of the registers when it ends. */
function keepLocals(frame: Frame, object: FrameObject): void {
  const caller = frame.prev as Frame;
  const keeper = new Frame(caller.registers);
  keeper.op = keeperOp as NativeOp<unknown>;
  keeper.state = object;
  keeper.prev = caller;
  keeper.depth = caller.depth;
  keeper.base = keeper.limit = caller.limit;
  frame.prev = keeper;
}

const keeperOp: NativeOp<FrameObject> = {
  name: "frame",
  step(_vm, object, input) {
    end(object);
    return input;
  },
  drop: (_vm, object) => end(object),
};

function end(object: FrameObject): void {
  object.locals = boundLocals(object.source, object.added, -1);
  object.isEnded = true;
}

function knownObject(vm: Machine, frame: Frame): FrameObject | undefined {
  const found = frame.isEscaped ? vm.record(FRAMES, newFrames).get(frame) : undefined;
  return found?.linked === frame.linked ? found : undefined;
}

/** Key of the record of the frame objects of a VM, by what they show. */
const FRAMES: object = Object.freeze({});

function newFrames(): WeakMap<Frame, FrameObject> {
  return new WeakMap();
}

/** No later call may take this frame, or one below it, for itself. */
function escape(start: Frame): void {
  for (let frame: Frame | null = start; frame !== null; frame = frame.prev) {
    // Below an escaped frame all are, but for a generator's, which comes back on other stacks.
    if (frame.isEscaped && frame.generator === null) return;
    frame.isEscaped = true;
  }
}

/** The frame object behind `tb_frame`. */
export function tracebackFrame(vm: Machine, entry: Traceback): FrameObject {
  const { kept } = entry;
  if (kept instanceof FrameObject) return kept;
  const handling = kept === null ? handlingFrame(vm, entry) : null;
  const found = handling === null ? endedFrame(entry, kept ?? []) : frameObject(vm, handling);
  entry.kept = found;
  return found;
}

/** The frame object of an activation that has ended, from what is kept of it. */
function endedFrame({ linked, pc, func }: Traceback, kept: (Value | undefined)[]): FrameObject {
  const frame = new Frame(kept);
  frame.linked = linked;
  frame.func = func;
  frame.pc = pc + 1;
  if (linked.code.fields.kind === CodeKind.Namespace) frame.namespace = kept[0] ?? null;
  const object = new FrameObject(linked, frame);
  end(object);
  return object;
}

/** The activation on the stack that is handling the exception of a traceback, if the entry is of that. */
function handlingFrame({ fiber }: Machine, entry: Traceback): Frame | null {
  let { handled } = fiber;
  if (handled === null) return null;
  for (let frame: Frame | null = fiber.top; frame !== null; frame = frame.prev) {
    const { linked, generator } = frame;
    if (linked === null) continue;
    const { regions } = linked.code.fields;
    for (let i = regions.length - 1; i >= 0; i--) {
      const { kind, start, end: after, register } = regions[i] as (typeof regions)[number];
      if (kind !== RegionKind.Handler || frame.pc <= start || frame.pc > after) continue;
      if (linked === entry.linked && leadsTo(handled, entry)) return frame;
      const saved: Value | undefined = frame.registers[frame.base + register];
      handled = saved instanceof PyException ? saved : saved === NONE ? null : handledAround(generator as PyGenerator);
      if (handled === null) return null;
    }
  }
  return null;
}

function leadsTo({ traceback }: PyException, entry: Traceback): boolean {
  let each = traceback;
  while (each !== null && each !== entry) each = each.next;
  return each !== null;
}

/** The line that a frame stands in. */
export function lineOf(frame: FrameObject): number {
  const { code } = frame.linked;
  return positionAt(code, Math.max(frame.source.pc - 1, 0))?.line ?? code.fields.firstLine;
}

/** The frame object of the caller, or null. */
export function callerOf(vm: Machine, { source }: FrameObject): FrameObject | null {
  const below = pythonFrame(source.prev);
  if (below === null) return null;
  return knownObject(vm, below) ?? (isRunning(vm, below) ? frameObject(vm, below) : null);
}

/** Whether an activation is on the running stack, or waits in a generator. */
function isRunning(vm: Machine, frame: Frame): boolean {
  if (frame.generator !== null) return true;
  for (let each: Frame | null = vm.fiber.top; each !== null; each = each.prev) if (each === frame) return true;
  return false;
}

/** `f_locals`. */
export function localsOfFrame(vm: Machine, frame: FrameObject): Value {
  const { linked, source } = frame;
  if (linked.code.fields.kind !== CodeKind.Namespace) return new FrameLocals(frame);
  return frame.isEnded ? namespaceOf(source) : localsOf(vm, source);
}

/** `f_locals` of a function's frame: a window on its variables. */
export class FrameLocals extends PyObject {
  readonly frame: FrameObject;

  constructor(frame: FrameObject) {
    super(frameLocalsType);
    this.frame = frame;
  }

  /** What it shows now. */
  get mapping(): PyDict {
    return seenLocals(this.frame);
  }
}

function seenLocals(frame: FrameObject): PyDict {
  if (!frame.isEnded) frame.locals = boundLocals(frame.source, frame.added);
  frame.locals ??= newDict();
  return frame.locals as PyDict;
}

/** `frame.clear()`. */
export function clearFrame(vm: Machine, frame: FrameObject): Result {
  const { source } = frame;
  if (source.generator === null && !frame.isEnded) {
    return raiseRuntimeError(vm, "cannot clear an executing frame");
  }
  frame.locals = null;
  return NONE;
}

/** `f_locals[name] = value` of a function's frame. */
export function setSeenLocal(frame: FrameObject, name: string, value: Value): void {
  const { source } = frame;
  if (frame.isEnded) {
    dictSetString(seenLocals(frame), name, value);
    return;
  }
  const { localNames, freeNames } = frame.linked.code.fields;
  const local = localNames.indexOf(name);
  const { registers, base, func } = source;
  const held = local < 0 ? (func as PyFunction).closure[freeNames.indexOf(name)] : registers[base + local];
  if (held instanceof Cell && (local < 0 || isCell(source, local))) held.value = value;
  else if (local >= 0) registers[base + local] = value;
  else {
    frame.added ??= newDict();
    dictSetString(frame.added, name, value);
  }
}

/** Whether a local stands in a cell, for inner functions. */
function isCell(frame: Frame, local: number): boolean {
  return (frame.linked as Linked).code.fields.cellRegisters.includes(local);
}

/** The namespace of a module or class body, outside of comprehensions; else what is bound, in a new dict. */
export function localsOf(vm: Machine, frame: Frame): Value {
  const { kind } = (frame.linked as Linked).code.fields;
  const isPlain = kind === CodeKind.Namespace && !isInComprehension(frame);
  return isPlain ? namespaceOf(frame) : boundLocals(frame, knownObject(vm, frame)?.added ?? null);
}

function namespaceOf({ namespace, func }: Frame): Value {
  return namespace ?? (func as PyFunction).globals;
}

function isInComprehension({ linked, pc, registers, base }: Frame): boolean {
  const { spans } = (linked as Linked).code.fields;
  return spans.some(
    (register, at) => at % 3 === 0 && registers[base + register] !== undefined && !isOver(spans, register, pc),
  );
}

/** Whether a register is that of comprehensions alone, none of which runs at the pc. */
function isOver(spans: readonly number[], register: number, pc: number): boolean {
  let isTheirs = false;
  for (let at = 0; at < spans.length; at += 3) {
    if (spans[at] !== register) continue;
    if ((spans[at + 1] as number) < pc && pc <= (spans[at + 2] as number)) return false;
    isTheirs = true;
  }
  return isTheirs;
}

/** The locals and free variables of a function that are bound, and what scripts have added to them. */
function boundLocals(frame: Frame, added: PyDict | null, pc = frame.pc): PyDict {
  const { fields } = (frame.linked as Linked).code;
  const dict = newDict();
  const put = (name: string, value: Value | undefined): void => {
    if (value !== undefined && !name.startsWith(".")) dictSetString(dict, name, value);
  };
  const parameters =
    fields.positionalCount + fields.keywordOnlyCount + Number(fields.hasVarArgs) + Number(fields.hasVarKeywords);
  // What stands in cells comes behind the rest, parameters excepted.
  for (const isLast of [false, true]) {
    for (let i = 0; i < fields.localNames.length; i++) {
      // What an exception has left in those of a comprehension is not seen.
      if (isOver(fields.spans, i, pc)) continue;
      const value = frame.registers[frame.base + i];
      const cell = value instanceof Cell && isCell(frame, i) ? value : null;
      if ((cell !== null && i >= parameters) === isLast)
        put(fields.localNames[i] as string, cell === null ? value : cell.value);
    }
  }
  const { closure } = frame.func as PyFunction;
  for (let i = 0; i < fields.freeNames.length; i++) {
    put(fields.freeNames[i] as string, closure[i]?.value);
  }
  added?.keys.forEach((name, at) => put(name as string, added.values[at]));
  return dict;
}
