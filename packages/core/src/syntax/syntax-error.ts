// Errors in source text: what went wrong and where.

import type { Source } from "./source.ts";

export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** Where an error stands, as CPython reports it: columns from 1 in code points, 0 where it gives none. */
export interface ErrorRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** It was found where the text ends. */
  readonly isAtEnd?: boolean;
  /** No newline ends the line that is shown. */
  readonly isOpen?: boolean;
}

export class PythonSyntaxError extends Error {
  readonly type: SyntaxErrorType;
  readonly filename: string;
  /** From 1; 0 when the error belongs to the source as a whole and has no place. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly isAtEnd: boolean;
  readonly isOpen: boolean;
  /** The line of source that is shown, without its newline. */
  readonly text: string;

  constructor(type: SyntaxErrorType, message: string, filename: string, range: ErrorRange, text: string) {
    super(message);
    this.name = type;
    this.type = type;
    this.filename = filename;
    this.line = range.line;
    this.column = range.column;
    this.endLine = range.endLine;
    this.endColumn = range.endColumn;
    this.isAtEnd = range.isAtEnd === true;
    this.isOpen = range.isOpen === true;
    this.text = text;
  }
}

/** What is valid but can only be a mistake, and the text that it is about. */
export interface SyntaxWarning {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** An error that covers `start` to `end` in the source. */
export function errorBetween(
  source: Source,
  message: string,
  start: number,
  end: number,
  type: SyntaxErrorType = "SyntaxError",
): PythonSyntaxError {
  const from = source.position(start);
  const to = source.position(end);
  const range = { line: from.line, column: from.column + 1, endLine: to.line, endColumn: to.column + 1 };
  return new PythonSyntaxError(type, message, source.filename, range, source.lineText(from.line));
}

/** An error whose range CPython gives in its own way. */
export function errorAt(
  source: Source,
  message: string,
  range: ErrorRange,
  type: SyntaxErrorType = "SyntaxError",
): PythonSyntaxError {
  return new PythonSyntaxError(type, message, source.filename, range, source.lineText(range.line));
}
