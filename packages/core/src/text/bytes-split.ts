// Splitting bytes: by separators, at white space, into lines. Pieces are ranges, so that each caller makes its own objects.
import { findBytes, findLastBytes } from "./bytes-search.ts";
import { isAsciiSpace } from "./white-space.ts";

/** A piece: data[start..end). */
export type Range = readonly [start: number, end: number];

/** split(separator, limit): from the left; the separator is not empty, a negative limit means none. */
export function splitBytes(data: Uint8Array, separator: Uint8Array, limit: number): Range[] {
  const pieces: Range[] = [];
  let from = 0;
  while (limit < 0 || pieces.length < limit) {
    const at = findBytes(data, separator, from, data.length);
    if (at < 0) break;
    pieces.push([from, at]);
    from = at + separator.length;
  }
  pieces.push([from, data.length]);
  return pieces;
}

/** rsplit(separator, limit): from the right. */
export function splitBytesBackwards(data: Uint8Array, separator: Uint8Array, limit: number): Range[] {
  const pieces: Range[] = [];
  let end = data.length;
  while (limit < 0 || pieces.length < limit) {
    const at = findLastBytes(data, separator, 0, end);
    if (at < 0) break;
    pieces.push([at + separator.length, end]);
    end = at;
  }
  pieces.push([0, end]);
  return pieces.reverse();
}

/** split(None, limit): at runs of white space. */
export function splitBytesAtSpace(data: Uint8Array, limit: number): Range[] {
  const pieces: Range[] = [];
  const { length } = data;
  let at = 0;
  for (;;) {
    while (at < length && isAsciiSpace(data[at] as number)) at++;
    if (at === length) return pieces;
    if (limit >= 0 && pieces.length >= limit) break;
    const start = at;
    while (at < length && !isAsciiSpace(data[at] as number)) at++;
    pieces.push([start, at]);
  }
  // The rest as it is, with white space at its end.
  pieces.push([at, length]);
  return pieces;
}

/** rsplit(None, limit). */
export function splitBytesAtSpaceBackwards(data: Uint8Array, limit: number): Range[] {
  const pieces: Range[] = [];
  let end = data.length;
  for (;;) {
    while (end > 0 && isAsciiSpace(data[end - 1] as number)) end--;
    if (end === 0) return pieces.reverse();
    if (limit >= 0 && pieces.length >= limit) break;
    let start = end;
    while (start > 0 && !isAsciiSpace(data[start - 1] as number)) start--;
    pieces.push([start, end]);
    end = start;
  }
  pieces.push([0, end]);
  return pieces.reverse();
}

/** splitlines(): lines end at "\n", "\r" or "\r\n". At most `limit`, all when negative, and the rest behind them. */
export function splitByteLines(data: Uint8Array, keepEnds: boolean, limit: number): Range[] {
  const pieces: Range[] = [];
  const { length } = data;
  let start = 0;
  while (start < length && pieces.length !== limit) {
    let end = start;
    while (end < length && data[end] !== 10 && data[end] !== 13) end++;
    let next = end;
    if (next < length) next += data[next] === 13 && data[next + 1] === 10 ? 2 : 1;
    pieces.push([start, keepEnds ? next : end]);
    start = next;
  }
  if (start < length) pieces.push([start, length]);
  return pieces;
}
