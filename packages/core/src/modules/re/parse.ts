// From the text of a pattern to its tree.
import { VERBOSE } from "./flags.ts";
import { Groups } from "./groups.ts";
import { escapeNode, type NameLookup } from "./parse-escape.ts";
import { checkedFlags } from "./parse-flags.ts";
import { parseGroup } from "./parse-group.ts";
import { parseSet } from "./parse-set.ts";
import type { Parsing } from "./parsing.ts";
import { DIGITS, isOneOf, PatternProblem, PatternSource } from "./pattern-source.ts";
import { Greed, type Node, type Pattern, Place, type Sequence, UNLIMITED } from "./syntax.ts";

/** Groups nested deeper than this are refused: the parser and the compiler call themselves for each. */
const DEEPEST = 1000;
/** Counts of repetitions stay below, as in CPython. */
const MOST_REPEATS = 2 ** 32 - 1;
const BLANKS = " \t\n\r\v\f";

/** Parse a pattern: text, or bytes read as Latin-1; `warnings` gets texts of FutureWarnings. Throws PatternProblem. */
export function parsePattern(
  text: string,
  isText: boolean,
  flags: number,
  names: NameLookup,
  warnings: string[],
): Pattern {
  const source = new PatternSource(text, isText);
  const groups = new Groups();
  const parsing: Parsing = { source, groups, names, warnings, flags, choices: parseChoices, sequence: parseSequence };
  const body = parseChoices(parsing, (flags & VERBOSE) !== 0, 0);
  const allFlags = checkedFlags(parsing.flags, isText);
  if (source.next !== "") throw source.problem("unbalanced parenthesis");
  groups.checkAsked();
  return {
    body,
    flags: allFlags,
    groupCount: groups.count - 1,
    groupNames: groups.names,
    groupWidths: groups.widths,
  };
}

/** Alternatives, up to a parenthesis or the end. */
function parseChoices(parsing: Parsing, isVerbose: boolean, depth: number): Sequence {
  if (depth > DEEPEST) throw new PatternProblem("maximum recursion depth exceeded", null, "recursion");
  const { source } = parsing;
  const choices: Sequence[] = [];
  let verbose = isVerbose;
  do {
    choices.push(parseSequence(parsing, verbose, depth, depth === 0 && choices.length === 0));
    // What the first alternative turns on holds for the others.
    if (depth === 0) verbose = (parsing.flags & VERBOSE) !== 0;
  } while (source.skip("|"));
  return choices.length === 1 ? (choices[0] as Sequence) : [{ kind: "branch", choices }];
}

/** One alternative; `isFirst` where flags for the whole pattern may stand. */
function parseSequence(parsing: Parsing, isVerbose: boolean, depth: number, isFirst: boolean): Sequence {
  const { source } = parsing;
  const items: Node[] = [];
  let verbose = isVerbose;
  while (source.next !== "" && source.next !== "|" && source.next !== ")") {
    const token = source.take();
    if (verbose && BLANKS.includes(token)) continue;
    if (verbose && token === "#") {
      for (let skipped = source.take(); skipped !== "" && skipped !== "\n"; ) skipped = source.take();
      continue;
    }
    if (token === "(") {
      const group = parseGroup(parsing, verbose, depth, isFirst && items.length === 0);
      if (group !== null) items.push(group);
      else verbose = (depth === 0 ? parsing.flags & VERBOSE : 0) !== 0 || verbose;
      continue;
    }
    items.push(isOneOf(token, "*+?{") ? parseRepeat(source, token, items) : parseOne(parsing, token));
  }
  return items.flatMap((item) => (isPlainGroup(item) ? item.body : [item]));
}

/** A group only for the sake of precedence. */
function isPlainGroup(node: Node): node is Extract<Node, { kind: "group" }> {
  return node.kind === "group" && node.index === null && node.added === 0 && node.removed === 0;
}

function parseOne({ source, groups, names, warnings }: Parsing, token: string): Node {
  switch (token) {
    case ".":
      return { kind: "any" };
    case "^":
      return { kind: "place", place: Place.Start };
    case "$":
      return { kind: "place", place: Place.End };
    case "[":
      return parseSet(source, names, warnings);
    default:
      if (token.startsWith("\\")) return escapeNode(source, token, groups, names);
      return { kind: "literal", code: token.codePointAt(0) as number, isNegated: false };
  }
}

/** A quantifier, which takes the item that it repeats from those before; or a brace that is none. */
function parseRepeat(source: PatternSource, token: string, items: Node[]): Node {
  const start = source.position;
  const counts = token === "{" ? parseCounts(source, start) : token;
  if (counts === null) {
    source.position = start;
    return { kind: "literal", code: 0x7b, isNegated: false };
  }
  const [min, max] = typeof counts === "string" ? (COUNTS[counts] as readonly [number, number]) : counts;
  const item = items.pop();
  const back = source.position - start + 1;
  if (item === undefined || item.kind === "place") throw source.problem("nothing to repeat", back);
  if (item.kind === "repeat") throw source.problem("multiple repeat", back);
  const greed = source.skip("?") ? Greed.Lazy : source.skip("+") ? Greed.Possessive : Greed.Greedy;
  const body = isPlainGroup(item) ? item.body : [item];
  if (body.length === 0) return item;
  return { kind: "repeat", min, max, greed, body };
}

const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  "*": [0, UNLIMITED],
  "+": [1, UNLIMITED],
  "?": [0, 1],
};

/** The counts of `{m}`, `{m,}`, `{,n}` and `{m,n}`; null where the brace is a character like others. */
function parseCounts(source: PatternSource, start: number): readonly [number, number] | null {
  if (source.next === "}") return null;
  const low = source.takeWhile(Infinity, DIGITS);
  const high = source.skip(",") ? source.takeWhile(Infinity, DIGITS) : low;
  if (!source.skip("}")) return null;
  const min = low === "" ? 0 : count(low);
  const max = high === "" ? UNLIMITED : count(high);
  if (max !== UNLIMITED && max < min) {
    throw source.problem("min repeat greater than max repeat", source.position - start);
  }
  return [min, max];
}

function count(digits: string): number {
  const number = Number(digits);
  if (number >= MOST_REPEATS) throw new PatternProblem("the repetition number is too large", null, "overflow");
  return number;
}
