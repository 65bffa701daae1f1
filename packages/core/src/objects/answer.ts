// What a frame makes of the answer of a method that it called: static code, where a native frame would do no more.
import type { Machine } from "./machine.ts";
import type { Result, Value } from "./value.ts";

/** Kept in `Frame.then` while the method runs, with the operands of the operation in `left` and `right`. */
export interface Answer {
  /**
   * The result of the operation, or undefined after raising or pushing a frame: then it is asked again with what that
   * frame answers, unless it has called `takePlainly`.
   */
  take(vm: Machine, answer: Value, left: Value, right: Value): Result;
  /** Whatever the method answers but NotImplemented is the result. */
  readonly passes: boolean;
  /** The result is an item that the frame awaits, and StopIteration no error: see `stepForItem`. */
  readonly isItem?: true;
}
