// Analyses and compiles a module, an expression or a REPL entry, one top-level statement at a time.

import { TooComplex } from "../bytecode/builder.ts";
import { type Code, CodeKind } from "../bytecode/code.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import { Analysis } from "../scope/analyze.ts";
import type * as ast from "../syntax/ast.ts";
import type { Source } from "../syntax/source.ts";
import { errorBetween } from "../syntax/syntax-error.ts";
import { Compilation, type CompileOptions, type Visitor } from "./compilation.ts";
import { jumpIf } from "./conditions.ts";
import { docstringOf } from "./docstring.ts";
import { expression } from "./expressions.ts";
import { text } from "./fold.ts";
import { findFuture, type Future } from "./future.ts";
import { statements } from "./statements.ts";
import { Unit } from "./unit.ts";

const VISITOR: Readonly<Visitor> = { expression, jumpIf, statements };

export class ModuleCompiler {
  readonly #source: Source;
  readonly #options: CompileOptions;
  readonly #tree: ast.Module | ast.ExpressionRoot;
  readonly #future: Future;
  readonly #analysis: Analysis;
  /** Null until all names are known. */
  #unit: Unit | null = null;
  #next = 0;
  #code: Code | null = null;

  constructor(tree: ast.Module | ast.ExpressionRoot, source: Source, options: CompileOptions) {
    this.#source = source;
    this.#options = options;
    this.#tree = tree;
    const { annotations, lastStart } =
      tree.kind === "Module" ? findFuture(tree, source) : { annotations: false, lastStart: -1 };
    this.#future = { annotations: annotations || options.futureAnnotations === true, lastStart };
    this.#analysis = new Analysis(tree, source, {
      futureAnnotations: this.#future.annotations,
      topLevelAwait: options.topLevelAwait === true,
    });
  }

  /** Analyses or compiles one statement; true while there is more to do. */
  step(): boolean {
    if (this.#code !== null) return false;
    const tree = this.#tree;
    if (this.#unit === null) {
      this.#guard(tree, () => {
        if (!this.#analysis.step()) this.#unit = this.#begin();
      });
      return true;
    }
    if (tree.kind === "Expression") {
      this.#guard(tree.body, () => this.#compileExpression(tree.body));
      return false;
    }
    const node = tree.body[this.#next++];
    if (node === undefined) {
      this.#guard(tree, () => {
        this.#code = (this.#unit as Unit).finish();
      });
      return false;
    }
    this.#guard(node, () => this.#compileStatement(node, this.#next === tree.body.length));
    return true;
  }

  /** Does what is left to do and returns the code. */
  finish(): Code {
    while (this.step());
    return this.#code as Code;
  }

  #begin(): Unit {
    const tree = this.#tree;
    const scopes = this.#analysis.finish();
    const compilation = new Compilation(this.#source, this.#options, scopes, this.#future, VISITOR);
    const unit = new Unit(compilation, null, scopes.module, CodeKind.Namespace, "<module>", 0);
    if (tree.kind === "Module") this.#beginModule(unit, tree);
    return unit;
  }

  #beginModule(unit: Unit, tree: ast.Module): void {
    const [first] = tree.body;
    const start: ast.Located = { start: 0, end: 0 };
    if (unit.scope.hasAnnotations) unit.emit(start, Op.SetupAnnotations);
    if (this.#options.mode === "single" || first === undefined) return;
    const docstring = docstringOf(tree.body);
    if (docstring === null || (this.#options.mode === "run" && tree.body.length === 1)) return;
    unit.docstring = docstring;
    const register = unit.temp();
    unit.emitConstant(first, text(docstring), register);
    unit.emitName(first, Op.StoreName, register, "__doc__");
    unit.release(register);
    this.#next = 1;
  }

  #compileStatement(node: ast.Statement, isLast: boolean): void {
    const unit = this.#unit as Unit;
    if (node.kind !== "Expr" || this.#options.mode !== "run" || !isLast) {
      statements(unit, [node]);
      return;
    }
    const mark = unit.top;
    unit.trace(node, TraceKind.Line);
    unit.emit(node, Op.Return, unit.operand(node.value));
    unit.release(mark);
  }

  #compileExpression(node: ast.Expression): void {
    const unit = this.#unit as Unit;
    unit.emit(node, Op.Return, unit.operand(node));
    this.#code = unit.finish();
  }

  /** Turns the limits of instructions and of the stack into an error of the source. */
  #guard<Result>(at: ast.Located, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof TooComplex || error instanceof RangeError)) throw error;
      throw errorBetween(this.#source, "source code is too complex", at.start, at.end);
    }
  }
}

export function compileModule(tree: ast.Module | ast.ExpressionRoot, source: Source, options: CompileOptions): Code {
  return new ModuleCompiler(tree, source, options).finish();
}
