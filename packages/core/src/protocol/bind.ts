// Binding arguments to the parameters of a Python function, with CPython's errors.
import type { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { raiseTypeError } from "./raise.ts";
import { suggestKeyword } from "./suggest.ts";
import { dictGetString, dictSetString } from "./table.ts";

/**
 * Put positional and keyword arguments where `registers[base ...]` wants them: positional parameters, keyword-only ones,
 * then `*args` and `**kwargs`. Answers the number of registers filled, or -1 after raising TypeError.
 */
export function bindArguments(
  vm: Machine,
  func: PyFunction,
  registers: (Value | undefined)[],
  base: number,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
): number {
  const fields = func.linked.code.fields;
  const names = fields.localNames;
  const { positionalCount, positionalOnlyCount, keywordOnlyCount, hasVarArgs, hasVarKeywords } = fields;
  const named = positionalCount + keywordOnlyCount;
  const given = Math.min(positional.length, positionalCount);
  for (let i = 0; i < given; i++) registers[base + i] = positional[i];
  for (let i = given; i < named; i++) registers[base + i] = undefined;
  const extra = hasVarKeywords ? newDict() : null;
  if (keywords !== null) {
    for (const [name, value] of keywords) {
      let slot = -1;
      for (let i = positionalOnlyCount; i < named; i++) {
        if (names[i] === name) {
          slot = i;
          break;
        }
      }
      if (slot < 0) {
        if (extra !== null) {
          dictSetString(extra, name, value);
          continue;
        }
        const misplaced = names.slice(0, positionalOnlyCount).filter((other) => keywords.has(other));
        if (misplaced.length > 0) {
          return fail(
            vm,
            `${func.qualifiedName}() got some positional-only arguments passed as keyword arguments: '${misplaced.join(", ")}'`,
          );
        }
        const hint = suggestKeyword(name, names.slice(positionalOnlyCount, named));
        return fail(vm, `${func.qualifiedName}() got an unexpected keyword argument '${name}'${hint}`);
      }
      if (registers[base + slot] !== undefined) {
        return fail(vm, `${func.qualifiedName}() got multiple values for argument '${name}'`);
      }
      registers[base + slot] = value;
    }
  }
  if (positional.length > positionalCount && !hasVarArgs) {
    return tooManyPositional(vm, func, positional.length, registers, base);
  }
  const defaults = func.defaults;
  const defaultCount = defaults === null ? 0 : defaults.items.length;
  const firstDefault = positionalCount - defaultCount;
  const missing: string[] = [];
  for (let i = given; i < positionalCount; i++) {
    if (registers[base + i] !== undefined) continue;
    const value = i >= firstDefault ? defaults?.items[i - firstDefault] : undefined;
    if (value === undefined) missing.push(names[i] as string);
    else registers[base + i] = value;
  }
  if (missing.length > 0) return missingArguments(vm, func, "positional", missing);
  for (let i = positionalCount; i < named; i++) {
    if (registers[base + i] !== undefined) continue;
    const value = func.keywordDefaults === null ? undefined : dictGetString(func.keywordDefaults, names[i] as string);
    if (value === undefined) missing.push(names[i] as string);
    else registers[base + i] = value;
  }
  if (missing.length > 0) return missingArguments(vm, func, "keyword-only", missing);
  let filled = named;
  if (hasVarArgs) registers[base + filled++] = newTuple(positional.slice(given));
  if (extra !== null) registers[base + filled++] = extra;
  return filled;
}

function fail(vm: Machine, message: string): number {
  raiseTypeError(vm, message);
  return -1;
}

function missingArguments(vm: Machine, func: PyFunction, kind: string, names: readonly string[]): number {
  const plural = names.length === 1 ? "" : "s";
  return fail(
    vm,
    `${func.qualifiedName}() missing ${names.length} required ${kind} argument${plural}: ${listNames(names)}`,
  );
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(" and ");
  return `${quoted.slice(0, -1).join(", ")}, and ${quoted[quoted.length - 1]}`;
}

function tooManyPositional(
  vm: Machine,
  func: PyFunction,
  given: number,
  registers: (Value | undefined)[],
  base: number,
): number {
  const { positionalCount, keywordOnlyCount } = func.linked.code.fields;
  const defaultCount = func.defaults === null ? 0 : func.defaults.items.length;
  let keywordGiven = 0;
  for (let i = positionalCount; i < positionalCount + keywordOnlyCount; i++) {
    if (registers[base + i] !== undefined) keywordGiven++;
  }
  const takes =
    defaultCount > 0 ? `from ${positionalCount - defaultCount} to ${positionalCount}` : String(positionalCount);
  const plural = defaultCount > 0 || positionalCount !== 1 ? "s" : "";
  const keywordPart =
    keywordGiven > 0
      ? ` positional argument${given === 1 ? "" : "s"} (and ${keywordGiven} keyword-only argument${keywordGiven === 1 ? "" : "s"})`
      : "";
  const verb = given === 1 && keywordGiven === 0 ? "was" : "were";
  return fail(
    vm,
    `${func.qualifiedName}() takes ${takes} positional argument${plural} but ${given}${keywordPart} ${verb} given`,
  );
}
