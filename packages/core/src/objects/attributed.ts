// Objects of built-in layout that can carry attributes: functions, exceptions, and subclasses of containers.
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

/** `attrs` is the instance's `__dict__`, made on first use; it stays null where the type has no `__dict__`. */
export interface Attributed extends PyObject {
  attrs: PyDict | null;
}

/**
 * The base of such layouts. Those that scripts make all the time derive from no class: V8 looks up each field anew when
 * many classes have it set by one constructor.
 */
export class PyAttributed extends PyObject implements Attributed {
  attrs: PyDict | null = null;

  constructor(type: PyType) {
    super(type);
  }
}

/** Whether the layout of an object has room for attributes; its type tells whether it may have any. */
export function isAttributed(object: Value): object is Attributed {
  return typeof object === "object" && (object as Partial<Attributed>).attrs !== undefined;
}
