// The code point positions of recently used long strings, remembered by each VM.
import { allocate } from "./charge.ts";
import type { Machine } from "../objects/machine.ts";
import { CodePoints } from "../text/code-points.ts";

/** Shorter strings are scanned. */
const LONG = 128;
/** Strings remembered at a time. */
const CAPACITY = 16;

const RECENT: { readonly name: string } = { name: "recent long strings" };

function newRecent(): Map<string, CodePoints> {
  return new Map();
}

/** The text, or its index of code points when it is long: what the functions of text/ take. */
export function indexed(vm: Machine, text: string): string | CodePoints {
  if (text.length < LONG) return text;
  const recent = vm.record(RECENT, newRecent);
  let points = recent.get(text);
  if (points !== undefined) return points;
  if (recent.size >= CAPACITY) recent.delete(recent.keys().next().value as string);
  // A text that was put together of parts becomes one here.
  allocate(vm, text.length);
  points = new CodePoints(text);
  recent.set(text, points);
  return points;
}
