// Calls from the loop that are no plain call of a Python function: collecting arguments out of registers.
import { classMethodDescriptorType, dictType, objectType, typeType } from "../objects/builtin-types.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyInstance, PyPayload } from "../objects/instance.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import type { PyTuple } from "../objects/sequences.ts";
import type { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callNative, NO_KEYWORDS } from "../protocol/call.ts";
import { isBare, plainNewOf } from "../protocol/construct.ts";
import { asString } from "../protocol/lookup.ts";
import { reserve } from "../protocol/frames.ts";
import { barePlainException, isMadePlainly } from "../protocol/plain-exception.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { itemsOf } from "./operand.ts";
import { isCallable } from "../protocol/truth.ts";
import { dictOfTexts } from "../protocol/text-dict.ts";
import { fullName } from "../protocol/type-name.ts";

/** An estimate of what an instance takes, in bytes. */
export const INSTANCE_BYTES = 240;

/** The `__init__` of a class whose instances need nothing else, or null; cached on the class. */
export function plainInitOf(type: PyType): PyFunction | null {
  let init: PyFunction | null = null;
  const make = type.lookup("__new__");
  const isPlain =
    !type.isBuiltin &&
    type.type.lookup("__call__") === typeType.lookup("__call__") &&
    make instanceof NativeFunction &&
    type.lookup("__del__") === undefined &&
    (isMadePlainly(type) || (make === objectType.lookup("__new__") && type.layout === objectType && !type.isAbstract));
  if (isPlain) {
    const found = type.lookup("__init__");
    if (found instanceof PyFunction) init = found;
  }
  type.plainInit = init;
  return init;
}

/** What a class with a plain `__init__` makes before that runs. */
export function bareInstance(
  type: PyType,
  registers: readonly (Value | undefined)[],
  at: number,
  count: number,
): PyInstance | PyException {
  if (type.layout === objectType) return new PyInstance(type);
  return barePlainException(type, itemsOf(registers, at, count));
}

/** Whether a plain function's defaults make up for what `count` positional arguments leave out. */
export function hasDefaults(func: PyFunction, count: number): boolean {
  const missing = func.linked.positionalCount - count;
  return missing > 0 && func.defaults !== null && missing <= func.defaults.items.length;
}

/** Put the defaults, which suffice, behind the `count` arguments given; answers how many there are then. */
export function fillDefaults(func: PyFunction, registers: (Value | undefined)[], at: number, count: number): number {
  const defaults = (func.defaults as PyTuple).items;
  const missing = func.linked.positionalCount - count;
  reserve(registers, at + func.linked.positionalCount);
  for (let i = 0; i < missing; i++) registers[at + count + i] = defaults[defaults.length - missing + i];
  return count + missing;
}

/** Arguments passed one by one: more go in an array. */
const FEW_ARGUMENTS = 3;

function directOf(callee: NativeFunction): number {
  const { isPlain, minimum, maximum } = callee.signature;
  let direct = 0;
  if (isPlain && callee.newOf === null) {
    for (let count = minimum; count <= Math.min(maximum, FEW_ARGUMENTS); count++) direct |= 1 << count;
  }
  callee.direct = direct;
  return direct;
}

/** Whether a receiver that was checked is what the body wants: a payload or a bool is for callNative to unwrap. */
function isReceiver(callee: NativeFunction, self: Value): boolean {
  return !callee.needsUnwrap || (typeof self === "object" ? !(self instanceof PyPayload) : typeof self !== "boolean");
}

/** Call a native function with `count` arguments from `registers[at ...]`; `isChecked`: the first is its receiver. */
export function callNativeRegisters(
  vm: Machine,
  callee: NativeFunction,
  registers: readonly (Value | undefined)[],
  at: number,
  count: number,
  isChecked: boolean,
): Result {
  const direct = callee.direct < 0 ? directOf(callee) : callee.direct;
  const isReady = callee.owner === null || (isChecked && isReceiver(callee, registers[at] as Value));
  if (!isReady || count > FEW_ARGUMENTS || (direct & (1 << count)) === 0) {
    return callNativeMany(vm, callee, registers, at, count, isReady);
  }
  switch (count) {
    case 0:
      return callee.body(vm);
    case 1:
      return callee.body(vm, registers[at]);
    case 2:
      return callee.body(vm, registers[at], registers[at + 1]);
    default:
      return callee.body(vm, registers[at], registers[at + 1], registers[at + 2]);
  }
}

/** The same for any number of arguments, in an array. */
function callNativeMany(
  vm: Machine,
  callee: NativeFunction,
  registers: readonly (Value | undefined)[],
  at: number,
  count: number,
  isReady: boolean,
): Result {
  const { rest, parameters } = callee.signature;
  if (!isReady || callee.newOf !== null || rest < 0 || rest > 1 || count < rest) {
    return callNative(vm, callee, itemsOf(registers, at, count), null);
  }
  const items = itemsOf(registers, at + rest, count - rest);
  const named = parameters[rest + 1]?.kind === "varkeywords" ? NO_KEYWORDS : undefined;
  return rest === 0 ? callee.body(vm, items, named) : callee.body(vm, registers[at], items, named);
}

/** Call with `count` arguments from `registers[at ...]`, the last of them named by `names`. */
export function callRegisters(
  vm: Machine,
  callee: Value,
  registers: (Value | undefined)[],
  at: number,
  count: number,
  names: PyTuple | null,
): Result {
  if (names === null && callee instanceof PyType) {
    // `str(x)`, `int(x)`, `list(x)`: without an array of arguments.
    const make = callee.plainNew === undefined ? plainNewOf(callee) : (callee.plainNew as NativeFunction | null);
    if (make !== null && count < 4) {
      const { minimum, maximum } = make.signature;
      if (count + 1 >= minimum && count + 1 <= maximum) {
        if (count === 1) return make.body(vm, callee, registers[at]);
        if (count === 2) return make.body(vm, callee, registers[at], registers[at + 1]);
        if (count === 3) return make.body(vm, callee, registers[at], registers[at + 1], registers[at + 2]);
        return make.body(vm, callee);
      }
    }
  }
  if (names === null && callee instanceof BoundNative) {
    // The receiver takes the place of the callee, or of the missing self, before the arguments.
    registers[at - 1] = callee.self;
    const { func, self } = callee;
    const isChecked = typeOf(self) === func.owner && func.type !== classMethodDescriptorType;
    return callNativeRegisters(vm, func, registers, at - 1, count + 1, isChecked);
  }
  const args = itemsOf(registers, at, count);
  if (names === null) return call(vm, callee, args);
  const named = names.items.length;
  if (callee === dictType && named === count) return dictOfTexts(vm, names.items.slice() as string[], args);
  const keywords = new Map<string, Value>();
  for (let i = 0; i < named; i++) keywords.set(names.items[i] as string, args[count - named + i] as Value);
  return call(vm, callee, args.slice(0, count - named), keywords);
}

/** `callee(*args, **keywords)`; nothing else has the array of `args`. */
export function callSpread(vm: Machine, callee: Value, args: readonly Value[], keywords: PyDict | null): Result {
  if (keywords === null || keywords.size === 0) return call(vm, callee, args);
  const named = new Map<string, Value>();
  for (let i = 0; i < keywords.keys.length; i++) {
    const key = keywords.keys[i];
    if (key === undefined) continue;
    const name = asString(key);
    if (name === undefined) {
      // A class that takes no arguments says that first.
      const isBareClass = callee instanceof PyType && isBare(callee, callee.lookup("__new__"));
      if (isCallable(callee) && !isBareClass) return raiseTypeError(vm, "keywords must be strings");
      return call(vm, callee, [...args, key]);
    }
    named.set(name, keywords.values[i] as Value);
  }
  return call(vm, callee, args, named);
}

/** The name that messages about `*args` and `**kwargs` give a callee: `module.f()`, or the object's type. */
export function calleeName(callee: Value): string {
  if (callee instanceof PyMethod) return calleeName(callee.func);
  if (callee instanceof PyFunction) {
    const module = asString(callee.module);
    return `${module === undefined ? "" : `${module}.`}${callee.qualifiedName}()`;
  }
  if (callee instanceof BoundNative) return calleeName(callee.func);
  if (callee instanceof NativeFunction) {
    return callee.owner === null ? `${callee.name}()` : `${callee.owner.name}.${callee.name}()`;
  }
  return callee instanceof PyType ? `${fullName(callee)}()` : `${typeOf(callee).name} object`;
}
