// The figures of plugins as a table of text.
import type { PluginFigures } from "./life/totals.ts";

/** The columns: their heads, and what stands in them. */
const COLUMNS: readonly (readonly [head: string, cell: (figures: PluginFigures) => string])[] = [
  ["plugin", ({ id }) => id],
  ["state", ({ state }) => state],
  ["active ms", ({ activeTimeMs }) => activeTimeMs.toFixed(1)],
  ["instructions", ({ instructions }) => String(instructions)],
  ["memory kB", ({ memoryBytes }) => (memoryBytes / 1000).toFixed(0)],
  ["host calls", ({ hostCalls }) => String(hostCalls)],
  ["worst ms", ({ worstSliceMs }) => worstSliceMs.toFixed(2)],
  ["failures", ({ failures }) => String(failures)],
  ["restarts", ({ restarts }) => String(restarts)],
  ["dropped", ({ droppedEvents }) => String(droppedEvents)],
];

/** A line for the heads and one for each plugin, in columns; numbers stand on the right. */
export function figuresTable(all: readonly PluginFigures[]): string {
  const rows = [COLUMNS.map(([head]) => head), ...all.map((figures) => COLUMNS.map(([, cell]) => cell(figures)))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  const isText = (column: number): boolean => column < 2;
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number),
      )
      .join("  ")
      .trimEnd();
  return rows.map(line).join("\n");
}
