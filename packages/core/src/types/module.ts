// The type module.
import { moduleType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newList, typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { call } from "../protocol/call.ts";
import { repr } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseAttributeError, raiseTypeError } from "../protocol/raise.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { dictDeleteString } from "../protocol/table-removal.ts";
import { defineType, method, newMethod, property } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";

function initModule(vm: Machine, self: PyModule, name: Value, doc: Value = NONE): Result {
  const text = asString(name);
  if (text === undefined) return raiseTypeError(vm, `module() argument 'name' must be str, not ${typeOf(name).name}`);
  dictSetString(self.dict, "__name__", name);
  dictSetString(self.dict, "__doc__", doc);
  dictSetString(self.dict, "__package__", NONE);
  dictSetString(self.dict, "__loader__", NONE);
  dictSetString(self.dict, "__spec__", NONE);
  return NONE;
}

const REPR: Asking<{ readonly self: PyModule; readonly origin: Value; readonly isFile: boolean }> = {
  ask: (vm, { origin }) => repr(vm, origin),
  take(_vm, { self, isFile }, text) {
    const shown = asString(text);
    return `<module '${nameOf(self)}' ${isFile ? `from ${shown}` : `(${shown})`}>`;
  },
};

function nameOf(self: PyModule): string {
  return asString(dictGetString(self.dict, "__name__")) ?? "?";
}

function moduleRepr(vm: Machine, self: PyModule): Result {
  const file = dictGetString(self.dict, "__file__");
  if (file !== undefined && file !== NONE) return asking(vm, REPR, { self, origin: file, isFile: true });
  const loader = dictGetString(self.dict, "__loader__");
  if (loader !== undefined && loader !== NONE) return asking(vm, REPR, { self, origin: loader, isFile: false });
  const name = nameOf(self);
  return `<module '${name}'${dictGetString(vm.modules, name) === self ? " (built-in)" : ""}>`;
}

export function defineModuleType(): void {
  defineType(moduleType, "Create a module object.", {
    __new__: newMethod("*args, **kwargs", (vm, cls: Value) => {
      const type = classFor(vm, moduleType, cls);
      return type === undefined ? undefined : new PyModule(newDict(), type);
    }),
    __init__: method("name, doc=None", initModule),
    __repr__: method("", moduleRepr),
    __dir__: method("", (vm, self: PyModule) => {
      const own = dictGetString(self.dict, "__dir__");
      if (own !== undefined) return call(vm, own, []);
      return newList(self.dict.keys.filter((key): key is string => typeof key === "string"));
    }),
    __dict__: property((_vm, self: PyModule) => self.dict),
    __annotations__: property(
      (_vm, self: PyModule) => {
        const known = dictGetString(self.dict, "__annotations__");
        if (known !== undefined) return known;
        const made = newDict();
        dictSetString(self.dict, "__annotations__", made);
        return made;
      },
      (vm, self: PyModule, value) => {
        const name = "__annotations__";
        if (value !== undefined) dictSetString(self.dict, name, value);
        else if (!dictDeleteString(vm, self.dict, name)) return raiseAttributeError(vm, name, self, name);
        return NONE;
      },
    ),
  });
}
