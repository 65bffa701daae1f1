// The Python frame that a native was called from.
import type { Frame } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyDict } from "../objects/table.ts";
import type { PyFunction } from "../objects/function.ts";

/** The innermost Python frame; null when the host called. */
export function callingFrame(vm: Machine): Frame | null {
  return pythonFrame(vm.fiber.top);
}

/** The frame itself or the nearest one below it that runs Python code. */
export function pythonFrame(start: Frame | null): Frame | null {
  let frame = start;
  while (frame !== null && frame.op !== null) frame = frame.prev;
  return frame;
}

/** The globals of the code that called. */
export function callingGlobals(vm: Machine): PyDict | null {
  const frame = callingFrame(vm);
  return frame === null ? null : (frame.func as PyFunction).globals;
}
