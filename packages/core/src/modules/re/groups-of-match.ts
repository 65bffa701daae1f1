// The groups of a match, by number or name.
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { index } from "../../protocol/conversion.ts";
import { asInt, asString, special } from "../../protocol/lookup.ts";
import { raiseIndexError, raiseTypeError } from "../../protocol/raise.ts";
import type { PyMatch } from "./layouts.ts";
import { positionOf } from "./subject.ts";

/** What to do with a group once its number is known: static data. */
export interface GroupThen<X> {
  run(vm: Machine, match: PyMatch, group: number, extra: X): Result;
}

/** The result of `then` for a group that is given by name, by number, or by what has `__index__`. */
export function withGroup<X>(vm: Machine, match: PyMatch, key: Value, then: GroupThen<X>, extra: X): Result {
  if (asInt(key) === undefined && special(key, "__index__") !== undefined) {
    return asking(vm, ASK, { match, key, then: then as GroupThen<unknown>, extra });
  }
  const group = groupNumber(vm, match, key);
  return group === undefined ? undefined : then.run(vm, match, group, extra);
}

interface Asked {
  readonly match: PyMatch;
  readonly key: Value;
  readonly then: GroupThen<unknown>;
  readonly extra: unknown;
}

const ASK: Asking<Asked> = {
  ask: (vm, { key }) => index(vm, key),
  take: (vm, { match, then, extra }, number) => withGroup(vm, match, number, then, extra),
};

function groupNumber(vm: Machine, match: PyMatch, key: Value): number | undefined {
  if (special(key, "__hash__") === NONE) return raiseTypeError(vm, `unhashable type: '${typeOf(key).name}'`);
  const name = asString(key);
  const number = name === undefined ? asInt(key) : match.pattern.groupNames.get(name);
  if (number !== undefined && number >= 0 && number <= match.pattern.program.groupCount) return Number(number);
  return raiseIndexError(vm, "no such group");
}

/** Where a group begins and ends, in positions; -1 twice where it did not take part. */
export function groupSpan({ subject, offsets }: PyMatch, group: number): readonly [number, number] {
  const from = offsets[2 * group] as number;
  const to = offsets[2 * group + 1] as number;
  return from < 0 || to < from ? [-1, -1] : [positionOf(subject, from), positionOf(subject, to)];
}
