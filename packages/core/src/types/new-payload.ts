// What the `__new__` of int, float, complex, str and bytes have in common: instances of subclasses.
import { PyPayload } from "../objects/instance.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";

/** `value` as an instance of `cls`: itself when `cls` is its own type. */
export function instanceOf(cls: PyType, base: PyType, value: Value): Value {
  return cls === base ? value : new PyPayload(cls, value);
}
