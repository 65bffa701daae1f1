// A line of source with the carets of a SyntaxError below it.

/** Where the carets stand: lines and columns from 1. */
interface MarkedRange {
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

/** A line of source, which may end with its newline, and the carets below it, as far as there is a place for them. */
export function markedLine(source: string, range: MarkedRange): string {
  const line = source.replace(/\n+$/, "");
  const shown = line.replace(/^[ \n\f]+/, "");
  const spaces = line.length - shown.length;
  let { column } = range;
  if (column === null) return `    ${shown}\n`;
  const points = [...line].length;
  const all = [...source].length;
  let end = range.line === range.endLine ? range.endColumn || column : points + 1;
  if (all > 0 && column > all) column = points + 1;
  if (all > 0 && end > all) end = points + 1;
  if (column >= end || end < 0) end = column + 1;
  const first = column - 1 - spaces;
  if (first < 0) return `    ${shown}\n`;
  // Tabs stay tabs in the margin, so that the carets line up however wide the reader's tabs are.
  const margin = [...shown].slice(0, first).map((point) => (/\s/.test(point) ? point : " "));
  return `    ${shown}\n    ${margin.join("")}${"^".repeat(end - column)}\n`;
}
