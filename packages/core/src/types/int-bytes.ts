// int.to_bytes and int.from_bytes.
import { allocate } from "../protocol/charge.ts";
import { intType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes } from "../objects/make.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Int, normalize } from "../numeric/int.ts";
import { hexOfBytes } from "../text/hex.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { call } from "../protocol/call.ts";
import { raiseTooLarge } from "../protocol/integer-limit.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseMemoryError, raiseOverflowError, raiseValueError } from "../protocol/raise.ts";
import { bytesOf, type BytesThen } from "./bytes-from.ts";
import { classMethod, method, type TypeEntry } from "./define.ts";

/** Whether the order is little-endian; undefined after raising. */
function isLittle(vm: Machine, name: string, order: Value | undefined): boolean | undefined {
  if (order === undefined) return false;
  const text = asString(order);
  if (text === undefined) {
    return raiseBadArgument(vm, `${name}() argument 'byteorder'`, "str", order);
  }
  if (text === "little") return true;
  if (text === "big") return false;
  return raiseValueError(vm, "byteorder must be either 'little' or 'big'");
}

/** An int as `length` bytes, most significant first; it must fit. */
function bytesOfInt(n: Int, length: number): Uint8Array {
  const data = new Uint8Array(length);
  let rest: number;
  let end = length;
  if (typeof n === "number") {
    rest = n;
  } else {
    // Through hexadecimal text: linear in V8, unlike shifting byte by byte.
    const digits = BigInt.asUintN(length * 8, n)
      .toString(16)
      .padStart(length * 2, "0");
    for (let i = 0; i < length; i++) data[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
    return data;
  }
  while (end > 0) {
    const byte = ((rest % 256) + 256) % 256;
    data[--end] = byte;
    rest = (rest - byte) / 256;
  }
  return data;
}

/** The int of some bytes, most significant first. */
function intOfBytes(data: Uint8Array, isSigned: boolean): Int {
  const { length } = data;
  if (length <= 6) {
    let value = 0;
    for (const byte of data) value = value * 256 + byte;
    return isSigned && length > 0 && (data[0] as number) > 127 ? value - 256 ** length : value;
  }
  const value = BigInt(`0x${hexOfBytes(data)}`);
  return normalize(isSigned ? BigInt.asIntN(length * 8, value) : value);
}

/** Whether an int fits in so many bytes. */
function fits(n: Int, length: number, isSigned: boolean): boolean {
  // No byte at all is the sign of nothing: CPython lets -1 pass too.
  if (length === 0) return n === 0 || (isSigned && n === -1);
  const bits = isSigned ? length * 8 - 1 : length * 8;
  if (typeof n === "number" && bits >= 54) return true;
  const limit = 1n << BigInt(bits);
  return isSigned ? n >= -limit && n < limit : n < limit;
}

function toBytes(vm: Machine, self: Int, length: number | undefined, order?: Value, signed?: boolean): Result {
  const size = length ?? 1;
  const little = isLittle(vm, "to_bytes", order);
  if (little === undefined) return undefined;
  if (size < 0) return raiseValueError(vm, "length argument must be non-negative");
  if (size > vm.limits.length) return raiseMemoryError(vm);
  allocate(vm, size);
  const isSigned = signed === true;
  if (self < 0 && !isSigned) return raiseOverflowError(vm, "can't convert negative int to unsigned");
  if (!fits(self, size, isSigned)) return raiseOverflowError(vm, "int too big to convert");
  const data = bytesOfInt(self, size);
  return newBytes(little ? data.reverse() : data);
}

interface FromBytes {
  readonly cls: Value;
  readonly isLittle: boolean;
  readonly isSigned: boolean;
}

const FROM_BYTES: BytesThen<FromBytes> = {
  run(vm, data, { cls, isLittle, isSigned }) {
    let ordered = isLittle ? data.slice().reverse() : data;
    if (ordered.length * 8 > vm.limits.integerBits) {
      const size = Math.floor(vm.limits.integerBits / 8);
      if (ordered.subarray(0, -size).some((byte) => byte !== 0)) return raiseTooLarge(vm);
      // A byte of the zeros tells of the sign.
      ordered = ordered.subarray(-size - 1);
    }
    const value = intOfBytes(ordered, isSigned);
    return cls === intType ? value : call(vm, cls, [value]);
  },
};

function fromBytes(vm: Machine, cls: Value, bytes: Value, order?: Value, signed?: boolean): Result {
  const little = isLittle(vm, "from_bytes", order);
  if (little === undefined) return undefined;
  return bytesOf(vm, bytes, FROM_BYTES, { cls, isLittle: little, isSigned: signed === true });
}

export function intBytes(): Readonly<Record<string, TypeEntry>> {
  return {
    to_bytes: method(
      "length=1, byteorder='big', *, signed=False",
      converting([Want.Size, Want.Any, Want.Truth], toBytes),
      "The number as bytes.",
    ),
    from_bytes: classMethod(
      "bytes, byteorder='big', *, signed=False",
      converting([Want.Any, Want.Any, Want.Truth], fromBytes),
      "The number that bytes stand for.",
    ),
  };
}
