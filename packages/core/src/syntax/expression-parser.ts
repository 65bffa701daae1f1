// Expressions, by precedence climbing: a chain of operators of one rank is a loop, not a recursion.

import type { CompareOperator, Expression, Parameters, UnaryOperator } from "./ast.ts";
import { NO_PARAMETERS } from "./parameter-parser.ts";
import { PrimaryParser } from "./primary-parser.ts";
import { operatorOf, Rank, rankOf, Token } from "./token.ts";

export abstract class ExpressionParser extends PrimaryParser {
  // ---- whole expressions -------------------------------------------------------------------------------------------

  /** Conditional expression, lambda, or what binds tighter. */
  protected expression(): Expression {
    if (this.kind === Token.Lambda) return this.#lambda();
    const { start } = this;
    const body = this.disjunction();
    if (this.kind !== Token.If) return body;
    if (this.backtracks) return this.attempt(() => this.conditional(body, start)) ?? body;
    return this.conditional(body, start);
  }

  protected conditional(body: Expression, start: number): Expression {
    this.enter();
    this.advance();
    const test = this.disjunction();
    this.expect(Token.Else);
    const orelse = this.expression();
    this.leave();
    return { kind: "IfExp", test, body, orelse, start, end: this.lastEnd };
  }

  #lambda(): Expression {
    const { start } = this;
    this.enter();
    this.advance();
    const parameters = this.lambdaParameters();
    this.expect(Token.Colon);
    const body = this.expression();
    this.leave();
    return { kind: "Lambda", parameters, body, start, end: this.lastEnd };
  }

  protected lambdaParameters(): Parameters {
    return this.kind === Token.Colon ? NO_PARAMETERS : this.parameters(Token.Colon);
  }

  /** An expression, or `name := value`. */
  protected namedExpression(): Expression {
    const first = this.at;
    const { start } = this;
    const expression = this.expression();
    if (this.kind !== Token.ColonEqual) return expression;
    // A target in parentheses is none.
    if (expression.kind !== "Name" || this.at !== first + 1) this.fail();
    this.enter();
    this.advance();
    const value = this.expression();
    this.leave();
    return { kind: "NamedExpr", target: expression, value, start, end: this.lastEnd };
  }

  protected starExpression(): Expression {
    return this.kind === Token.Star ? this.starred() : this.expression();
  }

  protected starNamedExpression(): Expression {
    return this.kind === Token.Star ? this.starred() : this.namedExpression();
  }

  /** `*operand`, where the operand is no comparison. */
  protected starred(): Expression {
    const { start } = this;
    this.advance();
    const value = this.bitwiseOr();
    return { kind: "Starred", value, start, end: this.lastEnd };
  }

  /** Expressions and stars, a tuple when there is a comma. */
  protected starExpressions(): Expression {
    const { start } = this;
    const first = this.starExpression();
    if (this.kind !== Token.Comma) return first;
    const elements = [first];
    while (this.accept(Token.Comma)) {
      if (!this.startsExpression()) break;
      const element = this.backtracks ? this.attempt(() => this.starExpression()) : this.starExpression();
      if (element === null) break;
      elements.push(element);
    }
    return { kind: "Tuple", elements, start, end: this.lastEnd };
  }

  /** The whole of what `eval` takes: expressions without stars, and nothing after them. */
  protected expressionRoot(): Expression {
    if (this.kind === Token.Star) this.fail();
    const body = this.starExpressions();
    while (this.accept(Token.Newline));
    if (this.kind !== Token.End) this.fail();
    return body;
  }

  protected annotatedValue(): Expression {
    return this.kind === Token.Yield ? this.yieldExpression() : this.starExpressions();
  }

  protected yieldExpression(): Expression {
    const { start } = this;
    this.enter();
    this.advance();
    let result: Expression;
    if (this.accept(Token.From)) {
      const value = this.expression();
      result = { kind: "YieldFrom", value, start, end: this.lastEnd };
    } else {
      const value = this.startsExpression() ? this.starExpressions() : null;
      result = { kind: "Yield", value, start, end: this.lastEnd };
    }
    this.leave();
    return result;
  }

  /** Whether the current token can begin an expression or a starred one. */
  protected startsExpression(): boolean {
    switch (this.kind) {
      case Token.Name:
      case Token.Number:
      case Token.String:
      case Token.FStringStart:
      case Token.LeftParen:
      case Token.LeftBracket:
      case Token.LeftBrace:
      case Token.Ellipsis:
      case Token.Plus:
      case Token.Minus:
      case Token.Tilde:
      case Token.Star:
      case Token.Not:
      case Token.Lambda:
      case Token.Await:
      case Token.None:
      case Token.True:
      case Token.False:
        return true;
      default:
        return false;
    }
  }

  // ---- operators ---------------------------------------------------------------------------------------------------

  /** `or` and what binds tighter. */
  protected disjunction(): Expression {
    return this.#operators(Rank.Or);
  }

  protected inversion(): Expression {
    return this.#operators(Rank.Not);
  }

  protected unary(): Expression {
    return this.#operand(Rank.Unary);
  }

  protected bitwiseOr(): Expression {
    return this.#operators(Rank.BitOr);
  }

  /** Operands joined by operators that bind at least as tight as `least`. */
  #operators(least: Rank): Expression {
    // Not the left operand's own start: that may stand in parentheses.
    const { start } = this;
    let left = this.#operand(least);
    for (;;) {
      const rank = rankOf(this.kind);
      if (rank < least || rank === Rank.None) return left;
      if (this.kind === Token.Not && this.peek(1) !== Token.In) return left;
      if (this.backtracks) {
        const shorter = left;
        const longer = this.attempt(() => this.#extended(shorter, start, rank));
        if (longer === null) return left;
        left = longer;
      } else {
        left = this.#extended(left, start, rank);
      }
    }
  }

  /** With the operator at the cursor, and in a comparison or `and` and `or` with those of its kind that follow. */
  #extended(left: Expression, start: number, rank: Rank): Expression {
    if (rank > Rank.Compare) return this.#binary(left, start, rank);
    return rank === Rank.Compare ? this.#comparison(left, start) : this.#boolean(left, start, rank);
  }

  /** An operand on the right of an operator: one level deeper, since only left spines are walked in loops. */
  #rightOperand(least: Rank): Expression {
    this.enter();
    const operand = this.#operators(least);
    this.leave();
    return operand;
  }

  #binary(left: Expression, start: number, rank: Rank): Expression {
    const op = operatorOf(this.kind);
    this.advance();
    if (this.kind === Token.Not) this.refuseNot(rank);
    const right = this.#rightOperand(rank + 1);
    return { kind: "BinOp", left, op, right, start, end: this.lastEnd };
  }

  #boolean(left: Expression, start: number, rank: Rank): Expression {
    const operator = this.kind;
    const values = [left];
    while (this.accept(operator)) values.push(this.#rightOperand(rank + 1));
    const op = operator === Token.Or ? "or" : "and";
    return { kind: "BoolOp", op, values, start, end: this.lastEnd };
  }

  #comparison(left: Expression, start: number): Expression {
    const ops: CompareOperator[] = [];
    const comparators: Expression[] = [];
    for (let op = this.#compareOperator(); op !== null; op = this.#compareOperator()) {
      ops.push(op);
      comparators.push(this.#rightOperand(Rank.BitOr));
    }
    return { kind: "Compare", left, ops, comparators, start, end: this.lastEnd };
  }

  #compareOperator(): CompareOperator | null {
    const { kind } = this;
    const op = COMPARE_OPERATORS.get(kind);
    if (op !== undefined) {
      this.advance();
      return op;
    }
    if (kind === Token.Is) {
      this.advance();
      return this.accept(Token.Not) ? "is not" : "is";
    }
    if (kind === Token.Not) {
      this.advance();
      this.expect(Token.In);
      return "not in";
    }
    return null;
  }

  /** At a `not` that follows an operator. */
  protected refuseNot(_rank: Rank): never {
    this.fail();
  }

  #operand(least: Rank): Expression {
    switch (this.kind) {
      case Token.Not:
        if (least > Rank.Not) this.fail();
        return this.#prefixed(Rank.Not);
      case Token.Minus:
      case Token.Plus:
      case Token.Tilde:
        return this.#prefixed(Rank.Unary);
      default:
        return this.#power();
    }
  }

  /** A run of `not`, or of signs: collected in a loop, since a run can be long. */
  #prefixed(rank: Rank.Not | Rank.Unary): Expression {
    const ops: UnaryOperator[] = [];
    const starts: number[] = [];
    const outerDepth = this.depth;
    for (let op = this.#prefix(rank); op !== null; op = this.#prefix(rank)) {
      this.deepen();
      ops.push(op);
      starts.push(this.start);
      this.advance();
    }
    if (rank === Rank.Unary && this.kind === Token.Not) this.refuseNot(rank);
    let operand = rank === Rank.Not ? this.#operators(Rank.Compare) : this.#power();
    for (let index = ops.length - 1; index >= 0; index--) {
      const start = starts[index] as number;
      operand = { kind: "UnaryOp", op: ops[index] as UnaryOperator, operand, start, end: this.lastEnd };
    }
    this.depth = outerDepth;
    return operand;
  }

  #prefix(rank: Rank.Not | Rank.Unary): UnaryOperator | null {
    if (rank === Rank.Not) return this.kind === Token.Not ? "not" : null;
    switch (this.kind) {
      case Token.Minus:
        return "-";
      case Token.Plus:
        return "+";
      case Token.Tilde:
        return "~";
      default:
        return null;
    }
  }

  #power(): Expression {
    const { start } = this;
    const left = this.kind === Token.Await ? this.#await() : this.primary();
    if (this.kind !== Token.DoubleStar) return left;
    if (this.backtracks) return this.attempt(() => this.#raised(left, start)) ?? left;
    return this.#raised(left, start);
  }

  #raised(left: Expression, start: number): Expression {
    this.advance();
    this.enter();
    const right = this.#operand(Rank.Unary);
    this.leave();
    return { kind: "BinOp", left, op: "**", right, start, end: this.lastEnd };
  }

  #await(): Expression {
    const { start } = this;
    this.advance();
    const value = this.primary();
    return { kind: "Await", value, start, end: this.lastEnd };
  }
}

const COMPARE_OPERATORS: ReadonlyMap<Token, CompareOperator> = new Map<Token, CompareOperator>([
  [Token.EqualEqual, "=="],
  [Token.NotEqual, "!="],
  [Token.Less, "<"],
  [Token.LessEqual, "<="],
  [Token.Greater, ">"],
  [Token.GreaterEqual, ">="],
  [Token.In, "in"],
]);
