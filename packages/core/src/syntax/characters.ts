// What a single character may do in Python source: start a name, continue one, be a digit, be shown in a message.

const NAME_START = /^[\p{XID_Start}_]$/u;
const NAME_CONTINUE = /^[\p{XID_Continue}]$/u;
const UNPRINTABLE = /^[\p{C}\p{Z}]$/u;

/** Bits by ASCII code: 1 starts a name, 2 continues one, 4 is a hexadecimal digit. */
const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const bit = (pattern: RegExp, value: number): number => (pattern.test(character) ? value : 0);
  return bit(/[A-Za-z_]/, 1) | bit(/\w/, 2) | bit(/[0-9A-Fa-f]/, 4);
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
  let offset = 0;
  for (const character of name) {
    if (!(offset === 0 ? NAME_START : NAME_CONTINUE).test(character)) return offset;
    offset += character.length;
  }
  return -1;
}

/** As `str.isprintable` of one character. */
export function isPrintable(character: string): boolean {
  return character === " " || !UNPRINTABLE.test(character);
}
