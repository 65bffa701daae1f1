// The shape of what carries out an instruction outside the dispatch loop.
import type { Op } from "../bytecode/op.ts";
import type { Frame } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result } from "../objects/value.ts";

/**
 * Carries out one instruction; answers what goes into register a where it writes one, else anything but undefined.
 * `frame.pc` stands behind the instruction: assigning it jumps.
 */
export type ColdBody = (vm: Machine, frame: Frame, a: number, b: number, c: number, x: number) => Result;

/** Bodies of some instructions, by opcode. */
export type ColdBodies = Partial<Record<Op, ColdBody>>;
