// The type FrameLocalsProxy: the variables of a function's frame, as a mapping that writes through.
import { frameLocalsType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple, typeOf } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { charge } from "../protocol/charge.ts";
import { containerRepr, printing } from "../protocol/container-repr.ts";
import { repr } from "../protocol/conversion.ts";
import { FrameLocals, setSeenLocal } from "../protocol/frame-object.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseKeyError, raiseTypeError } from "../protocol/raise.ts";
import { dictGetString } from "../protocol/table.ts";
import { defineType, method, type TypeEntry } from "./define.ts";
import { reading } from "./mapping-proxy.ts";

/** As it is now, in a list. */
function listed(items: (dict: PyDict) => Value[]): TypeEntry {
  return method("", (vm, self: FrameLocals) => newList([...items(self.mapping)]));
}

function find(vm: Machine, self: FrameLocals, key: Value): Value | undefined {
  const name = asString(key);
  return name === undefined ? undefined : dictGetString(self.mapping, name);
}

function getItem(vm: Machine, self: FrameLocals, key: Value): Result {
  const found = find(vm, self, key);
  if (found !== undefined || asString(key) === undefined) return found ?? raiseKeyError(vm, key);
  return raiseKeyError(vm, `local variable '${repr(vm, key)}' is not defined`);
}

function setItem(vm: Machine, self: FrameLocals, key: Value, value: Value): Result {
  const name = asString(key);
  if (name === undefined) return raiseTypeError(vm, `names of variables must be str, not ${typeOf(key).name}`);
  setSeenLocal(self.frame, name, value);
  return NONE;
}

/** Set the entries of a dict; answers null when it is none. */
function update(vm: Machine, self: FrameLocals, other: Value): Result | null {
  const dict = other instanceof FrameLocals ? other.mapping : other;
  if (!(dict instanceof PyDict)) return null;
  charge(vm, dict.size);
  for (let at = 0; at < dict.keys.length; at++) {
    const key = dict.keys[at];
    if (key !== undefined && setItem(vm, self, key, dict.values[at] as Value) === undefined) return undefined;
  }
  return NONE;
}

export function defineFrameLocals(): void {
  defineType(frameLocalsType, null, {
    ...reading(),
    // The dict that it was last seen in tells that it is being printed.
    __repr__: method("", (vm, self: FrameLocals) =>
      printing(vm).has(self.frame.locals as PyDict) ? "{...}" : containerRepr(vm, self.mapping),
    ),
    __hash__: NONE,
    __getitem__: method("key, /", getItem),
    __setitem__: method("key, value, /", setItem),
    __delitem__: method("key, /", (vm) => raiseTypeError(vm, "cannot remove variables from FrameLocalsProxy")),
    __ior__: method("value, /", (vm, self: FrameLocals, other: Value) => {
      const done = update(vm, self, other);
      return done === null ? NOT_IMPLEMENTED : done && self;
    }),
    keys: listed((dict) => dict.keys as Value[]),
    values: listed((dict) => dict.values as Value[]),
    items: listed((dict) => dict.keys.map((key, at) => newTuple([key, dict.values[at]] as Value[]))),
    setdefault: method(
      "key, default=None, /",
      (vm, self: FrameLocals, key: Value, value: Value = NONE) =>
        find(vm, self, key) ?? (setItem(vm, self, key, value) && value),
    ),
    update: method("other, /", (vm, self: FrameLocals, other: Value) => {
      const done = update(vm, self, other);
      return done === null ? raiseTypeError(vm, "update() argument must be dict or another FrameLocalsProxy") : done;
    }),
  });
}
