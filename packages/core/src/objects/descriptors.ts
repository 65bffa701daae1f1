// property, classmethod, staticmethod and super.
import { PyAttributed } from "./attributed.ts";
import { classMethodType, superType } from "./builtin-types.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

export class PyProperty extends PyAttributed {
  get: Value;
  set: Value;
  delete: Value;
  doc: Value;
  /** The docstring is the getter's: a copy with another getter takes the docstring of that. */
  hasGetterDoc = false;
  name: Value | undefined = undefined;

  constructor(type: PyType, get: Value, set: Value, del: Value, doc: Value) {
    super(type);
    this.get = get;
    this.set = set;
    this.delete = del;
    this.doc = doc;
  }
}

export class PyClassMethod extends PyAttributed {
  func: Value;

  constructor(func: Value, type: PyType = classMethodType) {
    super(type);
    this.func = func;
  }
}

export class PyStaticMethod extends PyAttributed {
  func: Value;

  constructor(type: PyType, func: Value) {
    super(type);
    this.func = func;
  }
}

/** `super(start, self)`: attributes are looked up in the MRO of `selfType` after `start`. */
export class PySuper extends PyObject {
  start: PyType | null;
  self: Value | null;
  selfType: PyType | null;

  constructor(start: PyType | null, self: Value | null, selfType: PyType | null, type: PyType = superType) {
    super(type);
    this.start = start;
    this.self = self;
    this.selfType = selfType;
  }
}
