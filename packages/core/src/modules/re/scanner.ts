// Scanners: what Pattern.scanner() answers, and Pattern.finditer() goes through.
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result } from "../../objects/value.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { member, method, type TypeEntry } from "../../types/define.ts";
import { PyMatch, type PyPattern, PyScanner } from "./layouts.ts";
import { Match } from "./match-state.ts";
import { Progress } from "./matcher.ts";
import { advance, type Range } from "./matching.ts";
import type { Subject } from "./subject.ts";

export function newScanner(pattern: PyPattern, subject: Subject, { from, to, start, end }: Range): PyScanner {
  return new PyScanner(pattern, subject, from, to, start, end);
}

interface ScanState {
  readonly scanner: PyScanner;
  readonly match: Match;
}

function scan(vm: Machine, scanner: PyScanner, isSearch: boolean): Result {
  const { pattern, subject, at, end, mustAdvance } = scanner;
  if (at === null) return NONE;
  const match = new Match(pattern.program, subject, at, end, isSearch, false, mustAdvance);
  const state = { scanner, match };
  const progress = advance(vm, match);
  if (progress === Progress.GoesOn) return pushNative(vm, scanOp, state);
  return progress === undefined ? undefined : scanned(state, progress);
}

function scanned({ scanner, match }: ScanState, progress: Progress): Result {
  if (progress === Progress.Failed) {
    scanner.at = null;
    return NONE;
  }
  scanner.mustAdvance = match.position === match.start;
  scanner.at = match.position;
  return new PyMatch(scanner.pattern, scanner.subject, match, scanner.from, scanner.to);
}

const scanOp: NativeOp<ScanState> = {
  name: "regular expression",
  step(vm, state) {
    const progress = advance(vm, state.match);
    if (progress === Progress.GoesOn) return more(vm);
    return progress === undefined ? undefined : scanned(state, progress);
  },
};

export const SCANNER_ENTRIES: Readonly<Record<string, TypeEntry>> = {
  match: method("", (vm, self: PyScanner) => scan(vm, self, false)),
  search: method("", (vm, self: PyScanner) => scan(vm, self, true)),
  pattern: member((_vm, self: PyScanner) => self.pattern),
};
