// The state of an encoding: what has been written, and the containers that are open, as plain data.
import { countBytes } from "../../protocol/charge.ts";
import type { Machine } from "../../objects/machine.ts";
import type { PyObject, Value } from "../../objects/value.ts";
import { recursionErrorType } from "../../objects/exception-types.ts";
import { raiseMemoryError, raiseNew, raiseValueError } from "../../protocol/raise.ts";

/** Nesting beyond this is refused, as by CPython's stack. */
export const DEEPEST = 10_000;

/** The options of an encoder. */
export interface EncodeOptions {
  /** Called with what JSON has no form for. */
  readonly fallback: Value;
  readonly skipsKeys: boolean;
  readonly isAscii: boolean;
  readonly checksCircular: boolean;
  readonly allowsNan: boolean;
  readonly sortsKeys: boolean;
  /** What a level is indented by; null for one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
}

export enum LevelKind {
  List,
  Dict,
  /** The object that `default` was called with: its result is being written. */
  Converted,
}

export interface Level {
  readonly kind: LevelKind;
  readonly object: PyObject;
  /** A list's items, or a dict's keys and values in turn. */
  readonly items: readonly Value[];
  at: number;
  /** Items written. */
  count: number;
}

export interface EncodeState {
  readonly options: EncodeOptions;
  readonly parts: string[];
  size: number;
  readonly levels: Level[];
  /** The containers open, by identity. */
  readonly open: Set<PyObject>;
  /** What is to be written next. */
  value: Value | undefined;
  stage: EncodeStage;
}

export enum EncodeStage {
  /** Go on. */
  Write,
  /** The next input is what `default` answered. */
  Converted,
  /** The next input is a list of pairs: a dict's items. */
  Items,
  /** The next input is that list, sorted. */
  Sorted,
}

export function newEncodeState(options: EncodeOptions, value: Value): EncodeState {
  return { options, parts: [], size: 0, levels: [], open: new Set(), value, stage: EncodeStage.Write };
}

/** Write text; false after raising MemoryError. */
export function put(vm: Machine, state: EncodeState, text: string): boolean {
  state.parts.push(text);
  state.size += text.length;
  countBytes(vm, text.length);
  if (state.size <= vm.limits.length) return true;
  raiseMemoryError(vm);
  return false;
}

/** A line break with the indentation of the open containers. */
export function lineBreak(state: EncodeState): string {
  const { indent } = state.options;
  if (indent === null) return "";
  let depth = 0;
  for (const level of state.levels) if (level.kind !== LevelKind.Converted) depth++;
  return `\n${indent.repeat(depth)}`;
}

/** Open a container or a converted object; false after raising for a circle or too deep a nesting. */
export function enter(
  vm: Machine,
  state: EncodeState,
  kind: LevelKind,
  object: PyObject,
  items: readonly Value[],
): boolean {
  if (state.options.checksCircular) {
    if (state.open.has(object)) {
      raiseValueError(vm, "Circular reference detected");
      return false;
    }
    state.open.add(object);
  }
  if (state.levels.length >= DEEPEST) {
    raiseNew(vm, recursionErrorType, "maximum recursion depth exceeded while encoding a JSON object");
    return false;
  }
  state.levels.push({ kind, object, items, at: 0, count: 0 });
  return true;
}

export function leave(state: EncodeState): void {
  const level = state.levels.pop();
  if (level !== undefined) state.open.delete(level.object);
}
