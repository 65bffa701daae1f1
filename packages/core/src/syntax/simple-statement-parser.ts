// Statements that fit on a line: assignments, imports and those of one keyword.

import type { Alias, Expression, Name, Statement, Target } from "./ast.ts";
import { PatternParser } from "./pattern-parser.ts";
import { isSingleTarget, isTarget } from "./targets.ts";
import { augmentedOperator, Token } from "./token.ts";

type SingleTarget = Extract<Target, { kind: "Name" | "Attribute" | "Subscript" }>;

export abstract class SimpleStatementParser extends PatternParser {
  /** Statements joined by semicolons, and the end of their line. */
  protected simpleStatements(into: Statement[]): void {
    do {
      into.push(this.simpleStatement());
    } while (this.accept(Token.Semicolon) && this.kind !== Token.Newline);
    this.expect(Token.Newline);
  }

  // ---- simple statements -------------------------------------------------------------------------------------------

  protected simpleStatement(): Statement {
    const { start } = this;
    switch (this.kind) {
      case Token.Return: {
        this.advance();
        const value = this.startsExpression() ? this.starExpressions() : null;
        return { kind: "Return", value, start, end: this.lastEnd };
      }
      case Token.Import:
      case Token.From:
        return this.importStatement();
      case Token.Raise:
        return this.raise();
      case Token.Pass:
        this.advance();
        return { kind: "Pass", start, end: this.lastEnd };
      case Token.Break:
        this.advance();
        return { kind: "Break", start, end: this.lastEnd };
      case Token.Continue:
        this.advance();
        return { kind: "Continue", start, end: this.lastEnd };
      case Token.Del:
        return this.delete();
      case Token.Assert:
        return this.assert();
      case Token.Global:
      case Token.Nonlocal:
        return this.#scopeDeclaration();
      case Token.Name:
        if (this.atWord("type") && this.peek(1) === Token.Name) return this.typeAlias();
    }
    return this.expressionStatement();
  }

  /** An expression, or an assignment of any form, which begins like one. */
  protected expressionStatement(): Statement {
    const { start } = this;
    const first = this.annotatedValue();
    switch (this.kind) {
      case Token.Equal:
        return this.#assignment(start, first);
      case Token.Colon:
        if (!isSingleTarget(first)) this.fail();
        return this.#annotation(start, first as SingleTarget);
    }
    const op = augmentedOperator(this.kind);
    if (op === undefined) return { kind: "Expr", value: first, start, end: this.lastEnd };
    if (!isSingleTarget(first)) this.fail();
    this.advance();
    const value = this.annotatedValue();
    return { kind: "AugAssign", target: first as SingleTarget, op, value, start, end: this.lastEnd };
  }

  #assignment(start: number, first: Expression): Statement {
    const targets: Target[] = [];
    let value = first;
    while (this.accept(Token.Equal)) {
      if (!isTarget(value)) this.fail();
      targets.push(value);
      value = this.annotatedValue();
    }
    return { kind: "Assign", targets, value, start, end: this.lastEnd };
  }

  #annotation(start: number, target: SingleTarget): Statement {
    const simple = target.kind === "Name" && target.start === start;
    this.advance();
    const annotation = this.expression();
    const value = this.backtracks ? this.attempt(() => this.#annotationValue()) : this.#annotationValue();
    return { kind: "AnnAssign", target, annotation, value, simple, start, end: this.lastEnd };
  }

  #annotationValue(): Expression | null {
    return this.accept(Token.Equal) ? this.annotatedValue() : null;
  }

  protected raise(): Statement {
    const { start } = this;
    this.advance();
    let exception: Expression | null = null;
    let cause: Expression | null = null;
    if (this.startsExpression()) {
      exception = this.expression();
      if (this.accept(Token.From)) cause = this.expression();
    }
    return { kind: "Raise", exception, cause, start, end: this.lastEnd };
  }

  protected delete(): Statement {
    const { start } = this;
    this.advance();
    const targets: Target[] = [];
    do {
      const target = this.primary();
      if (!isTarget(target, "delete")) this.fail();
      targets.push(target);
    } while (this.accept(Token.Comma) && this.kind !== Token.Semicolon && this.kind !== Token.Newline);
    if (this.kind !== Token.Semicolon && this.kind !== Token.Newline) this.fail();
    return { kind: "Delete", targets, start, end: this.lastEnd };
  }

  protected assert(): Statement {
    const { start } = this;
    this.advance();
    const test = this.expression();
    const message = this.accept(Token.Comma) ? this.expression() : null;
    return { kind: "Assert", test, message, start, end: this.lastEnd };
  }

  #scopeDeclaration(): Statement {
    const { start } = this;
    const kind = this.kind === Token.Global ? "Global" : "Nonlocal";
    const names: string[] = [];
    do {
      this.advance();
      names.push(this.expectName());
    } while (this.kind === Token.Comma);
    return { kind, names, start, end: this.lastEnd };
  }

  /** `type Name[T] = value`. */
  protected typeAlias(): Statement {
    const { start } = this;
    this.advance();
    const name: Name = this.name();
    const typeParameters = this.typeParameters();
    this.expect(Token.Equal);
    const value = this.expression();
    return { kind: "TypeAlias", name, typeParameters, value, start, end: this.lastEnd };
  }

  // ---- imports -----------------------------------------------------------------------------------------------------

  protected importStatement(): Statement {
    return this.kind === Token.Import ? this.#import() : this.#importFrom();
  }

  #import(): Statement {
    const { start } = this;
    const names: Alias[] = [];
    do {
      this.advance();
      const aliasStart = this.start;
      const name = this.dottedName();
      const asName = this.accept(Token.As) ? this.expectName() : null;
      names.push({ name, asName, start: aliasStart, end: this.lastEnd });
    } while (this.kind === Token.Comma);
    return { kind: "Import", names, start, end: this.lastEnd };
  }

  protected dottedName(): string {
    let name = this.expectName();
    while (this.accept(Token.Dot)) name += `.${this.expectName()}`;
    return name;
  }

  #importFrom(): Statement {
    const { start } = this;
    this.advance();
    let level = 0;
    while (this.kind === Token.Dot || this.kind === Token.Ellipsis) {
      level += this.kind === Token.Dot ? 1 : 3;
      this.advance();
    }
    const module = level > 0 && this.kind === Token.Import ? "" : this.dottedName();
    this.expect(Token.Import);
    const names = this.importTargets();
    return { kind: "ImportFrom", module, names, level, start, end: this.lastEnd };
  }

  protected importTargets(): Alias[] {
    const { start, end } = this;
    if (this.accept(Token.Star)) return [{ name: "*", asName: null, start, end }];
    const isWrapped = this.accept(Token.LeftParen);
    const names: Alias[] = [];
    do {
      const aliasStart = this.start;
      const name = this.expectName();
      const asName = this.accept(Token.As) ? this.expectName() : null;
      names.push({ name, asName, start: aliasStart, end: this.lastEnd });
    } while (this.accept(Token.Comma) && !(isWrapped && this.kind === Token.RightParen));
    if (isWrapped) this.expect(Token.RightParen);
    return names;
  }
}
