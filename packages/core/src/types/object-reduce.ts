// `__reduce_ex__` and `__getstate__` of object: how copies of instances are described.
import { isAttributed } from "../objects/attributed.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import type { NativeFunction } from "../objects/native.ts";
import { SlotMember } from "../objects/native.ts";
import { objectType } from "../objects/builtin-types.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call, callMethod } from "../protocol/call.ts";
import { callInModule } from "../protocol/call-module.ts";
import { pushNative } from "../protocol/frames.ts";
import { dictOf } from "../protocol/instance-attribute.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { shortName } from "../protocol/type-name.ts";
import { nativeFunction } from "./define.ts";

/** The function that makes an instance again: `cls.__new__(cls, *args)`. */
export const newObject: NativeFunction = nativeFunction(
  "copyreg",
  "__newobj__",
  "cls, /, *args",
  (vm, type: Value, args: readonly Value[]) => {
    if (!(type instanceof PyType)) return raiseTypeError(vm, `'${typeOf(type).name}' object is not a type`);
    return pushNative(vm, makeOp, { type, args, stage: 0 });
  },
);

const makeOp: NativeOp<{ readonly type: PyType; readonly args: readonly Value[]; stage: number }> = {
  name: "copyreg.__newobj__",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === 0) {
      state.stage = 1;
      answer = getAttribute(vm, state.type, "__new__");
      if (answer === undefined) return undefined;
    }
    if (state.stage === 1) {
      state.stage = 2;
      return call(vm, answer as Value, [state.type, ...state.args]);
    }
    return answer;
  },
};

/** `object.__getstate__`: the `__dict__`, with the values of `__slots__` beside it where there are any. */
export function getState(_vm: Machine, self: Value): Result {
  const dict = dictOf(self);
  const state = dict === null || dict.size === 0 ? NONE : copyOf(dict);
  const members = newDict();
  for (const type of typeOf(self).mro) {
    for (const [name, member] of type.namespace) {
      if (!(member instanceof SlotMember)) continue;
      const value =
        self instanceof PyInstance
          ? self.members?.[member.index]
          : isAttributed(self) && self.attrs !== null
            ? dictGetString(self.attrs, name)
            : undefined;
      if (value !== undefined) dictSetString(members, name, value);
    }
  }
  return members.size === 0 ? state : newTuple([state, members]);
}

/** A copy of a `__dict__`. */
export function copyOf(dict: PyDict): PyDict {
  const copy = newDict();
  for (let i = 0; i < dict.keys.length; i++) {
    const key = dict.keys[i];
    if (typeof key === "string") dictSetString(copy, key, dict.values[i] as Value);
  }
  return copy;
}

/** `object.__reduce__`. */
export function reduce(vm: Machine, self: Value): Result {
  return startReduce(vm, self, 0);
}

/** `object.__reduce_ex__`: a `__reduce__` of the class's own comes first. */
export function reduceEx(vm: Machine, self: Value, protocol: number): Result {
  const own = typeOf(self).lookup("__reduce__");
  if (own !== undefined && own !== objectType.lookup("__reduce__")) return callMethod(vm, own, self, []);
  return startReduce(vm, self, protocol);
}

function startReduce(vm: Machine, self: Value, protocol: number): Result {
  const type = typeOf(self);
  const { layout } = type;
  const hasArguments = type.lookup("__getnewargs__") !== undefined || type.lookup("__getnewargs_ex__") !== undefined;
  const isPlain = layout === objectType && !hasArguments && protocol >= 2;
  if (isPlain) return asking(vm, PLAIN, self);
  const canMake = layout === objectType || hasArguments || layout.allocate !== null;
  const [name, extra] = canMake
    ? ["_reduce_ex", protocol]
    : ["_reduce_native", protocol < 2 ? shortName(type) : type.name];
  return callInModule(vm, "copyreg", name, [self, extra]);
}

/** Nearly every instance of a script's class: an empty one, and its state. */
const PLAIN: Asking<Value> = {
  ask: (vm, self) => callMethod(vm, typeOf(self).lookup("__getstate__") as Value, self, []),
  take: (_vm, self, state) => newTuple([newObject, newTuple([typeOf(self)]), state, NONE, NONE]),
};
