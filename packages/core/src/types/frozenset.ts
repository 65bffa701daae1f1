// The type frozenset.
import { frozenSetType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { normalize } from "../numeric/int.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { hashItems } from "../protocol/hash.ts";
import { defineType, method, newMethod } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";
import { addAll, copyStep } from "./set-algebra.ts";
import { setEntries } from "./set-shared.ts";
import { hashesByKey, liveKeys } from "../protocol/table-copy.ts";

const DOC = "A collection of unique elements that cannot be changed.";

/** Spread the bits of one item's hash before they are mixed with the others', in any order. */
function spread(hash: bigint): bigint {
  return BigInt.asUintN(64, (hash ^ 89869747n ^ BigInt.asUintN(64, hash << 16n)) * 3644798167n);
}

/** CPython's hash of a frozenset from those of its items. */
function foldHashes(hashes: readonly (number | bigint)[]): number | bigint {
  let mixed = 0n;
  for (const hash of hashes) mixed ^= spread(BigInt.asUintN(64, BigInt(hash)));
  mixed ^= BigInt.asUintN(64, BigInt(hashes.length + 1) * 1927868237n);
  mixed ^= (mixed >> 11n) ^ (mixed >> 25n);
  mixed = BigInt.asIntN(64, mixed * 69069n + 907133923n);
  return mixed === -1n ? 590923713 : normalize(mixed);
}

function hash(vm: Machine, self: PySet): Result {
  return self.hash ?? asking(vm, hashAsking, self);
}
const hashAsking: Asking<PySet> = {
  name: "frozenset.__hash__",
  ask: (vm, set) => {
    const known = hashesByKey(set);
    return known === null ? hashItems(vm, liveKeys(set), foldHashes) : foldHashes([...known.values()]);
  },
  take(_vm, set, answer): Result | typeof AGAIN {
    set.hash = answer as number | bigint;
    return answer;
  },
};

export function defineFrozenSet(): void {
  defineType(frozenSetType, DOC, {
    __new__: newMethod("iterable=(), /", (vm, cls, iterable?: Value) => {
      const type = classFor(vm, frozenSetType, cls);
      if (type === undefined) return undefined;
      if (type === frozenSetType && iterable instanceof PySet && iterable.type === type) return iterable;
      const set = new PySet(type);
      return iterable === undefined ? set : addAll(vm, set, iterable, set);
    }),
    __hash__: method("", hash),
    ...setEntries,
    copy: method(
      "",
      (vm, self: PySet) => (self.type === frozenSetType ? self : copyStep.run(vm, self, self)),
      "The same items: of a frozenset, itself.",
    ),
  });
}
