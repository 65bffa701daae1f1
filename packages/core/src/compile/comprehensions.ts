// Comprehensions, which run in the registers of the block around them, and generator expressions, which are functions.

import type { OpenRegion } from "../bytecode/builder.ts";
import { type Code, CodeKind } from "../bytecode/code.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import { Binding, type Scope } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import { settle } from "./displays.ts";
import { makeFunction } from "./functions.ts";
import { closeIteration, type Iteration, openIteration, openIterator } from "./iteration.ts";
import { NO_PARAMETERS, Unit } from "./unit.ts";

type Inlined = ast.ListComp | ast.SetComp | ast.DictComp;

export function comprehension(unit: Unit, node: Inlined, target: number): number {
  const scope = unit.compilation.scopes.scopeOf(node);
  refuseAsync(unit, node, scope);
  const mark = unit.top;
  // The result is built in a temporary: the names of the comprehension may refer to what the target held.
  const result = unit.temp();
  const [first] = node.generators as [ast.Comprehension];
  const iterator = openIterator(unit, first.iter, first.isAsync);
  const build = node.kind === "ListComp" ? Op.BuildList : node.kind === "SetComp" ? Op.BuildSet : Op.BuildDict;
  unit.emit(node, build, result, result, 0);
  const outer = unit.current;
  unit.current = scope;
  enterVariables(unit, scope, first);
  const start = unit.builder.pc;
  generators(unit, node, iterator, () => addElement(unit, node, result));
  leaveVariables(unit, scope, start);
  unit.current = outer;
  return settle(unit, node, result, mark, target);
}

function addElement(unit: Unit, node: Inlined, result: number): void {
  const mark = unit.top;
  if (node.kind === "DictComp") {
    const key = unit.operand(node.key);
    const value = unit.operand(node.value);
    unit.emit({ start: node.key.start, end: node.value.end }, Op.DictAdd, result, key, value);
  } else {
    const value = unit.operand(node.element);
    unit.emit(node.element, node.kind === "ListComp" ? Op.ListAppend : Op.SetAdd, result, value);
  }
  unit.release(mark);
}

function refuseAsync(unit: Unit, node: Inlined, scope: Scope): void {
  if (!scope.hasAwait || unit.current.isComprehension || unit.scope.isAsync) return;
  if (unit.compilation.options.topLevelAwait && unit.parent === null) return;
  throw unit.error("asynchronous comprehension outside of an asynchronous function", node);
}

/** The registers of the variables may hold what an earlier comprehension left behind. */
function enterVariables(unit: Unit, scope: Scope, first: ast.Comprehension): void {
  for (const [name, variable] of unit.layout.comprehensions.get(scope) ?? []) {
    const { binding, register } = variable;
    if (register < 0 || binding === Binding.Free) continue;
    if (binding === Binding.Cell) {
      // Each time around there is a new cell.
      unit.emit(null, Op.Unbind, register);
      unit.emit(null, Op.MakeCell, register);
    } else if (!binds(unit, first.target, name)) {
      unit.emit(null, Op.Unbind, register);
    }
    unit.builder.markUnbound(register);
  }
}

/** Whether binding the target certainly binds the name. */
function binds(unit: Unit, target: ast.Expression, name: string): boolean {
  if (target.kind === "Name") return unit.mangle(target.id) === name;
  if (target.kind !== "Tuple" && target.kind !== "List") return false;
  return target.elements.some((element) => binds(unit, element, name));
}

function leaveVariables(unit: Unit, scope: Scope, start: number): void {
  for (const { binding, register } of unit.layout.comprehensions.get(scope)?.values() ?? []) {
    if (register < 0 || binding === Binding.Free) continue;
    unit.spans.push(register, start, unit.builder.pc);
    unit.emit(null, Op.Unbind, register);
    unit.builder.markUnbound(register);
  }
}

/** All the `for` clauses around one element; `firstIterator` is that of the first. */
function generators(
  unit: Unit,
  node: Inlined | ast.GeneratorExp,
  firstIterator: number,
  emitElement: () => void,
): void {
  const { builder } = unit;
  const mark = unit.top;
  const loops: Iteration[] = [];
  const skips: OpenRegion[] = [];
  for (const [index, { target, iter, ifs, isAsync }] of node.generators.entries()) {
    const iterator = index === 0 ? firstIterator : openIterator(unit, iter, isAsync);
    loops.push(openIteration(unit, node, iter, target, iterator, isAsync));
    // A condition that fails goes on with the next item.
    const skip = builder.openBlock();
    skips.push(skip);
    for (const condition of ifs) unit.jumpIf(condition, false, skip);
  }
  emitElement();
  for (let index = loops.length - 1; index >= 0; index--) {
    const iteration = loops[index] as Iteration;
    builder.closeBlock(skips[index] as OpenRegion);
    if (node.kind === "GeneratorExp") unit.trace(node, TraceKind.Again);
    closeIteration(unit, iteration);
    builder.closeBlock(iteration.exit);
  }
  unit.release(mark);
}

/** A generator expression is a function of its first iterator. */
export function generatorExpression(unit: Unit, node: ast.GeneratorExp, target: number): number {
  const scope = unit.compilation.scopes.scopeOf(node);
  const [first] = node.generators as [ast.Comprehension];
  const base = unit.temp();
  makeFunction(unit, node, scope, base, generatorCode(unit, node, scope));
  const iterator = openIterator(unit, first.iter, first.isAsync);
  unit.move(null, base + 1, iterator);
  unit.release(base);
  const result = unit.result(target);
  unit.emit(node, Op.Call, result, base, 1);
  return result;
}

function generatorCode(unit: Unit, node: ast.GeneratorExp, scope: Scope): Code {
  const kind = scope.hasAwait ? CodeKind.AsyncGenerator : CodeKind.Generator;
  const inner = new Unit(unit.compilation, unit, scope, kind, "<genexpr>", node.start);
  inner.signature = { ...NO_PARAMETERS, positionalCount: 1 };
  inner.trace(node, TraceKind.Line);
  generators(inner, node, 0, () => {
    const mark = inner.top;
    const value = inner.operand(node.element);
    inner.emit(node.element, scope.hasAwait ? Op.AsyncYield : Op.Yield, inner.temp(), value);
    inner.release(mark);
  });
  return inner.finish();
}
