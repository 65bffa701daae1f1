// Layouts of type parameters and type aliases (PEP 695): their bounds and values are computed when asked for.
import { PyAttributed } from "./attributed.ts";
import { objectType, typeType } from "./builtin-types.ts";
import type { PyTuple } from "./sequences.ts";
import { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

export type TypeParameterKind = "TypeVar" | "ParamSpec" | "TypeVarTuple";

function define(name: string, isBase: boolean, hasDict: boolean): PyType {
  return new PyType(typeType, { name, bases: [objectType], module: "typing", allocate: null, isBase, hasDict }, true);
}

export const typeVarType: PyType = define("TypeVar", false, true);
export const paramSpecType: PyType = define("ParamSpec", false, true);
export const typeVarTupleType: PyType = define("TypeVarTuple", false, true);
export const typeAliasType: PyType = define("TypeAliasType", false, false);
/** `typing.Generic`: the base that makes a class subscriptable by its type parameters. */
export const genericType: PyType = new PyType(
  typeType,
  { name: "Generic", bases: [objectType], module: "typing" },
  true,
);

const TYPES: Readonly<Record<TypeParameterKind, PyType>> = {
  TypeVar: typeVarType,
  ParamSpec: paramSpecType,
  TypeVarTuple: typeVarTupleType,
};

/** A TypeVar, ParamSpec or TypeVarTuple. A thunk is a function that computes the value on first use. */
export class TypeParameterObject extends PyAttributed {
  readonly name: string;
  readonly module: Value;
  bound: Value | undefined = undefined;
  boundThunk: Value | undefined = undefined;
  constraints: Value | undefined = undefined;
  constraintsThunk: Value | undefined = undefined;
  default: Value | undefined = undefined;
  defaultThunk: Value | undefined = undefined;
  isCovariant = false;
  isContravariant = false;
  /** Type parameters of PEP 695 syntax infer their variance. */
  infersVariance = true;

  constructor(kind: TypeParameterKind, name: string, module: Value) {
    super(TYPES[kind]);
    this.name = name;
    this.module = module;
  }
}

/** `type Name[...] = value`. */
export class TypeAliasObject extends PyObject {
  readonly name: string;
  readonly parameters: PyTuple;
  readonly thunk: Value;
  readonly module: Value;
  value: Value | undefined = undefined;

  constructor(name: string, parameters: PyTuple, thunk: Value, module: Value) {
    super(typeAliasType);
    this.name = name;
    this.parameters = parameters;
    this.thunk = thunk;
    this.module = module;
  }
}
