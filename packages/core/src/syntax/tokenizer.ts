// Source text to tokens, on demand: indentation, names, numbers, strings, operators, and the literal parts of f-strings.

import { findInvalidCharacter, isDigit, isPrintable, mayContinueName, mayStartName } from "./characters.ts";
import { type NumberReport, scanNumber } from "./number-literal.ts";
import type { Position, Source } from "./source.ts";
import { PythonSyntaxError, type SyntaxErrorType, type SyntaxWarning } from "./syntax-error.ts";
import { nameToken, Token } from "./token.ts";

const MAX_INDENTS = 100;
const MAX_BRACKETS = 200;
const MAX_FSTRINGS = 150;
const MAX_FIELDS = 3;
const TAB_SIZE = 8;

const LINE_FEED = 10;
const BACKSLASH = 92;
const HASH = 35;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** An f-string that has begun and not ended. */
interface FString {
  readonly start: number;
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly isRaw: boolean;
  /** Whether the text at hand is literal (or a format spec) and not an expression. */
  inText: boolean;
  /** Replacement fields that are open: literal text inside one is its format spec. */
  fields: number;
  /** Brackets that are open, the braces of the fields among them. */
  brackets: number;
}

export class Tokenizer implements NumberReport {
  readonly source: Source;
  readonly warnings: SyntaxWarning[];
  /** The tokens so far; `kinds[i]` covers `starts[i]` to `ends[i]`. */
  kinds: Token[] = [];
  starts: number[] = [];
  ends: number[] = [];
  /** True when an error came of the text ending too early: more text might have made it right. */
  endedEarly = false;
  hasFailed = false;
  /** True when the error was one that CPython reports only when its parser is waiting for this very token. */
  failedSoftly = false;

  readonly #text: string;
  #at = 0;
  #atLineStart = true;
  /** Dedents that are due before the next token: one token a scan, as the parser counts what it has looked at. */
  #dedents = 0;
  readonly #columns: number[] = [0];
  /** The same indentation with a tab counted as one column: the two must agree, else it depends on the tab size. */
  readonly #tabColumns: number[] = [0];
  readonly #brackets: number[] = [];
  readonly #fstrings: FString[] = [];

  constructor(source: Source, warnings: SyntaxWarning[] = []) {
    this.source = source;
    this.warnings = warnings;
    this.#text = source.text;
    const nul = this.#text.indexOf("\0");
    if (nul !== -1) {
      const nowhere = { line: 0, column: -1, endLine: 0, endColumn: 0 };
      const message = "source code string cannot contain null bytes";
      throw new PythonSyntaxError("SyntaxError", message, source.filename, nowhere, "");
    }
  }

  /** Forgets the tokens before an index, which the parser has done with. */
  discardBefore(index: number): void {
    this.kinds = this.kinds.slice(index);
    this.starts = this.starts.slice(index);
    this.ends = this.ends.slice(index);
  }

  /** The position of an offset; the end of the text counts as the end of its last line. */
  readingPosition(offset: number): Position {
    if (offset < this.#text.length) return this.source.position(offset);
    const endsInNewline = this.#text.endsWith("\n");
    const { line, column } = this.source.position(endsInNewline ? offset - 1 : offset);
    return { line, column: column + 1 };
  }

  /** Adds a token; after the end it adds `End` tokens for ever. */
  scan(): void {
    if (this.#dedents > 0) {
      this.#dedents--;
      this.#push(Token.Dedent, this.#at, this.#at);
      return;
    }
    const fstring = this.#fstrings.at(-1);
    if (fstring?.inText) this.#scanFStringText(fstring);
    else this.#scanToken();
  }

  #push(kind: Token, start: number, end: number): void {
    this.kinds.push(kind);
    this.starts.push(start);
    this.ends.push(end);
    this.#at = end;
  }

  // ---- lines and indentation ---------------------------------------------------------------------------------------

  #scanToken(): void {
    const text = this.#text;
    for (;;) {
      if (this.#atLineStart) {
        this.#atLineStart = false;
        if (this.#scanIndentation()) return;
      }
      let at = this.#at;
      let code = text.charCodeAt(at);
      while (code === 32 || code === 9 || code === 12) code = text.charCodeAt(++at);
      // A comment belongs to the newline that it ends in.
      const start = at;
      if (code === HASH) {
        const lineEnd = text.indexOf("\n", at);
        at = lineEnd === -1 ? text.length : lineEnd;
        code = text.charCodeAt(at);
      }
      if (code === LINE_FEED) {
        if (this.#brackets.length > 0) {
          this.#at = at + 1;
          continue;
        }
        this.#push(Token.Newline, start, at + 1);
        this.#atLineStart = true;
        return;
      }
      if (code === BACKSLASH) {
        this.#at = this.#continueLine(at);
        continue;
      }
      this.#at = at;
      if (at >= text.length) this.#scanEnd(start);
      else this.#scanVisible(code, at);
      return;
    }
  }

  /** Past a backslash and the end of its line. */
  #continueLine(at: number): number {
    const next = at + 1;
    if (next < this.#text.length && this.#text.charCodeAt(next) !== LINE_FEED) {
      const { line, column } = this.source.position(next + 1);
      this.failedSoftly = true;
      this.#fail("unexpected character after line continuation character", line, column, 0);
    }
    if (next + 1 >= this.#text.length) {
      if (this.#brackets.length > 0) this.#scanEnd(at);
      this.endedEarly = true;
      this.failedSoftly = true;
      const { line } = this.source.position(at);
      this.#fail("unexpected EOF while parsing", line, [...this.source.lineText(line)].length + 1, -1);
    }
    return next + 1;
  }

  /** Skips blank lines and measures the next one; true when that made tokens. */
  #scanIndentation(): boolean {
    const text = this.#text;
    let at = this.#at;
    let column = 0;
    let tabColumn = 0;
    let continuedColumn: number | undefined;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32) {
        column++;
        tabColumn++;
      } else if (code === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        tabColumn++;
      } else if (code === 12) {
        column = 0;
        tabColumn = 0;
      } else if (code === BACKSLASH) {
        // The first of several continued lines sets the indentation of what follows.
        continuedColumn ||= column;
        at = this.#continueLine(at) - 1;
      } else if (code === HASH || code === LINE_FEED) {
        const lineEnd = text.indexOf("\n", at);
        if (lineEnd === -1) {
          at = text.length;
          break;
        }
        at = lineEnd;
        column = 0;
        tabColumn = 0;
        continuedColumn = undefined;
      } else {
        break;
      }
      at++;
    }
    this.#at = at;
    if (at >= text.length || this.#brackets.length > 0) return false;
    if (continuedColumn) {
      column = continuedColumn;
      tabColumn = continuedColumn;
    }
    return this.#indentTo(column, tabColumn, at);
  }

  #indentTo(column: number, tabColumn: number, at: number): boolean {
    const columns = this.#columns;
    const tabColumns = this.#tabColumns;
    const current = columns.at(-1) as number;
    if (column > current) {
      if (columns.length >= MAX_INDENTS) this.#failLine("IndentationError", "too many levels of indentation", 1, 0);
      if (tabColumn <= (tabColumns.at(-1) as number)) this.#failTabs();
      columns.push(column);
      tabColumns.push(tabColumn);
      this.#push(Token.Indent, at, at);
      return true;
    }
    if (column === current) {
      if (tabColumn !== tabColumns.at(-1)) this.#failTabs();
      return false;
    }
    const kept = columns.findIndex((outer) => outer >= column);
    if (columns[kept] !== column) {
      const { line } = this.source.position(at);
      const length = [...this.source.lineText(line)].length;
      this.#failLine("IndentationError", "unindent does not match any outer indentation level", length + 1, -1);
    }
    if (tabColumns[kept] !== tabColumn) this.#failTabs();
    this.#dedentTo(kept);
    this.scan();
    return true;
  }

  #dedentTo(kept: number): void {
    this.#dedents = this.#columns.length - 1 - kept;
    this.#columns.length = kept + 1;
    this.#tabColumns.length = kept + 1;
  }

  /** `start` is where a last comment begins, else the end. */
  #scanEnd(start: number): void {
    const at = this.#text.length;
    if (this.#brackets.length > 0) {
      this.endedEarly = true;
      this.failedSoftly = true;
      throw this.unclosedBracket() as PythonSyntaxError;
    }
    const last = this.kinds.at(-1);
    if (last !== undefined && last !== Token.Newline && last !== Token.Dedent && last !== Token.End) {
      // As if the text had ended in a newline.
      this.#push(Token.Newline, start, at + 1);
      return;
    }
    this.#at = at;
    this.#dedentTo(0);
    if (this.#dedents > 0) this.scan();
    else this.#push(Token.End, at, at);
  }

  // ---- tokens ------------------------------------------------------------------------------------------------------

  #scanVisible(code: number, start: number): void {
    if (mayStartName(code)) this.#scanName(code, start);
    else if (isDigit(code)) this.#push(Token.Number, start, scanNumber(this.#text, start, this));
    else if (code === 34 || code === 39) this.#scanString(start, start);
    else if (code === 46 && isDigit(this.#text.charCodeAt(start + 1))) {
      this.#push(Token.Number, start, scanNumber(this.#text, start, this));
    } else this.#scanOperator(code, start);
  }

  #scanName(first: number, start: number): void {
    const text = this.#text;
    let at = start;
    let code = first;
    let seen = 0;
    while (mayContinueName(code)) {
      seen |= code;
      code = text.charCodeAt(++at);
    }
    if ((code === 34 || code === 39) && at - start <= 2 && isStringPrefix(text, start, at)) {
      if (/[fF]/.test(text.slice(start, at))) this.#startFString(start, at);
      else this.#scanString(start, at);
      return;
    }
    if (seen < 128) {
      this.#push(nameToken(text, start, at), start, at);
      return;
    }
    const invalid = findInvalidCharacter(text.slice(start, at));
    if (invalid !== -1) this.#refuseCharacter(start + invalid);
    this.#push(Token.Name, start, at);
  }

  #refuseCharacter(at: number): never {
    const code = this.#text.codePointAt(at) as number;
    const character = String.fromCodePoint(code);
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    if (isPrintable(character)) this.#failAt(`invalid character '${character}' (U+${hex})`, at + character.length);
    this.#failAt(`invalid non-printable character U+${hex}`, at + character.length);
  }

  /** `start` is where the prefix begins, `open` where the quotes do. */
  #scanString(start: number, open: number): void {
    const text = this.#text;
    const quote = text.charCodeAt(open);
    if (isTriple(text, open)) {
      for (let at = open + 3; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === BACKSLASH) at++;
        else if (code === quote && isTriple(text, at)) {
          this.#push(Token.String, start, at + 3);
          return;
        }
      }
      this.endedEarly = true;
      this.#failString(start, quote, 3, text.length, "");
    }
    let escapedQuote = false;
    for (let at = open + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        this.#push(Token.String, start, at + 1);
        return;
      }
      if (code === LINE_FEED) this.#failString(start, quote, 1, at, escapedQuote ? ESCAPED_QUOTE : "");
      if (code === BACKSLASH) {
        at++;
        if (text.charCodeAt(at) === quote) escapedQuote = true;
        if (at >= text.length) this.endedEarly = true;
      }
    }
    this.#failString(start, quote, 1, text.length, escapedQuote ? ESCAPED_QUOTE : "");
  }

  #failString(start: number, quote: number, quoteSize: 1 | 3, end: number, advice: string): never {
    const fstring = this.#fstrings.at(-1);
    if (fstring?.quote === quote && fstring.quoteSize === quoteSize) {
      this.#failAt("f-string: expecting '}'", start + 1);
    }
    const what = quoteSize === 3 ? "triple-quoted string" : "string";
    this.#failAt(`unterminated ${what} literal (detected at line ${this.#lastLine(end)})${advice}`, start + 1);
  }

  /** The line of an offset; a final newline does not begin another one. */
  #lastLine(offset: number): number {
    const end = offset >= this.#text.length && this.#text.endsWith("\n") ? this.#text.length - 1 : offset;
    return this.source.position(end).line;
  }

  #scanOperator(code: number, start: number): void {
    const fstring = this.#fstrings.at(-1);
    if (fstring !== undefined && code === 58 && fstring.brackets === fstring.fields) {
      this.#push(Token.Colon, start, start + 1);
      fstring.inText = true;
      return;
    }
    const text = this.#text;
    const next = text.charCodeAt(start + 1);
    const withEquals = next === 61;
    switch (code) {
      case 40:
        return this.#open(Token.LeftParen, start, fstring);
      case 41:
        return this.#close(Token.RightParen, 40, start, fstring);
      case 91:
        return this.#open(Token.LeftBracket, start, fstring);
      case 93:
        return this.#close(Token.RightBracket, 91, start, fstring);
      case OPEN_BRACE:
        return this.#open(Token.LeftBrace, start, fstring);
      case CLOSE_BRACE:
        return this.#close(Token.RightBrace, OPEN_BRACE, start, fstring);
      case 44:
        return this.#push(Token.Comma, start, start + 1);
      case 58:
        return this.#pushEither(withEquals, Token.ColonEqual, Token.Colon, start);
      case 59:
        return this.#push(Token.Semicolon, start, start + 1);
      case 46:
        if (next === 46 && text.charCodeAt(start + 2) === 46) return this.#push(Token.Ellipsis, start, start + 3);
        return this.#push(Token.Dot, start, start + 1);
      case 61:
        return this.#pushEither(withEquals, Token.EqualEqual, Token.Equal, start);
      case 33:
        return this.#pushEither(withEquals, Token.NotEqual, Token.Exclamation, start);
      case 43:
        return this.#pushEither(withEquals, Token.PlusEqual, Token.Plus, start);
      case 45:
        if (next === 62) return this.#push(Token.Arrow, start, start + 2);
        return this.#pushEither(withEquals, Token.MinusEqual, Token.Minus, start);
      case 42:
        if (next === 42) return this.#pushDouble(Token.DoubleStarEqual, Token.DoubleStar, start);
        return this.#pushEither(withEquals, Token.StarEqual, Token.Star, start);
      case 47:
        if (next === 47) return this.#pushDouble(Token.DoubleSlashEqual, Token.DoubleSlash, start);
        return this.#pushEither(withEquals, Token.SlashEqual, Token.Slash, start);
      case 37:
        return this.#pushEither(withEquals, Token.PercentEqual, Token.Percent, start);
      case 64:
        return this.#pushEither(withEquals, Token.AtEqual, Token.At, start);
      case 60:
        if (next === 60) return this.#pushDouble(Token.LeftShiftEqual, Token.LeftShift, start);
        // `<>` was an operator once: still one token, of no use.
        if (next === 62) return this.#push(Token.Unknown, start, start + 2);
        return this.#pushEither(withEquals, Token.LessEqual, Token.Less, start);
      case 62:
        if (next === 62) return this.#pushDouble(Token.RightShiftEqual, Token.RightShift, start);
        return this.#pushEither(withEquals, Token.GreaterEqual, Token.Greater, start);
      case 38:
        return this.#pushEither(withEquals, Token.AmpersandEqual, Token.Ampersand, start);
      case 124:
        return this.#pushEither(withEquals, Token.BarEqual, Token.Bar, start);
      case 94:
        return this.#pushEither(withEquals, Token.CaretEqual, Token.Caret, start);
      case 126:
        return this.#push(Token.Tilde, start, start + 1);
    }
    if (!isPrintable(String.fromCharCode(code))) this.#refuseCharacter(start);
    this.#push(Token.Unknown, start, start + 1);
  }

  #pushEither(isLong: boolean, long: Token, short: Token, start: number): void {
    this.#push(isLong ? long : short, start, start + (isLong ? 2 : 1));
  }

  #pushDouble(withEquals: Token, plain: Token, start: number): void {
    const isLong = this.#text.charCodeAt(start + 2) === 61;
    this.#push(isLong ? withEquals : plain, start, start + (isLong ? 3 : 2));
  }

  // ---- brackets ----------------------------------------------------------------------------------------------------

  #open(kind: Token, start: number, fstring: FString | undefined): void {
    if (this.#brackets.length >= MAX_BRACKETS) this.#failAt("too many nested parentheses", start + 1);
    this.#brackets.push(start);
    if (fstring !== undefined) fstring.brackets++;
    this.#push(kind, start, start + 1);
  }

  #close(kind: Token, opener: number, start: number, fstring: FString | undefined): void {
    const found = this.#brackets.pop();
    if (found === undefined) this.#failAt(`unmatched '${this.#text[start]}'`, start + 1);
    if (this.#text.charCodeAt(found) !== opener) this.#refuseBracket(found, start, fstring);
    this.#push(kind, start, start + 1);
    if (fstring === undefined) return;
    fstring.brackets--;
    if (fstring.brackets < 0) this.#failAt(`f-string: unmatched '${this.#text[start]}'`, start + 1);
    if (kind === Token.RightBrace && fstring.brackets === fstring.fields - 1) {
      fstring.fields--;
      fstring.inText = true;
    }
  }

  #refuseBracket(open: number, close: number, fstring: FString | undefined): never {
    const opener = this.#text[open];
    const closer = this.#text[close];
    if (fstring !== undefined && opener === "{" && fstring.brackets === fstring.fields) {
      this.#failAt(`f-string: unmatched '${closer}'`, close + 1);
    }
    const openLine = this.source.position(open).line;
    const where = openLine === this.source.position(close).line ? "" : ` on line ${openLine}`;
    this.#failAt(`closing parenthesis '${closer}' does not match opening parenthesis '${opener}'${where}`, close + 1);
  }

  get isInFString(): boolean {
    return this.#fstrings.length > 0;
  }

  /** Line of the innermost bracket that is open at this point, or 0. */
  openBracketLine(): number {
    const open = this.#brackets.at(-1);
    return open === undefined ? 0 : this.source.position(open).line;
  }

  unclosedBracket(): PythonSyntaxError | undefined {
    const open = this.#brackets.at(-1);
    if (open === undefined) return undefined;
    const { line, column } = this.source.position(open);
    return this.#error("SyntaxError", `'${this.#text[open]}' was never closed`, line, column + 1, 0);
  }

  // ---- f-strings ---------------------------------------------------------------------------------------------------

  #startFString(start: number, open: number): void {
    if (this.#fstrings.length + 1 >= MAX_FSTRINGS) this.#failAt("too many nested f-strings", open + 1);
    const text = this.#text;
    const quoteSize = isTriple(text, open) ? 3 : 1;
    const isRaw = /[rR]/.test(text.slice(start, open));
    const quote = text.charCodeAt(open);
    this.#fstrings.push({ start, quote, quoteSize, isRaw, inText: true, fields: 0, brackets: 0 });
    this.#push(Token.FStringStart, start, open + quoteSize);
  }

  /** The end of the string, the brace that opens or ends a field, or text up to one of these. */
  #scanFStringText(fstring: FString): void {
    const text = this.#text;
    const start = this.#at;
    const code = text.charCodeAt(start);
    const inSpec = fstring.fields > 0;
    if (code === OPEN_BRACE && (inSpec || text.charCodeAt(start + 1) !== OPEN_BRACE)) return this.#openField(fstring);
    if (code === CLOSE_BRACE && (inSpec || text.charCodeAt(start + 1) !== CLOSE_BRACE)) {
      if (!inSpec) this.#failAt("f-string: single '}' is not allowed", start + 1);
      // The spec ends in a piece of text, be it an empty one: `lambda x:` in a field is known by that.
      fstring.inText = false;
      return this.#push(Token.FStringMiddle, start, start);
    }
    if (this.#atQuotes(fstring, start)) {
      this.#fstrings.pop();
      return this.#push(Token.FStringEnd, start, start + fstring.quoteSize);
    }
    // A format spec may not span lines, but its field may go on; not so behind a field in the spec.
    const mayGoOn = inSpec && text.charCodeAt(start - 1) !== CLOSE_BRACE;
    // The last line need not end for that.
    const last = mayGoOn && fstring.quoteSize === 1 && !text.endsWith("\n") ? text.length : text.length - 1;
    for (let at = start; at <= last; at++) {
      switch (at < text.length ? text.charCodeAt(at) : LINE_FEED) {
        case fstring.quote:
          if (this.#atQuotes(fstring, at)) return this.#push(Token.FStringMiddle, start, at);
          break;
        case OPEN_BRACE:
        case CLOSE_BRACE:
          if (inSpec || text.charCodeAt(at + 1) !== text.charCodeAt(at)) {
            return this.#push(Token.FStringMiddle, start, at);
          }
          // A doubled brace ends the piece with one of the two.
          this.#push(Token.FStringMiddle, start, at + 1);
          this.#at = at + 2;
          return;
        case LINE_FEED:
          if (fstring.quoteSize === 3) break;
          if (!mayGoOn) this.#failFString(fstring, at);
          this.#push(Token.FStringMiddle, start, at);
          fstring.inText = false;
          return;
        case BACKSLASH:
          at = this.#skipEscape(fstring, at);
      }
    }
    this.endedEarly = fstring.quoteSize === 3;
    this.#failFString(fstring, text.length);
  }

  #openField(fstring: FString): void {
    fstring.fields++;
    if (fstring.fields > MAX_FIELDS) this.#failAt("f-string: expressions nested too deeply", this.#at);
    fstring.inText = false;
    this.#open(Token.LeftBrace, this.#at, fstring);
  }

  #atQuotes(fstring: FString, at: number): boolean {
    if (this.#text.charCodeAt(at) !== fstring.quote) return false;
    return fstring.quoteSize === 1 || isTriple(this.#text, at);
  }

  /** The last offset of the escape at `at`. A brace after the backslash keeps its own meaning, but for `\N{...}`. */
  #skipEscape(fstring: FString, at: number): number {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === OPEN_BRACE || next === CLOSE_BRACE) return at;
    if (next === 78 && text.charCodeAt(at + 2) === OPEN_BRACE && !fstring.isRaw) {
      const close = /[}\n'"]/g;
      close.lastIndex = at + 3;
      const match = close.exec(text);
      return match?.[0] === "}" ? match.index : at + 2;
    }
    return at + 1;
  }

  #failFString(fstring: FString, end: number): never {
    const what = fstring.quoteSize === 3 ? "triple-quoted f-string" : "f-string";
    this.#failAt(`unterminated ${what} literal (detected at line ${this.#lastLine(end)})`, fstring.start + 1);
  }

  // ---- errors ------------------------------------------------------------------------------------------------------

  numberError(message: string, end: number): never {
    this.#failAt(message, end);
  }

  rangeError(message: string, start: number, end: number): never {
    const { line, column } = this.source.position(start);
    this.#fail(message, line, column + 1, column + 1 + end - start);
  }

  numberWarning(message: string, end: number): void {
    this.warnings.push({ message, start: end - 1, end: end - 1 });
  }

  /** An error at the last character before `end`. */
  #failAt(message: string, end: number): never {
    const { line, column } = this.source.position(end);
    this.#fail(message, line, column, column);
  }

  #fail(message: string, line: number, column: number, endColumn: number): never {
    throw this.#error("SyntaxError", message, line, column, endColumn);
  }

  #failTabs(): never {
    this.#failLine("TabError", "inconsistent use of tabs and spaces in indentation", 1, 0);
  }

  #failLine(type: SyntaxErrorType, message: string, column: number, endColumn: number): never {
    const { line } = this.source.position(this.#at);
    this.failedSoftly = true;
    throw this.#error(type, message, line, column, endColumn);
  }

  #error(type: SyntaxErrorType, message: string, line: number, column: number, endColumn: number): PythonSyntaxError {
    const { source } = this;
    this.hasFailed = true;
    const range = { line, column, endLine: line, endColumn, isOpen: !this.failedSoftly };
    return new PythonSyntaxError(type, message, source.filename, range, source.lineText(line));
  }
}

const ESCAPED_QUOTE = "; perhaps you escaped the end quote?";

function isTriple(text: string, at: number): boolean {
  const quote = text.charCodeAt(at);
  return text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}

function isStringPrefix(text: string, start: number, end: number): boolean {
  return /^(?:[bfru]|br|rb|fr|rf)$/i.test(text.slice(start, end));
}
