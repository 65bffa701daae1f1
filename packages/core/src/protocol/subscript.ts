// Subscripts: `o[k]`, `o[k] = v`, `del o[k]`, `k in o`, `len(o)`.
import { askMethod, methodAnswer } from "./method-answer.ts";
import { GenericAlias } from "../objects/aliases.ts";
import { dictType, listType, setType, tupleType, typeType } from "../objects/builtin-types.ts";
import { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { PyClassMethod } from "../objects/descriptors.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { PyDict, PySet } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { lengthOf } from "../text/code-points.ts";
import { contains as containsText } from "../text/search.ts";
import { type Asking, asking } from "./asking.ts";
import { call, callMethod, callPlain, callUnary } from "./call.ts";
import { equals } from "./compare.ts";
import { getUnbound } from "./descriptor.ts";
import { pushNative } from "./frames.ts";
import { takeOut } from "./item-shift.ts";
import { getIterator, next } from "./iterate.ts";
import { plainItem } from "./plain-item.ts";
import { raiseTypeError } from "./raise.ts";
import { refuseItem } from "./refuse-item.ts";
import { dictSet } from "./table.ts";
import { ABSENT, find } from "./table-search.ts";
import { removeAt } from "./table-removal.ts";
import { lengthAnswer } from "./length-answer.ts";
import { truth } from "./truth.ts";

/** Whether a dict has the items of its entries, but for what a defaultdict makes. */
function isOwnDict(object: Value): object is PyDict {
  return object instanceof PyDict && object.type.isBuiltin;
}

/** `object[key]`. */
export function getItem(vm: Machine, object: Value, key: Value): Result {
  if (typeof object === "object") {
    const type = object.type;
    if (typeof key === "number" && key >= 0) {
      if (type === listType || type === tupleType) {
        const item = (object as PyList | PyTuple).items[key];
        if (item !== undefined) return item;
      }
    }
    if (isOwnDict(object)) {
      const at = find(vm, object, key);
      if (at >= 0) return object.values[at];
      if (vm.error !== null) return undefined;
    }
    const method = type.isBuiltin ? undefined : type.lookup("__getitem__");
    if (method instanceof PyFunction) return callPlain(vm, method, object, key);
  }
  const plain = plainItem(vm, object, key);
  if (plain !== undefined) return plain;
  const type = typeOf(object);
  const method = type.lookup("__getitem__");
  if (method !== undefined) {
    return method instanceof NativeFunction
      ? callUnary(vm, method, object, key)
      : callMethod(vm, method, object, [key]);
  }
  if (object === typeType) return new GenericAlias(typeType, key instanceof PyTuple ? key : newTuple([key]));
  if (object instanceof PyType) {
    const generic = object.lookup("__class_getitem__");
    if (generic !== undefined) {
      if (generic instanceof NativeFunction || generic instanceof PyClassMethod) {
        return call(vm, getUnbound(vm, generic, object) as Value, [key]);
      }
      return asking(vm, GENERIC, { object, generic, key });
    }
    return raiseTypeError(vm, `type '${object.name}' is not subscriptable`);
  }
  return raiseTypeError(vm, `'${type.name}' object is not subscriptable`);
}

const GENERIC: Asking<{ readonly object: PyType; readonly generic: Value; readonly key: Value }> = {
  ask: (vm, { object, generic }) => getUnbound(vm, generic, object),
  take: (vm, { key }, bound) => call(vm, bound, [key]),
};

/** `object[key] = value`; answers anything but undefined when done. */
export function setItem(vm: Machine, object: Value, key: Value, value: Value): Result {
  if (object instanceof PyList && object.type === listType && typeof key === "number" && key >= 0) {
    if (key < object.items.length) {
      object.items[key] = value;
      return NONE;
    }
  }
  if (isOwnDict(object)) {
    return dictSet(vm, object, key, value);
  }
  const method = typeOf(object).lookup("__setitem__");
  if (method === undefined) return refuseItem(vm, object, key, "assignment");
  if (method instanceof NativeFunction) return callUnary(vm, method, object, key, value);
  return callMethod(vm, method, object, [key, value]);
}

/** `del object[key]`; answers anything but undefined when done. */
export function deleteItem(vm: Machine, object: Value, key: Value): Result {
  if (isOwnDict(object)) {
    const at = find(vm, object, key);
    if (at >= 0) {
      removeAt(vm, object, at);
      return NONE;
    }
    if (vm.error !== null) return undefined;
  } else if (object instanceof PyList && object.type === listType && typeof key === "number" && key >= 0) {
    if (key < object.items.length) {
      takeOut(vm, object.items, key);
      return NONE;
    }
  }
  const method = typeOf(object).lookup("__delitem__");
  if (method === undefined) return refuseItem(vm, object, key, "deletion");
  if (method instanceof NativeFunction) return callUnary(vm, method, object, key);
  return callMethod(vm, method, object, [key]);
}

/** `len(object)`. */
export function length(vm: Machine, object: Value): Result {
  if (typeof object === "string") return lengthOf(object);
  if (typeof object === "object") {
    const type = object.type;
    if (type === listType || type === tupleType) return (object as PyList | PyTuple).items.length;
    if (type === dictType) return (object as PyDict).size;
  }
  const method = typeOf(object).lookup("__len__");
  if (method === undefined) return raiseTypeError(vm, `object of type '${typeOf(object).name}' has no len()`);
  if (method instanceof NativeFunction) return callMethod(vm, method, object, []);
  return askMethod(vm, lengthOp, method, object);
}

const lengthOp = methodAnswer("len", lengthAnswer);

/** `item in container`, as a bool. */
export function contains(vm: Machine, container: Value, item: Value): Result {
  if (typeof container === "string" && typeof item === "string") return containsText(container, item);
  if (container instanceof PyDict && container.type === dictType) {
    const at = find(vm, container, item);
    if (at >= -1) return at >= 0;
    if (vm.error !== null) return undefined;
  }
  if (container instanceof PySet && container.type === setType && typeof item !== "object") {
    const at = find(vm, container, item);
    if (at >= ABSENT) return at >= 0;
  }
  const type = typeOf(container);
  const method = type.lookup("__contains__");
  if (method === NONE) return raiseTypeError(vm, `'${type.name}' object is not a container`);
  if (method instanceof NativeFunction && method.owner !== null) return callUnary(vm, method, container, item);
  if (method === undefined && type.lookup("__iter__") === undefined && type.lookup("__getitem__") === undefined) {
    return raiseTypeError(vm, `argument of type '${type.name}' is not iterable`);
  }
  if (method === undefined) {
    return pushNative(vm, searchOp, { container, item, iterator: undefined, isComparing: false });
  }
  return askMethod(vm, containsAnswer, method, container, item);
}

const containsAnswer = methodAnswer("in", (vm, answer) => truth(vm, answer));

interface SearchState {
  readonly container: Value;
  readonly item: Value;
  iterator: Value | undefined;
  isComparing: boolean;
}

/** Searches an iterable item by item. */
const searchOp: NativeOp<SearchState> = {
  name: "in",
  step(vm, state, input) {
    let answer: Result = input;
    for (let budget = SEARCH_STEP; budget > 0; budget--) {
      if (state.iterator === undefined) {
        if (answer === undefined) answer = getIterator(vm, state.container);
        if (answer === undefined) return undefined;
        state.iterator = answer;
        answer = undefined;
      }
      if (state.isComparing) {
        if (answer === true) return true;
        state.isComparing = false;
        answer = undefined;
      }
      if (answer === undefined) answer = next(vm, state.iterator);
      if (answer === undefined) return undefined;
      if (answer === DONE) return false;
      state.isComparing = true;
      answer = equals(vm, answer, state.item);
      if (answer === undefined) return undefined;
    }
    state.isComparing = false;
    return answer === true ? true : undefined;
  },
};

/** Items looked at in one step of a search. */
const SEARCH_STEP = 10_000;
