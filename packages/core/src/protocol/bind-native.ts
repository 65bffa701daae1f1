// Binding arguments to the parameters of a native function, with the messages CPython's own functions give.
import {
  enumerateType,
  frozenSetType,
  listType,
  setType,
  strType,
  wrapperDescriptorType,
} from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeFunction, NativeParameter } from "../objects/native.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { raiseTypeError } from "./raise.ts";
import { suggestKeyword } from "./suggest.ts";
import { shortName } from "./type-name.ts";

type Bound = (Value | Value[] | Map<string, Value> | undefined)[];

/** The arguments in the order of the body's parameters, or null after raising TypeError. */
export function bindNative(
  vm: Machine,
  func: NativeFunction,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
): Bound | null {
  const signature = func.signature;
  const { parameters } = signature;
  let named = keywords !== null && keywords.size > 0 ? keywords : null;
  if (named !== null && !takesKeywords(func)) {
    if (!isForHeir(func, positional[0])) {
      const shown = isWrapper(func) ? `wrapper ${func.name}` : shownName(func);
      raiseTypeError(vm, `${shown}() takes no keyword arguments`);
      return null;
    }
    named = null;
  }
  const bound: Bound = [];
  let next = 0;
  for (const parameter of parameters) {
    switch (parameter.kind) {
      case "positional":
      case "any":
        bound.push(next < positional.length ? positional[next++] : undefined);
        break;
      case "varargs":
        bound.push(positional.slice(next));
        next = positional.length;
        break;
      case "varkeywords":
        bound.push(new Map());
        break;
      default:
        bound.push(undefined);
    }
  }
  const isFull = next === positional.length && next >= signature.minimum && !signature.needsKeyword;
  if (named === null && isFull) return bound;
  if (isOverfull(vm, func, positional, named === null ? 0 : named.size)) return null;
  if (next < positional.length) {
    wrongCount(vm, func, positional);
    return null;
  }
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i] as NativeParameter;
    if (bound[i] !== undefined || parameter.isOptional) continue;
    if (isNamed(parameter) && named?.has(parameter.name)) continue;
    if (parameter.kind === "positional") wrongCount(vm, func, positional);
    else {
      const position = parameter.kind === "keyword" ? "" : ` (pos ${i + 1 - skippedBy(func)})`;
      raiseTypeError(vm, `${plainName(func)}() missing required argument '${parameter.name}'${position}`);
    }
    return null;
  }
  return named === null || bindKeywords(vm, func, bound, named) ? bound : null;
}

/** Whether there are more arguments than parameters, raising: then CPython does not look at names. */
function isOverfull(vm: Machine, func: NativeFunction, positional: readonly Value[], named: number): boolean {
  const { parameters } = func.signature;
  // Where any number of arguments may be given, names alone are counted; print counts neither.
  const isOpen = parameters.some(isRest);
  const most = isOpen ? parameters.filter(isNamed).length : parameters.length - skippedBy(func);
  const count = isOpen ? named : positional.length + named - skippedBy(func);
  if (count <= most || !parameters.some(isNamed) || parameters.at(-1)?.kind === "varkeywords") return false;
  if (isOpen && func.name === "print") return false;
  const kind = count === named ? "keyword argument" : "argument";
  raiseTypeError(vm, `${plainName(func)}() takes at most ${most} ${kind}${most === 1 ? "" : "s"} (${count} given)`);
  return true;
}

/** Whether messages are those of a slot: `__init__` tells of its type. */
function isWrapper({ type, name }: NativeFunction): boolean {
  return type === wrapperDescriptorType && name !== "__init__";
}

/** Whether a call may name arguments. */
export function takesKeywords({ signature }: NativeFunction): boolean {
  return signature.parameters.some((each) => isNamed(each) || each.kind === "varkeywords");
}

function isNamed({ kind }: NativeParameter): boolean {
  return kind === "any" || kind === "keyword";
}

function isRest({ kind }: NativeParameter): boolean {
  return kind === "varargs" || kind === "varkeywords";
}

function bindKeywords(vm: Machine, func: NativeFunction, bound: Bound, keywords: ReadonlyMap<string, Value>): boolean {
  const { parameters } = func.signature;
  const rest = parameters.findIndex((p) => p.kind === "varkeywords");
  for (const [name, value] of keywords) {
    const at = parameters.findIndex((p) => p.name === name && isNamed(p));
    if (at < 0) {
      if (rest >= 0) {
        (bound[rest] as Map<string, Value>).set(name, value);
        continue;
      }
      // CPython binds the arguments of this type by a function of its own.
      if (bound[0] === enumerateType) {
        raiseTypeError(vm, `'${name}' is an invalid keyword argument for enumerate()`);
        return false;
      }
      const names = parameters.filter(isNamed).map((p) => p.name);
      raiseTypeError(
        vm,
        `${plainName(func)}() got an unexpected keyword argument '${name}'${suggestKeyword(name, names)}`,
      );
      return false;
    }
    if (bound[at] !== undefined) {
      const position = at + 1 - skippedBy(func);
      raiseTypeError(vm, `argument for ${plainName(func)}() given by name ('${name}') and position (${position})`);
      return false;
    }
    bound[at] = value;
  }
  return true;
}

/** Whether a class has another `__init__` than the built-in type it derives from. */
export function hasOwnInit(cls: PyType, type: PyType): boolean {
  return cls.lookup("__init__") !== type.lookup("__init__");
}

/** Whether keywords are left to the other half of a construction, which a class derived from a built-in type has anew. */
function isForHeir({ name, newOf, owner }: NativeFunction, first: Value | undefined): boolean {
  if (newOf !== null) return first instanceof PyType && hasOwnInit(first, newOf);
  return (
    name === "__init__" && owner === listType && typeOf(first as Value).lookup("__new__") !== owner.lookup("__new__")
  );
}

/** How many first parameters a caller does not see: self of a method, cls of a `__new__`. */
function skippedBy(func: NativeFunction): number {
  return func.owner === null && func.newOf === null ? 0 : 1;
}

/** `append` for methods, `len` for functions, `int` for `int.__new__`, `set` for `set.__init__`. */
function plainName(func: NativeFunction): string {
  if (func.name === "__init__" && func.owner !== null) return func.owner.name;
  return func.newOf === null ? func.name : func.newOf.name;
}

/** `list.append` for methods, `len` and `math.sqrt` for functions. */
function shownName(func: NativeFunction): string {
  if (plainName(func) !== func.name) return plainName(func);
  if (func.owner !== null) return `${shortName(func.owner)}.${func.name}`;
  return func.module === null || func.module === "builtins" ? plainName(func) : `${func.module}.${func.name}`;
}

/** Raise the TypeError for a wrong number of positional arguments; `args` begin with self or cls. */
export function wrongCount(vm: Machine, func: NativeFunction, args: readonly Value[]): undefined {
  const given = args.length;
  const { parameters, minimum, maximum } = func.signature;
  const skipped = skippedBy(func);
  const least = minimum - skipped;
  const most = maximum - skipped;
  const count = given - skipped;
  const name = plainName(func);
  if (count < 0) return raiseTypeError(vm, `${name}.__new__(): not enough arguments`);
  const side = least === most ? "" : count < least ? "at least " : "at most ";
  const expected = `expected ${side}${plural(count < least ? least : most)}, got ${count}`;
  // CPython counts a range of arguments under an empty name.
  if (isWrapper(func)) return raiseTypeError(vm, side === "" ? expected : ` ${expected}`);
  const canName = parameters.some((p) => p.kind === "any");
  const hasKeywordOnly = parameters.some((p) => p.kind === "keyword");
  if (most === 0) {
    if (hasKeywordOnly) return raiseTypeError(vm, `${name}() takes no positional arguments`);
    return raiseTypeError(vm, `${name === func.name ? shownName(func) : name}() takes no arguments (${count} given)`);
  }
  if (canName) {
    if (count < least) {
      const missing = parameters[given];
      if (missing?.kind === "positional") {
        return raiseTypeError(
          vm,
          `${name}() takes at least ${least} positional argument${least === 1 ? "" : "s"} (${count} given)`,
        );
      }
      return raiseTypeError(vm, `${name}() missing required argument '${missing?.name}' (pos ${count + 1})`);
    }
    // A constructor whose first parameter has no name counts as functions without keywords do.
    const hasNoName = parameters[skipped]?.kind === "positional" || func.newOf === strType;
    if (func.newOf !== null && hasNoName && func.newOf === args[0]) {
      return raiseTypeError(vm, `${name} expected at most ${plural(most)}, got ${count}`);
    }
  }
  if (canName || hasKeywordOnly) {
    const word = hasKeywordOnly && least === most ? "exactly" : count < least ? "at least" : "at most";
    const limit = count < least ? least : most;
    const kind = hasKeywordOnly ? "positional argument" : "argument";
    return raiseTypeError(vm, `${name}() takes ${word} ${limit} ${kind}${limit === 1 ? "" : "s"} (${count} given)`);
  }
  if (least === 1 && most === 1 && !hasKeywordOnly && name === func.name) {
    return raiseTypeError(vm, `${shownName(func)}() takes exactly one argument (${count} given)`);
  }
  return raiseTypeError(vm, `${ownerName(func, args[0] as Value)} ${expected}`);
}

/** The name of a type whose constructor counts its arguments; sets name the class that is made. */
function ownerName(func: NativeFunction, first: Value): string {
  if (func.newOf === frozenSetType) return (first as PyType).name;
  if (func.owner === setType && func.name === "__init__") return typeOf(first).name;
  return func.newOf ? shortName(func.newOf) : plainName(func);
}

function plural(count: number): string {
  return `${count} argument${count === 1 ? "" : "s"}`;
}
