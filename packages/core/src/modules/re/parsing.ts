// What a pattern is parsed with; the parsers of its parts reach each other through it.
import type { Groups } from "./groups.ts";
import type { NameLookup } from "./parse-escape.ts";
import type { PatternSource } from "./pattern-source.ts";
import type { Sequence } from "./syntax.ts";

export interface Parsing {
  readonly source: PatternSource;
  readonly groups: Groups;
  readonly names: NameLookup;
  readonly warnings: string[];
  /** The flags of the whole pattern, with those that it turns on itself. */
  flags: number;
  /** Alternatives, up to a parenthesis or the end. */
  choices(parsing: Parsing, isVerbose: boolean, depth: number): Sequence;
  /** One alternative; `isFirst` where flags for the whole pattern may stand. */
  sequence(parsing: Parsing, isVerbose: boolean, depth: number, isFirst: boolean): Sequence;
}
