// Reads instructions back out of words: for the validator, the disassembler, and whoever else walks code.

import { Op } from "./op.ts";
import { hasSecondWord, OPERANDS } from "./operand-letters.ts";

export interface Instruction {
  /** Where it starts, at its prefix if it has one. */
  readonly pc: number;
  readonly op: Op;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** `b` and `c` as one operand. */
  readonly bx: number;
  /** The second word; 0 when there is none. */
  readonly x: number;
  /** Where the following instruction starts. */
  readonly next: number;
}

/** Whether a number is an instruction's. */
function isOp(value: number): value is Op {
  return OPERANDS[value as Op] !== undefined;
}

/** The instruction at `pc`; null when the words there are none. */
function decodeAt(words: Int32Array, pc: number): Instruction | null {
  let at = pc;
  let word = words[at];
  let prefix = 0;
  if (word !== undefined && (word & 255) === Op.Wide) {
    prefix = word;
    word = words[++at];
  }
  if (word === undefined) return null;
  const op = word & 255;
  if (!isOp(op) || op === Op.Wide) return null;
  const isLong = hasSecondWord(op);
  const x = isLong ? words[at + 1] : 0;
  if (x === undefined) return null;
  const operand = (shift: number): number => ((word >>> shift) & 255) | (((prefix >>> shift) & 255) << 8);
  return {
    pc,
    op,
    a: operand(8),
    b: operand(16),
    c: operand(24),
    bx: (word >>> 16) + (prefix >>> 16) * 0x10000,
    x,
    next: at + (isLong ? 2 : 1),
  };
}

/** All instructions in order; stops where the words make no sense. */
export function decodeAll(words: Int32Array): Instruction[] {
  const found: Instruction[] = [];
  for (let pc = 0; pc < words.length; ) {
    const instruction = decodeAt(words, pc);
    if (instruction === null) break;
    found.push(instruction);
    pc = instruction.next;
  }
  return found;
}
