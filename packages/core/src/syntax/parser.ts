// The parser as others use it: one top-level statement at a time, and an error with a message where one is due.

import type { Expression, Statement } from "./ast.ts";
import { diagnose, type Entry } from "./diagnose.ts";
import type { ParseOptions } from "./literal-parser.ts";
import type { Source } from "./source.ts";
import { StatementParser } from "./statement-parser.ts";
import type { SyntaxWarning } from "./syntax-error.ts";
import { Token } from "./token.ts";
import { Tokenizer } from "./tokenizer.ts";

export class Parser extends StatementParser {
  readonly #options: ParseOptions;
  /** Statements of a line that has several, still to be handed out. */
  #ready: Statement[] = [];
  #handedOut = 0;
  #lastIsBlock = false;

  /** Throws PythonSyntaxError for null bytes, and for nothing else yet. */
  constructor(source: Source, options: ParseOptions = {}) {
    super(new Tokenizer(source, options.warnings), options);
    this.#options = options;
  }

  get warnings(): readonly SyntaxWarning[] {
    return this.tokens.warnings;
  }

  /** Whether the statement that came last may go on in a next line. */
  get lastIsBlock(): boolean {
    return this.#lastIsBlock;
  }

  /** After an error: whether it came of the text being at its end, so that more text might make it right. */
  get needsMore(): boolean {
    return this.tokens.endedEarly;
  }

  /** The next statement at top level, null after the last. Throws PythonSyntaxError. */
  nextStatement(): Statement | null {
    const ready = this.#ready[this.#handedOut++];
    if (ready !== undefined) return ready;
    this.#ready = [];
    this.#handedOut = 1;
    this.tokens.discardBefore(this.at);
    return this.#diagnosed("statement", () => {
      this.seek(0);
      while (this.kind === Token.Newline) this.advance();
      if (this.kind === Token.End) return null;
      const first = this.kind;
      this.statement(this.#ready);
      this.#lastIsBlock = this.tokens.kinds[this.at - 1] === Token.Dedent || BLOCK_STARTS.has(first);
      return this.#ready[0] ?? null;
    });
  }

  /** The whole source as one expression. Throws PythonSyntaxError. */
  wholeExpression(): Expression {
    return this.#diagnosed("expression", () => {
      this.seek(0);
      return this.expressionRoot();
    });
  }

  #diagnosed<Result>(entry: Entry, rule: () => Result): Result {
    try {
      return rule();
    } catch (failure) {
      if (this.#hasReadAll()) this.tokens.endedEarly = true;
      const { warnings } = this.tokens;
      const known = warnings.length;
      const error = diagnose(failure, this.tokens, entry, this.#options);
      // The second reading has told of them again.
      warnings.length = known;
      throw error;
    }
  }

  #hasReadAll(): boolean {
    const last = this.tokens.kinds.at(-1);
    const isUnseen = last === Token.End || last === Token.Dedent;
    return isUnseen && this.tokens.starts.at(-1) === this.text.length;
  }
}

const BLOCK_STARTS: ReadonlySet<Token> = new Set([
  Token.If,
  Token.While,
  Token.For,
  Token.Try,
  Token.With,
  Token.Def,
  Token.Class,
  Token.Async,
  Token.At,
]);
