// bytes.__mod__ and bytearray.__mod__: percent formatting of bytes.
import { byteArrayType } from "../objects/builtin-types.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, typeOf } from "../objects/make.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { unitBytes } from "../text/codec-utf8.ts";
import { printfText } from "../text/printf-format.ts";
import type { Conversion } from "../text/printf-parse.ts";
import { asciiText } from "../text/str-repr.ts";
import { isBuffer } from "../protocol/buffer.ts";
import { ascii, index } from "../protocol/conversion.ts";
import { asInt, asString, special } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { isReal, double } from "../protocol/real.ts";
import { bytesOf, type BytesThen } from "./bytes-from.ts";
import { type BytesLike, singleByte } from "./bytes-like.ts";
import { integerRefusal, printf, type PrintfFinish, type PrintfStyle } from "./printf.ts";
import { convertNumber, isPlainNumber, showNumber } from "./printf-number.ts";

const BAD_CHARACTER = "%c requires an integer in range(256) or a single byte";

const AS_BYTES: BytesThen<null> = { run: (_vm, data) => newBytes(data) };

function convertBytes(vm: Machine, value: Value): Result {
  const plain = value instanceof PyPayload ? value.payload : value;
  if (plain instanceof PyBytes || plain instanceof PyByteArray) return newBytes(plain.data.slice());
  if (special(value, "__bytes__") === undefined && !isBuffer(value)) {
    return raiseTypeError(
      vm,
      `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(value).name}'`,
    );
  }
  return bytesOf(vm, value, AS_BYTES, null);
}

const STYLE: PrintfStyle = {
  noun: "bytes",
  isText: (value) => asString(value) !== undefined || value instanceof PyByteArray || isBytes(value),
  isPlain(piece, value) {
    const { type } = piece;
    if (piece.isInteger || piece.isFloat) return isPlainNumber(piece, value);
    // A str has no `__bytes__` and is refused at once.
    return typeof value !== "object" || (value instanceof PyBytes && (type === "s" || type === "b"));
  },
  convert(vm: Machine, piece: Conversion, value: Value): Result {
    switch (piece.type) {
      case "s":
      case "b":
        return convertBytes(vm, value);
      case "r":
      case "a":
        return ascii(vm, value);
      case "c": {
        const byte = singleByte(value);
        if (byte !== undefined) return byte;
        if (special(value, "__index__") === undefined) return raiseTypeError(vm, BAD_CHARACTER);
        return index(vm, value);
      }
      default:
        if (!piece.isFloat) return convertNumber(vm, piece, value);
        if (!isReal(value)) return raiseTypeError(vm, `float argument required, not ${typeOf(value).name}`);
        return double(vm, value);
    }
  },
  refusal: ({ isInteger, type }, value) => (isInteger ? integerRefusal(type === "i" ? "d" : type, value) : null),
  show(vm, type, converted, field) {
    switch (type) {
      case "s":
      case "b": {
        const { data } = converted as PyBytes;
        return printfText(asciiText(data, 0, data.length), field);
      }
      case "r":
      case "a":
        return printfText(asString(converted) as string, field);
      case "c": {
        const byte = asInt(converted) as number;
        if (byte < 0 || byte > 255) return new Fault("OverflowError", "%c arg not in range(256)");
        return printfText(String.fromCharCode(byte), { ...field, precision: -1 });
      }
      default:
        return showNumber(vm, type, converted, field);
    }
  },
};

function isBytes(value: Value): boolean {
  return value instanceof PyBytes || (value instanceof PyPayload && value.payload instanceof PyBytes);
}

const TO_BYTES: PrintfFinish = { finish: (text) => newBytes(unitBytes(text)) };
const TO_BYTE_ARRAY: PrintfFinish = { finish: (text) => new PyByteArray(byteArrayType, unitBytes(text)) };

export function bytesModulo(vm: Machine, self: BytesLike, args: Value): Result {
  const format = asciiText(self.data, 0, self.data.length);
  return printf(vm, STYLE, format, args, self instanceof PyByteArray ? TO_BYTE_ARRAY : TO_BYTES);
}
