// The reprs of several values, one after another, in a native frame where any of them needs Python.
import type { Machine } from "../objects/machine.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { repr } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";

/** What to do with the texts: static data, so that a native frame may hold it. */
export interface ReprsThen<X> {
  run(vm: Machine, texts: readonly string[], extra: X): Result;
}

interface ReprsState {
  readonly values: readonly Value[];
  readonly texts: string[];
  readonly then: ReprsThen<unknown>;
  readonly extra: unknown;
}

/** Ask the repr of every value, then run `then`. */
export function withReprs<X>(vm: Machine, values: readonly Value[], then: ReprsThen<X>, extra: X): Result {
  if (values.length === 0) return then.run(vm, [], extra);
  return asking(vm, REPRS, { values, texts: [], then: then as ReprsThen<unknown>, extra });
}

const REPRS: Asking<ReprsState> = {
  ask: (vm, { values, texts }) => repr(vm, values[texts.length] as Value),
  take(vm, { values, texts, then, extra }, answer) {
    texts.push(asString(answer) as string);
    return texts.length < values.length ? AGAIN : then.run(vm, texts, extra);
  },
};
