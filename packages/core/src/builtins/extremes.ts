// min and max.
import { floatType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { callWith } from "../protocol/call-plainly.ts";
import { CompareKind, compareTruth } from "../protocol/compare.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { getIterator, next, plainItems } from "../protocol/iterate.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";

const STRIDE = 1024;

interface ExtremeState {
  readonly name: "min" | "max";
  readonly iterable: Value | null;
  readonly items: readonly Value[] | null;
  iterator: Value | null;
  at: number;
  readonly key: Value;
  readonly fallback: Value | undefined;
  item: Value | undefined;
  itemKey: Value | undefined;
  best: Value | undefined;
  bestKey: Value | undefined;
  stage: "iterator" | "item" | "key" | "compare";
}

function extreme(name: "min" | "max") {
  return (vm: Machine, args: readonly Value[], key: Value = NONE, fallback?: Value): Result => {
    if (args.length === 0) return raiseTypeError(vm, `${name} expected at least 1 argument, got 0`);
    const isMany = args.length > 1;
    if (isMany && fallback !== undefined) {
      return raiseTypeError(vm, `Cannot specify a default for ${name}() with multiple positional arguments`);
    }
    const iterable = isMany ? null : (args[0] as Value);
    const items = iterable === null ? args : plainItems(iterable);
    if (items !== null && key === NONE) {
      const plain = plainExtreme(name, items);
      if (plain !== undefined) return plain;
    }
    return pushNative(vm, extremeOp, {
      name,
      iterable,
      items,
      iterator: null,
      at: 0,
      key,
      fallback,
      item: undefined,
      itemKey: undefined,
      best: undefined,
      bestKey: undefined,
      stage: items === null ? "iterator" : "item",
    });
  };
}

/** The extreme of plain numbers; undefined when there is anything else. */
function plainExtreme(name: "min" | "max", items: readonly Value[]): Value | undefined {
  if (items.length > STRIDE) return undefined;
  const first = items[0];
  const second = items[1];
  if (items.length === 2 && typeof first === "number" && typeof second === "number") {
    return (name === "min" ? second < first : second > first) ? second : first;
  }
  let best: Value | undefined;
  let most = 0;
  for (const item of items) {
    const value = plainNumber(item);
    if (value === undefined) return undefined;
    if (best === undefined || (name === "min" ? value < most : value > most)) {
      best = item;
      most = value;
    }
  }
  return best;
}

function plainNumber(item: Value): number | undefined {
  if (typeof item === "number") return item;
  return item instanceof PyFloat && item.type === floatType ? item.v : undefined;
}

const extremeOp: NativeOp<ExtremeState> = {
  name: "min or max",
  accept(_vm, state, item) {
    const { best, key, name, stage } = state;
    if (stage !== "item" || key !== NONE) return false;
    const value = plainNumber(item);
    const most = best === undefined ? value : plainNumber(best);
    if (value === undefined || most === undefined) return false;
    if (best === undefined || (name === "min" ? value < most : value > most)) {
      state.best = item;
      state.bestKey = item;
    }
    return true;
  },
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === "iterator") {
      answer ??= getIterator(vm, state.iterable as Value);
      if (answer === undefined) return undefined;
      state.iterator = answer;
      state.stage = "item";
      answer = undefined;
    }
    for (let left = STRIDE; left > 0; left--) {
      if (state.stage === "item") {
        answer ??= state.items === null ? next(vm, state.iterator as Value) : (state.items[state.at++] ?? DONE);
        if (answer === undefined) return undefined;
        if (answer === DONE) return finish(vm, state);
        state.item = answer;
        state.stage = "key";
        answer = state.key === NONE ? answer : callWith(vm, state.key, answer);
        if (answer === undefined) return undefined;
      }
      if (state.stage === "key") {
        state.itemKey = answer as Value;
        if (state.bestKey === undefined) answer = true;
        else {
          state.stage = "compare";
          const kind = state.name === "min" ? CompareKind.Less : CompareKind.Greater;
          answer = compareTruth(vm, kind, state.itemKey, state.bestKey);
          if (answer === undefined) return undefined;
        }
      }
      if (answer === true) {
        state.best = state.item;
        state.bestKey = state.itemKey;
      }
      state.stage = "item";
      answer = undefined;
    }
    return more(vm);
  },
};

function finish(vm: Machine, { best, fallback, name }: ExtremeState): Result {
  return best ?? fallback ?? raiseValueError(vm, `${name}() iterable argument is empty`);
}

type Extreme = (vm: Machine, args: readonly Value[], key?: Value, fallback?: Value) => Result;

export const min: Extreme = extreme("min");
export const max: Extreme = extreme("max");
