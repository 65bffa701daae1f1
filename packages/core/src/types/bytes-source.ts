// The arguments of bytes() and bytearray(): text with an encoding, a length, bytes-like objects, iterables.
import { allocate } from "../protocol/charge.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { encodeText } from "../protocol/codec.ts";
import { index } from "../protocol/conversion.ts";
import { isSize } from "../protocol/index-size.ts";
import { asInt, asString, special } from "../protocol/lookup.ts";
import { raiseMemoryError, raiseOverflowError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { textArgument } from "./bytes-codec.ts";
import { bytesFromIterable, type BytesKind, bytesOf, type BytesThen } from "./bytes-from.ts";

/** Find the bytes that the arguments of a constructor ask for, then run `action` on them. */
export function bytesFromSource<X>(
  vm: Machine,
  kind: BytesKind,
  source: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
  action: BytesThen<X>,
  extra: X,
): Result {
  const codec = textArgument(vm, kind, "encoding", encoding, "");
  if (codec === undefined) return undefined;
  const handler = textArgument(vm, kind, "errors", errors, "strict");
  if (handler === undefined) return undefined;
  const text = asString(source);
  if (encoding !== undefined) {
    if (text === undefined) return raiseTypeError(vm, "encoding without a string argument");
    return asking(vm, ENCODED, { text, codec, handler, action: action as BytesThen<unknown>, extra });
  }
  if (errors !== undefined) {
    return raiseTypeError(
      vm,
      text === undefined ? "errors without a string argument" : "string argument without an encoding",
    );
  }
  if (source === undefined) return action.run(vm, new Uint8Array(0), extra);
  if (kind === "bytes" && special(source, "__bytes__") !== undefined) return bytesOf(vm, source, action, extra);
  if (text !== undefined) return raiseTypeError(vm, "string argument without an encoding");
  const count = asInt(source);
  if (count !== undefined) return zeros(vm, count, action, extra);
  if (special(source, "__index__") !== undefined) {
    return asking(vm, BY_INDEX, { source, action: action as BytesThen<unknown>, extra });
  }
  if (isBuffer(source)) {
    const data = bufferOf(vm, source);
    return data === undefined ? undefined : action.run(vm, data.slice(), extra);
  }
  return bytesFromIterable(vm, source, kind, action, extra);
}

interface EncodedState {
  readonly text: string;
  readonly codec: string;
  readonly handler: string;
  readonly action: BytesThen<unknown>;
  readonly extra: unknown;
}

const ENCODED: Asking<EncodedState> = {
  ask: (vm, { text, codec, handler }) => encodeText(vm, text, codec, handler),
  take: (vm, { action, extra }, answer) => action.run(vm, (answer as PyBytes).data, extra),
};

function zeros<X>(vm: Machine, count: number | bigint, action: BytesThen<X>, extra: X): Result {
  if (!isSize(count)) {
    return raiseOverflowError(vm, "cannot fit 'int' into an index-sized integer");
  }
  if (count < 0) return raiseValueError(vm, "negative count");
  if (count <= vm.limits.length) allocate(vm, Number(count));
  return count > vm.limits.length ? raiseMemoryError(vm) : action.run(vm, new Uint8Array(Number(count)), extra);
}

interface IndexState {
  readonly source: Value;
  readonly action: BytesThen<unknown>;
  readonly extra: unknown;
}

const BY_INDEX: Asking<IndexState> = {
  ask: (vm, { source }) => index(vm, source),
  take: (vm, { action, extra }, answer) => zeros(vm, asInt(answer) as number, action, extra),
};
