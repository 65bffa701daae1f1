// The one table of types that declarations of native modules use.
import type { PythonCallable, PythonObject } from "../python-object.ts";
import * as containers from "./container-specs.ts";
import * as scalars from "./scalar-specs.ts";
import type { TypeSpec } from "./type-spec.ts";

/** What stands in `t`. */
export interface Types {
  /** int, as a number; OverflowError beyond 2**53. bool is an int. */
  readonly int: TypeSpec<number>;
  /** int of any size, as a bigint. */
  readonly bigint: TypeSpec<bigint>;
  /** float, as a number; an int is taken too, and what the host answers becomes a float even when it is whole. */
  readonly float: TypeSpec<number>;
  /** bool alone, as a boolean. */
  readonly bool: TypeSpec<boolean>;
  /** str, as a string. */
  readonly str: TypeSpec<string>;
  /** bytes (or bytearray), as a Uint8Array; copied. */
  readonly bytes: TypeSpec<Uint8Array>;
  /** None: what a function answers that answers nothing. */
  readonly none: TypeSpec<void>;
  /** Any value, converted as `vm.globals.get` and `set` do. */
  readonly any: TypeSpec<unknown>;
  /** Any object unconverted, as a PythonObject. */
  readonly object: TypeSpec<PythonObject>;
  /** A callable, as an async function with `callSync`. */
  readonly callable: TypeSpec<PythonCallable>;
  /** list (or tuple) of items of one type, as an array. */
  list<T>(item: TypeSpec<T>): TypeSpec<T[]>;
  /** tuple with an item of each type, as an array. */
  tuple<Items extends readonly unknown[]>(
    ...items: { readonly [At in keyof Items]: TypeSpec<Items[At]> }
  ): TypeSpec<Items>;
  /** set or frozenset, as a Set. */
  set<T>(item: TypeSpec<T>): TypeSpec<Set<T>>;
  /** dict with str keys, as an object without a prototype. */
  dict<T>(item: TypeSpec<T>): TypeSpec<Record<string, T>>;
  /** A value or None, which is null. */
  optional<T>(item: TypeSpec<T>): TypeSpec<T | null>;
  /** A value of the first type that takes it. */
  union<Members extends readonly unknown[]>(
    ...members: { readonly [At in keyof Members]: TypeSpec<Members[At]> }
  ): TypeSpec<Members[number]>;
  /** One of some texts. */
  literal<Text extends string>(...texts: readonly Text[]): TypeSpec<Text>;
  /** What the host answers item by item; Python gets an iterator. */
  iterable<T>(item: TypeSpec<T>): TypeSpec<Iterable<T>>;
}

/**
 * The types of Python, for declarations: `t.int`, `t.list(t.str)`, `t.optional(t.float)`. An instance of a native class
 * is `TheClass.type`.
 */
export const t: Types = {
  int: scalars.intSpec,
  bigint: scalars.bigintSpec,
  float: scalars.floatSpec,
  bool: scalars.boolSpec,
  str: scalars.strSpec,
  bytes: scalars.bytesSpec,
  none: scalars.noneSpec,
  any: scalars.anySpec,
  object: scalars.objectSpec,
  callable: scalars.callableSpec,
  list: containers.listOf,
  tuple: containers.tupleOf,
  set: containers.setOf,
  dict: containers.dictOf,
  optional: containers.optional,
  union: containers.union,
  literal: containers.literal,
  iterable: containers.iterable,
};
