// match: trying the cases in turn.

import { Op, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { storeName } from "./names.ts";
import { matchPattern, PatternContext } from "./patterns.ts";
import type { Unit } from "./unit.ts";

export function matchStatement(unit: Unit, node: ast.Match): void {
  const { builder } = unit;
  const mark = unit.top;
  // A case may bind the name of the subject and then fail in its guard.
  const subject = unit.push(node.subject);
  const end = builder.openBlock();
  const last = node.cases.length - 1;
  for (const [at, { pattern, guard, body }] of node.cases.entries()) {
    const next = builder.openBlock();
    unit.trace(pattern, TraceKind.Line);
    const context = new PatternContext(next);
    matchPattern(unit, context, pattern, subject, guard !== null || at === last);
    // Names are bound when the whole pattern has matched.
    for (const [name, register] of context.captures) storeName(unit, name, register, pattern);
    unit.release(subject + 1);
    if (guard !== null) unit.jumpIf(guard, false, next);
    unit.statements(body);
    builder.emitJump(null, Op.Jump, 0, 0, 0, end);
    builder.closeBlock(next);
  }
  builder.closeBlock(end);
  unit.release(mark);
}
