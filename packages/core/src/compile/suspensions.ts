// yield, yield from and await.

import { CodeKind } from "../bytecode/code.ts";
import { Op } from "../bytecode/op.ts";
import { ScopeKind } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import { NONE } from "./fold.ts";
import type { Unit } from "./unit.ts";

/** Whom GetAwaitable blames for an object that cannot be awaited. */
export enum Awaited {
  Expression,
  Enter,
  Exit,
}

export function yieldValue(unit: Unit, node: ast.Yield, target: number): number {
  if (!unit.scope.isFunctionLike) throw unit.error("'yield' outside function", node);
  const mark = unit.top;
  let value: number;
  if (node.value === null) unit.emitConstant(node, NONE, (value = unit.temp()));
  else value = unit.operand(node.value);
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, unit.kind === CodeKind.AsyncGenerator ? Op.AsyncYield : Op.Yield, result, value);
  return result;
}

export function yieldFrom(unit: Unit, node: ast.YieldFrom, target: number): number {
  if (!unit.scope.isFunctionLike) throw unit.error("'yield from' outside function", node);
  if (unit.scope.isAsync) throw unit.error("'yield from' inside async function", node);
  const mark = unit.top;
  const value = unit.operand(node.value);
  unit.release(mark);
  const iterator = unit.temp();
  unit.emit(node, Op.GetDelegate, iterator, value);
  return delegate(unit, node, iterator, target);
}

export function awaitValue(unit: Unit, node: ast.Await, target: number): number {
  refuseAwait(unit, node);
  const mark = unit.top;
  const value = unit.operand(node.value);
  unit.release(mark);
  const iterator = unit.temp();
  unit.emit(node, Op.GetAwaitable, iterator, value, Awaited.Expression);
  return delegate(unit, node, iterator, target);
}

/** Awaits what is in a temporary on top, in its place. */
export function awaitInPlace(unit: Unit, at: ast.Located, register: number, awaited: Awaited): void {
  unit.emit(at, Op.GetAwaitable, register, register, awaited);
  unit.release(register + 1);
  delegate(unit, at, register, register);
}

/** Runs the iterator in the topmost temporary to its end; the temporary is gone, or is the target. */
export function delegate(unit: Unit, at: ast.Located, iterator: number, target: number): number {
  const sent = unit.temp();
  unit.emitConstant(at, NONE, sent);
  unit.release(target === iterator ? iterator + 1 : iterator);
  const result = unit.result(target);
  unit.emit(at, Op.Delegate, result, iterator, sent);
  return result;
}

function refuseAwait(unit: Unit, node: ast.Await): void {
  const { scope } = unit;
  if (!scope.isFunctionLike) {
    if (unit.compilation.options.topLevelAwait && scope.kind === ScopeKind.Module) return;
    throw unit.error("'await' outside function", node);
  }
  if (!scope.isAsync && !unit.current.isComprehension) throw unit.error("'await' outside async function", node);
}
