// TEMP
import type { Machine } from "../objects/machine.ts";
import type { Result, Value } from "../objects/value.ts";
export function uniteTypes(_vm: Machine, _a: Value, _b: Value): Result {
  return undefined;
}
