// Chains of float arithmetic: what one instruction hands to the next in a temporary stays an unboxed number.
import { Op } from "../bytecode/op.ts";
import type { Frame } from "../objects/frame.ts";
import type { Linked } from "../objects/linked.ts";
import { PyFloat } from "../objects/numbers.ts";

/** The register of a result that is not there. */
const NO_RESULT = -1;

/**
 * Carry out the instruction at `start`, if it computes with floats, or with a float and a plain int, and those behind it
 * while each computes with the result of the one before; answers the pc of the first one that does not: `start` itself
 * when there is nothing to do here.
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
    const c = word >>> 24;
    const isConstant = op >= Op.AddConst;
    let x: number;
    let y: number;
    if (b === at) {
      x = value;
      const right = isConstant ? constants[c] : c === at ? null : registers[base + c];
      if (right === null) y = value;
      else if (right instanceof PyFloat) y = right.v;
      // The plus tells V8, which learns nothing from `typeof`, that all of these variables are unboxed numbers.
      else if (typeof right === "number") y = +right;
      else break;
    } else {
      const left = registers[base + b];
      const isFloat = left instanceof PyFloat;
      if (isFloat) x = left.v;
      else if (typeof left === "number") x = +left;
      else break;
      if (!isConstant && c === at) y = value;
      else if (at !== NO_RESULT) break;
      else {
        const right = isConstant ? constants[c] : registers[base + c];
        if (right instanceof PyFloat) y = right.v;
        else if (isFloat && typeof right === "number") y = +right;
        else break;
      }
    }
    if (op === Op.Add || op === Op.AddConst || op === Op.InplaceAdd || op === Op.InplaceAddConst) value = x + y;
    else if (op === Op.Multiply || op === Op.MultiplyConst || op === Op.InplaceMultiply) value = x * y;
    else if (
      op === Op.Subtract ||
      op === Op.SubtractConst ||
      op === Op.InplaceSubtract ||
      op === Op.InplaceSubtractConst
    )
      value = x - y;
    else if ((op === Op.Divide || op === Op.DivideConst || op === Op.InplaceDivide) && y !== 0) value = x / y;
    else break;
    pc++;
    at = (word >>> 8) & 0xff;
  }
  if (at !== NO_RESULT) registers[base + at] = new PyFloat(value);
  return pc;
}
