// What a single character may do in Python source: start a name, continue one, be a digit, be shown in a message.

// No literals: V8 reads all patterns of a file when it loads it, and takes long for classes of Unicode.
const NAME_START = "^[\\p{XID_Start}_]$";
const NAME_CONTINUE = "^[\\p{XID_Continue}]$";
const UNPRINTABLE = "^[\\p{C}\\p{Z}]$";

/** Bits by ASCII code: 1 starts a name, 2 continues one, 4 is a hexadecimal digit. */
const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  if (isDigit(code)) return 2 | 4;
  const small = code | 32;
  if (small >= 97 && small <= 122) return small <= 102 ? 1 | 2 | 4 : 1 | 2;
  return code === 95 ? 1 | 2 : 0;
});

/** Everything outside ASCII counts as part of a name until `isNameStart` and `isNameContinue` have had their say. */
export function mayStartName(code: number): boolean {
  return code >= 128 || ((ASCII[code] as number) & 1) !== 0;
}

export function mayContinueName(code: number): boolean {
  return code >= 128 || ((ASCII[code] as number) & 2) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  return code < 128 && ((ASCII[code] as number) & 4) !== 0;
}

/** The offset in a name at which the first character stands that no name may have there, or -1. */
export function findInvalidCharacter(name: string): number {
  const start = new RegExp(NAME_START, "u");
  const next = new RegExp(NAME_CONTINUE, "u");
  let offset = 0;
  for (const character of name) {
    if (!(offset === 0 ? start : next).test(character)) return offset;
    offset += character.length;
  }
  return -1;
}

/** As `str.isprintable` of one character. */
export function isPrintable(character: string): boolean {
  return character === " " || !new RegExp(UNPRINTABLE, "u").test(character);
}
