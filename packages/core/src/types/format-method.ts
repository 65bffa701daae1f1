// `__format__` of the numbers and of str.
import { PyPayload } from "../objects/instance.ts";
import { typeOf } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { type Formattable, formatPlain } from "../protocol/format-plain.ts";
import { str } from "../protocol/conversion.ts";
import { asString, unwrap } from "../protocol/lookup.ts";
import { method, type TypeEntry } from "./define.ts";

export const FORMAT: TypeEntry = method("format_spec, /", (vm, self: Value, spec: Value) => {
  const text = asString(spec);
  if (text === undefined) return raiseBadArgument(vm, "__format__() argument", "str", spec);
  // An instance of a derived class tells its text itself.
  if (text === "" && self instanceof PyPayload) return str(vm, self);
  return formatPlain(vm, unwrap(self) as Formattable, text, typeOf(self).name);
});
