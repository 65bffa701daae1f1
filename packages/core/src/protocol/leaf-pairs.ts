// The pairs of enumerate, zip and the items of a dict, as their two parts.
import { enumerateType, zipType } from "../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../objects/iterators.ts";
import type { PyEnumerate, PyZip } from "../objects/lazy-iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { DONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { add } from "../numeric/int.ts";
import { nextLeaf } from "./leaf-iterator.ts";
import { nextPlace } from "./leaf-items.ts";

/** Whether a leaf iterator is one for `nextParts`. */
export function givesPairs(iterator: Value): boolean {
  const type = typeOf(iterator);
  if (type === zipType) return (iterator as PyZip).iterators.length === 2 && !(iterator as PyZip).isStrict;
  return type === enumerateType || (iterator instanceof TableIterator && iterator.item === TableItem.Pair);
}

/**
 * Put the parts of the next pair into `registers` from `at` on: true when that is done, DONE at the end, undefined after
 * raising; false, with nothing done, for another iterator.
 */
export function nextParts(vm: Machine, iterator: Value, registers: (Value | undefined)[], at: number): Result {
  if (iterator instanceof TableIterator) {
    if (iterator.item !== TableItem.Pair) return false;
    const { table } = iterator;
    const place = nextPlace(vm, iterator);
    if (typeof place !== "number") return place;
    registers[at] = (table as PyDict).keys[place];
    registers[at + 1] = (table as PyDict).values[place];
    return true;
  }
  const type = typeOf(iterator);
  if (type === enumerateType) {
    const self = iterator as PyEnumerate;
    if (self.weight === 0) return false;
    const item = nextLeaf(vm, self.iterator);
    if (item === undefined || item === DONE) return item;
    registers[at] = self.count;
    registers[at + 1] = item;
    self.count = add(self.count, 1);
    return true;
  }
  if (type !== zipType || (iterator as PyZip).weight === 0) return false;
  const { iterators, isStrict } = iterator as PyZip;
  if (isStrict || iterators.length !== 2) return false;
  const first = nextLeaf(vm, iterators[0] as Value);
  if (first === undefined || first === DONE) return first;
  const second = nextLeaf(vm, iterators[1] as Value);
  if (second === undefined || second === DONE) return second;
  registers[at] = first;
  registers[at + 1] = second;
  return true;
}
