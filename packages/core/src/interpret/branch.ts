// Comparisons, truth tests and conditional jumps on any operands.
import { Op } from "../bytecode/op.ts";
import type { PyException } from "../objects/exception.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result } from "../objects/value.ts";
import { compare } from "../protocol/compare.ts";
import { isSame } from "../protocol/structural.ts";
import { truth } from "../protocol/truth.ts";
import type { ColdBodies } from "./cold-body.ts";
import { exceptionMatches } from "./exceptions.ts";
import { constantOf, reg } from "./operand.ts";

/**
 * Jump to `target` when the truth of `answer` is `sense`. Where Python must be asked (or the answer is still being
 * computed: undefined), the frame's tag does it when the answer is delivered.
 */
function jumpOnTruth(vm: Machine, frame: Frame, answer: Result, sense: boolean, target: number): Result {
  frame.tag = Tag.Branch;
  frame.dst = target;
  frame.aux = sense;
  const decided = answer === undefined ? undefined : truth(vm, answer);
  if (decided === sense) frame.pc = target;
  return decided;
}

function comparisonBodies(): ColdBodies {
  const bodies: ColdBodies = {};
  for (let kind = 0; kind <= Op.GreaterEqual - Op.Less; kind++) {
    bodies[(Op.Less + kind) as Op] = (vm, frame, _a, b, c) => compare(vm, kind, reg(frame, b), reg(frame, c));
    bodies[(Op.JumpLess + kind) as Op] = (vm, frame, a, b, c, x) =>
      jumpOnTruth(vm, frame, compare(vm, kind, reg(frame, a), reg(frame, b)), c === 1, x);
    bodies[(Op.JumpLessConst + kind) as Op] = (vm, frame, a, b, c, x) =>
      jumpOnTruth(vm, frame, compare(vm, kind, reg(frame, a), constantOf(frame, b)), c === 1, x);
  }
  return bodies;
}

export const BRANCH_BODIES: Readonly<ColdBodies> = {
  ...comparisonBodies(),
  [Op.Is]: (_vm, frame, _a, b, c) => isSame(reg(frame, b), reg(frame, c)),
  [Op.JumpIs]: (_vm, frame, a, b, c, x) => {
    if (isSame(reg(frame, a), reg(frame, b)) === (c === 1)) frame.pc = x;
    return NONE;
  },
  [Op.JumpIf]: (vm, frame, a, _b, c, x) => jumpOnTruth(vm, frame, reg(frame, a), c === 1, x),
  [Op.Not]: (vm, frame, a, b) => {
    const value = truth(vm, reg(frame, b));
    if (value !== undefined) return !value;
    frame.dst = a;
    frame.tag = Tag.Not;
    return undefined;
  },
  [Op.JumpUnlessCaught]: (vm, frame, a, b, _c, x) =>
    jumpOnTruth(vm, frame, exceptionMatches(vm, reg(frame, a) as PyException, reg(frame, b)), false, x),
};
