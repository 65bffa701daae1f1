// Compound statements and their blocks.

import type { ExceptHandler, Expression, If, Keyword, MatchCase, Statement, Target, With, WithItem } from "./ast.ts";
import { SimpleStatementParser } from "./simple-statement-parser.ts";
import { Token } from "./token.ts";

const INVISIBLE: ReadonlySet<Token> = new Set([Token.Newline, Token.Indent, Token.Dedent]);

/** What a missing block is said to belong to, and where that began. */
export interface BlockOwner {
  readonly name: string;
  readonly start: number;
}

export class StatementParser extends SimpleStatementParser {
  /** Adds one compound statement, or a line of simple ones. */
  statement(into: Statement[]): void {
    switch (this.kind) {
      case Token.If:
        into.push(this.if());
        return;
      case Token.While:
        into.push(this.while());
        return;
      case Token.For:
        into.push(this.for(this.start, false));
        return;
      case Token.Try:
        into.push(this.try());
        return;
      case Token.With:
        into.push(this.with(this.start, false));
        return;
      case Token.Def:
        into.push(this.function(this.start, false, []));
        return;
      case Token.Class:
        into.push(this.class([]));
        return;
      case Token.Async:
        into.push(this.async([]));
        return;
      case Token.At:
        into.push(this.decorated());
        return;
      case Token.Name:
        if (this.atWord("match")) {
          const match = this.match();
          if (match !== null) {
            into.push(match);
            return;
          }
        }
    }
    this.simpleStatements(into);
  }

  // ---- blocks ------------------------------------------------------------------------------------------------------

  /** A colon and the statements under it. */
  protected block(_owner: BlockOwner): Statement[] {
    this.expect(Token.Colon);
    return this.body();
  }

  /** Indented statements, or simple ones on the same line. */
  protected body(): Statement[] {
    const statements: Statement[] = [];
    if (!this.accept(Token.Newline)) {
      this.simpleStatements(statements);
      return statements;
    }
    this.expect(Token.Indent);
    this.enter();
    do {
      this.statement(statements);
    } while (this.kind !== Token.Dedent && this.kind !== Token.End);
    this.leave();
    this.expect(Token.Dedent);
    return statements;
  }

  #elseBlock(): Statement[] {
    if (this.kind !== Token.Else) return [];
    return this.keywordBlock("'else' statement");
  }

  /** `else:` or `finally:` and its block. */
  protected keywordBlock(name: string): Statement[] {
    const { start } = this;
    this.advance();
    return this.block({ name, start });
  }

  /** Where a compound statement ends: at the last token that can be seen, be it a semicolon. */
  get #blockEnd(): number {
    let index = this.at - 1;
    while (INVISIBLE.has(this.tokens.kinds[index] as Token)) index--;
    return this.tokens.ends[index] as number;
  }

  // ---- compound statements -----------------------------------------------------------------------------------------

  /** The chain of `elif` is read in a loop and folded from its end, since it may be long. */
  protected if(): If {
    const arms: { start: number; test: Expression; body: Statement[] }[] = [];
    const outerDepth = this.depth;
    do {
      const { start } = this;
      const name = arms.length === 0 ? "'if' statement" : "'elif' statement";
      this.deepen();
      this.advance();
      const test = this.namedExpression();
      arms.push({ start, test, body: this.block({ name, start }) });
    } while (this.kind === Token.Elif);
    let orelse: readonly Statement[] = this.#elseBlock();
    this.depth = outerDepth;
    const end = this.#blockEnd;
    let chain: If | undefined;
    for (const { start, test, body } of arms.reverse()) {
      chain = { kind: "If", test, body, orelse, start, end };
      orelse = [chain];
    }
    return chain as If;
  }

  protected while(): Statement {
    const { start } = this;
    this.advance();
    const test = this.namedExpression();
    const body = this.block({ name: "'while' statement", start });
    const orelse = this.#elseBlock();
    return { kind: "While", test, body, orelse, start, end: this.#blockEnd };
  }

  protected for(start: number, isAsync: boolean): Statement {
    const keyword = this.start;
    this.advance();
    const target = this.loopTargets();
    this.expect(Token.In);
    const iter = this.starExpressions();
    const body = this.block({ name: "'for' statement", start: keyword });
    const orelse = this.#elseBlock();
    return { kind: "For", isAsync, target, iter, body, orelse, start, end: this.#blockEnd };
  }

  protected loopTargets(): Target {
    return this.starTargets();
  }

  protected with(start: number, isAsync: boolean): With {
    const keyword = this.start;
    this.advance();
    const items = this.withItems();
    const body = this.block({ name: "'with' statement", start: keyword });
    return { kind: "With", isAsync, items, body, start, end: this.#blockEnd };
  }

  protected withItems(): WithItem[] {
    if (this.kind === Token.LeftParen) {
      const wrapped = this.attempt(() => this.wrappedWithItems());
      if (wrapped !== null) return wrapped;
    }
    const items: WithItem[] = [];
    do {
      items.push(this.withItem());
    } while (this.accept(Token.Comma));
    return items;
  }

  /** Items in parentheses; fails when these are part of an expression. */
  protected wrappedWithItems(): WithItem[] {
    this.advance();
    const items: WithItem[] = [];
    do {
      items.push(this.withItem());
    } while (this.accept(Token.Comma) && this.kind !== Token.RightParen);
    this.expect(Token.RightParen);
    if (!this.endsWithItems()) this.fail();
    return items;
  }

  protected endsWithItems(): boolean {
    return this.kind === Token.Colon;
  }

  protected withItem(): WithItem {
    const context = this.expression();
    return { context, target: this.accept(Token.As) ? this.withTarget() : null };
  }

  protected withTarget(): Target {
    const target = this.starTarget();
    if (this.kind !== Token.Comma && this.kind !== Token.RightParen && this.kind !== Token.Colon) this.fail();
    return target;
  }

  protected try(): Statement {
    const { start } = this;
    const body = this.keywordBlock("'try' statement");
    const handlers: ExceptHandler[] = [];
    let isStar = false;
    while (this.kind === Token.Except) {
      if (handlers.length === 0) isStar = this.peek(1) === Token.Star;
      handlers.push(this.exceptHandler(isStar));
    }
    const orelse = handlers.length > 0 ? this.#elseBlock() : [];
    const finalbody = this.kind === Token.Finally ? this.keywordBlock("'finally' statement") : [];
    if (handlers.length === 0 && finalbody.length === 0) this.fail();
    return { kind: "Try", isStar, body, handlers, orelse, finalbody, start, end: this.#blockEnd };
  }

  protected exceptHandler(isStar: boolean): ExceptHandler {
    const { start } = this;
    this.advance();
    if (isStar) this.expect(Token.Star);
    let type: Expression | null = null;
    let name: string | null = null;
    if (isStar || this.kind !== Token.Colon) {
      type = this.expression();
      if (this.accept(Token.As)) name = this.expectName();
    }
    const body = this.block({ name: isStar ? "'except*' statement" : "'except' statement", start });
    return { type, name, body, start, end: this.#blockEnd };
  }

  protected async(decorators: readonly Expression[]): Statement {
    const { start } = this;
    this.advance();
    if (this.kind === Token.Def) return this.function(start, true, decorators);
    if (decorators.length > 0) this.fail();
    if (this.kind === Token.For) return this.for(start, true);
    if (this.kind === Token.With) return this.with(start, true);
    this.fail();
  }

  protected decorated(): Statement {
    const decorators: Expression[] = [];
    while (this.accept(Token.At)) {
      decorators.push(this.namedExpression());
      this.expect(Token.Newline);
    }
    switch (this.kind) {
      case Token.Def:
        return this.function(this.start, false, decorators);
      case Token.Class:
        return this.class(decorators);
      case Token.Async:
        return this.async(decorators);
      default:
        this.fail();
    }
  }

  protected function(start: number, isAsync: boolean, decorators: readonly Expression[]): Statement {
    const keyword = this.start;
    this.advance();
    const nameStart = this.start;
    const name = this.expectName();
    const typeParameters = this.typeParameters();
    this.openParameters();
    const parameters = this.parameters(Token.RightParen);
    this.expect(Token.RightParen);
    const returns = this.returnAnnotation();
    const body = this.block({ name: "function definition", start: keyword });
    const end = this.#blockEnd;
    const signature = { isAsync, name, nameStart, typeParameters, parameters, returns };
    return { kind: "FunctionDef", ...signature, decorators, body, start, end };
  }

  protected returnAnnotation(): Expression | null {
    return this.accept(Token.Arrow) ? this.expression() : null;
  }

  protected openParameters(): void {
    this.expect(Token.LeftParen);
  }

  protected class(decorators: readonly Expression[]): Statement {
    const { start } = this;
    this.advance();
    const nameStart = this.start;
    const name = this.expectName();
    const typeParameters = this.typeParameters();
    let bases: readonly Expression[] = [];
    let keywords: readonly Keyword[] = [];
    if (this.accept(Token.LeftParen)) {
      if (this.kind !== Token.RightParen) ({ args: bases, keywords } = this.arguments(null));
      this.expect(Token.RightParen);
    }
    const body = this.block({ name: "class definition", start });
    const end = this.#blockEnd;
    return { kind: "ClassDef", name, nameStart, typeParameters, bases, keywords, decorators, body, start, end };
  }

  // ---- match -------------------------------------------------------------------------------------------------------

  /** A match statement, or null when `match` is only a name here. */
  protected match(): Statement | null {
    const { start } = this;
    const subject = this.attempt(() => this.matchSubject());
    if (subject === null) return null;
    this.expect(Token.Indent);
    this.enter();
    const cases: MatchCase[] = [];
    do {
      cases.push(this.case());
    } while (this.kind !== Token.Dedent && this.kind !== Token.End);
    this.leave();
    this.expect(Token.Dedent);
    return { kind: "Match", subject, cases, start, end: this.#blockEnd };
  }

  /** `match subject:` and the end of the line, which nothing else can be. */
  protected matchSubject(): Expression {
    const subject = this.subject();
    this.expect(Token.Colon);
    this.expect(Token.Newline);
    return subject;
  }

  /** `match` and what follows it. */
  protected subject(): Expression {
    this.advance();
    if (!this.startsExpression()) this.fail();
    const { start } = this;
    const first = this.starNamedExpression();
    if (this.kind !== Token.Comma) {
      if (first.kind === "Starred") this.fail();
      return first;
    }
    const elements = [first];
    while (this.accept(Token.Comma)) {
      if (!this.startsExpression()) break;
      elements.push(this.starNamedExpression());
    }
    return { kind: "Tuple", elements, start, end: this.lastEnd };
  }

  protected case(): MatchCase {
    const { start } = this;
    if (!this.atWord("case")) this.fail();
    this.advance();
    const pattern = this.patterns();
    const guard = this.accept(Token.If) ? this.namedExpression() : null;
    const body = this.block({ name: "'case' statement", start });
    return { pattern, guard, body };
  }
}
