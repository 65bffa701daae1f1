// What is wrong with a replacement field of an f-string.

import { ParameterDiagnosis } from "./diagnose-parameters.ts";
import type { FStringPart } from "./literal-parser.ts";
import { Token } from "./token.ts";

export abstract class FieldDiagnosis extends ParameterDiagnosis {
  protected override field(parts: FStringPart[]): void {
    if (this.isQuiet) {
      super.field(parts);
      return;
    }
    const { length } = parts;
    const fits = this.attempt(() => {
      super.field(parts);
      return true;
    });
    if (fits) return;
    parts.length = length;
    this.#checkField();
    this.fail();
  }

  /** A replacement field from its brace on, up to where it goes wrong. */
  #checkField(): void {
    this.advance();
    if (this.isOneOf(Token.Equal, Token.Exclamation, Token.Colon, Token.RightBrace)) {
      const written = this.text[this.start];
      this.complainOfToken(`f-string: valid expression required before '${written}'`);
    }
    if (this.attempt(() => this.annotatedValue()) === null) {
      this.complainOfToken("f-string: expecting a valid expression after '{'");
    }
    if (!this.isOneOf(Token.Equal, Token.Exclamation, Token.Colon, Token.RightBrace)) {
      this.complainOfToken("f-string: expecting '=', or '!', or ':', or '}'");
    }
    if (this.accept(Token.Equal) && !this.isOneOf(Token.Exclamation, Token.Colon, Token.RightBrace)) {
      this.complainOfToken("f-string: expecting '!', or ':', or '}'");
    }
    if (this.accept(Token.Exclamation)) {
      if (this.isOneOf(Token.Colon, Token.RightBrace)) this.complainOfToken("f-string: missing conversion character");
      if (this.kind !== Token.Name) this.complainOfToken("f-string: invalid conversion character");
      this.advance();
    }
    if (!this.isOneOf(Token.Colon, Token.RightBrace)) this.complainOfToken("f-string: expecting ':' or '}'");
    this.advance();
    while (this.isOneOf(Token.FStringMiddle, Token.LeftBrace)) {
      if (this.kind === Token.LeftBrace) this.field([]);
      else this.advance();
    }
    if (this.kind !== Token.RightBrace) this.complainOfToken("f-string: expecting '}', or format specs");
  }
}
