// From the tree of a pattern to the program that the matcher runs.
import { CharSet } from "./char-set.ts";
import { firstTable } from "./first-table.ts";
import { ASCII, combined, DOTALL, IGNORECASE, LOCALE, MULTILINE } from "./flags.ts";
import { PatternProblem } from "./pattern-source.ts";
import { LINE_END, LINE_START, Op, type Program } from "./program.ts";
import { Greed, type Group, type Node, type Pattern, Place, type Repeat, type Sequence, widthOf } from "./syntax.ts";

interface Compilation {
  readonly pattern: Pattern;
  readonly isText: boolean;
  readonly words: number[];
  readonly sets: CharSet[];
  readonly texts: string[];
  readonly firsts: Uint8Array[];
  /** Sets by their nodes and flags, so that each is made once. */
  readonly made: Map<Node, Map<number, CharSet | number>>;
  slotCount: number;
}

export function compilePattern(pattern: Pattern, isText: boolean): Program {
  const { groupCount, flags } = pattern;
  const slotCount = 2 * groupCount + 3;
  const compilation: Compilation = {
    pattern,
    isText,
    words: [],
    sets: [],
    texts: [],
    firsts: [],
    made: new Map(),
    slotCount,
  };
  emitSequence(compilation, pattern.body, flags);
  compilation.words.push(Op.Match);
  const { words, sets, texts, firsts } = compilation;
  return {
    words: Int32Array.from(words),
    sets,
    texts,
    firsts,
    first: firstTable(pattern.body, flags, (node, inner) => setOf(compilation, node, inner)),
    isAnchored: isAnchored(pattern.body, flags),
    groupCount,
    slotCount: compilation.slotCount,
  };
}

function isAnchored([first]: Sequence, flags: number): boolean {
  if (first?.kind !== "place") return false;
  return first.place === Place.TextStart || (first.place === Place.Start && (flags & MULTILINE) === 0);
}

/** Letters and digits are those of ASCII. */
function isAsciiOnly({ isText }: Compilation, flags: number): boolean {
  return !isText || (flags & (ASCII | LOCALE)) !== 0;
}

function emitSequence(compilation: Compilation, body: Sequence, flags: number): void {
  for (let at = 0; at < body.length; ) {
    const length = textLength(compilation, body, at, flags);
    if (length > 1) {
      emitText(compilation, body.slice(at, at + length));
      at += length;
    } else emit(compilation, body[at++] as Node, flags);
  }
}

/** How many nodes from `at` on are plain characters of the basic plane. */
function textLength(compilation: Compilation, body: Sequence, at: number, flags: number): number {
  let end = at;
  for (; end < body.length; end++) {
    const node = body[end] as Node;
    if (node.kind !== "literal") break;
    const code = setOf(compilation, node, flags);
    if (typeof code !== "number" || !isPlain(code)) break;
  }
  return end - at;
}

function isPlain(code: number): boolean {
  return code < 0xd800 || (code > 0xdfff && code <= 0xffff);
}

function emitText({ words, texts }: Compilation, literals: Sequence): void {
  const codes = literals.map((node) => (node as Extract<Node, { kind: "literal" }>).code);
  words.push(Op.Text, texts.length);
  texts.push(codes.map((code) => String.fromCharCode(code)).join(""));
}

function emit(compilation: Compilation, node: Node, flags: number): void {
  const { words } = compilation;
  switch (node.kind) {
    case "literal":
    case "any":
    case "set":
      words.push(...testOf(compilation, node, flags));
      return;
    case "place":
      words.push(Op.At, placeOf(node.place, flags), isAsciiOnly(compilation, flags) ? 1 : 0);
      return;
    case "group":
      emitGroup(compilation, node, flags);
      return;
    case "branch":
      emitBranch(compilation, node.choices, flags);
      return;
    case "repeat":
      emitRepeat(compilation, node, flags);
      return;
    case "backreference":
      words.push(Op.Again, node.group, flags & IGNORECASE ? (isAsciiOnly(compilation, flags) ? 1 : 0) : 2);
      return;
    case "conditional":
      emitConditional(compilation, node, flags);
      return;
    case "look":
      emitLook(compilation, node, flags);
      return;
    case "atomic":
      emitAtomic(compilation, () => emitSequence(compilation, node.body, flags));
  }
}

function placeOf(place: Place, flags: number): number {
  if (flags & MULTILINE && place === Place.Start) return LINE_START;
  if (flags & MULTILINE && place === Place.End) return LINE_END;
  return place;
}

/** A character that must be just this one, or a set. */
function setOf(compilation: Compilation, node: Node, flags: number): CharSet | number {
  if (node.kind === "literal" && !node.isNegated && (flags & IGNORECASE) === 0) return node.code;
  const byFlags = compilation.made.get(node) ?? new Map<number, CharSet | number>();
  compilation.made.set(node, byFlags);
  const known = byFlags.get(flags);
  if (known !== undefined) return known;
  const { items, isNegated } = asSet(node);
  const made = new CharSet(items, isNegated, isAsciiOnly(compilation, flags), (flags & IGNORECASE) !== 0);
  byFlags.set(flags, made);
  return made;
}

function asSet(node: Node): Pick<Extract<Node, { kind: "set" }>, "items" | "isNegated"> {
  if (node.kind === "literal") {
    return { items: [{ kind: "range", low: node.code, high: node.code }], isNegated: node.isNegated };
  }
  return node as Extract<Node, { kind: "set" }>;
}

/** The instruction that tests one character, with its operand. */
function testOf(compilation: Compilation, node: Node, flags: number): readonly [Op, number] {
  if (node.kind === "any") return [flags & DOTALL ? Op.Any : Op.InLine, 0];
  const set = setOf(compilation, node, flags);
  if (typeof set === "number") return [isPlain(set) ? Op.Char : Op.WideChar, set];
  const known = compilation.sets.indexOf(set);
  return [Op.Set, known < 0 ? compilation.sets.push(set) - 1 : known];
}

function emitGroup(compilation: Compilation, { index, added, removed, body }: Group, flags: number): void {
  const inner = combined(flags, added, removed);
  if (index !== null) compilation.words.push(Op.Open, 2 * index);
  emitSequence(compilation, body, inner);
  if (index !== null) compilation.words.push(Op.Close, index);
}

/** Write a jump whose target is not known yet; where the target goes. */
function hole({ words }: Compilation, ...instruction: number[]): number {
  words.push(...instruction, 0);
  return words.length - 1;
}

function fill({ words }: Compilation, place: number): void {
  words[place] = words.length;
}

function emitBranch(compilation: Compilation, choices: readonly Sequence[], flags: number): void {
  const ends: number[] = [];
  const last = choices.length - 1;
  for (const [at, choice] of choices.entries()) {
    if (at === last) {
      emitSequence(compilation, choice, flags);
      break;
    }
    const first = firstTable(choice, flags, (node, inner) => setOf(compilation, node, inner));
    const next = hole(compilation, first === null ? Op.Choice : Op.ChoiceIf);
    if (first !== null) compilation.words.push(compilation.firsts.push(first) - 1);
    emitSequence(compilation, choice, flags);
    ends.push(hole(compilation, Op.Jump));
    fill(compilation, next);
  }
  for (const end of ends) fill(compilation, end);
}

/** One character, which no group captures. */
function isSingle([node, ...rest]: Sequence): boolean {
  return rest.length === 0 && (node?.kind === "literal" || node?.kind === "any" || node?.kind === "set");
}

function emitRepeat(compilation: Compilation, node: Repeat, flags: number): void {
  const { greed, body } = node;
  const min = asWord(node.min);
  const max = asWord(node.max);
  if (greed === Greed.Possessive) {
    emitAtomic(compilation, () => {
      const fixed = isSingle(body) ? body : [{ kind: "atomic", body } as const];
      emitRepeat(compilation, { ...node, greed: Greed.Greedy, body: fixed }, flags);
    });
    return;
  }
  const { words } = compilation;
  const isLazy = greed === Greed.Lazy;
  if (isSingle(body)) {
    const test = testOf(compilation, body[0] as Node, flags);
    words.push(isLazy ? Op.LazyRun : Op.GreedyRun, min, max, ...test);
    if (isLazy) words.push(Op.LazyMore, ...test);
    else words.push(Op.GreedyLess);
    return;
  }
  const slot = newSlots(compilation);
  words.push(Op.LoopStart, slot);
  const start = words.length;
  const exit = hole(compilation, isLazy ? Op.Lazy : Op.Greedy, slot, min, max);
  if (isLazy) words.push(Op.LazyRound, slot);
  emitSequence(compilation, body, flags);
  words.push(Op.Jump, start);
  fill(compilation, exit);
}

/** A count as a word of the program: no text has as many characters as the largest. */
function asWord(count: number): number {
  return Math.min(count, LARGEST_WORD);
}

const LARGEST_WORD = 2 ** 31 - 1;
/** No look goes further back, as in CPython. */
const MOST_BEHIND = 2 ** 32 - 1;

function newSlots(compilation: Compilation): number {
  compilation.slotCount += 2;
  return compilation.slotCount - 2;
}

function emitAtomic(compilation: Compilation, body: () => void): void {
  const slot = newSlots(compilation);
  compilation.words.push(Op.Atomic, slot);
  body();
  compilation.words.push(Op.AtomicEnd, slot);
}

function emitConditional(
  compilation: Compilation,
  { group, yes, no }: Extract<Node, { kind: "conditional" }>,
  flags: number,
): void {
  const otherwise = hole(compilation, Op.IfGroup, group);
  emitSequence(compilation, yes, flags);
  const end = hole(compilation, Op.Jump);
  fill(compilation, otherwise);
  emitSequence(compilation, no, flags);
  fill(compilation, end);
}

function emitLook(
  compilation: Compilation,
  { isBehind, isNegated, body }: Extract<Node, { kind: "look" }>,
  flags: number,
): void {
  const { words, pattern } = compilation;
  const { least, most } = widthOf(body, pattern.groupWidths);
  if (isBehind && least > MOST_BEHIND) throw new PatternProblem("looks too much behind");
  if (isBehind && least !== most) throw new PatternProblem("look-behind requires fixed-width pattern");
  const back = isBehind ? asWord(least) : 0;
  const slot = newSlots(compilation);
  if (!isNegated) {
    words.push(Op.Look, slot, back);
    emitSequence(compilation, body, flags);
    words.push(Op.LookEnd, slot);
    return;
  }
  const after = hole(compilation, Op.LookNot, slot, back);
  emitSequence(compilation, body, flags);
  words.push(Op.LookNotEnd, slot);
  fill(compilation, after);
}
