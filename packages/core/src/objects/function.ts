// Functions written in Python, their cells, and methods bound to an object.
import type { Linked } from "./linked.ts";
import type { Attributed } from "./attributed.ts";
import { cellType, functionType, methodType } from "./builtin-types.ts";
import type { PyDict } from "./table.ts";
import type { PyTuple } from "./sequences.ts";
import type { PyType } from "./type.ts";
import type { PyObject, Value } from "./value.ts";

/** A variable shared between a function and the functions nested in it. */
export class Cell implements PyObject {
  type: PyType = cellType;
  mark = 0;
  value: Value | undefined;

  constructor(value: Value | undefined) {
    this.value = value;
  }
}

export class PyFunction implements Attributed {
  type: PyType = functionType;
  mark = 0;
  attrs: PyDict | null = null;
  linked: Linked;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  readonly closure: readonly Cell[];
  defaults: PyTuple | null;
  keywordDefaults: PyDict | null;
  annotations: PyDict | null;
  name: string;
  qualifiedName: string;
  /** Undefined until someone assigns it: the docstring of the code. */
  doc: Value | undefined = undefined;
  module: Value;
  typeParameters: PyTuple | null = null;

  constructor(
    linked: Linked,
    globals: PyDict,
    builtins: PyDict,
    closure: readonly Cell[],
    defaults: PyTuple | null,
    keywordDefaults: PyDict | null,
    annotations: PyDict | null,
    module: Value,
  ) {
    this.linked = linked;
    this.globals = globals;
    this.builtins = builtins;
    this.closure = closure;
    this.defaults = defaults;
    this.keywordDefaults = keywordDefaults;
    this.annotations = annotations;
    this.name = linked.code.fields.name;
    this.qualifiedName = linked.code.fields.qualifiedName;
    this.module = module;
  }
}

/** A function bound to the object it was read from (`method`). */
export class PyMethod implements PyObject {
  type: PyType = methodType;
  mark = 0;
  readonly func: Value;
  readonly self: Value;

  constructor(func: Value, self: Value) {
    this.func = func;
    this.self = self;
  }
}
