// `"..." % (a, b)` with plain fields only, done like an f-string: nothing needs to read the format when it runs.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { CHUNK } from "./displays.ts";
import { text } from "./fold.ts";
import { CONVERSIONS } from "./strings.ts";
import type { Unit } from "./unit.ts";

/** Text, or the conversion of the next argument. */
type Piece = string | (typeof CONVERSIONS)["s" | "r" | "a"];

/** The result's register, or -1 when the format or the arguments need the operator. */
export function percentFormat(unit: Unit, node: ast.BinOp, format: string, target: number): number {
  if (node.right.kind !== "Tuple" || node.right.elements.length > CHUNK / 2) return -1;
  const { elements } = node.right;
  if (elements.some((element) => element.kind === "Starred")) return -1;
  const pieces = splitFormat(format, elements.length);
  if (pieces === null) return -1;
  const mark = unit.top;
  let next = 0;
  for (const piece of pieces) {
    const register = unit.temp();
    if (typeof piece === "string") {
      unit.emitConstant(node, text(piece), register);
      continue;
    }
    const element = elements[next++] as ast.Expression;
    const value = unit.operand(element);
    unit.emit(element, Op.Convert, register, value, piece);
    unit.emit(element, Op.Format, register, register);
    unit.release(register + 1);
  }
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.BuildString, result, mark, pieces.length);
  return result;
}

/** Null when there are other fields than `%s`, `%r` and `%a`, or not `count` of them. */
function splitFormat(format: string, count: number): Piece[] | null {
  const pieces: Piece[] = [];
  let plain = "";
  let fields = 0;
  for (let at = 0; at < format.length; at++) {
    const character = format[at] as string;
    const letter = character === "%" ? format[++at] : undefined;
    if (character !== "%" || letter === "%") {
      plain += character;
    } else if (letter === "s" || letter === "r" || letter === "a") {
      if (plain !== "") pieces.push(plain);
      plain = "";
      pieces.push(CONVERSIONS[letter]);
      fields++;
    } else {
      return null;
    }
  }
  if (plain !== "") pieces.push(plain);
  return fields === count && fields > 0 ? pieces : null;
}
