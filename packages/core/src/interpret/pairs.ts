// Loops over pairs that are taken apart at once: of enumerate, zip and the items of a dict, without making the tuple.
import { Op } from "../bytecode/op.ts";
import { generatorType } from "../objects/builtin-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { Cache, Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Result, Value } from "../objects/value.ts";
import { isLeafIterator } from "../protocol/leaf-iterator.ts";
import { givesPairs, nextParts } from "../protocol/leaf-pairs.ts";
import { WALKS_LEAF, WALKS_OTHER, WALKS_PAIRS } from "./hints.ts";

/** The hint for the ForEach, into register `a`, which the loop has left to its full meaning: none for a generator. */
export function hintFor({ linked, pc }: Frame, a: number, iterator: Value): Cache | undefined {
  if (!isLeafIterator(iterator)) return typeOf(iterator) === generatorType ? undefined : WALKS_OTHER;
  const { words, firstTemporary } = linked as Linked;
  // Op, target, source and count of the instruction behind.
  const unpack = words[pc] as number;
  const isUnpacked = (unpack & 0xff) === Op.Unpack && ((unpack >>> 16) & 0xff) === a && unpack >>> 24 === 2;
  return isUnpacked && a >= firstTemporary && givesPairs(iterator) ? WALKS_PAIRS : WALKS_LEAF;
}

/** Put the next pair where the instruction behind the ForEach does: see `nextParts`. */
export function nextPair(vm: Machine, { linked, pc, base, registers }: Frame, iterator: Value): Result {
  const unpack = (linked as Linked).words[pc] as number;
  return nextParts(vm, iterator, registers, base + ((unpack >>> 8) & 0xff));
}
