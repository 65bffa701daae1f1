// Calls with keywords of plain functions, methods and classes written in Python: bound without a map of the keywords.
import { objectType } from "../objects/builtin-types.ts";
import { Tag } from "../objects/frame.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { pushFunction, reserve } from "../protocol/frames.ts";
import { dictGetString } from "../protocol/table.ts";
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
  if (callee instanceof PyFunction) return enter(vm, callee, undefined, registers, at, count, names);
  if (callee instanceof PyMethod) {
    return callee.func instanceof PyFunction && enter(vm, callee.func, callee.self, registers, at, count, names);
  }
  if (!(callee instanceof PyType) || callee.layout !== objectType) return false;
  const init = callee.plainInit === undefined ? plainInitOf(callee) : (callee.plainInit as PyFunction | null);
  if (init === null) return false;
  const caller = vm.fiber.top;
  const instance = new PyInstance(callee);
  if (!enter(vm, init, instance, registers, at, count, names)) return false;
  vm.allocated += INSTANCE_BYTES;
  caller.tag = Tag.Init;
  caller.aux = instance;
  return true;
}

function enter(
  vm: Machine,
  func: PyFunction,
  self: Value | undefined,
  registers: readonly (Value | undefined)[],
  at: number,
  count: number,
  names: PyTuple,
): boolean {
  const { linked, defaults, keywordDefaults } = func;
  if (!linked.isFixed) return false;
  const { fiber } = vm;
  const base = fiber.top.limit;
  const stack = fiber.registers;
  const { keywordOnlyCount, localNames, positionalCount, positionalOnlyCount } = linked.code.fields;
  const total = positionalCount + keywordOnlyCount;
  const named = names.items.length;
  const first = self === undefined ? 0 : 1;
  const given = first + count - named;
  if (given > positionalCount) return false;
  reserve(stack, base + linked.registerCount);
  if (self !== undefined) stack[base] = self;
  for (let i = first; i < given; i++) stack[base + i] = registers[at + i - first];
  for (let i = given; i < total; i++) stack[base + i] = undefined;
  for (let i = 0; i < named; i++) {
    let slot = positionalOnlyCount;
    while (slot < total && localNames[slot] !== names.items[i]) slot++;
    if (slot === total || stack[base + slot] !== undefined) return false;
    stack[base + slot] = registers[at + count - named + i];
  }
  const missing = positionalCount - (defaults === null ? 0 : defaults.items.length);
  for (let i = given; i < positionalCount; i++) {
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
  pushFunction(vm, func, base, total);
  return true;
}
