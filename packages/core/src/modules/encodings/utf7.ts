// UTF-7: ASCII, with the other characters as UTF-16 in base64 between "+" and "-".
import type { Fault } from "../../numeric/fault.ts";
import { ByteWriter } from "../../text/byte-writer.ts";
import { type Codec, type Decoded, TextBuilder } from "../../text/codec.ts";
import type { CodecProblem } from "../../text/codec-problem.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NAME = "utf7";
const PLUS = 0x2b;
const MINUS = 0x2d;

/** Whether a code unit stands for itself when encoding. */
function isDirect(unit: number): boolean {
  if (unit === 9 || unit === 10 || unit === 13) return true;
  return unit >= 32 && unit < 127 && unit !== PLUS && unit !== 0x5c && unit !== 0x7e;
}

function digitOf(byte: number): number {
  return byte < 128 ? DIGITS.indexOf(String.fromCharCode(byte)) : -1;
}

function encode(text: string): Uint8Array {
  const writer = new ByteWriter(text.length);
  let isShifted = false;
  let bits = 0;
  let buffer = 0;
  const flush = (): void => {
    if (bits > 0) writer.push(DIGITS.charCodeAt((buffer << (6 - bits)) & 63));
    bits = buffer = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDirect(unit)) {
      if (isShifted) {
        flush();
        isShifted = false;
        if (digitOf(unit) >= 0 || unit === MINUS) writer.push(MINUS);
      }
      writer.push(unit);
      continue;
    }
    if (!isShifted) {
      writer.push(PLUS);
      if (unit === PLUS) {
        writer.push(MINUS);
        continue;
      }
      isShifted = true;
    }
    buffer = (buffer << 16) | unit;
    for (bits += 16; bits >= 6; bits -= 6) writer.push(DIGITS.charCodeAt((buffer >>> (bits - 6)) & 63));
    buffer &= (1 << bits) - 1;
  }
  flush();
  if (isShifted) writer.push(MINUS);
  return writer.finish();
}

/** Reads what stands between "+" and the end of its base64: the units, then what is wrong with their end. */
class Shift {
  readonly start: number;
  bits = 0;
  buffer = 0;
  /** A high surrogate whose partner is still to come. */
  surrogate = 0;

  constructor(start: number) {
    this.start = start;
  }

  push(builder: TextBuilder, digit: number): void {
    this.buffer = (this.buffer << 6) | digit;
    this.bits += 6;
    if (this.bits < 16) return;
    this.bits -= 16;
    const unit = (this.buffer >>> this.bits) & 0xffff;
    this.buffer &= (1 << this.bits) - 1;
    const high = this.surrogate;
    this.surrogate = 0;
    if (high > 0 && unit >= 0xdc00 && unit <= 0xdfff) {
      builder.push(0x10000 + ((high - 0xd800) << 10) + unit - 0xdc00);
      return;
    }
    if (high > 0) builder.push(high);
    if (unit >= 0xd800 && unit <= 0xdbff) this.surrogate = unit;
    else builder.push(unit);
  }

  problem(): string | null {
    if (this.bits >= 6) return "partial character in shift sequence";
    return this.buffer === 0 ? null : "non-zero padding bits in shift sequence";
  }
}

function decode(bytes: Uint8Array, errors: string): Decoded | CodecProblem | Fault {
  const builder = new TextBuilder(NAME, errors, bytes, () => undefined);
  let shift: Shift | null = null;
  let at = 0;
  while (at < bytes.length || shift !== null) {
    let trouble: [start: number, end: number, reason: string] | null = null;
    const byte = bytes[at];
    if (byte === undefined) {
      const { start, surrogate } = shift as Shift;
      const isOpen = surrogate > 0 || (shift as Shift).problem() !== null;
      if (isOpen) trouble = [start, bytes.length, "unterminated shift sequence"];
      shift = null;
    } else if (shift !== null) {
      const digit = digitOf(byte);
      if (digit >= 0) {
        shift.push(builder, digit);
        at++;
        continue;
      }
      const reason = shift.problem();
      if (reason !== null) trouble = [shift.start, at + 1, reason];
      else if (shift.surrogate > 0 && byte < 128) builder.push(shift.surrogate);
      if (reason === null && byte === MINUS) at++;
      shift = null;
    } else if (byte === PLUS) {
      const next = bytes[at + 1];
      if (next === MINUS) {
        builder.push(PLUS);
        at += 2;
      } else if (next !== undefined && digitOf(next) < 0) trouble = [at, at + 2, "ill-formed sequence"];
      else shift = new Shift(at++);
    } else if (byte < 128) {
      builder.push(byte);
      at++;
    } else trouble = [at, at + 1, "unexpected special character"];
    if (trouble !== null) {
      const next = builder.trouble(...trouble);
      if (typeof next !== "number") return next;
      at = next;
    }
  }
  return builder.finish(at);
}

export const UTF7: Readonly<Codec> = { name: NAME, encode, decode };
