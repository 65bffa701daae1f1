// The types frame and traceback.
import { positionAt } from "../bytecode/code.ts";
import { frameType, tracebackType } from "../objects/builtin-types.ts";
import { Traceback } from "../objects/exception.ts";
import { FrameObject } from "../objects/frame-object.ts";
import type { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { callerOf, clearFrame, lineOf, localsOfFrame, tracebackFrame } from "../protocol/frame-object.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { defineType, member, method, newMethod, property } from "./define.ts";
import { builtinsOf } from "./function.ts";
import { addressOf } from "./object.ts";

function setNext(vm: Machine, self: Traceback, value: Value | undefined): Result {
  if (value === undefined) return raiseTypeError(vm, "can't delete tb_next attribute");
  if (value === NONE) {
    self.next = null;
    return NONE;
  }
  if (!(value instanceof Traceback))
    return raiseTypeError(vm, `expected traceback object, got '${typeOf(value).name}'`);
  for (let each: Traceback | null = value; each !== null; each = each.next) {
    if (each === self) return raiseValueError(vm, "traceback loop detected");
  }
  self.next = value;
  return NONE;
}

function newTraceback(vm: Machine, _type: Value, next: Value, frame: Value, _last: Value, line: Value): Result {
  if (next !== NONE && !(next instanceof Traceback)) {
    return raiseTypeError(vm, `expected traceback object or None, got '${typeOf(next).name}'`);
  }
  if (!(frame instanceof FrameObject)) {
    return raiseTypeError(vm, `traceback() argument 'tb_frame' must be frame, not ${typeOf(frame).name}`);
  }
  return new Traceback(
    frame.linked,
    pcOfLine(frame, line),
    frame.source.func as PyFunction,
    next instanceof Traceback ? next : null,
  );
}

/** An instruction of the given line, for tracebacks made by hand. */
function pcOfLine(frame: FrameObject, line: Value): number {
  const { positions } = frame.linked.code.fields;
  for (let i = 0; i < positions.length; i += 5) if (positions[i + 1] === line) return positions[i] as number;
  return Math.max(frame.source.pc - 1, 0);
}

function tracebackLine(traceback: Traceback): number {
  const { code } = traceback.linked;
  return positionAt(code, traceback.pc)?.line ?? code.fields.firstLine;
}

function globalsOf({ source }: FrameObject): PyDict {
  return (source.func as PyFunction).globals;
}

export function defineFrame(): void {
  defineType(frameType, null, {
    __repr__: method("", (vm, self: FrameObject) => {
      const { filename, name } = self.linked.code.fields;
      return `<frame at ${addressOf(vm, self)}, file '${filename}', line ${lineOf(self)}, code ${name}>`;
    }),
    clear: method("", clearFrame),
    f_code: property((_vm, self: FrameObject) => self.linked),
    f_lineno: property((_vm, self: FrameObject) => lineOf(self)),
    f_lasti: member((_vm, self: FrameObject) => (self.source.pc - 1) * 2),
    f_globals: member((_vm, self: FrameObject) => globalsOf(self)),
    f_builtins: member((vm, self: FrameObject) => builtinsOf(vm, globalsOf(self))),
    f_locals: property((vm, self: FrameObject) => localsOfFrame(vm, self)),
    f_back: property((vm, self: FrameObject) => callerOf(vm, self) ?? NONE),
    f_trace: property(
      (_vm, self: FrameObject) => self.trace ?? NONE,
      (_vm, self: FrameObject, value) => {
        self.trace = value ?? null;
        return NONE;
      },
    ),
  });
  defineType(tracebackType, "Create a new traceback object.", {
    __new__: newMethod("tb_next, tb_frame, tb_lasti, tb_lineno", newTraceback),
    __dir__: method("", () => newList(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"])),
    tb_frame: member((vm, self: Traceback) => tracebackFrame(vm, self)),
    tb_lasti: member((_vm, self: Traceback) => self.pc * 2),
    tb_lineno: property((_vm, self: Traceback) => tracebackLine(self)),
    tb_next: property((_vm, self: Traceback) => self.next ?? NONE, setNext),
  });
}
