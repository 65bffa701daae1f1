// The size that an index may have: that of CPython's C types.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { raiseIndexError } from "./raise.ts";

/** Whether the int `at` that was made of `key` fits into 64 bits; false after raising IndexError. */
export function isIndexSized(vm: Machine, at: number | bigint, key: Value): boolean {
  if (typeof at === "number" || BigInt.asIntN(64, at) === at) return true;
  raiseIndexError(vm, `cannot fit '${typeOf(key).name}' into an index-sized integer`);
  return false;
}
