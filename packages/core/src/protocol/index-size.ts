// The size that an index may have: that of CPython's C types.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { raiseIndexError } from "./raise.ts";

/** Whether an int fits into 64 bits. */
export function isSize(value: number | bigint): boolean {
  return typeof value === "number" || BigInt.asIntN(64, value) === value;
}

/** Whether the int `at` that was made of `key` fits into 64 bits; false after raising IndexError. */
export function isIndexSized(vm: Machine, at: number | bigint, key: Value): boolean {
  if (isSize(at)) return true;
  raiseIndexError(vm, `cannot fit '${typeOf(key).name}' into an index-sized integer`);
  return false;
}
