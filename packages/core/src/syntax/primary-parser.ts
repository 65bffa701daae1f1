// Names, constants and what is in brackets, with the attributes, calls and subscripts that follow.

import type { Call, Constant, Expression, Keyword, Literal, Name } from "./ast.ts";
import { DisplayParser } from "./display-parser.ts";
import { Token } from "./token.ts";

const NONE: Literal = Object.freeze({ type: "none" });
const TRUE: Literal = Object.freeze({ type: "bool", value: true });
const FALSE: Literal = Object.freeze({ type: "bool", value: false });
const ELLIPSIS: Literal = Object.freeze({ type: "ellipsis" });

export interface Arguments {
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

const NO_ARGUMENTS: Arguments = Object.freeze({ args: [], keywords: [] });

export abstract class PrimaryParser extends DisplayParser {
  /** An atom and its trailers: attributes, calls, subscripts. */
  protected primary(): Expression {
    const { start } = this;
    let value = this.atom();
    for (;;) {
      if (this.kind !== Token.Dot && this.kind !== Token.LeftParen && this.kind !== Token.LeftBracket) return value;
      if (this.backtracks) {
        const shorter = value;
        const longer = this.attempt(() => this.#trailer(shorter, start));
        if (longer === null) return value;
        value = longer;
      } else {
        value = this.#trailer(value, start);
      }
    }
  }

  #trailer(value: Expression, start: number): Expression {
    if (this.kind === Token.LeftParen) return this.#call(value, start);
    const isAttribute = this.kind === Token.Dot;
    this.advance();
    if (isAttribute) {
      const attrStart = this.start;
      const attr = this.expectName();
      return { kind: "Attribute", value, attr, attrStart, start, end: this.lastEnd };
    }
    this.enter();
    const index = this.slices();
    this.expect(Token.RightBracket);
    this.leave();
    return { kind: "Subscript", value, index, start, end: this.lastEnd };
  }

  #call(func: Expression, start: number): Call {
    const open = this.start;
    this.enter();
    this.advance();
    const { args, keywords } = this.callArguments(open);
    this.expect(Token.RightParen);
    this.leave();
    return { kind: "Call", func, args, keywords, start, end: this.lastEnd };
  }

  /** Between the parentheses of a call; `open` is where they begin, and with them a sole generator expression. */
  protected callArguments(open: number): Arguments {
    if (this.kind === Token.RightParen) return NO_ARGUMENTS;
    if (this.kind === Token.Star || this.kind === Token.DoubleStar) return this.arguments(null);
    if (this.kind === Token.Name && this.peek(1) === Token.Equal) return this.arguments(null);
    const first = this.positionalArgument();
    if (this.kind !== Token.For && this.kind !== Token.Async) return this.arguments(first);
    const generators = this.comprehensions();
    if (!this.is(Token.RightParen)) this.fail();
    return { args: [{ kind: "GeneratorExp", element: first, generators, start: open, end: this.end }], keywords: [] };
  }

  /** Arguments up to the closing parenthesis, after a first one that is already there. */
  protected arguments(first: Expression | null): Arguments {
    const args: Expression[] = first === null ? [] : [first];
    const keywords: Keyword[] = [];
    let sawUnpacking = false;
    if (first !== null && !this.#nextArgument()) return { args, keywords };
    do {
      if (this.kind === Token.Star) {
        if (sawUnpacking) this.fail();
        args.push(this.starredArgument());
      } else if (this.kind === Token.DoubleStar) {
        sawUnpacking = true;
        keywords.push(this.unpackedArgument());
      } else if (this.kind === Token.Name && this.peek(1) === Token.Equal) {
        keywords.push(this.keywordArgument());
      } else {
        if (keywords.length > 0) this.fail();
        args.push(this.positionalArgument());
      }
    } while (this.#nextArgument());
    return { args, keywords };
  }

  protected positionalArgument(): Expression {
    return this.namedExpression();
  }

  /** `name=value`. */
  protected keywordArgument(): Keyword {
    const { start } = this;
    const name = this.expectName();
    this.advance();
    const value = this.expression();
    return { name, value, start, end: this.lastEnd };
  }

  /** `**mapping`. */
  protected unpackedArgument(): Keyword {
    const { start } = this;
    this.advance();
    const value = this.expression();
    return { name: null, value, start, end: this.lastEnd };
  }

  #nextArgument(): boolean {
    if (this.accept(Token.Comma)) return this.kind !== Token.RightParen;
    if (this.kind !== Token.RightParen) this.fail();
    return false;
  }

  /** `*iterable` among arguments and subscripts, where it takes a whole expression. */
  protected starredArgument(): Expression {
    const { start } = this;
    this.advance();
    const value = this.expression();
    return { kind: "Starred", value, start, end: this.lastEnd };
  }

  protected slices(): Expression {
    const { start } = this;
    const isStarred = this.kind === Token.Star;
    const first = this.#slice();
    if (this.kind !== Token.Comma && !isStarred) return first;
    const elements = [first];
    while (this.accept(Token.Comma)) {
      if (this.kind === Token.RightBracket) break;
      elements.push(this.#slice());
    }
    return { kind: "Tuple", elements, start, end: this.lastEnd };
  }

  #slice(): Expression {
    const { start } = this;
    if (this.kind === Token.Star) return this.starredArgument();
    let lower: Expression | null = null;
    if (this.kind !== Token.Colon) {
      lower = this.namedExpression();
      if (!this.is(Token.Colon)) return lower;
      if (lower.kind === "NamedExpr" && lower.start === start) this.fail();
    }
    this.advance();
    const upper = this.startsExpression() ? this.expression() : null;
    const step = this.accept(Token.Colon) && this.startsExpression() ? this.expression() : null;
    return { kind: "Slice", lower, upper, step, start, end: this.lastEnd };
  }

  protected atom(): Expression {
    switch (this.kind) {
      case Token.Name:
        return this.name();
      case Token.Number:
        return this.number();
      case Token.String:
      case Token.FStringStart:
        return this.strings();
      case Token.LeftParen:
        return this.#deeper(this.parenthesized);
      case Token.LeftBracket:
        return this.#deeper(this.list);
      case Token.LeftBrace:
        return this.#deeper(this.braces);
      case Token.None:
        return this.#constant(NONE);
      case Token.True:
        return this.#constant(TRUE);
      case Token.False:
        return this.#constant(FALSE);
      case Token.Ellipsis:
        return this.#constant(ELLIPSIS);
      default:
        this.fail();
    }
  }

  protected name(): Name {
    const { start, end } = this;
    const id = this.currentName();
    this.advance();
    return { kind: "Name", id, start, end };
  }

  #constant(value: Literal): Constant {
    const { start, end } = this;
    this.advance();
    return { kind: "Constant", value, start, end };
  }

  #deeper(rule: () => Expression): Expression {
    this.enter();
    const expression = rule.call(this);
    this.leave();
    return expression;
  }
}
