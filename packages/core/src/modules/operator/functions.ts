// The operators as functions.
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { arithmetic, inplaceArithmetic } from "../../protocol/arithmetic.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { call, callMethod } from "../../protocol/call.ts";
import { CompareKind, compare } from "../../protocol/compare.ts";
import { index } from "../../protocol/conversion.ts";
import { lengthHint } from "../../protocol/length-hint.ts";
import { special } from "../../protocol/lookup.ts";
import { BinaryKind, UnaryKind, unary } from "../../protocol/operators.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { isSame } from "../../protocol/structural.ts";
import { contains, deleteItem, getItem, setItem } from "../../protocol/subscript.ts";
import { truth } from "../../protocol/truth.ts";
import { func, type FunctionEntry } from "../define.ts";
import { countOf, indexOf } from "./search.ts";

function binary(kind: BinaryKind): FunctionEntry {
  return func("a, b, /", (vm: Machine, a: Value, b: Value) => arithmetic(vm, kind, a, b));
}
function inplace(kind: BinaryKind): FunctionEntry {
  return func("a, b, /", (vm: Machine, a: Value, b: Value) => inplaceArithmetic(vm, kind, a, b));
}
function comparison(kind: CompareKind): FunctionEntry {
  return func("a, b, /", (vm: Machine, a: Value, b: Value) => compare(vm, kind, a, b));
}
function single(kind: UnaryKind): FunctionEntry {
  return func("a, /", (vm: Machine, a: Value) => unary(vm, kind, a));
}

const NOT: Asking<Value> = { ask: truth, take: (_vm, _value, answer) => answer !== true };

function absolute(vm: Machine, a: Value): Result {
  const own = special(a, "__abs__");
  if (own === undefined) return raiseTypeError(vm, `bad operand type for abs(): '${typeOf(a).name}'`);
  return callMethod(vm, own, a, []);
}

function isSequence(value: Value): boolean {
  if (typeof value === "object" && typeOf(value).layout.name === "dict") return false;
  return special(value, "__getitem__") !== undefined;
}

/** `a + b` of sequences alone. */
function concatenating(
  add: (vm: Machine, kind: BinaryKind, a: Value, b: Value) => Result,
): (vm: Machine, a: Value, b: Value) => Result {
  return (vm, a, b) => {
    if (!isSequence(a)) return raiseTypeError(vm, `'${typeOf(a).name}' object can't be concatenated`);
    return add(vm, BinaryKind.Add, a, b);
  };
}

/** A `__setitem__` or `__delitem__` in Python may answer anything: these answer None. */
const SET: Asking<readonly [Value, Value, Value]> = {
  ask: (vm, [object, key, value]) => setItem(vm, object, key, value),
  take: () => NONE,
};
const DELETE: Asking<readonly [Value, Value]> = {
  ask: (vm, [object, key]) => deleteItem(vm, object, key),
  take: () => NONE,
};

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  lt: comparison(CompareKind.Less),
  le: comparison(CompareKind.LessEqual),
  eq: comparison(CompareKind.Equal),
  ne: comparison(CompareKind.NotEqual),
  gt: comparison(CompareKind.Greater),
  ge: comparison(CompareKind.GreaterEqual),
  is_: func("a, b, /", (_vm, a: Value, b: Value) => isSame(a, b)),
  is_not: func("a, b, /", (_vm, a: Value, b: Value) => !isSame(a, b)),
  truth: func("a, /", truth),
  not_: func("a, /", (vm: Machine, a: Value) => asking(vm, NOT, a)),
  add: binary(BinaryKind.Add),
  sub: binary(BinaryKind.Subtract),
  mul: binary(BinaryKind.Multiply),
  truediv: binary(BinaryKind.Divide),
  floordiv: binary(BinaryKind.FloorDivide),
  mod: binary(BinaryKind.Modulo),
  pow: binary(BinaryKind.Power),
  matmul: binary(BinaryKind.MatrixMultiply),
  lshift: binary(BinaryKind.ShiftLeft),
  rshift: binary(BinaryKind.ShiftRight),
  and_: binary(BinaryKind.BitAnd),
  or_: binary(BinaryKind.BitOr),
  xor: binary(BinaryKind.BitXor),
  iadd: inplace(BinaryKind.Add),
  isub: inplace(BinaryKind.Subtract),
  imul: inplace(BinaryKind.Multiply),
  itruediv: inplace(BinaryKind.Divide),
  ifloordiv: inplace(BinaryKind.FloorDivide),
  imod: inplace(BinaryKind.Modulo),
  ipow: inplace(BinaryKind.Power),
  imatmul: inplace(BinaryKind.MatrixMultiply),
  ilshift: inplace(BinaryKind.ShiftLeft),
  irshift: inplace(BinaryKind.ShiftRight),
  iand: inplace(BinaryKind.BitAnd),
  ior: inplace(BinaryKind.BitOr),
  ixor: inplace(BinaryKind.BitXor),
  neg: single(UnaryKind.Negate),
  pos: single(UnaryKind.Positive),
  inv: single(UnaryKind.Invert),
  invert: single(UnaryKind.Invert),
  abs: func("a, /", absolute),
  index: func("a, /", index),
  concat: func("a, b, /", concatenating(arithmetic)),
  iconcat: func("a, b, /", concatenating(inplaceArithmetic)),
  contains: func("a, b, /", contains),
  countOf: func("a, b, /", countOf, "How many items of a equal b."),
  indexOf: func("a, b, /", indexOf, "The position of the first item of a that equals b."),
  getitem: func("a, b, /", getItem),
  setitem: func("a, b, c, /", (vm: Machine, a: Value, b: Value, c: Value) => asking(vm, SET, [a, b, c])),
  delitem: func("a, b, /", (vm: Machine, a: Value, b: Value) => asking(vm, DELETE, [a, b])),
  length_hint: func(
    "obj, default=0, /",
    converting([Want.Size], lengthHint),
    "How many items an object says it may have.",
  ),
  call: func("obj, /, *args, **kwargs", (vm, callee: Value, args: Value[], keywords: Map<string, Value>) =>
    call(vm, callee, args, keywords),
  ),
};
