// What is wrong with a group, a list, a set, a dict or a comprehension.

import type { Comprehension, Expression } from "./ast.ts";
import { CallDiagnosis } from "./diagnose-call.ts";
import { Token } from "./token.ts";

export abstract class DisplayDiagnosis extends CallDiagnosis {
  protected override parenthesized(): Expression {
    if (this.isQuiet) return super.parenthesized();
    const found = this.attempt(() => super.parenthesized());
    if (found !== null) return found;
    this.look(() => {
      this.advance();
      if (this.kind === Token.Star) {
        const starred = this.starredArgument();
        if (this.is(Token.RightParen)) this.complainOf("cannot use starred expression here", starred);
      } else if (this.kind === Token.DoubleStar) {
        const stars = this.at;
        this.advance();
        this.expression();
        if (this.is(Token.RightParen)) this.complainOfToken("cannot use double starred expression here", stars);
      }
    });
    this.look(() => {
      this.advance();
      this.checkStarredComprehension();
    });
    this.fail();
  }

  protected override list(): Expression {
    if (this.isQuiet) return super.list();
    const found = this.attempt(() => super.list());
    if (found !== null) return found;
    this.#checkComprehensionTarget();
    this.fail();
  }

  protected override braces(): Expression {
    if (this.isQuiet) return super.braces();
    const found = this.attempt(() => super.braces());
    if (found !== null) return found;
    this.look(() => {
      this.advance();
      const stars = this.at;
      this.expect(Token.DoubleStar);
      this.bitwiseOr();
      this.comprehensionClauses();
      this.expect(Token.RightBrace);
      this.complainOfToken("dict unpacking cannot be used in dict comprehension", stars);
    });
    this.#checkComprehensionTarget();
    this.fail();
  }

  /** `[a, b for ...]`. */
  #checkComprehensionTarget(): void {
    this.look(() => {
      this.advance();
      this.checkStarredComprehension();
      const first = this.starNamedExpression();
      const comma = this.end;
      this.expect(Token.Comma);
      const others = this.attempt(() => this.gather(() => this.starNamedExpression()));
      if (others !== null) this.accept(Token.Comma);
      this.comprehensionClauses();
      const message = "did you forget parentheses around the comprehension target?";
      this.complain(message, first.start, others?.at(-1)?.end ?? comma);
    });
  }

  protected override comprehension(): Comprehension {
    if (!this.isQuiet) {
      const fits = this.look(() => {
        this.accept(Token.Async);
        this.expect(Token.For);
        this.starTargets();
        this.expect(Token.In);
        return true;
      });
      if (fits === null) this.#checkClause();
    }
    return super.comprehension();
  }

  #checkClause(): void {
    this.look(() => {
      this.accept(Token.Async);
      this.expect(Token.For);
      this.gather(() => this.bitwiseOr());
      this.accept(Token.Comma);
      if (this.kind !== Token.In) this.complainAtLast("'in' expected after for-loop variables");
    });
    this.look(() => {
      this.accept(Token.Async);
      this.expect(Token.For);
      this.refuseTarget(this.starExpressions(), "for");
    });
  }
}
