// Dicts whose keys are texts, made at once out of arrays: what the host passes.
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { PyDict } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { countBytes, ENTRY_BYTES } from "./charge.ts";

/**
 * A dict of texts that are all different, whose arrays it takes over. V8 allocates arrays that a literal makes among its
 * old objects once many of them have lasted: there they would keep alive what a dict that lasts a moment refers to.
 */
export function dictOfTexts(vm: Machine, keys: string[], values: Value[]): PyDict {
  const dict = newDict();
  dict.keys = keys;
  dict.values = values;
  dict.size = keys.length;
  countBytes(vm, ENTRY_BYTES * keys.length);
  return dict;
}
