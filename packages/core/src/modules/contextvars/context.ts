// The type contextvars.Context: a mapping of variables, in which a function can be run.
import { keyErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { repr } from "../../protocol/conversion.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseNew, raiseTypeError } from "../../protocol/raise.ts";
import { defineType, method, newMethod } from "../../types/define.ts";
import { classFor } from "../../protocol/class-for.ts";
import { contextLike } from "./current.ts";
import { contextEquality } from "./equality.ts";
import { iteratorOver } from "./iterators.ts";
import { contextType, ContextVar, PyContext } from "./layout.ts";
import { runIn } from "./run.ts";
import { valueIn } from "./variable-map.ts";

const WRONG_KEY: Asking<Value> = {
  ask: repr,
  take: (vm, _key, answer) => raiseTypeError(vm, `a ContextVar key was expected, got ${asString(answer)}`),
};

function has(vm: Machine, self: PyContext, key: Value): Result {
  return key instanceof ContextVar ? valueIn(self.map, key) !== undefined : asking(vm, WRONG_KEY, key);
}

function item(vm: Machine, self: PyContext, key: Value): Result {
  if (!(key instanceof ContextVar)) return asking(vm, WRONG_KEY, key);
  return valueIn(self.map, key) ?? raiseNew(vm, keyErrorType, key);
}

function get(vm: Machine, self: PyContext, key: Value, fallback: Value = NONE): Result {
  return key instanceof ContextVar ? (valueIn(self.map, key) ?? fallback) : asking(vm, WRONG_KEY, key);
}

export function defineContext(): void {
  defineType(contextType, null, {
    __new__: newMethod("*args, **kwargs", (vm, cls, args: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
      if (classFor(vm, contextType, cls) === undefined) return undefined;
      if (args.length + keywords.size === 0) return new PyContext();
      return raiseTypeError(vm, "Context() does not accept any arguments");
    }),
    __hash__: NONE,
    __eq__: method("value, /", contextEquality(true)),
    __ne__: method("value, /", contextEquality(false)),
    __iter__: method("", iteratorOver("keys")),
    __len__: method("", (_vm, self: PyContext) => self.size),
    __getitem__: method("key, /", item),
    __contains__: method("key, /", has),
    get: method("key, default=None, /", get, "The value of a variable; the default when it has none here."),
    items: method("", iteratorOver("items"), "The variables with their values."),
    keys: method("", iteratorOver("keys"), "The variables that have a value here."),
    values: method("", iteratorOver("values"), "The values of the variables."),
    copy: method("", (_vm, self: PyContext) => contextLike(self), "Another context with the same values."),
    run: method("*args, **kwargs", runIn, "Call a function in this context: what it sets stays here."),
  });
}
