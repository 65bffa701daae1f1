// The groups of a match, by number or name.
import type { Machine } from "../../objects/machine.ts";
import type { Value } from "../../objects/value.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { raiseIndexError } from "../../protocol/raise.ts";
import type { PyMatch } from "./layouts.ts";
import { partOf, positionOf } from "./subject.ts";

/** The number of a group, given by number or name; undefined after raising IndexError. */
export function groupNumber(vm: Machine, match: PyMatch, key: Value): number | undefined {
  const name = asString(key);
  const number = name === undefined ? asInt(key) : match.pattern.groupNames.get(name);
  if (number !== undefined && number >= 0 && number <= match.pattern.program.groupCount) return Number(number);
  return raiseIndexError(vm, "no such group");
}

/** What a group matched, or `missing` where it did not take part. */
export function groupText(vm: Machine, { subject, offsets }: PyMatch, group: number, missing: Value): Value {
  const from = offsets[2 * group] as number;
  const to = offsets[2 * group + 1] as number;
  return from < 0 || to < from ? missing : partOf(vm, subject, from, to);
}

/** Where a group begins and ends, in positions; -1 twice where it did not take part. */
export function groupSpan({ subject, offsets }: PyMatch, group: number): readonly [number, number] {
  const from = offsets[2 * group] as number;
  const to = offsets[2 * group + 1] as number;
  return from < 0 || to < from ? [-1, -1] : [positionOf(subject, from), positionOf(subject, to)];
}

/** The names of groups, in the order of the pattern. */
export function groupNames(match: PyMatch): Iterable<readonly [string, number]> {
  return match.pattern.groupNames;
}
