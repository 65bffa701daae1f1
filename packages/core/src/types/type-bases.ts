// Setting `__bases__` of a class: a new order for it and all that derive from it.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { bestBase } from "../protocol/class-bases.ts";
import { linkClass, unlinkClass } from "../protocol/class-tree.ts";
import { linearize } from "../protocol/mro.ts";
import { raiseTypeError } from "../protocol/raise.ts";

export function setBases(vm: Machine, type: PyType, value: Value): Result {
  const shown = `${type.name}.__bases__`;
  if (!(value instanceof PyTuple)) {
    return raiseTypeError(vm, `can only assign tuple to ${shown}, not ${typeOf(value).name}`);
  }
  if (value.items.length === 0) return raiseTypeError(vm, `can only assign non-empty tuple to ${shown}, not ()`);
  for (const base of value.items) {
    if (!(base instanceof PyType)) {
      return raiseTypeError(vm, `${shown} must be tuple of classes, not '${typeOf(base).name}'`);
    }
    if (base.isSubtype(type)) return raiseTypeError(vm, "a __bases__ item causes an inheritance cycle");
  }
  const best = bestBase(vm, value.items);
  if (best === undefined) return undefined;
  const old = type.base as PyType;
  if (best.solid !== old.solid || best.layout !== old.layout || (best.hasDict && !type.hasDict)) {
    return raiseTypeError(vm, `__bases__ assignment: '${best.name}' object layout differs from '${old.name}'`);
  }
  return rebase(vm, type, value.items as readonly PyType[], best);
}

/** Put the new bases in place; everything is as before when some class's order cannot be made. */
function rebase(vm: Machine, type: PyType, bases: readonly PyType[], best: PyType): Result {
  const before = new Map<PyType, readonly PyType[]>();
  const oldBases = type.bases;
  const oldBase = type.base;
  type.bases = bases;
  type.base = best;
  // A class comes after all of its bases that change: those that derive are visited in the order of a depth-first walk.
  const pending: PyType[] = [type];
  for (let each = pending.shift(); each !== undefined; each = pending.shift()) {
    const order = linearize(vm, each, each.bases);
    if (order === undefined) {
      for (const [changed, mro] of before) changed.mro = mro;
      type.bases = oldBases;
      type.base = oldBase;
      return undefined;
    }
    if (!before.has(each)) before.set(each, each.mro);
    each.mro = order;
    pending.push(...each.subclasses);
  }
  type.bases = oldBases;
  unlinkClass(vm, type);
  type.bases = bases;
  linkClass(vm, type);
  type.changed();
  return NONE;
}
