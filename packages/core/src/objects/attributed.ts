// Objects of built-in layout that can carry attributes: functions, exceptions, and subclasses of containers.
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";
import { PyObject } from "./value.ts";

/** `attrs` is the instance's `__dict__`, made on first use; it stays null where the type has no `__dict__`. */
export class PyAttributed extends PyObject {
  attrs: PyDict | null = null;

  constructor(type: PyType) {
    super(type);
  }
}
