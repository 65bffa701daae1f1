// Attributes: where they are read, written and deleted, and which part of the source stands for it.

import { Op } from "../bytecode/op.ts";
import { ScopeKind } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import type { Unit } from "./unit.ts";

/**
 * The range that tracebacks show for an attribute, or for a call of it: in a chain over several lines, from the
 * attribute's own name on.
 */
export function attributeRange(unit: Unit, attribute: ast.Attribute, whole: ast.Located): ast.Located {
  if (unit.compilation.locator.isSameLine(whole.start, attribute.attrStart)) return whole;
  return { start: attribute.attrStart, end: whole.end };
}

export function loadAttribute(unit: Unit, node: ast.Attribute, object: number, target: number): number {
  const result = unit.result(target);
  const name = unit.nameIndex(unit.mangle(node.attr));
  unit.emit(attributeRange(unit, node, node), Op.LoadAttribute, result, object, name);
  return result;
}

/** `node.value` is evaluated already. */
export function storeAttribute(unit: Unit, node: ast.Attribute, object: number, value: number): void {
  const name = unit.nameIndex(unit.mangle(node.attr));
  unit.emit(attributeRange(unit, node, node), Op.StoreAttribute, object, name, value);
}

export function deleteAttribute(unit: Unit, node: ast.Attribute): void {
  const mark = unit.top;
  const object = unit.operand(node.value);
  unit.release(mark);
  unit.emit(attributeRange(unit, node, node), Op.DeleteAttribute, object, unit.nameIndex(unit.mangle(node.attr)));
}

/** The class around remembers the attributes that its methods assign to `self`. */
export function noteStaticAttribute(unit: Unit, node: ast.Attribute): void {
  if (node.value.kind !== "Name" || node.value.id !== "self") return;
  for (let outer = unit.parent; outer !== null; outer = outer.parent) {
    if (outer.scope.kind === ScopeKind.Class) {
      outer.staticAttributes.add(node.attr);
      return;
    }
  }
}
