// try: except, else and finally.

import { Op, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { closeCleanup, openCleanup, within } from "./control.ts";
import { clearName, storeName } from "./names.ts";
import { starClauses } from "./try-star.ts";
import type { Unit } from "./unit.ts";

export function tryStatement(unit: Unit, node: ast.Try): void {
  if (node.finalbody.length === 0) {
    exceptStatement(unit, node);
    return;
  }
  const duty = (): void => unit.statements(node.finalbody);
  protect(unit, node, duty, () => {
    if (node.handlers.length > 0) exceptStatement(unit, node);
    else unit.statements(node.body);
  });
}

/** Compiles `body` so that `duty` is done at its end and on every way out of it. */
function protect(unit: Unit, at: ast.Located, duty: () => void, body: () => void): void {
  const { builder, compilation } = unit;
  const mark = unit.top;
  const end = builder.openBlock();
  const frame = openCleanup(unit);
  const exception = unit.temp();
  const saved = unit.temp();
  const attempt = builder.openTry(exception);
  within(unit, frame, at, body);
  builder.emitJump(null, Op.Jump, 0, 0, 0, end);
  builder.closeTry(attempt);
  unit.emit(null, Op.EnterHandler, saved, exception);
  const handler = builder.openHandler(saved);
  within(unit, { kind: "handler", outer: unit.frames, saved }, at, duty);
  unit.emit(null, Op.Reraise, exception);
  builder.closeHandler(handler);
  // The duty was compiled once, which is when it is complained about.
  compilation.repeats++;
  closeCleanup(unit, frame, at, duty);
  builder.closeBlock(end);
  duty();
  compilation.repeats--;
  unit.release(mark);
}

function exceptStatement(unit: Unit, node: ast.Try): void {
  const { builder } = unit;
  refuseEarlyDefault(unit, node);
  const mark = unit.top;
  const end = builder.openBlock();
  const orelse = node.orelse.length === 0 ? end : builder.openBlock();
  const exception = unit.temp();
  const saved = unit.temp();
  const attempt = builder.openTry(exception);
  within(unit, { kind: "protected", outer: unit.frames }, node, () => unit.statements(node.body));
  builder.emitJump(null, Op.Jump, 0, 0, 0, orelse);
  builder.closeTry(attempt);
  unit.emit(null, Op.EnterHandler, saved, exception);
  const handler = builder.openHandler(saved);
  const frame = { kind: "handler", outer: unit.frames, saved } as const;
  within(unit, frame, node, () => {
    if (node.isStar) starClauses(unit, node, exception);
    else for (const clause of node.handlers) exceptClause(unit, clause, exception, () => leaveClause());
  });
  if (node.isStar) leaveClause();
  unit.emit(null, Op.Reraise, exception);
  builder.closeHandler(handler);
  if (orelse !== end) builder.closeBlock(orelse);
  unit.statements(node.orelse);
  builder.closeBlock(end);
  unit.release(mark);

  function leaveClause(): void {
    unit.emit(null, Op.LeaveHandler, saved);
    builder.emitJump(null, Op.Jump, 0, 0, 0, end);
  }
}

function refuseEarlyDefault(unit: Unit, node: ast.Try): void {
  for (const clause of node.handlers.slice(0, -1)) {
    if (clause.type === null) throw unit.error("default 'except:' must be last", clause);
  }
}

function exceptClause(unit: Unit, clause: ast.ExceptHandler, exception: number, done: () => void): void {
  const { builder } = unit;
  const next = builder.openBlock();
  unit.trace(clause, TraceKind.Line);
  if (clause.type !== null) {
    const mark = unit.top;
    builder.emitJump(clause, Op.JumpUnlessCaught, exception, unit.operand(clause.type), 0, next);
    unit.release(mark);
  }
  const { name } = clause;
  if (name === null) {
    within(unit, { kind: "protected", outer: unit.frames }, clause, () => unit.statements(clause.body));
  } else {
    storeName(unit, name, exception, clause);
    protect(
      unit,
      clause,
      () => clearName(unit, name, clause),
      () => unit.statements(clause.body),
    );
  }
  done();
  builder.closeBlock(next);
}
