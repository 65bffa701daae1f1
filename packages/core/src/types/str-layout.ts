// Methods of str that lay it out or put texts together: center, zfill, expandtabs, replace, join.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyList } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { lengthOf } from "../text/code-points.ts";
import {
  center,
  expandTabs,
  FEW_PARTS,
  join,
  ljust,
  replace,
  type Replacing,
  rjust,
  startReplacing,
  stepReplacing,
  zfill,
} from "../text/replace.ts";
import { count } from "../text/search.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { allocate, charge, countBytes } from "../protocol/charge.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { raiseFault } from "../protocol/fault.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseMemoryError, raiseTypeError } from "../protocol/raise.ts";
import { isIterable } from "./bytes-from.ts";
import { method, type TypeEntry } from "./define.ts";
import { changeText } from "./text-portions.ts";

function textOrRaise(vm: Machine, text: string | Fault): Result {
  if (text instanceof Fault) return raiseFault(vm, text);
  allocate(vm, text.length);
  return text.length > vm.limits.length ? raiseMemoryError(vm) : text;
}

function padding(pad: (text: string, width: number, fill: string) => string | Fault): TypeEntry {
  return method(
    "width, fillchar=' ', /",
    converting([Want.Size], (vm: Machine, self: string, width: number, fill?: Value): Result => {
      const character = fill === undefined ? " " : asString(fill);
      if (character === undefined) {
        const given = typeOf(fill as Value).name;
        return raiseTypeError(vm, `The fill character must be a unicode character, not ${given}`);
      }
      if (lengthOf(character) !== 1) {
        return raiseTypeError(vm, "The fill character must be exactly one character long");
      }
      return width > vm.limits.length ? raiseMemoryError(vm) : textOrRaise(vm, pad(self, width, character));
    }),
  );
}

function zeroFill(vm: Machine, self: string, width: number): Result {
  return width > vm.limits.length ? raiseMemoryError(vm) : textOrRaise(vm, zfill(self, width));
}

function expand(vm: Machine, self: string, tabSize = 8): Result {
  charge(vm, self.length);
  if (!self.includes("\t")) return self;
  // A tab becomes at most so many blanks.
  if (tabSize > 1 && self.length + count(self, "\t") * tabSize > vm.limits.length) return raiseMemoryError(vm);
  return changeText(vm, self, expandTabs, tabSize);
}

function replaceIn(vm: Machine, self: string, old: Value, fresh: Value, limit = -1): Result {
  const from = asString(old);
  if (from === undefined) return raiseBadArgument(vm, "replace() argument 1", "str", old);
  const to = asString(fresh);
  if (to === undefined) return raiseBadArgument(vm, "replace() argument 2", "str", fresh);
  charge(vm, self.length);
  const growth = to.length - from.length;
  if (growth > 0 && self.length + (self.length + 1) * growth > vm.limits.length) {
    const matches = count(self, from);
    const replaced = limit < 0 ? matches : Math.min(limit, matches);
    if (self.length + replaced * growth > vm.limits.length) return raiseMemoryError(vm);
  }
  if (self.length > SHORT && from !== "") return pushNative(vm, replaceOp, startReplacing(self, from, to, limit));
  return textOrRaise(vm, replace(self, from, to, limit));
}

/** In texts up to this length all is replaced at once. */
const SHORT = 100_000;
/** Matches replaced in one step. */
const PORTION = 4096;

const replaceOp: NativeOp<Replacing> = {
  name: "str.replace",
  step(vm, state) {
    const before = state.made.length;
    const text = stepReplacing(state, PORTION);
    allocate(vm, state.made.length - before);
    if (state.made.length > vm.limits.length) return raiseMemoryError(vm);
    return text ?? more(vm);
  },
};

/** Bytes of the place of a text in another. */
const PART_BYTES = 56;

const JOIN: CollectThen<string> = {
  hints: "iterator",
  run(vm, items, separator) {
    let length = separator.length * Math.max(0, items.length - 1);
    // The items themselves serve as long as they are exact.
    let texts = items as readonly string[];
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Value;
      const text = typeof item === "string" ? item : asString(item);
      if (text === undefined) {
        return raiseTypeError(vm, `sequence item ${i}: expected str instance, ${typeOf(item).name} found`);
      }
      if (text !== item && texts === items) texts = items.map((one) => asString(one) as string);
      length += text.length;
    }
    // The host keeps few texts that it joins as they are, until somebody reads the whole.
    if (items.length <= FEW_PARTS) countBytes(vm, items.length * PART_BYTES);
    return length > vm.limits.length ? raiseMemoryError(vm) : textOrRaise(vm, join(separator, texts));
  },
};

function joinAll(vm: Machine, self: string, iterable: Value): Result {
  if (!(iterable instanceof PyList) && !isIterable(iterable)) return raiseTypeError(vm, "can only join an iterable");
  return collect(vm, iterable, JOIN, self);
}

export function strLayout(): Readonly<Record<string, TypeEntry>> {
  return {
    center: padding(center),
    ljust: padding(ljust),
    rjust: padding(rjust),
    zfill: method("width, /", converting([Want.Size], zeroFill)),
    expandtabs: method("tabsize=8", converting([Want.Size], expand)),
    replace: method("old, new, /, count=-1", converting([Want.Any, Want.Any, Want.Size], replaceIn)),
    join: method("iterable, /", joinAll),
  };
}
