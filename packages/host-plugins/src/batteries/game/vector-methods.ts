// What all vectors share besides operators: equality, hash, text, their parts by name and in order.
import {
  asInt,
  getIterator,
  hash,
  type Machine,
  method,
  newTuple,
  NOT_IMPLEMENTED,
  PyFloat,
  type PyRecord,
  property,
  raiseIndexError,
  raiseOverflowError,
  raiseTypeError,
  repr,
  type Result,
  type TypeEntry,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { needInt, needReal, TOO_LARGE } from "./numbers.ts";
import type { VectorKind } from "./vector-layouts.ts";

/** A part as Python sees it. */
function shownPart(kind: VectorKind, part: number): Value {
  return kind.isWhole ? part : new PyFloat(part);
}

function tupleOf(kind: VectorKind, vector: PyRecord): Value {
  return newTuple(vector.parts().map((part) => shownPart(kind, part)));
}

/** A number as a part; undefined after raising. */
function needPart(vm: Machine, kind: VectorKind, value: Value): number | undefined {
  return kind.isWhole ? needInt(vm, value) : needReal(vm, value);
}

/** A vector argument of this very type; undefined after raising TypeError. */
export function needVector<V extends PyRecord>(vm: Machine, kind: VectorKind<V>, value: Value): V | undefined {
  if (kind.is(value)) return value;
  return raiseTypeError(vm, `expected ${kind.type.name}, not ${typeOf(value).name}`);
}

/** A vector out of numbers; undefined after raising. */
export function vectorOf<V extends PyRecord>(vm: Machine, kind: VectorKind<V>, values: readonly Value[]): Result {
  const parts: number[] = [];
  for (const value of values) {
    const part = needPart(vm, kind, value);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return kind.of(parts);
}

function sumOfProducts(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function dot<V extends PyRecord>(kind: VectorKind<V>, vm: Machine, self: V, value: Value): Result {
  const other = needVector(vm, kind, value);
  if (other === undefined) return undefined;
  const sum = sumOfProducts(self.parts(), other.parts());
  if (kind.isWhole && !Number.isSafeInteger(sum)) return raiseOverflowError(vm, TOO_LARGE);
  return shownPart(kind, sum);
}

function item(kind: VectorKind, vm: Machine, self: PyRecord, key: Value): Result {
  const at = asInt(key);
  if (at === undefined) return raiseTypeError(vm, `vector indices must be integers, not ${typeOf(key).name}`);
  const parts = self.parts();
  const part = parts[at < 0 ? Number(at) + parts.length : Number(at)];
  return part === undefined ? raiseIndexError(vm, "vector index out of range") : shownPart(kind, part);
}

/** `with_x` and its kin: the same vector but for one part. */
function withPart<V extends PyRecord>(kind: VectorKind<V>, at: number): TypeEntry {
  return method("value, /", (vm, self: V, value: Value): Result => {
    const part = needPart(vm, kind, value);
    return part === undefined ? undefined : kind.of(self.parts().with(at, part));
  });
}

/** The methods that all types of vectors have. */
export function vectorMethods<V extends PyRecord>(kind: VectorKind<V>): Record<string, TypeEntry> {
  const name = kind.type.qualifiedName;
  const entries: Record<string, TypeEntry> = {
    __eq__: method("other, /", (_vm, self: V, other: Value): Result => {
      if (!kind.is(other)) return NOT_IMPLEMENTED;
      const parts = other.parts();
      return self.parts().every((part, at) => part === parts[at]);
    }),
    __hash__: method("", (vm, self: V) => hash(vm, tupleOf(kind, self))),
    __repr__: method("", (vm, self: V): Result => {
      const texts = self.parts().map((part) => repr(vm, shownPart(kind, part)));
      return `${name}(${texts.join(", ")})`;
    }),
    __len__: method("", () => kind.names.length),
    __iter__: method("", (vm, self: V) => getIterator(vm, tupleOf(kind, self))),
    __getitem__: method("index, /", (vm, self: V, key: Value) => item(kind, vm, self, key)),
    __getnewargs__: method("", (_vm, self: V) => tupleOf(kind, self)),
    dot: method(
      "other, /",
      (vm, self: V, other: Value) => dot(kind, vm, self, other),
      "The sum of the products of the parts.",
    ),
  };
  for (const [at, part] of kind.names.entries()) entries[`with_${part}`] = withPart(kind, at);
  return entries;
}

/** The parts by name. */
export function partProperties(kind: VectorKind): Record<string, TypeEntry> {
  const entries: Record<string, TypeEntry> = {};
  for (const name of kind.names) {
    entries[name] = kind.isWhole ? (WHOLE_PARTS[name] as TypeEntry) : (FLOAT_PARTS[name] as TypeEntry);
  }
  return entries;
}

interface Parts {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly w: number;
}

const WHOLE_PARTS: Readonly<Record<string, TypeEntry>> = {
  x: property((_vm, self: Parts) => self.x),
  y: property((_vm, self: Parts) => self.y),
  z: property((_vm, self: Parts) => self.z),
  w: property((_vm, self: Parts) => self.w),
};

const FLOAT_PARTS: Readonly<Record<string, TypeEntry>> = {
  x: property((_vm, self: Parts) => new PyFloat(self.x)),
  y: property((_vm, self: Parts) => new PyFloat(self.y)),
  z: property((_vm, self: Parts) => new PyFloat(self.z)),
};
