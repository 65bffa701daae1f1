// Class definitions: the body as code that fills a namespace, and the call that makes a class of it.

import { type Code, CodeKind } from "../bytecode/code.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { finishCall } from "./calls.ts";
import { define } from "./definitions.ts";
import { docstringOf } from "./docstring.ts";
import { int, names, text } from "./fold.ts";
import { makeFunction } from "./functions.ts";
import { loadMangled } from "./names.ts";
import { genericClass } from "./type-parameters.ts";
import { Unit } from "./unit.ts";

export function classStatement(unit: Unit, node: ast.ClassDef): void {
  define(unit, node, (target) => {
    if (node.typeParameters.length > 0) {
      genericClass(unit, node, target, (inner, genericBase) => buildClass(inner, node, genericBase, -1));
    } else {
      buildClass(unit, node, null, target);
    }
  });
}

/** Calls `__build_class__`; `genericBase` is the register of a last base that is not written. */
function buildClass(unit: Unit, node: ast.ClassDef, genericBase: number | null, target: number): number {
  const scope = unit.compilation.scopes.scopeOf(node);
  const base = unit.temp();
  unit.emit(node, Op.LoadBuildClass, base);
  makeFunction(unit, node, scope, unit.temp(), classCode(unit, node));
  unit.emitConstant(node, text(node.name), unit.temp());
  return finishCall(unit, node, node.bases, node.keywords, base, target, { before: 2, lastArgument: genericBase });
}

function classCode(unit: Unit, node: ast.ClassDef): Code {
  const { compilation } = unit;
  const scope = compilation.scopes.scopeOf(node);
  const start = node.decorators[0]?.start ?? node.start;
  const inner = new Unit(compilation, unit, scope, CodeKind.Namespace, node.name, start);
  const { line } = compilation.source.position(start);
  const lineStart = compilation.source.lineStarts[line - 1] as number;
  const header: ast.Located = { start: lineStart, end: lineStart };
  inner.trace(header, TraceKind.Line);
  const value = inner.temp();
  const set = (name: string): void => inner.emitName(header, Op.StoreName, value, name);
  inner.emitName(header, Op.LoadName, value, "__name__");
  set("__module__");
  inner.emitConstant(header, text(inner.qualifiedName), value);
  set("__qualname__");
  inner.emitConstant(header, int(line), value);
  set("__firstlineno__");
  if (node.typeParameters.length > 0) {
    loadMangled(inner, header, ".type_params", value);
    set("__type_params__");
  }
  if (inner.layout.classDict >= 0) {
    inner.emit(header, Op.LoadLocals, value);
    inner.emit(header, Op.StoreCell, inner.layout.classDict, value);
  }
  if (scope.hasAnnotations) inner.emit(header, Op.SetupAnnotations);
  const docstring = docstringOf(node.body);
  if (docstring !== null) {
    inner.docstring = docstring;
    const [first] = node.body as [ast.Statement];
    inner.trace(first, TraceKind.Line);
    inner.emitConstant(first, text(docstring), value);
    inner.emitName(first, Op.StoreName, value, "__doc__");
  }
  inner.release(value);
  inner.statements(docstring === null ? node.body : node.body.slice(1));
  finishBody(inner, value);
  return inner.finish();
}

/** What a class body leaves behind for the type: the cells that are to hold the class and its namespace. */
function finishBody(unit: Unit, value: number): void {
  unit.temp();
  const { classCell, classDict } = unit.layout;
  unit.emitConstant(null, names([...unit.staticAttributes].sort()), value);
  unit.emitName(null, Op.StoreName, value, "__static_attributes__");
  if (classDict >= 0) unit.emitName(null, Op.StoreName, classDict, "__classdictcell__");
  if (classCell >= 0) {
    unit.emitName(null, Op.StoreName, classCell, "__classcell__");
    unit.emit(null, Op.Return, classCell);
  }
}
