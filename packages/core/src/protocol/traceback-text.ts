// The traceback of an exception as text: asks each exception for its message, then lays everything out.
import type { PyException } from "../objects/exception.ts";
import { baseExceptionType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttributeOr } from "./attribute.ts";
import { repr, str } from "./conversion.ts";
import { pushNative } from "./frames.ts";
import { asString } from "./lookup.ts";
import { catchError } from "./raise.ts";
import { finalText, layOut } from "./traceback-layout.ts";
import { candidates, suggestionText, wrongName } from "./traceback-suggest.ts";
import { type Told, tellingOf } from "./traceback-tree.ts";

/** What is written to stderr for an exception that nobody caught: a str. */
export function tracebackText(vm: Machine, exception: PyException): Result {
  const { all, root } = tellingOf(exception);
  return pushNative(vm, textOp, newState(all, root, false));
}

/** The last part of it alone: type, message and notes. */
export function exceptionOnlyText(vm: Machine, exception: PyException): Result {
  const root: Told = { exception, cause: null, context: null, members: null, text: "", notes: [], suggestion: "" };
  return pushNative(vm, textOp, newState([root], root, true));
}

function newState(all: readonly Told[], root: Told, isShort: boolean): TextState {
  return { all, root, isShort, at: 0, notes: null, note: 0, stage: Stage.Message, isAsked: false };
}

enum Stage {
  Message,
  Notes,
  Note,
  /** `__notes__` is no sequence: its repr. */
  NotesRepr,
  Names,
}

interface TextState {
  readonly all: readonly Told[];
  readonly root: Told;
  readonly isShort: boolean;
  /** The exception whose texts are asked for. */
  at: number;
  notes: readonly Value[] | null;
  note: number;
  stage: Stage;
  isAsked: boolean;
}

const textOp: NativeOp<TextState> = {
  name: "traceback",
  step(vm, state, input) {
    let answer: Result = input;
    for (;;) {
      const told = state.all[state.at];
      if (told === undefined) return state.isShort ? finalText(state.root) : layOut(vm, state.root);
      if (!state.isAsked) {
        state.isAsked = true;
        answer = ask(vm, state, told);
        if (answer === undefined) {
          if (vm.error === null) return undefined;
          catchError(vm, baseExceptionType);
          answer = failure(state);
        }
      }
      // Stepped again after an error was caught: what was asked for has failed.
      take(vm, state, told, answer ?? failure(state));
      state.isAsked = false;
      answer = undefined;
    }
  },
  raised(vm) {
    catchError(vm, baseExceptionType);
    return undefined;
  },
};

function ask(vm: Machine, state: TextState, { exception }: Told): Result {
  switch (state.stage) {
    case Stage.Message:
      return str(vm, exception);
    case Stage.Notes:
      return getAttributeOr(vm, exception, "__notes__", NONE);
    case Stage.Note:
      return str(vm, state.notes?.[state.note] as Value);
    case Stage.NotesRepr:
      return repr(vm, state.notes?.[0] as Value);
    default:
      return wrongName(exception) === undefined ? NONE : candidates(vm, exception);
  }
}

/** What stands for an answer that raised. */
function failure({ stage }: TextState): Value {
  switch (stage) {
    case Stage.Message:
      return "<exception str() failed>";
    case Stage.Note:
      return "<note str() failed>";
    case Stage.NotesRepr:
      return "<__notes__ repr() failed>";
    default:
      return NONE;
  }
}

function take(vm: Machine, state: TextState, told: Told, answer: Value): void {
  switch (state.stage) {
    case Stage.Message:
      told.text = asString(answer) ?? "";
      state.stage = Stage.Notes;
      return;
    case Stage.Notes:
      state.stage = Stage.Names;
      state.note = 0;
      if (answer instanceof PyList || answer instanceof PyTuple) {
        state.notes = answer.items;
        if (answer.items.length > 0) state.stage = Stage.Note;
      } else if (answer !== NONE) {
        state.notes = [answer];
        state.stage = Stage.NotesRepr;
      }
      return;
    case Stage.Note:
      told.notes.push(asString(answer) ?? "");
      if (++state.note >= (state.notes?.length ?? 0)) state.stage = Stage.Names;
      return;
    case Stage.NotesRepr:
      told.notes.push(asString(answer) ?? "");
      state.stage = Stage.Names;
      return;
    default: {
      const names = answer instanceof PyList || answer instanceof PyTuple ? answer.items : null;
      if (names !== null) told.suggestion = suggestionText(vm, told.exception, names);
      state.at++;
      state.stage = Stage.Message;
    }
  }
}
