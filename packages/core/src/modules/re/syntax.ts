// Patterns as trees: data only.

/** Characters that a letter after a backslash stands for, within sets and outside. */
export enum Category {
  Digit,
  NotDigit,
  Space,
  NotSpace,
  Word,
  NotWord,
}

/** Places between characters. */
export enum Place {
  /** `^`: of the text, or of a line with MULTILINE. */
  Start,
  /** `$`: of the text, before a last newline, or of a line with MULTILINE. */
  End,
  /** `\A` */
  TextStart,
  /** `\Z` */
  TextEnd,
  /** `\b` */
  Boundary,
  /** `\B` */
  NoBoundary,
}

export enum Greed {
  Greedy,
  Lazy,
  Possessive,
}

/** What a set has: characters from `low` to `high`, or a category. */
export type SetItem =
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "category"; readonly category: Category };

/** `max` of a repetition without an end. */
export const UNLIMITED = -1;

export interface Group {
  readonly kind: "group";
  /** Null for one that captures nothing. */
  readonly index: number | null;
  readonly added: number;
  readonly removed: number;
  readonly body: Sequence;
}

export interface Repeat {
  readonly kind: "repeat";
  readonly min: number;
  readonly max: number;
  readonly greed: Greed;
  readonly body: Sequence;
}

export type Node =
  | { readonly kind: "literal"; readonly code: number; readonly isNegated: boolean }
  | { readonly kind: "any" }
  | { readonly kind: "set"; readonly items: readonly SetItem[]; readonly isNegated: boolean }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "branch"; readonly choices: readonly Sequence[] }
  | { readonly kind: "backreference"; readonly group: number }
  | { readonly kind: "conditional"; readonly group: number; readonly yes: Sequence; readonly no: Sequence }
  | { readonly kind: "look"; readonly isBehind: boolean; readonly isNegated: boolean; readonly body: Sequence }
  | { readonly kind: "atomic"; readonly body: Sequence }
  | Group
  | Repeat;

export type Sequence = readonly Node[];

/** A parsed pattern. */
export interface Pattern {
  readonly body: Sequence;
  readonly flags: number;
  /** Number of groups, without the whole match. */
  readonly groupCount: number;
  /** Groups by name, in the order of the pattern. */
  readonly groupNames: ReadonlyMap<string, number>;
  /** How many characters each group takes, by number. */
  readonly groupWidths: readonly (Width | null)[];
}

/** Least and most characters, `most` being Infinity where there is no limit. */
export interface Width {
  readonly least: number;
  readonly most: number;
}

const NOTHING: Width = { least: 0, most: 0 };
const ONE: Width = { least: 1, most: 1 };

/** How many characters a sequence takes. */
export function widthOf(body: Sequence, groups: readonly (Width | null)[]): Width {
  let least = 0;
  let most = 0;
  for (const node of body) {
    const width = nodeWidth(node, groups);
    least += width.least;
    most += width.most;
  }
  return { least, most };
}

function nodeWidth(node: Node, groups: readonly (Width | null)[]): Width {
  switch (node.kind) {
    case "literal":
    case "any":
    case "set":
      return ONE;
    case "place":
    case "look":
      return NOTHING;
    case "group":
    case "atomic":
      return widthOf(node.body, groups);
    case "backreference":
      return groups[node.group] ?? NOTHING;
    case "branch":
      return widest(node.choices, groups);
    case "conditional":
      return widest([node.yes, node.no], groups);
    case "repeat": {
      const { least, most } = widthOf(node.body, groups);
      const max = node.max === UNLIMITED ? Infinity : node.max;
      return { least: least * node.min, most: most === 0 ? 0 : most * max };
    }
  }
}

function widest(choices: readonly Sequence[], groups: readonly (Width | null)[]): Width {
  const widths = choices.map((choice) => widthOf(choice, groups));
  return {
    least: Math.min(...widths.map((width) => width.least)),
    most: Math.max(...widths.map((width) => width.most)),
  };
}
