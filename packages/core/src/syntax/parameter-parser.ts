// Parameter lists of functions and lambdas, and type parameter lists.

import type { Expression, Parameter, Parameters, TypeParameter } from "./ast.ts";
import { LiteralParser } from "./literal-parser.ts";
import { Token } from "./token.ts";

export const NO_PARAMETERS: Parameters = Object.freeze({
  positionalOnly: [],
  positional: [],
  varArgs: null,
  keywordOnly: [],
  varKeywords: null,
});

export abstract class ParameterParser extends LiteralParser {
  protected abstract expression(): Expression;
  /** An expression, or `*` and an operand. */
  protected abstract starExpression(): Expression;

  /** Up to `closer`, which stays: `)` after a function's parameters, `:` after a lambda's, which have no annotations. */
  protected parameters(closer: Token.RightParen | Token.Colon): Parameters {
    if (this.kind === closer) return NO_PARAMETERS;
    const hasAnnotations = closer === Token.RightParen;
    let positionalOnly: Parameter[] = [];
    let positional: Parameter[] = [];
    let needsDefault = false;
    let hasSlash = false;
    // Whether there may be more: each part of the list ends in a comma, or ends the list.
    let isOpen = true;
    while (isOpen && (this.kind === Token.Name || this.kind === Token.Slash)) {
      if (this.kind === Token.Slash) {
        if (hasSlash || positional.length === 0) this.fail();
        this.advance();
        hasSlash = true;
        positionalOnly = positional;
        positional = [];
      } else {
        const parameter = this.#parameter(hasAnnotations);
        if (parameter.default !== null) needsDefault = true;
        else if (needsDefault) this.fail();
        positional.push(parameter);
      }
      isOpen = this.accept(Token.Comma);
    }
    let varArgs: Parameter | null = null;
    const keywordOnly: Parameter[] = [];
    let varKeywords: Parameter | null = null;
    if (isOpen && this.accept(Token.Star)) {
      if (this.kind === Token.Name) {
        varArgs = this.#starParameter(hasAnnotations);
        isOpen = this.accept(Token.Comma);
      } else {
        this.expect(Token.Comma);
        if (!this.is(Token.Name)) this.fail();
      }
      while (isOpen && this.is(Token.Name)) {
        keywordOnly.push(this.#parameter(hasAnnotations));
        isOpen = this.accept(Token.Comma);
      }
    }
    if (isOpen && this.accept(Token.DoubleStar)) {
      varKeywords = this.#plainParameter(hasAnnotations);
      this.accept(Token.Comma);
    }
    // Whatever is left, and a separator that was missing above, shows here.
    if (this.kind !== closer) this.fail();
    return { positionalOnly, positional, varArgs, keywordOnly, varKeywords };
  }

  #parameter(hasAnnotations: boolean): Parameter {
    const plain = this.#plainParameter(hasAnnotations);
    if (this.kind !== Token.Equal) return plain;
    this.advance();
    return { ...plain, default: this.defaultValue() };
  }

  protected defaultValue(): Expression {
    return this.expression();
  }

  #plainParameter(hasAnnotations: boolean): Parameter {
    const { start } = this;
    const name = this.expectName();
    const annotation = hasAnnotations && this.accept(Token.Colon) ? this.expression() : null;
    return { name, annotation, default: null, start, end: this.lastEnd };
  }

  /** `*args`, whose annotation may be starred. */
  #starParameter(hasAnnotations: boolean): Parameter {
    const { start } = this;
    const name = this.expectName();
    const annotation = hasAnnotations && this.accept(Token.Colon) ? this.starExpression() : null;
    return { name, annotation, default: null, start, end: this.lastEnd };
  }

  /** `[T: bound = default, *Ts, **P]`, or nothing. */
  protected typeParameters(): readonly TypeParameter[] {
    if (!this.accept(Token.LeftBracket)) return [];
    const parameters: TypeParameter[] = [];
    do {
      parameters.push(this.typeParameter());
    } while (this.accept(Token.Comma) && this.kind !== Token.RightBracket);
    this.expect(Token.RightBracket);
    return parameters;
  }

  protected typeParameter(): TypeParameter {
    const { start } = this;
    let kind: TypeParameter["kind"] = "TypeVar";
    if (this.accept(Token.Star)) kind = "TypeVarTuple";
    else if (this.accept(Token.DoubleStar)) kind = "ParamSpec";
    const name = this.expectName();
    const bound = kind === "TypeVar" && this.accept(Token.Colon) ? this.expression() : null;
    let value: Expression | null = null;
    if (this.accept(Token.Equal)) value = kind === "TypeVarTuple" ? this.starExpression() : this.expression();
    return { kind, name, bound, default: value, start, end: this.lastEnd };
  }
}
