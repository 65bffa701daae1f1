// Formats of % and str.format taken apart: each VM remembers those it met recently.
import type { Machine } from "../objects/machine.ts";

/** Longer formats are not remembered. */
const LONGEST = 200;
/** Formats remembered of each kind. */
const CAPACITY = 128;

/** The kind of a format, by identity the key of the VM's record: how its text is parsed, into plain data. */
export interface FormatKind<T> {
  parse(text: string): T;
}

function newRecord<T>(): Map<string, T> {
  return new Map();
}

/** The format parsed, which nobody changes. */
export function parsedFormat<T>(vm: Machine, kind: FormatKind<T>, text: string): T {
  if (text.length > LONGEST) return kind.parse(text);
  const recent = vm.record<Map<string, T>>(kind, newRecord);
  let parsed = recent.get(text);
  if (parsed !== undefined) return parsed;
  if (recent.size >= CAPACITY) recent.clear();
  parsed = kind.parse(text);
  recent.set(text, parsed);
  return parsed;
}
