// The exceptions of asyncio that natives raise; the others are the prelude's.
import { baseExceptionType, exceptionType, PyType, typeType } from "@krait/core/extend";

function define(name: string, base: PyType): PyType {
  return new PyType(typeType, { name, module: "asyncio.exceptions", bases: [base], hasDict: true }, true);
}

export const cancelledErrorType: PyType = define("CancelledError", baseExceptionType);
export const invalidStateErrorType: PyType = define("InvalidStateError", exceptionType);
