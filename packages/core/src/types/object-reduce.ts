// `__reduce_ex__` and `__getstate__` of object: how copies of instances are described.
import { dictType, listType } from "../objects/builtin-types.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import type { NativeFunction } from "../objects/native.ts";
import { SlotMember } from "../objects/native.ts";
import { objectType } from "../objects/builtin-types.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call, callMethod } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { dictOf } from "../protocol/instance-attribute.ts";
import { getIterator } from "../protocol/iterate.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { dictSetString } from "../protocol/table.ts";
import { nativeFunction } from "./define.ts";

/** The function that makes an instance again: `cls.__new__(cls, *args)`. */
const newObject: NativeFunction = nativeFunction(
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
      if (!(member instanceof SlotMember) || !(self instanceof PyInstance)) continue;
      const value = self.members?.[member.index];
      if (value !== undefined) dictSetString(members, name, value);
    }
  }
  return members.size === 0 ? state : newTuple([state, members]);
}

function copyOf(dict: PyDict): PyDict {
  const copy = newDict();
  for (let i = 0; i < dict.keys.length; i++) {
    const key = dict.keys[i];
    if (typeof key === "string") dictSetString(copy, key, dict.values[i] as Value);
  }
  return copy;
}

/** `object.__reduce__`. */
export function reduce(vm: Machine, self: Value): Result {
  return startReduce(vm, self);
}

/** `object.__reduce_ex__`: a `__reduce__` of the class's own comes first. */
export function reduceEx(vm: Machine, self: Value): Result {
  const own = typeOf(self).lookup("__reduce__");
  if (own !== undefined && own !== objectType.lookup("__reduce__")) return callMethod(vm, own, self, []);
  return startReduce(vm, self);
}

function startReduce(vm: Machine, self: Value): Result {
  const type = typeOf(self);
  const { layout } = type;
  const canMake = layout === objectType || type.lookup("__getnewargs__") !== undefined || layout.allocate !== null;
  if (!canMake && type.lookup("__getnewargs_ex__") === undefined) {
    return raiseTypeError(vm, `cannot pickle '${type.name}' object`);
  }
  return pushNative(vm, reduceOp, { self, args: [], state: NONE, items: NONE, entries: NONE, stage: Stage.Arguments });
}

enum Stage {
  Arguments,
  State,
  Items,
  Entries,
  EntriesOf,
  End,
}

interface ReduceState {
  readonly self: Value;
  args: readonly Value[];
  state: Value;
  items: Value;
  entries: Value;
  stage: Stage;
}

const reduceOp: NativeOp<ReduceState> = {
  name: "object.__reduce_ex__",
  step(vm, frame, input) {
    const { self } = frame;
    const type = typeOf(self);
    let answer: Result = input;
    for (;;) {
      switch (frame.stage) {
        case Stage.Arguments: {
          const args = type.lookup("__getnewargs__");
          answer ??= args === undefined ? newTuple([]) : callMethod(vm, args, self, []);
          if (answer === undefined) return undefined;
          if (!(answer instanceof PyTuple)) {
            return raiseTypeError(vm, `__getnewargs__ should return a tuple, not '${typeOf(answer).name}'`);
          }
          frame.args = answer.items;
          answer = undefined;
          frame.stage = Stage.State;
          break;
        }
        case Stage.State:
          answer ??= callMethod(vm, type.lookup("__getstate__") as Value, self, []);
          if (answer === undefined) return undefined;
          frame.state = answer;
          answer = undefined;
          frame.stage = Stage.Items;
          break;
        case Stage.Items:
          if (type.isSubtype(listType)) {
            answer ??= getIterator(vm, self);
            if (answer === undefined) return undefined;
            frame.items = answer;
            answer = undefined;
          }
          frame.stage = type.isSubtype(dictType) ? Stage.Entries : Stage.End;
          break;
        case Stage.Entries:
          answer ??= callMethod(vm, type.lookup("items") as Value, self, []);
          if (answer === undefined) return undefined;
          frame.stage = Stage.EntriesOf;
          answer = getIterator(vm, answer);
          if (answer === undefined) return undefined;
          break;
        case Stage.EntriesOf:
          frame.entries = answer as Value;
          frame.stage = Stage.End;
          break;
        default:
          return newTuple([newObject, newTuple([type, ...frame.args]), frame.state, frame.items, frame.entries]);
      }
    }
  },
};
