// What is wrong with an expression as a whole: neighbours without a comma, `=` for `==`, old statements.

import type { Expression } from "./ast.ts";
import { Rule, Speculation } from "./speculation.ts";
import { expressionName } from "./targets.ts";
import { Rank, Token } from "./token.ts";

export const FOR_EQUALITY = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
/** A run of words is looked at as far as this: each might be the operand of the one before it. */
const MAX_PROSE = 50;

export abstract class ExpressionDiagnosis extends Speculation {
  protected override disjunction(): Expression {
    return this.once(Rule.Disjunction, () => super.disjunction());
  }

  protected override bitwiseOr(): Expression {
    return this.once(Rule.BitwiseOr, () => super.bitwiseOr());
  }

  protected override primary(): Expression {
    return this.once(Rule.Primary, () => super.primary());
  }

  protected override expression(): Expression {
    return this.once(Rule.Expression, () => {
      if (!this.isQuiet) this.#checkExpression();
      return super.expression();
    });
  }

  #checkExpression(): void {
    this.look(() => this.#checkNeighbours());
    this.look(() => this.#checkConditional());
    if (this.kind === Token.Lambda) this.look(() => this.#checkLambdaInField());
    if (this.kind === Token.Name && this.depth < MAX_PROSE) this.look(() => this.#checkOldStatement());
  }

  /** Two expressions in a row. */
  #checkNeighbours(): void {
    if (this.kind === Token.Name) {
      // A prefix that strings do not have, or a soft keyword, which may have another meaning.
      if (this.peek(1) === Token.String) return;
      if (["match", "case", "type", "_"].some((word) => this.atWord(word))) return;
    }
    const left = this.disjunction();
    if (!this.startsExpression() || this.kind === Token.Star) return;
    const right = this.quietly(() => this.#plainExpression());
    if (right === null || this.#isOldStatement(left)) return;
    if (this.bracketLevel(this.at - 1) === 0) return;
    this.complain("invalid syntax. Perhaps you forgot a comma?", left.start, right.end);
  }

  #plainExpression(): Expression {
    if (this.kind === Token.Lambda) return this.expression();
    const { start } = this;
    const body = this.disjunction();
    if (this.kind !== Token.If) return body;
    return this.attempt(() => this.conditional(body, start)) ?? body;
  }

  #isOldStatement(expression: Expression): boolean {
    return expression.kind === "Name" && (expression.id === "print" || expression.id === "exec");
  }

  #checkConditional(): void {
    const body = this.disjunction();
    this.expect(Token.If);
    const test = this.disjunction();
    if (this.isOneOf(Token.Else, Token.Colon)) return;
    this.complain("expected 'else' after 'if' expression", body.start, test.end);
  }

  #checkLambdaInField(): void {
    const { start } = this;
    this.advance();
    this.lambdaParameters();
    this.expect(Token.Colon);
    if (this.kind !== Token.FStringMiddle) return;
    this.complain("f-string: lambda expressions are not allowed without parentheses", start, this.lastEnd);
  }

  /** `print x`, as in Python 2. */
  #checkOldStatement(): void {
    const { start } = this;
    const name = this.expectName();
    if (this.is(Token.LeftParen) || !this.startsExpression()) return;
    this.enter();
    const operand = this.starExpressions();
    this.leave();
    if (name === "print" || name === "exec")
      this.complain(`Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`, start, operand.end);
  }

  protected override refuseNot(rank: Rank): never {
    if (!this.isQuiet && rank >= Rank.Sum) {
      this.look(() => {
        const { start } = this;
        if (rank === Rank.Unary) this.advance();
        const operand = rank === Rank.Unary ? this.unary() : this.inversion();
        this.complain("'not' after an operator must be parenthesized", start, operand.end);
      });
    }
    this.fail();
  }

  protected override namedExpression(): Expression {
    if (this.isQuiet) return super.namedExpression();
    return this.once(Rule.NamedExpression, () => {
      const isNamed = this.kind === Token.Name && this.peek(1) === Token.ColonEqual;
      if (!isNamed) this.#checkNamedExpression();
      return super.namedExpression();
    });
  }

  #checkNamedExpression(): void {
    this.look(() => {
      const target = this.expression();
      this.expect(Token.ColonEqual);
      this.expression();
      this.complainOf(`cannot use assignment expressions with ${expressionName(target)}`, target);
    });
    if (this.kind === Token.Name && this.peek(1) === Token.Equal) {
      this.look(() => {
        const { start } = this;
        this.advance();
        this.advance();
        const value = this.bitwiseOr();
        if (!this.isOneOf(Token.Equal, Token.ColonEqual)) this.complain(FOR_EQUALITY, start, value.end);
      });
    }
    this.look(() => {
      if (this.isOneOf(Token.True, Token.False, Token.None) || this.#beginsWithTargets()) return;
      const target = this.bitwiseOr();
      this.expect(Token.Equal);
      this.bitwiseOr();
      if (this.isOneOf(Token.Equal, Token.ColonEqual)) return;
      const name = expressionName(target);
      this.complainOf(`cannot assign to ${name} here. Maybe you meant '==' instead of '='?`, target);
    });
  }

  /** Whether a list, a tuple or a generator expression comes first: assigning to these has messages of its own. */
  #beginsWithTargets(): boolean {
    if (!this.isOneOf(Token.LeftBracket, Token.LeftParen)) return false;
    const first = this.look(() => this.atom());
    return first !== null && ["List", "Tuple", "GeneratorExp"].includes(first.kind) && this.#isWholeAtom(first);
  }

  /** Whether the node has the brackets at the cursor as its own. */
  #isWholeAtom(node: Expression): boolean {
    return node.start === this.start;
  }
}
