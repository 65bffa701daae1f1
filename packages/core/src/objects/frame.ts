// Frames and fibers: a Python call stack as plain data in the heap.
import type { Answer } from "./answer.ts";
import type { Linked } from "./linked.ts";
import type { PyFunction } from "./function.ts";
import type { Job } from "./job.ts";
import type { PyException } from "./exception.ts";
import type { PyGenerator } from "./generator.ts";
import type { NativeOp } from "./native-op.ts";
import type { PyObject, Value } from "./value.ts";

/** What a frame does with the result of the frame it called. */
export enum Tag {
  /** Python frame: store it in register `dst`. Native frame: it is the input of the next step. */
  Push,
  Drop,
  /** Jump to `dst` when its truth is `aux`. */
  Branch,
  /** Store the opposite of this bool. */
  Not,
  /** It is an item of an iterator: StopIteration means exhausted. */
  Next,
  /** It is what `__init__` returned; the value of the call is the instance in `aux`. */
  Init,
  /** It is the result of the generator or coroutine delegated to (`yield from`, `await`). */
  Delegate,
  /** It is what a foreign iterator delegated to has yielded: to be yielded on; StopIteration carries the result. */
  DelegateNext,
  /** As Push, once `then` has made the result: while there is a `then`, no tag is Push or Init. */
  Then,
}

/**
 * One activation. A Python frame has `linked`; a native frame has `op` and `state`. Plain Python frames are windows of
 * their fiber's register array and are reused by the next call of the same depth (`next`) unless `isEscaped`;
 * generators own a small array, and frames with a namespace are made afresh, so a reused frame has neither.
 */
export class Frame {
  /** See PyObject.mark. */
  mark = 0;
  linked: Linked | null = null;
  /** The function that runs; modules and class bodies have one too. */
  func: PyFunction | null = null;
  /** The namespace of a module, class body or exec: a dict or any mapping; null in functions. */
  namespace: Value | null = null;
  registers: (Value | undefined)[];
  base = 0;
  /** First register of the fiber that is free above this frame: where the windows of generic callees start. */
  limit = 0;
  pc = 0;
  /** What to do with the result of the callee: see Tag. */
  tag: Tag = Tag.Push;
  dst = 0;
  aux: Value | undefined = undefined;
  /** Makes the result out of what the callee answers, before the tag tells where it goes; null when that is the result. */
  then: Answer | null = null;
  /** The operands for `then`. */
  left: Value | undefined = undefined;
  right: Value | undefined = undefined;
  op: NativeOp<unknown> | null = null;
  state: unknown = undefined;
  generator: PyGenerator | null = null;
  prev: Frame | null = null;
  next: Frame | null = null;
  depth = 0;
  isEscaped = false;
  /** The exception being raised has this frame in its traceback already. */
  isReraising = false;

  constructor(registers: (Value | undefined)[]) {
    this.registers = registers;
  }
}

/** The code of the sentinel: it is never stepped, delivering to it ends the fiber. */
const BOTTOM: NativeOp<unknown> = Object.freeze({ name: "fiber", step: () => undefined });

/**
 * A lowest frame. Fibers that begin by a step of its code may share one whose code says so: it holds nothing of theirs.
 */
export function newBottom(op: NativeOp<unknown>, registers: (Value | undefined)[] = []): Frame {
  const frame = new Frame(registers);
  frame.op = op;
  frame.tag = Tag.Delegate;
  return frame;
}

/** One Python call stack. `vm.run` starts one; every asyncio task is one. */
export class Fiber {
  readonly id: number;
  registers: (Value | undefined)[] = [];
  /** The sentinel below the first frame: it receives the result of the whole fiber. */
  readonly bottom: Frame;
  /** The running frame. */
  top: Frame;
  /** The exception being handled (`sys.exception()`), innermost first through EnterHandler's saved registers. */
  handled: PyException | null = null;
  result: Value | undefined = undefined;
  failure: PyException | null = null;
  isDone = false;
  /** Raised by what woke the fiber, when it runs next. */
  raised: PyException | null = null;
  /** Asked for from outside: raised at the next safe point. */
  interrupt: PyException | null = null;
  /** Its quantum is to end at the next safe point. */
  isHurried = false;
  /** Safe points of its quantum that were taken from it for that. */
  withheld = 0;
  /** What a parked fiber waits for; null when it can run. */
  park: Park | null = null;
  /** Raised where it next waits, in place of the wait; null when nothing is. */
  cancellation: PyException | null = null;
  /** What runs it; null in a call that is over before it needs a job. */
  job: Job | null = null;
  /** The event loop that it runs in; null when it has asked for none. */
  loop: object | null = null;
  /** What scripts know it by: its asyncio task; null when it has none. */
  task: PyObject | null = null;
  /** It may use the event loop of its VM: it awaits, or the host has called it. */
  isAsync = false;
  /** The context that it runs in (modules/contextvars); null for the base context of the VM. */
  context: PyObject | null = null;

  /** `bottom`: one that it shares with others, see `newBottom`. */
  constructor(id: number, bottom: Frame | null = null) {
    this.id = id;
    this.bottom = bottom ?? newBottom(BOTTOM, this.registers);
    this.top = this.bottom;
  }
}

/** A wait: what was asked, never a Promise. The completion finds the fiber by `id`. */
export interface Park {
  readonly operation: string;
  readonly args: readonly Value[];
  readonly id: number;
  /** Calls off what is waited for, where no registry knows of it. */
  callOff?(): void;
}

/** The wait of a fiber that only lets the others have their turn. */
export const TURN: Park = Object.freeze({ operation: "turn", args: Object.freeze([]), id: 0 });
