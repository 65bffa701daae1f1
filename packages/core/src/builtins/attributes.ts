// Functions on attributes: getattr, hasattr, setattr, delattr, dir, vars.
import { dictType } from "../objects/builtin-types.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import {
  deleteAttribute,
  getAttribute,
  getAttributeOr,
  plainAttributeOr,
  setAttribute,
} from "../protocol/attribute.ts";
import { call, callMethod } from "../protocol/call.ts";
import { callingFrame } from "../protocol/calling-frame.ts";
import { isDataDescriptor } from "../protocol/descriptor.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { localsOf } from "../protocol/frame-object.ts";
import { attributeName } from "../protocol/bad-argument.ts";
import { raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { sortList } from "../types/list-sort.ts";

export function getattr(vm: Machine, object: Value, name: Value, fallback?: Value): Result {
  const text = attributeName(vm, name);
  if (text === undefined) return undefined;
  return fallback === undefined ? getAttribute(vm, object, text) : getAttributeOr(vm, object, text, fallback);
}

const HAS: Asking<{ readonly object: Value; readonly name: string }> = {
  ask: (vm, { object, name }) => getAttributeOr(vm, object, name, DONE),
  take: (_vm, _state, answer) => answer !== DONE,
};

export function hasattr(vm: Machine, object: Value, name: Value): Result {
  const text = attributeName(vm, name);
  if (text === undefined) return undefined;
  const plain = plainAttributeOr(vm, object, text, DONE);
  return plain === undefined ? asking(vm, HAS, { object, name: text }) : plain !== DONE;
}

export function setattr(vm: Machine, object: Value, name: Value, value: Value): Result {
  const text = attributeName(vm, name);
  if (text === undefined) return undefined;
  // Without descriptors and a `__setattr__` in Python, the answer is None at once.
  if (object instanceof PyInstance) {
    const attribute = object.type.lookup(text);
    const isPlain = attribute === undefined || !isDataDescriptor(attribute);
    if (isPlain && object.type.lookup("__setattr__") instanceof NativeFunction)
      return setAttribute(vm, object, text, value);
  }
  return asking(vm, SET, { object, name: text, value });
}

export function delattr(vm: Machine, object: Value, name: Value): Result {
  const text = attributeName(vm, name);
  return text === undefined ? undefined : asking(vm, DELETE, { object, name: text, value: NONE });
}

/** A `__setattr__` in Python may answer anything: these answer None. */
interface Change {
  readonly object: Value;
  readonly name: string;
  readonly value: Value;
}

const SET: Asking<Change> = {
  ask: (vm, { object, name, value }) => setAttribute(vm, object, name, value),
  take: () => NONE,
};
const DELETE: Asking<Change> = {
  ask: (vm, { object, name }) => deleteAttribute(vm, object, name),
  take: () => NONE,
};

const SORT: CollectThen<null> = {
  run(vm, items) {
    const list = newList(items.slice());
    return sortList(vm, list, NONE, false, list);
  },
};

const DIRECTORY: Asking<Value> = {
  ask: (vm, object) => callMethod(vm, typeOf(object).lookup("__dir__") as Value, object, []),
  take: (vm, _object, names) => collect(vm, names, SORT, null),
};

const KEYS: Asking<Value> = {
  ask: (vm, namespace) => getAttribute(vm, namespace, "keys"),
  take: (vm, _namespace, method) => call(vm, method, []),
};
const NAMES: Asking<Value> = {
  ...DIRECTORY,
  ask: (vm, namespace) => asking(vm, KEYS, namespace),
};

export function dir(vm: Machine, object?: Value): Result {
  if (object !== undefined) return asking(vm, DIRECTORY, object);
  const frame = callingFrame(vm);
  if (frame === null) return raiseRuntimeError(vm, "frame does not exist");
  const namespace = localsOf(vm, frame);
  return typeOf(namespace) === dictType ? collect(vm, namespace, SORT, null) : asking(vm, NAMES, namespace);
}

const DICT: Asking<Value> = {
  ask: (vm, object) => getAttributeOr(vm, object, "__dict__", DONE),
  take: (vm, _object, answer) =>
    answer === DONE ? raiseTypeError(vm, "vars() argument must have __dict__ attribute") : answer,
};

export function vars(vm: Machine, object?: Value): Result {
  if (object === undefined) return locals(vm);
  return asking(vm, DICT, object);
}

export function locals(vm: Machine): Result {
  const frame = callingFrame(vm);
  return frame === null ? raiseRuntimeError(vm, "frame does not exist") : localsOf(vm, frame);
}

export function globals(vm: Machine): Result {
  const frame = callingFrame(vm);
  return frame === null ? raiseRuntimeError(vm, "frame does not exist") : (frame.func?.globals ?? NONE);
}
