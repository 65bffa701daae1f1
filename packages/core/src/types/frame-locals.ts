// The type FrameLocalsProxy: the variables of a function's frame, as a mapping that writes through.
import { dictType, frameLocalsType } from "../objects/builtin-types.ts";
import { FrameLocals, FrameObject } from "../objects/frame-object.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple, typeOf } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "../protocol/call.ts";
import { charge } from "../protocol/charge.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr, printing } from "../protocol/container-repr.ts";
import { repr } from "../protocol/conversion.ts";
import { seenLocals, setSeenLocal } from "../protocol/frame-object.ts";
import { asString } from "../protocol/lookup.ts";
import { BinaryKind, binary } from "../protocol/operators.ts";
import { raiseKeyError, raiseTypeError } from "../protocol/raise.ts";
import { dictGetString } from "../protocol/table.ts";
import { defineType, method, newMethod, type TypeEntry } from "./define.ts";

/** A method of the dict that the proxy shows. */
function shown(name: string): TypeEntry {
  return method("*args", (vm, self: FrameLocals, args: Value[]) =>
    callMethod(vm, dictType.lookup(name) as Value, seenLocals(vm, self.frame), args),
  );
}

/** As it is now, in a list. */
function listed(items: (dict: PyDict) => Value[]): TypeEntry {
  return method("", (vm, self: FrameLocals) => newList([...items(seenLocals(vm, self.frame))]));
}

function find(vm: Machine, self: FrameLocals, key: Value): Value | undefined {
  const name = asString(key);
  return name === undefined ? undefined : dictGetString(seenLocals(vm, self.frame), name);
}

function getItem(vm: Machine, self: FrameLocals, key: Value): Result {
  const shownKey = asString(key) === undefined ? key : `local variable '${repr(vm, key)}' is not defined`;
  return find(vm, self, key) ?? raiseKeyError(vm, shownKey);
}

function setItem(vm: Machine, self: FrameLocals, key: Value, value: Value): Result {
  const name = asString(key);
  if (name === undefined) return raiseTypeError(vm, `names of variables must be str, not ${typeOf(key).name}`);
  setSeenLocal(vm, self.frame, name, value);
  return NONE;
}

/** The dict that a proxy shows; any other value itself. */
function dictOf(vm: Machine, value: Value): Value {
  return value instanceof FrameLocals ? seenLocals(vm, value.frame) : value;
}

/** Set the entries of a dict; answers null when it is none. */
function update(vm: Machine, self: FrameLocals, other: Value): Result | null {
  const dict = dictOf(vm, other);
  if (!(dict instanceof PyDict)) return null;
  charge(vm, dict.size);
  for (let at = 0; at < dict.keys.length; at++) {
    const key = dict.keys[at];
    if (key !== undefined && setItem(vm, self, key, dict.values[at] as Value) === undefined) return undefined;
  }
  return NONE;
}

function equality(kind: CompareKind): TypeEntry {
  return method("value, /", (vm, self: FrameLocals, other: Value) => {
    if (other instanceof FrameLocals) return (self.frame === other.frame) === (kind === CompareKind.Equal);
    return other instanceof PyDict ? compareContainers(vm, kind, seenLocals(vm, self.frame), other) : NOT_IMPLEMENTED;
  });
}

function union(vm: Machine, left: Value, right: Value): Result {
  const [a, b] = [dictOf(vm, left), dictOf(vm, right)];
  return a instanceof PyDict && b instanceof PyDict ? binary(vm, BinaryKind.BitOr, a, b) : NOT_IMPLEMENTED;
}

export function defineFrameLocals(): void {
  defineType(frameLocalsType, null, {
    __new__: newMethod("frame, /", (vm, _cls, frame: Value) =>
      frame instanceof FrameObject
        ? new FrameLocals(frame)
        : raiseTypeError(vm, `expect frame, not ${typeOf(frame).name}`),
    ),
    // The dict that it was last seen in tells that it is being printed.
    __repr__: method("", (vm, { frame }: FrameLocals) =>
      printing(vm).has(frame.locals as PyDict) ? "{...}" : containerRepr(vm, seenLocals(vm, frame)),
    ),
    __hash__: NONE,
    __eq__: equality(CompareKind.Equal),
    __ne__: equality(CompareKind.NotEqual),
    __iter__: shown("__iter__"),
    __reversed__: shown("__reversed__"),
    __len__: shown("__len__"),
    __contains__: shown("__contains__"),
    __getitem__: method("key, /", getItem),
    __setitem__: method("key, value, /", setItem),
    __delitem__: method("key, /", (vm) => raiseTypeError(vm, "cannot remove variables from FrameLocalsProxy")),
    __or__: method("value, /", union),
    __ror__: method("value, /", (vm, self: FrameLocals, other: Value) => union(vm, other, self)),
    __ior__: method("value, /", (vm, self: FrameLocals, other: Value) => {
      const done = update(vm, self, other);
      return done === null ? NOT_IMPLEMENTED : done && self;
    }),
    get: shown("get"),
    keys: listed((dict) => dict.keys as Value[]),
    values: listed((dict) => dict.values as Value[]),
    items: listed((dict) => dict.keys.map((key, at) => newTuple([key, dict.values[at]] as Value[]))),
    copy: shown("copy"),
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
