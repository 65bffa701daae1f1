// How instances of native classes cross the boundary: their payloads do.
import { PyNative } from "../../objects/native-instance.ts";
import type { Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { className } from "../class-name.ts";
import { ConversionError } from "../errors.ts";
import { canBorrow, shellOf } from "./borrow.ts";
import { nativeType } from "./make-class.ts";
import type { ClassTemplate } from "./class-template.ts";
import type { Codec } from "./type-spec.ts";

/** The codec of a class: for instances of classes derived from it too. */
export function classCodec(template: ClassTemplate): Codec<object> {
  return {
    read(boundary, value) {
      if (!(value instanceof PyNative)) return undefined;
      if (value.template !== template && !(value.template as ClassTemplate).derivesFrom(template)) return undefined;
      const shell = shellOf(boundary.machine, value);
      if (shell === undefined) return undefined;
      if (shell.borrows < 0 && !canBorrow(boundary.machine, value, shell, "shared")) return undefined;
      return shell.payload as object;
    },
    write(boundary, value, path) {
      if (template.accepts(value)) return instanceFor(boundary, template, value);
      const kind =
        typeof value === "object" && value !== null ? `an object of class ${className(value)}` : String(value);
      throw new ConversionError(path, `it must be a payload of ${template.name}, not ${kind}`);
    },
  };
}

/** The Python object of a payload: the one there is, where identity is kept. */
export function instanceFor(boundary: Boundary, declared: ClassTemplate, payload: object): Value {
  const { natives } = boundary;
  const template = declared.derivedFor(payload);
  const shell = template.shellFor(payload);
  const known = template.keepsIdentity ? natives.objectFor(shell) : undefined;
  if (known !== undefined) return known;
  const made = new PyNative(nativeType(boundary, template), template, shell);
  if (template.keepsIdentity) natives.keepObject(shell, made);
  return made;
}
