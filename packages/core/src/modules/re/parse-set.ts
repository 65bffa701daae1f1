// Sets of characters: `[...]`.
import { characters } from "../../text/code-points.ts";
import { type NameLookup, setEscape } from "./parse-escape.ts";
import { isOneOf, type PatternSource } from "./pattern-source.ts";
import type { Node, SetItem } from "./syntax.ts";

/** Signs that, doubled, may one day mean operations on sets. */
const OPERATORS = "-&~|";

/** The set whose bracket has been taken; `warnings` gets what may mean something else one day. */
export function parseSet(source: PatternSource, names: NameLookup, warnings: string[]): Node {
  const start = source.position - 1;
  const items: SetItem[] = [];
  if (source.next === "[") warnings.push(`Possible nested set at position ${source.position}`);
  const isNegated = source.skip("^");
  for (;;) {
    const token = source.take();
    if (token === "") throw unterminated(source, start);
    if (token === "]" && items.length > 0) break;
    if (isOneOf(token, OPERATORS) && items.length > 0 && source.next === token) {
      warnings.push(`Possible set ${OPERATION_OF[token]} at position ${source.position - 1}`);
    }
    const low = setItem(source, token, names);
    if (!source.skip("-")) {
      items.push(low);
      continue;
    }
    const end = source.take();
    if (end === "") throw unterminated(source, start);
    if (end === "]") {
      items.push(low, { kind: "range", low: HYPHEN, high: HYPHEN });
      break;
    }
    if (end === "-") warnings.push(`Possible set difference at position ${source.position - 2}`);
    items.push(rangeOf(source, token, low, end, setItem(source, end, names)));
  }
  const [only] = items;
  if (items.length === 1 && only?.kind === "range" && only.low === only.high) {
    return { kind: "literal", code: only.low, isNegated };
  }
  return { kind: "set", items, isNegated };
}

const HYPHEN = 0x2d;
const OPERATION_OF: Readonly<Record<string, string>> = {
  "-": "difference",
  "&": "intersection",
  "~": "symmetric difference",
  "|": "union",
};

function unterminated(source: PatternSource, start: number): Error {
  return source.problem("unterminated character set", source.position - start);
}

function setItem(source: PatternSource, token: string, names: NameLookup): SetItem {
  if (token.startsWith("\\")) return setEscape(source, token, names);
  const code = token.codePointAt(0) as number;
  return { kind: "range", low: code, high: code };
}

function rangeOf(source: PatternSource, token: string, low: SetItem, end: string, high: SetItem): SetItem {
  if (low.kind === "range" && high.kind === "range" && low.low <= high.low) {
    return { kind: "range", low: low.low, high: high.low };
  }
  const length = characters(token).length + 1 + characters(end).length;
  throw source.problem(`bad character range ${token}-${end}`, length);
}
