// Annotations: of functions as a dict, of variables as items of `__annotations__`.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { CHUNK } from "./displays.ts";
import { text } from "./fold.ts";
import { assignOne } from "./targets.ts";
import type { Unit } from "./unit.ts";
import { unparse } from "./unparse.ts";

interface Annotation {
  readonly name: string;
  readonly node: ast.Expression;
}

/** Evaluates the annotations of a function into a dict on top; false when it has none. */
export function pushAnnotations(unit: Unit, node: ast.FunctionDef): boolean {
  const annotations = annotationsOf(node);
  if (annotations.length === 0) return false;
  const result = unit.temp();
  for (let from = 0; from < annotations.length; from += CHUNK / 2) {
    const some = annotations.slice(from, from + CHUNK / 2);
    const mark = unit.top;
    for (const { name, node: annotation } of some) {
      unit.emitConstant(node, text(unit.mangle(name)), unit.temp());
      annotationInto(unit, annotation, unit.temp());
    }
    unit.emit(node, Op.BuildDict, from === 0 ? result : mark, mark, some.length);
    if (from > 0) unit.emit(node, Op.DictUpdate, result, mark);
    unit.release(mark);
  }
  return true;
}

function annotationsOf({ parameters, returns }: ast.FunctionDef): Annotation[] {
  const { positionalOnly, positional, varArgs, keywordOnly, varKeywords } = parameters;
  const found: Annotation[] = [];
  for (const list of [positionalOnly, positional, [varArgs], keywordOnly, [varKeywords]]) {
    for (const parameter of list) {
      if (parameter?.annotation) found.push({ name: parameter.name, node: parameter.annotation });
    }
  }
  if (returns !== null) found.push({ name: "return", node: returns });
  return found;
}

function annotationInto(unit: Unit, node: ast.Expression, target: number): void {
  if (unit.compilation.future.annotations) {
    unit.emitConstant(node, text(unparse(node)), target);
  } else if (node.kind === "Starred") {
    // `*args: *Ts` is the one item of Ts.
    const mark = unit.top;
    const value = unit.operand(node.value);
    unit.release(mark);
    unit.emit(node, Op.Unpack, target, value, 1);
  } else {
    unit.into(node, target);
  }
}

export function annotatedAssignment(unit: Unit, node: ast.AnnAssign): void {
  const { target, annotation, value } = node;
  const mark = unit.top;
  if (value !== null) assignOne(unit, target, value);
  unit.release(mark);
  const isStored = !unit.scope.isFunctionLike;
  switch (target.kind) {
    case "Name":
      if (node.simple && isStored) {
        const register = unit.temp();
        annotationInto(unit, annotation, register);
        const dict = unit.temp();
        unit.emitName(node, Op.LoadName, dict, "__annotations__");
        const key = unit.temp();
        unit.emitConstant(node, text(unit.mangle(target.id)), key);
        unit.emit(node, Op.StoreItem, dict, key, register);
      }
      break;
    case "Attribute":
      if (value === null) unit.discard(target.value);
      break;
    case "Subscript":
      if (value === null) {
        unit.discard(target.value);
        unit.discard(target.index);
      }
  }
  // An annotation that is stored nowhere is evaluated all the same, outside of functions.
  const isEvaluated = isStored && !unit.compilation.future.annotations;
  if (!(node.simple && target.kind === "Name") && isEvaluated) unit.discard(annotation);
  unit.release(mark);
}
