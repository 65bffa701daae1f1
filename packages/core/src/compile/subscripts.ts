// Items and slices: where they are read, written and deleted.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { warnIndex } from "./checks.ts";
import { constantOf, NONE } from "./fold.ts";
import type { Unit } from "./unit.ts";

/** `left[node.index]`; temporaries from `mark` on are free for the result. */
export function loadItem(unit: Unit, node: ast.Subscript, left: number, mark: number, target: number): number {
  warnIndex(unit, node);
  const constant = constantOf(node.index);
  const index = constant === null ? -1 : unit.constant(constant);
  if (index >= 0 && index <= 0xffff) {
    unit.release(mark);
    const result = unit.result(target);
    unit.emit(node, Op.LoadItemConst, result, left, index);
    return result;
  }
  const key = unit.operand(node.index);
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.LoadItem, result, left, key);
  return result;
}

export function slice(unit: Unit, node: ast.Slice, target: number): number {
  const mark = unit.top;
  for (const part of [node.lower, node.upper, node.step]) {
    if (part !== null) unit.push(part);
    else unit.emitConstant(node, NONE, unit.temp());
  }
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.BuildSlice, result, mark);
  return result;
}

export function deleteItem(unit: Unit, node: ast.Subscript): void {
  const mark = unit.top;
  const object = unit.operand(node.value);
  const key = unit.operand(node.index);
  unit.release(mark);
  unit.emit(node, Op.DeleteItem, object, key);
}
