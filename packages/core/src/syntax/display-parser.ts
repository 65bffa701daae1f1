// Lists, tuples, sets, dicts, comprehensions, and the targets that comprehensions and loops bind.

import type { Comprehension, Expression, Target } from "./ast.ts";
import { ParameterParser } from "./parameter-parser.ts";
import { errorAt } from "./syntax-error.ts";
import { isTarget } from "./targets.ts";
import { Token } from "./token.ts";

export abstract class DisplayParser extends ParameterParser {
  protected abstract namedExpression(): Expression;
  protected abstract starNamedExpression(): Expression;
  protected abstract yieldExpression(): Expression;
  protected abstract disjunction(): Expression;
  protected abstract bitwiseOr(): Expression;
  /** `*operand`, where the operand is no comparison. */
  protected abstract starred(): Expression;
  protected abstract primary(): Expression;
  /** Whether the current token can begin an expression or a starred one. */
  protected abstract startsExpression(): boolean;

  protected parenthesized(): Expression {
    const { start } = this;
    this.advance();
    if (this.accept(Token.RightParen)) return { kind: "Tuple", elements: [], start, end: this.lastEnd };
    if (this.kind === Token.Yield) {
      const value = this.yieldExpression();
      this.expect(Token.RightParen);
      return value;
    }
    const first = this.starNamedExpression();
    switch (this.kind) {
      case Token.Comma: {
        const elements = this.#elements(first, Token.RightParen);
        return { kind: "Tuple", elements, start, end: this.lastEnd };
      }
      case Token.For:
      case Token.Async: {
        if (first.kind === "Starred") this.fail();
        const generators = this.comprehensions();
        this.expect(Token.RightParen);
        return { kind: "GeneratorExp", element: first, generators, start, end: this.lastEnd };
      }
      default:
        if (first.kind === "Starred") this.fail();
        this.expect(Token.RightParen);
        return first;
    }
  }

  protected list(): Expression {
    const { start } = this;
    this.advance();
    if (this.accept(Token.RightBracket)) return { kind: "List", elements: [], start, end: this.lastEnd };
    const first = this.starNamedExpression();
    if (this.kind === Token.For || this.kind === Token.Async) {
      if (first.kind === "Starred") this.fail();
      const generators = this.comprehensions();
      this.expect(Token.RightBracket);
      return { kind: "ListComp", element: first, generators, start, end: this.lastEnd };
    }
    const elements = this.#elements(first, Token.RightBracket);
    return { kind: "List", elements, start, end: this.lastEnd };
  }

  /** The rest of a display, its closing bracket included. */
  #elements(first: Expression, closer: Token): Expression[] {
    const elements = [first];
    while (this.accept(Token.Comma)) {
      if (this.kind === closer) break;
      elements.push(this.starNamedExpression());
    }
    this.expect(closer);
    return elements;
  }

  /** A dict, a set, or a comprehension of either. */
  protected braces(): Expression {
    const { start } = this;
    this.advance();
    if (this.accept(Token.RightBrace)) return { kind: "Dict", keys: [], values: [], start, end: this.lastEnd };
    if (this.kind === Token.DoubleStar) return this.#dict(start, null);
    const firstStart = this.start;
    const first = this.starNamedExpression();
    if (this.kind === Token.Colon) {
      const isBareNamed = first.kind === "NamedExpr" && first.start === firstStart;
      if (first.kind === "Starred" || isBareNamed) this.fail();
      return this.#dict(start, first);
    }
    if (this.kind === Token.For || this.kind === Token.Async) {
      if (first.kind === "Starred") this.fail();
      const generators = this.comprehensions();
      this.expect(Token.RightBrace);
      return { kind: "SetComp", element: first, generators, start, end: this.lastEnd };
    }
    const elements = this.#elements(first, Token.RightBrace);
    return { kind: "Set", elements, start, end: this.lastEnd };
  }

  /** After a first key that is already there; null when the first item is `**mapping`. */
  #dict(start: number, firstKey: Expression | null): Expression {
    const keys: (Expression | null)[] = [];
    const values: Expression[] = [];
    let key = firstKey;
    do {
      if (key === null && this.kind === Token.RightBrace) break;
      if (key === null && this.accept(Token.DoubleStar)) {
        values.push(this.bitwiseOr());
      } else {
        key ??= this.expression();
        if (!this.accept(Token.Colon)) this.#refuseKey(key, keys.length);
        if (this.kind === Token.RightBrace || this.kind === Token.Comma || this.kind === Token.Star)
          this.#refuseValue();
        values.push(this.expression());
      }
      keys.push(key);
      if (key !== null && keys.length === 1 && (this.kind === Token.For || this.kind === Token.Async)) {
        const generators = this.comprehensions();
        this.expect(Token.RightBrace);
        const value = values[0] as Expression;
        return { kind: "DictComp", key, value, generators, start, end: this.lastEnd };
      }
      key = null;
    } while (this.accept(Token.Comma));
    this.expect(Token.RightBrace);
    return { kind: "Dict", keys, values, start, end: this.lastEnd };
  }

  /** Of these two errors CPython is sure at once, without another look at the statement. */
  #refuseKey(key: Expression, index: number): never {
    if (index === 0) this.fail();
    const { line } = this.source.position(key.start);
    const end = this.source.position(key.end);
    const range = { line, column: end.column, endLine: end.line, endColumn: 0 };
    throw errorAt(this.source, "':' expected after dictionary key", range);
  }

  #refuseValue(): never {
    const { start } = this;
    if (this.accept(Token.Star)) {
      this.bitwiseOr();
      throw this.errorFrom("cannot use a starred expression in a dictionary value", start);
    }
    const colon = this.at - 1;
    throw this.errorAtToken("expression expected after dictionary key and ':'", colon);
  }

  /** One or more `for` clauses with their conditions. */
  protected comprehensions(): readonly Comprehension[] {
    const clauses: Comprehension[] = [];
    while (this.kind === Token.For || this.kind === Token.Async) clauses.push(this.comprehension());
    return clauses;
  }

  protected comprehension(): Comprehension {
    const isAsync = this.accept(Token.Async);
    this.expect(Token.For);
    const target = this.starTargets();
    this.expect(Token.In);
    const iter = this.disjunction();
    const ifs: Expression[] = [];
    while (this.accept(Token.If)) ifs.push(this.disjunction());
    return { target, iter, ifs, isAsync };
  }

  // ---- targets -----------------------------------------------------------------------------------------------------

  /** What stands between `for` and `in`. Its operands stop short of comparisons, so that `in` remains. */
  protected starTargets(): Target {
    const { start } = this;
    const first = this.starTarget();
    if (this.kind !== Token.Comma) return first;
    const elements = [first];
    while (this.accept(Token.Comma)) {
      if (!this.startsExpression()) break;
      elements.push(this.starTarget());
    }
    return { kind: "Tuple", elements, start, end: this.lastEnd };
  }

  protected starTarget(): Target {
    const target = this.kind === Token.Star ? this.starred() : this.primary();
    if (!isTarget(target)) this.fail();
    return target;
  }
}
