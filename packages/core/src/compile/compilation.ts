// What is shared by all units of one compilation: the source, the options, the scopes, and the way to each kind of node.

import type { OpenRegion } from "../bytecode/builder.ts";
import type { ScopeTree } from "../scope/analyze.ts";
import type * as ast from "../syntax/ast.ts";
import type { Source } from "../syntax/source.ts";
import { errorBetween, type PythonSyntaxError, type SyntaxWarning } from "../syntax/syntax-error.ts";
import type { Future } from "./future.ts";
import { SourceLocator } from "./source-locator.ts";
import type { Unit } from "./unit.ts";

/** What becomes of a module's expression statements. */
export type CompileMode = "exec" | "eval" | "single" | "run";

export interface CompileOptions {
  /**
   * "exec" drops them and returns None; "eval" takes an expression and returns its value; "single" passes each to the
   * built-in `__display__`; "run" returns the value of the last statement when that is an expression.
   */
  readonly mode: CompileMode;
  /** Permits `await`, `async for` and `async with` outside of functions. */
  readonly topLevelAwait?: boolean;
  /** `from __future__ import annotations` holds from outside, as for exec in a module that has it. */
  readonly futureAnnotations?: boolean;
  /** Leaves `assert` statements out, as `compile(..., optimize=1)` does. */
  readonly dropAsserts?: boolean;
  /** Adds the instructions that tell a trace hook what runs. */
  readonly isTraced?: boolean;
  /** Is told of each SyntaxWarning. */
  readonly onWarning?: (warning: SyntaxWarning) => void;
}

/** The dispatch over all kinds of nodes, which the files for single kinds reach through their unit. */
export interface Visitor {
  /**
   * Evaluates into `target`, or where it likes when that is -1: the register of a local, or a new temporary on top.
   * Returns the register.
   */
  expression(unit: Unit, node: ast.Expression, target: number): number;
  /** Jumps to the end of the block when the truth of the expression is `sense`. */
  jumpIf(unit: Unit, node: ast.Expression, sense: boolean, block: OpenRegion): void;
  statements(unit: Unit, body: readonly ast.Statement[]): void;
}

export class Compilation {
  readonly source: Source;
  readonly options: CompileOptions;
  readonly scopes: ScopeTree;
  readonly future: Future;
  readonly visitor: Visitor;
  readonly locator: SourceLocator;
  /** While above zero, warnings are dropped: the code is compiled a second time. */
  repeats = 0;

  constructor(source: Source, options: CompileOptions, scopes: ScopeTree, future: Future, visitor: Visitor) {
    this.source = source;
    this.options = options;
    this.scopes = scopes;
    this.future = future;
    this.visitor = visitor;
    this.locator = new SourceLocator(source);
  }

  error(message: string, at: ast.Located): PythonSyntaxError {
    return errorBetween(this.source, message, at.start, at.end);
  }

  warn(message: string, at: ast.Located): void {
    if (this.repeats === 0) this.options.onWarning?.({ message, start: at.start, end: at.end });
  }
}
