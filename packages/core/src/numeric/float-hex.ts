// Floats as hexadecimal text: float.hex and float.fromhex.

import { Fault } from "./fault.ts";
import { partsOf, scaleByPowerOfTwo } from "./float-parts.ts";

const INVALID = new Fault("ValueError", "invalid hexadecimal floating-point string");
const TOO_LARGE = new Fault("OverflowError", "hexadecimal value too large to represent as a float");
const BLANKS = " \t\n\v\f\r";

/** float.hex(x): "0x1.8000000000000p+1"; "inf", "-inf" and "nan" as repr. */
export function floatHex(x: number): string {
  if (Number.isNaN(x)) return "nan";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (!Number.isFinite(x)) return `${sign}inf`;
  if (x === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = partsOf(x);
  const lead = mantissa >= 0x10000000000000 ? 1 : 0;
  const fraction = (mantissa - lead * 0x10000000000000).toString(16).padStart(13, "0");
  const power = exponent + 52;
  return `${sign}0x${lead}.${fraction}p${power < 0 ? "" : "+"}${power}`;
}

/** float.fromhex(text): the nearest float, ties to even. */
export function parseFloatHex(text: string): number | Fault {
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.includes(text.charAt(start))) start++;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end--;
  const negative = text.charAt(start) === "-";
  if (negative || text.charAt(start) === "+") start++;
  const body = text.slice(start, end).toLowerCase();
  const size = sizeOf(body);
  return size instanceof Fault || !negative ? size : -size;
}

function sizeOf(body: string): number | Fault {
  if (body === "nan") return Number.NaN;
  if (body === "inf" || body === "infinity") return Number.POSITIVE_INFINITY;
  return parseMagnitude(body.startsWith("0x") ? body.slice(2) : body);
}

function parseMagnitude(body: string): number | Fault {
  const mark = body.indexOf("p");
  const digits = mark < 0 ? body : body.slice(0, mark);
  const power = mark < 0 ? 0 : parsePower(body.slice(mark + 1));
  const point = digits.indexOf(".");
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fraction = point < 0 ? "" : digits.slice(point + 1);
  const all = whole + fraction;
  if (power === undefined || all === "" || !isHex(all)) return INVALID;
  let first = 0;
  while (all.charCodeAt(first) === 48) first++;
  if (first === all.length) return 0;
  // Exponent of the lowest digit kept; 40 digits decide the rounding, and one more stands for all the rest.
  const kept = all.slice(first, first + 40);
  const dropped = all.length - first - kept.length;
  const exponent = power + 4 * (dropped - fraction.length);
  let mantissa = BigInt(`0x${kept}`);
  let shift = exponent;
  if (dropped > 0) {
    mantissa = (mantissa << 4n) | (isZeros(all, first + 40) ? 0n : 1n);
    shift -= 4;
  }
  const value = scaleByPowerOfTwo(mantissa, shift);
  return value === Number.POSITIVE_INFINITY ? TOO_LARGE : value;
}

function parsePower(text: string): number | undefined {
  const digits = text.startsWith("+") || text.startsWith("-") ? text.slice(1) : text;
  for (let index = 0; index < digits.length; index++) {
    const unit = digits.charCodeAt(index);
    if (unit < 48 || unit > 57) return undefined;
  }
  return digits === "" ? undefined : Number(text);
}

function isHex(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!((unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102))) return false;
  }
  return true;
}

function isZeros(text: string, from: number): boolean {
  for (let index = from; index < text.length; index++) {
    if (text.charCodeAt(index) !== 48) return false;
  }
  return true;
}
