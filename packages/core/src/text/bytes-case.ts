// Letters in bytes: ASCII only, whatever the encoding.
import { isAsciiSpace } from "./white-space.ts";

export function isUpperByte(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}
export function isLowerByte(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}
export function isAlphaByte(byte: number): boolean {
  return isUpperByte(byte) || isLowerByte(byte);
}
export function isDigitByte(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
export function isAlphaNumericByte(byte: number): boolean {
  return isAlphaByte(byte) || isDigitByte(byte);
}
export function isSpaceByte(byte: number): boolean {
  return isAsciiSpace(byte);
}
export function isAsciiByte(byte: number): boolean {
  return byte < 128;
}

function upperByte(byte: number): number {
  return isLowerByte(byte) ? byte - 32 : byte;
}
function lowerByte(byte: number): number {
  return isUpperByte(byte) ? byte + 32 : byte;
}

export function upperBytes(data: Uint8Array): Uint8Array {
  return data.map(upperByte);
}
export function lowerBytes(data: Uint8Array): Uint8Array {
  return data.map(lowerByte);
}
export function swapCaseBytes(data: Uint8Array): Uint8Array {
  return data.map((byte) => (isUpperByte(byte) ? byte + 32 : upperByte(byte)));
}
export function capitalizeBytes(data: Uint8Array): Uint8Array {
  return data.map((byte, at) => (at === 0 ? upperByte(byte) : lowerByte(byte)));
}
export function titleBytes(data: Uint8Array): Uint8Array {
  let inWord = false;
  return data.map((byte) => {
    const shown = inWord ? lowerByte(byte) : upperByte(byte);
    inWord = isAlphaByte(byte);
    return shown;
  });
}

/** Whether there is a byte and all are of a class. */
export function everyByte(data: Uint8Array, isMember: (byte: number) => boolean): boolean {
  return data.length > 0 && data.every(isMember);
}

/** islower() and isupper(): a letter of the wanted case, and none of the other. */
export function isCase(
  data: Uint8Array,
  isWanted: (byte: number) => boolean,
  isOther: (byte: number) => boolean,
): boolean {
  return data.some(isWanted) && !data.some(isOther);
}

/** istitle(): upper case exactly at the starts of words, and at least one word. */
export function isTitleBytes(data: Uint8Array): boolean {
  let inWord = false;
  let hasWord = false;
  for (const byte of data) {
    if (isUpperByte(byte)) {
      if (inWord) return false;
      hasWord = true;
    } else if (isLowerByte(byte) && !inWord) {
      return false;
    }
    inWord = isAlphaByte(byte);
  }
  return hasWord;
}
