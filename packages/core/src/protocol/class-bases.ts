// The bases of a new class: which metaclass they ask for, and which of them decides the layout of instances.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { raiseTypeError } from "./raise.ts";

const CONFLICT =
  "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases";

/** The most derived of `start` and the metaclasses of the bases, or undefined after raising TypeError. */
export function metaclassOf(vm: Machine, start: PyType, bases: readonly Value[]): PyType | undefined {
  let winner = start;
  for (const base of bases) {
    const type = typeOf(base);
    if (winner.isSubtype(type)) continue;
    if (!type.isSubtype(winner)) return raiseTypeError(vm, CONFLICT);
    winner = type;
  }
  return winner;
}

/** The base whose layout the class takes on, or undefined after raising TypeError. */
export function bestBase(vm: Machine, bases: readonly Value[]): PyType | undefined {
  let best: PyType | undefined;
  for (const base of bases) {
    if (!(base instanceof PyType)) return raiseTypeError(vm, "bases must be types");
    if (!base.isBase) return raiseTypeError(vm, `type '${base.name}' is not an acceptable base type`);
    if (best === undefined) best = base;
    else if (best.solid.isSubtype(base.solid)) continue;
    else if (base.solid.isSubtype(best.solid)) best = base;
    else return raiseTypeError(vm, "multiple bases have instance lay-out conflict");
  }
  return best;
}
