// What is wrong with a list of parameters or type parameters.

import type { Parameters, TypeParameter } from "./ast.ts";
import { DisplayDiagnosis } from "./diagnose-display.ts";
import { Token } from "./token.ts";

export abstract class ParameterDiagnosis extends DisplayDiagnosis {
  protected override parameters(closer: Token.RightParen | Token.Colon): Parameters {
    if (this.isQuiet) return super.parameters(closer);
    const found = this.attempt(() => super.parameters(closer));
    if (found !== null) return found;
    this.look(() => this.#checkParameters(closer));
    this.fail();
  }

  /** Goes over the parameters, whatever their order, up to the first that is out of place. */
  #checkParameters(closer: Token.RightParen | Token.Colon): void {
    const isLambda = closer === Token.Colon;
    let count = 0;
    let hasDefaults = false;
    let hasSlash = false;
    let hasStar = false;
    for (;;) {
      if (this.kind === Token.Slash) {
        if (hasStar) this.complainOfToken("/ must be ahead of *");
        if (hasSlash) this.complainOfToken("/ may appear only once");
        if (count === 0 && this.peek(1) === Token.Comma) {
          this.complainOfToken("at least one argument must precede /");
        }
        hasSlash = true;
        this.advance();
        if (this.is(Token.Star)) this.complainOfToken("expected comma between / and *");
      } else if (this.kind === Token.Star) {
        if (hasStar) this.#checkSecondStar(closer);
        hasStar = true;
        this.#checkStar(closer);
      } else if (this.kind === Token.DoubleStar) {
        this.#checkDoubleStar(isLambda);
        this.fail();
      } else if (this.kind === Token.LeftParen) {
        if (!hasDefaults && !hasSlash && !hasStar) this.#checkParenthesizedParameters(isLambda);
        this.fail();
      } else {
        const { start } = this;
        const hasDefault = this.#skipParameter(isLambda);
        const isPlaced = this.isOneOf(Token.Comma, closer);
        if (!hasDefault && hasDefaults && !hasStar && isPlaced) {
          const message = "parameter without a default follows parameter with a default";
          this.complain(message, start, this.lastEnd);
        }
        if (hasDefault) hasDefaults = true;
      }
      count++;
      this.expect(Token.Comma);
      if (this.kind === closer) this.fail();
    }
  }

  #skipParameter(isLambda: boolean, allowStar = false): boolean {
    this.expectName();
    if (!isLambda && this.accept(Token.Colon)) {
      if (allowStar) this.starExpression();
      else this.expression();
    }
    if (this.kind !== Token.Equal) return false;
    const equals = this.at;
    this.advance();
    if (this.isOneOf(Token.RightParen, Token.Comma)) {
      this.complainOfToken("expected default value expression", equals);
    }
    this.expression();
    return true;
  }

  #checkStar(closer: Token.RightParen | Token.Colon): void {
    const isLambda = closer === Token.Colon;
    const star = this.at;
    this.advance();
    if (this.kind === closer || (this.kind === Token.Comma && [closer, Token.DoubleStar].includes(this.peek(1)))) {
      const message = "named arguments must follow bare *";
      if (!isLambda) this.complainOfToken(message, star);
      this.complainAtLast(message);
    }
    if (this.kind === Token.Comma) return;
    this.expectName();
    if (!isLambda && this.accept(Token.Colon)) this.starExpression();
    if (this.kind === Token.Equal) this.complainOfToken("var-positional argument cannot have default value");
  }

  #checkSecondStar(closer: Token.RightParen | Token.Colon): void {
    const star = this.at;
    this.look(() => {
      this.advance();
      if (this.kind !== Token.Comma) {
        this.#skipParameter(closer === Token.Colon);
        if (!this.isOneOf(Token.Comma, closer)) this.fail();
      }
      this.complainOfToken("* argument may appear only once", star);
    });
    this.fail();
  }

  #checkDoubleStar(isLambda: boolean): void {
    this.advance();
    this.expectName();
    if (!isLambda && this.accept(Token.Colon)) this.expression();
    if (this.kind === Token.Equal) this.complainOfToken("var-keyword argument cannot have default value");
    this.expect(Token.Comma);
    const message = "arguments cannot follow var-keyword argument";
    if (this.isOneOf(Token.Star, Token.DoubleStar, Token.Slash)) this.complainOfToken(message);
    const { start } = this;
    this.expectName();
    if (!isLambda && this.kind === Token.Colon) {
      this.attempt(() => {
        this.advance();
        this.expression();
      });
    }
    this.complain(message, start, this.lastEnd);
  }

  /** `def f(a, (b, c))`, as in Python 2. */
  #checkParenthesizedParameters(isLambda: boolean): void {
    const { start } = this;
    this.advance();
    do {
      if (this.#skipParameter(isLambda)) this.fail();
    } while (this.accept(Token.Comma) && this.kind !== Token.RightParen);
    const { end } = this;
    this.expect(Token.RightParen);
    const what = isLambda ? "Lambda expression" : "Function";
    this.complain(`${what} parameters cannot be parenthesized`, start, end);
  }

  protected override typeParameters(): readonly TypeParameter[] {
    if (!this.isQuiet && this.kind === Token.LeftBracket && this.peek(1) === Token.RightBracket) {
      this.complainFrom("Type parameter list cannot be empty", this.tokens.starts[this.at + 1] as number);
    }
    // A list that does not fit is none, and what should come after it is what is missed.
    return this.attempt(() => super.typeParameters()) ?? [];
  }

  protected override typeParameter(): TypeParameter {
    const parameter = super.typeParameter();
    if (!this.isQuiet && parameter.kind !== "TypeVar" && this.kind === Token.Colon) {
      const { start } = this;
      this.look(() => {
        this.advance();
        const what = this.expression().kind === "Tuple" ? "constraints" : "bound";
        this.complainFrom(`cannot use ${what} with ${parameter.kind}`, start);
      });
    }
    return parameter;
  }
}
