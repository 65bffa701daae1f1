// The type re.Match.
import type { Machine } from "../../objects/machine.ts";
import { newDict, newTuple } from "../../objects/make.ts";
import type { PyBytes } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { characters } from "../../text/code-points.ts";
import { bytesRepr, strRepr } from "../../text/str-repr.ts";
import { allocate } from "../../protocol/charge.ts";
import { asString } from "../../protocol/lookup.ts";
import { dictSetString } from "../../protocol/table.ts";
import { classMethod, member, method, property, type TypeEntry } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { type GroupThen, groupSpan, withGroup } from "./groups-of-match.ts";
import type { PyMatch } from "./layouts.ts";
import { groupOf, valueOf } from "./subject.ts";
import { expand, refuseTemplate, templateOf } from "./substitute.ts";

function groupBody(vm: Machine, self: PyMatch, keys: readonly Value[]): Result {
  if (keys.length < 2) return oneGroup(vm, self, keys[0] ?? 0);
  return withGroup(vm, self, keys[0] as Value, COLLECT, { keys, texts: [] });
}

const TEXT: GroupThen<null> = {
  run: (vm, match, group) => groupOf(vm, match.subject, match.offsets, group, NONE),
};

function oneGroup(vm: Machine, self: PyMatch, key: Value): Result {
  return withGroup(vm, self, key, TEXT, null);
}

/** The texts of several groups, one key after another. */
const COLLECT: GroupThen<{ readonly keys: readonly Value[]; readonly texts: Value[] }> = {
  run(vm, match, group, state) {
    const { keys, texts } = state;
    texts.push(groupOf(vm, match.subject, match.offsets, group, NONE));
    const next = keys[texts.length];
    return next === undefined ? newTuple(texts) : withGroup(vm, match, next, COLLECT, state);
  },
};

function groupsBody(vm: Machine, self: PyMatch, missing: Value = NONE): Result {
  const texts: Value[] = [];
  const { groupCount } = self.pattern.program;
  for (let group = 1; group <= groupCount; group++) texts.push(groupOf(vm, self.subject, self.offsets, group, missing));
  return newTuple(texts);
}

function groupDict(vm: Machine, self: PyMatch, missing: Value = NONE): Result {
  const dict = newDict();
  for (const [name, group] of self.pattern.groupNames)
    dictSetString(dict, name, groupOf(vm, self.subject, self.offsets, group, missing));
  return dict;
}

/** A method that tells something of the span of a group. */
function spanning(tell: (span: readonly [number, number]) => Value): TypeEntry {
  const then: GroupThen<null> = { run: (_vm, match, group) => tell(groupSpan(match, group)) };
  return method("group=0, /", (vm, self: PyMatch, key: Value = 0) => withGroup(vm, self, key, then, null));
}

function expandBody(vm: Machine, self: PyMatch, template: Value): Result {
  const { pattern, subject, offsets } = self;
  const parts = templateOf(vm, pattern, template);
  if (parts === undefined) return undefined;
  const isText = asString(template) !== undefined;
  // A template of plain text is its own result, text or bytes.
  if (parts.every((part) => typeof part === "string")) return valueOf(isText, parts.join(""));
  if (isText !== subject.isText) return refuseTemplate(vm, parts, template, subject.isText, 0);
  const text = expand(parts, subject.text, offsets);
  allocate(vm, text.length);
  return valueOf(subject.isText, text);
}

/** Characters of the matched text's own repr that are shown. */
const SHOWN = 50;

function reprOf(vm: Machine, self: PyMatch): Result {
  const [start, end] = groupSpan(self, 0);
  const matched = groupOf(vm, self.subject, self.offsets, 0, NONE);
  const whole = typeof matched === "string" ? strRepr(matched) : bytesRepr((matched as PyBytes).data);
  const shown = whole.length > SHOWN ? characters(whole).slice(0, SHOWN).join("") : whole;
  return `<re.Match object; span=(${start}, ${end}), match=${shown}>`;
}

function lastGroup(_vm: Machine, self: PyMatch): Result {
  for (const [name, group] of self.pattern.groupNames) if (group === self.lastIndex) return name;
  return NONE;
}

function regs(_vm: Machine, self: PyMatch): Result {
  const spans: Value[] = [];
  const { groupCount } = self.pattern.program;
  for (let group = 0; group <= groupCount; group++) spans.push(newTuple(groupSpan(self, group)));
  return newTuple(spans);
}

export const MATCH_ENTRIES: Readonly<Record<string, TypeEntry>> = {
  group: method("*args", groupBody, "One or more groups of the match, by number or name; the whole match is group 0."),
  groups: method("default=None", groupsBody, "All groups of the match; `default` for those that did not take part."),
  groupdict: method("default=None", groupDict, "All named groups of the match by name."),
  start: spanning(([start]) => start),
  end: spanning(([, end]) => end),
  span: spanning((span) => newTuple(span)),
  expand: method("template", expandBody, "The template with the groups of this match, as sub() does it."),
  __getitem__: method("key, /", oneGroup),
  __iter__: NONE,
  __repr__: method("", reprOf),
  __copy__: method("", (_vm, self: PyMatch) => self),
  __deepcopy__: method("memo, /", (_vm, self: PyMatch) => self),
  __class_getitem__: classMethod("object, /", classGetItem),
  re: member((_vm, self: PyMatch) => self.pattern),
  string: member((_vm, self: PyMatch) => self.subject.source),
  pos: member((_vm, self: PyMatch) => self.from),
  endpos: member((_vm, self: PyMatch) => self.to),
  lastindex: property((_vm, self: PyMatch) => (self.lastIndex < 0 ? NONE : self.lastIndex)),
  lastgroup: property(lastGroup),
  regs: property(regs),
};
