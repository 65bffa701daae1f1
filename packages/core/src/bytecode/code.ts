// The code object: the immutable template that compilation makes and every VM shares.

/** A constant as a plain literal; linking turns it into an object of the VM's. */
export type Constant =
  | { readonly type: "none" }
  | { readonly type: "ellipsis" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: number | bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "imaginary"; readonly value: number }
  | { readonly type: "str"; readonly value: string }
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "tuple"; readonly items: readonly Constant[] }
  | { readonly type: "frozenset"; readonly items: readonly Constant[] }
  | { readonly type: "code"; readonly code: Code };

/** What a call of the code makes. */
export enum CodeKind {
  Function,
  Generator,
  Coroutine,
  AsyncGenerator,
  /** A module, class body or exec: names live in a namespace object. */
  Namespace,
}

/** The kinds of structured regions; see `Region`. */
export enum RegionKind {
  /** Jumps inside may go to its end. */
  Block,
  /** JumpBack inside may go to its start. */
  Loop,
  /** An exception raised inside lands at `handler` with the exception in `register`. */
  Try,
  /** The body of a handler: unwinding out of it restores what was handled before, from `register`. */
  Handler,
}

/**
 * A structured region `[start, end)` of the instructions. Regions nest properly and are ordered by start, outer first.
 * Every jump is a forward exit to the end of an enclosing Block or a JumpBack to the start of an enclosing Loop.
 */
export interface Region {
  readonly kind: RegionKind;
  readonly start: number;
  readonly end: number;
  /** Try: where the exception lands (a pc at or after `end`). Others: -1. */
  readonly handler: number;
  /** Try: the register of the exception. Handler: the register EnterHandler saved into. Others: -1. */
  readonly register: number;
}

/** Everything about a code object but its methods. */
export interface CodeFields {
  readonly name: string;
  readonly qualifiedName: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly kind: CodeKind;
  /** Parameters that can be passed by position, positional-only ones included. */
  readonly positionalCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
  /** Size of the register window. Parameters come first: positional, keyword-only, *args, **kwargs; then locals. */
  readonly registerCount: number;
  /** Names of the registers 0 .. n-1 that hold source locals (parameters first); a local that is a cell included. */
  readonly localNames: readonly string[];
  /** Runs of three: the register of a comprehension's variable, and the pcs from and before which it is one. */
  readonly spans: readonly number[];
  /** Registers among the locals that hold cells (by MakeCell), and their names. */
  readonly cellNames: readonly string[];
  readonly cellRegisters: readonly number[];
  /** Free variables in closure order, and the registers CopyFree puts their cells into. */
  readonly freeNames: readonly string[];
  readonly freeRegisters: readonly number[];
  readonly words: Int32Array;
  readonly constants: readonly Constant[];
  readonly names: readonly string[];
  readonly regions: readonly Region[];
  /**
   * Runs of five: first pc, line (1-based), column, end line, end column (0-based code points), ordered by pc; a run
   * holds until the next one's pc. Line 0 marks code without a position.
   */
  readonly positions: Int32Array;
  /** The docstring, or null. */
  readonly docstring: string | null;
  /** Whether the class body or function is nested in a function (for `co_flags`). */
  readonly isNested: boolean;
  /** Its generators can be awaited: `types.coroutine` has marked it. */
  readonly isIterableCoroutine?: boolean;
  /** `from __future__ import annotations` was in force. */
  readonly futureAnnotations: boolean;
}

/** A compiled block: immutable, independent of any VM. */
export class Code {
  readonly fields: CodeFields;

  constructor(fields: CodeFields) {
    this.fields = fields;
    Object.freeze(this);
  }
}

/** A position in the source: lines are 1-based, columns 0-based in code points. */
export interface CodePosition {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The source range of the instruction at `pc`, or null when it has none. */
export function positionAt(code: Code, pc: number): CodePosition | null {
  if (pc < 0) return null;
  const table = code.fields.positions;
  let low = 0;
  let high = table.length / 5 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table[middle * 5] as number) <= pc) low = middle;
    else high = middle - 1;
  }
  const at = low * 5;
  const line = table[at + 1];
  if (line === undefined || line === 0) return null;
  return {
    line,
    column: table[at + 2] as number,
    endLine: table[at + 3] as number,
    endColumn: table[at + 4] as number,
  };
}
