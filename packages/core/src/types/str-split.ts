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
import { type Cutting, splitAll } from "./split-portions.ts";

/** How a text is cut, at what `S` says. */
type TextCutting<S> = Cutting<S, string>;

function cutting<S>(isBackwards: boolean, cut: TextCutting<S>["cut"]): TextCutting<S> {
  return { isBackwards, extraBytes: 0, cut, value: null };
}

const AT_SEPARATOR: TextCutting<string> = cutting(false, (separator, rest, cuts) => split(rest, separator, cuts));
const AT_LAST_SEPARATOR: TextCutting<string> = cutting(true, (separator, rest, cuts) => rsplit(rest, separator, cuts));
const AT_SPACE: TextCutting<null> = cutting(false, (_at, rest, cuts) => splitWords(rest, cuts));
const AT_LAST_SPACE: TextCutting<null> = cutting(true, (_at, rest, cuts) => rsplitWords(rest, cuts));
const AT_LINE_ENDS: TextCutting<boolean> = cutting(false, (keepEnds, rest, cuts) => splitLines(rest, keepEnds, cuts));

function pieces<S>(vm: Machine, self: string, how: TextCutting<S>, at: S, cuts: number): Result {
  takePart(vm, self.length);
  countBytes(vm, self.length);
  return splitAll(vm, how, at, self, self.length, cuts);
}

function splitting(bySeparator: TextCutting<string>, bySpace: TextCutting<null>): TypeEntry {
  return method(
    "sep=None, maxsplit=-1",
    converting([Want.Any, Want.Size], (vm: Machine, self: string, separator?: Value, limit = -1): Result => {
      if (separator === undefined || separator === NONE) return pieces(vm, self, bySpace, null, limit);
      const text = asString(separator);
      if (text === undefined) return raiseTypeError(vm, `must be str or None, not ${typeOf(separator).name}`);
      return text === "" ? raiseValueError(vm, "empty separator") : pieces(vm, self, bySeparator, text, limit);
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

export function strSplit(): Readonly<Record<string, TypeEntry>> {
  return {
    split: splitting(AT_SEPARATOR, AT_SPACE),
    rsplit: splitting(AT_LAST_SEPARATOR, AT_LAST_SPACE),
    partition: parting(partition),
    rpartition: parting(rpartition),
    splitlines: method(
      "keepends=False",
      converting([Want.Truth], (vm: Machine, self: string, keepEnds = false) =>
        pieces(vm, self, AT_LINE_ENDS, keepEnds, -1),
      ),
    ),
    strip: stripping("strip", "both", trim),
    lstrip: stripping("lstrip", "start", trimStart),
    rstrip: stripping("rstrip", "end", trimEnd),
    removeprefix: removing("removeprefix"),
    removesuffix: removing("removesuffix"),
  };
}
