// Which characters Python counts as white space and as line ends.

/** str.isspace for one UTF-16 unit (no white space lies beyond the BMP). */
export function isSpaceUnit(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f);
  if (unit < 0x85) return false;
  if (unit <= 0xa0) return unit === 0x85 || unit === 0xa0;
  if (unit < 0x1680) return false;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Whether str.splitlines ends a line at this UTF-16 unit. */
export function isLineEndUnit(unit: number): boolean {
  if (unit <= 0x1e) return (unit >= 0x0a && unit <= 0x0d) || unit >= 0x1c;
  return unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** White space of bytes methods and of C: space, tab, newline, vertical tab, form feed, carriage return. */
export function isAsciiSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** The text without C's white space at both ends. */
export function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The text without white space at its start. */
export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpaceUnit(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

/** The text without white space at its end. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpaceUnit(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** The text without white space at both ends. */
export function trim(text: string): string {
  return trimEnd(trimStart(text));
}
