// The clauses of except*: each takes its part of the exception group, and what is left or raised is put together.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { within } from "./control.ts";
import { clearName, storeName } from "./names.ts";
import type { Unit } from "./unit.ts";

/** Runs the clauses; goes on when all of the exception was handled, else raises the rest. */
export function starClauses(unit: Unit, node: ast.Try, exception: number): void {
  const { builder } = unit;
  const mark = unit.top;
  const raised = unit.temp();
  const rest = unit.temp();
  unit.emit(node, Op.BuildList, raised, raised, 0);
  unit.move(null, rest, exception);
  for (const clause of node.handlers) starClause(unit, clause, rest, raised);
  const handled = builder.openBlock();
  builder.emitJump(null, Op.JumpIsNone, rest, 0, 1, handled);
  unit.emit(null, Op.ListAppend, raised, rest);
  builder.closeBlock(handled);
  const outcome = unit.temp();
  unit.emit(null, Op.CombineGroups, outcome, exception, raised);
  const done = builder.openBlock();
  builder.emitJump(null, Op.JumpIsNone, outcome, 0, 1, done);
  unit.emit(null, Op.Reraise, outcome);
  builder.closeBlock(done);
  unit.release(mark);
}

/** `rest` is what earlier clauses left, or None; what the body raises is added to the list `raised`. */
function starClause(unit: Unit, clause: ast.ExceptHandler, rest: number, raised: number): void {
  const { builder } = unit;
  const mark = unit.top;
  const next = builder.openBlock();
  const type = unit.operand(clause.type as ast.Expression);
  unit.emit(clause, Op.CheckStarType, type);
  builder.emitJump(clause, Op.JumpIsNone, rest, 0, 1, next);
  const matched = unit.reserve(2);
  unit.emit(clause, Op.SplitGroup, matched, rest, type);
  unit.move(clause, rest, matched + 1);
  builder.emitJump(clause, Op.JumpIsNone, matched, 0, 1, next);
  const saved = unit.temp();
  unit.emit(clause, Op.EnterHandler, saved, matched);
  const handler = builder.openHandler(saved);
  if (clause.name !== null) storeName(unit, clause.name, matched, clause);
  const inner = unit.temp();
  const innerSaved = unit.temp();
  const finished = builder.openBlock();
  const attempt = builder.openTry(inner);
  within(unit, { kind: "group", outer: unit.frames }, clause, () => unit.statements(clause.body));
  builder.emitJump(null, Op.Jump, 0, 0, 0, finished);
  builder.closeTry(attempt);
  unit.emit(null, Op.EnterHandler, innerSaved, inner);
  unit.emit(null, Op.ListAppend, raised, inner);
  unit.emit(null, Op.LeaveHandler, innerSaved);
  builder.closeBlock(finished);
  if (clause.name !== null) clearName(unit, clause.name, clause);
  unit.emit(null, Op.LeaveHandler, saved);
  builder.closeHandler(handler);
  builder.closeBlock(next);
  unit.release(mark);
}
