// Looking up special methods on the type of a value, as the operators do.
import { typeOf } from "../objects/make.ts";
import type { PyType } from "../objects/type.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Value } from "../objects/value.ts";

/** The special method `name` of a value's type, unbound; undefined when there is none. */
export function special(value: Value, name: string): Value | undefined {
  return typeOf(value).lookup(name);
}

/** The value that natives work on: the payload of an instance of a subclass of int, str, float, ..., else itself. */
export function unwrap(value: Value): Value {
  return value instanceof PyPayload ? value.payload : value;
}

/** Whether `type` has inherited `name` from the built-in type `from`: no script has redefined it. */
export function isInherited(type: PyType, name: string, from: PyType): boolean {
  if (type === from || type.isBuiltin) return true;
  return type.lookup(name) === from.lookup(name);
}

/** The str that a value is, or undefined: a str or an instance of a subclass. */
export function asString(value: Value | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (value instanceof PyPayload && typeof value.payload === "string") return value.payload;
  return undefined;
}

/** The int that a value is (bool included), with no `__index__` called; undefined when it is none. */
export function asInt(value: Value | undefined): number | bigint | undefined {
  switch (typeof value) {
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "object":
      if (value instanceof PyPayload) {
        const payload = value.payload;
        if (typeof payload === "number" || typeof payload === "bigint") return payload;
      }
      return undefined;
    default:
      return undefined;
  }
}
