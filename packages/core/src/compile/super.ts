// Attributes of super(), which are looked up without making the super object.

import { Op } from "../bytecode/op.ts";
import { Binding } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import { attributeRange } from "./attributes.ts";
import { finishMethodCall, isMethodCall } from "./calls.ts";
import { loadMangled, loadName } from "./names.ts";
import type { Unit } from "./unit.ts";

/** Whether the node is `super().attr`, or a call of that. */
export function isSuper(unit: Unit, node: ast.Expression): boolean {
  if (node.kind === "Attribute") return isSuperCall(unit, node.value);
  return node.kind === "Call" && node.func.kind === "Attribute" && isMethodCall(node) && isSuper(unit, node.func);
}

function isSuperCall(unit: Unit, node: ast.Expression): boolean {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.func.id !== "super") return false;
  if (node.args.length > 0 || node.keywords.length > 0 || !unit.scope.isFunctionLike) return false;
  if (unit.lookUp("super").binding !== Binding.GlobalImplicit) return false;
  // A module's own `super` takes its arguments as they are written.
  if (unit.compilation.scopes.module.bindings.get("super") === Binding.Local) return false;
  return unit.lookUp("__class__").binding === Binding.Free && unit.signature.positionalCount > 0;
}

export function superAttribute(unit: Unit, node: ast.Attribute, target: number): number {
  const mark = unit.top;
  const base = pushSuper(unit, node.value as ast.Call);
  unit.release(mark);
  const result = unit.result(target);
  emitLoad(unit, node, result, base, 0);
  return result;
}

export function superMethodCall(unit: Unit, node: ast.Call, target: number): number {
  const func = node.func as ast.Attribute;
  const base = pushSuper(unit, func.value as ast.Call);
  emitLoad(unit, func, base, base, 1);
  unit.release(base + 2);
  return finishMethodCall(unit, node, base, target);
}

function emitLoad(unit: Unit, node: ast.Attribute, result: number, base: number, asMethod: 0 | 1): void {
  const name = unit.nameIndex(unit.mangle(node.attr));
  unit.builder.emitExtended(attributeRange(unit, node, node), Op.LoadSuper, result, base, name, asMethod);
}

/** What the name `super` holds, the class and the object, in three registers; returns the first. */
function pushSuper(unit: Unit, node: ast.Call): number {
  const base = unit.temp();
  loadName(unit, node.func as ast.Name, base);
  loadMangled(unit, node, "__class__", unit.temp());
  loadMangled(unit, node, unit.layout.localNames[0] as string, unit.temp());
  return base;
}
