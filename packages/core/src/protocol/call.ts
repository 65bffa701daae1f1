// Calling: any callable with positional and keyword arguments.
import { CodeKind } from "../bytecode/code.ts";
import {
  asyncGeneratorType,
  classMethodDescriptorType,
  coroutineType,
  generatorType,
  intType,
  wrapperDescriptorType,
} from "../objects/builtin-types.ts";
import { PyProperty } from "../objects/descriptors.ts";
import { recursionErrorType } from "../objects/exception-types.ts";
import { Frame } from "../objects/frame.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyGenerator } from "../objects/generator.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "./asking.ts";
import { bindArguments } from "./bind.ts";
import { bindNative, wrongCount } from "./bind-native.ts";
import { classFor } from "./class-for.ts";
import { construct } from "./construct.ts";
import { getBound } from "./descriptor.ts";
import { noteFinalizable } from "./finalizable.ts";
import { blankRegisters, pushFunction, reserve } from "./frames.ts";
import { prepare } from "./link.ts";
import { raiseNew, raiseTypeError } from "./raise.ts";
import { shortName } from "./type-name.ts";

export type Keywords = ReadonlyMap<string, Value> | null;

/** `callee(*args, **keywords)`. */
export function call(vm: Machine, callee: Value, args: readonly Value[], keywords: Keywords = null): Result {
  let target = callee;
  let own = args;
  // Methods of methods and objects whose `__call__` is an object may go on without end.
  for (let left = vm.limits.recursion; left > 0; left--) {
    if (target instanceof PyFunction) return callFunction(vm, target, own, keywords);
    if (target instanceof NativeFunction) return callNative(vm, target, own, keywords);
    if (target instanceof PyMethod) {
      own = [target.self, ...own];
      target = target.func;
      continue;
    }
    if (target instanceof BoundNative) return callNative(vm, target.func, [target.self, ...own], keywords);
    if (target instanceof PyType) return construct(vm, target, own, keywords);
    const type = typeOf(target);
    const method = type.lookup("__call__");
    if (method instanceof NativeFunction && method.owner === type) {
      return callNative(vm, method, [target, ...own], keywords);
    }
    if (method === undefined) return raiseTypeError(vm, `'${type.name}' object is not callable`);
    if (method instanceof PyFunction || typeOf(method).lookup("__get__") !== undefined) {
      return callMethod(vm, method, target, own, keywords);
    }
    target = method;
  }
  return raiseNew(vm, recursionErrorType, "maximum recursion depth exceeded while calling a Python object");
}

/** Call a function found on the type of `self` (unbound), as `self.method(*args)` would. */
export function callMethod(
  vm: Machine,
  method: Value,
  self: Value,
  args: readonly Value[],
  keywords: Keywords = null,
): Result {
  if (method instanceof PyFunction) {
    if (keywords === null && args.length < 2) return callPlain(vm, method, self, args[0]);
    return callFunction(vm, method, [self, ...args], keywords);
  }
  if (method instanceof NativeFunction && method.type !== classMethodDescriptorType) {
    // `__new__` and its like live on types without binding.
    if (method.owner === null) return callNative(vm, method, args, keywords);
    if (args.length === 0 && keywords === null && method.signature.isPlain && method.signature.minimum === 1) {
      const target = receiver(method, self);
      return target === undefined ? wrongReceiver(vm, method, self) : method.body(vm, target);
    }
    return callNative(vm, method, [self, ...args], keywords);
  }
  if (typeof method === "object" && method.type.isBuiltin && !(method instanceof PyProperty)) {
    const bound = getBound(vm, method, self, typeOf(self));
    return bound === undefined ? undefined : call(vm, bound, args, keywords);
  }
  return asking(vm, BINDING, { method, self, args, keywords });
}

/** A method that is bound by Python code. */
const BINDING: Asking<{ readonly method: Value; readonly self: Value; args: readonly Value[]; keywords: Keywords }> = {
  ask: (vm, { method, self }) => getBound(vm, method, self, typeOf(self)),
  take: (vm, { args, keywords }, bound) => call(vm, bound, args, keywords),
};

/** Push the frame of a Python function, or make its generator. */
export function callFunction(vm: Machine, func: PyFunction, args: readonly Value[], keywords: Keywords): Result {
  const linked = func.linked;
  if (!linked.isPrepared) prepare(vm, linked);
  const kind = linked.code.fields.kind;
  if (kind !== CodeKind.Function) return makeGenerator(vm, func, args, keywords, kind);
  const registers = vm.fiber.registers;
  const base = vm.fiber.top.limit;
  reserve(registers, base + linked.registerCount);
  let bound = args.length;
  if (linked.isSimple && (keywords === null || keywords.size === 0) && args.length === linked.positionalCount) {
    for (let i = 0; i < args.length; i++) registers[base + i] = args[i];
  } else {
    bound = bindArguments(vm, func, registers, base, args, keywords);
    if (bound < 0) return undefined;
  }
  pushFunction(vm, func, base, bound);
  return undefined;
}

const GENERATOR_TYPES: Readonly<Record<number, PyType>> = {
  [CodeKind.Generator]: generatorType,
  [CodeKind.Coroutine]: coroutineType,
  [CodeKind.AsyncGenerator]: asyncGeneratorType,
};

/** A generator, coroutine or asynchronous generator, with its arguments bound in registers of its own. */
function makeGenerator(
  vm: Machine,
  func: PyFunction,
  args: readonly Value[],
  keywords: Keywords,
  kind: CodeKind,
): Result {
  const registers = blankRegisters(func.linked.registerCount);
  if (bindArguments(vm, func, registers, 0, args, keywords) < 0) return undefined;
  return generatorOf(vm, func, registers, kind);
}

/** What a call with the `count` arguments from `given[at ...]` makes, where there is nothing to it; else null. */
export function makePlainGenerator(
  vm: Machine,
  func: PyFunction,
  given: readonly (Value | undefined)[],
  at: number,
  count: number,
): PyGenerator | null {
  const { linked } = func;
  if (!linked.isPrepared) prepare(vm, linked);
  const { kind, hasVarArgs, hasVarKeywords, keywordOnlyCount, positionalCount } = linked.code.fields;
  if (kind !== CodeKind.Generator || positionalCount !== count) return null;
  if (hasVarArgs || hasVarKeywords || keywordOnlyCount > 0) return null;
  const registers = blankRegisters(linked.registerCount);
  for (let i = 0; i < count; i++) registers[i] = given[at + i];
  return generatorOf(vm, func, registers, kind);
}

function generatorOf(vm: Machine, func: PyFunction, registers: (Value | undefined)[], kind: CodeKind): PyGenerator {
  const { linked } = func;
  const frame = new Frame(registers);
  frame.linked = linked;
  frame.func = func;
  const generator = new PyGenerator(GENERATOR_TYPES[kind] as PyType, frame, func.name, func.qualifiedName);
  frame.generator = generator;
  generator.isIterableCoroutine = linked.code.fields.isIterableCoroutine === true;
  if (kind === CodeKind.Coroutine) vm.unbegun.note(generator);
  return generator;
}

/** Self as a native method of `owner` wants it; undefined when it is no instance of it. */
function receiver(func: NativeFunction, self: Value): Value | undefined {
  const owner = func.owner as PyType;
  if (!typeOf(self).isSubtype(owner)) return undefined;
  if (!func.needsUnwrap) return self;
  if (self instanceof PyPayload) return self.payload;
  return typeof self === "boolean" && owner === intType ? Number(self) : self;
}

function wrongReceiver(vm: Machine, func: NativeFunction, self: Value | undefined): undefined {
  const owner = (func.owner as PyType).name;
  if (self === undefined) {
    const what =
      func.type === wrapperDescriptorType
        ? `descriptor '${func.name}' of '${owner}' object needs an argument`
        : `unbound method ${shortName(func.owner as PyType)}.${func.name}() needs an argument`;
    return raiseTypeError(vm, what);
  }
  const verb = func.type === wrapperDescriptorType ? "requires a" : "for";
  if (verb === "for") {
    return raiseTypeError(
      vm,
      `descriptor '${func.name}' for '${owner}' objects doesn't apply to a '${typeOf(self).name}' object`,
    );
  }
  return raiseTypeError(
    vm,
    `descriptor '${func.name}' requires a '${owner}' object but received a '${typeOf(self).name}'`,
  );
}

/** Call a Python function with one argument, or two, and no argument array: getters and operators. */
export function callPlain(vm: Machine, func: PyFunction, first: Value, second: Value | undefined): Result {
  const linked = func.linked;
  const count = second === undefined ? 1 : 2;
  if (!linked.isSimple || linked.positionalCount !== count) {
    return callFunction(vm, func, second === undefined ? [first] : [first, second], null);
  }
  const { fiber } = vm;
  const base = fiber.top.limit;
  reserve(fiber.registers, base + linked.registerCount);
  fiber.registers[base] = first;
  if (second !== undefined) fiber.registers[base + 1] = second;
  pushFunction(vm, func, base, count);
  return undefined;
}

/** Call a native function; the first argument of a method is self. */
export function callNative(vm: Machine, func: NativeFunction, args: readonly Value[], keywords: Keywords): Result {
  const answer = callBody(vm, func, args, keywords);
  // A `__new__` makes instances of derived classes.
  if (func.newOf !== null && answer !== undefined) noteFinalizable(vm, answer);
  return answer;
}

/** The keywords of a call without any. */
export const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

function callBody(vm: Machine, func: NativeFunction, args: readonly Value[], keywords: Keywords): Result {
  const owner = func.owner;
  let first = args[0];
  if (owner !== null && func.type !== classMethodDescriptorType) {
    const self = first === undefined ? undefined : receiver(func, first);
    if (self === undefined) return wrongReceiver(vm, func, first);
    first = self;
  }
  if (func.newOf !== null && owner === null && first !== undefined && first !== func.newOf) {
    if (classFor(vm, func.newOf, first) === undefined) return undefined;
  }
  const signature = func.signature;
  const count = args.length;
  if (signature.rest === 1 && first !== undefined) {
    const [named, , more] = signature.parameters;
    const rest = more?.kind === "varkeywords" ? (keywords ?? NO_KEYWORDS) : undefined;
    // A keyword may be the name of the first parameter, which is given already.
    if (keywords === null || keywords.size === 0 || (rest !== undefined && named?.kind === "positional")) {
      return func.body(vm, first, args.slice(1), rest);
    }
  }
  if (!signature.isPlain || (keywords !== null && keywords.size > 0)) {
    const bound = bindNative(vm, func, first === args[0] ? args : [first as Value, ...args.slice(1)], keywords);
    return bound === null ? undefined : func.body(vm, ...bound);
  }
  if (count < signature.minimum || count > signature.maximum) return wrongCount(vm, func, args);
  switch (count) {
    case 0:
      return func.body(vm);
    case 1:
      return func.body(vm, first);
    case 2:
      return func.body(vm, first, args[1]);
    case 3:
      return func.body(vm, first, args[1], args[2]);
    default:
      return func.body(vm, first, ...args.slice(1));
  }
}

/** A native method of one argument, the shape of every binary operator, or two: without an argument array. */
export function callUnary(vm: Machine, func: NativeFunction, self: Value, argument: Value, second?: Value): Result {
  const owner = func.owner;
  const { isPlain, maximum } = func.signature;
  if (owner === null || !isPlain || (second !== undefined && maximum !== 3)) {
    return callMethod(vm, func, self, second === undefined ? [argument] : [argument, second]);
  }
  const target = receiver(func, self);
  if (target === undefined) return wrongReceiver(vm, func, self);
  return second === undefined ? func.body(vm, target, argument) : func.body(vm, target, argument, second);
}
