// None, NotImplemented and Ellipsis, and the mark that ends an iteration.
import { ellipsisType, noneType, notImplementedType } from "./builtin-types.ts";
import { PyObject, shared } from "./value.ts";

export const NONE: PyObject = shared(new PyObject(noneType));
export const NOT_IMPLEMENTED: PyObject = shared(new PyObject(notImplementedType));
export const ELLIPSIS: PyObject = shared(new PyObject(ellipsisType));

/** What `next` answers when an iterator is exhausted. Never visible to Python. */
export const DONE: PyObject = shared(new PyObject(notImplementedType));
