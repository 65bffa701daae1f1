// None, NotImplemented and Ellipsis, and the mark that ends an iteration.
import { ellipsisType, noneType, notImplementedType } from "./builtin-types.ts";
import { PyObject } from "./value.ts";

export const NONE: PyObject = Object.freeze(new PyObject(noneType));
export const NOT_IMPLEMENTED: PyObject = Object.freeze(new PyObject(notImplementedType));
export const ELLIPSIS: PyObject = Object.freeze(new PyObject(ellipsisType));

/** What `next` answers when an iterator is exhausted. Never visible to Python. */
export const DONE: PyObject = Object.freeze(new PyObject(notImplementedType));
