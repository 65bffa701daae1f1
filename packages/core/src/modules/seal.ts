// What passes a class of the library's own Python for one that is built in.
import type { PyType } from "../objects/type.ts";
import { type FunctionEntry, func } from "./define.ts";

/** A decorator of classes. */
export const SEAL: FunctionEntry = func("cls, /", (_vm, cls: PyType) => {
  cls.name = `${cls.namespace.get("__module__")}.${cls.name}`;
  cls.isSealed = true;
  return cls;
});
