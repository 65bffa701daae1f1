// Finding the entry of a key in the hash table behind dict and set, where no Python has to run for it.
import { tupleType } from "../objects/builtin-types.ts";
import { chargeSteps, codeOfHash, codeOfInt, firstOf, type HashIndex } from "../objects/hash-index.ts";
import type { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import { PyTuple } from "../objects/sequences.ts";
import { entryOfText, indexInts, LONG_TEXT, type Table, UNINDEXED_ENTRIES } from "../objects/table.ts";
import { KeyKind } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { charge } from "./charge.ts";
import { keyKind, structuralHash } from "./hash.ts";
import { raiseTypeError } from "./raise.ts";
import { structuralEquals } from "./structural.ts";

/** `find` found no entry. */
export const ABSENT = -1;
/** `find` cannot tell without running Python: use `withEntry`. */
export const FOREIGN = -2;
/** `find` has raised: the key is unhashable. */
export const RAISED = -3;

/** The key under which an index keeps a value, ints in `Table.hashed` and others in `Table.index`; undefined for others. */
export function indexKey(key: Value): unknown {
  switch (typeof key) {
    case "string":
    case "number":
      return key;
    // V8 hashes bigints by their lowest bits alone.
    case "bigint":
      return undefined;
    case "boolean":
      return key ? 1 : 0;
    default: {
      if (key instanceof PyFloat) {
        const v = key.v;
        // A NaN is equal to itself only by identity.
        if (Number.isNaN(v)) return key;
        return Number.isInteger(v) && !Number.isSafeInteger(v) ? undefined : v;
      }
      // A complex number on the real axis is equal to that real number.
      if (key instanceof PyComplex && key.imaginary === 0 && !Number.isNaN(key.real)) {
        return indexKey(new PyFloat(key.real));
      }
      const kind = keyKind(key.type);
      if (kind === KeyKind.Identity) return key;
      return kind === KeyKind.Payload ? indexKey((key as PyPayload).payload) : undefined;
    }
  }
}

/** The entry of `key`: its position, or ABSENT, FOREIGN or RAISED. */
export function find(vm: Machine, table: Table, key: Value): number {
  if (typeof key === "object" && key.type === tupleType) return findStructural(vm, table, key);
  const simple = typeof key === "string" || typeof key === "number" ? key : indexKey(key);
  if (simple !== undefined) {
    let at: number | undefined;
    if (typeof simple === "number" && Number.isSafeInteger(simple)) at = entryOfInt(vm, table, simple);
    else if (typeof simple === "string" && (table.index === null || simple.length > LONG_TEXT)) {
      charge(vm, simple.length);
      at = entryOfText(table, simple);
    } else if (table.index !== null) at = table.index.get(simple);
    if (at !== undefined && at >= 0) return at;
    return table.foreign === null ? ABSENT : FOREIGN;
  }
  const kind = keyKind(typeOf(key));
  if (kind === KeyKind.Unhashable) {
    raiseTypeError(vm, `unhashable type: '${(key as PyPayload).type.name}'`);
    return RAISED;
  }
  return kind === KeyKind.Foreign ? FOREIGN : findStructural(vm, table, key);
}

/** The entry of an int or of what equals it, or ABSENT. */
function entryOfInt(vm: Machine, table: Table, int: number): number {
  let { hashed } = table;
  if (hashed === null) {
    if (table.keys.length <= UNINDEXED_ENTRIES) return table.keys.indexOf(int);
    hashed = indexInts(table);
  }
  return searchInt(vm, table, hashed, int, codeOfInt(int));
}

export function searchInt(vm: Machine, { keys }: Table, hashed: HashIndex, int: number, code: number): number {
  const { links } = hashed;
  let steps = 0;
  for (let entry = firstOf(hashed, code); entry > 0; entry = (links[2 * entry - 1] as number) - 1) {
    const key = keys[entry - 1] as Value;
    if (key === int) return entry - 1;
    steps++;
    if (typeof key !== "number" && links[2 * entry - 2] === code && indexKey(key) === int) return entry - 1;
  }
  chargeSteps(vm, steps);
  return ABSENT;
}

/** The entry of a key whose hash and equality are those of what it holds, or ABSENT or FOREIGN. */
function findStructural(vm: Machine, table: Table, key: Value): number {
  const hash = structuralHash(vm, key, 0);
  return hash === undefined ? FOREIGN : searchStructural(vm, table, key, codeOfHash(hash));
}

export function searchStructural(vm: Machine, table: Table, key: Value, code: number): number {
  const { hashed } = table;
  if (hashed !== null) {
    const { links } = hashed;
    let steps = 0;
    for (let entry = firstOf(hashed, code); entry > 0; entry = (links[2 * entry - 1] as number) - 1) {
      steps++;
      if (links[2 * entry - 2] !== code) continue;
      const other = table.keys[entry - 1] as Value;
      if (other === key) return entry - 1;
      if (other instanceof PyTuple && key instanceof PyTuple && areSamePlainly(other, key)) return entry - 1;
      const same = structuralEquals(other, key, 0);
      if (same === true) return entry - 1;
      if (same === undefined) return FOREIGN;
    }
    chargeSteps(vm, steps);
  }
  return table.foreign === null ? ABSENT : FOREIGN;
}

/** Whether two exact tuples hold the very same items; false when a closer look is due. */
function areSamePlainly(a: PyTuple, b: PyTuple): boolean {
  const { items } = a;
  if (a.type !== tupleType || b.type !== tupleType || items.length !== b.items.length) return false;
  for (let i = 0; i < items.length; i++) if (items[i] !== b.items[i]) return false;
  return true;
}
