// A traceback as text: chains of causes, the boxes of groups, notes, and what a SyntaxError shows.
import { syntaxErrorType } from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import { markedLine } from "../text/marked-line.ts";
import { asInt, asString } from "./lookup.ts";
import { sysAttribute } from "./sys-attribute.ts";
import { stackText } from "./traceback-stack.ts";
import type { Told } from "./traceback-tree.ts";
import { moduleOf } from "./type-name.ts";

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
const MAX_WIDTH = 15;
const MAX_DEPTH = 10;

/** How deep in groups the text stands, and whether the innermost box is still to be closed. */
interface Margin {
  depth: number;
  needsClose: boolean;
  readonly limit: number | null;
  output: string;
}

/** All of the text. */
export function layOut(vm: Machine, root: Told): string {
  const margin: Margin = { depth: 0, needsClose: false, limit: tracebackLimit(vm), output: "" };
  writeChain(vm, margin, root);
  return margin.output;
}

/** `sys.tracebacklimit`: so many frames are shown; null for all. */
export function tracebackLimit(vm: Machine): number | null {
  const limit = asInt(sysAttribute(vm, "tracebacklimit"));
  return limit === undefined ? null : Math.max(Number(limit), 0);
}

/** The indented form of some lines. */
function emit(margin: Margin, text: string, bar = "|"): void {
  if (margin.depth === 0) {
    margin.output += text;
    return;
  }
  const indent = `${" ".repeat(2 * margin.depth)}${bar} `;
  for (const line of text.split(/(?<=\n)/)) margin.output += indent + line;
}

/** An exception below those that led to it. The depth of recursion is that of groups, which is bounded. */
function writeChain(vm: Machine, margin: Margin, told: Told): void {
  const chain: { readonly told: Told; readonly message: string }[] = [];
  for (let each: Told | null = told; each !== null; ) {
    chain.push({ told: each, message: each.cause !== null ? CAUSE : each.context !== null ? CONTEXT : "" });
    each = each.cause ?? each.context;
  }
  for (const { message, told: each } of chain.reverse()) {
    if (message !== "") emit(margin, message);
    if (each.members === null) {
      writeStack(vm, margin, each.exception, "Traceback (most recent call last):\n");
      emit(margin, finalText(each));
    } else if (margin.depth > MAX_DEPTH) emit(margin, `... (max_group_depth is ${MAX_DEPTH})\n`);
    else writeGroup(vm, margin, each, each.members);
  }
}

function writeStack(vm: Machine, margin: Margin, { traceback }: PyException, title: string, bar?: string): void {
  if (traceback === null || margin.limit === 0) return;
  emit(margin, title, bar);
  emit(margin, stackText(vm, traceback, margin.limit));
}

function writeGroup(vm: Machine, margin: Margin, told: Told, members: readonly Told[]): void {
  const isOutermost = margin.depth === 0;
  if (isOutermost) margin.depth = 1;
  writeStack(
    vm,
    margin,
    told.exception,
    "Exception Group Traceback (most recent call last):\n",
    isOutermost ? "+" : "|",
  );
  emit(margin, finalText(told));
  const count = members.length <= MAX_WIDTH ? members.length : MAX_WIDTH + 1;
  margin.needsClose = false;
  for (let i = 0; i < count; i++) {
    const isLast = i === count - 1;
    if (isLast) margin.needsClose = true;
    const isCut = i >= MAX_WIDTH;
    const title = isCut ? "..." : String(i + 1);
    margin.output += `${" ".repeat(2 * margin.depth)}${i === 0 ? "+-" : "  "}+---------------- ${title} ----------------\n`;
    margin.depth++;
    if (isCut) {
      const rest = members.length - MAX_WIDTH;
      emit(margin, `and ${rest} more exception${rest > 1 ? "s" : ""}\n`);
    } else writeChain(vm, margin, members[i] as Told);
    if (isLast && margin.needsClose) {
      margin.output += `${" ".repeat(2 * margin.depth)}+------------------------------------\n`;
      margin.needsClose = false;
    }
    margin.depth--;
  }
  if (isOutermost) margin.depth = 0;
}

/** The name of an exception's type as tracebacks show it. */
export function shownType({ type }: PyException): string {
  const module = moduleOf(type);
  if (module === "__main__" || module === "builtins") return type.qualifiedName;
  return `${typeof module === "string" ? module : "<unknown>"}.${type.qualifiedName}`;
}

/** The last lines: type, message and notes. */
export function finalText(told: Told): string {
  const { exception, notes, suggestion, text } = told;
  const shown = shownType(exception);
  const message = text + suggestion;
  let output: string;
  if (exception.type.isSubtype(syntaxErrorType)) output = syntaxText(exception, shown, text);
  else output = message === "" ? `${shown}\n` : `${shown}: ${message}\n`;
  for (const note of notes) output += `${note}\n`;
  return output;
}

/** The source line of a SyntaxError with marks below it, and the message. */
function syntaxText(exception: PyException, shown: string, text: string): string {
  const get = (name: string) => exception.fields?.get(name) ?? NONE;
  const filename = asString(get("filename"));
  const line = get("lineno");
  let output = "";
  let suffix = "";
  if (line !== NONE) output += `  File "${filename ?? "<string>"}", line ${asInt(line)}\n`;
  else if (filename !== undefined) suffix = ` (${filename})`;
  const source = asString(get("text"));
  if (source !== undefined) {
    output += markedLine(source, {
      line: placeOf(exception, "lineno"),
      column: placeOf(exception, "offset"),
      endLine: placeOf(exception, "end_lineno"),
      endColumn: placeOf(exception, "end_offset"),
    });
  }
  const message = asString(get("msg")) ?? (get("msg") === NONE ? "<no detail available>" : text);
  return `${output}${shown}: ${message === "" ? "<no detail available>" : message}${suffix}\n`;
}

function placeOf({ fields }: PyException, name: string): number | null {
  const value = asInt(fields?.get(name));
  return value === undefined ? null : Number(value);
}
