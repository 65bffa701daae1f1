// Compiled patterns: words for the matcher, and what they refer to.
import type { CharSet } from "./char-set.ts";

/**
 * Instructions, with their operands. Each goes on with the next, or fails, unless it says otherwise; `test item` is one of
 * the instructions from Char to Set with its operand.
 */
export enum Op {
  /** The end: a match, if it may end here. */
  Match,
  /** Never matches. */
  Fail,
  /** code: that character, of the basic plane. */
  Char,
  /** code: that character, a surrogate or beyond the basic plane. */
  WideChar,
  /** Any character. */
  Any,
  /** Any character but a line break. */
  InLine,
  /** set */
  Set,
  /** text: two or more characters. */
  Text,
  /** place, isAscii: see Place, or one of the two below. */
  At,
  /** slot: notes the offset where a group begins. */
  Open,
  /** group: notes where it ends, and that it was the last to. */
  Close,
  /** group, isAscii: its text again; isAscii is 2 where case counts. */
  Again,
  /** group, no: goes to `no` where the group has not matched. */
  IfGroup,
  /** to */
  Jump,
  /** other: goes to `other` when what follows fails. */
  Choice,
  /** other, first: the same, and at once where no character of the table `first` comes next. */
  ChoiceIf,
  /** min, max, test, item: a test as often as possible; followed by GreedyLess. */
  GreedyRun,
  /** Come back to with one character less; passed over otherwise. */
  GreedyLess,
  /** min, max, test, item: a test as rarely as possible; followed by LazyMore. */
  LazyRun,
  /** test, item: come back to with one character more; passed over otherwise. */
  LazyMore,
  /** slot: begins a loop, whose count and last start are in the slots. */
  LoopStart,
  /** slot, min, max, exit: at the beginning of each round. */
  Greedy,
  /** slot, min, max, exit: the same; followed by LazyRound. */
  Lazy,
  /** slot: come back to for another round; passed over at first. */
  LazyRound,
  /** slot, back: begins a look, so many characters behind. */
  Look,
  /** slot: ends it, back where it began; what it could have matched otherwise is forgotten. */
  LookEnd,
  /** slot, back, after: begins a look that must fail; goes to `after` when it does. */
  LookNot,
  /** slot */
  LookNotEnd,
  /** slot: begins what, once matched, is not matched otherwise. */
  Atomic,
  /** slot */
  AtomicEnd,
}

/** `^` and `$` with MULTILINE, beside the places of syntax.ts. */
export const LINE_START = 6;
export const LINE_END = 7;

/** The place of the table `first` that stands for all characters beyond Latin-1. */
export const BEYOND_LATIN = 256;

/** Which characters a match may begin with; more may be told than do. Null where it may be empty, or that is not known. */
export type FirstTable = Uint8Array | null;

export interface Program {
  readonly words: Int32Array;
  readonly sets: readonly CharSet[];
  readonly texts: readonly string[];
  readonly firsts: readonly Uint8Array[];
  readonly first: FirstTable;
  /** It can only match at the beginning of the text. */
  readonly isAnchored: boolean;
  readonly groupCount: number;
  /**
   * Slots: two for each group and the whole match, then one for the group that was closed last, then those of loops and
   * looks.
   */
  readonly slotCount: number;
}
