// The type variables of generic aliases and unions, and putting types in their places: `dict[K, V][str, int]`.
import { GenericAlias, type UnionAlias } from "../objects/aliases.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { callInModule } from "../protocol/call-module.ts";

type Alias = GenericAlias | UnionAlias;

/** The type variables in the arguments, each once, in order. */
export function parametersOf(vm: Machine, alias: Alias): Result {
  if (alias.args.items.every((arg) => arg instanceof PyType)) return newTuple([]);
  return (alias instanceof GenericAlias && alias.parameters) || asking(vm, PARAMETERS, alias);
}

const PARAMETERS: Asking<Alias> = {
  ask: (vm, { args }) => callInModule(vm, "typing", "_alias_parameters", [args]),
  take(_vm, alias, parameters) {
    if (alias instanceof GenericAlias) alias.parameters = parameters as PyTuple;
    return parameters;
  },
};

/** `alias[key]`. */
export function substitute(vm: Machine, alias: Alias, key: Value): Result {
  return callInModule(vm, "typing", "_substitute_alias", [alias, key]);
}
