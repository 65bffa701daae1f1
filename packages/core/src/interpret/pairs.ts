// Loops over pairs that are taken apart at once: of enumerate, zip and the items of a dict, without making the tuple.
import { Op } from "../bytecode/op.ts";
import { enumerateType, generatorType, zipType } from "../objects/builtin-types.ts";
import type { Frame } from "../objects/frame.ts";
import { TableItem, TableIterator } from "../objects/iterators.ts";
import type { PyEnumerate, PyZip } from "../objects/lazy-iterators.ts";
import type { Cache, Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { DONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { add } from "../numeric/int.ts";
import { isLeafIterator, nextLeaf } from "../protocol/leaf-iterator.ts";
import { nextPlace } from "../protocol/leaf-items.ts";
import { WALKS_LEAF, WALKS_OTHER, WALKS_PAIRS } from "./hints.ts";

/** The hint for the ForEach, into register `a`, which the loop has left to its full meaning: none for a generator. */
export function hintFor({ linked, pc }: Frame, a: number, iterator: Value): Cache | undefined {
  if (!isLeafIterator(iterator)) return typeOf(iterator) === generatorType ? undefined : WALKS_OTHER;
  const { words, firstTemporary } = linked as Linked;
  // Op, target, source and count of the instruction behind.
  const unpack = words[pc] as number;
  const isUnpacked = (unpack & 0xff) === Op.Unpack && ((unpack >>> 16) & 0xff) === a && unpack >>> 24 === 2;
  return isUnpacked && a >= firstTemporary && isOfPairs(iterator) ? WALKS_PAIRS : WALKS_LEAF;
}

function isOfPairs(iterator: Value): boolean {
  const type = typeOf(iterator);
  if (type === zipType) return (iterator as PyZip).iterators.length === 2 && !(iterator as PyZip).isStrict;
  return type === enumerateType || (iterator instanceof TableIterator && iterator.item === TableItem.Pair);
}

/**
 * Put the next pair where the instruction behind the ForEach does: true when that is done, DONE at the end, undefined after raising; false,
 * with nothing done, for another iterator.
 */
export function nextPair(vm: Machine, frame: Frame, iterator: Value): Result {
  const { registers } = frame;
  const at = frame.base + ((((frame.linked as Linked).words[frame.pc] as number) >>> 8) & 0xff);
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
