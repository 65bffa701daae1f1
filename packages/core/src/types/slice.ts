// The type slice.
import { sliceType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PySlice } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { sliceIndices } from "../numeric/int-slice.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { index } from "../protocol/conversion.ts";
import { hashOfSlice } from "../protocol/hash.ts";
import { asInt, special } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { defineType, member, method, newMethod, type TypeEntry } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";

const DOC = "What a subscript with colons selects: slice(stop) or slice(start, stop, step).";

type Part = number | bigint | undefined;

/** What to do with the parts of a slice as ints, undefined for None: static data. */
export interface PartsThen<X> {
  run(vm: Machine, start: Part, stop: Part, step: Part, extra: X): Result;
}

/** Make the parts of a slice ints, by `__index__` where need be, then run `then`. */
export function withParts<X>(vm: Machine, slice: PySlice, then: PartsThen<X>, extra: X): Result {
  // In the order in which CPython asks.
  return asking(vm, partsAsking, {
    wanted: [slice.step, slice.start, slice.stop],
    parts: [],
    then: then as PartsThen<unknown>,
    extra,
  });
}

interface Parts {
  readonly wanted: readonly Value[];
  readonly parts: Part[];
  readonly then: PartsThen<unknown>;
  readonly extra: unknown;
}

const partsAsking: Asking<Parts> = {
  ask(vm, { wanted, parts }) {
    const part = wanted[parts.length] as Value;
    if (part === NONE || asInt(part) !== undefined) return part;
    if (special(part, "__index__") !== undefined) return index(vm, part);
    return raiseTypeError(vm, "slice indices must be integers or None or have an __index__ method");
  },
  take(vm, { wanted, parts, then, extra }, answer): Result | typeof AGAIN {
    const part = asInt(answer);
    if (parts.length === 0 && part === 0) return raiseValueError(vm, "slice step cannot be zero");
    parts.push(part);
    return parts.length < wanted.length ? AGAIN : then.run(vm, parts[1], parts[2], parts[0], extra);
  },
};

const indicesThen: PartsThen<number | bigint> = {
  run: (_vm, start, stop, step, length) => newTuple(sliceIndices(length, start, stop, step)),
};

const reprAsking: Asking<PySlice> = {
  ask: (vm, slice) => containerRepr(vm, newTuple([slice.start, slice.stop, slice.step])),
  take: (_vm, _slice, text): Result | typeof AGAIN => `slice${text}`,
};

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (vm, self: PySlice, other: Value) => {
    if (!(other instanceof PySlice)) return NOT_IMPLEMENTED;
    const a = newTuple([self.start, self.stop, self.step]);
    return compareContainers(vm, kind, a, newTuple([other.start, other.stop, other.step]));
  });
}

export function defineSlice(): void {
  defineType(sliceType, DOC, {
    __new__: newMethod("start, stop=None, step=None, /", (vm, cls, first: Value, stop?: Value, step: Value = NONE) => {
      const type = classFor(vm, sliceType, cls);
      if (type === undefined) return undefined;
      return stop === undefined ? new PySlice(type, NONE, first, NONE) : new PySlice(type, first, stop, step);
    }),
    __repr__: method("", (vm, self: PySlice) => asking(vm, reprAsking, self)),
    __hash__: method("", hashOfSlice),
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    indices: method(
      "object, /",
      converting([Want.Index], (vm, self: PySlice, length: number | bigint) => {
        if (length < 0) return raiseValueError(vm, "length should not be negative");
        return withParts(vm, self, indicesThen, length);
      }),
      "The definite (start, stop, step) for a sequence of the given length.",
    ),
    start: member((_vm, self: PySlice) => self.start),
    stop: member((_vm, self: PySlice) => self.stop),
    step: member((_vm, self: PySlice) => self.step),
  });
}
