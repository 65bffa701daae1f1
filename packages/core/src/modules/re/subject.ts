// What a pattern is matched against: text or bytes, as a string whose offsets stand for positions.
import type { Machine } from "../../objects/machine.ts";
import { newBytes, typeOf } from "../../objects/make.ts";
import { PyMemoryView } from "../../objects/memory-view.ts";
import { PyBytes } from "../../objects/sequences.ts";
import type { Value } from "../../objects/value.ts";
import { CodePoints, hasSurrogates } from "../../text/code-points.ts";
import { asciiText } from "../../text/str-repr.ts";
import { bufferOf, isBuffer } from "../../protocol/buffer.ts";
import { allocate, takePart } from "../../protocol/charge.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { indexed } from "../../protocol/text-index.ts";

export interface Subject {
  /** What the script gave. */
  readonly source: Value;
  readonly isText: boolean;
  /** Bytes are characters below 256. */
  readonly text: string;
  /** Null where offsets are positions. */
  readonly points: CodePoints | null;
}

/** Bytes as text, remembered while they live; they are never changed. */
const LATIN: object = Object.freeze({});
function newLatin(): WeakMap<PyBytes, string> {
  return new WeakMap();
}

/** The subject of a pattern of text or bytes; undefined after raising TypeError. */
export function subjectOf(vm: Machine, source: Value, isText: boolean): Subject | undefined {
  const text = asString(source);
  if (text !== undefined) {
    if (!isText) return raiseTypeError(vm, "cannot use a bytes pattern on a string-like object");
    return { source, isText, text, points: pointsOf(vm, text) };
  }
  if (!isBuffer(source)) {
    return raiseTypeError(vm, `expected string or bytes-like object, got '${typeOf(source).name}'`);
  }
  if (isText) return raiseTypeError(vm, "cannot use a string pattern on a bytes-like object");
  const latin = latinOf(vm, source);
  return latin === undefined ? undefined : { source, isText, text: latin, points: null };
}

function pointsOf(vm: Machine, text: string): CodePoints | null {
  const index = indexed(vm, text);
  const points = typeof index !== "string" ? index : hasSurrogates(text) ? new CodePoints(text) : null;
  return points?.trivial === true ? null : points;
}

/** The bytes of a bytes-like object as text; undefined after raising. */
export function latinOf(vm: Machine, source: Value): string | undefined {
  const known = source instanceof PyBytes ? vm.record(LATIN, newLatin).get(source) : undefined;
  if (known !== undefined) return known;
  const bytes = bufferOf(vm, source);
  if (bytes === undefined) return undefined;
  allocate(vm, bytes.length);
  const text = asciiText(bytes, 0, bytes.length);
  if (source instanceof PyBytes) vm.record(LATIN, newLatin).set(source, text);
  return text;
}

/** Text of the subject, or bytes. */
export function valueOf(isText: boolean, text: string): Value {
  if (isText) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return newBytes(bytes);
}

/** The part between two offsets. */
export function partOf(vm: Machine, { source, isText, text }: Subject, from: number, to: number): Value {
  allocate(vm, to - from);
  if (!isText && !(source instanceof PyBytes) && isOpen(source)) {
    // What can change is shown as it is now.
    return newBytes((bufferOf(vm, source) as Uint8Array).slice(from, to));
  }
  takePart(vm, text.length);
  return valueOf(isText, text.slice(from, to));
}

/**
 * What a group has, or `missing` where it did not take part; `offsets` hold the beginning and end of each group by its
 * number.
 */
export function groupOf(
  vm: Machine,
  subject: Subject,
  offsets: readonly number[],
  group: number,
  missing: Value,
): Value {
  const from = offsets[2 * group] as number;
  const to = offsets[2 * group + 1] as number;
  return from < 0 || to < from ? missing : partOf(vm, subject, from, to);
}

/** Whether a bytes-like object can be read still. */
function isOpen(source: Value): boolean {
  return !(source instanceof PyMemoryView && source.isReleased);
}

/** Number of characters or bytes. */
export function lengthOf({ text, points }: Subject): number {
  return points === null ? text.length : points.length;
}

/** The position of an offset. */
export function positionOf({ points }: Subject, offset: number): number {
  return points === null ? offset : points.indexOf(offset);
}

/** The offset of a position between 0 and the length. */
export function offsetOf({ points }: Subject, position: number): number {
  return points === null ? position : points.offsetOf(position);
}
