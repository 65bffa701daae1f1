// The layouts of containers in one place, for code that makes bare instances.
export { PyDict, PySet } from "./table.ts";
export { PyList } from "./sequences.ts";
