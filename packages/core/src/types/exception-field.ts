// The attributes that single exception types have besides those of BaseException.
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import type { Keywords } from "../protocol/call.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { member, type TypeEntry } from "./define.ts";

/** An attribute kept in `fields`; one that was never set is `missing(self)`, None without it. */
export function field(name: string, missing: (self: PyException) => Value | undefined = () => undefined): TypeEntry {
  return member(
    (_vm, self: PyException) => self.fields?.get(name) ?? missing(self) ?? NONE,
    (_vm, self: PyException, value) => {
      setFields(self, { [name]: value ?? NONE });
      return NONE;
    },
  );
}

export function setFields(self: PyException, values: Readonly<Record<string, Value>>): void {
  self.fields ??= new Map();
  for (const [name, value] of Object.entries(values)) self.fields.set(name, value);
}

/** Set the fields that keywords name; false after raising TypeError for any other keyword. */
export function takeKeywords(
  vm: Machine,
  self: PyException,
  shown: string,
  keywords: Keywords,
  names: readonly string[],
): boolean {
  for (const name of names) setFields(self, { [name]: keywords?.get(name) ?? NONE });
  for (const name of keywords?.keys() ?? []) {
    if (names.includes(name)) continue;
    raiseTypeError(vm, `${shown}() got an unexpected keyword argument '${name}'`);
    return false;
  }
  return true;
}
