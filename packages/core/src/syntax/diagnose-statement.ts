// What is wrong with a statement: the mistakes that CPython has a message for, tried where it tries them.

import type { Alias, ExceptHandler, Expression, Pattern, MatchClass, Statement, Target } from "./ast.ts";
import { FieldDiagnosis } from "./diagnose-field.ts";
import type { BlockOwner } from "./statement-parser.ts";
import { expressionName } from "./targets.ts";
import { augmentedOperator, Token } from "./token.ts";

/** Owners of blocks that say "expected ':'" whatever stands there, not only at the end of a line. */
const INSISTING: ReadonlySet<string> = new Set([
  "'else' statement",
  "'try' statement",
  "'finally' statement",
  "function definition",
]);

export class StatementDiagnosis extends FieldDiagnosis {
  // ---- assignments -------------------------------------------------------------------------------------------------

  protected override expressionStatement(): Statement {
    if (this.isQuiet) return super.expressionStatement();
    const { at } = this;
    const found = this.attempt(() => super.expressionStatement());
    if (found !== null && found.kind !== "Expr") return found;
    const end = this.at;
    this.seek(at);
    this.#checkAssignment();
    if (found === null) this.fail();
    this.seek(end);
    return found;
  }

  #checkAssignment(): void {
    this.look(() => this.#checkAnnotatedDisplay());
    this.look(() => {
      const first = this.starNamedExpression();
      this.expect(Token.Comma);
      this.#skipElements();
      this.expect(Token.Colon);
      this.expression();
      this.complainOf("only single target (not tuple) can be annotated", first);
    });
    this.look(() => {
      const target = this.expression();
      this.expect(Token.Colon);
      this.expression();
      this.complainOf("illegal target for annotation", target);
    });
    this.look(() => {
      this.#skipTargets();
      const target = this.starExpressions();
      this.expect(Token.Equal);
      this.refuseTarget(target, "assign");
    });
    this.look(() => {
      this.#skipTargets();
      if (this.kind !== Token.Yield) this.fail();
      const target = this.yieldExpression();
      this.expect(Token.Equal);
      this.complainOf("assignment to yield expression not possible", target);
    });
    this.look(() => {
      const target = this.starExpressions();
      if (augmentedOperator(this.kind) === undefined) this.fail();
      this.advance();
      this.annotatedValue();
      const name = expressionName(target);
      this.complainOf(`'${name}' is an illegal expression for augmented assignment`, target);
    });
  }

  /** `(a, b): int`. */
  #checkAnnotatedDisplay(): void {
    let parentheses = 0;
    while (this.kind === Token.LeftParen && this.peek(1) !== Token.RightParen) {
      const display = this.look(() => this.atom());
      if (display !== null && display.start === this.start) break;
      this.advance();
      parentheses++;
    }
    if (!this.isOneOf(Token.LeftParen, Token.LeftBracket)) this.fail();
    const target = this.atom();
    if (target.kind !== "List" && target.kind !== "Tuple") this.fail();
    for (; parentheses > 0; parentheses--) this.expect(Token.RightParen);
    this.expect(Token.Colon);
    this.expression();
    this.complainOf(`only single target (not ${expressionName(target)}) can be annotated`, target);
  }

  /** Elements with commas between them or without. */
  #skipElements(): void {
    while (
      this.attempt(() => {
        this.gather(() => this.starNamedExpression());
        this.accept(Token.Comma);
        return true;
      })
    );
  }

  /** `target =`, as often as it fits. */
  #skipTargets(): void {
    while (
      this.attempt(() => {
        this.starTargets();
        this.expect(Token.Equal);
        return true;
      })
    );
  }

  // ---- simple statements -------------------------------------------------------------------------------------------

  protected override delete(): Statement {
    const found = this.attempt(() => super.delete());
    if (found !== null) return found;
    this.look(() => {
      this.advance();
      this.refuseTarget(this.starExpressions(), "delete");
    });
    this.fail();
  }

  protected override importStatement(): Statement {
    if (this.kind === Token.Import) this.look(() => this.#checkImport());
    return super.importStatement();
  }

  #checkImport(): void {
    const { start } = this;
    this.advance();
    if (this.kind === Token.Newline) this.complainFrom("Expected one or more names after 'import'", this.start);
    this.gather(() => this.dottedName());
    this.expect(Token.From);
    this.dottedName();
    this.complainFrom("Did you mean to use 'from ... import ...' instead?", start);
  }

  protected override importTargets(): Alias[] {
    if (this.kind === Token.Newline) this.complainFrom("Expected one or more names after 'import'", this.start);
    const isWrapped = this.kind === Token.LeftParen;
    const found = this.attempt(() => super.importTargets());
    if (found !== null) return found;
    if (!isWrapped) {
      this.look(() => {
        while (this.kind !== Token.Newline) {
          this.expectName();
          if (this.accept(Token.As)) this.expectName();
          this.expect(Token.Comma);
        }
        this.complainAtLast("trailing comma not allowed without surrounding parentheses");
      });
    }
    this.fail();
  }

  // ---- blocks ------------------------------------------------------------------------------------------------------

  protected override block(owner: BlockOwner): Statement[] {
    if (this.kind !== Token.Colon) {
      if (INSISTING.has(owner.name)) this.complainOfToken("expected ':'");
      if (this.kind === Token.Newline) this.complainAtLast("expected ':'");
      this.fail();
    }
    this.advance();
    if (this.is(Token.Newline)) this.#checkIndent(owner);
    return this.body();
  }

  /** At the end of the line with the colon. */
  #checkIndent(owner: BlockOwner): void {
    if (this.peek(1) === Token.Indent) return;
    const { line } = this.source.position(owner.start);
    const message = `expected an indented block after ${owner.name} on line ${line}`;
    throw this.errorAtToken(message, this.tokens.kinds.length - 1, "IndentationError");
  }

  protected override loopTargets(): Target {
    const found = this.attempt(() => {
      const targets = super.loopTargets();
      if (this.kind !== Token.In) this.fail();
      return targets;
    });
    if (found !== null) return found;
    this.look(() => this.refuseTarget(this.starExpressions(), "for"));
    this.fail();
  }

  protected override withTarget(): Target {
    const found = this.attempt(() => super.withTarget());
    if (found !== null) return found;
    this.look(() => {
      const target = this.expression();
      if (this.isOneOf(Token.Comma, Token.RightParen, Token.Colon)) this.refuseTarget(target, "assign");
    });
    // The line may end here, for want of a colon.
    return this.starTarget();
  }

  protected override endsWithItems(): boolean {
    return super.endsWithItems() || this.kind === Token.Newline;
  }

  protected override openParameters(): void {
    if (this.kind !== Token.LeftParen) this.complainOfToken("expected '('");
    super.openParameters();
  }

  protected override returnAnnotation(): Expression | null {
    return this.attempt(() => super.returnAnnotation());
  }

  // ---- try ---------------------------------------------------------------------------------------------------------

  protected override keywordBlock(name: string): Statement[] {
    const body = super.keywordBlock(name);
    if (name === "'try' statement" && !this.isOneOf(Token.Except, Token.Finally)) {
      this.complainAtLast("expected 'except' or 'finally' block");
    }
    return body;
  }

  protected override exceptHandler(isStar: boolean): ExceptHandler {
    const hasStar = this.peek(1) === Token.Star;
    if (hasStar !== isStar) this.look(() => this.#checkMixture(hasStar));
    const found = this.attempt(() => super.exceptHandler(isStar));
    if (found !== null) return found;
    this.look(() => this.#checkHandler());
    this.fail();
  }

  /** `except` after `except*`, or the other way round. */
  #checkMixture(hasStar: boolean): void {
    const { start, end } = this;
    this.advance();
    const last = hasStar ? this.end : end;
    if (hasStar) this.advance();
    if (hasStar || this.kind !== Token.Colon) {
      this.expression();
      if (this.accept(Token.As)) this.expectName();
    }
    this.expect(Token.Colon);
    this.complain("cannot have both 'except' and 'except*' on the same 'try'", start, last);
  }

  #checkHandler(): void {
    this.advance();
    const hasStar = this.accept(Token.Star);
    if (hasStar && this.isOneOf(Token.Newline, Token.Colon)) {
      this.complainAtLast("expected one or more exception types");
    }
    if (this.is(Token.Newline)) this.complainAtLast("expected ':'");
    const type = this.expression();
    this.expect(Token.Comma);
    this.gather(() => this.expression());
    this.accept(Token.Comma);
    if (this.accept(Token.As)) this.expectName();
    if (!this.is(Token.Colon)) this.fail();
    this.complainFrom("multiple exception types must be parenthesized", type.start);
  }

  // ---- match -------------------------------------------------------------------------------------------------------

  protected override match(): Statement | null {
    this.look(() => {
      const { start } = this;
      this.subject();
      if (this.is(Token.Newline)) this.complainAtLast("expected ':'");
      this.expect(Token.Colon);
      if (this.is(Token.Newline)) this.#checkIndent({ name: "'match' statement", start });
    });
    return super.match();
  }

  protected override asTarget(): string {
    const found = this.attempt(() => super.asTarget());
    if (found !== null) return found;
    this.look(() => {
      this.advance();
      if (this.atWord("_")) this.complainOfToken("cannot use '_' as a target");
      if (this.kind === Token.Name) return;
      this.complainOf("invalid pattern target", this.expression());
    });
    this.fail();
  }

  protected override classPattern(cls: Expression): MatchClass {
    const found = this.attempt(() => super.classPattern(cls));
    if (found !== null) return found;
    this.look(() => {
      this.advance();
      const isKeyword = (): boolean => this.kind === Token.Name && this.peek(1) === Token.Equal;
      const positional = (): Pattern => {
        if (isKeyword()) this.fail();
        return this.pattern();
      };
      if (!isKeyword()) {
        this.gather(positional);
        this.expect(Token.Comma);
      }
      this.gather(() => {
        if (!isKeyword()) this.fail();
        this.advance();
        this.advance();
        this.pattern();
      });
      this.expect(Token.Comma);
      const late = this.gather(positional);
      const start = late[0]?.start ?? 0;
      this.complain("positional patterns follow keyword patterns", start, late.at(-1)?.end ?? start);
    });
    this.fail();
  }
}
