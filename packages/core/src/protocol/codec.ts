// Encoding and decoding of text, with Python's errors.
import { unicodeDecodeErrorType, unicodeEncodeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes } from "../objects/make.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import type { Codec } from "../text/codec.ts";
import { CodecProblem } from "../text/codec-problem.ts";
import { findCodec } from "../text/codecs.ts";
import { allocate } from "./charge.ts";
import { callInModule } from "./call-module.ts";
import { raiseFault } from "./fault.ts";
import { newException, raise, raiseMemoryError } from "./raise.ts";

/** `text.encode(encoding, errors)`, a bytes. */
export function encodeText(vm: Machine, text: string, encoding: string, errors: string): Result {
  if (errors === "namereplace") return callInModule(vm, "_naming", "encode", [text, encoding]);
  const codec = findCodec(encoding);
  if (codec === undefined) return callInModule(vm, "_encodings", "encode", [text, encoding, errors]);
  return encodeBy(vm, codec, text, errors);
}

export function encodeBy(vm: Machine, codec: Codec, text: string, errors: string): Result {
  allocate(vm, text.length);
  const bytes = codec.encode(text, errors);
  if (bytes instanceof Fault) return raiseFault(vm, bytes);
  if (bytes instanceof CodecProblem) return raiseProblem(vm, unicodeEncodeErrorType, bytes, text);
  return bytes.length > vm.limits.length ? raiseMemoryError(vm) : newBytes(bytes);
}

/** `bytes.decode(encoding, errors)`, a str. */
export function decodeBytes(vm: Machine, data: Uint8Array, encoding: string, errors: string): Result {
  // As in CPython, which does not even look for the codec then.
  if (data.length === 0) return "";
  const codec = findCodec(encoding);
  if (codec === undefined) return callInModule(vm, "_encodings", "decode", [newBytes(data.slice()), encoding, errors]);
  return decodeBy(vm, codec, data, errors);
}

export function decodeBy(vm: Machine, codec: Codec, data: Uint8Array, errors: string): string | undefined {
  allocate(vm, data.length);
  const decoded = codec.decode(data, errors, true);
  if (decoded instanceof Fault) return raiseFault(vm, decoded);
  // The exception keeps the bytes as they were.
  if (decoded instanceof CodecProblem) return raiseProblem(vm, unicodeDecodeErrorType, decoded, newBytes(data.slice()));
  return decoded.text.length > vm.limits.length ? raiseMemoryError(vm) : decoded.text;
}

/** Raise a UnicodeDecodeError or UnicodeEncodeError with its five arguments, also as attributes. */
function raiseProblem(vm: Machine, type: PyType, problem: CodecProblem, object: Value): undefined {
  const { encoding, start, end, reason } = problem;
  const exception = newException(type, encoding, object, start, end, reason);
  exception.fields = new Map<string, Value>([
    ["encoding", encoding],
    ["object", object],
    ["start", start],
    ["end", end],
    ["reason", reason],
  ]);
  return raise(vm, exception);
}
