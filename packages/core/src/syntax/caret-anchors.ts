// What a traceback marks below the source of an expression: its operator, or the brackets of its subscript or call.

import type { Expression } from "./ast.ts";
import { parseExpression, parseModule } from "./parse.ts";
import { Source } from "./source.ts";
import { PythonSyntaxError } from "./syntax-error.ts";

export interface Anchors {
  readonly leftLine: number;
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

/** Longer segments are not parsed again for the sake of a few marks. */
const MAX_LENGTH = 10_000;

/** Lines count from 0, columns in code points; null when the segment is no such expression. */
export function caretAnchors(segment: string): Anchors | null {
  if (segment.length > MAX_LENGTH) return null;
  const source = new Source("<segment>", `(\n${segment}\n)`);
  const expression = attempt(() => parseExpression(source).tree.body);
  const range = expression === null ? null : markedRange(source.text, expression);
  if (range === null) return null;
  const left = source.position(range[0]);
  const right = source.position(range[1]);
  return {
    leftLine: left.line - 2,
    leftColumn: left.column,
    rightLine: right.line - 2,
    rightColumn: right.column,
  };
}

function attempt<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    // Source that nests too deeply ends in a RangeError.
    if (error instanceof PythonSyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function markedRange(text: string, expression: Expression): readonly [number, number] | null {
  switch (expression.kind) {
    case "BinOp": {
      const operator = find(text, expression.left.end, (char) => !/\s/.test(char) && char !== ")");
      const next = text[operator + 1];
      const isDouble = next !== undefined && operator + 1 < expression.right.start && !/[\s\\#]/.test(next);
      return [operator, operator + (isDouble ? 2 : 1)];
    }
    case "Subscript":
      return [find(text, expression.value.end, (char) => char === "["), expression.end];
    case "Call":
      return [find(text, expression.func.end, (char) => char === "("), expression.end];
    default:
      return null;
  }
}

/** The first character from `at` on that is wanted; comments and continued lines are passed over. */
function find(text: string, at: number, isWanted: (char: string) => boolean): number {
  let offset = at;
  for (;;) {
    const char = text[offset];
    if (char === undefined) return at;
    if (char === "#" || char === "\\") {
      const end = text.indexOf("\n", offset);
      offset = end < 0 ? text.length : end + 1;
    } else if (isWanted(char)) return offset;
    else offset++;
  }
}

/** Whether a statement is a plain call whose marks would underline all of it. */
export function isWholeCall(text: string, start: number, end: number): boolean {
  if (text.length > MAX_LENGTH) return false;
  const source = new Source("<segment>", text);
  const statement = attempt(() => parseModule(source).tree.body[0]);
  let value: Expression | null = null;
  if (statement?.kind === "Return" && statement.value?.kind === "Call") {
    if (statement.value.func.kind === "Name") value = statement.value;
  } else if (statement?.kind === "Assign" && statement.value.kind === "Call") {
    if (statement.targets.length === 1 && statement.targets[0]?.kind === "Name") value = statement.value;
  }
  if (value === null) return false;
  const from = source.position(value.start);
  const to = source.position(value.end);
  return from.line === 1 && from.column === start && to.line === source.lineStarts.length && to.column === end;
}
