// The module `game.easing`: curves that turn the progress of an animation into how far it has come.
import { defineModule, func, type FunctionEntry, type LibraryModule, PyFloat, type Value } from "@krait/core/extend";
import { CURVES, type Curve } from "./easing-curves.ts";
import { needReal } from "./numbers.ts";
import { guarded } from "./permission.ts";

function ease(curve: Curve): FunctionEntry {
  const eased = guarded((vm, value: Value) => {
    const t = needReal(vm, value);
    return t === undefined ? undefined : new PyFloat(curve(t));
  });
  return func("t, /", eased);
}

export const EASING_MODULE: LibraryModule = defineModule({
  name: "game.easing",
  doc: "Curves from 0 at 0 to 1 at 1.",
  functions: Object.fromEntries(Object.entries(CURVES).map(([name, curve]) => [name, ease(curve)])),
});
