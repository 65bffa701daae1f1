// Modules: a namespace dict with a name.
import { moduleType } from "./builtin-types.ts";
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";
import { PyObject } from "./value.ts";

export class PyModule extends PyObject {
  readonly dict: PyDict;
  /** Its code is still running for the first time. */
  isLoading = false;

  constructor(dict: PyDict, type: PyType = moduleType) {
    super(type);
    this.dict = dict;
  }
}
