// Searching methods of str: find and its kin, count, startswith, endswith.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyTuple } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Int } from "../numeric/int.ts";
import { searchBounds } from "../numeric/slice-range.ts";
import { count, endsWith, find, length, rfind, type Searched, startsWith } from "../text/search.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { charge } from "../protocol/charge.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { indexed } from "../protocol/text-index.ts";
import { method, type TypeEntry } from "./define.ts";
import { matchesAny } from "./match-any.ts";

const WANTS: readonly Want[] = [Want.Any, Want.Bound, Want.Bound];

function searching(
  name: string,
  search: (text: Searched, needle: string, start?: number, end?: number) => number,
): TypeEntry {
  const isIndex = name.endsWith("index");
  return method(
    "sub, start=None, end=None, /",
    converting(WANTS, (vm: Machine, self: string, sub: Value, start?: Int, end?: Int): Result => {
      const needle = asString(sub);
      if (needle === undefined) {
        return raiseBadArgument(vm, `${name}() argument 1`, "str", sub);
      }
      charge(vm, self.length);
      let at: number;
      if (start === undefined && end === undefined) {
        at = search(indexed(vm, self), needle);
      } else {
        const text = indexed(vm, self);
        const [from, to] = searchBounds(length(text), start, end);
        at = search(text, needle, from, to);
      }
      return at < 0 && isIndex ? raiseValueError(vm, "substring not found") : at;
    }),
  );
}

function matching(
  name: string,
  matches: (text: Searched, part: string, start?: number, end?: number) => boolean,
): TypeEntry {
  const one = (vm: Machine, text: Searched, item: Value, from: number, to: number): Result => {
    const plain = asString(item);
    if (plain !== undefined) return matches(text, plain, from, to);
    return raiseTypeError(vm, `tuple for ${name} must only contain str, not ${typeOf(item).name}`);
  };
  return method(
    `${name === "endswith" ? "suffix" : "prefix"}, start=None, end=None, /`,
    converting(WANTS, (vm: Machine, self: string, part: Value, start?: Int, end?: Int): Result => {
      const plain = asString(part);
      if (plain !== undefined && start === undefined && end === undefined) return matches(self, plain);
      const text = indexed(vm, self);
      const [from, to] = searchBounds(length(text), start, end);
      if (plain !== undefined) return matches(text, plain, from, to);
      if (!(part instanceof PyTuple)) {
        return raiseTypeError(vm, `${name} first arg must be str or a tuple of str, not ${typeOf(part).name}`);
      }
      return matchesAny(vm, { subject: text, size: self.length, from, to, items: part.items, matches: one, next: 0 });
    }),
  );
}

export function strSearch(): Readonly<Record<string, TypeEntry>> {
  return {
    find: searching("find", find),
    rfind: searching("rfind", rfind),
    index: searching("index", find),
    rindex: searching("rindex", rfind),
    count: searching("count", count),
    startswith: matching("startswith", startsWith),
    endswith: matching("endswith", endsWith),
  };
}
