// The layouts of containers in one place, for code that makes bare instances.
export { PyDict, PySet, Table } from "./table.ts";
export { PyByteArray, PyBytes, PyList, PyRange, PySlice, PyTuple } from "./sequences.ts";
