// Conditional jumps on answers that are no plain bool.
import { type Frame, Tag } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result } from "../objects/value.ts";
import { truth } from "../protocol/truth.ts";

/**
 * Jump to `target` when the truth of `answer` is `sense`, else go on at `next`. Where Python must be asked (or the answer
 * is still being computed: undefined), the frame's tag does it when the answer is delivered.
 */
export function jumpOnTruth(
  vm: Machine,
  frame: Frame,
  answer: Result,
  sense: boolean,
  target: number,
  next: number,
): void {
  frame.pc = next;
  frame.dst = target;
  frame.aux = sense;
  frame.tag = Tag.Branch;
  if (answer !== undefined && truth(vm, answer) === sense) frame.pc = target;
}
