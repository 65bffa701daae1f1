// The layouts of contexts, their variables, and the tokens that undo a change.
import { typeType, objectType } from "../../objects/builtin-types.ts";
import { PyType } from "../../objects/type.ts";
import { PyObject, shared, type Value } from "../../objects/value.ts";
import { moduleType } from "../module-type.ts";
import type { MapWalk, VariableMap } from "./variable-map.ts";

export const contextType: PyType = moduleType("_contextvars", "Context", { isBase: false });
export const contextVarType: PyType = moduleType("_contextvars", "ContextVar", { isBase: false });
export const tokenType: PyType = moduleType("_contextvars", "Token", { isBase: false });

/** The values of context variables. Its map is never changed, only replaced, so that copies share it. */
export class PyContext extends PyObject {
  map: VariableMap = null;
  /** Number of variables that have a value. */
  size = 0;
  /** Calls of `run` under way in it, or begun in it: it cannot be entered while there are any. */
  entered = 0;

  constructor() {
    super(contextType);
  }
}

export class ContextVar extends PyObject {
  readonly name: Value;
  readonly fallback: Value | undefined;
  /** Counts the variables of a VM: see VariableMap. */
  readonly number: number;

  constructor(name: Value, fallback: Value | undefined, number: number) {
    super(contextVarType);
    this.name = name;
    this.fallback = fallback;
    this.number = number;
  }
}

/** What `set` answers: the variable, the context that it was set in, and its value there before. */
export class Token extends PyObject {
  readonly variable: ContextVar;
  readonly context: PyContext;
  /** Undefined when there was none. */
  readonly before: Value | undefined;
  isUsed = false;

  constructor(variable: ContextVar, context: PyContext, before: Value | undefined) {
    super(tokenType);
    this.variable = variable;
    this.context = context;
    this.before = before;
  }
}

/** What an iterator over a context answers for each variable. */
export type ContextPart = "keys" | "values" | "items";

/** An iterator over what a context was when it was made. */
export class ContextIterator extends PyObject {
  readonly part: ContextPart;
  readonly walk: MapWalk;
  /** Number of variables of the context, whatever was taken of them. */
  readonly size: number;

  constructor(type: PyType, part: ContextPart, walk: MapWalk, size: number) {
    super(type);
    this.part = part;
    this.walk = walk;
    this.size = size;
  }
}

export const missingType: PyType = new PyType(
  typeType,
  { name: "Token.MISSING", bases: [objectType], module: "Token", allocate: null, isBase: false },
  true,
);
missingType.qualifiedName = "MISSING";

/** `Token.MISSING`: the old value of a variable that had none. */
export const MISSING: PyObject = shared(new PyObject(missingType));
