// Numbers written in bytes: int(b"12"), float(b"1.5").
import { asciiText } from "../text/str-repr.ts";

// What str would take for white space or a digit, but bytes must not.
const FOREIGN = /[\x00\x1c-\x1f\x80-\xff]/g;

/** The bytes as a text for int() and float(), in which no byte means more than it does in ASCII. */
export function numericText(data: Uint8Array): string {
  return asciiText(data, 0, data.length).replace(FOREIGN, "?");
}
