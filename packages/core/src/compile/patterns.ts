// Patterns: tests that jump away when they fail, and the registers of what is captured.

import type { OpenRegion } from "../bytecode/builder.ts";
import type { Constant } from "../bytecode/code.ts";
import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { constantOf, FALSE, int, names, TRUE } from "./fold.ts";
import type { Unit } from "./unit.ts";
import { constantText } from "./unparse-literals.ts";

/** Where a failed test jumps, and the registers of the names captured so far; these stay in use to the end. */
export class PatternContext {
  readonly fail: OpenRegion;
  readonly captures: Map<string, number> = new Map();

  constructor(fail: OpenRegion) {
    this.fail = fail;
  }

  capture(unit: Unit, name: string, register: number, at: ast.Located): void {
    if (this.captures.has(name)) throw unit.error(`multiple assignments to name '${name}' in pattern`, at);
    this.captures.set(name, register);
  }
}

/**
 * Goes on when the value in `value` matches. `mayMatchAll` says that a pattern which always matches is allowed here:
 * it would make what follows it pointless.
 */
export function matchPattern(
  unit: Unit,
  context: PatternContext,
  pattern: ast.Pattern,
  value: number,
  mayMatchAll: boolean,
): void {
  switch (pattern.kind) {
    case "MatchValue":
      jumpUnlessEqual(unit, context, pattern, value);
      return;
    case "MatchSingleton":
      jumpUnlessIs(unit, context, pattern, value);
      return;
    case "MatchSequence":
      matchSequence(unit, context, pattern, value);
      return;
    case "MatchMapping":
      matchMapping(unit, context, pattern, value);
      return;
    case "MatchClass":
      matchClass(unit, context, pattern, value);
      return;
    case "MatchAs":
      matchAs(unit, context, pattern, value, mayMatchAll);
      return;
    case "MatchOr":
      matchOr(unit, context, pattern, value, mayMatchAll);
      return;
    case "MatchStar":
      // Sequences deal with their stars themselves.
      if (pattern.name !== null) context.capture(unit, pattern.name, value, pattern);
  }
}

function jumpUnlessEqual(unit: Unit, context: PatternContext, pattern: ast.MatchValue, value: number): void {
  const constant = constantOf(pattern.value);
  const index = constant === null ? -1 : unit.constant(constant);
  const { builder } = unit;
  if (index >= 0 && index <= 0xffff) {
    builder.emitJump(pattern, Op.JumpEqualConst, value, index, 0, context.fail);
    return;
  }
  if (pattern.value.kind === "JoinedStr") {
    throw unit.error("patterns may only match literals and attribute lookups", pattern);
  }
  const mark = unit.top;
  builder.emitJump(pattern, Op.JumpEqual, value, unit.operand(pattern.value), 0, context.fail);
  unit.release(mark);
}

function jumpUnlessIs(unit: Unit, context: PatternContext, pattern: ast.MatchSingleton, value: number): void {
  if (pattern.value === null) {
    unit.builder.emitJump(pattern, Op.JumpIsNone, value, 0, 0, context.fail);
    return;
  }
  const mark = unit.temp();
  unit.emitConstant(pattern, pattern.value ? TRUE : FALSE, mark);
  unit.builder.emitJump(pattern, Op.JumpIs, value, mark, 0, context.fail);
  unit.release(mark);
}

function jumpUnless(unit: Unit, context: PatternContext, at: ast.Located, test: Op, value: number): void {
  const mark = unit.temp();
  unit.emit(at, test, mark, value);
  unit.builder.emitJump(at, Op.JumpIf, mark, 0, 0, context.fail);
  unit.release(mark);
}

function jumpUnlessLength(
  unit: Unit,
  context: PatternContext,
  at: ast.Located,
  value: number,
  compare: Op.JumpEqualConst | Op.JumpGreaterEqualConst,
  length: number,
): void {
  const mark = unit.temp();
  unit.emit(at, Op.Length, mark, value);
  unit.builder.emitJump(at, compare, mark, unit.constant(int(length)), 0, context.fail);
  unit.release(mark);
}

function isWildcard(pattern: ast.Pattern): boolean {
  return pattern.kind === "MatchAs" && pattern.pattern === null && pattern.name === null;
}

function matchSequence(unit: Unit, context: PatternContext, pattern: ast.MatchSequence, value: number): void {
  const { patterns } = pattern;
  const star = patterns.findIndex((part) => part.kind === "MatchStar");
  if (patterns.some((part, at) => at > star && star !== -1 && part.kind === "MatchStar")) {
    throw unit.error("multiple starred names in sequence pattern", pattern);
  }
  jumpUnless(unit, context, pattern, Op.IsSequence, value);
  const count = patterns.length;
  if (star === -1) jumpUnlessLength(unit, context, pattern, value, Op.JumpEqualConst, count);
  else if (count > 1) jumpUnlessLength(unit, context, pattern, value, Op.JumpGreaterEqualConst, count - 1);
  const starPattern = patterns[star];
  const dropsStar = starPattern?.kind === "MatchStar" && starPattern.name === null;
  if (patterns.every((part, at) => isWildcard(part) || (at === star && dropsStar))) return;
  if (dropsStar) {
    matchItems(unit, context, pattern, value, star);
    return;
  }
  const first = unit.reserve(count);
  if (star === -1) unit.emit(pattern, Op.Unpack, first, value, count);
  else unit.builder.emitExtended(pattern, Op.UnpackStar, first, value, star, count - star - 1);
  for (const [at, part] of patterns.entries()) matchPattern(unit, context, part, first + at, true);
}

/** With `*_` there is no need to look at all items: those that matter are fetched, the last ones from the end. */
function matchItems(
  unit: Unit,
  context: PatternContext,
  pattern: ast.MatchSequence,
  value: number,
  star: number,
): void {
  const count = pattern.patterns.length;
  for (const [at, part] of pattern.patterns.entries()) {
    if (at === star || isWildcard(part)) continue;
    const item = unit.temp();
    if (at < star) {
      unit.emit(pattern, Op.LoadItemConst, item, value, unit.constant(int(at)));
    } else {
      unit.emit(pattern, Op.Length, item, value);
      unit.emit(pattern, Op.SubtractConst, item, item, unit.constant(int(count - at)));
      unit.emit(pattern, Op.LoadItem, item, value, item);
    }
    matchPattern(unit, context, part, item, true);
  }
}

function matchMapping(unit: Unit, context: PatternContext, pattern: ast.MatchMapping, value: number): void {
  const { keys, patterns, rest } = pattern;
  jumpUnless(unit, context, pattern, Op.IsMapping, value);
  if (keys.length === 0 && rest === null) return;
  const keyTuple = unit.temp();
  if (keys.length > 0) {
    jumpUnlessLength(unit, context, pattern, value, Op.JumpGreaterEqualConst, keys.length);
  }
  loadKeys(unit, pattern, keyTuple);
  if (keys.length > 0) {
    const found = unit.temp();
    unit.emit(pattern, Op.MatchKeys, found, value, keyTuple);
    unpackFound(unit, context, pattern, found, patterns);
  }
  if (rest !== null) {
    const register = unit.temp();
    unit.emit(pattern, Op.MatchRest, register, value, keyTuple);
    context.capture(unit, rest, register, pattern);
  }
}

function loadKeys(unit: Unit, pattern: ast.MatchMapping, target: number): void {
  const seen = new Set<string>();
  const constants: Constant[] = [];
  for (const key of pattern.keys) {
    const constant = constantOf(key);
    if (constant === null || constant.type === "tuple" || constant.type === "frozenset" || constant.type === "code") {
      if (key.kind === "Attribute" || key.kind === "BinOp") continue;
      throw unit.error("mapping pattern keys may only match literals and attribute lookups", pattern);
    }
    constants.push(constant);
    const identity = keyIdentity(constant);
    if (seen.has(identity)) {
      throw unit.error(`mapping pattern checks duplicate key (${constantText(constant)})`, pattern);
    }
    seen.add(identity);
  }
  if (constants.length === pattern.keys.length) {
    unit.emitConstant(pattern, { type: "tuple", items: constants }, target);
    return;
  }
  const mark = unit.top;
  for (const key of pattern.keys) unit.push(key);
  unit.emit(pattern, Op.BuildTuple, target, mark, pattern.keys.length);
  unit.release(mark);
}

/** A text that keys share which are equal in Python: 1, 1.0 and True. */
function keyIdentity(constant: Constant): string {
  switch (constant.type) {
    case "bool":
      return constant.value ? "1" : "0";
    case "int":
    case "float":
      return Object.is(constant.value, -0) ? "0" : String(constant.value);
    case "imaginary":
      return constant.value === 0 ? "0" : `${constant.value}j`;
    case "str":
      return `s${constant.value}`;
    case "bytes":
      return `b${constant.value.join()}`;
    default:
      return constant.type;
  }
}

/** Takes apart the tuple of what was found, or fails when it is None. */
function unpackFound(
  unit: Unit,
  context: PatternContext,
  pattern: ast.Pattern,
  found: number,
  parts: readonly ast.Pattern[],
): void {
  unit.builder.emitJump(pattern, Op.JumpIsNone, found, 0, 1, context.fail);
  if (parts.every(isWildcard)) return;
  const first = unit.reserve(parts.length);
  unit.emit(pattern, Op.Unpack, first, found, parts.length);
  for (const [at, part] of parts.entries()) matchPattern(unit, context, part, first + at, true);
}

function matchClass(unit: Unit, context: PatternContext, pattern: ast.MatchClass, value: number): void {
  const { cls, patterns, keywordNames, keywordPatterns } = pattern;
  for (const [at, name] of keywordNames.entries()) {
    if (keywordNames.indexOf(name) < at) {
      throw unit.error(`attribute name repeated in class pattern: ${name}`, keywordPatterns[at] as ast.Pattern);
    }
  }
  const found = unit.temp();
  const base = unit.temp();
  unit.move(pattern, base, value);
  unit.push(cls);
  const tuple = unit.constant(names(keywordNames));
  unit.builder.emitExtended(pattern, Op.MatchClass, found, base, patterns.length, tuple);
  unit.release(base);
  unpackFound(unit, context, pattern, found, [...patterns, ...keywordPatterns]);
}

function matchAs(unit: Unit, context: PatternContext, pattern: ast.MatchAs, value: number, mayMatchAll: boolean): void {
  if (pattern.pattern !== null) {
    matchPattern(unit, context, pattern.pattern, value, mayMatchAll);
  } else if (!mayMatchAll) {
    const what = pattern.name === null ? "wildcard" : `name capture '${pattern.name}'`;
    throw unit.error(`${what} makes remaining patterns unreachable`, pattern);
  }
  if (pattern.name !== null) context.capture(unit, pattern.name, value, pattern);
}

/** All alternatives bind the same names, which end up in the same registers. */
function matchOr(unit: Unit, context: PatternContext, pattern: ast.MatchOr, value: number, mayMatchAll: boolean): void {
  const { builder } = unit;
  const end = builder.openBlock();
  const shared = new Map<string, number>();
  const last = pattern.patterns.length - 1;
  // Names come to light as the first alternative is compiled: its registers stay, and all later ones move there.
  for (const [at, alternative] of pattern.patterns.entries()) {
    const next = at === last ? context.fail : builder.openBlock();
    const mark = unit.top;
    const own = new PatternContext(next);
    matchPattern(unit, own, alternative, value, mayMatchAll && at === last);
    if (at === 0) {
      for (const name of own.captures.keys()) shared.set(name, unit.temp());
    } else if (own.captures.size !== shared.size || [...own.captures.keys()].some((name) => !shared.has(name))) {
      throw unit.error("alternative patterns bind different names", pattern);
    }
    for (const [name, register] of own.captures) unit.move(null, shared.get(name) as number, register);
    if (at > 0) unit.release(mark);
    if (at < last) {
      builder.emitJump(null, Op.Jump, 0, 0, 0, end);
      builder.closeBlock(next);
    }
  }
  builder.closeBlock(end);
  for (const [name, register] of shared) context.capture(unit, name, register, pattern);
}
