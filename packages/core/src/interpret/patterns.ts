// Instructions of `match`: which values are sequences and mappings, keys, rest, and class patterns.
import {
  boolType,
  byteArrayType,
  bytesType,
  dictType,
  frameLocalsType,
  floatType,
  frozenSetType,
  intType,
  listType,
  mappingProxyType,
  memoryViewType,
  rangeType,
  setType,
  strType,
  tupleType,
} from "../objects/builtin-types.ts";
import { attributeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import { type Result, shared, type Value } from "../objects/value.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { isInstance } from "../protocol/instance-check.ts";
import { catchError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { repr } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";
import { structuralEquals } from "../protocol/structural.ts";
import { dictGet } from "../protocol/table.ts";
import { find } from "../protocol/table-search.ts";
import { removeAt } from "../protocol/table-removal.ts";
import { dictUpdate } from "./containers.ts";

/** Marks that `collections.abc` sets on the classes registered with Sequence and Mapping. */
const SEQUENCE_MARK = "__krait_sequence__";
const MAPPING_MARK = "__krait_mapping__";

const MAPPINGS: ReadonlySet<PyType> = new Set([dictType, mappingProxyType, frameLocalsType]);
const SEQUENCES: ReadonlySet<PyType> = new Set([listType, tupleType, rangeType, memoryViewType]);

/** The mark of the first class along the MRO that is a sequence or a mapping: what derives from both is one of them. */
function markOf({ mro }: PyType): string | null {
  for (const type of mro) {
    if (SEQUENCES.has(type) || type.namespace.has(SEQUENCE_MARK)) return SEQUENCE_MARK;
    if (MAPPINGS.has(type) || type.namespace.has(MAPPING_MARK)) return MAPPING_MARK;
  }
  return null;
}

/** Whether a value matches `[...]` patterns. */
export function isSequence(value: Value): boolean {
  const type = typeOf(value);
  if (type === listType || type === tupleType) return true;
  return markOf(type) === SEQUENCE_MARK;
}

/** Whether a value matches `{...}` patterns. */
export function isMapping(value: Value): boolean {
  const type = typeOf(value);
  return type === dictType || markOf(type) === MAPPING_MARK;
}

interface KeysState {
  readonly subject: Value;
  readonly keys: readonly Value[];
  readonly values: Value[];
  get: Value | undefined;
}

/** The values of the keys of a mapping pattern as a tuple, or None when one is missing. */
export function matchKeys(vm: Machine, subject: Value, keys: PyTuple): Result {
  // Keys that are literals were compared by the compiler; dotted names have their values only now.
  for (let i = 1; i < keys.items.length; i++) {
    const key = keys.items[i] as Value;
    if (!keys.items.slice(0, i).some((other) => structuralEquals(other, key, 0) === true)) continue;
    const text = typeof key === "object" ? typeOf(key).name : repr(vm, key);
    return raiseValueError(vm, `mapping pattern checks duplicate key (${asString(text)})`);
  }
  const state: KeysState = { subject, keys: keys.items, values: [], get: undefined };
  return pushNative(vm, keysOp, state);
}

const keysOp: NativeOp<KeysState> = {
  name: "mapping pattern",
  step(vm, state, input) {
    const { subject, keys, values } = state;
    let answer: Result = input;
    if (subject instanceof PyDict && subject.type === dictType) {
      if (answer !== undefined) {
        if (answer === DONE) return NONE;
        values.push(answer);
      }
      while (values.length < keys.length) {
        answer = dictGet(vm, subject, keys[values.length] as Value, DONE);
        if (answer === undefined) return undefined;
        if (answer === DONE) return NONE;
        values.push(answer);
      }
      return newTuple(values);
    }
    if (state.get === undefined) {
      if (answer === undefined) answer = getAttribute(vm, subject, "get");
      if (answer === undefined) return undefined;
      state.get = answer;
      answer = undefined;
    }
    for (;;) {
      if (answer !== undefined) {
        if (answer === ABSENT_MARK) return NONE;
        values.push(answer);
      }
      if (values.length === keys.length) return newTuple(values);
      answer = call(vm, state.get, [keys[values.length] as Value, ABSENT_MARK]);
      if (answer === undefined) return undefined;
    }
  },
};

/** Default for `get` that no mapping holds. */
const ABSENT_MARK: Value = shared(newTuple([NONE, DONE]));

/** A dict of what a mapping pattern's `**rest` gets. */
export function matchRest(vm: Machine, subject: Value, keys: PyTuple): Result {
  return pushNative(vm, restOp, { subject, keys: keys.items, rest: newDict(), isCopied: false });
}

const restOp: NativeOp<{ subject: Value; keys: readonly Value[]; rest: PyDict; isCopied: boolean }> = {
  name: "mapping pattern",
  step(vm, state) {
    if (!state.isCopied) {
      state.isCopied = true;
      if (dictUpdate(vm, state.rest, state.subject) === undefined) return undefined;
    }
    for (const key of state.keys) {
      const at = find(vm, state.rest, key);
      if (at >= 0) removeAt(vm, state.rest, at);
    }
    return vm.error === null ? state.rest : undefined;
  },
};

/** The built-in types whose class pattern takes the subject itself as its one positional argument. */
const SELF_MATCHING: readonly PyType[] = [
  boolType,
  byteArrayType,
  bytesType,
  dictType,
  floatType,
  frozenSetType,
  intType,
  listType,
  setType,
  strType,
  tupleType,
];

interface ClassState {
  readonly subject: Value;
  readonly type: PyType;
  readonly positional: number;
  readonly keywords: readonly string[];
  names: string[] | null;
  readonly values: Value[];
  stage: "check" | "names" | "attributes";
}

/** The attributes that a class pattern looks at, as a tuple, or None when it does not match. */
export function matchClass(vm: Machine, subject: Value, type: Value, positional: number, names: PyTuple): Result {
  if (!(type instanceof PyType)) return raiseTypeError(vm, "called match pattern must be a class");
  const keywords = names.items as readonly string[];
  const state: ClassState = { subject, type, positional, keywords, names: null, values: [], stage: "check" };
  return pushNative(vm, classOp, state);
}

const classOp: NativeOp<ClassState> = {
  name: "class pattern",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === "check") {
      if (answer === undefined) answer = isInstance(vm, state.subject, state.type);
      if (answer === undefined) return undefined;
      if (answer !== true) return NONE;
      state.stage = "names";
      answer = undefined;
    }
    if (state.stage === "names") {
      if (state.positional > 0) {
        if (answer === undefined) answer = getAttribute(vm, state.type, "__match_args__");
        if (answer === undefined) return vm.error === null ? undefined : selfMatch(vm, state);
      }
      if (!takeNames(vm, state, answer)) return undefined;
      state.stage = "attributes";
      answer = undefined;
    }
    const names = state.names as string[];
    for (;;) {
      if (answer !== undefined) state.values.push(answer);
      if (state.values.length === names.length) return newTuple(state.values);
      answer = getAttribute(vm, state.subject, names[state.values.length] as string);
      if (answer === undefined)
        return vm.error !== null && catchError(vm, attributeErrorType) !== null ? NONE : undefined;
    }
  },
  raised(vm, state) {
    if (state.stage === "names") return selfMatch(vm, state);
    if (state.stage === "attributes" && catchError(vm, attributeErrorType) !== null) return NONE;
    return undefined;
  },
};

/** A class without `__match_args__`: some built-ins match the subject itself. Ends the pattern. */
function selfMatch(vm: Machine, state: ClassState): Result {
  const { type, positional } = state;
  if (catchError(vm, attributeErrorType) === null) return undefined;
  const isSelf = SELF_MATCHING.some((builtin) => type.isSubtype(builtin));
  if (!isSelf || positional > 1) return tooManyPatterns(vm, type, positional, isSelf ? 1 : 0);
  if (state.keywords.length === 0) return newTuple([state.subject]);
  // Keyword attributes come after the subject itself.
  state.values.push(state.subject);
  state.names = ["", ...state.keywords];
  state.stage = "attributes";
  return undefined;
}

function tooManyPatterns(vm: Machine, type: PyType, given: number, accepted: number): undefined {
  const plural = accepted === 1 ? "" : "s";
  return raiseTypeError(vm, `${type.name}() accepts ${accepted} positional sub-pattern${plural} (${given} given)`);
}

/** Work out the attribute names, in order; false after raising. */
function takeNames(vm: Machine, state: ClassState, matchArgs: Value | undefined): boolean {
  const { type, positional, keywords } = state;
  const names: string[] = [];
  if (positional > 0) {
    if (!(matchArgs instanceof PyTuple)) {
      raiseTypeError(vm, `${type.name}.__match_args__ must be a tuple (got ${typeOf(matchArgs as Value).name})`);
      return false;
    }
    if (matchArgs.items.length < positional) {
      tooManyPatterns(vm, type, positional, matchArgs.items.length);
      return false;
    }
    for (const name of matchArgs.items.slice(0, positional)) {
      if (typeof name !== "string") {
        raiseTypeError(vm, `__match_args__ elements must be strings (got ${typeOf(name).name})`);
        return false;
      }
      names.push(name);
    }
  }
  for (const name of [...names.splice(0), ...keywords]) {
    if (names.includes(name)) {
      raiseTypeError(vm, `${type.name}() got multiple sub-patterns for attribute '${name}'`);
      return false;
    }
    names.push(name);
  }
  state.names = names;
  return true;
}
