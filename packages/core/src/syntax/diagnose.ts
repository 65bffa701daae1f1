// From a statement that does not parse to the error that CPython would report for it.

import { StatementDiagnosis } from "./diagnose-statement.ts";
import type { ParseOptions } from "./literal-parser.ts";
import { TooDeepToDiagnose } from "./speculation.ts";
import { errorAt, PythonSyntaxError } from "./syntax-error.ts";
import { Token } from "./token.ts";
import { ParseFailure } from "./token-cursor.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** What the tokens were to be. */
export type Entry = "statement" | "expression";

class Diagnosis extends StatementDiagnosis {
  readonly #entry: Entry;

  constructor(tokens: Tokenizer, entry: Entry, options: ParseOptions) {
    super(tokens, options);
    this.#entry = entry;
    this.seek(0);
  }

  /** The error with a message of its own, null when there is only "invalid syntax" to say. */
  find(): PythonSyntaxError | null {
    try {
      if (this.#entry === "statement") this.statement([]);
      else this.expressionRoot();
      return null;
    } catch (error) {
      if (error instanceof PythonSyntaxError) return error;
      if (error instanceof ParseFailure || error instanceof TooDeepToDiagnose) return null;
      throw error;
    }
  }

  /** Without a better message, the last token that the parser looked at is to blame. */
  general(last: number): PythonSyntaxError {
    const newest = this.tokens.kinds.length - 1;
    switch (this.tokens.kinds[last]) {
      case Token.Indent:
        return this.errorAtToken("unexpected indent", newest, "IndentationError");
      case Token.Dedent:
        return this.errorAtToken("unexpected unindent", newest, "IndentationError");
      case Token.End:
        return this.#atEnd();
      case Token.Newline: {
        // To an expression no newline is added.
        const isAdded = (this.tokens.ends[last] as number) > this.text.length;
        if (isAdded && this.#entry === "expression") return this.#atEnd();
      }
    }
    return this.errorAtToken("invalid syntax", last);
  }

  #atEnd(): PythonSyntaxError {
    const line = this.text === "" ? 0 : this.tokens.readingPosition(this.text.length).line;
    return errorAt(this.source, "invalid syntax", { line, column: 0, endLine: line, endColumn: 0 });
  }
}

/** The error to throw for what stopped the parser, in the tokens since the last statement that was complete. */
export function diagnose(failure: unknown, tokens: Tokenizer, entry: Entry, options: ParseOptions): unknown {
  if (failure instanceof PythonSyntaxError) return tokens.hasFailed ? failure : (findLaterError(tokens) ?? failure);
  if (!(failure instanceof ParseFailure)) return failure;
  const last = tokens.kinds.length - 1;
  const diagnosis = new Diagnosis(tokens, entry, options);
  const found = diagnosis.find();
  if (found !== null && tokens.hasFailed) return found;
  const error = found ?? diagnosis.general(last);
  const isIndentation = found === null && error.type === "IndentationError";
  return isIndentation ? error : (findLaterError(tokens) ?? error);
}

/** An error in the tokens that follow, which goes before any error in their order. */
function findLaterError(tokens: Tokenizer): PythonSyntaxError | undefined {
  const newest = tokens.kinds.length - 1;
  const { line } = tokens.readingPosition(tokens.starts[newest] as number);
  try {
    while (tokens.kinds.at(-1) !== Token.End) tokens.scan();
    return undefined;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    // What is wrong inside a replacement field matters more than that its string does not end.
    if (tokens.isInFString) return undefined;
    if (!tokens.failedSoftly) return error;
    const openLine = tokens.openBracketLine();
    return openLine > 0 && line > openLine ? tokens.unclosedBracket() : undefined;
  }
}
