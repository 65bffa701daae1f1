// if, while and for.

import type { OpenRegion } from "../bytecode/builder.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { within } from "./control.ts";
import { constantOf, truthOf } from "./fold.ts";
import { closeIteration, openIteration, openIterator } from "./iteration.ts";
import type { Unit } from "./unit.ts";

/** A chain of elif is a loop here: each branch jumps to the one end. */
export function ifStatement(unit: Unit, node: ast.If): void {
  const { builder } = unit;
  if (node.orelse.length === 0) {
    const end = builder.openBlock();
    unit.jumpIf(node.test, false, end);
    unit.statements(node.body);
    builder.closeBlock(end);
    return;
  }
  const end = builder.openBlock();
  let branch = node;
  for (;;) {
    const next = builder.openBlock();
    unit.jumpIf(branch.test, false, next);
    unit.statements(branch.body);
    builder.emitJump(null, Op.Jump, 0, 0, 0, end);
    builder.closeBlock(next);
    const [only] = branch.orelse;
    if (branch.orelse.length !== 1 || only?.kind !== "If") break;
    branch = only;
    unit.trace(branch, TraceKind.Line);
  }
  unit.statements(branch.orelse);
  builder.closeBlock(end);
}

export function whileStatement(unit: Unit, node: ast.While): void {
  const { builder } = unit;
  const end = builder.openBlock();
  const exit = node.orelse.length === 0 ? end : builder.openBlock();
  const constant = constantOf(node.test);
  const isEndless = constant !== null && truthOf(constant) === true;
  const loop = builder.openLoop();
  if (!isEndless) unit.jumpIf(node.test, false, exit);
  within(unit, { kind: "loop", outer: unit.frames, exit: end, loop, header: node }, node, () =>
    unit.statements(node.body),
  );
  // What stands still at the jump of an endless loop stands at its line.
  unit.jumpBack(isEndless ? node.test : null, loop, node);
  builder.closeLoop(loop);
  finishLoop(unit, node, exit, end);
}

export function forStatement(unit: Unit, node: ast.For): void {
  const { builder } = unit;
  const mark = unit.top;
  const iterator = openIterator(unit, node.iter, node.isAsync);
  const end = builder.openBlock();
  const iteration = openIteration(unit, node, node.iter, node.target, iterator, node.isAsync);
  const frame = { kind: "loop", outer: unit.frames, exit: end, loop: iteration.loop, header: node } as const;
  within(unit, frame, node, () => unit.statements(node.body));
  unit.trace(node, TraceKind.Again);
  closeIteration(unit, iteration);
  finishLoop(unit, node, iteration.exit, end);
  unit.release(mark);
}

/** The `else` of a loop runs unless `break` jumped past it. */
function finishLoop(unit: Unit, node: ast.While | ast.For, exit: OpenRegion, end: OpenRegion): void {
  if (exit !== end) unit.builder.closeBlock(exit);
  unit.statements(node.orelse);
  unit.builder.closeBlock(end);
}
