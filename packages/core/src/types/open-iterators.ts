// Opening the iterators of several iterables, for zip and map; and the common end of `__next__`.
import { stopIterationType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { DONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { getIterator } from "../protocol/iterate.ts";
import { opensAtOnce } from "../protocol/leaf-iterator.ts";
import { raiseNew } from "../protocol/raise.ts";

/** What to do with the iterators: static data. */
export interface OpenThen<X> {
  run(vm: Machine, iterators: readonly Value[], extra: X): Result;
}

/** Get the iterator of each iterable, then run `then`. */
export function openAll<X>(vm: Machine, iterables: readonly Value[], then: OpenThen<X>, extra: X): Result {
  if (iterables.length > 0 && !iterables.every(opensAtOnce)) {
    return asking(vm, opening, { iterables, iterators: [], then: then as OpenThen<unknown>, extra });
  }
  const iterators: Value[] = [];
  for (const iterable of iterables) {
    const iterator = getIterator(vm, iterable);
    if (iterator === undefined) return undefined;
    iterators.push(iterator);
  }
  return then.run(vm, iterators, extra);
}

interface Opening {
  readonly iterables: readonly Value[];
  readonly iterators: Value[];
  readonly then: OpenThen<unknown>;
  readonly extra: unknown;
}

const opening: Asking<Opening> = {
  ask: (vm, { iterables, iterators }) => getIterator(vm, iterables[iterators.length] as Value),
  take(vm, { iterables, iterators, then, extra }, answer): Result | typeof AGAIN {
    iterators.push(answer);
    return iterators.length < iterables.length ? AGAIN : then.run(vm, iterators, extra);
  },
};

/** The answer of a `__next__` that has its item: StopIteration when there was none. */
export function itemOrStop(vm: Machine, item: Result): Result {
  return item === DONE ? raiseNew(vm, stopIterationType) : item;
}
