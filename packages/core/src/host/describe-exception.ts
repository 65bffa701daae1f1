// What the host is told of a Python exception: its traceback as data and as text.
import type { PyException, Traceback } from "../objects/exception.ts";
import { syntaxErrorType, systemExitType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result } from "../objects/value.ts";
import { str } from "../protocol/conversion.ts";
import { summaryOf } from "../protocol/traceback-stack.ts";
import { exceptionOnlyText, tracebackText } from "../protocol/traceback-text.ts";
import type { Boundary } from "./boundary.ts";
import type { PythonError, PythonFrame } from "./errors.ts";

type Description = Pick<PythonError, "type" | "message" | "frames" | "traceback" | "exit">;

/** Asks the exception for its texts: what its `__str__` raises, or takes too long for, is left out. */
export function describeException(boundary: Boundary, exception: PyException): Description {
  const text = ask(boundary, (vm) => tracebackText(vm, exception));
  const only = ask(boundary, (vm) => exceptionOnlyText(vm, exception)) ?? "";
  // What stands before the line of the type and the message is the source that a SyntaxError shows.
  const lines = only.split("\n");
  const first = lines.findIndex((line) => !line.startsWith("  "));
  const line = lines.slice(Math.max(0, first)).join("\n").trimEnd();
  const colon = line.indexOf(": ");
  const { name } = exception.type;
  return {
    type: name,
    message: colon < 0 ? "" : line.slice(colon + 2),
    frames: framesOf(boundary.machine, exception),
    traceback: text ?? `${name}\n`,
    exit: exitOf(boundary, exception),
  };
}

function ask(boundary: Boundary, operation: (vm: Machine) => Result): string | undefined {
  const text = boundary.tryNow(operation);
  return typeof text === "string" ? text : undefined;
}

function framesOf(vm: Machine, exception: PyException): PythonFrame[] {
  const frames: PythonFrame[] = [];
  for (let entry: Traceback | null = exception.traceback; entry !== null; entry = entry.next) {
    const { filename, line, position } = summaryOf(entry);
    frames.push({
      file: filename,
      line,
      column: position?.column ?? 0,
      endColumn: position?.endColumn ?? 0,
      function: entry.linked.code.fields.qualifiedName,
      source: sourceLine(vm, filename, line),
    });
  }
  const place = exception.type.isSubtype(syntaxErrorType) ? syntaxFrame(vm, exception) : null;
  if (place !== null) frames.push(place);
  return frames;
}

function sourceLine(vm: Machine, file: string, line: number): string | null {
  return vm.sources.get(file)?.split("\n")[line - 1]?.trim() ?? null;
}

/** Where a SyntaxError is, as the innermost frame. */
function syntaxFrame(vm: Machine, { fields }: PyException): PythonFrame | null {
  const number = (name: string): number => {
    const value = fields?.get(name);
    return typeof value === "number" ? value : 0;
  };
  const file = fields?.get("filename");
  if (typeof file !== "string") return null;
  const [line, column, endColumn] = [number("lineno"), number("offset") - 1, number("end_offset") - 1];
  return { file, line, column, endColumn, function: "", source: sourceLine(vm, file, line) };
}

/** What SystemExit asks for: its int code, 0 for None, 1 and a message for anything else. */
function exitOf(boundary: Boundary, exception: PyException): Description["exit"] {
  if (!exception.type.isSubtype(systemExitType)) return null;
  const code = exception.fields?.get("code") ?? exception.args.items[0] ?? NONE;
  if (code === NONE) return { status: 0, message: null };
  if (typeof code === "boolean" || typeof code === "number") return { status: Number(code) & 0xff, message: null };
  return { status: 1, message: ask(boundary, (vm) => str(vm, code)) ?? "" };
}
