// Copies of iterators in progress: `__reduce__` and `__setstate__`, as the copy module asks for them.
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { asInt } from "../protocol/lookup.ts";
import { dictGetString } from "../protocol/table.ts";
import { method, type TypeEntry } from "./define.ts";
import { raiseNoInteger } from "../protocol/bad-argument.ts";

/** How to make such an iterator again: by the built-in `iter` or `reversed`, and the position to set afterwards. */
export interface Recipe {
  readonly maker: "iter" | "reversed";
  readonly args: readonly Value[];
  readonly position?: Value;
}

/** `__reduce__` of an iterator that has a recipe. */
// biome-ignore lint/suspicious/noExplicitAny: each type knows its own layout.
export function reduceBy(recipe: (self: any) => Recipe): TypeEntry {
  return method("", (vm: Machine, self: Value): Result => {
    const { maker, args, position } = recipe(self);
    const parts: Value[] = [dictGetString(vm.builtins, maker) ?? NONE, newTuple(args)];
    if (position !== undefined) parts.push(position);
    return newTuple(parts);
  });
}

/** `__reduce__` of an iterator that its own type makes. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export function reduceByType(args: (self: any) => readonly Value[]): TypeEntry {
  return method("", (_vm: Machine, self: Value): Result => newTuple([typeOf(self), newTuple(args(self))]));
}

/** `__setstate__` of an iterator that stands at a position from 0, or from -1, up to the length. */
export function setPosition(
  first: 0 | -1,
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  length: (self: any) => number,
): TypeEntry {
  return setStateBy((self, at) => {
    self.index = Math.max(first, Math.min(at, length(self)));
  });
}

/** `__setstate__` with an int. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export function setStateBy(set: (self: any, state: number) => void): TypeEntry {
  return method("state, /", (vm: Machine, self: Value, state: Value): Result => {
    const at = asInt(state);
    if (at === undefined) return raiseNoInteger(vm, state);
    set(self, Number(at));
    return NONE;
  });
}
