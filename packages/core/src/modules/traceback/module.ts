// The module _traceback: what Python's `traceback` module needs to know of tracebacks, and the texts it does not write itself.
import { positionAt } from "../../bytecode/code.ts";
import { PyException, Traceback } from "../../objects/exception.ts";
import { nameErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { newList, newTuple, typeOf } from "../../objects/make.ts";
import { PyList, PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { tracebackFrame } from "../../protocol/frame-object.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { sourceLines } from "../../protocol/source-lines.ts";
import { frameText } from "../../protocol/traceback-frame.ts";
import { finalText } from "../../protocol/traceback-layout.ts";
import { candidates, suggestionText, wrongName } from "../../protocol/traceback-suggest.ts";
import { defineModule, func, type NativeModule } from "../define.ts";

function whole(value: Value): number {
  return Number(asInt(value) ?? 0);
}

/** For each entry: the frame, its line, the last line, and the columns; all but the frame None where unknown. */
function entries(vm: Machine, traceback: Value): Result {
  const found: Value[] = [];
  for (let each: Value | null = traceback; each instanceof Traceback; each = each.next) {
    const { code } = each.linked;
    const at = positionAt(code, each.pc);
    const position =
      at === null ? [code.fields.firstLine, NONE, NONE, NONE] : [at.line, at.endLine, at.column, at.endColumn];
    found.push(newTuple([tracebackFrame(vm, each), ...position]));
  }
  return newList(found);
}

function textOfFrame(
  vm: Machine,
  filename: Value,
  line: Value,
  name: Value,
  endLine: Value,
  column: Value,
  endColumn: Value,
): Result {
  const position = { line: whole(line), column: whole(column), endLine: whole(endLine), endColumn: whole(endColumn) };
  return frameText(vm, { filename: asString(filename) ?? "", line: whole(line), name: asString(name) ?? "", position });
}

/** A line with its end; "" where it is not known. */
function sourceLine(vm: Machine, filename: Value, line: Value): Result {
  const text = sourceLines(vm, asString(filename) ?? "")?.[whole(line) - 1];
  return text === undefined || text === "" ? "" : `${text}\n`;
}

const SUGGESTION: Asking<PyException> = {
  ask: candidates,
  take(vm, exception, names) {
    const items = names instanceof PyList || names instanceof PyTuple ? names.items : [];
    return suggestionText(vm, exception, items);
  },
};

/** Without a traceback the names that a NameError could have meant are not known. */
function suggestion(vm: Machine, exception: Value, traceback: Value): Result {
  if (!(exception instanceof PyException) || wrongName(exception) === undefined) return "";
  if (traceback !== NONE || !exception.type.isSubtype(nameErrorType)) return asking(vm, SUGGESTION, exception);
  return suggestionText(vm, exception, []).replace(/^\. Did you mean.*/, "");
}

/** The lines on the source of a SyntaxError and its message. */
function syntaxText(vm: Machine, exception: Value, text: Value): Result {
  if (!(exception instanceof PyException))
    return raiseTypeError(vm, `expected an exception, not ${typeOf(exception).name}`);
  const told = {
    exception,
    cause: null,
    context: null,
    members: null,
    text: asString(text) ?? "",
    notes: [],
    suggestion: "",
  };
  return finalText(told);
}

export const TRACEBACK: NativeModule = defineModule({
  name: "_traceback",
  doc: "The texts of tracebacks.",
  functions: {
    entries: func("traceback, /", entries),
    frame_text: func("filename, line, name, end_line, column, end_column, /", textOfFrame),
    source_line: func("filename, line, /", sourceLine),
    suggestion: func("exception, traceback, /", suggestion),
    syntax_text: func("exception, text, /", syntaxText),
  },
});
