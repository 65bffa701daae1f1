// Splitting strings: at separators, at white space, into lines, in three; and stripping their ends.

import { hasSurrogates, unitsAt } from "./code-points.ts";
import { Matcher, SHORT_NEEDLE } from "./search.ts";
import { isLineEndUnit, isSpaceUnit } from "./white-space.ts";

/** text.split(separator, limit): at most `limit` cuts from the left, all when negative. The separator is not empty. */
export function split(text: string, separator: string, limit: number = -1): string[] {
  if (limit < 0 && separator.length <= SHORT_NEEDLE && !hasSurrogates(separator)) return splitPlainly(text, separator);
  const matcher = new Matcher(text, separator);
  const parts: string[] = [];
  let from = 0;
  let left = limit < 0 ? Infinity : limit;
  while (left-- > 0) {
    const at = matcher.next(from);
    if (at < 0) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Up to this many parts are cut one by one, beyond which the host is faster. */
const FEW = 64;

function splitPlainly(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let at = text.indexOf(separator);
  for (; at >= 0; at = text.indexOf(separator, from)) {
    if (parts.length === FEW) return parts.concat(text.slice(from).split(separator));
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(from === 0 ? text : text.slice(from));
  return parts;
}

/** text.rsplit(separator, limit): at most `limit` cuts from the right. */
export function rsplit(text: string, separator: string, limit: number = -1): string[] {
  const matcher = new Matcher(text, separator);
  const parts: string[] = [];
  let end = text.length;
  let left = limit < 0 ? Infinity : limit;
  while (left-- > 0) {
    const at = matcher.previous(0, end);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

/** text.split(None, limit): words between runs of white space; the last keeps its inner and trailing blanks. */
export function splitWords(text: string, limit: number = -1): string[] {
  const words: string[] = [];
  const { length } = text;
  let left = limit < 0 ? Infinity : limit;
  let at = 0;
  for (;;) {
    while (at < length && isSpaceUnit(text.charCodeAt(at))) at++;
    if (at === length) return words;
    if (left-- <= 0) {
      words.push(text.slice(at));
      return words;
    }
    const start = at;
    while (at < length && !isSpaceUnit(text.charCodeAt(at))) at++;
    words.push(text.slice(start, at));
  }
}

/** text.rsplit(None, limit): the same from the right; the first keeps its inner and leading blanks. */
export function rsplitWords(text: string, limit: number = -1): string[] {
  const words: string[] = [];
  let left = limit < 0 ? Infinity : limit;
  let end = text.length;
  for (;;) {
    while (end > 0 && isSpaceUnit(text.charCodeAt(end - 1))) end--;
    if (end === 0) return words.reverse();
    if (left-- <= 0) {
      words.push(text.slice(0, end));
      return words.reverse();
    }
    const stop = end;
    while (end > 0 && !isSpaceUnit(text.charCodeAt(end - 1))) end--;
    words.push(text.slice(end, stop));
  }
}

/**
 * text.splitlines(keepEnds): "\r\n" is one end; no empty line after the last end. At most `limit` lines, all when
 * negative, and the rest behind them.
 */
export function splitLines(text: string, keepEnds: boolean = false, limit: number = -1): string[] {
  const lines: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length && lines.length !== limit) {
    const unit = text.charCodeAt(at);
    if (!isLineEndUnit(unit)) {
      at++;
      continue;
    }
    const end = at;
    at += unit === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
    lines.push(text.slice(start, keepEnds ? at : end));
    start = at;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** text.partition(separator): before, separator and after the first match, or the text and twice "". */
export function partition(text: string, separator: string): readonly [string, string, string] {
  const at = new Matcher(text, separator).next(0);
  return at < 0 ? [text, "", ""] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** text.rpartition(separator): around the last match, or twice "" and the text. */
export function rpartition(text: string, separator: string): readonly [string, string, string] {
  const at = new Matcher(text, separator).previous(0, text.length);
  return at < 0 ? ["", "", text] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** Making a set of so many takes longer than looking through them. */
const FEW_CHARACTERS = 16;

/** Which ends {@link stripCharacters} works on. */
export type Ends = "both" | "start" | "end";

/** text.strip(characters), lstrip and rstrip: drops characters of the set from the ends. */
export function stripCharacters(text: string, characters: string, ends: Ends): string {
  let start = 0;
  let end = text.length;
  if (characters.length <= FEW_CHARACTERS && !hasSurrogates(characters)) {
    if (ends !== "end") while (start < end && characters.includes(text[start] as string)) start++;
    if (ends !== "start") while (end > start && characters.includes(text[end - 1] as string)) end--;
    return text.slice(start, end);
  }
  const set = new Set<string>(characters);
  if (ends !== "end") {
    while (start < end) {
      const units = unitsAt(text, start);
      if (!set.has(text.slice(start, start + units))) break;
      start += units;
    }
  }
  if (ends !== "start") {
    while (end > start) {
      const units = end - start > 1 && unitsAt(text, end - 2) === 2 ? 2 : 1;
      if (!set.has(text.slice(end - units, end))) break;
      end -= units;
    }
  }
  return text.slice(start, end);
}
