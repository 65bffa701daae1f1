// The patterns of `case`.

import type {
  BinaryOperator,
  Expression,
  MatchClass,
  MatchMapping,
  MatchSequence,
  MatchStar,
  Name,
  Pattern,
} from "./ast.ts";
import { ExpressionParser } from "./expression-parser.ts";
import { Token } from "./token.ts";

export abstract class PatternParser extends ExpressionParser {
  /** A whole pattern; with a comma a sequence needs no brackets. */
  protected patterns(): Pattern {
    const { start } = this;
    const first = this.#maybeStar();
    if (this.kind === Token.Comma) {
      const patterns = this.#sequenceItems(first, Token.Colon);
      return { kind: "MatchSequence", patterns, start, end: this.lastEnd };
    }
    if (first.kind === "MatchStar") this.fail();
    return first;
  }

  protected pattern(): Pattern {
    const { start } = this;
    const pattern = this.#alternatives();
    if (this.kind !== Token.As) return pattern;
    const name = this.asTarget();
    return { kind: "MatchAs", pattern, name, start, end: this.lastEnd };
  }

  /** `as name`. */
  protected asTarget(): string {
    this.advance();
    if (this.#atWildcard()) this.fail();
    const name = this.expectName();
    if (this.kind === Token.Dot || this.kind === Token.LeftParen || this.kind === Token.Equal) this.fail();
    return name;
  }

  #alternatives(): Pattern {
    const { start } = this;
    const first = this.#closed();
    if (this.kind !== Token.Bar) return first;
    const patterns = [first];
    while (this.accept(Token.Bar)) patterns.push(this.#closed());
    return { kind: "MatchOr", patterns, start, end: this.lastEnd };
  }

  #closed(): Pattern {
    const { start } = this;
    switch (this.kind) {
      case Token.Name:
        return this.#nameOrClass();
      case Token.Number:
      case Token.Minus:
      case Token.Plus:
      case Token.String:
      case Token.FStringStart: {
        const value = this.#literal();
        return { kind: "MatchValue", value, start, end: this.lastEnd };
      }
      case Token.None:
      case Token.True:
      case Token.False: {
        const value = this.kind === Token.None ? null : this.kind === Token.True;
        this.advance();
        return { kind: "MatchSingleton", value, start, end: this.lastEnd };
      }
      case Token.LeftParen:
      case Token.LeftBracket:
      case Token.LeftBrace:
        return this.#bracketed();
      default:
        this.fail();
    }
  }

  #bracketed(): Pattern {
    this.enter();
    let pattern: Pattern;
    if (this.kind === Token.LeftParen) pattern = this.#groupOrSequence();
    else if (this.kind === Token.LeftBracket) pattern = this.#list();
    else pattern = this.mapping();
    this.leave();
    return pattern;
  }

  // ---- names and literals ------------------------------------------------------------------------------------------

  #atWildcard(): boolean {
    return this.atWord("_");
  }

  /** A capture, the wildcard, a dotted name or a class. */
  #nameOrClass(): Pattern {
    const { start } = this;
    const isWildcard = this.#atWildcard();
    const name = this.#dottedName();
    if (this.kind === Token.LeftParen) return this.classPattern(name);
    if (this.kind === Token.Equal) this.fail();
    if (name.kind !== "Name") return { kind: "MatchValue", value: name, start, end: this.lastEnd };
    return { kind: "MatchAs", pattern: null, name: isWildcard ? null : name.id, start, end: this.lastEnd };
  }

  #dottedName(): Expression {
    const { start } = this;
    const first: Name = this.name();
    let value: Expression = first;
    while (this.accept(Token.Dot)) {
      const attrStart = this.start;
      const attr = this.expectName();
      value = { kind: "Attribute", value, attr, attrStart, start, end: this.lastEnd };
    }
    return value;
  }

  /** A string, or a number that may be signed or complex. */
  #literal(): Expression {
    if (this.kind === Token.String || this.kind === Token.FStringStart) return this.strings();
    const left = this.#signedNumber();
    if (this.kind !== Token.Plus && this.kind !== Token.Minus) return left;
    const op: BinaryOperator = this.kind === Token.Plus ? "+" : "-";
    if (isImaginary(left)) this.failPart("real number required in complex literal", left);
    this.advance();
    if (!this.is(Token.Number)) this.fail();
    const right = this.number();
    if (!isImaginary(right)) this.failPart("imaginary number required in complex literal", right);
    return { kind: "BinOp", left, op, right, start: left.start, end: this.lastEnd };
  }

  #signedNumber(): Expression {
    const { start } = this;
    const isNegative = this.accept(Token.Minus);
    if (this.kind !== Token.Number) this.fail();
    const operand = this.number();
    return isNegative ? { kind: "UnaryOp", op: "-", operand, start, end: this.lastEnd } : operand;
  }

  protected failPart(message: string, part: Expression): never {
    throw this.errorBetween(message, part.start, part.end);
  }

  // ---- sequences, mappings, classes --------------------------------------------------------------------------------

  #maybeStar(): Pattern {
    if (this.kind !== Token.Star) return this.pattern();
    const { start } = this;
    this.advance();
    const isWildcard = this.#atWildcard();
    const name = this.expectName();
    const star: MatchStar = { kind: "MatchStar", name: isWildcard ? null : name, start, end: this.lastEnd };
    return star;
  }

  /** After a first item, up to `closer`, which stays. A guard may stand in the place of a colon. */
  #sequenceItems(first: Pattern, closer: Token): Pattern[] {
    const patterns = [first];
    while (this.accept(Token.Comma)) {
      if (this.kind === closer || (closer === Token.Colon && this.kind === Token.If)) break;
      patterns.push(this.#maybeStar());
    }
    return patterns;
  }

  #groupOrSequence(): Pattern {
    const { start } = this;
    this.advance();
    if (this.accept(Token.RightParen)) return { kind: "MatchSequence", patterns: [], start, end: this.lastEnd };
    const first = this.#maybeStar();
    if (this.kind !== Token.Comma) {
      if (first.kind === "MatchStar") this.fail();
      this.expect(Token.RightParen);
      return first;
    }
    const patterns = this.#sequenceItems(first, Token.RightParen);
    this.expect(Token.RightParen);
    return { kind: "MatchSequence", patterns, start, end: this.lastEnd };
  }

  #list(): MatchSequence {
    const { start } = this;
    this.advance();
    let patterns: Pattern[] = [];
    if (this.kind !== Token.RightBracket) patterns = this.#sequenceItems(this.#maybeStar(), Token.RightBracket);
    this.expect(Token.RightBracket);
    return { kind: "MatchSequence", patterns, start, end: this.lastEnd };
  }

  protected mapping(): MatchMapping {
    const { start } = this;
    this.advance();
    const keys: Expression[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.kind !== Token.RightBrace && rest === null) {
      if (this.accept(Token.DoubleStar)) {
        if (this.#atWildcard()) this.fail();
        rest = this.expectName();
      } else {
        keys.push(this.#mappingKey());
        this.expect(Token.Colon);
        patterns.push(this.pattern());
      }
      if (!this.accept(Token.Comma)) break;
    }
    this.expect(Token.RightBrace);
    return { kind: "MatchMapping", keys, patterns, rest, start, end: this.lastEnd };
  }

  #mappingKey(): Expression {
    switch (this.kind) {
      case Token.Name: {
        const name = this.#dottedName();
        if (name.kind === "Name") this.fail();
        return name;
      }
      case Token.None:
      case Token.True:
      case Token.False:
        return this.atom();
      case Token.String:
      case Token.FStringStart:
      case Token.Number:
      case Token.Minus:
      case Token.Plus:
        return this.#literal();
      default:
        this.fail();
    }
  }

  protected classPattern(cls: Expression): MatchClass {
    this.enter();
    this.advance();
    const patterns: Pattern[] = [];
    const keywordNames: string[] = [];
    const keywordPatterns: Pattern[] = [];
    while (this.kind !== Token.RightParen) {
      if (this.kind === Token.Name && this.peek(1) === Token.Equal) {
        keywordNames.push(this.expectName());
        this.advance();
        keywordPatterns.push(this.pattern());
      } else {
        if (keywordNames.length > 0) this.fail();
        patterns.push(this.pattern());
      }
      if (!this.accept(Token.Comma)) break;
    }
    this.expect(Token.RightParen);
    this.leave();
    const { start } = cls;
    return { kind: "MatchClass", cls, patterns, keywordNames, keywordPatterns, start, end: this.lastEnd };
  }
}

function isImaginary(number: Expression): boolean {
  const constant = number.kind === "UnaryOp" ? number.operand : number;
  return constant.kind === "Constant" && constant.value.type === "imaginary";
}
