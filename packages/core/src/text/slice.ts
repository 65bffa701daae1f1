// Slices of strings by code point positions.

import type { SliceRange } from "../numeric/slice-range.ts";
import { characters, CodePoints, hasSurrogates } from "./code-points.ts";

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
  const source = typeof text === "string" ? text : text.text;
  const trivial = typeof text === "string" ? !hasSurrogates(text) : text.trivial;
  if (trivial) return strided(source, start, step, count);
  const pieces: string[] = [];
  const all = characters(source);
  for (let index = 0, at = start; index < count; index++, at += step) pieces.push(all[at] as string);
  return pieces.join("");
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
