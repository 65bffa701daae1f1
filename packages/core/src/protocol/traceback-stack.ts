// The frames of a traceback as text, with repetitions counted instead of shown.
import { positionAt } from "../bytecode/code.ts";
import type { Traceback } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { type FrameSummary, frameText } from "./traceback-frame.ts";

/** So many repetitions of a frame are shown. */
const SHOWN = 3;

/** What one entry of a traceback tells. */
export function summaryOf({ linked, pc }: Traceback): FrameSummary {
  const { filename, firstLine, name } = linked.code.fields;
  const position = positionAt(linked.code, pc);
  return { filename, line: position?.line ?? firstLine, name, position };
}

/** The entries of a traceback, outermost first; `limit` keeps only the last ones. */
export function stackText(vm: Machine, traceback: Traceback, limit: number | null): string {
  return framesText(vm, summariesOf(traceback, limit));
}

/** The same with a line of source for each, and no marks in it. */
export function plainStackText(vm: Machine, traceback: Traceback, limit: number | null): string {
  return framesText(
    vm,
    summariesOf(traceback, limit).map((each) => ({ ...each, position: null })),
  );
}

function summariesOf(traceback: Traceback, limit: number | null): FrameSummary[] {
  const frames: FrameSummary[] = [];
  for (let entry: Traceback | null = traceback; entry !== null; entry = entry.next) frames.push(summaryOf(entry));
  return limit === null ? frames : frames.slice(Math.max(frames.length - limit, 0));
}

function framesText(vm: Machine, frames: readonly FrameSummary[]): string {
  let text = "";
  let last: FrameSummary | null = null;
  let count = 0;
  for (const frame of frames) {
    if (last === null || frame.filename !== last.filename || frame.line !== last.line || frame.name !== last.name) {
      text += repeated(count);
      count = 0;
      last = frame;
    }
    count++;
    if (count <= SHOWN) text += frameText(vm, frame);
  }
  return text + repeated(count);
}

function repeated(count: number): string {
  const more = count - SHOWN;
  return more > 0 ? `  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n` : "";
}
