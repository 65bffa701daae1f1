// Function definitions: decorators, annotations, type parameters.

import { Op, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { pushAnnotations } from "./annotations.ts";
import { ANNOTATIONS, finishFunction, functionCode, pushDefaults, reserveCells } from "./functions.ts";
import { localRegister, storeName } from "./names.ts";
import { genericFunction } from "./type-parameters.ts";
import type { Unit } from "./unit.ts";

export function functionStatement(unit: Unit, node: ast.FunctionDef): void {
  define(unit, node, (target) => {
    if (node.typeParameters.length > 0) genericFunction(unit, node, target);
    else plainFunction(unit, node, target);
  });
}

/** Makes a decorated value with `make`, which gets the register for it, and stores it under its name. */
export function define(unit: Unit, node: ast.FunctionDef | ast.ClassDef, make: (target: number) => void): void {
  const mark = unit.top;
  const { decorators } = node;
  const local = localRegister(unit, node.name);
  if (local >= 0 && decorators.length === 0) {
    make(local);
    unit.builder.markBound(local);
    return;
  }
  for (const decorator of decorators) {
    unit.trace(decorator, TraceKind.Line);
    unit.push(decorator);
  }
  unit.trace(node, TraceKind.Line);
  const result = unit.temp();
  make(result);
  for (let at = decorators.length - 1; at >= 0; at--) {
    const register = mark + at;
    unit.trace(decorators[at] as ast.Expression, TraceKind.Line);
    unit.emit(decorators[at] as ast.Expression, Op.Call, register, register, 1);
  }
  unit.trace(node, TraceKind.Line);
  storeName(unit, node.name, mark, node);
  unit.release(mark);
}

function plainFunction(unit: Unit, node: ast.FunctionDef, target: number): void {
  const scope = unit.compilation.scopes.scopeOf(node);
  const base = reserveCells(unit, scope);
  let parts = pushDefaults(unit, node, node.parameters);
  if (pushAnnotations(unit, node)) parts |= ANNOTATIONS;
  finishFunction(unit, node, base, parts, functionCode(unit, node), target);
  unit.release(base);
}
