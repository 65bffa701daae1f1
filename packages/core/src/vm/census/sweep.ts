// After a census: what refers to objects without holding them forgets those that nothing reaches.
import type { Code } from "../../bytecode/code.ts";
import type { Linked } from "../../objects/linked.ts";
import type { PyType } from "../../objects/type.ts";
import { type Awaited, isUnbegun } from "../../objects/unbegun.ts";
import type { PyObject } from "../../objects/value.ts";
import { allReferences, isLost, type WeakReference } from "../../modules/weakref/reference.ts";
import { type Census, isReached } from "./census.ts";

/** Entries looked at in one step. */
const PORTION = 512;

/** What is left of the lists of subclasses, linked code, weak references, objects with a `__del__` and coroutines. */
export interface Sweep {
  readonly references: Iterator<WeakReference>;
  readonly finalizable: Iterator<PyObject>;
  /** Those of the last two that nothing reaches, or whose objects nothing reaches. They are as before until all is over. */
  readonly lost: WeakReference[];
  readonly garbage: PyObject[];
  readonly coroutines: Iterator<Awaited>;
  /** Those that nobody has awaited, and those that nobody can await any more. */
  readonly unbegun: Awaited[];
  readonly unawaited: Awaited[];
  readonly classes: Iterator<PyType[]>;
  readonly linked: Iterator<[Code, Linked]>;
}

export function beginSweep({ vm }: Census): Sweep {
  return {
    references: allReferences(vm),
    finalizable: vm.finalizable.values(),
    lost: [],
    garbage: [],
    coroutines: vm.unbegun.all.values(),
    unbegun: [],
    unawaited: [],
    classes: vm.subclasses.values(),
    linked: vm.linked.entries(),
  };
}

/** One step; whether it was the last. */
export function stepSweep(census: Census, sweep: Sweep): boolean {
  let left = PORTION;
  const isAlive = (object: PyObject): boolean => isReached(census, object);
  while (left-- > 0) {
    const next = sweep.references.next();
    if (next.done === true) break;
    if (isLost(next.value, isAlive)) sweep.lost.push(next.value);
  }
  while (left-- > 0) {
    const next = sweep.finalizable.next();
    if (next.done === true) break;
    if (!isAlive(next.value)) sweep.garbage.push(next.value);
  }
  while (left-- > 0) {
    const next = sweep.coroutines.next();
    if (next.done === true) break;
    if (isUnbegun(next.value)) (isAlive(next.value) ? sweep.unbegun : sweep.unawaited).push(next.value);
  }
  while (left > 0) {
    const next = sweep.classes.next();
    if (next.done === true) break;
    left -= 1 + next.value.length;
    forget(census, next.value);
  }
  while (left-- > 0) {
    const next = sweep.linked.next();
    if (next.done === true) return true;
    const [code, linked] = next.value;
    if (!isReached(census, linked)) census.vm.linked.delete(code);
  }
  return false;
}

/** Take classes that nothing reaches off the lists of their bases, and off those of the classes that stay. */
function forget(census: Census, classes: PyType[]): void {
  let kept = 0;
  for (const one of classes) {
    if (!isReached(census, one)) continue;
    classes[kept++] = one;
    if (one.subclasses.length > 0) forget(census, one.subclasses);
  }
  classes.length = kept;
}
