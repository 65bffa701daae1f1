// Expressions whose value is known while compiling: literals, tuples of them, and arithmetic that cannot fail.

import type { Constant } from "../bytecode/code.ts";
import type * as ast from "../syntax/ast.ts";
import { foldBinary } from "./fold-binary.ts";

export const NONE: Readonly<Constant> = { type: "none" };
export const TRUE: Readonly<Constant> = { type: "bool", value: true };
export const FALSE: Readonly<Constant> = { type: "bool", value: false };

export function text(value: string): Constant {
  return { type: "str", value };
}

/** An int that is a safe integer. */
export function int(value: number): Constant {
  return { type: "int", value };
}

export function names(items: readonly string[]): Constant {
  return { type: "tuple", items: items.map(text) };
}

/** The value of an expression when it is a constant, else null. */
export function constantOf(node: ast.Expression): Constant | null {
  switch (node.kind) {
    case "Constant":
      return node.value;
    case "Name":
      return node.id === "__debug__" ? TRUE : null;
    case "Tuple":
      return constantTuple(node.elements);
    case "UnaryOp":
      return constantUnary(node);
    case "BinOp":
      return constantBinary(node);
    default:
      return null;
  }
}

/** The tuple of the elements when all are constants. */
export function constantTuple(elements: readonly ast.Expression[]): Constant | null {
  const items: Constant[] = [];
  for (const element of elements) {
    const item = constantOf(element);
    if (item === null) return null;
    items.push(item);
  }
  return { type: "tuple", items };
}

function constantUnary(node: ast.UnaryOp): Constant | null {
  const operand = constantOf(node.operand);
  return operand === null ? null : foldUnary(node.op, operand);
}

// Sums lean left and may be long: the way down is a loop, and it mostly ends at something that is no constant.
function constantBinary(node: ast.BinOp): Constant | null {
  const spine: ast.BinOp[] = [];
  let left: ast.Expression = node;
  while (left.kind === "BinOp") {
    spine.push(left);
    left = left.left;
  }
  let value = constantOf(left);
  for (let at = spine.length - 1; at >= 0 && value !== null; at--) {
    const { op, right } = spine[at] as ast.BinOp;
    const operand = constantOf(right);
    value = operand === null ? null : foldBinary(op, value, operand);
  }
  return value;
}

function foldUnary(op: ast.UnaryOperator, operand: Constant): Constant | null {
  if (op === "not") {
    const truth = truthOf(operand);
    return truth === null ? null : truth ? FALSE : TRUE;
  }
  switch (operand.type) {
    case "bool":
      return foldUnary(op, int(operand.value ? 1 : 0));
    case "float":
      if (op === "-") return { type: "float", value: -operand.value };
      return op === "+" ? operand : null;
    case "int":
      return foldUnaryInt(op, operand.value);
    default:
      return null;
  }
}

function foldUnaryInt(op: ast.UnaryOperator, value: number | bigint): Constant {
  if (op === "+") return { type: "int", value };
  // Written so that 0 does not become -0.
  if (typeof value === "number") return int(op === "-" ? 0 - value : -1 - value);
  return { type: "int", value: op === "-" ? -value : -1n - value };
}

/** The truth of a constant; null when it is not known here. */
export function truthOf(constant: Constant): boolean | null {
  switch (constant.type) {
    case "none":
      return false;
    case "ellipsis":
    case "code":
      return true;
    case "bool":
      return constant.value;
    case "int":
      return constant.value !== 0;
    case "float":
    case "imaginary":
      return constant.value !== 0;
    case "str":
    case "bytes":
      return constant.value.length > 0;
    case "tuple":
    case "frozenset":
      return constant.items.length > 0;
  }
}

/** What a loop over a display of constants can go over instead: a tuple or frozenset of them. */
export function constantIterable(node: ast.Expression): Constant | null {
  if (node.kind === "List") return constantTuple(node.elements);
  if (node.kind === "Set") {
    const tuple = constantTuple(node.elements);
    return tuple?.type === "tuple" ? { type: "frozenset", items: tuple.items } : null;
  }
  return constantOf(node);
}
