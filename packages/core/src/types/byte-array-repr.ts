// The text of a bytearray.
import { quotedBytes } from "../text/str-repr.ts";

/** `repr` of a bytearray; unlike bytes, it escapes single quotes inside double ones too. */
export function byteArrayRepr(data: Uint8Array, typeName: string = "bytearray"): string {
  const quoted = quotedBytes(data);
  return `${typeName}(b${quoted.startsWith('"') ? quoted.replaceAll("'", "\\'") : quoted})`;
}
