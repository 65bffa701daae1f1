// Exceptions made without running `__new__` and `__init__`: most classes inherit both from BaseException.
import { typeType } from "../objects/builtin-types.ts";
import { PyException } from "../objects/exception.ts";
import { baseExceptionType } from "../objects/exception-types.ts";
import { newTuple } from "../objects/make.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";

/** Whether instances of an exception class are made as BaseException makes them. */
export function isMadePlainly(type: PyType): boolean {
  return (
    type.layout === baseExceptionType &&
    type.type === typeType &&
    type.lookup("__del__") === undefined &&
    type.lookup("__new__") === baseExceptionType.lookup("__new__")
  );
}

/** Whether calling the class does nothing but keep its arguments. */
export function isPlainException(type: PyType): boolean {
  let known = type.isPlainException;
  if (known === undefined) {
    known = isMadePlainly(type) && type.lookup("__init__") === baseExceptionType.lookup("__init__");
    type.isPlainException = known;
  }
  return known;
}

/** An exception with its arguments, `__init__` not run. Takes ownership of `args`. */
export function barePlainException(type: PyType, args: readonly Value[]): PyException {
  return new PyException(type, newTuple(args));
}
