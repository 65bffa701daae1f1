// The % operator of str and bytes: takes the arguments one by one, converts and formats them.
import { typeErrorType } from "../objects/exception-types.ts";
import { dictType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyTuple } from "../objects/sequences.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { unitBytes } from "../text/codec-utf8.ts";
import { printfField, type PrintfField } from "../text/printf-format.ts";
import { type Conversion, parsePrintf, type PrintfPiece } from "../text/printf-parse.ts";
import { allocate } from "../protocol/charge.ts";
import { raiseFault } from "../protocol/fault.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asInt, special } from "../protocol/lookup.ts";
import { catchError, raiseMemoryError, raiseOverflowError, raiseTypeError } from "../protocol/raise.ts";
import { getItem } from "../protocol/subscript.ts";
import { find } from "../protocol/table-search.ts";
import { type FormatKind, parsedFormat } from "../protocol/parsed-formats.ts";

/** How one of the two types converts and shows an argument: static data. */
export interface PrintfStyle {
  readonly noun: "string" | "bytes";
  /** Whether an argument is one text rather than a mapping. */
  isText(value: Value): boolean;
  /** Whether `convert` answers at once, without Python. */
  isPlain(piece: Conversion, value: Value): boolean;
  /** First step: the argument as a str, bytes, int or float. May push frames, and raises for a type that it does not know. */
  convert(vm: Machine, piece: Conversion, value: Value): Result;
  /** What a TypeError in `convert` becomes; null leaves it. */
  refusal(piece: Conversion, value: Value): string | null;
  /** Second step: its text, as a str whose code units are the bytes in the case of bytes. */
  show(vm: Machine, type: string, converted: Value, field: PrintfField): string | Fault | undefined;
}

enum Stage {
  /** At the start of a piece. */
  Piece,
  /** The next input is the value of the mapping. */
  Key,
  /** `value` is known and not converted. */
  Convert,
  /** The next input is the converted value. */
  Converted,
}

interface PrintfState {
  readonly style: PrintfStyle;
  readonly pieces: readonly PrintfPiece[];
  at: number;
  text: string;
  /** The arguments of a tuple; null for a single argument that is none. */
  items: readonly Value[] | null;
  single: Value;
  next: number;
  readonly mapping: Value | null;
  stage: Stage;
  value: Value;
  field: PrintfField | null;
  /** What to make of the text at the end. */
  readonly finish: PrintfFinish;
}

/** Static data: the result from the text. */
export interface PrintfFinish {
  finish(text: string): Value;
}

const PRINTF: FormatKind<readonly PrintfPiece[]> = { parse: parsePrintf };

/** `format % args`. */
export function printf(vm: Machine, style: PrintfStyle, format: string, args: Value, finish: PrintfFinish): Result {
  const isTuple = args instanceof PyTuple;
  const isText = typeof args === "string" || style.isText(args);
  const state: PrintfState = {
    style,
    pieces: parsedFormat(vm, PRINTF, format),
    at: 0,
    text: "",
    items: isTuple ? args.items : null,
    single: args,
    next: 0,
    mapping: isTuple || isText || special(args, "__getitem__") === undefined ? null : args,
    stage: Stage.Piece,
    value: args,
    field: null,
    finish,
  };
  return advance(vm, state, undefined, false);
}

const printfOp: NativeOp<PrintfState> = {
  name: "%",
  step: (vm, state, input) => advance(vm, state, input, true),
  raised: (vm, state) => (state.stage === Stage.Converted ? refuse(vm, state) : undefined),
};

/** Pieces formatted in one step. */
const STRIDE = 1000;

/**
 * Go on with the pieces. Out of its frame it does what needs no Python, then pushes the frame, which goes on from the
 * same stage.
 */
function advance(vm: Machine, state: PrintfState, input: Value | undefined, inFrame: boolean): Result {
  const { pieces, style } = state;
  let answer: Result = input;
  for (let left = STRIDE; left > 0; left--) {
    const piece = pieces[state.at];
    if (piece === undefined) return finish(vm, state);
    if (typeof piece === "string") {
      if (!emit(vm, state, piece)) return undefined;
      continue;
    }
    if (piece instanceof Fault) return raiseFault(vm, piece);
    if (state.stage === Stage.Piece) {
      if (piece.key === undefined) {
        if (!takeArguments(vm, state, piece)) return undefined;
      } else {
        if (state.mapping === null) return raiseTypeError(vm, "format requires a mapping");
        const key = style.noun === "bytes" ? newBytes(unitBytes(piece.key)) : piece.key;
        const found = plainItem(vm, state.mapping, key);
        if (found === undefined && !inFrame) return pushNative(vm, printfOp, state);
        state.stage = Stage.Key;
        answer = found ?? getItem(vm, state.mapping, key);
        if (answer === undefined) return undefined;
      }
    }
    if (state.stage === Stage.Key) {
      // The value found takes the place of all arguments.
      state.items = null;
      state.single = answer as Value;
      state.next = 0;
      if (!takeArguments(vm, state, piece)) return undefined;
      answer = undefined;
    }
    if (state.stage === Stage.Convert) {
      if (!inFrame && !style.isPlain(piece, state.value)) return pushNative(vm, printfOp, state);
      state.stage = Stage.Converted;
      answer = style.convert(vm, piece, state.value);
      if (answer === undefined) return vm.error === null ? undefined : refuse(vm, state);
    }
    const text = style.show(vm, piece.type, answer as Value, state.field as PrintfField);
    if (text instanceof Fault) return raiseFault(vm, text);
    if (text === undefined || !emit(vm, state, text)) return undefined;
    state.stage = Stage.Piece;
    answer = undefined;
  }
  return inFrame ? more(vm) : pushNative(vm, printfOp, state);
}

/** An item of an exact dict that is found without Python. */
function plainItem(vm: Machine, mapping: Value, key: Value): Value | undefined {
  if (!(mapping instanceof PyDict) || mapping.type !== dictType) return undefined;
  const at = find(vm, mapping, key);
  return at >= 0 ? mapping.values[at] : undefined;
}

/** Put a TypeError of a conversion into the format's own words. */
function refuse(vm: Machine, state: PrintfState): undefined {
  const piece = state.pieces[state.at] as Conversion;
  const message = state.style.refusal(piece, state.value);
  if (message === null || catchError(vm, typeErrorType) === null) return undefined;
  return raiseTypeError(vm, message);
}

function emit(vm: Machine, state: PrintfState, text: string): boolean {
  allocate(vm, text.length);
  if (state.text.length + text.length > vm.limits.length) {
    raiseMemoryError(vm);
    return false;
  }
  state.text += text;
  state.at++;
  return true;
}

function finish(vm: Machine, state: PrintfState): Result {
  const rest = state.items === null ? 1 - state.next : state.items.length - state.next;
  if (rest > 0 && state.mapping === null) {
    return raiseTypeError(vm, `not all arguments converted during ${state.style.noun} formatting`);
  }
  return state.finish.finish(state.text);
}

/** The next argument, or undefined after raising. */
function nextArgument(vm: Machine, state: PrintfState): Value | undefined {
  const { items } = state;
  const at = state.next++;
  const argument = items === null ? (at === 0 ? state.single : undefined) : items[at];
  return argument ?? raiseTypeError(vm, "not enough arguments for format string");
}

/** Take the width, the precision and the value of a conversion; false after raising. */
function takeArguments(vm: Machine, state: PrintfState, piece: Conversion): boolean {
  let width: number | undefined;
  let precision: number | undefined;
  if (piece.width === "*") {
    width = countArgument(vm, state, 63, "C ssize_t");
    if (width === undefined) return false;
  }
  if (piece.precision === "*") {
    precision = countArgument(vm, state, 31, "C int");
    if (precision === undefined) return false;
  }
  const value = nextArgument(vm, state);
  if (value === undefined) return false;
  const field = printfField(piece, width, precision);
  const isNumber = piece.isInteger || piece.isFloat;
  if (field.width > vm.limits.length || (isNumber && field.precision > vm.limits.length && field.precision < 2 ** 31)) {
    raiseMemoryError(vm);
    return false;
  }
  state.field = field;
  state.value = value;
  state.stage = Stage.Convert;
  return true;
}

function countArgument(vm: Machine, state: PrintfState, bits: number, cType: string): number | undefined {
  const argument = nextArgument(vm, state);
  if (argument === undefined) return undefined;
  const count = asInt(argument);
  if (count === undefined) return raiseTypeError(vm, "* wants int");
  if (BigInt.asIntN(bits + 1, BigInt(count)) !== BigInt(count)) {
    return raiseOverflowError(vm, `Python int too large to convert to ${cType}`);
  }
  return Number(count);
}

/** Whether a value is a number in the sense of %d: it has a conversion to int or float. */
export function isNumeric(value: Value): boolean {
  if (asInt(value) !== undefined || value instanceof PyFloat) return true;
  return ["__int__", "__index__", "__float__"].some((name) => special(value, name) !== undefined);
}

/** The TypeError of an integer conversion. */
export function integerRefusal(type: string, value: Value): string {
  const wanted = "oxX".includes(type) ? "an integer" : "a real number";
  return `%${type} format: ${wanted} is required, not ${typeOf(value).name}`;
}
