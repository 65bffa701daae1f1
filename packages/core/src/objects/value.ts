// What a Python value is in JavaScript, and the base class of every value that is an object.
import type { PyType } from "./type.ts";

/**
 * A Python value: int is a safe integer `number` or else a `bigint`; str a `string`; bool a `boolean`; everything else
 * a PyObject. `undefined` is never a value: it stands for unbound, and for "raised or suspended" as a result.
 */
export type Value = number | bigint | string | boolean | PyObject;

/**
 * What an operation answers: its value, or `undefined` when it has raised (`vm.error` is set) or has pushed a frame
 * whose result will be delivered to the frame that was on top.
 */
export type Result = Value | undefined;

/** The mark of what all VMs share: a census neither counts nor enters it. */
export const SHARED_MARK = -1;

/** A Python object that JavaScript represents as an object. */
export class PyObject {
  type: PyType;
  /** The last census of its VM that reached it, 0 for none; SHARED_MARK for templates. */
  mark = 0;

  constructor(type: PyType) {
    this.type = type;
  }
}

/** Makes an object a template that all VMs share: it never changes again. */
export function shared<T extends PyObject>(object: T): T {
  object.mark = SHARED_MARK;
  return Object.freeze(object);
}
