// The TypeError of a native for an argument of the wrong type.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { charge } from "./charge.ts";
import { asString } from "./lookup.ts";
import { raiseTypeError } from "./raise.ts";

/** Raise "find() argument 1 must be str, not int"; None is called by its name, not by its type's. */
export function raiseBadArgument(vm: Machine, place: string, wanted: string, value: Value): undefined {
  return raiseTypeError(vm, `${place} must be ${wanted}, not ${value === NONE ? "None" : typeOf(value).name}`);
}

/** The name of an attribute as a text; raises TypeError for what is none. */
export function attributeName(vm: Machine, name: Value): string | undefined {
  const text = asString(name);
  if (text === undefined) return raiseTypeError(vm, `attribute name must be string, not '${typeOf(name).name}'`);
  charge(vm, text.length);
  return text;
}

/** Raise TypeError for a value that should be an int. */
export function raiseNoInteger(vm: Machine, value: Value): undefined {
  return raiseTypeError(vm, `'${typeOf(value).name}' object cannot be interpreted as an integer`);
}
