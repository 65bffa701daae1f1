// Calls with keywords, `*args` or `**kwargs` of functions, methods and classes written in Python: bound without a map.
import { CodeKind } from "../bytecode/code.ts";
import { objectType } from "../objects/builtin-types.ts";
import { Tag } from "../objects/frame.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple } from "../objects/make.ts";
import type { PyTuple } from "../objects/sequences.ts";
import type { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { pushFunction, reserve } from "../protocol/frames.ts";
import { prepare } from "../protocol/link.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { INSTANCE_BYTES, plainInitOf } from "./calls.ts";

/**
 * Push the frame of a call with `count` arguments from `registers[at ...]`, the last of them named by `names`. False where
 * the call is not as plain as that, or is an error: nothing has happened then.
 */
export function callNamed(
  vm: Machine,
  callee: Value,
  registers: readonly (Value | undefined)[],
  at: number,
  count: number,
  names: PyTuple,
): boolean {
  const given = count - names.items.length;
  if (callee instanceof PyFunction) {
    return enter(vm, callee, undefined, registers, at, given, names.items, registers, at + given);
  }
  if (callee instanceof PyMethod) {
    const { func, self } = callee;
    return (
      func instanceof PyFunction && enter(vm, func, self, registers, at, given, names.items, registers, at + given)
    );
  }
  if (!(callee instanceof PyType) || callee.layout !== objectType) return false;
  const init = callee.plainInit === undefined ? plainInitOf(callee) : (callee.plainInit as PyFunction | null);
  if (init === null) return false;
  const caller = vm.fiber.top;
  const instance = new PyInstance(callee);
  if (!enter(vm, init, instance, registers, at, given, names.items, registers, at + given)) return false;
  vm.allocated += INSTANCE_BYTES;
  caller.tag = Tag.Init;
  caller.aux = instance;
  return true;
}

/** The same without names: of a function with `*args` or the like. */
export function callOpenly(
  vm: Machine,
  callee: PyFunction,
  registers: readonly (Value | undefined)[],
  at: number,
  count: number,
): boolean {
  return enter(vm, callee, undefined, registers, at, count, NOTHING, NOTHING, 0);
}

/** Push the frame of `callee(*args, **keywords)`; false as above. */
export function callSpreadPlainly(
  vm: Machine,
  callee: Value,
  args: readonly Value[],
  keywords: PyDict | null,
): boolean {
  const func = callee instanceof PyMethod ? callee.func : callee;
  if (!(func instanceof PyFunction)) return false;
  const self = callee instanceof PyMethod ? callee.self : undefined;
  const names = keywords === null ? NOTHING : keywords.keys;
  return enter(vm, func, self, args, 0, args.length, names, keywords === null ? NOTHING : keywords.values, 0);
}

const NOTHING: readonly Value[] = [];

/** The arguments: self, `given` of `positional` from `at` on, and those of `values` from `from` on by their names. */
function enter(
  vm: Machine,
  func: PyFunction,
  self: Value | undefined,
  positional: readonly (Value | undefined)[],
  at: number,
  given: number,
  names: readonly (Value | undefined)[],
  values: readonly (Value | undefined)[],
  from: number,
): boolean {
  const { linked, defaults, keywordDefaults } = func;
  if (!linked.isPrepared) prepare(vm, linked);
  const { fields } = linked.code;
  if (fields.kind !== CodeKind.Function) return false;
  const { fiber } = vm;
  const base = fiber.top.limit;
  const stack = fiber.registers;
  const { hasVarArgs, hasVarKeywords, keywordOnlyCount, localNames, positionalCount, positionalOnlyCount } = fields;
  const total = positionalCount + keywordOnlyCount;
  const first = self === undefined ? 0 : 1;
  const bound = Math.min(first + given, positionalCount);
  if (bound < first || (bound < first + given && !hasVarArgs)) return false;
  reserve(stack, base + linked.registerCount);
  if (self !== undefined) stack[base] = self;
  for (let i = first; i < bound; i++) stack[base + i] = positional[at + i - first];
  for (let i = bound; i < total; i++) stack[base + i] = undefined;
  const extra = hasVarKeywords ? newDict() : null;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (typeof name !== "string") return false;
    let slot = positionalOnlyCount;
    while (slot < total && localNames[slot] !== name) slot++;
    if (slot < total) {
      if (stack[base + slot] !== undefined) return false;
      stack[base + slot] = values[from + i];
    } else if (extra !== null) dictSetString(extra, name, values[from + i] as Value);
    else return false;
  }
  const missing = positionalCount - (defaults === null ? 0 : defaults.items.length);
  for (let i = bound; i < positionalCount; i++) {
    if (stack[base + i] !== undefined) continue;
    if (i < missing) return false;
    stack[base + i] = (defaults as PyTuple).items[i - missing];
  }
  for (let i = positionalCount; i < total; i++) {
    if (stack[base + i] !== undefined) continue;
    const value = keywordDefaults === null ? undefined : dictGetString(keywordDefaults, localNames[i] as string);
    if (value === undefined) return false;
    stack[base + i] = value;
  }
  let filled = total;
  if (hasVarArgs) {
    stack[base + filled++] = newTuple(positional.slice(at + bound - first, at + given) as Value[]);
  }
  if (extra !== null) stack[base + filled++] = extra;
  pushFunction(vm, func, base, filled);
  return true;
}
