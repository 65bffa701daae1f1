// Leaving loops, handlers and protected code by break, continue and return.

import type { OpenRegion } from "../bytecode/builder.ts";
import { Op } from "../bytecode/op.ts";
import type { Located } from "../syntax/ast.ts";
import type { Unit } from "./unit.ts";

export type ExitKind = "break" | "continue" | "return";

/** Something around the code at hand that its exits must deal with. */
export type Frame = LoopFrame | HandlerFrame | CleanupFrame | PlainFrame;

interface Linked {
  readonly outer: Frame | null;
}

export interface LoopFrame extends Linked {
  readonly kind: "loop";
  /** Where `break` goes. */
  readonly exit: OpenRegion;
  readonly loop: OpenRegion;
  /** The loop as a whole, for its line. */
  readonly header: Located;
}

/** The body of an `except` clause: leaving it, what was handled before is handled again. */
interface HandlerFrame extends Linked {
  readonly kind: "handler";
  readonly saved: number;
}

/**
 * Code with a duty to be done on each way out (`finally`, `with`, the end of `except ... as`). The exits jump out of the
 * protected region first and do it there, so that an exception in doing it does not come back to it.
 */
export interface CleanupFrame extends Linked {
  readonly kind: "cleanup";
  readonly blocks: Readonly<Record<ExitKind, OpenRegion>>;
  /** Keeps the value that is being returned. */
  readonly result: number;
}

/** "group": the body of an `except*` clause, which no exit may leave. "protected": what needs nothing on the way out. */
interface PlainFrame extends Linked {
  readonly kind: "group" | "protected";
}

/** Leaves the innermost loop or the function; a value to return is in `result`. An error is reported at `blamed`. */
export function leave(unit: Unit, kind: ExitKind, result: number, at: Located, blamed: Located = at): void {
  refuse(unit, kind, blamed);
  for (let frame = unit.frames; frame !== null; frame = frame.outer) {
    if (frame.kind === "loop") {
      if (kind === "return") continue;
      if (kind === "break") unit.builder.emitJump(at, Op.Jump, 0, 0, 0, frame.exit);
      else unit.jumpBack(at, frame.loop, frame.header);
      return;
    }
    if (frame.kind === "handler") {
      unit.emit(at, Op.LeaveHandler, frame.saved);
    } else if (frame.kind === "cleanup") {
      if (kind === "return") unit.move(at, frame.result, result);
      unit.builder.emitJump(at, Op.Jump, 0, 0, 0, frame.blocks[kind]);
      return;
    }
  }
  unit.emit(at, Op.Return, result);
}

/** Dead code is refused too, so this asks before anything is emitted. */
function refuse(unit: Unit, kind: ExitKind, at: Located): void {
  for (let frame = unit.frames; frame !== null; frame = frame.outer) {
    if (frame.kind === "group") {
      throw unit.error("'break', 'continue' and 'return' cannot appear in an except* block", at);
    }
    if (frame.kind === "loop" && kind !== "return") return;
  }
  if (kind === "break") throw unit.error("'break' outside loop", at);
  if (kind === "continue") throw unit.error("'continue' not properly in loop", at);
}

/** Where the value of a `return` is best put. */
export function returnTarget(unit: Unit): number {
  for (let frame = unit.frames; frame !== null; frame = frame.outer) {
    if (frame.kind === "cleanup") return frame.result;
  }
  return -1;
}

/** As many blocks may stand inside each other; a generator is one itself. */
const MAX_DEPTH = 21;

/** Compiles `body` with one more frame around it; `at` is the statement that makes it. */
export function within(unit: Unit, frame: Frame, at: Located, body: () => void): void {
  if (unit.depth >= MAX_DEPTH) throw unit.error("too many statically nested blocks", at);
  unit.frames = frame;
  unit.depth++;
  body();
  unit.depth--;
  unit.frames = frame.outer;
}

/**
 * Opens the blocks to which the exits of protected code jump. Between this and `closeCleanup` stands a Try region that
 * ends in its handler, neither of which falls through.
 */
export function openCleanup(unit: Unit): CleanupFrame {
  const { builder } = unit;
  const result = unit.temp();
  const blocks = { return: builder.openBlock(), continue: builder.openBlock(), break: builder.openBlock() };
  return { kind: "cleanup", outer: unit.frames, blocks, result };
}

/** After the handler: for each exit that was taken, does the duty and goes on leaving. */
export function closeCleanup(unit: Unit, frame: CleanupFrame, at: Located, duty: () => void): void {
  for (const kind of ["break", "continue", "return"] as const) {
    unit.builder.closeBlock(frame.blocks[kind]);
    if (!unit.builder.isReachable) continue;
    duty();
    if (unit.builder.isReachable) leave(unit, kind, frame.result, at);
  }
}
