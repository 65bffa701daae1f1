// Displays of tuples, lists, sets and dicts; long ones are built piece by piece.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { constantOf, constantTuple } from "./fold.ts";
import type { Unit } from "./unit.ts";

/** At most so many values stand in registers next to each other. */
export const CHUNK = 64;

/** From so many constants on, a list is made from a tuple. */
const MIN_CONSTANTS = 3;

export function tuple(unit: Unit, node: ast.Tuple, target: number): number {
  const { elements } = node;
  const constant = constantOf(node);
  if (constant !== null) {
    const result = unit.result(target);
    unit.emitConstant(node, constant, result);
    return result;
  }
  const mark = unit.top;
  if (fitsInRow(elements)) {
    for (const element of elements) unit.push(element);
    unit.release(mark);
    const result = unit.result(target);
    unit.emit(node, Op.BuildTuple, result, mark, elements.length);
    return result;
  }
  const list = unit.temp();
  buildPieces(unit, node, Op.BuildList, Op.ListAppend, Op.ListExtend, list, elements);
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.ListToTuple, result, list);
  return result;
}

export function list(unit: Unit, node: ast.List, target: number): number {
  return collection(unit, node, Op.BuildList, Op.ListAppend, Op.ListExtend, target);
}

export function set(unit: Unit, node: ast.Set, target: number): number {
  return collection(unit, node, Op.BuildSet, Op.SetAdd, Op.SetUpdate, target);
}

function collection(unit: Unit, node: ast.List | ast.Set, build: Op, add: Op, extend: Op, target: number): number {
  const { elements } = node;
  const mark = unit.top;
  const constants = elements.length < MIN_CONSTANTS ? null : constantTuple(elements);
  if (constants === null && fitsInRow(elements)) {
    for (const element of elements) unit.push(element);
    unit.release(mark);
    const result = unit.result(target);
    unit.emit(node, build, result, mark, elements.length);
    return result;
  }
  // It is written more than once, so it must not be a local that other code may see.
  const result = unit.temp();
  if (constants !== null) {
    unit.emit(node, build, result, result, 0);
    const items = unit.temp();
    unit.emitConstant(node, constants, items);
    unit.emit(node, extend, result, items);
  } else {
    buildPieces(unit, node, build, add, extend, result, elements);
  }
  return settle(unit, node, result, mark, target);
}

/** Ends an expression whose value was built in the temporary at `mark`. */
export function settle(unit: Unit, at: ast.Located, register: number, mark: number, target: number): number {
  unit.release(mark);
  if (target < 0) return unit.temp();
  unit.move(at, target, register);
  return target;
}

function fitsInRow(elements: readonly ast.Expression[]): boolean {
  return elements.length <= CHUNK && !elements.some((element) => element.kind === "Starred");
}

function buildPieces(
  unit: Unit,
  at: ast.Located,
  build: Op,
  add: Op,
  extend: Op,
  result: number,
  elements: readonly ast.Expression[],
): void {
  const first = elements.findIndex((element) => element.kind === "Starred");
  const count = Math.min(first === -1 ? elements.length : first, CHUNK);
  const mark = unit.top;
  for (let index = 0; index < count; index++) unit.push(elements[index] as ast.Expression);
  unit.emit(at, build, result, mark, count);
  unit.release(mark);
  appendAll(unit, at, add, extend, result, elements.slice(count));
}

/** Adds elements one by one, starred ones by extending. */
export function appendAll(
  unit: Unit,
  at: ast.Located,
  add: Op,
  extend: Op,
  result: number,
  elements: readonly ast.Expression[],
): void {
  for (const element of elements) {
    const mark = unit.top;
    const isStarred = element.kind === "Starred";
    const value = unit.operand(isStarred ? element.value : element);
    unit.emit(at, isStarred ? extend : add, result, value);
    unit.release(mark);
  }
}

export function dict(unit: Unit, node: ast.Dict, target: number): number {
  const { keys, values } = node;
  const mark = unit.top;
  if (keys.length <= CHUNK / 2 && !keys.includes(null)) {
    pushPairs(unit, node, 0, keys.length);
    unit.release(mark);
    const result = unit.result(target);
    unit.emit(node, Op.BuildDict, result, mark, keys.length);
    return result;
  }
  const result = unit.temp();
  let count = 0;
  while (count < keys.length && count < CHUNK / 2 && keys[count] !== null) count++;
  pushPairs(unit, node, 0, count);
  unit.emit(node, Op.BuildDict, result, result + 1, count);
  unit.release(result + 1);
  for (let at = count; at < keys.length; at++) {
    const key = keys[at] ?? null;
    const value = values[at] as ast.Expression;
    if (key === null) {
      unit.emit(node, Op.DictUpdate, result, unit.operand(value));
    } else {
      const keyRegister = unit.operand(key);
      unit.emit(node, Op.DictAdd, result, keyRegister, unit.operand(value));
    }
    unit.release(result + 1);
  }
  return settle(unit, node, result, mark, target);
}

function pushPairs(unit: Unit, node: ast.Dict, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    unit.push(node.keys[at] as ast.Expression);
    unit.push(node.values[at] as ast.Expression);
  }
}
