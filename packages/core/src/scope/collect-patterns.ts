// Collects the names that the patterns of a match statement mention.

import type * as ast from "../syntax/ast.ts";
import { collectExpression, refuseDebug } from "./collect-expressions.ts";
import type { Collector } from "./collector.ts";
import { Flag } from "./scope.ts";

export function collectPattern(collector: Collector, pattern: ast.Pattern): void {
  switch (pattern.kind) {
    case "MatchValue":
      collectExpression(collector, pattern.value);
      return;
    case "MatchSingleton":
      return;
    case "MatchSequence":
    case "MatchOr":
      for (const part of pattern.patterns) collectPattern(collector, part);
      return;
    case "MatchMapping":
      for (const key of pattern.keys) collectExpression(collector, key);
      for (const part of pattern.patterns) collectPattern(collector, part);
      capture(collector, pattern.rest, pattern);
      return;
    case "MatchClass":
      collectExpression(collector, pattern.cls);
      for (const part of pattern.patterns) collectPattern(collector, part);
      for (const name of pattern.keywordNames) refuseDebug(collector, name, pattern);
      for (const part of pattern.keywordPatterns) collectPattern(collector, part);
      return;
    case "MatchStar":
      capture(collector, pattern.name, pattern);
      return;
    case "MatchAs":
      if (pattern.pattern !== null) collectPattern(collector, pattern.pattern);
      capture(collector, pattern.name, pattern);
      return;
  }
}

function capture(collector: Collector, name: string | null, at: ast.Located): void {
  if (name === null) return;
  refuseDebug(collector, name, at);
  collector.define(name, Flag.Assigned, at);
}
