// f-strings.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { CHUNK } from "./displays.ts";
import { text } from "./fold.ts";
import type { Unit } from "./unit.ts";

/** The operand c of Convert. */
export const CONVERSIONS = { s: 1, r: 2, a: 3 } as const;

export function joinedString(unit: Unit, node: ast.JoinedStr, target: number): number {
  const parts = node.values.filter((part) => part.kind !== "Constant" || !isEmpty(part));
  if (parts.length === 0) {
    const result = unit.result(target);
    unit.emitConstant(node, text(""), result);
    return result;
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return unit.value(only, target);
  const mark = unit.top;
  let count = 0;
  for (const part of parts) {
    if (count === CHUNK) {
      unit.emit(node, Op.BuildString, mark, mark, count);
      unit.release(mark + 1);
      count = 1;
    }
    unit.push(part);
    count++;
  }
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.BuildString, result, mark, count);
  return result;
}

function isEmpty(part: ast.Constant): boolean {
  return part.value.type === "str" && part.value.value === "";
}

export function formattedValue(unit: Unit, node: ast.FormattedValue, target: number): number {
  const mark = unit.top;
  let value = unit.operand(node.value);
  if (node.conversion !== null) {
    unit.release(mark);
    const converted = unit.temp();
    unit.emit(node, Op.Convert, converted, value, CONVERSIONS[node.conversion]);
    value = converted;
  }
  if (node.formatSpec === null) {
    unit.release(mark);
    const result = unit.result(target);
    unit.emit(node, Op.Format, result, value);
    return result;
  }
  const spec = unit.operand(node.formatSpec);
  unit.release(mark);
  const result = unit.result(target);
  unit.emit(node, Op.FormatWith, result, value, spec);
  return result;
}
