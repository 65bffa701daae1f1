// Layout of small immutable values that libraries add: they are equal, and keys of dicts, by the numbers that they hold.
import { PyObject } from "./value.ts";

/**
 * Values of one type with the same parts are equal. The type has a `__hash__` and an `__eq__` of its own, for whoever asks
 * these; dicts and `==` look at the parts instead.
 */
export abstract class PyRecord extends PyObject {
  abstract parts(): readonly number[];
}
