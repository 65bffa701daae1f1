// After a census: what refers to objects without holding them forgets those that nothing reaches.
import type { Code } from "../../bytecode/code.ts";
import type { Linked } from "../../objects/linked.ts";
import type { PyType } from "../../objects/type.ts";
import { type Census, isReached } from "./census.ts";

/** Entries looked at in one step. */
const PORTION = 512;

/** What is left of the lists of subclasses and of linked code. */
export interface Sweep {
  readonly classes: Iterator<PyType[]>;
  readonly linked: Iterator<[Code, Linked]>;
}

export function beginSweep({ vm }: Census): Sweep {
  return { classes: vm.subclasses.values(), linked: vm.linked.entries() };
}

/** One step; whether it was the last. */
export function stepSweep(census: Census, sweep: Sweep): boolean {
  let left = PORTION;
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
