// Calls, returns and steps of iterators that are no plain function's, range's or list's.
import { Op } from "../bytecode/op.ts";
import { generatorType } from "../objects/builtin-types.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { PyFunction } from "../objects/function.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { DONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result } from "../objects/value.ts";
import { isLeafIterator } from "../protocol/leaf-iterator.ts";
import { next } from "../protocol/iterate.ts";
import { makePlainGenerator } from "../protocol/call.ts";
import { callRegisters, plainInitOf } from "./calls.ts";
import type { ColdBodies } from "./cold-body.ts";
import { returnValue, yieldValue } from "./deliver.ts";
import { callOpenly } from "./named-calls.ts";
import { WALKS_OTHER, WALKS_PAIRS } from "./hints.ts";
import { hintFor, nextPair } from "./pairs.ts";
import { reg } from "./operand.ts";
import { unwind } from "./unwind.ts";

/** Call what stands in register b with the `count` values from register b + `skip` on. */
function callAny(vm: Machine, frame: Frame, b: number, skip: number, count: number): Result {
  const callee = reg(frame, b);
  // The next call of the class is a plain one, if it can be.
  if (callee instanceof PyType && callee.plainInit === undefined) plainInitOf(callee);
  const at = frame.base + b + skip;
  if (callee instanceof PyFunction) {
    const generator = makePlainGenerator(vm, callee, frame.registers, at, count);
    if (generator !== null) return generator;
    if (callOpenly(vm, callee, frame.registers, at, count)) return undefined;
  }
  return callRegisters(vm, callee, frame.registers, at, count, null);
}

export const CALL_BODIES: Readonly<ColdBodies> = {
  [Op.Call]: (vm, frame, _a, b, c) => callAny(vm, frame, b, 1, c),
  [Op.CallMethod]: (vm, frame, _a, b, c) =>
    frame.registers[frame.base + b + 1] === undefined ? callAny(vm, frame, b, 2, c) : callAny(vm, frame, b, 1, c + 1),
  [Op.Return]: (vm, frame, a) => {
    returnValue(vm, vm.fiber, reg(frame, a));
    if (vm.error !== null) unwind(vm, vm.fiber, false);
    return undefined;
  },
  [Op.Yield]: (vm, frame, _a, b) => {
    yieldValue(vm, vm.fiber, frame, reg(frame, b));
    if (vm.error !== null) unwind(vm, vm.fiber, false);
    return undefined;
  },
  [Op.ForEach]: (vm, frame, a, b, _c, x) => {
    const iterator = reg(frame, b);
    // The hint is at the second word, behind which the frame goes on.
    const at = frame.pc - 1;
    const { caches } = frame.linked as Linked;
    const hint = caches[at];
    if (hint === WALKS_PAIRS) {
      const met = nextPair(vm, frame, iterator);
      if (met === true) frame.pc++;
      if (met === DONE) frame.pc = x;
      if (met !== false) return met;
    }
    if (hint === undefined || hint === WALKS_PAIRS) caches[at] = hintFor(frame, a, iterator);
    const item = next(vm, iterator);
    if (hint === WALKS_OTHER) {
      const isKnown = item === undefined ? typeOf(iterator) === generatorType : isLeafIterator(iterator);
      if (isKnown) caches[at] = undefined;
    }
    if (item === DONE) frame.pc = x;
    else if (item !== undefined) frame.registers[frame.base + a] = item;
    return item;
  },
};

/** What a frame does with the answer, where it is not what the operands tell. */
export const CALL_TAGS: Readonly<Partial<Record<Op, Tag>>> = {
  [Op.ForEach]: Tag.Next,
  [Op.Yield]: Tag.Push,
};
