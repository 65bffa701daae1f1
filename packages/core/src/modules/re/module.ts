// The module _re: what the prelude's `re` is built on.
import type { Machine } from "../../objects/machine.ts";
import { newDict } from "../../objects/make.ts";
import { PyBytes, type PyList } from "../../objects/sequences.ts";
import { PyPayload } from "../../objects/instance.ts";
import type { Result, Value } from "../../objects/value.ts";
import { charge, countBytes } from "../../protocol/charge.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { raiseOverflowError, raiseTypeError } from "../../protocol/raise.ts";
import { dictSetString } from "../../protocol/table.ts";
import { defineType } from "../../types/define.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { compilePattern } from "./compile.ts";
import { matchType, patternType, PyPattern, scannerType } from "./layouts.ts";
import { MATCH_ENTRIES } from "./match.ts";
import { parsePattern } from "./parse.ts";
import { PATTERN_ENTRIES } from "./pattern.ts";
import { PatternProblem } from "./pattern-source.ts";
import { attempt, raiseProblem } from "./problem.ts";
import { SCANNER_ENTRIES } from "./scanner.ts";
import { latinOf } from "./subject.ts";

/** Characters that the charge of compiling one stands for. */
const COMPILE_COST = 64;
/** Bytes of a compiled pattern for each character, about, and of any. */
const PATTERN_BYTES = 60;
const LEAST_BYTES = 2000;
const MOST_FLAGS = 2 ** 31;

function isPatternSource(value: Value): boolean {
  return value instanceof PyBytes || (value instanceof PyPayload && value.payload instanceof PyBytes);
}

/** A pattern; `dubious` gets the texts of warnings to be issued, whether it can be compiled or not. */
function compileBody(vm: Machine, source: Value, flagsValue: Value, errorType: Value, dubious: Value): Result {
  const plain = asString(source);
  if (plain === undefined && !isPatternSource(source)) {
    return raiseTypeError(vm, "first argument must be string or compiled pattern");
  }
  const isText = plain !== undefined;
  const text = plain ?? latinOf(vm, source);
  if (text === undefined) return undefined;
  const flags = asInt(flagsValue) as number | bigint;
  if (flags >= MOST_FLAGS || flags < -MOST_FLAGS) {
    return raiseOverflowError(vm, "Python int too large to convert to C int");
  }
  charge(vm, text.length * COMPILE_COST);
  countBytes(vm, LEAST_BYTES + text.length * PATTERN_BYTES);
  const warnings: string[] = [];
  const made = attempt(() => {
    const pattern = parsePattern(text, isText, Number(flags), vm.unicodeNames, warnings);
    return { pattern, program: compilePattern(pattern, isText) };
  });
  (dubious as PyList).items.push(...warnings);
  if (made instanceof PatternProblem) return raiseProblem(vm, made, source, errorType);
  const { pattern, program } = made;
  const index = newDict();
  for (const [name, group] of pattern.groupNames) dictSetString(index, name, group);
  return new PyPattern(source, text, isText, pattern.flags, program, pattern.groupNames, index, errorType);
}

defineType(patternType, "Compiled regular expression object.", PATTERN_ENTRIES);
defineType(
  matchType,
  "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
  MATCH_ENTRIES,
);
defineType(scannerType, null, SCANNER_ENTRIES);

export const RE: NativeModule = defineModule({
  name: "_re",
  functions: { compile: func("pattern, flags, error, dubious, /", compileBody) },
  constants: { Pattern: patternType, Match: matchType },
});
