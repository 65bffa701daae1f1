// Functions on text: chr, ord, format.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { lengthOf } from "../text/code-points.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { format, index } from "../protocol/conversion.ts";
import { asInt, asString, unwrap } from "../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";

const CHARACTER: Asking<Value> = {
  ask: index,
  take: (vm, _value, answer) => character(vm, answer as number | bigint),
};

function character(vm: Machine, code: number | bigint): Result {
  if (typeof code === "bigint" || code < 0 || code > 0x10ffff) {
    return raiseValueError(vm, "chr() arg not in range(0x110000)");
  }
  return code <= 0xffff ? String.fromCharCode(code) : String.fromCodePoint(code);
}

export function chr(vm: Machine, value: Value): Result {
  const code = asInt(value);
  return code === undefined ? asking(vm, CHARACTER, value) : character(vm, code);
}

export function ord(vm: Machine, value: Value): Result {
  const text = asString(value);
  if (text !== undefined) {
    const length = lengthOf(text);
    if (length === 1) return text.codePointAt(0) as number;
    return raiseTypeError(vm, `ord() expected a character, but string of length ${length} found`);
  }
  const plain = unwrap(value);
  if (plain instanceof PyBytes || plain instanceof PyByteArray) {
    const { data } = plain;
    if (data.length === 1) return data[0] as number;
    return raiseTypeError(vm, `ord() expected a character, but string of length ${data.length} found`);
  }
  return raiseTypeError(vm, `ord() expected string of length 1, but ${typeOf(value).name} found`);
}

export function formatValue(vm: Machine, value: Value, spec: Value = ""): Result {
  const text = asString(spec);
  if (text === undefined) return raiseBadArgument(vm, "format() argument 2", "str", spec);
  return format(vm, value, text);
}
