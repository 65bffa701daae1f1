// What the diagnosis needs to try rules at leisure: results kept by place, a quiet mode, and errors by token.

import type { Comprehension, Expression } from "./ast.ts";
import { StatementParser } from "./statement-parser.ts";
import { findInvalidTarget, type TargetPlace, expressionName } from "./targets.ts";
import { Token } from "./token.ts";

/** Rules whose outcome at a place is kept, so that trying them again and again costs nothing. */
export enum Rule {
  Expression,
  NamedExpression,
  Disjunction,
  BitwiseOr,
  Primary,
}

interface Outcome {
  /** null when the rule does not fit. */
  readonly result: Expression | null;
  readonly end: number;
}

/** Thrown where a statement is so deep that looking for its mistake might take all of the stack. */
export class TooDeepToDiagnose {}

/** The diagnosis takes more stack a level than the parser does. */
const MAX_NESTING = 64;

export abstract class Speculation extends StatementParser {
  /** In quiet mode the rules complain of nothing: they fit or they do not. */
  protected isQuiet = false;
  protected override readonly backtracks = true;
  readonly #outcomes: Map<number, Outcome> = new Map();

  /**
   * Applies a rule at the current place, or recalls what came of it. As in CPython, what was found in quiet mode stands:
   * a mistake that was passed over once is not brought up later.
   */
  protected once(rule: Rule, parse: () => Expression): Expression {
    const key = this.at * 8 + rule;
    let outcome = this.#outcomes.get(key);
    if (outcome === undefined) {
      const result = this.attempt(parse);
      outcome = { result, end: this.at };
      this.#outcomes.set(key, outcome);
    }
    if (outcome.result === null) this.fail();
    this.seek(outcome.end);
    return outcome.result;
  }

  protected override enter(): void {
    super.enter();
    if (this.nesting > MAX_NESTING) throw new TooDeepToDiagnose();
  }

  protected quietly<Result>(rule: () => Result): Result | null {
    const { isQuiet } = this;
    this.isQuiet = true;
    try {
      return this.attempt(rule);
    } finally {
      this.isQuiet = isQuiet;
    }
  }

  /** Tries a rule that only looks: whatever comes of it, the cursor is back where it was. */
  protected look<Result>(rule: () => Result): Result | null {
    const { at, depth, nesting } = this;
    const result = this.attempt(rule);
    this.seek(at);
    this.depth = depth;
    this.nesting = nesting;
    return result;
  }

  /** Items with commas between them, as many as fit; fails when there is none. */
  protected gather<Item>(item: () => Item): Item[] {
    const items = [item()];
    for (;;) {
      const next = this.attempt(() => {
        this.expect(Token.Comma);
        return item();
      });
      if (next === null) return items;
      items.push(next);
    }
  }

  protected isOneOf(...kinds: readonly Token[]): boolean {
    return kinds.includes(this.kind);
  }

  /** Brackets that are open after a token. */
  protected bracketLevel(index: number): number {
    let level = 0;
    for (let at = 0; at <= index; at++) {
      switch (this.tokens.kinds[at]) {
        case Token.LeftParen:
        case Token.LeftBracket:
        case Token.LeftBrace:
          level++;
          break;
        case Token.RightParen:
        case Token.RightBracket:
        case Token.RightBrace:
          level--;
      }
    }
    return level;
  }

  // ---- complaints --------------------------------------------------------------------------------------------------

  protected complain(message: string, start: number, end: number): never {
    throw this.errorBetween(message, start, end);
  }

  protected complainOf(message: string, part: { readonly start: number; readonly end: number }): never {
    throw this.errorBetween(message, part.start, part.end);
  }

  protected complainOfToken(message: string, index: number = this.at): never {
    throw this.errorAtToken(message, index);
  }

  /** At the last token that has been looked at, wherever the rules are by now. */
  protected complainAtLast(message: string): never {
    this.complainOfToken(message, this.tokens.kinds.length - 1);
  }

  protected complainFrom(message: string, start: number): never {
    throw this.errorFrom(message, start);
  }

  /** Of what is no target, if anything in the expression is not. */
  protected refuseTarget(expression: Expression, place: TargetPlace): void {
    const invalid = findInvalidTarget(expression, place);
    if (invalid === null) return;
    const verb = place === "delete" ? "delete" : "assign to";
    this.complainOf(`cannot ${verb} ${expressionName(invalid)}`, invalid);
  }

  /** Where the last clause of a comprehension ends. */
  protected endOfClauses(clauses: readonly Comprehension[]): number {
    const last = clauses.at(-1) as Comprehension;
    return (last.ifs.at(-1) ?? last.iter).end;
  }
}
