// `__format__` of the numbers and of str.
import type { Value } from "../objects/value.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { type Formattable, formatPlain } from "../protocol/format-plain.ts";
import { asString } from "../protocol/lookup.ts";
import { method, type TypeEntry } from "./define.ts";

export const FORMAT: TypeEntry = method("format_spec, /", (vm, self: Formattable, spec: Value) => {
  const text = asString(spec);
  return text === undefined ? raiseBadArgument(vm, "__format__() argument", "str", spec) : formatPlain(vm, self, text);
});
