// Finding and counting substrings, in code point positions, without the host's quadratic worst case.

import { CodePoints, hasSurrogates, lengthOf, splitsPair } from "./code-points.ts";
import { bordersOf, startSearch, stepSearch } from "./linear-search.ts";

/** Above this product of lengths the host's own search is not trusted. */
export const SEARCH_PRODUCT = 1_000_000;

/** Needles up to this length cost the host no more than linear time. */
export const SHORT_NEEDLE = 8;

function isCostly(haystack: string, needle: string): boolean {
  return needle.length > SHORT_NEEDLE && needle.length * haystack.length > SEARCH_PRODUCT;
}

/** Finds one needle again and again in one haystack, by offsets; the needle is not empty. */
export class Matcher {
  readonly haystack: string;
  readonly needle: string;
  readonly #costly: boolean;
  /** Whether a match could begin or end inside a surrogate pair. */
  readonly #mayCutPair: boolean;
  #borders: Int32Array | undefined;

  constructor(haystack: string, needle: string) {
    this.haystack = haystack;
    this.needle = needle;
    this.#costly = isCostly(haystack, needle);
    const first = needle.charCodeAt(0);
    const last = needle.charCodeAt(needle.length - 1);
    this.#mayCutPair = (first >= 0xdc00 && first <= 0xdfff) || (last >= 0xd800 && last <= 0xdbff);
  }

  /** The first match within the offsets start..end, or -1. */
  next(start: number, end: number = this.haystack.length): number {
    let at = this.#find(start, end);
    while (at >= 0 && this.#mayCutPair && this.#cutsPair(at)) at = this.#find(at + 1, end);
    return at;
  }

  /** The last match within the offsets start..end, or -1. */
  previous(start: number, end: number): number {
    let at = this.#findLast(start, end);
    while (at >= 0 && this.#mayCutPair && this.#cutsPair(at)) at = this.#findLast(start, at + this.needle.length - 1);
    return at;
  }

  #find(start: number, end: number): number {
    const { haystack, needle } = this;
    if (end - start < needle.length) return -1;
    if (!this.#costly) {
      const whole = end === haystack.length;
      const at = (whole ? haystack : haystack.slice(0, end)).indexOf(needle, start);
      return at;
    }
    this.#borders ??= bordersOf(needle, false);
    return stepSearch(startSearch(haystack, needle, start, end, false, this.#borders), Infinity) as number;
  }

  #findLast(start: number, end: number): number {
    const { haystack, needle } = this;
    if (end - start < needle.length) return -1;
    if (!this.#costly) {
      const whole = start === 0;
      const at = (whole ? haystack : haystack.slice(start)).lastIndexOf(needle, end - needle.length - start);
      return at < 0 ? -1 : at + start;
    }
    this.#borders ??= bordersOf(needle, true);
    return stepSearch(startSearch(haystack, needle, start, end, true, this.#borders), Infinity) as number;
  }

  #cutsPair(at: number): boolean {
    return splitsPair(this.haystack, at) || splitsPair(this.haystack, at + this.needle.length);
  }
}

/** A text that is searched: as a string, or with its code point index when there is one already. */
export type Searched = string | CodePoints;

function textOf(searched: Searched): string {
  return typeof searched === "string" ? searched : searched.text;
}

/** The index of a text, made only when its offsets are not its code point positions. */
function pointsOf(searched: Searched): CodePoints | undefined {
  if (typeof searched !== "string") return searched.trivial ? undefined : searched;
  return hasSurrogates(searched) ? new CodePoints(searched) : undefined;
}

/**
 * str.find with definite bounds (`searchBounds` of numeric/slice-range.ts makes them from Python's): the code point
 * position of the first match within start..end, or -1.
 */
export function find(searched: Searched, needle: string, start: number = 0, end?: number): number {
  const text = textOf(searched);
  if (typeof searched === "string" && start === 0 && end === undefined && needle.length <= SHORT_NEEDLE) {
    const at = text.indexOf(needle);
    if (at <= 0 || !hasSurrogates(text)) return at;
  }
  return findBetween(searched, needle, start, end, false);
}

/** str.rfind with definite bounds: the position of the last match, or -1. */
export function rfind(searched: Searched, needle: string, start: number = 0, end?: number): number {
  return findBetween(searched, needle, start, end, true);
}

function findBetween(
  searched: Searched,
  needle: string,
  start: number,
  end: number | undefined,
  last: boolean,
): number {
  const text = textOf(searched);
  const points = pointsOf(searched);
  const stop = end ?? (points === undefined ? text.length : points.length);
  if (start > stop) return -1;
  if (needle === "") return last ? stop : start;
  const matcher = new Matcher(text, needle);
  const from = points === undefined ? start : points.offsetOf(start);
  const to = points === undefined ? stop : points.offsetOf(stop);
  const at = last ? matcher.previous(from, to) : matcher.next(from, to);
  return at < 0 || points === undefined ? at : points.indexOf(at);
}

/** str.count with definite bounds: matches that do not overlap; an empty needle matches around every character. */
export function count(searched: Searched, needle: string, start: number = 0, end?: number): number {
  const text = textOf(searched);
  const points = pointsOf(searched);
  const stop = end ?? (points === undefined ? text.length : points.length);
  if (start > stop) return 0;
  if (needle === "") return stop - start + 1;
  let matches = 0;
  if (points === undefined && stop === text.length && needle.length <= SHORT_NEEDLE) {
    for (let at = text.indexOf(needle, start); at >= 0; at = text.indexOf(needle, at + needle.length)) matches++;
    return matches;
  }
  const matcher = new Matcher(text, needle);
  const to = points === undefined ? stop : points.offsetOf(stop);
  let at = matcher.next(points === undefined ? start : points.offsetOf(start), to);
  while (at >= 0) {
    matches++;
    at = matcher.next(at + needle.length, to);
  }
  return matches;
}

/** Whether the needle occurs (`in`). */
export function contains(text: string, needle: string): boolean {
  if (needle.length <= SHORT_NEEDLE && !hasSurrogates(needle)) return text.includes(needle);
  return needle === "" || new Matcher(text, needle).next(0) >= 0;
}

/** str.startswith with definite bounds. */
export function startsWith(searched: Searched, prefix: string, start: number = 0, end?: number): boolean {
  return matchesAt(searched, prefix, start, end, false);
}

/** str.endswith with definite bounds. */
export function endsWith(searched: Searched, suffix: string, start: number = 0, end?: number): boolean {
  return matchesAt(searched, suffix, start, end, true);
}

function matchesAt(searched: Searched, part: string, start: number, end: number | undefined, atEnd: boolean): boolean {
  const text = textOf(searched);
  if (start === 0 && end === undefined) {
    // Only the inner end of the part can lie within a pair.
    const edge = atEnd ? text.length - part.length : part.length;
    return text.startsWith(part, atEnd ? edge : 0) && !splitsPair(text, edge);
  }
  const points = pointsOf(searched);
  const stop = end ?? (points === undefined ? text.length : points.length);
  if (start > stop) return false;
  const from = points === undefined ? start : points.offsetOf(start);
  const to = points === undefined ? stop : points.offsetOf(stop);
  if (to - from < part.length) return false;
  const at = atEnd ? to - part.length : from;
  if (!text.startsWith(part, at)) return false;
  return points === undefined || part === "" || !(splitsPair(text, at) || splitsPair(text, at + part.length));
}

/** len(text), by its index when there is one. */
export function length(searched: Searched): number {
  return typeof searched === "string" ? lengthOf(searched) : searched.length;
}
