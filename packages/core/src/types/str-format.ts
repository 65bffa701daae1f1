// str.format and str.format_map: fills the fields of a template.
import { countBytes } from "../protocol/charge.ts";
import { indexErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { parseTemplate, type TemplateField, type TemplatePiece, unknownConversion } from "../text/template-parse.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { ascii, format, repr, str } from "../protocol/conversion.ts";
import { raiseFault } from "../protocol/fault.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseKeyError, raiseMemoryError, raiseNew, raiseValueError } from "../protocol/raise.ts";
import { getItem } from "../protocol/subscript.ts";
import { method, type TypeEntry } from "./define.ts";
import { type FormatKind, parsedFormat } from "../protocol/parsed-formats.ts";

enum Stage {
  /** At the start of a piece. */
  Piece,
  /** The next input is the field's first object, or what its last accessor gave. */
  Access,
  /** `value` is known, its accessors are done. */
  Convert,
  /** The next input is the converted value. */
  Converted,
  /** `value` is to be formatted by `spec`. */
  Format,
  /** The next input is the formatted text. */
  Formatted,
}

/** A template under way: the outer one, or that of a field's specification. */
interface Level {
  readonly pieces: readonly TemplatePiece[];
  at: number;
  text: string;
  stage: Stage;
  /** Accessors done. */
  accessed: number;
  value: Value;
  spec: string;
}

interface FormatState {
  readonly positional: readonly Value[];
  /** The keyword arguments; null for format_map, which asks `mapping`. */
  readonly keywords: ReadonlyMap<string, Value> | null;
  readonly mapping: Value;
  /** Never more than two deep. */
  readonly levels: Level[];
  length: number;
}

function newLevel(pieces: readonly TemplatePiece[]): Level {
  return { pieces, at: 0, text: "", stage: Stage.Piece, accessed: 0, value: NONE, spec: "" };
}

const TEMPLATE: FormatKind<readonly TemplatePiece[]> = { parse: parseTemplate };

function formatTemplate(
  vm: Machine,
  template: string,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
  mapping: Value,
): Result {
  const levels = [newLevel(parsedFormat(vm, TEMPLATE, template))];
  return advance(vm, { positional, keywords, mapping, levels, length: 0 }, undefined, false);
}

const formatOp: NativeOp<FormatState> = {
  name: "str.format",
  step: (vm, state, input) => advance(vm, state, input, true),
};

/** Pieces filled in one step. */
const STRIDE = 500;

/**
 * Go on with the pieces. Out of its frame it does what needs no Python, then pushes the frame, which goes on from the
 * same stage.
 */
function advance(vm: Machine, state: FormatState, input: Value | undefined, inFrame: boolean): Result {
  const { levels } = state;
  let answer: Result = input;
  let left = STRIDE;
  for (;;) {
    const level = levels[levels.length - 1] as Level;
    // Only between pieces is there no answer at hand that would be lost.
    if (level.stage === Stage.Piece && left-- <= 0) return inFrame ? more(vm) : pushNative(vm, formatOp, state);
    const piece = level.pieces[level.at];
    if (piece === undefined) {
      const { text } = level;
      if (levels.length === 1) return text;
      levels.pop();
      const outer = levels[levels.length - 1] as Level;
      outer.spec = text;
      outer.stage = Stage.Format;
      continue;
    }
    if (typeof piece === "string") {
      if (!emit(vm, state, level, piece)) return undefined;
      continue;
    }
    if (piece instanceof Fault) return raiseFault(vm, piece);
    if (level.stage === Stage.Piece) {
      const text = plainField(vm, state, piece);
      if (text !== undefined) {
        if (!emit(vm, state, level, text as string)) return undefined;
        continue;
      }
      if (vm.error !== null) return undefined;
    }
    if (!inFrame) return pushNative(vm, formatOp, state);
    switch (level.stage) {
      case Stage.Piece:
        level.stage = Stage.Access;
        level.accessed = 0;
        answer = firstObject(vm, state, piece);
        break;
      case Stage.Access: {
        level.value = answer as Value;
        const accessor = piece.accessors[level.accessed++];
        if (accessor === undefined) {
          level.stage = Stage.Convert;
          continue;
        }
        if (accessor instanceof Fault) return raiseFault(vm, accessor);
        answer =
          accessor.kind === "attribute"
            ? getAttribute(vm, level.value, accessor.name)
            : getItem(vm, level.value, accessor.key);
        break;
      }
      case Stage.Convert:
        level.stage = Stage.Converted;
        answer = converted(vm, piece.conversion, level.value);
        break;
      case Stage.Converted:
        level.value = answer as Value;
        level.spec = piece.spec;
        level.stage = Stage.Format;
        if (piece.nested !== undefined) levels.push(newLevel(piece.nested));
        continue;
      case Stage.Format:
        level.stage = Stage.Formatted;
        answer = format(vm, level.value, level.spec);
        break;
      case Stage.Formatted:
        if (!emit(vm, state, level, asString(answer) as string)) return undefined;
        level.stage = Stage.Piece;
        continue;
    }
    if (answer === undefined) return undefined;
  }
}

/** The text of a field that is nothing but a plain value; undefined after raising, and for all others. */
function plainField(vm: Machine, { positional, keywords }: FormatState, piece: TemplateField): Result {
  const { first, conversion } = piece;
  if (first instanceof Fault || keywords === null || piece.nested !== undefined || piece.accessors.length > 0) {
    return undefined;
  }
  const value = typeof first === "number" ? positional[first] : keywords.get(first);
  if (value === undefined || !isPlainValue(value) || (conversion === "a" && typeof value === "object"))
    return undefined;
  const shown = conversion === "" ? value : converted(vm, conversion, value);
  return shown === undefined ? undefined : format(vm, shown, piece.spec);
}

function isPlainValue(value: Value): boolean {
  return typeof value !== "object" || value === NONE || value instanceof PyFloat;
}

function firstObject(vm: Machine, state: FormatState, { first }: TemplateField): Result {
  if (first instanceof Fault) return raiseFault(vm, first);
  if (typeof first === "number") {
    if (state.keywords === null) return raiseValueError(vm, "Format string contains positional fields");
    const value = state.positional[first];
    if (value !== undefined) return value;
    return raiseNew(vm, indexErrorType, `Replacement index ${first} out of range for positional args tuple`);
  }
  if (state.keywords === null) return getItem(vm, state.mapping, first);
  return state.keywords.get(first) ?? raiseKeyError(vm, first);
}

function converted(vm: Machine, conversion: string, value: Value): Result {
  switch (conversion) {
    case "":
      return value;
    case "s":
      return str(vm, value);
    case "r":
      return repr(vm, value);
    case "a":
      return ascii(vm, value);
    default:
      return raiseFault(vm, unknownConversion(conversion));
  }
}

function emit(vm: Machine, state: FormatState, level: Level, text: string): boolean {
  state.length += text.length;
  countBytes(vm, text.length);
  if (state.length > vm.limits.length) {
    raiseMemoryError(vm);
    return false;
  }
  level.text += text;
  level.at++;
  return true;
}

export function strFormat(): Readonly<Record<string, TypeEntry>> {
  return {
    format: method("*args, **kwargs", (vm, self: string, args: Value[], keywords: Map<string, Value>) =>
      formatTemplate(vm, self, args, keywords, NONE),
    ),
    format_map: method("mapping, /", (vm, self: string, mapping: Value) => formatTemplate(vm, self, [], null, mapping)),
  };
}
