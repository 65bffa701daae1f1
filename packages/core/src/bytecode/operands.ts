// What instructions do beyond their operand letters: the runs of registers they use, and whether they go on.

import type { Code } from "./code.ts";
import type { Instruction } from "./decode.ts";
import { Op } from "./op.ts";
import { OPERANDS } from "./operand-letters.ts";

export interface RegisterUse {
  /** Registers whose value is read. */
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

function run(first: number, count: number): number[] {
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index);
}

/** What an instruction reads and writes, runs included. */
export function registersOf(code: Code, instruction: Instruction): RegisterUse {
  const { op, a, b, c, x } = instruction;
  switch (op) {
    case Op.CopyFree:
      return { reads: [], writes: run(a, b) };
    case Op.LoadClassFree:
    case Op.MatchClass:
    case Op.ImportName:
      return { reads: run(b, 2), writes: [a] };
    case Op.LoadMethod:
      return { reads: [b], writes: run(a, 2) };
    case Op.LoadSuper:
      return { reads: run(b, 3), writes: run(a, x === 1 ? 2 : 1) };
    case Op.Call:
    case Op.CallKeywords:
      return { reads: run(b, c + 1), writes: [a] };
    case Op.CallMethod:
      return { reads: run(b, c + 2), writes: [a] };
    case Op.CallSpread:
      return { reads: run(b, c + 2), writes: [a] };
    case Op.MakeFunction: {
      const made = code.fields.constants[x];
      const cells = made?.type === "code" ? made.code.fields.freeNames.length : 0;
      return { reads: run(b, cells + (c & 1) + ((c >> 1) & 1) + ((c >> 2) & 1)), writes: [a] };
    }
    case Op.BuildTuple:
    case Op.BuildList:
    case Op.BuildSet:
    case Op.BuildString:
      return { reads: run(b, c), writes: [a] };
    case Op.BuildDict:
      return { reads: run(b, c * 2), writes: [a] };
    case Op.BuildSlice:
      return { reads: run(b, 3), writes: [a] };
    case Op.Unpack:
      return { reads: [b], writes: run(a, c) };
    case Op.UnpackStar:
      return { reads: [b], writes: run(a, c + 1 + x) };
    case Op.Delegate:
      return { reads: [b, c], writes: [a] };
    case Op.ExceptionTriple:
      return { reads: [b], writes: run(a, 3) };
    case Op.SplitGroup:
      return { reads: [b, c], writes: run(a, 2) };
    case Op.Raise:
      return { reads: [a, b].slice(0, c), writes: [] };
    case Op.Intrinsic:
      return { reads: run(b, intrinsicCount(c)), writes: [a] };
    case Op.CheckBound:
    case Op.Unbind:
    case Op.MakeCell:
      return { reads: [], writes: [] };
    default:
      return plainUse(instruction);
  }
}

/** By the order of `Intrinsic`: how many registers each reads. */
function intrinsicCount(intrinsic: number): number {
  return [1, 2, 2, 1, 1, 2, 1, 3, 2][intrinsic] ?? 0;
}

/** What the operand letters say. */
function plainUse(instruction: Instruction): RegisterUse {
  const letters = OPERANDS[instruction.op];
  const operands = [instruction.a, instruction.b, instruction.c];
  const pick = (kinds: string): number[] =>
    operands.filter((_, index) => kinds.includes(letters[index] as string) && letters[index] !== undefined);
  return { reads: pick("rm"), writes: pick("wm") };
}

/** Whether the instruction never goes on to the next one. */
export function endsFlow(op: Op): boolean {
  switch (op) {
    case Op.Return:
    case Op.Raise:
    case Op.Reraise:
    case Op.Jump:
    case Op.JumpBack:
    case Op.EndAsyncFor:
      return true;
    default:
      return false;
  }
}
