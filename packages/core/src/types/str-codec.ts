// str(object, encoding, errors) and str.encode.
import { strType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { decodeBytes, encodeText } from "../protocol/codec.ts";
import { str } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { textArgument } from "./bytes-codec.ts";
import { classFor } from "../protocol/class-for.ts";
import { instanceOf } from "./new-payload.ts";

const TO_STR: Asking<{ readonly cls: PyType; readonly object: Value }> = {
  ask: (vm, { object }) => str(vm, object),
  take: (_vm, { cls }, answer) => instanceOf(cls, strType, asString(answer) as string),
};

interface DecodedState {
  readonly cls: PyType;
  readonly data: Uint8Array;
  readonly codec: string;
  readonly handler: string;
}

const DECODED: Asking<DecodedState> = {
  ask: (vm, { data, codec, handler }) => decodeBytes(vm, data, codec, handler),
  take: (_vm, { cls }, answer) => instanceOf(cls, strType, answer as string),
};

export function newStr(vm: Machine, cls: Value, object?: Value, encoding?: Value, errors?: Value): Result {
  const type = classFor(vm, strType, cls);
  if (type === undefined) return undefined;
  if (object === undefined) return instanceOf(type, strType, "");
  if (encoding === undefined && errors === undefined) {
    if (type === strType) return str(vm, object);
    return typeof object === "string" ? instanceOf(type, strType, object) : asking(vm, TO_STR, { cls: type, object });
  }
  const codec = textArgument(vm, "str", "encoding", encoding, "utf-8");
  if (codec === undefined) return undefined;
  const handler = textArgument(vm, "str", "errors", errors, "strict");
  if (handler === undefined) return undefined;
  if (asString(object) !== undefined) return raiseTypeError(vm, "decoding str is not supported");
  if (!isBuffer(object)) {
    return raiseTypeError(vm, `decoding to str: need a bytes-like object, ${typeOf(object).name} found`);
  }
  const data = bufferOf(vm, object);
  return data === undefined ? undefined : asking(vm, DECODED, { cls: type, data, codec, handler });
}

export function encode(vm: Machine, self: string, encoding?: Value, errors?: Value): Result {
  const codec = textArgument(vm, "encode", "encoding", encoding, "utf-8");
  if (codec === undefined) return undefined;
  const handler = textArgument(vm, "encode", "errors", errors, "strict");
  if (handler === undefined) return undefined;
  return encodeText(vm, self, codec, handler);
}
