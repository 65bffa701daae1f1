// Loading, storing and deleting names, wherever the scope analysis has put them.

import { CodeKind } from "../bytecode/code.ts";
import { Op } from "../bytecode/op.ts";
import { Binding, ScopeKind } from "../scope/scope.ts";
import type { Located, Name } from "../syntax/ast.ts";
import type { Variable } from "./layout.ts";
import type { Unit } from "./unit.ts";

/** The value of a name: the register of the local itself where that is safe and no target is asked for. */
export function loadName(unit: Unit, node: Name, target: number): number {
  if (node.id === "__debug__") {
    const result = unit.result(target);
    unit.emitConstant(node, { type: "bool", value: true }, result);
    return result;
  }
  return loadMangled(unit, node, unit.mangle(node.id), target);
}

export function loadMangled(unit: Unit, at: Located, name: string, target: number): number {
  const variable = unit.lookUp(name);
  const { binding, register } = variable;
  if (binding === Binding.Local && register >= 0) {
    checkBound(unit, at, register);
    // An assignment expression further on in the statement may change the local.
    if (target < 0 && !unit.scope.walrus.has(name)) return register;
    const result = unit.result(target);
    unit.move(at, result, register);
    return result;
  }
  const result = unit.result(target);
  if (binding === Binding.Cell) unit.emit(at, Op.LoadCell, result, register);
  else if (binding === Binding.Free) loadFree(unit, at, name, variable, result);
  else loadGlobal(unit, at, name, binding, result);
  return result;
}

function checkBound(unit: Unit, at: Located, register: number): void {
  if (unit.builder.isBound(register)) return;
  unit.emit(at, Op.CheckBound, register);
  unit.builder.markBound(register);
}

function loadFree(unit: Unit, at: Located, name: string, variable: Variable, result: number): void {
  const { register } = variable;
  const dict = classDictCell(unit, name);
  if (dict >= 0) {
    const mark = unit.reserve(2);
    unit.emit(at, Op.LoadCell, mark, dict);
    unit.move(at, mark + 1, register);
    unit.emit(at, Op.LoadClassFree, result, mark, unit.nameIndex(name));
    unit.release(mark);
  } else if (unit.scope.kind === ScopeKind.Class && unit.current === unit.scope) {
    unit.emit(at, Op.LoadClassCell, result, register, unit.nameIndex(name));
  } else {
    unit.emit(at, Op.LoadCell, result, register);
  }
}

function loadGlobal(unit: Unit, at: Located, name: string, binding: Binding, result: number): void {
  const dict = binding === Binding.GlobalExplicit ? -1 : classDictCell(unit, name);
  if (dict >= 0) {
    const mark = unit.temp();
    unit.emit(at, Op.LoadCell, mark, dict);
    unit.emit(at, Op.LoadClassGlobal, result, mark, unit.nameIndex(name));
    unit.release(mark);
    return;
  }
  unit.emitName(at, usesNamespace(unit, binding) ? Op.LoadName : Op.LoadGlobal, result, name);
}

/** The register of the cell with the namespace of the class that this scope of type parameters looks into, or -1. */
function classDictCell(unit: Unit, name: string): number {
  if (unit.scope.kind < ScopeKind.TypeParameters || name === "__classdict__" || name.startsWith(".")) return -1;
  return unit.layout.variables.get("__classdict__")?.binding === Binding.Free ? unit.closureCell("__classdict__") : -1;
}

function usesNamespace(unit: Unit, binding: Binding): boolean {
  if (unit.kind !== CodeKind.Namespace && unit.scope.isFunctionLike) return false;
  if (binding === Binding.GlobalExplicit) return false;
  // A comprehension in a class body does not see the names of the class.
  return unit.current === unit.scope || unit.scope.kind !== ScopeKind.Class;
}

/** The register of a name that is a plain local, where a value may be computed in place; else -1. */
export function localRegister(unit: Unit, name: string): number {
  const { binding, register } = unit.lookUp(unit.mangle(name));
  return binding === Binding.Local ? register : -1;
}

export function storeName(unit: Unit, name: string, register: number, at: Located): void {
  storeMangled(unit, unit.mangle(name), register, at);
}

function storeMangled(unit: Unit, name: string, register: number, at: Located): void {
  const variable = unit.lookUp(name);
  switch (variable.binding) {
    case Binding.Local:
      if (variable.register >= 0) {
        unit.move(at, variable.register, register);
        unit.builder.markBound(variable.register);
      } else {
        unit.emitName(at, Op.StoreName, register, name);
      }
      return;
    case Binding.Cell:
    case Binding.Free:
      unit.emit(at, Op.StoreCell, variable.register, register);
      return;
    default:
      unit.emitName(at, usesNamespace(unit, variable.binding) ? Op.StoreName : Op.StoreGlobal, register, name);
  }
}

export function deleteName(unit: Unit, name: string, at: Located): void {
  const mangled = unit.mangle(name);
  const { binding, register } = unit.lookUp(mangled);
  switch (binding) {
    case Binding.Local:
      if (register < 0) {
        unit.emitName(at, Op.DeleteName, 0, mangled);
      } else {
        checkBound(unit, at, register);
        unit.emit(at, Op.Unbind, register);
        unit.builder.markUnbound(register);
      }
      return;
    case Binding.Cell:
    case Binding.Free:
      unit.emit(at, Op.DeleteCell, register);
      return;
    default:
      unit.emitName(at, usesNamespace(unit, binding) ? Op.DeleteName : Op.DeleteGlobal, 0, mangled);
  }
}

/** At the end of `except ... as name`: the name is unbound, also when the body unbound it already. */
export function clearName(unit: Unit, name: string, at: Located): void {
  const mangled = unit.mangle(name);
  const { binding, register } = unit.lookUp(mangled);
  if (binding === Binding.Local && register >= 0) {
    unit.emit(at, Op.Unbind, register);
    unit.builder.markUnbound(register);
    return;
  }
  const mark = unit.temp();
  unit.emitConstant(at, { type: "none" }, mark);
  storeMangled(unit, mangled, mark, at);
  unit.release(mark);
  deleteName(unit, name, at);
}
