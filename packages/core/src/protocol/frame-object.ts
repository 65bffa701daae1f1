// Python's frame objects, made from activations and tracebacks; and the names that an activation sees as locals.
import { CodeKind, positionAt } from "../bytecode/code.ts";
import type { Traceback } from "../objects/exception.ts";
import { FrameObject } from "../objects/frame-object.ts";
import type { Frame } from "../objects/frame.ts";
import { Cell, type PyFunction } from "../objects/function.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { pythonFrame } from "./calling-frame.ts";
import { dictSetString } from "./table.ts";

/** The frame object of a running activation, the same one as long as somebody could tell. */
export function frameObject(vm: Machine, frame: Frame): FrameObject {
  const known = vm.record(FRAMES, newFrames);
  const found = known.get(frame);
  if (found !== undefined && frame.isEscaped && found.linked === frame.linked) return found;
  escape(frame);
  const made = new FrameObject(frame.linked as Linked, frame.pc, (frame.func as PyFunction).globals, frame);
  known.set(frame, made);
  return made;
}

/** Key of the record of the frame objects of a VM. */
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
export function tracebackFrame(vm: Machine, traceback: Traceback): FrameObject {
  const known = vm.record(TRACEBACK_FRAMES, newTracebackFrames);
  let found = known.get(traceback);
  if (found === undefined) {
    found = new FrameObject(traceback.linked, traceback.pc + 1, traceback.globals, null);
    known.set(traceback, found);
  }
  return found;
}

const TRACEBACK_FRAMES: object = Object.freeze({});

function newTracebackFrames(): WeakMap<Traceback, FrameObject> {
  return new WeakMap();
}

/** The line that a frame stands in. */
export function lineOf(frame: FrameObject): number {
  const pc = frame.source === null ? frame.pc : frame.source.pc;
  const { code } = frame.linked;
  return positionAt(code, Math.max(pc - 1, 0))?.line ?? code.fields.firstLine;
}

/** The frame object of the caller, or null. */
export function callerOf(vm: Machine, frame: FrameObject): FrameObject | null {
  if (frame.source === null || !isRunning(vm, frame.source)) return null;
  const below = pythonFrame(frame.source.prev);
  return below === null ? null : frameObject(vm, below);
}

/** Whether an activation is on the running stack, or waits in a generator. */
function isRunning(vm: Machine, frame: Frame): boolean {
  if (frame.generator !== null) return true;
  for (let each: Frame | null = vm.fiber.top; each !== null; each = each.prev) if (each === frame) return true;
  return false;
}

/** `f_locals`. */
export function localsOfFrame(vm: Machine, frame: FrameObject): Value {
  const { source } = frame;
  if (source !== null && isRunning(vm, source)) frame.locals = localsOf(source);
  if (frame.locals === null) frame.locals = frame.linked.code.fields.name === "<module>" ? frame.globals : newDict();
  return frame.locals;
}

/** The namespace of a module or class body; in functions, a new dict of the locals and free variables that are bound. */
export function localsOf(frame: Frame): Value {
  const linked = frame.linked as Linked;
  const { fields } = linked.code;
  if (fields.kind === CodeKind.Namespace) return frame.namespace ?? (frame.func as PyFunction).globals;
  const dict = newDict();
  const put = (name: string, value: Value | undefined): void => {
    if (value !== undefined && !name.startsWith(".")) dictSetString(dict, name, value);
  };
  for (let i = 0; i < fields.localNames.length; i++) {
    const value = frame.registers[frame.base + i];
    put(
      fields.localNames[i] as string,
      value instanceof Cell && fields.cellRegisters.includes(i) ? value.value : value,
    );
  }
  const { closure } = frame.func as PyFunction;
  for (let i = 0; i < fields.freeNames.length; i++) {
    put(fields.freeNames[i] as string, closure[i]?.value);
  }
  return dict;
}
