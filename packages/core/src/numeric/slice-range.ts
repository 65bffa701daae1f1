// Slices of sequences of a known length: start, stop and step made definite.

import type { Int } from "./int.ts";

/** A definite slice: `count` items at start, start + step, ... */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/**
 * slice.indices(length): clamps start and stop as Python does (undefined stands for None); step is not 0. A step or
 * bound beyond any length behaves like the largest one.
 */
export function sliceRange(
  length: number,
  start: Int | undefined,
  stop: Int | undefined,
  step: Int | undefined,
): SliceRange {
  const by = step === undefined ? 1 : toRange(step);
  const lowest = by < 0 ? -1 : 0;
  const highest = by < 0 ? length - 1 : length;
  const first = start === undefined ? (by < 0 ? highest : lowest) : clampIndex(start, length, lowest, highest);
  const last = stop === undefined ? (by < 0 ? lowest : highest) : clampIndex(stop, length, lowest, highest);
  const distance = by < 0 ? first - last : last - first;
  const count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(by)) + 1;
  return { start: first, stop: last, step: by, count };
}

function toRange(n: Int): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(n)));
}

function clampIndex(index: Int, length: number, lowest: number, highest: number): number {
  let at = toRange(index);
  if (at < 0) at += length;
  return at < lowest ? lowest : at > highest ? highest : at;
}

/** The bounds of `find(sub, start, end)` and its kin: both in 0..length, where end may be below start. */
export function searchBounds(
  length: number,
  start: Int | undefined,
  end: Int | undefined,
): readonly [start: number, end: number] {
  let from = start === undefined ? 0 : toRange(start);
  if (from < 0) from = Math.max(0, from + length);
  const to = end === undefined ? length : clampIndex(end, length, 0, length);
  return [from, to];
}
