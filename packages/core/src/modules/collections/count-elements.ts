// Counting items into a mapping, for Counter.
import { dictType } from "../../objects/builtin-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyDict } from "../../objects/table.ts";
import type { Result, Value } from "../../objects/value.ts";
import { arithmetic } from "../../protocol/arithmetic.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { getAttribute } from "../../protocol/attribute.ts";
import { call } from "../../protocol/call.ts";
import { each, type EachAction, NEEDS_FRAME } from "../../protocol/each.ts";
import { isInherited } from "../../protocol/lookup.ts";
import { BinaryKind } from "../../protocol/operators.ts";
import { setItem } from "../../protocol/subscript.ts";
import { dictGet, dictSet, insert } from "../../protocol/table.ts";
import { ABSENT, find } from "../../protocol/table-search.ts";

interface Count {
  readonly mapping: Value;
  /** The mapping where its entries may be set without its methods. */
  readonly dict: PyDict | null;
  /** `mapping.get`, for other mappings. */
  readonly get: Value;
}

/** One more of an item: undefined when that takes a frame (or after raising). */
function countLeaf(vm: Machine, dict: PyDict, item: Value): Value | undefined {
  const at = find(vm, dict, item);
  if (at === ABSENT) {
    dict.values[insert(vm, dict, item, null)] = 1;
    return NONE;
  }
  if (at < 0) return undefined;
  const known = dict.values[at];
  if (typeof known !== "number" || known >= Number.MAX_SAFE_INTEGER) return undefined;
  dict.values[at] = known + 1;
  return NONE;
}

interface OneMore {
  readonly count: Count;
  readonly item: Value;
  known: Value | null;
  sum: Value | null;
}

const ONE_MORE: Asking<OneMore> = {
  ask(vm, { count, item, known, sum }) {
    const { dict, get, mapping } = count;
    if (known === null) return dict === null ? call(vm, get, [item, 0]) : dictGet(vm, dict, item, 0);
    if (sum === null) return arithmetic(vm, BinaryKind.Add, known, 1);
    return dict === null ? setItem(vm, mapping, item, sum) : dictSet(vm, dict, item, sum);
  },
  take(_vm, state, answer) {
    if (state.known === null) state.known = answer;
    else if (state.sum === null) state.sum = answer;
    else return NONE;
    return AGAIN;
  },
};

const countEach: EachAction<Count> = {
  leaf(vm, { dict }, item) {
    if (dict === null) return NEEDS_FRAME;
    const done = countLeaf(vm, dict, item);
    return done === undefined && vm.error === null ? NEEDS_FRAME : done;
  },
  item(vm, count, item) {
    const done = count.dict === null ? undefined : countLeaf(vm, count.dict, item);
    if (done !== undefined || vm.error !== null) return done;
    return asking(vm, ONE_MORE, { count, item, known: null, sum: null });
  },
  end: () => NONE,
};

const WITH_GET: Asking<{ readonly mapping: Value; readonly iterable: Value }> = {
  ask: (vm, { mapping }) => getAttribute(vm, mapping, "get"),
  take: (vm, { mapping, iterable }, get) => each(vm, iterable, countEach, { mapping, dict: null, get }),
};

/** `_count_elements(mapping, iterable)`: add 1 to the value of each item. */
export function countElements(vm: Machine, mapping: Value, iterable: Value): Result {
  if (mapping instanceof PyDict) {
    const { type } = mapping;
    if (isInherited(type, "get", dictType) && isInherited(type, "__setitem__", dictType)) {
      return each(vm, iterable, countEach, { mapping, dict: mapping, get: NONE });
    }
  }
  return asking(vm, WITH_GET, { mapping, iterable });
}
