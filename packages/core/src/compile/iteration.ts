// One `for` around a body, of a statement or of a comprehension, synchronous or not.

import type { OpenRegion } from "../bytecode/builder.ts";
import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { constantIterable } from "./fold.ts";
import { loadConstant } from "./operators.ts";
import { delegate } from "./suspensions.ts";
import { settleTarget, targetRegister } from "./targets.ts";
import type { Unit } from "./unit.ts";

export interface Iteration {
  /** Its end is where the loop goes when there are no more items. */
  readonly exit: OpenRegion;
  readonly loop: OpenRegion;
}

/** The iterator of a `for`, in a new temporary on top. */
export function openIterator(unit: Unit, iter: ast.Expression, isAsync: boolean): number {
  const iterator = unit.temp();
  const constant = isAsync ? null : constantIterable(iter);
  const iterable = constant === null ? unit.operand(iter) : loadConstant(unit, iter, constant, -1);
  unit.emit(iter, isAsync ? Op.GetAsyncIterator : Op.GetIterator, iterator, iterable);
  unit.release(iterator + 1);
  return iterator;
}

/** Opens the loop and binds the target; `whole` is what an asynchronous step is blamed on. */
export function openIteration(
  unit: Unit,
  whole: ast.Located,
  iter: ast.Located,
  target: ast.Target,
  iterator: number,
  isAsync: boolean,
): Iteration {
  const { builder } = unit;
  const exit = builder.openBlock();
  const loop = builder.openLoop();
  const register = targetRegister(unit, target);
  if (isAsync) nextAsync(unit, whole, iter, register, iterator, exit);
  else builder.emitJump(iter, Op.ForEach, register, iterator, 0, exit);
  settleTarget(unit, target, register);
  return { exit, loop };
}

export function closeIteration(unit: Unit, iteration: Iteration): void {
  unit.builder.emitJumpBack(null, iteration.loop);
  unit.builder.closeLoop(iteration.loop);
}

/** Waits for the next item; only that is protected from StopAsyncIteration. */
function nextAsync(
  unit: Unit,
  whole: ast.Located,
  iter: ast.Located,
  register: number,
  iterator: number,
  exit: OpenRegion,
): void {
  const { builder } = unit;
  const mark = unit.reserve(2);
  const exception = mark;
  const saved = mark + 1;
  const arrived = builder.openBlock();
  const attempt = builder.openTry(exception);
  const awaited = unit.temp();
  unit.emit(whole, Op.GetAsyncNext, awaited, iterator);
  delegate(unit, whole, awaited, register);
  builder.emitJump(whole, Op.Jump, 0, 0, 0, arrived);
  builder.closeTry(attempt);
  unit.emit(iter, Op.EnterHandler, saved, exception);
  const handler = builder.openHandler(saved);
  const stop = builder.openBlock();
  builder.emitJump(iter, Op.EndAsyncFor, exception, 0, 0, stop);
  builder.closeBlock(stop);
  unit.emit(iter, Op.LeaveHandler, saved);
  builder.closeHandler(handler);
  builder.emitJump(iter, Op.Jump, 0, 0, 0, exit);
  builder.closeBlock(arrived);
  unit.release(mark);
}
