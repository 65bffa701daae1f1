// Functions: the code of their bodies, and the instruction that makes a function of it.

import { type Code, CodeKind } from "../bytecode/code.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import type { Scope } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import { docstringOf } from "./docstring.ts";
import { constantTuple, text } from "./fold.ts";
import { type Signature, Unit } from "./unit.ts";

/** The bits of MakeFunction's operand c. */
const DEFAULTS = 1;
const KEYWORD_DEFAULTS = 2;
export const ANNOTATIONS = 4;

/**
 * Makes a function of the code in `target`. Its parts stand in a row from what
 * `reserveCells` gave on.
 */
export function finishFunction(
  unit: Unit,
  at: ast.Located,
  base: number,
  parts: number,
  code: Code,
  target: number,
): void {
  let register = base;
  for (const name of code.fields.freeNames) unit.move(null, register++, unit.closureCell(name));
  const index = unit.constant({ type: "code", code });
  unit.builder.emitExtended(at, Op.MakeFunction, target, base, parts, index);
}

/** Registers for the cells of a closure, which are filled in at the end. */
export function reserveCells(unit: Unit, scope: Scope): number {
  return unit.reserve(scope.free.size);
}

/** A function that has no defaults and no annotations. */
export function makeFunction(unit: Unit, at: ast.Located, scope: Scope, target: number, code: Code): void {
  const base = reserveCells(unit, scope);
  finishFunction(unit, at, base, 0, code, target);
  unit.release(base);
}

/** Evaluates the defaults into temporaries on top; returns the bits that tell which there are. */
export function pushDefaults(unit: Unit, at: ast.Located, parameters: ast.Parameters): number {
  let parts = 0;
  const values: ast.Expression[] = [];
  for (const list of [parameters.positionalOnly, parameters.positional]) {
    for (const parameter of list) if (parameter.default !== null) values.push(parameter.default);
  }
  if (values.length > 0) {
    parts |= DEFAULTS;
    const constant = constantTuple(values);
    const result = unit.temp();
    if (constant !== null) {
      unit.emitConstant(at, constant, result);
    } else {
      for (const value of values) unit.push(value);
      unit.emit(at, Op.BuildTuple, result, result + 1, values.length);
      unit.release(result + 1);
    }
  }
  const keywords = parameters.keywordOnly.filter((parameter) => parameter.default !== null);
  if (keywords.length > 0) {
    parts |= KEYWORD_DEFAULTS;
    const result = unit.temp();
    for (const parameter of keywords) {
      unit.emitConstant(at, text(unit.mangle(parameter.name)), unit.temp());
      unit.push(parameter.default as ast.Expression);
    }
    unit.emit(at, Op.BuildDict, result, result + 1, keywords.length);
    unit.release(result + 1);
  }
  return parts;
}

function signatureOf(parameters: ast.Parameters): Signature {
  return {
    positionalCount: parameters.positionalOnly.length + parameters.positional.length,
    positionalOnlyCount: parameters.positionalOnly.length,
    keywordOnlyCount: parameters.keywordOnly.length,
    hasVarArgs: parameters.varArgs !== null,
    hasVarKeywords: parameters.varKeywords !== null,
  };
}

function kindOf(scope: Scope): CodeKind {
  if (scope.isAsync) return scope.isGenerator ? CodeKind.AsyncGenerator : CodeKind.Coroutine;
  return scope.isGenerator ? CodeKind.Generator : CodeKind.Function;
}

/** The code of a `def`. */
export function functionCode(unit: Unit, node: ast.FunctionDef): Code {
  const { compilation } = unit;
  const scope = compilation.scopes.scopeOf(node);
  const start = node.decorators[0]?.start ?? node.start;
  const inner = new Unit(compilation, unit, scope, kindOf(scope), node.name, start);
  inner.signature = signatureOf(node.parameters);
  inner.docstring = docstringOf(node.body);
  inner.statements(inner.docstring === null ? node.body : node.body.slice(1));
  return inner.finish();
}

export function lambda(unit: Unit, node: ast.Lambda, target: number): number {
  const { compilation } = unit;
  const scope = compilation.scopes.scopeOf(node);
  const mark = unit.top;
  const base = reserveCells(unit, scope);
  const parts = pushDefaults(unit, node, node.parameters);
  const inner = new Unit(compilation, unit, scope, kindOf(scope), "<lambda>", node.start);
  inner.signature = signatureOf(node.parameters);
  inner.trace(node.body, TraceKind.Line);
  inner.emit(node.body, Op.Return, inner.operand(node.body));
  finishFunction(unit, node, base, parts, inner.finish(), target >= 0 ? target : mark);
  unit.release(mark);
  return unit.result(target);
}
