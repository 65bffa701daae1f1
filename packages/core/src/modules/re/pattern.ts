// The type re.Pattern.
import type { Machine } from "../../objects/machine.ts";
import { CallableIterator } from "../../objects/iterators.ts";
import { BoundNative, type NativeFunction } from "../../objects/native.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { MappingProxy } from "../../objects/views.ts";
import { characters } from "../../text/code-points.ts";
import { bytesRepr, strRepr } from "../../text/str-repr.ts";
import { hash } from "../../protocol/hash.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { classMethod, member, method, property, type TypeEntry } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { findAll, split } from "./find-all.ts";
import { FLAG_NAMES, TYPE_FLAGS, UNICODE } from "./flags.ts";
import { PyPattern, scannerType } from "./layouts.ts";
import { find, Kind, rangeOf } from "./matching.ts";
import { newScanner } from "./scanner.ts";
import { subjectOf } from "./subject.ts";
import { substitute } from "./substitute.ts";
import type { PyBytes } from "../../objects/sequences.ts";

const RANGE = "string, pos=0, endpos=sys.maxsize";
const RANGE_WANTS: readonly Want[] = [Want.Any, Want.Size, Want.Size];

function matching(kind: Kind, doc: string): TypeEntry {
  const body = (vm: Machine, self: PyPattern, string: Value, pos?: number, endpos?: number): Result => {
    const subject = subjectOf(vm, string, self.isText);
    return subject === undefined ? undefined : find(vm, self, subject, rangeOf(subject, pos, endpos), kind);
  };
  return method(RANGE, converting(RANGE_WANTS, body), doc);
}

function findAllIn(vm: Machine, self: PyPattern, string: Value, pos?: number, endpos?: number): Result {
  const subject = subjectOf(vm, string, self.isText);
  return subject === undefined ? undefined : findAll(vm, self, subject, rangeOf(subject, pos, endpos));
}

function scannerOf(vm: Machine, self: PyPattern, string: Value, pos?: number, endpos?: number): Result {
  const subject = subjectOf(vm, string, self.isText);
  return subject === undefined ? undefined : newScanner(self, subject, rangeOf(subject, pos, endpos));
}

function findIterator(vm: Machine, self: PyPattern, string: Value, pos?: number, endpos?: number): Result {
  const scanner = scannerOf(vm, self, string, pos, endpos);
  if (scanner === undefined) return undefined;
  return new CallableIterator(new BoundNative(scannerType.lookup("search") as NativeFunction, scanner), NONE);
}

function substituting(isCounted: boolean, doc: string): TypeEntry {
  const body = (vm: Machine, self: PyPattern, replacement: Value, string: Value, count = 0): Result => {
    const subject = subjectOf(vm, string, self.isText);
    return subject === undefined ? undefined : substitute(vm, self, replacement, subject, count, isCounted);
  };
  return method("repl, string, count=0", converting([Want.Any, Want.Any, Want.Size], body), doc);
}

/** Characters of the pattern's own repr that are shown. */
const SHOWN = 200;

function reprOf(_vm: Machine, { source, text, isText, flags }: PyPattern): Result {
  // What text is taken for unless something else is said needs no saying.
  let left = isText && (flags & TYPE_FLAGS) === UNICODE ? flags & ~UNICODE : flags;
  const names: string[] = [];
  for (const [flag, name] of FLAG_NAMES) {
    if (left & flag) names.push(`re.${name}`);
    left &= ~flag;
  }
  if (left !== 0) names.push(`0x${left.toString(16)}`);
  const whole = isText ? strRepr(text) : bytesRepr((source as PyBytes).data);
  const shown = whole.length > SHOWN ? characters(whole).slice(0, SHOWN).join("") : whole;
  return `re.compile(${shown}${names.length > 0 ? `, ${names.join("|")}` : ""})`;
}

export const PATTERN_ENTRIES: Readonly<Record<string, TypeEntry>> = {
  match: matching(Kind.Match, "Matches zero or more characters at the beginning of the string."),
  fullmatch: matching(Kind.FullMatch, "Matches against all of the string."),
  search: matching(
    Kind.Search,
    "Scan through string looking for a match, and return a corresponding match object instance.",
  ),
  findall: method(
    RANGE,
    converting(RANGE_WANTS, findAllIn),
    "Return a list of all non-overlapping matches of pattern in string.",
  ),
  finditer: method(RANGE, converting(RANGE_WANTS, findIterator), "An iterator over the matches in the string."),
  scanner: method(RANGE, converting(RANGE_WANTS, scannerOf)),
  split: method(
    "string, maxsplit=0",
    converting([Want.Any, Want.Size], (vm: Machine, self: PyPattern, string: Value, limit = 0): Result => {
      const subject = subjectOf(vm, string, self.isText);
      return subject === undefined ? undefined : split(vm, self, subject, limit);
    }),
    "Split string by the occurrences of pattern.",
  ),
  sub: substituting(false, "The string with what matches replaced."),
  subn: substituting(true, "A tuple of the string with what matches replaced, and the number of replacements."),
  pattern: member((_vm, self: PyPattern) => self.source),
  flags: member((_vm, self: PyPattern) => self.flags),
  groups: member((_vm, self: PyPattern) => self.program.groupCount),
  groupindex: property((_vm, self: PyPattern) => new MappingProxy(self.groupIndex)),
  __repr__: method("", reprOf),
  __hash__: method("", (vm, self: PyPattern) => hash(vm, `${self.isText ? "" : "b"}${self.flags} ${self.text}`)),
  __eq__: method("value, /", (_vm, self: PyPattern, other: Value) => isEqual(self, other)),
  __ne__: method("value, /", (_vm, self: PyPattern, other: Value) => {
    const answer = isEqual(self, other);
    return typeof answer === "boolean" ? !answer : answer;
  }),
  __copy__: method("", (_vm, self: PyPattern) => self),
  __deepcopy__: method("memo, /", (_vm, self: PyPattern) => self),
  __class_getitem__: classMethod("object, /", classGetItem),
};

function isEqual(self: PyPattern, other: Value): Value {
  if (!(other instanceof PyPattern)) return NOT_IMPLEMENTED;
  return self.isText === other.isText && self.flags === other.flags && self.text === other.text;
}
