// Functions written in Python, their cells, and methods bound to an object.
import type { Linked } from "./linked.ts";
import { PyAttributed } from "./attributed.ts";
import { cellType, functionType, methodType } from "./builtin-types.ts";
import type { PyDict } from "./table.ts";
import type { PyTuple } from "./sequences.ts";
import { PyObject, type Value } from "./value.ts";

/** A variable shared between a function and the functions nested in it. */
export class Cell extends PyObject {
  value: Value | undefined;

  constructor(value: Value | undefined) {
    super(cellType);
    this.value = value;
  }
}

export class PyFunction extends PyAttributed {
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
    super(functionType);
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
export class PyMethod extends PyObject {
  readonly func: Value;
  readonly self: Value;

  constructor(func: Value, self: Value) {
    super(methodType);
    this.func = func;
    this.self = self;
  }
}
