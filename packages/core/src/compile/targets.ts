// Assignment targets: storing into names, attributes, items, and unpacking into several.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { noteStaticAttribute, storeAttribute } from "./attributes.ts";
import { localRegister, storeName } from "./names.ts";
import type { Unit } from "./unit.ts";

type Sequence = ast.List | ast.Tuple;

/** Stores what is in a register; the expressions inside the target are evaluated first. */
export function storeTarget(unit: Unit, target: ast.Target, value: number): void {
  const mark = unit.top;
  switch (target.kind) {
    case "Name":
      storeName(unit, target.id, value, target);
      break;
    case "Attribute":
      noteStaticAttribute(unit, target);
      storeAttribute(unit, target, unit.operand(target.value), value);
      break;
    case "Subscript": {
      const object = unit.operand(target.value);
      const key = unit.operand(target.index);
      unit.emit(target, Op.StoreItem, object, key, value);
      break;
    }
    case "List":
    case "Tuple":
      unpack(unit, target, value);
      break;
    case "Starred":
      throw unit.error("starred assignment target must be in a list or tuple", target);
  }
  unit.release(mark);
}

/** The register of a target that can be written in place, else a new temporary for `storeTarget` to read. */
export function targetRegister(unit: Unit, target: ast.Target): number {
  const register = target.kind === "Name" ? localRegister(unit, target.id) : -1;
  return register >= 0 ? register : unit.temp();
}

/** After a value has been put into what `targetRegister` gave. */
export function settleTarget(unit: Unit, target: ast.Target, register: number): void {
  if (unit.isLocal(register)) unit.builder.markBound(register);
  else storeTarget(unit, target, register);
}

function unpack(unit: Unit, target: Sequence, value: number): void {
  const { elements } = target;
  const star = starIndex(unit, target);
  const count = elements.length;
  const row = consecutiveLocals(unit, elements);
  const first = row >= 0 ? row : unit.reserve(count);
  if (star === -1) unit.emit(target, Op.Unpack, first, value, count);
  else unit.builder.emitExtended(target, Op.UnpackStar, first, value, star, count - star - 1);
  for (let at = 0; at < count; at++) {
    const element = elements[at] as ast.Target;
    if (row >= 0) unit.builder.markBound(row + at);
    else storeTarget(unit, at === star ? ((element as ast.Starred).value as ast.Target) : element, first + at);
  }
}

function starIndex(unit: Unit, target: Sequence): number {
  const { elements } = target;
  const star = elements.findIndex((element) => element.kind === "Starred");
  if (star === -1) return -1;
  // An unpacking instruction of CPython's has so much room.
  if (star >= 1 << 8 || elements.length - star - 1 >= 1 << 23) {
    throw unit.error("too many expressions in star-unpacking assignment", target);
  }
  if (elements.some((element, at) => at > star && element.kind === "Starred")) {
    throw unit.error("multiple starred expressions in assignment", target);
  }
  return star;
}

/** The first register when the elements are locals in successive registers, else -1. */
function consecutiveLocals(unit: Unit, elements: readonly ast.Expression[]): number {
  let first = -1;
  for (const [at, element] of elements.entries()) {
    const name = element.kind === "Starred" ? element.value : element;
    const register = name.kind === "Name" ? localRegister(unit, name.id) : -1;
    if (register < 0 || (at > 0 && register !== first + at)) return -1;
    if (at === 0) first = register;
  }
  return first;
}

export function assign(unit: Unit, node: ast.Assign): void {
  const { targets, value } = node;
  const [target] = targets;
  const mark = unit.top;
  if (targets.length === 1 && target !== undefined) {
    assignOne(unit, target, value);
  } else {
    let register = unit.operand(value);
    // A local might be assigned by one target while the next still wants its old value.
    if (unit.isLocal(register) && !targets.every((one) => one.kind === "Name")) {
      const copy = unit.temp();
      unit.move(value, copy, register);
      register = copy;
    }
    for (const one of targets) storeTarget(unit, one, register);
  }
  unit.release(mark);
}

export function assignOne(unit: Unit, target: ast.Target, value: ast.Expression): void {
  if (target.kind === "Name") {
    const register = localRegister(unit, target.id);
    if (register >= 0) {
      unit.into(value, register);
      unit.builder.markBound(register);
      return;
    }
  } else if ((target.kind === "Tuple" || target.kind === "List") && value.kind === "Tuple") {
    if (assignPairs(unit, target.elements, value.elements)) return;
  }
  storeTarget(unit, target, unit.operand(value));
}

/** `a, b = c, d` without a tuple: all values first, then all stores. False when it cannot be done so. */
function assignPairs(unit: Unit, targets: readonly ast.Expression[], values: readonly ast.Expression[]): boolean {
  if (targets.length !== values.length || targets.length > 8) return false;
  for (const list of [targets, values]) if (list.some((one) => one.kind === "Starred")) return false;
  const stored = new Set<number>();
  const registers: number[] = [];
  for (const [at, value] of values.entries()) {
    const target = targets[at] as ast.Target;
    const mark = unit.top;
    let register = unit.operand(value);
    // The value of a local that an earlier target overwrites has to be saved.
    if (unit.isLocal(register) && (stored.has(register) || bindsInside(targets, at))) {
      unit.release(mark);
      const copy = unit.temp();
      unit.move(value, copy, register);
      register = copy;
    }
    registers.push(register);
    if (target.kind === "Name") stored.add(localRegister(unit, target.id));
  }
  for (const [at, target] of targets.entries()) storeTarget(unit, target as ast.Target, registers[at] as number);
  return true;
}

/** Whether a target before `end` is itself a list of targets. */
function bindsInside(targets: readonly ast.Expression[], end: number): boolean {
  return targets.some((target, at) => at < end && (target.kind === "Tuple" || target.kind === "List"));
}
