// The type frozenset.
import { frozenSetType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { foldHashes } from "../numeric/hash.ts";
import { hashItems } from "../protocol/hash.ts";
import { defineType, method, newMethod } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";
import { addAll, copyStep } from "./set-algebra.ts";
import { setEntries } from "./set-shared.ts";
import { hashesByKey, liveKeys } from "../protocol/table-copy.ts";

const DOC = "A collection of unique elements that cannot be changed.";

function hash(vm: Machine, self: PySet): Result {
  return self.hash ?? asking(vm, hashAsking, self);
}
const hashAsking: Asking<PySet> = {
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
    ...setEntries(),
    copy: method(
      "",
      (vm, self: PySet) => (self.type === frozenSetType ? self : copyStep.run(vm, self, self)),
      "The same items: of a frozenset, itself.",
    ),
  });
}
