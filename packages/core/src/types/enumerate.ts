// The type enumerate.
import { enumerateType } from "../objects/builtin-types.ts";
import { PyEnumerate } from "../objects/lazy-iterators.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { hosted, type Hosted, stepForItem } from "../protocol/hosting.ts";
import { next } from "../protocol/iterate.ts";
import { countedPair, isLeafIterator, nextLeaf, weightOver } from "../protocol/leaf-iterator.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { DONE } from "../objects/singletons.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { classMethod, defineType, method, newMethod } from "./define.ts";
import { classGetItem } from "./generic-alias.ts";
import { reduceByType } from "./iterator-reduce.ts";
import { classFor } from "../protocol/class-for.ts";
import { itemOrStop, openAll, type OpenThen } from "./open-iterators.ts";

const DOC = "An iterator over pairs of a count, from start on, and an item of the iterable.";

const openThen: OpenThen<{ readonly type: PyType; readonly start: number | bigint }> = {
  run: (_vm, iterators, { type, start }) => {
    const iterator = iterators[0] as Value;
    return new PyEnumerate(type, iterator, weightOver([iterator]), start);
  },
};

const NEXT: Hosted<PyEnumerate> = hosted({
  name: "enumerate.__next__",
  step(vm, self, input) {
    const item = input ?? next(vm, self.iterator);
    return item === undefined || item === DONE ? itemOrStop(vm, item) : countedPair(self, item);
  },
});

export function defineEnumerate(): void {
  defineType(enumerateType, DOC, {
    __new__: newMethod(
      "iterable=None, start=0",
      converting([Want.Any, Want.Index], (vm: Machine, cls: Value, iterable?: Value, start: number | bigint = 0) => {
        const type = classFor(vm, enumerateType, cls);
        if (type === undefined) return undefined;
        // Declared optional because the message for its absence has no position, but for a derived class.
        if (iterable === undefined) {
          const position = type === enumerateType ? "" : " (pos 1)";
          return raiseTypeError(vm, `enumerate() missing required argument 'iterable'${position}`);
        }
        return openAll(vm, [iterable], openThen, { type, start });
      }),
    ),
    __iter__: method("", (_vm, self: PyEnumerate) => self),
    __next__: method("", (vm, self: PyEnumerate) =>
      isLeafIterator(self) ? itemOrStop(vm, nextLeaf(vm, self)) : stepForItem(vm, NEXT, self),
    ),
    __reduce__: reduceByType((self: PyEnumerate) => [self.iterator, self.count]),
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}
