// Filling the built-ins of a VM: functions, types, exceptions and constants.
import * as types from "../objects/builtin-types.ts";
import { EXCEPTION_TYPES, osErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { PyModule } from "../objects/module.ts";
import { ELLIPSIS, NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { dictSetString } from "../protocol/table.ts";
import { defineTypes } from "../types/index.ts";
import { FUNCTIONS } from "./table.ts";

const TYPES: readonly PyType[] = [
  types.boolType,
  types.byteArrayType,
  types.bytesType,
  types.classMethodType,
  types.complexType,
  types.dictType,
  types.enumerateType,
  types.filterType,
  types.floatType,
  types.frozenSetType,
  types.intType,
  types.listType,
  types.mapType,
  types.memoryViewType,
  types.objectType,
  types.propertyType,
  types.rangeType,
  types.reversedType,
  types.setType,
  types.sliceType,
  types.staticMethodType,
  types.strType,
  types.superType,
  types.tupleType,
  types.typeType,
  types.zipType,
];

/** Old names of OSError. */
const ALIASES: Readonly<Record<string, Value>> = {
  EnvironmentError: osErrorType,
  IOError: osErrorType,
};

export function installBuiltins(vm: Machine): void {
  defineTypes();
  const set = (name: string, value: Value): void => dictSetString(vm.builtins, name, value);
  set("__name__", "builtins");
  set("__doc__", "Built-in functions, types, exceptions, and other objects.");
  set("__package__", "");
  set("__loader__", NONE);
  set("__spec__", NONE);
  for (const func of FUNCTIONS) set(func.name, func);
  set("None", NONE);
  set("Ellipsis", ELLIPSIS);
  set("NotImplemented", NOT_IMPLEMENTED);
  set("False", false);
  set("True", true);
  for (const type of TYPES) set(type.name, type);
  set("__debug__", true);
  for (const type of EXCEPTION_TYPES) set(type.name, type);
  for (const [name, type] of Object.entries(ALIASES)) set(name, type);
  const module = new PyModule(vm.builtins);
  vm.builtinsModule = module;
  dictSetString(vm.modules, "builtins", module);
}
