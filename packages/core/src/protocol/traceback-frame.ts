// One frame of a traceback as text: where it stands, its source, and the marks below it.
import type { CodePosition } from "../bytecode/code.ts";
import type { CaretAnchors, Machine } from "../objects/machine.ts";
import { characters } from "../text/code-points.ts";
import { displayWidth } from "../text/display-width.ts";
import { sourceLines } from "./source-lines.ts";

/** What a traceback tells of one frame; `position` has only the line where columns are not known. */
export interface FrameSummary {
  readonly filename: string;
  readonly line: number;
  readonly name: string;
  readonly position: CodePosition | null;
}

/** `  File "x", line 1, in f`, the source lines and their marks, with a newline at the end of each. */
export function frameText(vm: Machine, frame: FrameSummary): string {
  const { filename, line, name, position } = frame;
  const head = `  File "${filename}", line ${line}, in ${name}\n`;
  const source = sourceLines(vm, filename);
  if (source === null) return head;
  const last = position?.endLine ?? line;
  const original: string[] = [];
  for (let at = line; at <= last; at++) original.push((source[at - 1] ?? "").trimEnd());
  const dedented = dedent(original);
  if (dedented.every((text) => text.trim() === "")) return head;
  if (position === null) return `${head}    ${(original[0] as string).trim()}\n`;
  return head + markedText(vm, original, dedented, position);
}

/** Lines without the white space that they all begin with; lines of nothing else become empty. */
function dedent(lines: readonly string[]): string[] {
  let margin: string | null = null;
  for (const line of lines) {
    if (line.trim() === "") continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
    if (margin === null) margin = indent;
    else {
      let common = 0;
      while (common < margin.length && margin[common] === indent[common]) common++;
      margin = margin.slice(0, common);
    }
  }
  const cut = margin?.length ?? 0;
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(cut)));
}

/** The lines as characters, and what is to be marked in them. */
interface Marking {
  readonly lines: readonly (readonly string[])[];
  /** Columns in the first and the last line, by display width. */
  readonly start: number;
  readonly end: number;
  readonly anchors: CaretAnchors | null;
  readonly isShown: boolean;
}

function markedText(vm: Machine, original: readonly string[], dedented: readonly string[], at: CodePosition): string {
  const lines = dedented.map((line) => characters(line));
  const first = lines[0] as readonly string[];
  const final = lines[lines.length - 1] as readonly string[];
  const removed = characters(original[0] as string).length - first.length;
  const start = Math.max(0, at.column - removed);
  const end = Math.max(0, at.endColumn - removed);
  const segment = segmentOf(lines, start, end);
  const anchors = vm.services.caretAnchors(segment);
  const marking: Marking = {
    lines,
    start: displayWidth(first, Math.min(start, first.length)),
    end: displayWidth(final, Math.min(end, final.length)),
    anchors: anchors === null ? null : place(lines, anchors, start),
    isShown: showsMarks(vm, dedented, lines, start, end, anchors),
  };
  return dedent(significantLines(marking))
    .map((line) => `    ${line}\n`)
    .join("");
}

function segmentOf(lines: readonly (readonly string[])[], start: number, end: number): string {
  return lines
    .map((line, i) => line.slice(i === 0 ? start : 0, i === lines.length - 1 ? end : undefined).join(""))
    .join("\n");
}

/** Anchors in columns of the whole lines, by display width. */
function place(lines: readonly (readonly string[])[], anchors: CaretAnchors, start: number): CaretAnchors {
  const { leftColumn, leftLine, rightColumn, rightLine } = anchors;
  const width = (line: number, column: number): number =>
    displayWidth(lines[line] ?? [], line === 0 ? column + start : column);
  return { leftLine, rightLine, leftColumn: width(leftLine, leftColumn), rightColumn: width(rightLine, rightColumn) };
}

/** Marks are left out where they would underline the whole line and tell nothing. */
function showsMarks(
  vm: Machine,
  dedented: readonly string[],
  lines: readonly (readonly string[])[],
  start: number,
  end: number,
  anchors: CaretAnchors | null,
): boolean {
  if (vm.services.isWholeCall(dedented.join("\n"), start, end)) return false;
  if (anchors !== null) return true;
  const before = (lines[0] as readonly string[]).slice(0, start).join("");
  const after = (lines[lines.length - 1] as readonly string[]).slice(end).join("");
  return before.trimStart() !== "" || after.trimEnd() !== "";
}

/** The first line, the last, and those around the anchors; longer gaps are counted. */
function significantLines(marking: Marking): string[] {
  const { anchors, lines } = marking;
  const chosen = new Set<number>([0, lines.length - 1]);
  if (anchors !== null) {
    for (const middle of [anchors.leftLine, anchors.rightLine]) {
      for (let line = middle - 1; line <= middle + 1; line++) chosen.add(line);
    }
  }
  const order = [...chosen].filter((line) => line >= 0 && line < lines.length).sort((a, b) => a - b);
  const output: string[] = [];
  for (let i = 0; i < order.length; i++) {
    const line = order[i] as number;
    const gap = i === 0 ? 1 : line - (order[i - 1] as number);
    if (gap === 2) writeLine(output, marking, line - 1);
    else if (gap > 2) output.push(`...<${gap - 1} lines>...`);
    writeLine(output, marking, line);
  }
  return output;
}

function writeLine(output: string[], { anchors, end, isShown, lines, start }: Marking, line: number): void {
  const text = lines[line] as readonly string[];
  output.push(text.join(""));
  if (!isShown) return;
  let indent = 0;
  while (indent < text.length && (text[indent] as string).trim() === "") indent++;
  const count = line === lines.length - 1 ? end : displayWidth(text);
  let marks = "";
  for (let column = 0; column < count; column++) {
    if (column < indent || (line === 0 && column < start)) marks += " ";
    else if (anchors === null || isBetween(anchors, line, column)) marks += "^";
    else marks += "~";
  }
  output.push(marks);
}

function isBetween(
  { leftColumn, leftLine, rightColumn, rightLine }: CaretAnchors,
  line: number,
  column: number,
): boolean {
  const isAfter = line > leftLine || (line === leftLine && column >= leftColumn);
  return isAfter && (line < rightLine || (line === rightLine && column < rightColumn));
}
