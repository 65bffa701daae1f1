// The lines of the sources that a VM has run, for tracebacks.
import type { Machine } from "../objects/machine.ts";

/** Key of the record of split sources. */
const LINES: object = Object.freeze({});

interface Split {
  readonly text: string;
  readonly lines: readonly string[];
}

function newLines(): Map<string, Split> {
  return new Map();
}

/** The lines of a source, without their ends; null when the VM has not run a source of that name. */
export function sourceLines(vm: Machine, filename: string): readonly string[] | null {
  const text = vm.sources.get(filename);
  if (text === undefined) return null;
  const known = vm.record(LINES, newLines);
  const split = known.get(filename);
  if (split !== undefined && split.text === text) return split.lines;
  const lines = text.split(/\r\n|\r|\n/);
  known.set(filename, { text, lines });
  return lines;
}
