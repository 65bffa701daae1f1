// The type variables of generic aliases and unions, and putting types in their places: `dict[K, V][str, int]`.
import { GenericAlias, UnionAlias } from "../objects/aliases.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyTuple } from "../objects/sequences.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { special } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { aliasRepr } from "./alias-text.ts";
import { unionOf } from "./union-type.ts";

type Alias = GenericAlias | UnionAlias;

/** Whether a value is a type variable of any kind. */
function isParameter(value: Value): boolean {
  return !(value instanceof PyType) && special(value, "__typing_subst__") !== undefined;
}

/** The type variables in the arguments, each once, in order. Aliases contain only older ones, so this ends. */
export function parametersOf(alias: Alias): PyTuple {
  if (alias instanceof GenericAlias && alias.parameters !== null) return alias.parameters;
  const found: Value[] = [];
  const stack: Value[] = [...alias.args.items].reverse();
  for (let arg = stack.pop(); arg !== undefined; arg = stack.pop()) {
    if (arg instanceof GenericAlias || arg instanceof UnionAlias) stack.push(...[...arg.args.items].reverse());
    else if (isParameter(arg) && !found.includes(arg)) found.push(arg);
  }
  const parameters = newTuple(found);
  if (alias instanceof GenericAlias) alias.parameters = parameters;
  return parameters;
}

/** `alias[key]`. */
export function substitute(vm: Machine, alias: Alias, key: Value): Result {
  const parameters = parametersOf(alias).items;
  const given = key instanceof PyTuple ? key.items : [key];
  if (parameters.length === given.length && given.length > 0) {
    return replace(alias, new Map(parameters.map((parameter, at) => [parameter, given[at] as Value])));
  }
  return asking(vm, wrongCount, { alias, wanted: parameters.length, given: given.length });
}

const wrongCount: Asking<{ readonly alias: Alias; readonly wanted: number; readonly given: number }> = {
  name: "parameters of an alias",
  ask: (vm, { alias }) => aliasRepr(vm, alias),
  take(vm, { wanted, given }, text): Result | typeof AGAIN {
    if (wanted === 0) return raiseTypeError(vm, `${text} is not a generic class`);
    const expected = given < wanted ? `at least ${wanted}` : String(wanted);
    const which = given < wanted ? "few" : "many";
    return raiseTypeError(vm, `Too ${which} arguments for ${text}; actual ${given}, expected ${expected}`);
  },
};

function replace(value: Value, types: ReadonlyMap<Value, Value>): Value {
  const type = types.get(value);
  if (type !== undefined) return type;
  if (!(value instanceof GenericAlias || value instanceof UnionAlias) || parametersOf(value).items.length === 0) {
    return value;
  }
  const args = value.args.items.map((arg) => replace(arg, types));
  if (value instanceof UnionAlias) return unionOf(args);
  return new GenericAlias(value.origin, newTuple(args), value.isUnpacked);
}
