// The module operator, and _operator, which its functions call their own.
import type { Machine } from "../../objects/machine.ts";
import { newList } from "../../objects/make.ts";
import type { PyModule } from "../../objects/module.ts";
import { dictGetString, dictSetString } from "../../protocol/table.ts";
import { defineModule, type NativeModule } from "../define.ts";
import { FUNCTIONS } from "./functions.ts";
import { attrGetterType, itemGetterType, methodCallerType } from "./getters.ts";

/** Functions that have no twin with a dunder name. */
const PLAIN: ReadonlySet<string> = new Set(["is_", "is_not", "truth", "countOf", "indexOf", "length_hint"]);

/** Adds `__add__` for `add` and the like, and `__all__`. */
function setUp(_vm: Machine, module: PyModule): void {
  const names = Object.keys(FUNCTIONS);
  for (const name of names) {
    const value = dictGetString(module.dict, name);
    if (value !== undefined && !PLAIN.has(name)) dictSetString(module.dict, `__${name.replace(/_$/, "")}__`, value);
  }
  dictSetString(module.dict, "__all__", newList([...names, "attrgetter", "itemgetter", "methodcaller"].sort()));
}

export const OPERATOR_NATIVE: NativeModule = defineModule({
  name: "_operator",
  doc: "The operators of Python as functions.",
  constants: { attrgetter: attrGetterType, itemgetter: itemGetterType, methodcaller: methodCallerType },
  functions: FUNCTIONS,
  setUp,
});

export const OPERATOR: NativeModule = { ...OPERATOR_NATIVE, name: "operator" };
