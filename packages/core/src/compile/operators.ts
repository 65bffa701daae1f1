// Operators: arithmetic, comparison as a value, and chains that lean left with attributes, items and calls among them.

import type { Constant } from "../bytecode/code.ts";
import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { loadAttribute } from "./attributes.ts";
import { applyCall, isMethodCall } from "./calls.ts";
import { warnCompare } from "./checks.ts";
import { foldBinary } from "./fold-binary.ts";
import { constantIterable, constantOf } from "./fold.ts";
import { percentFormat } from "./percent.ts";
import { loadItem } from "./subscripts.ts";
import { isSuper } from "./super.ts";
import type { Unit } from "./unit.ts";

export type Spine = ast.BinOp | ast.Attribute | ast.Subscript | ast.Call;

/** The order of the thirteen operators in each group of `Op`. */
const BINARY: Readonly<Record<ast.BinaryOperator, number>> = {
  "+": 0,
  "-": 1,
  "*": 2,
  "/": 3,
  "//": 4,
  "%": 5,
  "**": 6,
  "@": 7,
  "<<": 8,
  ">>": 9,
  "&": 10,
  "|": 11,
  "^": 12,
};

function isSpine(node: ast.Expression): node is Spine {
  switch (node.kind) {
    case "BinOp":
    case "Subscript":
    case "Call":
    case "Attribute":
      return true;
    default:
      return false;
  }
}

/**
 * Operations whose first operand may be another of them. They are applied from the inside out in a loop: `a.b(c)[d] + e`
 * may be longer than the stack is deep.
 */
export function spine(unit: Unit, node: Spine, target: number): number {
  const parts: Spine[] = [];
  let left: ast.Expression = node;
  while (isSpine(left) && !isSuper(unit, left)) {
    parts.push(left);
    if (left.kind === "BinOp") left = left.left;
    else if (left.kind !== "Call") left = left.value;
    else left = isMethodCall(left) ? (left.func as ast.Attribute).value : left.func;
  }
  const mark = unit.top;
  let value: Constant | null = constantOf(left);
  let at = parts.length - 1;
  for (; at >= 0 && value !== null; at--) {
    const part = parts[at] as Spine;
    const right = part.kind === "BinOp" ? constantOf(part.right) : null;
    const folded = right === null || part.kind !== "BinOp" ? null : foldBinary(part.op, value, right);
    if (folded === null) break;
    value = folded;
  }
  if (at < 0 && value !== null) return loadConstant(unit, node, value, target);
  const part = parts[at];
  if (value?.type === "str" && part?.kind === "BinOp" && part.op === "%") {
    const formatted = percentFormat(unit, part, value.value, at === 0 ? target : -1);
    if (formatted >= 0) return applyAll(unit, parts, at - 1, formatted, mark, target);
  }
  const base = at < parts.length - 1 ? (parts[at + 1] as Spine) : left;
  const register = value !== null ? loadConstant(unit, base, value, -1) : unit.operand(left);
  return applyAll(unit, parts, at, register, mark, target);
}

/** The steps from `at` outwards, beginning with what is in `register`. */
function applyAll(
  unit: Unit,
  parts: readonly Spine[],
  at: number,
  register: number,
  mark: number,
  target: number,
): number {
  let result = register;
  for (let step = at; step >= 0; step--) {
    result = apply(unit, parts[step] as Spine, result, mark, step === 0 ? target : -1);
  }
  return result;
}

export function loadConstant(unit: Unit, at: ast.Located, value: Constant, target: number): number {
  const result = unit.result(target);
  unit.emitConstant(at, value, result);
  return result;
}

/** One step: the left operand is in `left`, and temporaries from `mark` on are free for the result. */
function apply(unit: Unit, node: Spine, left: number, mark: number, target: number): number {
  switch (node.kind) {
    case "BinOp":
      return applyBinary(unit, node, left, mark, target);
    case "Attribute": {
      unit.release(mark);
      return loadAttribute(unit, node, left, target);
    }
    case "Subscript":
      return loadItem(unit, node, left, mark, target);
    case "Call":
      return applyCall(unit, node, left, mark, target);
  }
}

function applyBinary(unit: Unit, node: ast.BinOp, left: number, mark: number, target: number): number {
  const kind = BINARY[node.op];
  const constant = constantOf(node.right);
  const index = constant === null ? -1 : unit.constant(constant);
  if (index >= 0 && index <= 0xffff) {
    unit.release(mark);
    const result = unit.result(target);
    unit.emit(node, Op.AddConst + kind, result, left, index);
    return result;
  }
  const right = unit.operand(node.right);
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.Add + kind, result, left, right);
  return result;
}

/** `result = left op= right` of an augmented assignment. */
export function applyInplace(
  unit: Unit,
  at: ast.Located,
  op: ast.BinaryOperator,
  left: number,
  value: ast.Expression,
  result: number,
): void {
  const constant = op === "+" || op === "-" ? constantOf(value) : null;
  const index = constant === null ? -1 : unit.constant(constant);
  if (index >= 0 && index <= 0xffff) {
    unit.emit(at, op === "+" ? Op.InplaceAddConst : Op.InplaceSubtractConst, result, left, index);
    return;
  }
  const mark = unit.top;
  const right = unit.operand(value);
  unit.release(mark);
  unit.emit(at, Op.InplaceAdd + BINARY[op], result, left, right);
}

export function unary(unit: Unit, node: ast.UnaryOp, target: number): number {
  const constant = constantOf(node);
  if (constant !== null) return loadConstant(unit, node, constant, target);
  const mark = unit.top;
  const operand = unit.operand(node.operand);
  unit.release(mark);
  const result = unit.result(target);
  const op = node.op === "-" ? Op.Negate : node.op === "+" ? Op.Positive : node.op === "~" ? Op.Invert : Op.Not;
  unit.emit(node, op, result, operand);
  return result;
}

/** A comparison as a value. */
export function compare(unit: Unit, node: ast.Compare, target: number): number {
  warnCompare(unit, node);
  const mark = unit.top;
  const last = node.ops.length - 1;
  if (last === 0) {
    const left = unit.operand(node.left);
    const right = comparand(unit, node.ops[0] as ast.CompareOperator, node.comparators[0] as ast.Expression);
    unit.release(mark);
    const result = unit.result(target);
    emitCompare(unit, node, node.ops[0] as ast.CompareOperator, result, left, right);
    return result;
  }
  // Each comparison but the last ends the chain when it is false. The result must not be a local: it is written early.
  const { builder } = unit;
  const result = unit.temp();
  const block = builder.openBlock();
  const rest = unit.top;
  let left = unit.operand(node.left);
  for (let at = 0; at <= last; at++) {
    const op = node.ops[at] as ast.CompareOperator;
    const right = comparand(unit, op, node.comparators[at] as ast.Expression);
    emitCompare(unit, node, op, result, left, right);
    if (at < last) builder.emitJump(node, Op.JumpIf, result, 0, 0, block);
    left = keepOnTop(unit, right, rest);
  }
  builder.closeBlock(block);
  unit.release(mark);
  if (target >= 0) unit.move(node, target, result);
  return target >= 0 ? target : unit.temp();
}

/** Moves a value down to `mark` so that the temporaries above are free; a local stays where it is. */
export function keepOnTop(unit: Unit, register: number, mark: number): number {
  unit.release(mark);
  if (unit.isLocal(register)) return register;
  unit.temp();
  unit.move(null, mark, register);
  return mark;
}

/** The right side of a comparison; a display of constants after `in` need not be built. */
export function comparand(unit: Unit, op: ast.CompareOperator, node: ast.Expression): number {
  const constant = op === "in" || op === "not in" ? constantIterable(node) : null;
  return constant === null ? unit.operand(node) : loadConstant(unit, node, constant, -1);
}

const COMPARE: Readonly<Record<ast.CompareOperator, Op>> = {
  "<": Op.Less,
  "<=": Op.LessEqual,
  "==": Op.Equal,
  "!=": Op.NotEqual,
  ">": Op.Greater,
  ">=": Op.GreaterEqual,
  is: Op.Is,
  "is not": Op.Is,
  in: Op.Contains,
  "not in": Op.Contains,
};

function emitCompare(
  unit: Unit,
  at: ast.Located,
  op: ast.CompareOperator,
  result: number,
  left: number,
  right: number,
): void {
  unit.emit(at, COMPARE[op], result, left, right);
  if (op === "is not" || op === "not in") unit.emit(at, Op.Not, result, result);
}
