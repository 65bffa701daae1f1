// with and async with.

import { Op, Special, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { closeCleanup, openCleanup, within } from "./control.ts";
import { NONE } from "./fold.ts";
import { Awaited, awaitInPlace } from "./suspensions.ts";
import { storeTarget } from "./targets.ts";
import type { Unit } from "./unit.ts";

export function withStatement(unit: Unit, node: ast.With): void {
  withItem(unit, node, 0);
}

/** One item around the others, and those around the body. */
function withItem(unit: Unit, node: ast.With, index: number): void {
  const item = node.items[index];
  if (item === undefined) {
    unit.statements(node.body);
    return;
  }
  const { builder } = unit;
  const { context, target } = item;
  const mark = unit.top;
  const exit = unit.temp();
  const value = enter(unit, node, context, exit);
  const end = builder.openBlock();
  const normal = builder.openBlock();
  const frame = openCleanup(unit);
  const exception = unit.temp();
  const saved = unit.temp();
  const attempt = builder.openTry(exception);
  within(unit, frame, node, () => {
    if (target !== null) storeTarget(unit, target, value);
    withItem(unit, node, index + 1);
  });
  builder.emitJump(null, Op.Jump, 0, 0, 0, normal);
  builder.closeTry(attempt);
  unit.emit(context, Op.EnterHandler, saved, exception);
  const handler = builder.openHandler(saved);
  exitWithException(unit, node, context, exit, exception);
  unit.emit(context, Op.LeaveHandler, saved);
  builder.closeHandler(handler);
  builder.emitJump(context, Op.Jump, 0, 0, 0, end);
  closeCleanup(unit, frame, context, () => exitNormally(unit, node, context, exit));
  builder.closeBlock(normal);
  exitNormally(unit, node, context, exit);
  builder.closeBlock(end);
  unit.release(mark);
}

/** Enters the context; its exit method goes to a register, its value is in a temporary on top. */
function enter(unit: Unit, node: ast.With, context: ast.Expression, exit: number): number {
  const value = unit.temp();
  const manager = unit.operand(context);
  unit.emit(context, Op.LoadSpecial, value, manager, node.isAsync ? Special.AsyncEnter : Special.Enter);
  unit.emit(context, Op.LoadSpecial, exit, manager, node.isAsync ? Special.AsyncExit : Special.Exit);
  unit.release(value + 1);
  unit.emit(context, Op.Call, value, value, 0);
  if (node.isAsync) awaitInPlace(unit, context, value, Awaited.Enter);
  return value;
}

function exitNormally(unit: Unit, node: ast.With, at: ast.Located, exit: number): void {
  unit.trace(node, TraceKind.Line);
  const base = unit.reserve(4);
  unit.move(at, base, exit);
  for (let at3 = 1; at3 <= 3; at3++) unit.emitConstant(at, NONE, base + at3);
  callExit(unit, node, at, base);
}

/** Goes on when the exit method says that the exception is dealt with. */
function exitWithException(unit: Unit, node: ast.With, at: ast.Located, exit: number, exception: number): void {
  const { builder } = unit;
  unit.trace(node, TraceKind.Line);
  const base = unit.reserve(4);
  unit.move(at, base, exit);
  unit.emit(at, Op.ExceptionTriple, base + 1, exception);
  callExit(unit, node, at, base);
  const suppressed = builder.openBlock();
  builder.emitJump(at, Op.JumpIf, base, 0, 1, suppressed);
  unit.emit(at, Op.Reraise, exception);
  builder.closeBlock(suppressed);
}

function callExit(unit: Unit, node: ast.With, at: ast.Located, base: number): void {
  unit.emit(at, Op.Call, base, base, 3);
  unit.release(base + 1);
  if (node.isAsync) awaitInPlace(unit, at, base, Awaited.Exit);
  unit.release(base);
}
