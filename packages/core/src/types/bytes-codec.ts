// Methods of bytes and bytearray between bytes and text or tables: decode, hex, fromhex, translate, maketrans.
import { byteArrayType, bytesType } from "../objects/builtin-types.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, typeOf } from "../objects/make.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { lengthOf } from "../text/code-points.ts";
import { bytesOfHex, hexOfBytes } from "../text/hex.ts";
import { asciiText } from "../text/str-repr.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { allocate } from "../protocol/charge.ts";
import { bufferOf } from "../protocol/buffer.ts";
import { call } from "../protocol/call.ts";
import { decodeBytes } from "../protocol/codec.ts";
import { raiseFault } from "../protocol/fault.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { type BytesLike, like, partOf } from "./bytes-like.ts";
import { classMethod, method, staticMethod, type TypeEntry } from "./define.ts";

/** A str argument with a default; undefined after raising. */
export function textArgument(
  vm: Machine,
  method: string,
  name: string,
  value: Value | undefined,
  fallback: string,
): string | undefined {
  if (value === undefined) return fallback;
  const text = asString(value);
  if (text !== undefined) return text;
  return raiseBadArgument(vm, `${method}() argument '${name}'`, "str", value);
}

function decode(vm: Machine, self: BytesLike, encoding?: Value, errors?: Value): Result {
  const codec = textArgument(vm, "decode", "encoding", encoding, "utf-8");
  if (codec === undefined) return undefined;
  const handler = textArgument(vm, "decode", "errors", errors, "strict");
  return handler === undefined ? undefined : decodeBytes(vm, self.data, codec, handler);
}

/** The separator of hex(): one ASCII character; undefined after raising. */
function separatorOf(vm: Machine, value: Value | undefined): string | undefined {
  if (value === undefined) return "";
  const bytes = value instanceof PyPayload ? value.payload : value;
  const text = bytes instanceof PyBytes ? asciiText(bytes.data, 0, bytes.data.length) : asString(value);
  if (text === undefined) return raiseTypeError(vm, `object of type '${typeOf(value).name}' has no len()`);
  if (lengthOf(text) !== 1) return raiseValueError(vm, "sep must be length 1.");
  return text.charCodeAt(0) > 127 ? raiseValueError(vm, "sep must be ASCII.") : text;
}

/** `hex(sep, bytes_per_sep)` of anything with bytes. */
export function hexText(vm: Machine, data: Uint8Array, separator?: Value, size = 1): Result {
  const between = separatorOf(vm, separator);
  allocate(vm, data.length);
  return between === undefined ? undefined : hexOfBytes(data, between, size);
}

function fromHex(vm: Machine, cls: Value, string: Value): Result {
  const text = asString(string);
  if (text === undefined) return raiseBadArgument(vm, "fromhex() argument", "str", string);
  allocate(vm, text.length);
  const data = bytesOfHex(text);
  if (data instanceof Fault) return raiseFault(vm, data);
  if (cls === bytesType) return newBytes(data);
  return cls === byteArrayType ? new PyByteArray(byteArrayType, data) : call(vm, cls, [newBytes(data)]);
}

function translate(vm: Machine, self: BytesLike, table: Value, deleted?: Value): Result {
  const map = table === NONE ? null : bufferOf(vm, table);
  if (map === undefined) return undefined;
  if (map !== null && map.length !== 256) return raiseValueError(vm, "translation table must be 256 characters long");
  const drop = deleted === undefined ? null : bufferOf(vm, deleted);
  if (drop === undefined) return undefined;
  const { data } = self;
  if (map === null && (drop === null || drop.length === 0)) return partOf(self, 0, data.length);
  allocate(vm, data.length);
  const isDropped = new Uint8Array(256);
  for (const byte of drop ?? []) isDropped[byte] = 1;
  const kept = new Uint8Array(data.length);
  let count = 0;
  for (let at = 0; at < data.length; at++) {
    const byte = data[at] as number;
    if (isDropped[byte] === 0) kept[count++] = map === null ? byte : (map[byte] as number);
  }
  return like(self, count === kept.length ? kept : kept.slice(0, count));
}

function makeTable(vm: Machine, from: Value, to: Value): Result {
  const keys = bufferOf(vm, from);
  const values = keys === undefined ? undefined : bufferOf(vm, to);
  if (keys === undefined || values === undefined) return undefined;
  if (keys.length !== values.length) return raiseValueError(vm, "maketrans arguments must have same length");
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (let i = 0; i < keys.length; i++) table[keys[i] as number] = values[i] as number;
  return newBytes(table);
}

export function bytesCodec(): Readonly<Record<string, TypeEntry>> {
  return {
    decode: method("encoding='utf-8', errors='strict'", decode, "The text that the bytes encode."),
    hex: method(
      "sep=None, bytes_per_sep=1",
      converting([Want.Any, Want.Size], (vm: Machine, self: BytesLike, separator?: Value, size?: number) =>
        hexText(vm, self.data, separator, size),
      ),
    ),
    fromhex: classMethod("string, /", fromHex),
    translate: method("table, /, delete=b''", translate),
    maketrans: staticMethod("frm, to, /", makeTable),
  };
}
