// The module _json: what the prelude's json package is built on.
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import type { Result, Value } from "../../objects/value.ts";
import { CodePoints } from "../../text/code-points.ts";
import { charge } from "../../protocol/charge.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { encode } from "./encode.ts";
import { quoted } from "./quote.ts";
import { raiseJsonProblem, scan } from "./scan.ts";
import { JsonProblem, scanString } from "./scan-string.ts";
import { raiseNoInteger } from "../../protocol/bad-argument.ts";

/** The flags and texts come checked from the prelude. */
function encodeBody(
  vm: Machine,
  value: Value,
  fallback: Value,
  skipsKeys: Value,
  isAscii: Value,
  checksCircular: Value,
  allowsNan: Value,
  sortsKeys: Value,
  indent: Value,
  itemSeparator: Value,
  keySeparator: Value,
): Result {
  const item = asString(itemSeparator);
  const key = asString(keySeparator);
  if (item === undefined || key === undefined) {
    const wrong = item === undefined ? itemSeparator : keySeparator;
    const name = item === undefined ? "item_separator" : "key_separator";
    return raiseTypeError(vm, `make_encoder() ${name} must be str, not ${typeOf(wrong).name}`);
  }
  const options = {
    fallback,
    skipsKeys: skipsKeys === true,
    isAscii: isAscii === true,
    checksCircular: checksCircular === true,
    allowsNan: allowsNan === true,
    sortsKeys: sortsKeys === true,
    indent: asString(indent) ?? null,
    itemSeparator: item,
    keySeparator: key,
  };
  return encode(vm, options, value);
}

/** The offset in units of a position in code points; undefined after raising. */
function offsetOf(vm: Machine, text: string, position: Value): number | undefined {
  const whole = asInt(position);
  if (whole === undefined) {
    return raiseNoInteger(vm, position);
  }
  if (whole < 0) return raiseValueError(vm, "idx cannot be negative");
  if (whole === 0) return 0;
  return whole > text.length ? text.length : new CodePoints(text).offsetOf(Number(whole));
}

function scanBody(
  vm: Machine,
  text: Value,
  position: Value,
  objectHook: Value,
  pairsHook: Value,
  parseFloat: Value,
  parseInt: Value,
  parseConstant: Value,
  isStrict: Value,
  errorType: Value,
): Result {
  const source = asString(text);
  if (source === undefined) {
    return raiseTypeError(vm, `first argument must be a string, not ${typeOf(text).name}`);
  }
  const start = offsetOf(vm, source, position);
  if (start === undefined) return undefined;
  const options = {
    objectHook,
    pairsHook,
    parseFloat,
    parseInt,
    parseConstant,
    isStrict: isStrict !== false,
    errorType,
  };
  return scan(vm, source, start, options);
}

function scanStringBody(vm: Machine, text: Value, position: Value, isStrict: Value, errorType: Value): Result {
  const source = asString(text);
  if (source === undefined) {
    return raiseTypeError(vm, `first argument must be a string, not ${typeOf(text).name}`);
  }
  const start = offsetOf(vm, source, position);
  if (start === undefined) return undefined;
  const found = scanString(source, start, isStrict !== false);
  if (found instanceof JsonProblem) return raiseJsonProblem(vm, source, found, errorType);
  return newTuple([found.value, new CodePoints(source).indexOf(found.end)]);
}

function quote(isAscii: boolean): (vm: Machine, text: Value) => Result {
  return (vm, text) => {
    const plain = asString(text);
    if (plain !== undefined) {
      charge(vm, plain.length);
      return quoted(plain, isAscii);
    }
    return raiseTypeError(vm, `first argument must be a string, not ${typeOf(text).name}`);
  };
}

export const JSON_NATIVE: NativeModule = defineModule({
  name: "_json",
  functions: {
    encode: func(
      "o, default, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator, /",
      encodeBody,
    ),
    scan: func(
      "string, idx, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, error, /",
      scanBody,
    ),
    scanstring: func("string, end, strict, error, /", scanStringBody),
    encode_basestring: func("string, /", quote(false), "A string as JSON."),
    encode_basestring_ascii: func("string, /", quote(true), "A string as ASCII JSON."),
  },
});
