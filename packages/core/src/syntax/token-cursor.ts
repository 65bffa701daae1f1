// The parser's place in the tokens: looking, moving on, going back, failing, and how deep it is.

import type { Source } from "./source.ts";
import { errorAt, errorBetween, type PythonSyntaxError, type SyntaxErrorType } from "./syntax-error.ts";
import { Token } from "./token.ts";
import type { Tokenizer } from "./tokenizer.ts";

/**
 * Thrown when the tokens fit no rule. It says nothing of what is wrong: the parser is fast because it does not ask,
 * and the diagnosis goes over the statement again.
 */
export class ParseFailure {}

const FAILURE: ParseFailure = new ParseFailure();

/** Trees nest no deeper than this, whoever walks them by recursion; spines that lean left do not count. */
const MAX_DEPTH = 1000;

export abstract class TokenCursor {
  readonly source: Source;
  protected readonly tokens: Tokenizer;
  protected readonly text: string;
  /** Index of the current token, and its kind and offset. */
  protected at = 0;
  protected kind: Token = Token.End;
  protected start = 0;
  /** Levels of the tree above the current place, and how many of them are levels of recursion too. */
  protected depth = 0;
  protected nesting = 0;
  /** Whether an operator, a trailer or a comma without its operand is left alone: for the diagnosis. */
  protected readonly backtracks: boolean = false;
  readonly #names: Map<string, string> = new Map();

  constructor(tokens: Tokenizer) {
    this.tokens = tokens;
    this.source = tokens.source;
    this.text = tokens.source.text;
  }

  protected seek(index: number): void {
    const { tokens } = this;
    while (index >= tokens.kinds.length) tokens.scan();
    this.at = index;
    this.kind = tokens.kinds[index] as Token;
    this.start = tokens.starts[index] as number;
  }

  protected advance(): void {
    this.seek(this.at + 1);
  }

  /** End of the current token. */
  protected get end(): number {
    return this.tokens.ends[this.at] as number;
  }

  /** End of the token before the current one: where a node that is complete ends. */
  protected get lastEnd(): number {
    return this.tokens.ends[this.at - 1] as number;
  }

  protected peek(distance: number): Token {
    const index = this.at + distance;
    while (index >= this.tokens.kinds.length) this.tokens.scan();
    return this.tokens.kinds[index] as Token;
  }

  /** As comparing `kind`, for where TypeScript believes that it knows better after a move. */
  protected is(kind: Token): boolean {
    return this.kind === kind;
  }

  protected accept(kind: Token): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  protected expect(kind: Token): void {
    if (this.kind !== kind) this.fail();
    this.advance();
  }

  /** Whether the current token is this soft keyword. */
  protected atWord(word: string): boolean {
    return this.kind === Token.Name && this.end - this.start === word.length && this.text.startsWith(word, this.start);
  }

  protected expectName(): string {
    if (this.kind !== Token.Name) this.fail();
    const name = this.currentName();
    this.advance();
    return name;
  }

  /** The current token's text as an identifier: normalised, and the same string each time. */
  protected currentName(): string {
    const written = this.text.slice(this.start, this.end);
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = written.normalize("NFKC");
    this.#names.set(written, name);
    return name;
  }

  /** Tries a rule that may not fit: null takes the cursor back. An error that is certain still passes. */
  protected attempt<Result>(rule: () => Result): Result | null {
    const { at, depth, nesting } = this;
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof ParseFailure)) throw error;
      this.seek(at);
      this.depth = depth;
      this.nesting = nesting;
      return null;
    }
  }

  protected fail(): never {
    throw FAILURE;
  }

  protected errorBetween(message: string, start: number, end: number): PythonSyntaxError {
    return errorBetween(this.source, message, start, end);
  }

  /** An error at a token. Those that cannot be seen have a place of their own. */
  protected errorAtToken(message: string, index: number, type?: SyntaxErrorType): PythonSyntaxError {
    const start = this.tokens.starts[index] as number;
    switch (this.tokens.kinds[index]) {
      case Token.End:
      case Token.Dedent:
      case Token.Indent: {
        const { line, column } = this.tokens.readingPosition(start);
        const isAtEnd = start === this.text.length;
        return errorAt(this.source, message, { line, column, endLine: line, endColumn: -1, isAtEnd }, type);
      }
    }
    const end = this.tokens.ends[index] as number;
    if (this.tokens.kinds[index] !== Token.Newline) return errorBetween(this.source, message, start, end, type);
    // A newline ends on its own line.
    const error = errorBetween(this.source, message, start, end - 1, type);
    return errorAt(this.source, message, { ...error, endColumn: error.endColumn + 1 }, type);
  }

  /** An error from an offset to where the tokens have been read. */
  protected errorFrom(message: string, start: number): PythonSyntaxError {
    const from = this.source.position(start);
    const isNewline = this.tokens.kinds.at(-1) === Token.Newline;
    const to = this.source.position((this.tokens.ends.at(-1) as number) - (isNewline ? 1 : 0));
    const endColumn = to.column + (isNewline ? 1 : 0);
    const range = { line: from.line, column: from.column + 1, endLine: to.line, endColumn };
    return errorAt(this.source, message, range);
  }

  /** Goes one level down. A rule that fails need not come up again: `attempt` restores the depth. */
  protected enter(): void {
    this.nesting++;
    this.deepen();
  }

  protected leave(): void {
    this.nesting--;
    this.depth--;
  }

  /** Goes one level down in the tree without recursion. Whoever does so restores the depth. */
  protected deepen(): void {
    if (++this.depth > MAX_DEPTH) throw this.errorBetween("source code is nested too deeply", this.start, this.end);
  }
}
