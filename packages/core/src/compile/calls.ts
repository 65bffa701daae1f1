// Calls: of methods, with keywords, with `*` and `**`.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { attributeRange } from "./attributes.ts";
import { warnCall } from "./checks.ts";
import { appendAll, CHUNK } from "./displays.ts";
import { names, text } from "./fold.ts";
import type { Unit } from "./unit.ts";

/** Whether arguments must be collected into a list and a dict. */
function needsSpread(args: readonly ast.Expression[], keywords: readonly ast.Keyword[]): boolean {
  if (args.length + keywords.length > CHUNK) return true;
  for (const arg of args) if (arg.kind === "Starred") return true;
  for (const keyword of keywords) if (keyword.name === null) return true;
  return false;
}

/** Whether the call can do without making a bound method. */
export function isMethodCall(node: ast.Call): boolean {
  return node.func.kind === "Attribute" && node.keywords.length === 0 && !needsSpread(node.args, node.keywords);
}

/** Calls what is in `left`: the callee, or the object whose method is called. */
export function applyCall(unit: Unit, node: ast.Call, left: number, mark: number, target: number): number {
  if (isMethodCall(node)) {
    const func = node.func as ast.Attribute;
    unit.release(mark);
    const base = unit.reserve(2);
    const name = unit.nameIndex(unit.mangle(func.attr));
    unit.emit(attributeRange(unit, func, func), Op.LoadMethod, base, left, name);
    return finishMethodCall(unit, node, base, target);
  }
  warnCall(unit, node);
  unit.release(mark);
  const base = unit.temp();
  unit.move(null, base, left);
  return finishCall(unit, node, node.args, node.keywords, base, target);
}

/** The arguments and the call, once LoadMethod has filled two registers. */
export function finishMethodCall(unit: Unit, node: ast.Call, base: number, target: number): number {
  for (const arg of node.args) unit.push(arg);
  unit.release(base);
  const result = unit.result(target);
  unit.emit(attributeRange(unit, node.func as ast.Attribute, node), Op.CallMethod, result, base, node.args.length);
  return result;
}

/** Arguments that are not written in the source: how many follow the callee already, and the register of the last. */
export interface HiddenArguments {
  readonly before: number;
  readonly lastArgument: number | null;
}

const NOTHING_HIDDEN: Readonly<HiddenArguments> = { before: 0, lastArgument: null };

/** The arguments and the call, once the callee is in the temporary `base` and what is hidden follows it. */
export function finishCall(
  unit: Unit,
  node: ast.Call | ast.ClassDef,
  args: readonly ast.Expression[],
  keywords: readonly ast.Keyword[],
  base: number,
  target: number,
  hidden: HiddenArguments = NOTHING_HIDDEN,
): number {
  refuseRepeated(unit, keywords);
  if (needsSpread(args, keywords)) {
    collectArguments(unit, node, args, keywords, base, hidden);
    unit.release(base);
    const result = unit.result(target);
    unit.emit(node, Op.CallSpread, result, base, keywords.length > 0 ? 1 : 0);
    return result;
  }
  for (const arg of args) unit.push(arg);
  if (hidden.lastArgument !== null) unit.move(null, unit.temp(), hidden.lastArgument);
  for (const keyword of keywords) unit.push(keyword.value);
  const count = unit.top - base - 1;
  unit.release(base);
  const result = unit.result(target);
  const isAttribute = node.kind === "Call" && node.func.kind === "Attribute";
  const range = isAttribute ? attributeRange(unit, node.func as ast.Attribute, node) : node;
  if (keywords.length === 0) {
    unit.emit(range, Op.Call, result, base, count);
  } else {
    const tuple = unit.constant(names(keywords.map((keyword) => unit.mangle(keyword.name as string))));
    unit.builder.emitExtended(range, Op.CallKeywords, result, base, count, tuple);
  }
  return result;
}

/** The list and the dict of CallSpread, in base+1 and base+2. */
function collectArguments(
  unit: Unit,
  node: ast.Located,
  args: readonly ast.Expression[],
  keywords: readonly ast.Keyword[],
  base: number,
  { before, lastArgument }: HiddenArguments,
): void {
  const list = base + 1;
  if (before === 0) unit.temp();
  unit.emit(node, Op.BuildList, list, list, before);
  unit.release(list + 1);
  const [only] = args;
  if (args.length === 1 && before === 0 && only?.kind === "Starred") {
    // What cannot be iterated is the fault of the call here, and of the list otherwise.
    unit.emit(node, Op.ListExtend, list, unit.operand(only.value), base + 1);
    unit.release(list + 1);
  } else {
    appendAll(unit, node, Op.ListAppend, Op.ListExtend, list, args);
  }
  if (lastArgument !== null) unit.emit(node, Op.ListAppend, list, lastArgument);
  if (keywords.length === 0) return;
  const dict = unit.temp();
  let isEmpty = true;
  for (let at = 0; at < keywords.length; ) {
    const { name, value } = keywords[at] as ast.Keyword;
    const mark = unit.top;
    if (name === null) {
      if (isEmpty) unit.emit(node, Op.BuildDict, dict, dict, 0);
      const mapping = unit.operand(value);
      unit.emit(node, Op.DictMerge, dict, mapping, base);
      at++;
    } else {
      const first = at;
      while (at < keywords.length && keywords[at]?.name !== null && at - first < CHUNK / 2) {
        const keyword = keywords[at++] as ast.Keyword;
        unit.emitConstant(node, text(unit.mangle(keyword.name as string)), unit.temp());
        unit.push(keyword.value);
      }
      unit.emit(node, Op.BuildDict, isEmpty ? dict : mark, mark, at - first);
      if (!isEmpty) unit.emit(node, Op.DictMerge, dict, mark, base);
    }
    isEmpty = false;
    unit.release(mark);
  }
}

function refuseRepeated(unit: Unit, keywords: readonly ast.Keyword[]): void {
  if (keywords.length < 2) return;
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.name === null) continue;
    if (seen.has(keyword.name)) throw unit.error(`keyword argument repeated: ${keyword.name}`, keyword);
    seen.add(keyword.name);
  }
}
