// Numbers written in bytes: int(b"12"), float(b"1.5").
import { asciiText } from "../text/str-repr.ts";

/** What str would take for white space or a digit of another script, but bytes must not. */
function isForeign(byte: number): boolean {
  return byte === 0 || byte > 127 || (byte >= 0x1c && byte <= 0x1f);
}

/** The bytes as a text for int() and float(), in which no byte means more than it does in ASCII. */
export function numericText(data: Uint8Array): string {
  const plain = data.map((byte) => (isForeign(byte) ? 63 : byte));
  return asciiText(plain, 0, plain.length);
}
