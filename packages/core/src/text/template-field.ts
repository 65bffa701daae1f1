// Takes the name of a template's field apart: "0.attr[key]" into its first part and the accesses after it.

import { Fault } from "../numeric/fault.ts";
import { type Int, normalize } from "../numeric/int.ts";
import { numberInAscii } from "./decimal-values.ts";
import { readInteger } from "./format-spec.ts";

/** ".name", or "[key]" with an int when the key is all digits. */
export type Accessor =
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "item"; readonly key: string | Int };

const EMPTY = new Fault("ValueError", "Empty attribute in format string");
const NO_BRACKET = new Fault("ValueError", "Missing ']' in format string");
const AFTER_BRACKET = new Fault("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
const TOO_MANY_DIGITS = new Fault("ValueError", "Too many decimal digits in format string");

/** A field's name in parts; a Fault ends the accessors. */
export interface FieldName {
  /** A number when it is all digits: the index of an argument. */
  readonly first: string | number | Fault;
  readonly accessors: readonly (Accessor | Fault)[];
}

/** Splits a field's name (also for `_string.formatter_field_name_split`). */
export function splitFieldName(name: string): FieldName {
  let at = 0;
  while (at < name.length && name.charAt(at) !== "." && name.charAt(at) !== "[") at++;
  const first = firstPart(name.slice(0, at));
  const accessors: (Accessor | Fault)[] = [];
  while (at < name.length) {
    const mark = name.charAt(at++);
    if (mark === ".") {
      const start = at;
      while (at < name.length && name.charAt(at) !== "." && name.charAt(at) !== "[") at++;
      if (at === start) return { first, accessors: [...accessors, EMPTY] };
      accessors.push({ kind: "attribute", name: name.slice(start, at) });
    } else if (mark === "[") {
      const end = name.indexOf("]", at);
      if (end < 0) return { first, accessors: [...accessors, NO_BRACKET] };
      if (end === at) return { first, accessors: [...accessors, EMPTY] };
      const key = itemKey(name.slice(at, end));
      if (key instanceof Fault) return { first, accessors: [...accessors, key] };
      accessors.push({ kind: "item", key });
      at = end + 1;
    } else return { first, accessors: [...accessors, AFTER_BRACKET] };
  }
  return { first, accessors };
}

function firstPart(text: string): string | number | Fault {
  const read = readInteger(text, 0);
  if (read === undefined) return TOO_MANY_DIGITS;
  return read.value >= 0 && read.end === text.length ? read.value : text;
}

function itemKey(text: string): string | Int | Fault {
  const read = readInteger(text, 0);
  if (read === undefined) return TOO_MANY_DIGITS;
  if (read.value < 0 || read.end !== text.length) return text;
  return Number.isSafeInteger(read.value) ? read.value : normalize(BigInt(numberInAscii(text)));
}
