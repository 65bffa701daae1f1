// Exceptions and tracebacks as data: no JavaScript Error is made for a Python exception.
import type { Attributed } from "./attributed.ts";
import { tracebackType } from "./builtin-types.ts";
import type { FrameObject } from "./frame-object.ts";
import type { PyFunction } from "./function.ts";
import type { Linked } from "./linked.ts";
import type { PyDict } from "./table.ts";
import type { PyTuple } from "./sequences.ts";
import type { PyType } from "./type.ts";
import type { PyObject, Value } from "./value.ts";

export class PyException implements Attributed {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  args: PyTuple;
  cause: PyException | null = null;
  context: PyException | null = null;
  suppressContext = false;
  traceback: Traceback | null = null;
  /** The attributes special to a built-in exception type (`StopIteration.value`, `KeyError` none, ...), by name. */
  fields: Map<string, Value> | null = null;

  constructor(type: PyType, args: PyTuple) {
    this.type = type;
    this.args = args;
  }
}

/** One entry: the frame's code, where it stood, and the entry of the frame it had called. */
export class Traceback implements PyObject {
  type: PyType = tracebackType;
  mark = 0;
  readonly linked: Linked;
  readonly pc: number;
  readonly func: PyFunction;
  /**
   * The locals that the frame had when the exception left it (of a module or class, its namespace), null when it has caught
   * the exception; then, once a script has asked for it, the frame itself.
   */
  kept: (Value | undefined)[] | FrameObject | null = null;
  next: Traceback | null;

  constructor(linked: Linked, pc: number, func: PyFunction, next: Traceback | null) {
    this.linked = linked;
    this.pc = pc;
    this.func = func;
    this.next = next;
  }
}
