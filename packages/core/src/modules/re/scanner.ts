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
  return new PyScanner(pattern, subject, from, to, new Match(pattern.program, subject, start, end, true, false, false));
}

function scan(vm: Machine, scanner: PyScanner, isSearch: boolean): Result {
  if (scanner.isOver) return NONE;
  scanner.match.isSearch = isSearch;
  const progress = advance(vm, scanner.match);
  if (progress === Progress.GoesOn) return pushNative(vm, scanOp, scanner);
  return progress === undefined ? undefined : scanned(scanner, progress);
}

function scanned(scanner: PyScanner, progress: Progress): Result {
  const { pattern, subject, match, from, to } = scanner;
  if (progress === Progress.Failed) {
    scanner.isOver = true;
    return NONE;
  }
  const found = new PyMatch(pattern, subject, match, from, to);
  match.follow();
  return found;
}

const scanOp: NativeOp<PyScanner> = {
  name: "regular expression",
  step(vm, scanner) {
    const progress = advance(vm, scanner.match);
    if (progress === Progress.GoesOn) return more(vm);
    return progress === undefined ? undefined : scanned(scanner, progress);
  },
};

export const SCANNER_ENTRIES: Readonly<Record<string, TypeEntry>> = {
  match: method("", (vm, self: PyScanner) => scan(vm, self, false)),
  search: method("", (vm, self: PyScanner) => scan(vm, self, true)),
  pattern: member((_vm, self: PyScanner) => self.pattern),
};
