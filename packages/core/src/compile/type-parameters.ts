// Generic definitions and type aliases: hidden functions that make the type parameters and what is defined with them.

import { type Code, CodeKind } from "../bytecode/code.ts";
import { Intrinsic, Op } from "../bytecode/op.ts";
import type { Scope } from "../scope/scope.ts";
import type * as ast from "../syntax/ast.ts";
import { pushAnnotations } from "./annotations.ts";
import { CHUNK } from "./displays.ts";
import { NONE, text } from "./fold.ts";
import { ANNOTATIONS, finishFunction, functionCode, makeFunction, pushDefaults, reserveCells } from "./functions.ts";
import { loadMangled, storeName } from "./names.ts";
import { NO_PARAMETERS, Unit } from "./unit.ts";

/** Calls a hidden function of the given arguments, which stand on top from `base`+1 on, and puts its result in `target`. */
function callHidden(
  unit: Unit,
  node: ast.FunctionDef | ast.ClassDef | ast.TypeAlias,
  name: string,
  parameterCount: number,
  base: number,
  target: number,
  body: (inner: Unit, parameters: number) => number,
): void {
  const { compilation } = unit;
  const scope = compilation.scopes.scopeOf(node.typeParameters);
  const start = node.kind === "TypeAlias" ? node.start : (node.decorators[0]?.start ?? node.start);
  const inner = new Unit(compilation, unit, scope, CodeKind.Function, `<generic parameters of ${name}>`, start);
  inner.signature = { ...NO_PARAMETERS, positionalCount: parameterCount };
  const result = body(inner, parameterTuple(inner, node, node.typeParameters));
  inner.emit(node, Op.Return, result);
  makeFunction(unit, node, scope, base, inner.finish());
  unit.emit(node, Op.Call, target, base, parameterCount);
}

/** Makes the type parameters, binds their names, and returns a temporary with the tuple of them. */
function parameterTuple(unit: Unit, at: ast.Located, parameters: readonly ast.TypeParameter[]): number {
  const result = unit.temp();
  const isLong = parameters.length > CHUNK;
  if (isLong) unit.emit(at, Op.BuildList, result, result, 0);
  for (const parameter of parameters) {
    const register = unit.temp();
    makeParameter(unit, parameter, register);
    storeName(unit, parameter.name, register, parameter);
    if (!isLong) continue;
    unit.emit(at, Op.ListAppend, result, register);
    unit.release(register);
  }
  if (isLong) unit.emit(at, Op.ListToTuple, result, result);
  else unit.emit(at, Op.BuildTuple, result, result + 1, parameters.length);
  unit.release(result + 1);
  return result;
}

function makeParameter(unit: Unit, node: ast.TypeParameter, target: number): void {
  const base = unit.reserve(2);
  unit.emitConstant(node, text(node.name), base);
  unit.emit(node, Op.Intrinsic, target, base, constructorOf(unit, node, base + 1));
  if (node.default !== null) {
    unit.move(null, base, target);
    makeLazy(unit, node, node.default, node.name, base + 1);
    unit.emit(node, Op.Intrinsic, target, base, Intrinsic.TypeParameterDefault);
  }
  unit.release(base);
}

function constructorOf(unit: Unit, node: ast.TypeParameter, lazy: number): Intrinsic {
  if (node.kind === "ParamSpec") return Intrinsic.ParamSpec;
  if (node.kind === "TypeVarTuple") return Intrinsic.TypeVarTuple;
  if (node.bound === null) return Intrinsic.TypeVar;
  makeLazy(unit, node, node.bound, node.name, lazy);
  return node.bound.kind === "Tuple" ? Intrinsic.TypeVarWithConstraints : Intrinsic.TypeVarWithBound;
}

/** A function without parameters that evaluates an expression when it is asked for. */
function makeLazy(unit: Unit, at: ast.Located, node: ast.Expression, name: string, target: number): void {
  const scope = unit.compilation.scopes.lazyScopeOf(node);
  makeFunction(unit, at, scope, target, lazyCode(unit, scope, node, name, at.start));
}

function lazyCode(unit: Unit, scope: Scope, node: ast.Expression, name: string, start: number): Code {
  const inner = new Unit(unit.compilation, unit, scope, CodeKind.Function, name, start);
  let value: number;
  if (node.kind === "Starred") {
    // The default of a TypeVarTuple: `*Ts = *tuple[int]`.
    const iterable = inner.operand(node.value);
    inner.emit(node, Op.Unpack, (value = inner.temp()), iterable, 1);
  } else {
    value = inner.operand(node);
  }
  inner.emit(node, Op.Return, value);
  return inner.finish();
}

/** `def f[T](...)`: defaults are evaluated outside of the hidden function, annotations inside. */
export function genericFunction(unit: Unit, node: ast.FunctionDef, target: number): void {
  const mark = unit.top;
  const base = unit.temp();
  const parts = pushDefaults(unit, node, node.parameters);
  callHidden(unit, node, node.name, unit.top - base - 1, base, target, (inner, parameters) => {
    const scope = unit.compilation.scopes.scopeOf(node);
    const result = inner.reserve(2);
    const cells = reserveCells(inner, scope);
    // The defaults are the parameters of the hidden function.
    const count = unit.top - base - 1;
    for (let at = 0; at < count; at++) inner.move(null, inner.temp(), at);
    const isAnnotated = pushAnnotations(inner, node);
    const code = functionCode(inner, node);
    finishFunction(inner, node, cells, isAnnotated ? parts | ANNOTATIONS : parts, code, result);
    inner.move(null, result + 1, parameters);
    inner.emit(node, Op.Intrinsic, result, result, Intrinsic.SetTypeParameters);
    return result;
  });
  unit.release(mark);
}

/** `class C[T]`: `build` makes the class in the hidden function, with the generic base in a register. */
export function genericClass(
  unit: Unit,
  node: ast.ClassDef,
  target: number,
  build: (inner: Unit, genericBase: number) => number,
): void {
  const base = unit.temp();
  callHidden(unit, node, node.name, 0, base, target, (inner, parameters) => {
    storeName(inner, ".type_params", parameters, node);
    const genericBase = inner.temp();
    const subscript = unpackedParameters(inner, node, parameters);
    inner.emit(node, Op.Intrinsic, genericBase, subscript, Intrinsic.SubscriptGeneric);
    inner.release(genericBase + 1);
    return build(inner, genericBase);
  });
  unit.release(base);
}

/** The register of what Generic is subscripted with: `T, *Ts` for the parameters of `class C[T, *Ts]`. */
function unpackedParameters(unit: Unit, node: ast.ClassDef, parameters: number): number {
  if (!node.typeParameters.some(({ kind }) => kind === "TypeVarTuple")) return parameters;
  const result = unit.temp();
  const item = unit.temp();
  unit.emit(node, Op.BuildList, result, result, 0);
  for (const parameter of node.typeParameters) {
    const register = loadMangled(unit, parameter, unit.mangle(parameter.name), item);
    if (parameter.kind === "TypeVarTuple") unit.emit(node, Op.ListExtend, result, register);
    else unit.emit(node, Op.ListAppend, result, register);
  }
  unit.emit(node, Op.ListToTuple, result, result);
  return result;
}

export function typeAlias(unit: Unit, node: ast.TypeAlias): void {
  const mark = unit.top;
  const result = unit.temp();
  if (node.typeParameters.length === 0) {
    makeAlias(unit, node, null, result);
  } else {
    callHidden(unit, node, node.name.id, 0, unit.temp(), result, (inner, parameters) => {
      const alias = inner.temp();
      makeAlias(inner, node, parameters, alias);
      return alias;
    });
  }
  storeName(unit, node.name.id, result, node.name);
  unit.release(mark);
}

function makeAlias(unit: Unit, node: ast.TypeAlias, parameters: number | null, target: number): void {
  const base = unit.reserve(3);
  unit.emitConstant(node, text(node.name.id), base);
  if (parameters === null) unit.emitConstant(node, NONE, base + 1);
  else unit.move(null, base + 1, parameters);
  const scope = unit.compilation.scopes.scopeOf(node);
  makeFunction(unit, node, scope, base + 2, lazyCode(unit, scope, node.value, node.name.id, node.start));
  unit.emit(node, Op.Intrinsic, target, base, Intrinsic.TypeAlias);
  unit.release(base);
}
