// `id()`: a number for each object; numbers and strings, which have no identity of their own, get one by value.
import type { Machine } from "../objects/machine.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Value } from "../objects/value.ts";
import { hashInt } from "../numeric/hash.ts";
import { hashString } from "../text/str-hash.ts";

const BELOW_OBJECTS = 0x5500_0000_0000;
const SPREAD = 0x1_0000_0000;

/** `id(value)`: equal for what `is` calls the same. */
export function idOf(vm: Machine, value: Value): number {
  switch (typeof value) {
    case "object":
      return value instanceof PyFloat
        ? fold(hashString(`float ${value.v} ${Object.is(value.v, -0)}`))
        : vm.identityOf(value);
    case "string":
      return fold(hashString(value));
    case "boolean":
      return BELOW_OBJECTS - (value ? 32 : 64);
    default:
      return fold(typeof value === "number" ? value : hashInt(value)) + 0x10_0000_0000;
  }
}

function fold(hash: number | bigint): number {
  const small =
    typeof hash === "bigint" ? Number(BigInt.asUintN(32, hash ^ (hash >> 32n))) : ((hash % SPREAD) + SPREAD) % SPREAD;
  return BELOW_OBJECTS + small * 16;
}
