// Layouts of types as annotations write them: `list[int]` and `int | str`.
import { genericAliasType, unionType } from "./builtin-types.ts";
import type { PyTuple } from "./sequences.ts";
import type { PyType } from "./type.ts";
import { PyAttributed } from "./attributed.ts";
import { PyObject, type Value } from "./value.ts";

/** `origin[args]`; `isUnpacked` for `*origin[args]`. */
export class GenericAlias extends PyAttributed {
  readonly origin: Value;
  readonly args: PyTuple;
  readonly isUnpacked: boolean;
  /** The type variables in `args`, found on first need. */
  parameters: PyTuple | null = null;

  constructor(origin: Value, args: PyTuple, isUnpacked = false, type: PyType = genericAliasType) {
    super(type);
    this.origin = origin;
    this.args = args;
    this.isUnpacked = isUnpacked;
  }
}

/** A union of types, flat and without repetition. */
export class UnionAlias extends PyObject {
  readonly args: PyTuple;

  constructor(args: PyTuple) {
    super(unionType);
    this.args = args;
  }
}
