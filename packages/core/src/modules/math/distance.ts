// hypot and dist.
import type { Machine } from "../../objects/machine.ts";
import { PyFloat } from "../../objects/numbers.ts";
import type { Result, Value } from "../../objects/value.ts";
import { dist, hypot } from "../../numeric/hypot.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { collect, type CollectThen } from "../../protocol/collect.ts";
import { newTuple } from "../../objects/make.ts";
import type { PyTuple } from "../../objects/sequences.ts";
import { raiseValueError } from "../../protocol/raise.ts";
import { float, type RealsThen, withReals } from "./reals.ts";

const hypotThen: RealsThen<null> = { run: (_vm, numbers) => new PyFloat(hypot(numbers)) };

export function hypotOf(vm: Machine, values: readonly Value[]): Result {
  return withReals(vm, values, hypotThen, null);
}

/** The numbers of both points, one after the other. */
const distThen: RealsThen<null> = {
  run(vm, numbers) {
    const half = numbers.length / 2;
    return float(vm, dist(numbers.slice(0, half), numbers.slice(half)));
  },
};

const itemsThen: CollectThen<null> = { run: (_vm, items) => newTuple(items.slice()) };

interface Points {
  readonly p: Value;
  readonly q: Value;
  first: readonly Value[] | null;
}

const POINTS: Asking<Points> = {
  ask: (vm, { p, q, first }) => collect(vm, first === null ? p : q, itemsThen, null),
  take(vm, state, answer) {
    const { items } = answer as PyTuple;
    if (state.first === null) {
      state.first = items;
      return AGAIN;
    }
    if (state.first.length !== items.length) {
      return raiseValueError(vm, "both points must have the same number of dimensions");
    }
    return withReals(vm, [...state.first, ...items], distThen, null);
  },
};

export function distOf(vm: Machine, p: Value, q: Value): Result {
  return asking(vm, POINTS, { p, q, first: null });
}
