// Layouts of patterns, of their matches and of scanners.
import type { PyDict } from "../../objects/table.ts";
import type { PyType } from "../../objects/type.ts";
import { PyObject, type Value } from "../../objects/value.ts";
import { moduleType } from "../module-type.ts";
import type { Match } from "./match-state.ts";
import type { Program } from "./program.ts";
import type { Subject } from "./subject.ts";
import type { TemplatePart } from "./template.ts";

export const patternType: PyType = moduleType("re", "Pattern");
export const matchType: PyType = moduleType("re", "Match");
export const scannerType: PyType = moduleType("_sre", "SRE_Scanner");

export class PyPattern extends PyObject {
  /** What it was compiled from: str or bytes. */
  readonly source: Value;
  /** The same as text. */
  readonly text: string;
  readonly isText: boolean;
  readonly flags: number;
  readonly program: Program;
  /** Numbers of groups by name. */
  readonly groupNames: ReadonlyMap<string, number>;
  /** The same as Python sees it. */
  readonly groupIndex: PyDict;
  /** The class of exceptions for templates that are wrong. */
  readonly errorType: Value;
  /** The template of the last substitution. */
  template: { readonly text: string; readonly parts: readonly TemplatePart[] } | null = null;

  constructor(
    source: Value,
    text: string,
    isText: boolean,
    flags: number,
    program: Program,
    groupNames: ReadonlyMap<string, number>,
    groupIndex: PyDict,
    errorType: Value,
  ) {
    super(patternType);
    this.source = source;
    this.text = text;
    this.isText = isText;
    this.flags = flags;
    this.program = program;
    this.groupNames = groupNames;
    this.groupIndex = groupIndex;
    this.errorType = errorType;
  }
}

export class PyMatch extends PyObject {
  readonly pattern: PyPattern;
  readonly subject: Subject;
  /** Offsets of the beginning and end of the match and of each group; -1 for groups that did not match. */
  readonly offsets: readonly number[];
  /** The group that ended last, or -1. */
  readonly lastIndex: number;
  /** Where the pattern was allowed to look, in positions. */
  readonly from: number;
  readonly to: number;

  constructor(pattern: PyPattern, subject: Subject, found: Match, from: number, to: number) {
    super(matchType);
    const { groupCount } = pattern.program;
    const offsets = found.slots.slice(0, 2 * groupCount + 2);
    offsets[0] = found.start;
    offsets[1] = found.position;
    this.pattern = pattern;
    this.subject = subject;
    this.offsets = offsets;
    this.lastIndex = found.slots[2 * groupCount + 2] as number;
    this.from = from;
    this.to = to;
  }
}

/** Matches of a pattern one after another, each from where the last one ended. */
export class PyScanner extends PyObject {
  readonly pattern: PyPattern;
  readonly subject: Subject;
  readonly from: number;
  readonly to: number;
  /** The next match, not begun yet. */
  readonly match: Match;
  /** One has failed. */
  isOver = false;

  constructor(pattern: PyPattern, subject: Subject, from: number, to: number, match: Match) {
    super(scannerType);
    this.pattern = pattern;
    this.subject = subject;
    this.from = from;
    this.to = to;
    this.match = match;
  }
}
