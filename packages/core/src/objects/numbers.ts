// Layouts of the numbers that are objects: float and complex.
import { complexType, floatType } from "./builtin-types.ts";
import type { PyType } from "./type.ts";
import { PyObject, SHARED_MARK } from "./value.ts";

/**
 * A float; subclasses of float are PyPayload instances that hold one. The type stands on the prototype, not in each
 * float: floats are the most allocated object of all.
 */
export class PyFloat {
  declare readonly type: PyType;
  /** A census counts a float each time that it meets it. */
  declare readonly mark: number;
  readonly v: number;

  constructor(v: number) {
    this.v = v;
  }
}
Object.defineProperty(PyFloat.prototype, "type", { value: floatType });
Object.defineProperty(PyFloat.prototype, "mark", { value: SHARED_MARK });

export class PyComplex extends PyObject {
  readonly real: number;
  readonly imaginary: number;

  constructor(real: number, imaginary: number) {
    super(complexType);
    this.real = real;
    this.imaginary = imaginary;
  }
}
