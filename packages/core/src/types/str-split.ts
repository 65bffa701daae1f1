// Methods of str that take it apart and strip it: split, partition, splitlines, strip, removeprefix...
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { endsWith, startsWith } from "../text/search.ts";
import {
  type Ends,
  partition,
  rpartition,
  rsplit,
  rsplitWords,
  split,
  splitLines,
  splitWords,
  stripCharacters,
} from "../text/split.ts";
import { trim, trimEnd, trimStart } from "../text/white-space.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { charge, countBytes, takePart } from "../protocol/charge.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { method, type TypeEntry } from "./define.ts";
import { splitAll } from "./split-portions.ts";

function pieces(
  vm: Machine,
  self: string,
  cut: (rest: string, cuts: number) => string[],
  cuts: number,
  isBackwards = false,
): Result {
  takePart(vm, self.length);
  countBytes(vm, self.length);
  return splitAll(vm, { isBackwards, extraBytes: 0, cut, value: (piece: string) => piece }, self, self.length, cuts);
}

function splitting(
  bySeparator: (text: string, separator: string, limit: number) => string[],
  byWords: (text: string, limit: number) => string[],
  isBackwards: boolean,
): TypeEntry {
  return method(
    "sep=None, maxsplit=-1",
    converting([Want.Any, Want.Size], (vm: Machine, self: string, separator?: Value, limit = -1): Result => {
      if (separator === undefined || separator === NONE) return pieces(vm, self, byWords, limit, isBackwards);
      const text = asString(separator);
      if (text === undefined) return raiseTypeError(vm, `must be str or None, not ${typeOf(separator).name}`);
      if (text === "") return raiseValueError(vm, "empty separator");
      return pieces(vm, self, (rest, cuts) => bySeparator(rest, text, cuts), limit, isBackwards);
    }),
  );
}

function parting(part: (text: string, separator: string) => readonly [string, string, string]): TypeEntry {
  return method("sep, /", (vm, self: string, separator: Value) => {
    const text = asString(separator);
    if (text === undefined) return raiseTypeError(vm, `must be str, not ${typeOf(separator).name}`);
    charge(vm, self.length);
    takePart(vm, self.length);
    countBytes(vm, self.length);
    return text === "" ? raiseValueError(vm, "empty separator") : newTuple(part(self, text));
  });
}

function stripping(name: string, ends: Ends, blanks: (text: string) => string): TypeEntry {
  return method("chars=None, /", (vm, self: string, characters?: Value) => {
    takePart(vm, self.length);
    countBytes(vm, self.length);
    if (characters === undefined || characters === NONE) return blanks(self);
    const set = asString(characters);
    return set === undefined ? raiseTypeError(vm, `${name} arg must be None or str`) : stripCharacters(self, set, ends);
  });
}

function removing(name: string): TypeEntry {
  const atEnd = name === "removesuffix";
  return method(`${atEnd ? "suffix" : "prefix"}, /`, (vm, self: string, part: Value) => {
    const text = asString(part);
    if (text === undefined) return raiseBadArgument(vm, `${name}() argument`, "str", part);
    takePart(vm, self.length);
    countBytes(vm, self.length);
    if (!(atEnd ? endsWith(self, text) : startsWith(self, text))) return self;
    return atEnd ? self.slice(0, self.length - text.length) : self.slice(text.length);
  });
}

export const STR_SPLIT: Readonly<Record<string, TypeEntry>> = {
  split: splitting(split, splitWords, false),
  rsplit: splitting(rsplit, rsplitWords, true),
  partition: parting(partition),
  rpartition: parting(rpartition),
  splitlines: method(
    "keepends=False",
    converting([Want.Truth], (vm: Machine, self: string, keepEnds = false) =>
      pieces(vm, self, (rest, cuts) => splitLines(rest, keepEnds, cuts), -1),
    ),
  ),
  strip: stripping("strip", "both", trim),
  lstrip: stripping("lstrip", "start", trimStart),
  rstrip: stripping("rstrip", "end", trimEnd),
  removeprefix: removing("removeprefix"),
  removesuffix: removing("removesuffix"),
};
