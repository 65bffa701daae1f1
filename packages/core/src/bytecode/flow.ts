// Checks that instructions read only registers which hold something on every path, cells and unbound locals aside.

import { type Code, type Region, RegionKind } from "./code.ts";
import type { Instruction } from "./decode.ts";
import { Op } from "./op.ts";
import { OPERANDS } from "./operand-letters.ts";
import { endsFlow, registersOf } from "./operands.ts";

type Held = Set<number>;

/**
 * One pass is enough: registers are only ever filled in loops, so the second round of a loop holds at least what the
 * first did. (Names that a loop unbinds are checked by CheckBound at each use.)
 */
export function checkFlow(
  code: Code,
  instructions: readonly Instruction[],
  report: (pc: number, message: string) => void,
): void {
  const { regions, localNames, freeNames } = code.fields;
  const firstTemporary = localNames.length + freeNames.length;
  const unbinding = instructions.filter(({ op }) => op === Op.Unbind);
  /** What is held where jumps and exceptions arrive. */
  const arriving = new Map<number, Held>();
  let held: Held | null = parametersOf(code);
  let nextRegion = 0;
  for (const instruction of instructions) {
    const { pc, op, a, x } = instruction;
    const arrived = arriving.get(pc);
    if (arrived !== undefined) held = held === null ? arrived : intersect(held, arrived);
    if (held === null) {
      report(pc, `${Op[op]} is never reached`);
      return;
    }
    for (; regions[nextRegion]?.start === pc; nextRegion++) {
      enterRegion(regions[nextRegion] as Region, held, unbinding, arriving);
    }
    const { reads, writes } = registersOf(code, instruction);
    for (const register of reads) {
      if (!held.has(register) && !mayBeUnbound(instruction, register)) {
        report(pc, `${Op[op]} reads register ${register}, which may be empty`);
        return;
      }
    }
    if (isArithmetic(op)) for (const register of reads) if (register >= firstTemporary) held.delete(register);
    if (isCall(op)) for (const register of held) if (register >= instruction.b) held.delete(register);
    for (const register of writes) held.add(register);
    if (op === Op.CheckBound || op === Op.MakeCell) held.add(a);
    else if (op === Op.Unbind) held.delete(a);
    if (OPERANDS[op][3] === "j" && op !== Op.JumpBack) {
      const other = arriving.get(x);
      // The register of an item is written only when there is one.
      arriving.set(x, other === undefined ? new Set(held) : intersect(other, held));
    }
    if (endsFlow(op)) held = null;
  }
}

function parametersOf(code: Code): Held {
  const { positionalCount, keywordOnlyCount, hasVarArgs, hasVarKeywords } = code.fields;
  const count = positionalCount + keywordOnlyCount + Number(hasVarArgs) + Number(hasVarKeywords);
  return new Set(Array.from({ length: count }, (_, register) => register));
}

function enterRegion(
  { kind, start, end, handler, register }: Region,
  held: Held,
  unbinding: readonly Instruction[],
  arriving: Map<number, Held>,
): void {
  if (kind !== RegionKind.Try) return;
  const atHandler = new Set(held).add(register);
  for (const { pc, a } of unbinding) if (start <= pc && pc < end) atHandler.delete(a);
  arriving.set(handler, atHandler);
}

/** LoadMethod leaves its second register unbound for what is no method, and moves take cells along. */
function mayBeUnbound({ op, b }: Instruction, register: number): boolean {
  return (op === Op.CallMethod && register === b + 1) || op === Op.Move;
}

function isArithmetic(op: Op): boolean {
  return op >= Op.Add && op <= Op.InplaceSubtractConst;
}

function isCall(op: Op): boolean {
  return op === Op.Call || op === Op.CallMethod || op === Op.CallKeywords || op === Op.CallSpread;
}

function intersect(left: Held, right: Held): Held {
  const both = new Set<number>();
  for (const register of left) if (right.has(register)) both.add(register);
  return both;
}
