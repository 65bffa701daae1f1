// The module _weakref: references that do not keep their object.
import type { Machine } from "../../objects/machine.ts";
import { newList } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Value } from "../../objects/value.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { referencesTo, referenceType } from "./reference.ts";

export const WEAKREF: NativeModule = defineModule({
  name: "_weakref",
  constants: { ref: referenceType, ReferenceType: referenceType },
  functions: {
    getweakrefcount: func("object, /", (vm: Machine, object: Value) => referencesTo(vm, object).length),
    getweakrefs: func("object, /", (vm: Machine, object: Value) => newList([...referencesTo(vm, object)])),
    _remove_dead_weakref: func("dct, key, /", () => NONE),
  },
});
