// What stands in parentheses: groups, looks ahead and behind, conditions, flags, comments.
import { characters } from "../../text/code-points.ts";
import { strRepr } from "../../text/str-repr.ts";
import { FLAG_OF, VERBOSE } from "./flags.ts";
import { MOST_GROUPS } from "./groups.ts";
import { parseFlags } from "./parse-flags.ts";
import type { Parsing } from "./parsing.ts";
import { isNumber, type PatternSource } from "./pattern-source.ts";
import type { Node, Sequence } from "./syntax.ts";

const END = "unexpected end of pattern";

/** What follows a parenthesis that has been taken; null for a comment, or for flags of the whole pattern. */
export function parseGroup(parsing: Parsing, isVerbose: boolean, depth: number, isFirst: boolean): Node | null {
  const { source } = parsing;
  const start = source.position - 1;
  if (!source.skip("?")) return capture(parsing, null, isVerbose, depth, start);
  const sign = taken(source);
  switch (sign) {
    case "P":
      return namedGroup(parsing, isVerbose, depth, start);
    case ":":
      return { kind: "group", index: null, added: 0, removed: 0, body: inside(parsing, isVerbose, depth, start) };
    case ">":
      return { kind: "atomic", body: inside(parsing, isVerbose, depth, start) };
    case "#":
      skipComment(source, start);
      return null;
    case "=":
    case "!":
      return look(parsing, sign, false, isVerbose, depth, start);
    case "<":
      return lookBehind(parsing, isVerbose, depth, start);
    case "(":
      return conditional(parsing, isVerbose, depth, start);
    default:
      if (sign !== "-" && !(sign in FLAG_OF)) {
        throw source.problem(`unknown extension ?${sign}`, characters(sign).length + 1);
      }
      return flagged(parsing, sign, isVerbose, depth, start, isFirst);
  }
}

function taken(source: PatternSource): string {
  const sign = source.take();
  if (sign === "") throw source.problem(END);
  return sign;
}

/** The alternatives up to the parenthesis that closes the group. */
function inside(parsing: Parsing, isVerbose: boolean, depth: number, start: number): Sequence {
  const body = parsing.choices(parsing, isVerbose, depth + 1);
  close(parsing.source, start);
  return body;
}

function close(source: PatternSource, start: number): void {
  if (!source.skip(")")) throw source.problem("missing ), unterminated subpattern", source.position - start);
}

function capture(parsing: Parsing, name: string | null, isVerbose: boolean, depth: number, start: number): Node {
  const { source, groups } = parsing;
  const index = groups.open(source, name, name === null ? 0 : characters(name).length);
  const body = inside(parsing, isVerbose, depth, start);
  groups.close(index, body);
  return { kind: "group", index, added: 0, removed: 0, body };
}

/** `(?P<name>...)` and `(?P=name)`. */
function namedGroup(parsing: Parsing, isVerbose: boolean, depth: number, start: number): Node {
  const { source, groups } = parsing;
  if (source.skip("<")) {
    const name = source.takeUntil(">", "group name");
    source.checkName(name, 1);
    return capture(parsing, name, isVerbose, depth, start);
  }
  if (!source.skip("=")) {
    const sign = taken(source);
    throw source.problem(`unknown extension ?P${sign}`, characters(sign).length + 2);
  }
  const name = source.takeUntil(")", "group name");
  source.checkName(name, 1);
  const group = groupOfName(parsing, name);
  groups.checkReference(source, group, characters(name).length + 1);
  return { kind: "backreference", group };
}

function groupOfName({ source, groups }: Parsing, name: string): number {
  const group = groups.names.get(name);
  if (group !== undefined) return group;
  throw source.problem(`unknown group name ${strRepr(name)}`, characters(name).length + 1);
}

function skipComment(source: PatternSource, start: number): void {
  for (;;) {
    if (source.next === "") throw source.problem("missing ), unterminated comment", source.position - start);
    if (source.take() === ")") return;
  }
}

function look(
  parsing: Parsing,
  sign: string,
  isBehind: boolean,
  isVerbose: boolean,
  depth: number,
  start: number,
): Node {
  return { kind: "look", isBehind, isNegated: sign === "!", body: inside(parsing, isVerbose, depth, start) };
}

function lookBehind(parsing: Parsing, isVerbose: boolean, depth: number, start: number): Node {
  const { source, groups } = parsing;
  const sign = taken(source);
  if (sign !== "=" && sign !== "!") {
    throw source.problem(`unknown extension ?<${sign}`, characters(sign).length + 2);
  }
  const outer = groups.beforeLookBehind;
  groups.beforeLookBehind ??= groups.count;
  const node = look(parsing, sign, true, isVerbose, depth, start);
  groups.beforeLookBehind = outer;
  return node;
}

/** `(?(group)yes|no)`: the group by name or number. */
function conditional(parsing: Parsing, isVerbose: boolean, depth: number, start: number): Node {
  const { source, groups } = parsing;
  const name = source.takeUntil(")", "group name");
  const length = characters(name).length + 1;
  const group = isNumber(name) ? Number(name) : namedCondition(parsing, name);
  if (isNumber(name)) {
    if (group === 0) throw source.problem("bad group number", length);
    if (group >= MOST_GROUPS) throw source.problem(`invalid group reference ${name}`, length);
    if (!groups.asked.has(group)) groups.asked.set(group, source.position - length);
  }
  groups.checkLookBehind(source, group);
  const yes = parsing.sequence(parsing, isVerbose, depth + 1, false);
  const no = source.skip("|") ? parsing.sequence(parsing, isVerbose, depth + 1, false) : [];
  if (source.next === "|") throw source.problem("conditional backref with more than two branches");
  close(source, start);
  return { kind: "conditional", group, yes, no };
}

function namedCondition(parsing: Parsing, name: string): number {
  parsing.source.checkName(name, 1);
  return groupOfName(parsing, name);
}

function flagged(
  parsing: Parsing,
  sign: string,
  isVerbose: boolean,
  depth: number,
  start: number,
  isFirst: boolean,
): Node | null {
  const { source } = parsing;
  const { added, removed, isGlobal } = parseFlags(source, sign);
  if (isGlobal) {
    parsing.flags |= added;
    if (!isFirst) {
      throw source.problem("global flags not at the start of the expression", source.position - start);
    }
    return null;
  }
  const verbose = (isVerbose || (added & VERBOSE) !== 0) && (removed & VERBOSE) === 0;
  return { kind: "group", index: null, added, removed, body: inside(parsing, verbose, depth, start) };
}
