// A unit: one code object that is being compiled, with its registers, constants and names.

import { Builder, type OpenRegion, TooComplex } from "../bytecode/builder.ts";
import { Code, CodeKind, type Constant } from "../bytecode/code.ts";
import { ConstantPool } from "../bytecode/constant-pool.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import type { SourceRange } from "../bytecode/position-table.ts";
import { mangle } from "../scope/mangle.ts";
import { Binding, type Scope, ScopeKind } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import type { PythonSyntaxError } from "../syntax/syntax-error.ts";
import type { Compilation } from "./compilation.ts";
import type { Frame } from "./control.ts";
import { type Layout, layOut, type Variable } from "./layout.ts";

/** How a function takes its arguments. */
export interface Signature {
  readonly positionalCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
}

export const NO_PARAMETERS: Readonly<Signature> = {
  positionalCount: 0,
  positionalOnlyCount: 0,
  keywordOnlyCount: 0,
  hasVarArgs: false,
  hasVarKeywords: false,
};

/** Registers are numbered with 16 bits. */
const MAX_REGISTERS = 0xffff;

export class Unit {
  readonly compilation: Compilation;
  readonly parent: Unit | null;
  readonly scope: Scope;
  readonly kind: CodeKind;
  readonly name: string;
  readonly qualifiedName: string;
  /** Where the definition begins: the first decorator's line counts. */
  readonly firstOffset: number;
  readonly layout: Layout;
  readonly builder: Builder = new Builder();
  signature: Signature = NO_PARAMETERS;
  docstring: string | null = null;
  /** The scope at hand: the unit's own, or that of a comprehension which is part of it. */
  current: Scope;
  /** What `break`, `continue` and `return` have to leave, innermost first. */
  frames: Frame | null = null;
  /** How many of them. */
  depth: number;
  /** Class: the attributes that methods assign to `self`. */
  readonly staticAttributes: Set<string> = new Set();
  /** Where the variables of comprehensions live; see `CodeFields`. */
  readonly spans: number[] = [];
  /** The first register that is free. */
  top: number;
  #maxTop: number;
  readonly #constants: ConstantPool = new ConstantPool();
  readonly #names: Map<string, number> = new Map();

  constructor(
    compilation: Compilation,
    parent: Unit | null,
    scope: Scope,
    kind: CodeKind,
    name: string,
    firstOffset: number,
  ) {
    this.compilation = compilation;
    this.parent = parent;
    this.scope = scope;
    this.current = scope;
    this.kind = kind;
    this.name = name;
    this.firstOffset = firstOffset;
    this.depth = kind === CodeKind.Function || kind === CodeKind.Namespace ? 0 : 1;
    this.qualifiedName = qualify(parent, scope, name);
    this.layout = layOut(scope);
    this.top = this.layout.size;
    this.#maxTop = this.top;
    this.#begin();
  }

  /** Takes the cells of the closure and makes those of its own; parameters are bound. */
  #begin(): void {
    const { layout, scope, builder } = this;
    const { firstOffset } = this;
    this.trace({ start: firstOffset, end: firstOffset }, TraceKind.Call);
    builder.unstable = layout.unstable;
    if (layout.freeNames.length > 0) {
      this.emit(null, Op.CopyFree, layout.freeRegisters[0] as number, layout.freeNames.length);
    }
    for (const [name, variable] of layout.variables) {
      if (variable.binding === Binding.Cell) this.emit(null, Op.MakeCell, variable.register);
      // Parameter is bit 4.
      if (scope.flags(name) & 4 && variable.register >= 0) builder.markBound(variable.register);
    }
    if (layout.classCell >= 0) this.emit(null, Op.MakeCell, layout.classCell);
    if (layout.classDict >= 0) this.emit(null, Op.MakeCell, layout.classDict);
  }

  // ---- emitting

  emit(range: SourceRange | null, op: Op, a = 0, b = 0, c = 0): void {
    if (op === Op.Return) this.trace(range, TraceKind.Return);
    this.builder.emit(range, op, a, b, c);
  }

  /** Tell the trace hook, where the code is compiled for one; what has no place of its own is told with the last place. */
  trace(range: SourceRange | null, kind: TraceKind): void {
    if (this.compilation.options.isTraced !== true || isHidden(this.scope)) return;
    this.builder.emit(range, Op.Trace, 0, 0, kind);
  }

  /** Back to the header of a loop, whose line is told again. */
  jumpBack(range: SourceRange | null, loop: OpenRegion, header: SourceRange): void {
    this.trace(header, TraceKind.Again);
    this.builder.emitJumpBack(range, loop);
  }

  emitConstant(range: SourceRange | null, constant: Constant, target: number): void {
    this.builder.emitIndex(range, Op.LoadConst, target, this.constant(constant));
  }

  emitName(range: SourceRange | null, op: Op, register: number, name: string): void {
    this.builder.emitIndex(range, op, register, this.nameIndex(name));
  }

  move(range: SourceRange | null, target: number, source: number): void {
    if (target !== source) this.emit(range, Op.Move, target, source);
  }

  /** The index of a constant; dead code gets any. */
  constant(constant: Constant): number {
    if (!this.builder.isReachable) return 0;
    return this.#constants.add(constant);
  }

  nameIndex(name: string): number {
    if (!this.builder.isReachable) return 0;
    let index = this.#names.get(name);
    if (index === undefined) {
      index = this.#names.size;
      this.#names.set(name, index);
    }
    return index;
  }

  // ---- temporaries

  /** A new temporary on top of the others; `release` takes it back. */
  temp(): number {
    return this.reserve(1);
  }

  /** Several in a row; returns the first. */
  reserve(count: number): number {
    const first = this.top;
    this.top += count;
    if (this.top > this.#maxTop) this.#maxTop = this.top;
    if (this.top > MAX_REGISTERS) throw new TooComplex();
    return first;
  }

  release(mark: number): void {
    this.top = mark;
  }

  /** Where a result goes: the target, or a new temporary. */
  result(target: number): number {
    return target >= 0 ? target : this.temp();
  }

  isLocal(register: number): boolean {
    return register < this.layout.size;
  }

  // ---- visiting

  /** The value in whatever register is convenient; it may be the local itself. */
  operand(node: ast.Expression): number {
    return this.compilation.visitor.expression(this, node, -1);
  }

  value(node: ast.Expression, target: number): number {
    return this.compilation.visitor.expression(this, node, target);
  }

  into(node: ast.Expression, target: number): void {
    this.compilation.visitor.expression(this, node, target);
  }

  /** The value in a new temporary on top. */
  push(node: ast.Expression): number {
    const register = this.temp();
    this.into(node, register);
    return register;
  }

  /** Evaluates an expression whose value nobody wants. */
  discard(node: ast.Expression): void {
    const mark = this.top;
    this.operand(node);
    this.release(mark);
  }

  jumpIf(node: ast.Expression, sense: boolean, block: OpenRegion): void {
    const mark = this.top;
    this.compilation.visitor.jumpIf(this, node, sense, block);
    this.release(mark);
  }

  statements(body: readonly ast.Statement[]): void {
    this.compilation.visitor.statements(this, body);
  }

  // ---- names

  mangle(name: string): string {
    return mangle(this.current, name);
  }

  /** A mangled name as the code at hand sees it. */
  lookUp(name: string): Variable {
    for (let scope: Scope | null = this.current; scope !== null && scope !== this.scope; scope = scope.parent) {
      const variable = this.layout.comprehensions.get(scope)?.get(name);
      if (variable !== undefined) return variable;
    }
    return this.layout.variables.get(name) ?? { binding: Binding.GlobalImplicit, register: -1 };
  }

  /** The register of the cell that a function made here closes over. */
  closureCell(name: string): number {
    if (name === "__class__" && this.layout.classCell >= 0) return this.layout.classCell;
    if (name === "__classdict__" && this.layout.classDict >= 0) return this.layout.classDict;
    const { register, binding } = this.lookUp(name);
    if (binding === Binding.Cell || binding === Binding.Free) return register;
    // A class body has a name of its own, and passes on the cell of the same name from around it.
    return this.layout.freeRegisters[this.layout.freeNames.indexOf(name)] as number;
  }

  // ---- errors and the end

  error(message: string, at: ast.Located): PythonSyntaxError {
    return this.compilation.error(message, at);
  }

  finish(): Code {
    const { compilation, layout, builder, signature } = this;
    const { source } = compilation;
    if (builder.isReachable) {
      this.emitConstant(null, { type: "none" }, this.temp());
      this.emit(null, Op.Return, this.top - 1);
    }
    return new Code({
      name: this.name,
      qualifiedName: this.qualifiedName,
      filename: source.filename,
      firstLine: source.position(this.firstOffset).line,
      kind: this.kind,
      ...signature,
      registerCount: this.#maxTop,
      localNames: layout.localNames,
      spans: this.spans,
      cellNames: layout.cellNames,
      cellRegisters: layout.cellRegisters,
      freeNames: layout.freeNames,
      freeRegisters: layout.freeRegisters,
      words: builder.words(),
      constants: this.#constants.constants,
      names: [...this.#names.keys()],
      regions: builder.regions(),
      positions: builder.positions(compilation.locator),
      docstring: this.docstring,
      isNested: this.scope.isNested,
      futureAnnotations: compilation.future.annotations,
    });
  }
}

/** The dotted path of a definition: functions on the way show as `f.<locals>`, hidden ones not at all. */
function qualify(parent: Unit | null, scope: Scope, name: string): string {
  const outer = parent !== null && isHidden(parent.scope) ? parent.parent : parent;
  if (outer === null || outer.scope.kind === ScopeKind.Module) return name;
  const isDefinition = scope.kind === ScopeKind.Function || scope.kind === ScopeKind.Class;
  if (isDefinition && outer.lookUp(outer.mangle(name)).binding === Binding.GlobalExplicit) return name;
  return isFunction(outer.scope) ? `${outer.qualifiedName}.<locals>.${name}` : `${outer.qualifiedName}.${name}`;
}

function isHidden({ kind }: Scope): boolean {
  return kind === ScopeKind.TypeParameters || kind === ScopeKind.TypeVariable;
}

function isFunction({ kind }: Scope): boolean {
  return kind === ScopeKind.Function || kind === ScopeKind.Lambda || kind === ScopeKind.TypeAlias;
}
