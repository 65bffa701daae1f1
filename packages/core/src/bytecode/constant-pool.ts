// The constants of one code object, each of them once.

import type { Constant } from "./code.ts";

/** Tuples above this size are not compared with each other. */
const MAX_SHARED_ITEMS = 32;

export class ConstantPool {
  readonly constants: Constant[] = [];
  readonly #indices: Map<string, number> = new Map();

  /** The index of a constant that is equal in type and value, sign of zero included. */
  add(constant: Constant): number {
    const key = keyOf(constant);
    if (key === null) return this.constants.push(constant) - 1;
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.constants.push(constant) - 1;
      this.#indices.set(key, index);
    }
    return index;
  }
}

/** A text that only equal constants share; null for what is never shared. */
function keyOf(constant: Constant): string | null {
  switch (constant.type) {
    case "none":
    case "ellipsis":
      return constant.type;
    case "bool":
      return constant.value ? "true" : "false";
    case "int":
      return `i${constant.value}`;
    case "float":
      return Object.is(constant.value, -0) ? "f-0" : `f${constant.value}`;
    case "imaginary":
      return Object.is(constant.value, -0) ? "j-0" : `j${constant.value}`;
    case "str":
      return `s${constant.value}`;
    case "bytes":
      return constant.value.length > 64 ? null : `b${constant.value.join()}`;
    case "tuple":
      return keyOfItems("(", constant.items);
    case "frozenset":
      return keyOfItems("{", constant.items);
    case "code":
      return null;
  }
}

function keyOfItems(open: string, items: readonly Constant[]): string | null {
  if (items.length > MAX_SHARED_ITEMS) return null;
  let key = open;
  for (const item of items) {
    const part = keyOf(item);
    if (part === null) return null;
    // The length in front keeps a string's own brackets and commas from looking like ours.
    key += `${part.length}:${part}`;
  }
  return key;
}
