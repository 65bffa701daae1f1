// Conditions: truth that decides where to go, without making a bool of it; and/or/if-else as values.

import type { OpenRegion } from "../bytecode/builder.ts";
import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { warnCompare } from "./checks.ts";
import { settle } from "./displays.ts";
import { constantOf, truthOf } from "./fold.ts";
import { comparand, keepOnTop } from "./operators.ts";
import type { Unit } from "./unit.ts";

/** Jumps to the end of the block when the truth of the expression is `sense`, else falls through. */
export function jumpIf(unit: Unit, node: ast.Expression, sense: boolean, block: OpenRegion): void {
  switch (node.kind) {
    case "UnaryOp":
      if (node.op !== "not") break;
      unit.jumpIf(node.operand, !sense, block);
      return;
    case "BoolOp":
      jumpIfBoolOp(unit, node, sense, block);
      return;
    case "Compare":
      jumpIfCompare(unit, node, sense, block);
      return;
    case "IfExp":
      jumpIfIfExp(unit, node, sense, block);
      return;
  }
  const constant = constantOf(node);
  const truth = constant === null ? null : truthOf(constant);
  if (truth !== null) {
    if (truth === sense) unit.builder.emitJump(node, Op.Jump, 0, 0, 0, block);
    return;
  }
  unit.builder.emitJump(node, Op.JumpIf, unit.operand(node), 0, sense ? 1 : 0, block);
}

function jumpIfBoolOp(unit: Unit, node: ast.BoolOp, sense: boolean, block: OpenRegion): void {
  const { values } = node;
  if ((node.op === "or") === sense) {
    for (const value of values) unit.jumpIf(value, sense, block);
    return;
  }
  // Any value but the last decides for the other side.
  const skip = unit.builder.openBlock();
  const last = values.length - 1;
  for (let at = 0; at < last; at++) unit.jumpIf(values[at] as ast.Expression, !sense, skip);
  unit.jumpIf(values[last] as ast.Expression, sense, block);
  unit.builder.closeBlock(skip);
}

function jumpIfIfExp(unit: Unit, node: ast.IfExp, sense: boolean, block: OpenRegion): void {
  const { builder } = unit;
  const end = builder.openBlock();
  const orelse = builder.openBlock();
  unit.jumpIf(node.test, false, orelse);
  unit.jumpIf(node.body, sense, block);
  builder.emitJump(node, Op.Jump, 0, 0, 0, end);
  builder.closeBlock(orelse);
  unit.jumpIf(node.orelse, sense, block);
  builder.closeBlock(end);
}

function jumpIfCompare(unit: Unit, node: ast.Compare, sense: boolean, block: OpenRegion): void {
  warnCompare(unit, node);
  const { builder } = unit;
  const last = node.ops.length - 1;
  const mark = unit.top;
  let left = unit.operand(node.left);
  if (last === 0) {
    jumpCompare(unit, node, 0, left, sense, block);
    return;
  }
  const skip = sense ? builder.openBlock() : block;
  for (let at = 0; at < last; at++) {
    const op = node.ops[at] as ast.CompareOperator;
    const right = comparand(unit, op, node.comparators[at] as ast.Expression);
    emitJumpCompare(unit, node, op, left, right, false, skip);
    left = keepOnTop(unit, right, mark);
  }
  jumpCompare(unit, node, last, left, sense, block);
  if (sense) builder.closeBlock(skip);
}

const JUMP_COMPARE: Readonly<Partial<Record<ast.CompareOperator, Op>>> = {
  "<": Op.JumpLess,
  "<=": Op.JumpLessEqual,
  "==": Op.JumpEqual,
  "!=": Op.JumpNotEqual,
  ">": Op.JumpGreater,
  ">=": Op.JumpGreaterEqual,
};

/** From an instruction of the group above to the one with a constant on the right. */
const TO_CONSTANT: number = Op.JumpLessConst - Op.JumpLess;

/** The last comparison of a chain: its right side may be a constant. */
function jumpCompare(unit: Unit, node: ast.Compare, at: number, left: number, sense: boolean, block: OpenRegion): void {
  const op = node.ops[at] as ast.CompareOperator;
  const rightNode = node.comparators[at] as ast.Expression;
  const constant = constantOf(rightNode);
  if (constant !== null) {
    const jump = JUMP_COMPARE[op];
    const index = jump === undefined ? -1 : unit.constant(constant);
    if (jump !== undefined && index >= 0 && index <= 0xffff) {
      unit.builder.emitJump(node, jump + TO_CONSTANT, left, index, sense ? 1 : 0, block);
      return;
    }
    if (constant.type === "none" && (op === "is" || op === "is not")) {
      unit.builder.emitJump(node, Op.JumpIsNone, left, 0, (op === "is") === sense ? 1 : 0, block);
      return;
    }
  }
  emitJumpCompare(unit, node, op, left, comparand(unit, op, rightNode), sense, block);
}

function emitJumpCompare(
  unit: Unit,
  node: ast.Located,
  op: ast.CompareOperator,
  left: number,
  right: number,
  sense: boolean,
  block: OpenRegion,
): void {
  const jump = JUMP_COMPARE[op];
  if (jump !== undefined) {
    unit.builder.emitJump(node, jump, left, right, sense ? 1 : 0, block);
  } else if (op === "is" || op === "is not") {
    unit.builder.emitJump(node, Op.JumpIs, left, right, (op === "is") === sense ? 1 : 0, block);
  } else {
    const truth = unit.temp();
    unit.emit(node, Op.Contains, truth, left, right);
    unit.builder.emitJump(node, Op.JumpIf, truth, 0, (op === "in") === sense ? 1 : 0, block);
  }
}

/** `and` and `or` as a value: that of the operand which decides. */
export function boolOp(unit: Unit, node: ast.BoolOp, target: number): number {
  // The operands are evaluated into the result one after the other, so it must not be a local.
  const mark = unit.top;
  const result = unit.temp();
  const block = unit.builder.openBlock();
  const decisive = node.op === "or";
  const last = node.values.length - 1;
  for (let at = 0; at < last; at++) decide(unit, node, node.values[at] as ast.Expression, result, decisive, block);
  unit.into(node.values[last] as ast.Expression, result);
  unit.builder.closeBlock(block);
  return settle(unit, node, result, mark, target);
}

/** Jumps with the value in `result` when its truth is `sense`; else falls through, and the value does not matter. */
function decide(
  unit: Unit,
  whole: ast.Located,
  node: ast.Expression,
  result: number,
  sense: boolean,
  block: OpenRegion,
): void {
  if (node.kind === "BoolOp") {
    const last = node.values.length - 1;
    if ((node.op === "or") === sense) {
      for (const value of node.values) decide(unit, node, value, result, sense, block);
      return;
    }
    const skip = unit.builder.openBlock();
    for (let at = 0; at < last; at++) unit.jumpIf(node.values[at] as ast.Expression, !sense, skip);
    decide(unit, node, node.values[last] as ast.Expression, result, sense, block);
    unit.builder.closeBlock(skip);
    return;
  }
  const constant = constantOf(node);
  const truth = constant === null ? null : truthOf(constant);
  if (truth !== null && truth !== sense) return;
  unit.into(node, result);
  if (truth === null) unit.builder.emitJump(whole, Op.JumpIf, result, 0, sense ? 1 : 0, block);
  else unit.builder.emitJump(whole, Op.Jump, 0, 0, 0, block);
}

/** `body if test else orelse`: each branch writes the result once, at its end, so a local will do. */
export function ifExp(unit: Unit, node: ast.IfExp, target: number): number {
  const { builder } = unit;
  const result = unit.result(target);
  const mark = unit.top;
  const end = builder.openBlock();
  const orelse = builder.openBlock();
  unit.jumpIf(node.test, false, orelse);
  unit.into(node.body, result);
  builder.emitJump(node, Op.Jump, 0, 0, 0, end);
  builder.closeBlock(orelse);
  unit.into(node.orelse, result);
  builder.closeBlock(end);
  unit.release(mark);
  return result;
}
