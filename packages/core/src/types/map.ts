// The type map.
import { mapType } from "../objects/builtin-types.ts";
import { PyMap } from "../objects/lazy-iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { DONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call } from "../protocol/call.ts";
import { callWith } from "../protocol/call-plainly.ts";
import { hosted, type Hosted, stepForItem } from "../protocol/hosting.ts";
import { next } from "../protocol/iterate.ts";
import { isLeafIterator, nextLeaf } from "../protocol/leaf-iterator.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { defineType, method, newMethod } from "./define.ts";
import { reduceByType } from "./iterator-reduce.ts";
import { classFor } from "../protocol/class-for.ts";
import { itemOrStop, openAll, type OpenThen } from "./open-iterators.ts";

const DOC = "An iterator over the results of a function, called with the items of each iterable.";

const openThen: OpenThen<{ readonly type: PyType; readonly func: Value }> = {
  run: (_vm, iterators, { type, func }) => new PyMap(type, func, iterators, iterators.every(isLeafIterator)),
};

function nextItem(vm: Machine, self: PyMap): Result {
  if (!self.isLeaf) return stepForItem(vm, NEXT, { map: self, args: [], isCalled: false });
  if (self.iterators.length === 1) {
    const item = nextLeaf(vm, self.iterators[0] as Value);
    return item === undefined || item === DONE ? itemOrStop(vm, item) : callWith(vm, self.func, item);
  }
  const args: Value[] = [];
  for (const iterator of self.iterators) {
    const item = nextLeaf(vm, iterator);
    if (item === undefined || item === DONE) return itemOrStop(vm, item);
    args.push(item);
  }
  return call(vm, self.func, args);
}

interface MapState {
  readonly map: PyMap;
  readonly args: Value[];
  isCalled: boolean;
}

const NEXT: Hosted<MapState> = hosted({
  name: "map.__next__",
  step(vm, state, input) {
    // DONE: a StopIteration of the function ends the map too.
    if (state.isCalled) return itemOrStop(vm, input);
    const { map, args } = state;
    let item: Result = input;
    while (args.length < map.iterators.length) {
      item ??= next(vm, map.iterators[args.length] as Value);
      if (item === undefined || item === DONE) return itemOrStop(vm, item);
      args.push(item);
      item = undefined;
    }
    state.isCalled = true;
    return args.length === 1 ? callWith(vm, map.func, args[0] as Value) : call(vm, map.func, args);
  },
});

export function defineMap(): void {
  defineType(mapType, DOC, {
    __new__: newMethod("*args", (vm, cls, args: Value[]) => {
      const type = classFor(vm, mapType, cls);
      if (type === undefined) return undefined;
      if (args.length < 2) return raiseTypeError(vm, "map() must have at least two arguments.");
      return openAll(vm, args.slice(1), openThen, { type, func: args[0] as Value });
    }),
    __iter__: method("", (_vm, self: PyMap) => self),
    __next__: method("", nextItem),
    __reduce__: reduceByType((self: PyMap) => [self.func, ...self.iterators]),
  });
}
