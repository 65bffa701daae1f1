// Native frames: built-ins that call Python, or run long, as plain-data state and a step function.
import type { Machine } from "./machine.ts";
import type { Result, Value } from "./value.ts";

/**
 * The code of a native frame. `step` is called with undefined at first, then with the result of each frame that it (or
 * an operation it called) pushed. In a step, call operations of protocol/: while they answer a value, go on; when one
 * answers undefined, return undefined at once (it has raised, or pushed a frame whose result will be the next `input`).
 * The step's own value ends the frame; `more(vm)` asks to be stepped again with undefined after a safe point.
 * So a step must keep in `state` whatever it needs after each call, and each step does a bounded amount of work.
 */
export interface NativeOp<S> {
  /** Name for the disassembly of a stopped stack, e.g. "list.sort". */
  readonly name: string;
  step(vm: Machine, state: S, input: Value | undefined): Result;
  /**
   * Takes an item that the generator awaited by `next` yields, so that the generator goes on with no step in between.
   * False, having done nothing, when that is for a step to do; undefined after raising, which `raised` must not expect.
   */
  accept?(vm: Machine, state: S, item: Value): boolean | undefined;
  /**
   * An exception (`vm.error`) arrives from a frame below. Answer a value to end the frame with it (set `vm.error` to null
   * first), or undefined: with `vm.error` null the frame is stepped again with undefined, else unwinding goes on.
   */
  raised?(vm: Machine, state: S): Result;
  /** `raised` is told of what comes from no frame below, too: an interrupt between two steps. */
  readonly takesOwn?: true;
  /** It steps a generator for the frame below, which awaits: what the generator awaits, the fiber may wait for. */
  readonly passesOn?: true;
  /** Its frame may be the lowest one of many fibers at once: it has no state, and keeps nothing. */
  readonly isShared?: true;
  /** The frame is unwound without Python: put right what must not stay half done. */
  drop?(vm: Machine, state: S): void;
}
