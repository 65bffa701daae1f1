// Chains of float arithmetic: what one instruction hands to the next in a temporary stays an unboxed number.
import { Op } from "../bytecode/op.ts";
import type { Frame } from "../objects/frame.ts";
import type { Linked } from "../objects/linked.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Value } from "../objects/value.ts";
import { BinaryKind } from "../protocol/operators.ts";

/** The register of an operand that is a constant. */
const NO_REGISTER = -1;

/** How many instructions each group of arithmetic has. */
const GROUP = Op.InplaceAdd - Op.Add;

/** Which operator an instruction of arithmetic has; a division by 13 would take V8 as long as the rest of a step. */
function kindOf(op: number): number {
  let kind = op - Op.Add;
  if (kind >= 2 * GROUP) kind -= 2 * GROUP;
  return kind >= GROUP ? kind - GROUP : kind;
}

/**
 * Carry out the instruction of arithmetic at `start`, if it computes a float from floats and plain ints, and those behind
 * it while each computes with the result of the one before; answers the pc of the first one that does not: `start` itself
 * when there is nothing to do here.
 *
 * Arithmetic ends the temporaries that it reads, so a result that is taken up is never put into its register: `a * b + c`
 * makes one float, not two. Nothing here can raise, and there is no safe point on the way.
 */
export function chainFloats(frame: Frame, start: number): number {
  const { registers, base } = frame;
  const { words, constants, firstTemporary } = frame.linked as Linked;
  const first = words[start] as number;
  const kind = kindOf(first & 0xff);
  const left = registers[base + ((first >>> 16) & 0xff)];
  const right = (first & 0xff) < Op.AddConst ? registers[base + (first >>> 24)] : constants[first >>> 24];
  let x: number;
  let y: number;
  // The plus tells V8, which learns nothing from `typeof`, that all of these variables are unboxed numbers.
  if (left instanceof PyFloat) {
    x = left.v;
    if (right instanceof PyFloat) y = right.v;
    else if (typeof right === "number") y = +right;
    else return start;
  } else {
    if (typeof left !== "number") return start;
    x = +left;
    if (right instanceof PyFloat) y = right.v;
    // Ints in registers are exact as doubles, so a quotient of two is rounded once.
    else if (kind === BinaryKind.Divide && typeof right === "number") y = +right;
    else return start;
  }
  let value: number;
  if (kind === BinaryKind.Add) value = x + y;
  else if (kind === BinaryKind.Multiply) value = x * y;
  else if (kind === BinaryKind.Subtract) value = x - y;
  else if (kind === BinaryKind.Divide && y !== 0) value = x / y;
  else return start;

  let pc = start + 1;
  let at = (first >>> 8) & 0xff;
  while (at >= firstTemporary) {
    const word = words[pc] as number;
    const op: number = word & 0xff;
    if (op < Op.Add || op > Op.InplaceSubtractConst) break;
    const b = (word >>> 16) & 0xff;
    const c = op < Op.AddConst ? word >>> 24 : NO_REGISTER;
    let other: number;
    if (b === c && b === at) other = value;
    else {
      let operand: Value | undefined;
      if (b === at) operand = c === NO_REGISTER ? constants[word >>> 24] : registers[base + c];
      else if (c === at) operand = registers[base + b];
      else break;
      if (operand instanceof PyFloat) other = operand.v;
      else if (typeof operand === "number") other = +operand;
      else break;
    }
    const next = kindOf(op);
    if (next === BinaryKind.Add) value += other;
    else if (next === BinaryKind.Multiply) value *= other;
    else if (next === BinaryKind.Subtract) value = b === at ? value - other : other - value;
    else if (next === BinaryKind.Divide && (b === at ? other : value) !== 0)
      value = b === at ? value / other : other / value;
    else break;
    pc++;
    at = (word >>> 8) & 0xff;
  }
  registers[base + at] = new PyFloat(value);
  return pc;
}
