// Numbers, strings and f-strings: tokens to constants, with implicit concatenation.

import type { Constant, Expression, FormattedValue, JoinedStr, Literal, Located } from "./ast.ts";
import { withoutComments } from "./debug-text.ts";
import { numberValue } from "./number-literal.ts";
import type { SyntaxWarning } from "./syntax-error.ts";
import { type DecodingContext, decodeBytes, decodeString, type UnicodeName } from "./string-literal.ts";
import { Token } from "./token.ts";
import { TokenCursor } from "./token-cursor.ts";
import type { Tokenizer } from "./tokenizer.ts";

export interface ParseOptions {
  /** The character of a name in `\N{...}`; without it no name is known. */
  readonly unicodeName?: UnicodeName;
  /** Gets the warnings, also those that come before an error. */
  readonly warnings?: SyntaxWarning[];
}

/** A piece of a string's text, decoded or as it is written. */
interface Text {
  readonly kind: "Text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has escapes that are still to be resolved. */
  readonly isEncoded: boolean;
}

export type FStringPart = Text | FormattedValue;

export abstract class LiteralParser extends TokenCursor {
  readonly #decoding: DecodingContext;

  constructor(tokens: Tokenizer, options: ParseOptions) {
    super(tokens);
    this.#decoding = {
      unicodeName: options.unicodeName,
      warnings: tokens.warnings,
      error: (message) => {
        throw this.errorAtToken(message, this.at);
      },
    };
  }

  /** What may stand in a replacement field: a `yield`, or expressions with stars. */
  protected abstract annotatedValue(): Expression;

  protected number(): Constant {
    const { start, end } = this;
    const value = numberValue(this.text.slice(start, end), this.#decoding.error);
    this.advance();
    return { kind: "Constant", value, start, end };
  }

  /** One or more adjacent literals. */
  protected strings(): Constant | JoinedStr {
    const { start } = this;
    const first = this.kind === Token.String ? this.#string() : null;
    if (first !== null && this.kind !== Token.String && this.kind !== Token.FStringStart) {
      return { kind: "Constant", value: first, start, end: this.lastEnd };
    }
    return this.#concatenation(start, first);
  }

  #concatenation(start: number, first: Literal | null): Constant | JoinedStr {
    const parts: FStringPart[] = [];
    const bytes: Uint8Array[] = [];
    let hasText = false;
    let isFString = false;
    const add = (literal: Literal, from: number): void => {
      if (literal.type === "bytes") bytes.push(literal.value);
      if (literal.type !== "str") return;
      hasText = true;
      parts.push({ kind: "Text", text: literal.value, start: from, end: this.lastEnd, isEncoded: false });
    };
    if (first !== null) add(first, start);
    for (;;) {
      if (this.kind === Token.String) {
        const from = this.start;
        add(this.#string(), from);
      } else if (this.kind === Token.FStringStart) {
        isFString = true;
        for (const part of this.#fstring()) parts.push(part);
      } else {
        break;
      }
    }
    const end = this.lastEnd;
    if (bytes.length > 0) {
      if (hasText || isFString) this.#decoding.error("cannot mix bytes and nonbytes literals");
      return { kind: "Constant", value: { type: "bytes", value: joinBytes(bytes) }, start, end };
    }
    if (isFString) return { kind: "JoinedStr", values: joinText(parts), start, end };
    const value = parts.map((part) => (part.kind === "Text" ? part.text : "")).join("");
    return { kind: "Constant", value: { type: "str", value }, start, end };
  }

  #string(): Literal {
    const { text, start, end } = this;
    let open = start;
    let isRaw = false;
    let isBytes = false;
    for (; ; open++) {
      const code = text.charCodeAt(open);
      if (code === 34 || code === 39) break;
      const letter = code | 32;
      if (letter === 114) isRaw = true;
      else if (letter === 98) isBytes = true;
    }
    const quote = text.charCodeAt(open);
    const isTriple = end - open >= 6 && text.charCodeAt(open + 1) === quote && text.charCodeAt(open + 2) === quote;
    const quoteSize = isTriple ? 3 : 1;
    const bodyStart = open + quoteSize;
    const body = text.slice(bodyStart, end - quoteSize);
    let literal: Literal;
    if (isBytes) literal = { type: "bytes", value: decodeBytes(body, isRaw, { start, end }, this.#decoding) };
    else literal = { type: "str", value: isRaw ? body : decodeString(body, { start, end }, this.#decoding) };
    this.advance();
    return literal;
  }

  #fstring(): FStringPart[] {
    const isRaw = /[rR]/.test(this.text.slice(this.start, this.start + 2));
    this.advance();
    const raw = this.#fstringParts(Token.FStringEnd, !isRaw);
    // CPython decodes the text when it has come to the quotes at the end.
    const last = { start: this.start, end: this.end };
    const parts = raw.map((part) => this.#decoded(part, last));
    this.advance();
    return parts;
  }

  #decoded(part: FStringPart, token: Located): FStringPart {
    if (part.kind !== "Text" || !part.isEncoded) return part;
    return { ...part, text: decodeString(part.text, token, this.#decoding), isEncoded: false };
  }

  /** Up to the token that ends the string or the format spec. */
  #fstringParts(end: Token, isEncoded: boolean): FStringPart[] {
    const parts: FStringPart[] = [];
    while (this.kind !== end) {
      if (this.kind === Token.FStringMiddle) {
        const { start, end } = this;
        parts.push({ kind: "Text", text: this.text.slice(start, end), start, end, isEncoded });
        this.advance();
      } else if (this.kind === Token.LeftBrace) {
        this.field(parts);
      } else {
        this.fail();
      }
    }
    return parts;
  }

  /** `{value!conversion:spec}`; with `=` the text of it goes before it. */
  protected field(parts: FStringPart[]): void {
    const { start } = this;
    this.enter();
    this.advance();
    const value = this.annotatedValue();
    const isDebug = this.accept(Token.Equal);
    if (isDebug) {
      const text = withoutComments(this.text.slice(start + 1, this.start));
      parts.push({ kind: "Text", text, start: start + 1, end: this.start, isEncoded: false });
    }
    let conversion = this.kind === Token.Exclamation ? this.#conversion() : null;
    const formatSpec = this.kind === Token.Colon ? this.#formatSpec() : null;
    this.expect(Token.RightBrace);
    if (isDebug && conversion === null && formatSpec === null) conversion = "r";
    parts.push({ kind: "FormattedValue", value, conversion, formatSpec, start, end: this.lastEnd });
    this.leave();
  }

  #conversion(): "s" | "r" | "a" {
    const mark = this.start;
    this.advance();
    const { start, end } = this;
    if (this.kind !== Token.Name) this.fail();
    if (start !== mark + 1) {
      const message = "f-string: conversion type must come right after the exclamanation mark";
      throw this.errorBetween(message, mark, end);
    }
    const name = this.currentName();
    this.advance();
    if (name !== "s" && name !== "r" && name !== "a") {
      const message = `f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`;
      throw this.errorBetween(message, start, end);
    }
    return name;
  }

  #formatSpec(): JoinedStr {
    const { start } = this;
    this.advance();
    // Escapes work here even in a raw f-string.
    const parts = this.#fstringParts(Token.RightBrace, true).map((part) => this.#decoded(part, part));
    return { kind: "JoinedStr", values: joinText(parts), start, end: this.start };
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Neighbouring texts become one constant, empty ones none. */
function joinText(parts: readonly FStringPart[]): (Constant | FormattedValue)[] {
  const values: (Constant | FormattedValue)[] = [];
  let texts: Text[] = [];
  const flush = (): void => {
    const value = texts.map((part) => part.text).join("");
    const [first] = texts;
    const last = texts.at(-1);
    if (first && last && value !== "") {
      values.push({ kind: "Constant", value: { type: "str", value }, start: first.start, end: last.end });
    }
    texts = [];
  };
  for (const part of parts) {
    if (part.kind === "Text") {
      texts.push(part);
    } else {
      flush();
      values.push(part);
    }
  }
  flush();
  return values;
}
