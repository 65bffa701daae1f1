// Slices of strings by code point positions.

import type { SliceRange } from "../numeric/slice-range.ts";
import { CodePoints, hasSurrogates, offsetBefore, unitsAt } from "./code-points.ts";

/** text[start:stop] for definite positions in 0..length, start <= stop. */
export function substring(text: string | CodePoints, start: number, stop: number): string {
  if (typeof text !== "string") return text.text.slice(text.offsetOf(start), text.offsetOf(stop));
  if (!hasSurrogates(text)) return text.slice(start, stop);
  return substring(new CodePoints(text), start, stop);
}

/** text[start:stop:step] for a range from `sliceRange` over the text's length. */
export function slice(text: string | CodePoints, range: SliceRange): string {
  const { start, step, count } = range;
  if (count === 0) return "";
  if (step === 1) return substring(text, start, start + count);
  const points = typeof text === "string" ? new CodePoints(text) : text;
  return points.trivial ? strided(points.text, start, step, count) : stridedCharacters(points, range);
}

function stridedCharacters(points: CodePoints, { start, step, count }: SliceRange): string {
  const { text } = points;
  const units: number[] = [];
  let result = "";
  let at = points.offsetOf(start);
  for (let left = count; left > 0; left--) {
    units.push(text.charCodeAt(at));
    if (unitsAt(text, at) === 2) units.push(text.charCodeAt(at + 1));
    if (units.length >= 4096 || left === 1) {
      result += String.fromCharCode.apply(null, units);
      units.length = 0;
      if (left === 1) break;
    }
    for (let skip = step; skip > 0; skip--) at += unitsAt(text, at);
    for (let skip = step; skip < 0; skip++) at = offsetBefore(text, at);
  }
  return result;
}

/** Every `step`-th unit from `start` on: four at a time, for the host joins few pieces faster than many. */
function strided(text: string, start: number, step: number, count: number): string {
  let result = "";
  let at = start;
  let left = count;
  for (; left >= 4; left -= 4, at += 4 * step) {
    result += String.fromCharCode(
      text.charCodeAt(at),
      text.charCodeAt(at + step),
      text.charCodeAt(at + 2 * step),
      text.charCodeAt(at + 3 * step),
    );
  }
  for (; left > 0; left--, at += step) result += text.charAt(at);
  return result;
}
