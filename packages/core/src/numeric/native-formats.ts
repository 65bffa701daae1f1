// Items of memory in the native formats of the struct module, little-endian, as memoryview reads and writes them.
import { type Int, normalize } from "./int.ts";

/** Size in bytes of an item of each format. */
export const FORMAT_SIZES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};

/** What an item of a format is to Python. */
export type FormatKind = "int" | "float" | "bool" | "byte";

export function kindOfFormat(format: string): FormatKind {
  if (format === "c") return "byte";
  if (format === "?") return "bool";
  return format === "e" || format === "f" || format === "d" ? "float" : "int";
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}

/** The number at an offset; for "c" and "?" the byte. */
export function readItem(data: Uint8Array, offset: number, format: string): Int {
  const view = viewOf(data);
  switch (format) {
    case "b":
      return view.getInt8(offset);
    case "h":
      return view.getInt16(offset, true);
    case "H":
      return view.getUint16(offset, true);
    case "i":
      return view.getInt32(offset, true);
    case "I":
      return view.getUint32(offset, true);
    case "l":
    case "q":
    case "n":
      return normalize(view.getBigInt64(offset, true));
    case "L":
    case "Q":
    case "N":
    case "P":
      return normalize(view.getBigUint64(offset, true));
    case "e":
      return readHalf(view.getUint16(offset, true));
    case "f":
      return view.getFloat32(offset, true);
    case "d":
      return view.getFloat64(offset, true);
    default:
      return view.getUint8(offset);
  }
}

/** Write a number; false when it is out of the format's range (floats round, and large ones become infinite). */
export function writeItem(data: Uint8Array, offset: number, format: string, value: Int): boolean {
  const view = viewOf(data);
  switch (format) {
    case "e": {
      const half = halfOf(Number(value));
      if (half < 0) return false;
      view.setUint16(offset, half, true);
      return true;
    }
    case "f":
      view.setFloat32(offset, Number(value), true);
      return true;
    case "d":
      view.setFloat64(offset, Number(value), true);
      return true;
    default:
      return writeInteger(view, offset, format, value);
  }
}

function writeInteger(view: DataView, offset: number, format: string, value: Int): boolean {
  const bits = (FORMAT_SIZES[format] as number) * 8;
  const isSigned = "bhilqn".includes(format);
  const big = BigInt(value);
  if ((isSigned ? BigInt.asIntN(bits, big) : BigInt.asUintN(bits, big)) !== big) return false;
  if (bits === 8) view.setUint8(offset, Number(value) & 255);
  else if (bits === 16) view.setUint16(offset, Number(value) & 0xffff, true);
  else if (bits === 32) view.setUint32(offset, Number(value) >>> 0, true);
  else view.setBigUint64(offset, BigInt.asUintN(64, big), true);
  return true;
}

/** The value of a half-precision float. */
export function readHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The nearest half-precision float's bits, ties to even; -1 when a finite value is too large. */
export function halfOf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  if (Number.isNaN(value)) return 0x7e00;
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  // The logarithm may be one off near powers of two.
  const power = size < 2 ** exponent ? exponent - 1 : size >= 2 ** (exponent + 1) ? exponent + 1 : exponent;
  const bits = (power + 14) * 1024 + roundEven(size * 2 ** (10 - power));
  return bits >= 0x7c00 ? -1 : sign | bits;
}

function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest > 0.5 ? floor + 1 : floor;
  return floor % 2 === 0 ? floor : floor + 1;
}
