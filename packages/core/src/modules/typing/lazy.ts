// Bounds, constraints, defaults and values: computed when asked for, then kept.
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { TypeAliasObject, TypeParameterObject } from "../../objects/type-parameters.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { call } from "../../protocol/call.ts";
import { NO_DEFAULT } from "./no-default.ts";

interface LazyState {
  readonly self: TypeParameterObject;
  readonly field: "bound" | "constraints" | "default";
  readonly thunk: Value;
}

const COMPUTE: Asking<LazyState> = {
  ask: (vm, { thunk }) => call(vm, thunk, []),
  take(_vm, { self, field }, answer) {
    self[field] = answer;
    return answer;
  },
};

function lazily(
  vm: Machine,
  self: TypeParameterObject,
  field: LazyState["field"],
  thunk: Value | undefined,
  missing: Value,
): Result {
  const known = self[field];
  if (known !== undefined) return known;
  return thunk === undefined ? missing : asking(vm, COMPUTE, { self, field, thunk });
}

export function boundOf(vm: Machine, self: TypeParameterObject): Result {
  return lazily(vm, self, "bound", self.boundThunk, NONE);
}
export function constraintsOf(vm: Machine, self: TypeParameterObject): Result {
  return lazily(vm, self, "constraints", self.constraintsThunk, newTuple([]));
}
export function defaultOf(vm: Machine, self: TypeParameterObject): Result {
  return lazily(vm, self, "default", self.defaultThunk, NO_DEFAULT);
}

/** Whether it has a default: known without computing it. */
export function hasDefault(self: TypeParameterObject): boolean {
  return self.default === undefined ? self.defaultThunk !== undefined : self.default !== NO_DEFAULT;
}

const VALUE: Asking<TypeAliasObject> = {
  ask: (vm, self) => call(vm, self.thunk, []),
  take(_vm, self, answer) {
    self.value = answer;
    return answer;
  },
};

export function valueOf(vm: Machine, self: TypeAliasObject): Result {
  return self.value ?? asking(vm, VALUE, self);
}
