// The module _help: what functions and attributes written in TypeScript tell `help()` of themselves.
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { BoundNative, NativeFunction, NativeProperty, type NativeSignature } from "../../objects/native.ts";
import { parameterParts } from "../../objects/signature-text.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { defineModule, func, type NativeModule } from "../define.ts";

/** `(by: float, /, *, flip: bool = False) -> Vec2`, without the first parameters that a caller does not pass. */
function signatureText({ parameters, returns }: NativeSignature, skipped: number): string {
  const parts = parameterParts(parameters.slice(skipped), ({ annotation }) => annotation);
  return `(${parts.join(", ")})${returns === null ? "" : ` -> ${returns}`}`;
}

/** Of a function: its signature as a caller sees it, and whether it is awaited. None of what is not native. */
function signature(_vm: Machine, value: Value): Result {
  const native = value instanceof BoundNative ? value.func : value;
  if (!(native instanceof NativeFunction)) return NONE;
  const told = native.shown ?? native.signature;
  const skipsFirst = native.owner !== null || native.name === "__new__";
  return newTuple([signatureText(told, skipsFirst ? 1 : 0), told.isAsync]);
}

/** Of a computed attribute: its type or None, and whether it can only be read. None of what is not native. */
function attribute(_vm: Machine, value: Value): Result {
  if (!(value instanceof NativeProperty)) return NONE;
  return newTuple([value.declared?.annotation ?? NONE, value.declared?.isReadOnly ?? value.set === null]);
}

export const HELP: NativeModule = defineModule({
  name: "_help",
  doc: "What native functions and attributes tell of themselves.",
  functions: {
    attribute: func("object, /", attribute),
    signature: func("object, /", signature),
  },
});
