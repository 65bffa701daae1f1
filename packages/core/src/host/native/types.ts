// The one table of types that declarations of native modules use.
import * as containers from "./container-specs.ts";
import * as scalars from "./scalar-specs.ts";

/**
 * The types of Python, for declarations: `t.int`, `t.list(t.str)`, `t.optional(t.float)`. An instance of a native class
 * is `TheClass.type`.
 */
export const t = {
  /** int, as a number; OverflowError beyond 2**53. bool is an int. */
  int: scalars.intSpec,
  /** int of any size, as a bigint. */
  bigint: scalars.bigintSpec,
  /** float, as a number; an int is taken too, and what the host answers becomes a float even when it is whole. */
  float: scalars.floatSpec,
  /** bool alone, as a boolean. */
  bool: scalars.boolSpec,
  /** str, as a string. */
  str: scalars.strSpec,
  /** bytes (or bytearray), as a Uint8Array; copied. */
  bytes: scalars.bytesSpec,
  /** None: what a function answers that answers nothing. */
  none: scalars.noneSpec,
  /** Any value, converted as `vm.globals.get` and `set` do. */
  any: scalars.anySpec,
  /** Any object unconverted, as a PythonObject. */
  object: scalars.objectSpec,
  /** A callable, as an async function with `callSync`. */
  callable: scalars.callableSpec,
  /** list (or tuple) of items of one type, as an array. */
  list: containers.listOf,
  /** tuple with an item of each type, as an array. */
  tuple: containers.tupleOf,
  /** set or frozenset, as a Set. */
  set: containers.setOf,
  /** dict with str keys, as an object. */
  dict: containers.dictOf,
  /** A value or None, which is null. */
  optional: containers.optional,
  /** A value of the first type that takes it. */
  union: containers.union,
  /** One of some texts. */
  literal: containers.literal,
  /** What the host answers item by item; Python gets an iterator. */
  iterable: containers.iterable,
} as const;
