// Chains of float arithmetic: what one instruction hands to the next in a temporary stays an unboxed number.
import { Op } from "../bytecode/op.ts";
import type { Frame } from "../objects/frame.ts";
import type { Linked } from "../objects/linked.ts";
import { PyFloat } from "../objects/numbers.ts";
import { BinaryKind } from "../protocol/operators.ts";

/** The registers of a result that is not there, and of an operand that is a constant. */
const NO_RESULT = -1;
const NO_REGISTER = -2;

/**
 * Carry out the instruction at `start`, if it computes a float from floats and plain ints, and those behind it while each
 * computes with the result of the one before; answers the pc of the first one that does not: `start` itself when there is
 * nothing to do here.
 *
 * Arithmetic ends the temporaries that it reads, so a result that is taken up is never put into its register: `a * b + c`
 * makes one float, not two. Nothing here can raise, and there is no safe point on the way.
 */
export function chainFloats(frame: Frame, start: number): number {
  const { registers, base } = frame;
  const { words, constants, firstTemporary } = frame.linked as Linked;
  let pc = start;
  let at = NO_RESULT;
  let value = 0;
  while (at === NO_RESULT || at >= firstTemporary) {
    const word = words[pc] as number;
    const op: number = word & 0xff;
    if (op < Op.Add || op > Op.InplaceSubtractConst) break;
    const b = (word >>> 16) & 0xff;
    const c = op < Op.AddConst ? word >>> 24 : NO_REGISTER;
    const left = registers[base + b];
    const right = op < Op.AddConst ? registers[base + c] : constants[word >>> 24];
    let x: number;
    let y: number;
    // The plus tells V8, which learns nothing from `typeof`, that all of these variables are unboxed numbers.
    if (b === at) x = value;
    else if (left instanceof PyFloat) x = left.v;
    else if (typeof left === "number") x = +left;
    else break;
    if (c === at) y = value;
    else if (right instanceof PyFloat) y = right.v;
    else if (typeof right === "number") y = +right;
    else break;
    const kind = (op - Op.Add) % (Op.InplaceAdd - Op.Add);
    // Ints in registers are exact as doubles, so a quotient of two is rounded once; else one of them must be a float.
    if (at !== NO_RESULT) {
      if (b !== at && c !== at) break;
    } else if (kind !== BinaryKind.Divide && !(left instanceof PyFloat || right instanceof PyFloat)) break;
    if (kind === BinaryKind.Add) value = x + y;
    else if (kind === BinaryKind.Multiply) value = x * y;
    else if (kind === BinaryKind.Subtract) value = x - y;
    else if (kind === BinaryKind.Divide && y !== 0) value = x / y;
    else break;
    pc++;
    at = (word >>> 8) & 0xff;
  }
  if (at !== NO_RESULT) registers[base + at] = new PyFloat(value);
  return pc;
}
