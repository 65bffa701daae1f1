// The matcher in small portions of steps comes to the same as in one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePoints } from "../../text/code-points.ts";
import { compilePattern } from "./compile.ts";
import { Match } from "./match-state.ts";
import { Progress, run } from "./matcher.ts";
import { parsePattern } from "./parse.ts";

function outcome(pattern: string, text: string, steps: () => number): unknown {
  const program = compilePattern(parsePattern(pattern, true, 0, null, []), true);
  const points = new CodePoints(text);
  const subject = { source: text, isText: true, text, points: points.trivial ? null : points };
  const match = new Match(program, subject, 0, text.length, true, false, false);
  let progress = run(match, steps());
  while (progress === Progress.GoesOn) progress = run(match, steps());
  return progress === Progress.Matched
    ? [match.start, match.position, match.slots.slice(2, 3 + 2 * program.groupCount)]
    : null;
}

/** Patterns of all kinds of instructions, some of which try many ways. */
const PATTERNS = [
  "(a*?)(b+)c?",
  "(?:a|ab|(b))*?$",
  "(a+)+b",
  "((a)|b){2,3}\\2?",
  "(?=(a+))a*b\\1",
  "(?<=b)a(?!b)|(?<!a)b",
  "(?>a*)b|(?:ab?)*+a",
  "(a)?(?(1)b|a)*",
  "(?i:A|[B-C])+\\Z",
  "(?m:^b.*$)",
  "[^a]{1,2}?(.)\\b",
  "😀+(.)",
];

describe("the matcher", () => {
  it.each(PATTERNS)("comes to the same in portions of any size: %s", (pattern) => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", "c", "\n", "😀"), maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }), (text, portions) => {
        let at = 0;
        const inPortions = outcome(pattern, text, () => portions[at++ % portions.length] as number);
        expect(inPortions).toEqual(outcome(pattern, text, () => Infinity));
      }),
      { numRuns: 300 },
    );
  });

  it("finds what it is to find", () => {
    expect(outcome("(a+)+b", "caab", () => 3)).toEqual([1, 4, [1, 3, 1]]);
    expect(outcome("x", "caab", () => 1)).toBe(null);
  });

  it("goes through a run longer than a portion", () => {
    const text = "a".repeat(50_000);
    expect(outcome("a*?b|(a*)a", text, () => 1)).toEqual([0, 50_000, [0, 49_999, 1]]);
  });
});
