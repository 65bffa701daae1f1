// Hashing: how a type's instances behave as keys, native hashes, and Python's `hash()`.
import { askMethod, methodAnswer } from "./method-answer.ts";
import {
  bytesType,
  complexType,
  floatType,
  frozenSetType,
  intType,
  objectType,
  strType,
  tupleType,
} from "../objects/builtin-types.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import { PyMethod } from "../objects/function.ts";
import { mixText } from "../objects/hash-index.ts";
import type { Machine } from "../objects/machine.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import type { PySlice } from "../objects/sequences.ts";
import { PyBytes, PyRange, PyTuple } from "../objects/sequences.ts";
import { PyRecord } from "../objects/record.ts";
import { NONE } from "../objects/singletons.ts";
import { LONG_TEXT, PySet } from "../objects/table.ts";
import { KeyKind, type PyType } from "../objects/type.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Result, Value } from "../objects/value.ts";
import { hashComplex, hashFloat, hashInt, hashTuple } from "../numeric/hash.ts";
import { hashString } from "../text/str-hash.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { charge, sizeOf } from "./charge.ts";
import { callMethod } from "./call.ts";
import { more, pushNative } from "./frames.ts";
import { raiseTypeError } from "./raise.ts";

/** Containers nested deeper than this as keys are hashed by a native frame. */
export const STRUCTURE_DEPTH = 100;

/** How instances of `type` behave as keys; cached on the type until it changes. */
export function keyKind(type: PyType): KeyKind {
  if (type.keyKind === KeyKind.Unknown) type.keyKind = findKeyKind(type);
  return type.keyKind;
}

/** The types whose heirs hold their value as a payload. */
const PAYLOADS: readonly PyType[] = [intType, floatType, complexType, strType, bytesType];

function findKeyKind(type: PyType): KeyKind {
  const hash = type.lookup("__hash__");
  if (hash === undefined || hash === NONE) return KeyKind.Unhashable;
  if (!(hash instanceof NativeFunction)) return KeyKind.Foreign;
  const equal = type.lookup("__eq__");
  if (!(equal instanceof NativeFunction)) return KeyKind.Foreign;
  // None has a hash of its own, and yet is equal to itself alone.
  if (equal.owner === objectType && (hash.owner === objectType || type.isBuiltin)) return KeyKind.Identity;
  if (equal.owner !== hash.owner) return KeyKind.Foreign;
  if (type.isBuiltin) return KeyKind.Structural;
  return PAYLOADS.includes(type.layout) ? KeyKind.Payload : KeyKind.Structural;
}

/**
 * A 32-bit hash of a natively comparable key (tuple, frozenset, bytes, ...), for `Table.hashed`; undefined when
 * something inside is not native or too deep. Equal keys have equal hashes; it is not Python's `hash`.
 */
export function structuralHash(vm: Machine, key: Value, depth: number, work: Work | null = null): number | undefined {
  switch (typeof key) {
    case "number":
      return Number.isInteger(key) && (key | 0) === key ? key : mixText(String(key));
    case "boolean":
      return key ? 1 : 0;
    case "string":
      return mixText(key);
    case "bigint": {
      const rest = hashInt(key);
      return typeof rest === "number"
        ? structuralHash(vm, rest, depth)
        : Number(BigInt.asIntN(32, rest ^ (rest >> 30n)));
    }
    default:
      return structuralHashOfObject(vm, key, depth, work);
  }
}

/** Items that one structural hash may look at: shared structure would make it exponential. */
const ALLOWANCE = 100_000;

/** How many items a hash may still look at. */
interface Work {
  left: number;
}

function tupleHash(vm: Machine, items: readonly Value[], depth: number, given: Work | null): number | undefined {
  if (depth > STRUCTURE_DEPTH || (given !== null && --given.left < 0)) return undefined;
  let work = given;
  let hash = 0x345678 ^ items.length;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Value;
    let part: number | undefined;
    if (typeof item === "number" && (item | 0) === item) part = item;
    else {
      work ??= { left: ALLOWANCE - 1 };
      if (typeof item === "string" && item.length > LONG_TEXT) {
        charge(vm, item.length);
        work.left -= item.length >> 4;
        if (work.left < 0) return undefined;
      }
      part = structuralHash(vm, item, depth + 1, work);
      if (part === undefined) return undefined;
    }
    hash = Math.imul(hash ^ part, 0x01000193) ^ (hash >>> 15);
  }
  return hash;
}

function structuralHashOfObject(
  vm: Machine,
  key: Exclude<Value, number | boolean | string | bigint>,
  depth: number,
  given: Work | null,
): number | undefined {
  if (key.type === tupleType) return tupleHash(vm, (key as PyTuple).items, depth, given);
  if (key instanceof PyFloat) {
    if (Number.isInteger(key.v))
      return structuralHash(vm, Number.isSafeInteger(key.v) ? key.v + 0 : BigInt(key.v), depth);
    return mixText(String(key.v));
  }
  switch (keyKind(key.type)) {
    case KeyKind.Payload:
      return structuralHash(vm, (key as PyPayload).payload, depth, given);
    case KeyKind.Identity:
      return mixIdentity(vm, key);
    case KeyKind.Structural:
      break;
    default:
      return undefined;
  }
  if (key instanceof PySet && key.code !== null) return key.code;
  if (key instanceof PyTuple) return tupleHash(vm, key.items, depth, given);
  if (depth > STRUCTURE_DEPTH) return undefined;
  const work = given ?? { left: ALLOWANCE };
  if (--work.left < 0) return undefined;
  if (key instanceof PySet) {
    let hash = key.size;
    for (const item of key.keys) {
      if (item === undefined) continue;
      const part = structuralHash(vm, item, depth + 1, work);
      if (part === undefined) return undefined;
      hash ^= Math.imul(part ^ 0x9e3779b9, 0x85ebca6b);
    }
    // What is no frozenset may change.
    if (key.type.layout === frozenSetType) key.code = hash;
    return hash;
  }
  if (key instanceof PyRecord) {
    let hash = mixText(key.type.name);
    for (const part of key.parts()) hash = Math.imul(hash ^ (structuralHash(vm, part, depth) as number), 0x01000193);
    return hash ^ (hash >>> 15);
  }
  if (key instanceof PyBytes) {
    charge(vm, key.data.length);
    work.left -= key.data.length >> 4;
    let hash = 0x811c9dc5;
    for (const byte of key.data) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash;
  }
  if (key instanceof PyComplex) {
    return key.imaginary === 0
      ? structuralHash(vm, new PyFloat(key.real), depth)
      : mixText(`${key.real}:${key.imaginary}`);
  }
  if (key instanceof PyRange) return mixText(`range ${key.length} ${key.length > 0 ? key.start : ""}`);
  if (key instanceof PyMethod || key instanceof BoundNative) {
    const { self } = key;
    return typeof self === "object" && !(self instanceof PyFloat) ? mixIdentity(vm, self) : mixText(key.type.name);
  }
  // The hash of other natives (views, references, aliases, slices) may ask what they hold, and raise.
  return undefined;
}

/** Neighbours are far apart. */
function mixIdentity(vm: Machine, object: object): number {
  return Math.imul(hashOfIdentity(vm, object), 0x9e3779b1);
}

/** Python's `hash(value)`. */
export function hash(vm: Machine, value: Value): Result {
  switch (typeof value) {
    case "number":
    case "bigint":
      return hashInt(value);
    case "boolean":
      return value ? 1 : 0;
    case "string":
      charge(vm, value.length);
      return hashString(value);
    default:
      return hashObject(vm, value);
  }
}

function hashObject(vm: Machine, value: Exclude<Value, number | boolean | string | bigint>): Result {
  if (value instanceof PyFloat) {
    return Number.isNaN(value.v) ? hashOfIdentity(vm, value) : hashFloat(value.v);
  }
  if (value instanceof PyComplex) return hashComplex(value.real, value.imaginary);
  const kind = keyKind(value.type);
  if (kind === KeyKind.Identity) return hashOfIdentity(vm, value);
  if (kind === KeyKind.Payload) return hash(vm, (value as PyPayload).payload);
  if (kind === KeyKind.Unhashable) {
    return raiseTypeError(vm, `unhashable type: '${value.type.name}'`);
  }
  const method = value.type.lookup("__hash__");
  if (method === undefined) return raiseTypeError(vm, `unhashable type: '${value.type.name}'`);
  if (method instanceof NativeFunction) return callMethod(vm, method, value, []);
  return askMethod(vm, hashAnswer, method, value);
}

/** The hash of an object that is compared by identity. */
export function hashOfIdentity(vm: Machine, value: object): number {
  return vm.identityOf(value) / 16;
}

/** Asks a `__hash__` written in Python and folds its answer into 61 bits. */
const hashAnswer = methodAnswer("hash", (vm, given) => {
  let answer = given instanceof PyPayload ? given.payload : given;
  if (typeof answer === "boolean") answer = answer ? 1 : 0;
  if (typeof answer !== "number" && typeof answer !== "bigint") {
    return raiseTypeError(vm, "__hash__ method should return an integer");
  }
  // An answer that does not fit a machine word is folded as the hash of an int is; -1 is kept free.
  const fits = typeof answer === "number" || BigInt.asIntN(64, answer) === answer;
  const word = fits ? answer : hashInt(answer);
  return word === -1 ? -2 : word;
});

interface HashTupleState {
  readonly items: readonly Value[];
  readonly hashes: (number | bigint)[];
  readonly fold: (hashes: readonly (number | bigint)[]) => number | bigint;
}

/** What is hashed in one step: characters or bytes, and so many for each item. */
const PORTION = 1 << 18;
const EACH = 16;

/** Hash of a container from the hashes of its items, by `fold` (a static function of the type). */
export function hashItems(
  vm: Machine,
  items: readonly Value[],
  fold: (hashes: readonly (number | bigint)[]) => number | bigint,
): Result {
  const state: HashTupleState = { items, hashes: [], fold };
  charge(vm, items.length);
  return hashPortion(vm, state, true) ? fold(state.hashes) : pushNative(vm, hashItemsOp, state);
}

/** Hash more items, `onlyPlain` ones that need no frame; whether all are hashed. Raising and asking end it too. */
function hashPortion(vm: Machine, { items, hashes }: HashTupleState, onlyPlain: boolean): boolean | undefined {
  let left = PORTION;
  while (hashes.length < items.length) {
    const item = items[hashes.length] as Value;
    if (left <= 0 || (onlyPlain && typeof item !== "number" && typeof item !== "string")) return false;
    left -= EACH + sizeOf(item);
    const answer = hash(vm, item);
    if (answer === undefined) return undefined;
    hashes.push(answer as number);
  }
  return true;
}

const hashItemsOp: NativeOp<HashTupleState> = {
  name: "hash of items",
  step(vm, state, input) {
    if (input !== undefined) state.hashes.push(input as number);
    const isOver = hashPortion(vm, state, false);
    if (isOver === true) return state.fold(state.hashes);
    return isOver === undefined ? undefined : more(vm);
  },
};

/** `tuple.__hash__`. */
export function hashOfTuple(vm: Machine, tuple: PyTuple): Result {
  return hashItems(vm, tuple.items, hashTuple);
}

/** `slice.__hash__`. */
export function hashOfSlice(vm: Machine, slice: PySlice): Result {
  return hashItems(vm, [slice.start, slice.stop, slice.step], hashTuple);
}
