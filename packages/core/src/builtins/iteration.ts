// Functions on iterables: all, any, iter, next, sorted, aiter, anext.
import { AnextAwaitable } from "../objects/async-step.ts";
import { generatorType, listType } from "../objects/builtin-types.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import { Tag } from "../objects/frame.ts";
import { PyGenerator } from "../objects/generator.ts";
import { CallableIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, typeOf } from "../objects/make.ts";
import type { PyList } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { callMethod } from "../protocol/call.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { itemOfDelegate, resumeGenerator } from "../protocol/generator.ts";
import { hosted, type Hosted, stepForItem } from "../protocol/hosting.ts";
import { getIterator, next } from "../protocol/iterate.ts";
import { isLeafIterator, nextLeaf } from "../protocol/leaf-iterator.ts";
import { raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { isCallable, truth } from "../protocol/truth.ts";
import { sortList } from "../types/list-sort.ts";

function searching(name: string, stopAt: boolean): EachAction<null> {
  return {
    leaf: (vm, _state, item) => (typeof item === "object" && item !== NONE ? NEEDS_FRAME : truth(vm, item)),
    item: (vm, _state, item) => truth(vm, item),
    stopAt,
    isPure: true,
    end: (_vm, _state, isStopped) => isStopped === stopAt,
  };
}

const ALL = searching("all", false);
const ANY = searching("any", true);

export function all(vm: Machine, iterable: Value): Result {
  return each(vm, iterable, ALL, null);
}
export function any(vm: Machine, iterable: Value): Result {
  return each(vm, iterable, ANY, null);
}

export function iter(vm: Machine, object: Value, sentinel?: Value): Result {
  if (sentinel === undefined) return getIterator(vm, object);
  if (!isCallable(object)) return raiseTypeError(vm, "iter(v, w): v must be callable");
  return new CallableIterator(object, sentinel);
}

/** `next(iterator)` and, with a fallback, what to answer at the end. */
export function nextItem(vm: Machine, iterator: Value, fallback?: Value): Result {
  if (fallback === undefined && iterator instanceof PyGenerator && iterator.type === generatorType) {
    // StopIteration goes to the caller as it is, with what a generator returned.
    const answer = itemOfDelegate(vm, iterator) ?? resumeGenerator(vm, iterator, NONE);
    return answer === DONE ? raiseNew(vm, stopIterationType) : answer;
  }
  if (isLeafIterator(iterator)) {
    const item = nextLeaf(vm, iterator);
    return item === DONE ? (fallback ?? raiseNew(vm, stopIterationType)) : item;
  }
  const method = typeOf(iterator).lookup("__next__");
  if (method === undefined) return raiseTypeError(vm, `'${typeOf(iterator).name}' object is not an iterator`);
  if (fallback === undefined) return callMethod(vm, method, iterator, []);
  const { top } = vm.fiber;
  // The end is the fallback's, so that the call never sees it.
  if (top.op === null && top.then === null && top.tag === Tag.Push) top.tag = Tag.Next;
  return stepForItem(vm, NEXT, { iterator, fallback });
}

const NEXT: Hosted<{ readonly iterator: Value; readonly fallback: Value }> = hosted({
  name: "next",
  step(vm, { iterator, fallback }, input) {
    const item = input ?? next(vm, iterator);
    return item === DONE ? fallback : item;
  },
});

interface Sorting {
  readonly list: PyList;
  readonly key: Value;
  readonly reverse: Value;
}

const REVERSED: Asking<Sorting> = {
  ask: (vm, { reverse }) => truth(vm, reverse),
  take: (vm, { list, key }, answer) => sortList(vm, list, key, answer === true, list),
};

/** The keywords are those of `list.sort`, which refuses others once the items are there. */
const SORT: CollectThen<ReadonlyMap<string, Value>> = {
  run(vm, items, keywords) {
    const list = newList(items.slice());
    const key = keywords.get("key");
    const reverse = keywords.get("reverse");
    if (keywords.size > Number(key !== undefined) + Number(reverse !== undefined)) {
      return callMethod(vm, listType.lookup("sort") as Value, list, [], keywords);
    }
    if (typeof reverse === "object") return asking(vm, REVERSED, { list, key: key ?? NONE, reverse });
    return sortList(vm, list, key ?? NONE, Boolean(reverse), list);
  },
};

export function sorted(vm: Machine, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  const iterable = args[0];
  if (iterable === undefined || args.length > 1) {
    return raiseTypeError(vm, `sorted expected 1 argument, got ${args.length}`);
  }
  return collect(vm, iterable, SORT, keywords);
}

const AITER: Asking<{ readonly value: Value; readonly method: Value }> = {
  ask: (vm, { method, value }) => callMethod(vm, method, value, []),
  take(vm, _state, answer) {
    if (typeOf(answer).lookup("__anext__") !== undefined) return answer;
    return raiseTypeError(vm, `aiter() returned not an async iterator of type '${typeOf(answer).name}'`);
  },
};

export function aiter(vm: Machine, value: Value): Result {
  const method = typeOf(value).lookup("__aiter__");
  if (method === undefined) return raiseTypeError(vm, `'${typeOf(value).name}' object is not an async iterable`);
  return asking(vm, AITER, { value, method });
}

const ANEXT: Asking<{ readonly iterator: Value; readonly method: Value; readonly fallback: Value }> = {
  ask: (vm, { iterator, method }) => callMethod(vm, method, iterator, []),
  take: (_vm, { fallback }, awaitable) => new AnextAwaitable(awaitable, fallback),
};

export function anext(vm: Machine, iterator: Value, fallback?: Value): Result {
  const method = typeOf(iterator).lookup("__anext__");
  if (method === undefined) return raiseTypeError(vm, `'${typeOf(iterator).name}' object is not an async iterator`);
  return fallback === undefined
    ? callMethod(vm, method, iterator, [])
    : asking(vm, ANEXT, { iterator, method, fallback });
}
