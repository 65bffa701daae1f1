// Comparison that needs no Python: of numbers, strings, and lists and tuples of such.
import { listType, tupleType } from "../objects/builtin-types.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { PyList } from "../objects/sequences.ts";
import { PyDict, PySet } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { compareText } from "../text/code-points.ts";
import { CompareKind, orderAnswer } from "./compare.ts";
import { isSame, structuralEquals } from "./structural.ts";

/** Items that may be looked at; a native frame goes on with the others. */
const ALLOWANCE = 2048;
/** Containers nested deeper than this are compared by the native frame. */
export const LEAF_DEPTH = 30;

/** How many items a comparison without a frame may still look at. */
export interface Allowance {
  left: number;
}

/**
 * `a <kind> b` as a bool without running Python: of numbers, strings, and lists and tuples of such. Undefined when
 * Python must tell, or the operands are too large, or have no such order.
 */
export function leafCompare(kind: CompareKind, a: Value, b: Value): boolean | undefined {
  if (typeof a !== "object" || typeof b !== "object" || a instanceof PyFloat || b instanceof PyFloat) {
    return comparePlain(kind, a, b);
  }
  return compareNested(kind, a, b, newAllowance(), 0);
}

function comparePlain(kind: CompareKind, a: Value, b: Value): boolean | undefined {
  if (typeof a === "string") {
    if (typeof b !== "string") return undefined;
    return a === b ? orderAnswer(kind, 0) : orderAnswer(kind, compareText(a, b));
  }
  const x = plainNumber(a);
  const y = plainNumber(b);
  if (x === undefined || y === undefined) return undefined;
  if (x !== x || y !== y) return kind === CompareKind.NotEqual;
  return orderAnswer(kind, x < y ? -1 : x > y ? 1 : 0);
}

function plainNumber(value: Value): number | bigint | undefined {
  switch (typeof value) {
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    default:
      return value instanceof PyFloat ? value.v : undefined;
  }
}

function compareNested(
  kind: CompareKind,
  a: Value,
  b: Value,
  allowance: Allowance,
  depth: number,
): boolean | undefined {
  if (typeof a !== "object" || typeof b !== "object" || a instanceof PyFloat || b instanceof PyFloat) {
    return comparePlain(kind, a, b);
  }
  if (!isSequencePair(a, b) || depth > LEAF_DEPTH) return undefined;
  return compareItems(kind, (a as PyList).items, (b as PyList).items, allowance, depth);
}

/** The same of the items of two sequences. */
export function compareSequences(kind: CompareKind, a: readonly Value[], b: readonly Value[]): boolean | undefined {
  return compareItems(kind, a, b, newAllowance(), 0);
}

export function newAllowance(): Allowance {
  return { left: ALLOWANCE };
}

function compareItems(
  kind: CompareKind,
  a: readonly Value[],
  b: readonly Value[],
  allowance: Allowance,
  depth: number,
): boolean | undefined {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i] as Value;
    const y = b[i] as Value;
    if (typeof x === "string" && (allowance.left -= x.length >> 8) < 0) return undefined;
    if (x === y || isSame(x, y)) continue;
    if (--allowance.left < 0) return undefined;
    const same = equalNested(x, y, allowance, depth + 1);
    if (same === undefined) return undefined;
    if (same) continue;
    if (kind === CompareKind.Equal || kind === CompareKind.NotEqual) return kind === CompareKind.NotEqual;
    return compareNested(kind, x, y, allowance, depth + 1);
  }
  return orderAnswer(kind, a.length - b.length);
}

/** Whether two values are equal, at a depth of containers. */
export function equalNested(x: Value, y: Value, allowance: Allowance, depth: number): boolean | undefined {
  if (typeof x !== "object" || typeof y !== "object") {
    if (typeof x === typeof y) return x === y;
    return structuralEquals(x, y, 0);
  }
  if (isSequencePair(x, y)) {
    if (depth > LEAF_DEPTH) return undefined;
    return compareItems(CompareKind.Equal, (x as PyList).items, (y as PyList).items, allowance, depth);
  }
  return x instanceof PyDict || x instanceof PySet ? undefined : structuralEquals(x, y, 0, allowance);
}

/** Whether both are lists or both tuples, with the comparison of the built-in types. */
export function isSequencePair(a: Value, b: Value): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a.type !== b.type) return false;
  return a.type === listType || a.type === tupleType;
}
