// What is wrong with the arguments of a call.

import type { Comprehension, Expression, Keyword } from "./ast.ts";
import { ExpressionDiagnosis, FOR_EQUALITY } from "./diagnose-expression.ts";
import type { Arguments } from "./primary-parser.ts";
import { Token } from "./token.ts";

const GENERATOR = "Generator expression must be parenthesized";

export abstract class CallDiagnosis extends ExpressionDiagnosis {
  protected override callArguments(open: number): Arguments {
    if (this.isQuiet) return super.callArguments(open);
    this.checkStarredComprehension();
    const found = this.attempt(() => {
      const result = super.callArguments(open);
      if (this.kind !== Token.RightParen) this.fail();
      return result;
    });
    if (found !== null) return found;
    this.#checkArguments();
    this.fail();
  }

  protected override arguments(first: Expression | null): Arguments {
    if (this.isQuiet || first !== null) return super.arguments(first);
    const { at } = this;
    const found = this.attempt(() => super.arguments(null));
    if (found !== null) return found;
    this.seek(at);
    this.#checkArguments();
    this.fail();
  }

  protected override positionalArgument(): Expression {
    if (this.isQuiet) return super.positionalArgument();
    if (this.kind === Token.Name && this.peek(1) === Token.ColonEqual) return super.positionalArgument();
    const { start, kind } = this;
    const argument = this.expression();
    if (this.kind === Token.ColonEqual) this.fail();
    if (this.kind === Token.Equal) {
      if (kind === Token.True || kind === Token.False || kind === Token.None) {
        const written = this.text.slice(start, this.tokens.ends[this.at - 1]);
        if (argument.kind === "Constant") this.complain(`cannot assign to ${written}`, start, this.end);
      }
      const message = 'expression cannot contain assignment, perhaps you meant "=="?';
      this.complain(message, argument.start, this.end);
    }
    return argument;
  }

  protected override keywordArgument(): Keyword {
    if (!this.isQuiet) {
      this.look(() => {
        const { start } = this;
        this.advance();
        const equals = this.end;
        this.advance();
        this.expression();
        this.comprehensionClauses();
        this.complain(FOR_EQUALITY, start, equals);
      });
    }
    return super.keywordArgument();
  }

  protected override unpackedArgument(): Keyword {
    const argument = super.unpackedArgument();
    if (!this.isQuiet && this.kind === Token.Equal) {
      this.advance();
      const value = this.expression();
      this.complain("cannot assign to keyword argument unpacking", argument.start, value.end);
    }
    return argument;
  }

  protected override starredArgument(): Expression {
    if (this.isQuiet) return super.starredArgument();
    const starred = this.attempt(() => super.starredArgument());
    if (starred === null) {
      this.peek(1);
      this.complainAtLast("Invalid star expression");
    }
    if (this.is(Token.Equal)) {
      this.look(() => {
        this.advance();
        const value = this.expression();
        this.complain("cannot assign to iterable argument unpacking", starred.start, value.end);
      });
    }
    return starred;
  }

  /** One or more clauses; fails when there is none. */
  protected comprehensionClauses(): readonly Comprehension[] {
    if (!this.isOneOf(Token.For, Token.Async)) this.fail();
    return this.comprehensions();
  }

  /** `*a for ...`, right after an opening bracket. */
  protected checkStarredComprehension(): void {
    if (this.kind !== Token.Star) return;
    this.look(() => {
      const starred = this.starredArgument();
      this.comprehensionClauses();
      this.complainOf("iterable unpacking cannot be used in comprehension", starred);
    });
  }

  /** Arguments that fit no call, from the first one on. */
  #checkArguments(): void {
    this.look(() => this.#checkLateUnpacking());
    this.look(() => {
      const element = this.expression();
      const clauses = this.comprehensionClauses();
      this.expect(Token.Comma);
      this.complain(GENERATOR, element.start, this.endOfClauses(clauses));
    });
    this.look(() => this.#checkMissingValue());
    this.look(() => {
      const { args } = this.#argumentsPrefix();
      const clauses = this.comprehensionClauses();
      const last = args.at(-1);
      if (args.length > 1 && last !== undefined) this.complain(GENERATOR, last.start, this.endOfClauses(clauses));
    });
    this.look(() => {
      this.#argumentsPrefix();
      this.expect(Token.Comma);
      const element = this.expression();
      const clauses = this.comprehensionClauses();
      this.complain(GENERATOR, element.start, this.endOfClauses(clauses));
    });
    this.look(() => {
      const { keywords } = this.#argumentsPrefix();
      this.expect(Token.Comma);
      this.#argumentsPrefix();
      const what = keywords.some((keyword) => keyword.name === null)
        ? "keyword argument unpacking"
        : "keyword argument";
      this.complainAtLast(`positional argument follows ${what}`);
    });
  }

  /** `f(**mapping, *iterable)`. */
  #checkLateUnpacking(): void {
    const { keywords } = this.#argumentsPrefix();
    if (keywords.length === 0) return;
    const comma = this.start;
    this.expect(Token.Comma);
    if (this.kind !== Token.Star) return;
    this.gather(() => {
      if (this.kind !== Token.Star) this.fail();
      this.starredArgument();
      if (this.is(Token.Equal)) this.fail();
    });
    this.complainFrom("iterable argument unpacking follows keyword argument unpacking", comma);
  }

  /** `f(a, b=)`. */
  #checkMissingValue(): void {
    const { at } = this;
    const hasOthers = this.attempt(() => {
      this.#argumentsPrefix();
      this.expect(Token.Comma);
    });
    if (hasOthers === null) this.seek(at);
    const { start } = this;
    this.expectName();
    const { end } = this;
    this.expect(Token.Equal);
    if (this.isOneOf(Token.Comma, Token.RightParen)) this.complain("expected argument value expression", start, end);
  }

  /** As many arguments as fit, with no heed to what follows them. */
  #argumentsPrefix(): Arguments {
    const args: Expression[] = [];
    const keywords: Keyword[] = [];
    const take = (rule: () => void): boolean =>
      this.attempt(() => {
        if (args.length + keywords.length > 0) this.expect(Token.Comma);
        rule();
        return true;
      }) ?? false;
    const isKeyword = (): boolean => this.kind === Token.Name && this.peek(1) === Token.Equal;
    const positional = (): void => {
      if (isKeyword() || this.kind === Token.DoubleStar) this.fail();
      args.push(this.kind === Token.Star ? this.starredArgument() : this.positionalArgument());
    };
    const keywordOrStarred = (): void => {
      if (isKeyword()) keywords.push(this.keywordArgument());
      else if (this.kind === Token.Star) args.push(this.starredArgument());
      else this.fail();
    };
    const keywordOrUnpacked = (): void => {
      if (isKeyword()) keywords.push(this.keywordArgument());
      else if (this.kind === Token.DoubleStar) keywords.push(this.unpackedArgument());
      else this.fail();
    };
    for (const rule of [positional, keywordOrStarred, keywordOrUnpacked]) while (take(rule));
    if (args.length + keywords.length === 0) this.fail();
    return { args, keywords };
  }
}
