// repr of the containers: list, tuple, dict, set, frozenset, the views of a dict, mappingproxy.
import { countBytes } from "./charge.ts";
import { dictType, frozenSetType, listType, setType, tupleType } from "../objects/builtin-types.ts";
import { recursionErrorType } from "../objects/exception-types.ts";
import { TableItem } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict, PySet, type Table } from "../objects/table.ts";
import type { PyObject, Result, Value } from "../objects/value.ts";
import { DictView, MappingProxy } from "../objects/views.ts";
import { repr } from "./conversion.ts";
import { more, pushNative } from "./frames.ts";
import { asString } from "./lookup.ts";
import { raiseMemoryError, raiseNew } from "./raise.ts";

/** Items printed in one step, and without a frame. */
const STRIDE = 1024;

type Container = PyList | PyTuple | PyDict | PySet | DictView | MappingProxy;

/** Key of the record of what is being printed in a VM. */
const PRINTING: object = Object.freeze({});

/** The containers whose repr is being made: one met again inside itself is not entered. */
export function printing(vm: Machine): Set<PyObject> {
  return vm.record(PRINTING, newRecord);
}
function newRecord(): Set<PyObject> {
  return new Set();
}

/** `repr(container)`. */
export function containerRepr(vm: Machine, container: Container): Result {
  const flat = flatRepr(vm, container);
  if (flat !== undefined || vm.error !== null) return flat;
  if (printing(vm).has(container)) return seenAgain(container);
  return pushNative(vm, containerReprOp, { levels: [], parts: [], size: 0, outermost: container });
}

/** The text of a sequence or dict of few numbers, strings, None and floats; undefined when it holds anything else. */
function flatRepr(vm: Machine, container: Container): string | undefined {
  const isDict = container instanceof PyDict;
  if (!isDict && !(container instanceof PyList || container instanceof PyTuple)) return undefined;
  const items = isDict ? container.keys : container.items;
  if (items.length > STRIDE) return undefined;
  const parts: string[] = [];
  let size = 0;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) continue;
    let text = flatText(vm, item);
    if (isDict && text !== undefined) {
      const value = flatText(vm, container.values[at] as Value);
      text = value === undefined ? undefined : `${text}: ${value}`;
    }
    if (text === undefined || (size += text.length) > vm.limits.length) return undefined;
    parts.push(text);
  }
  countBytes(vm, size);
  return opening(container) + parts.join(", ") + closing(container, parts.length);
}

function flatText(vm: Machine, item: Value): string | undefined {
  if (typeof item === "object" && item !== NONE && !(item instanceof PyFloat)) return undefined;
  return repr(vm, item) as string | undefined;
}

function opening(container: Container): string {
  if (container instanceof PyList) return "[";
  if (container instanceof PyTuple) return "(";
  if (container instanceof PyDict) return "{";
  if (container instanceof PySet) {
    if (container.size === 0) return `${container.type.name}(`;
    return container.type === setType ? "{" : `${container.type.name}({`;
  }
  return container instanceof DictView ? `${container.type.name}([` : "mappingproxy(";
}

function closing(container: Container, count: number): string {
  if (container instanceof PyList) return "]";
  if (container instanceof PyTuple) return count === 1 ? ",)" : ")";
  if (container instanceof PyDict) return "}";
  if (container instanceof PySet) {
    if (count === 0) return ")";
    return container.type === setType ? "}" : "})";
  }
  return container instanceof DictView ? "])" : ")";
}

function seenAgain(container: PyObject): string {
  if (container instanceof PyList) return "[...]";
  if (container instanceof PyTuple) return "(...)";
  if (container instanceof PyDict) return "{...}";
  return container instanceof PySet ? `${container.type.name}(...)` : "...";
}

/** A container being printed. */
interface Level {
  readonly container: Container;
  /** The keys of a set as it was when printing began: Python's `__repr__` may change it. */
  readonly keys: readonly (Value | undefined)[];
  at: number;
  count: number;
  /** The value of a dict's entry whose key is being printed. */
  value: Value | undefined;
}

interface ReprState {
  readonly levels: Level[];
  readonly parts: string[];
  size: number;
  /** Not yet entered. */
  outermost: Container | null;
}

const containerReprOp: NativeOp<ReprState> = {
  name: "repr of a container",
  step(vm, state, input) {
    if (state.outermost !== null) {
      const outermost = state.outermost;
      state.outermost = null;
      if (!enter(vm, state, outermost)) return undefined;
    } else if (input !== undefined && !write(vm, state, asString(input) as string)) return undefined;
    for (let left = STRIDE; left > 0; left--) {
      const level = state.levels[state.levels.length - 1];
      if (level === undefined) return state.parts.join("");
      const item = nextItem(level, state.parts);
      if (item === undefined) {
        leave(vm, state, level);
        continue;
      }
      const inner = plainContainer(item);
      // A proxy is not watched itself: the mapping inside it is.
      if (inner !== null && (inner instanceof MappingProxy || !printing(vm).has(inner))) {
        if (!enter(vm, state, inner)) return undefined;
        continue;
      }
      const text = inner === null ? repr(vm, item) : seenAgain(inner);
      if (text === undefined) return undefined;
      if (!write(vm, state, asString(text) as string)) return undefined;
    }
    return more(vm);
  },
  drop(vm, { levels }) {
    for (const level of levels) printing(vm).delete(level.container);
  },
};

function write(vm: Machine, state: ReprState, text: string): boolean {
  state.size += text.length;
  countBytes(vm, text.length);
  state.parts.push(text);
  if (state.size <= vm.limits.length) return true;
  raiseMemoryError(vm);
  return false;
}

function enter(vm: Machine, state: ReprState, container: Container): boolean {
  if (vm.fiber.top.depth + state.levels.length > vm.limits.recursion) {
    raiseNew(vm, recursionErrorType, "maximum recursion depth exceeded while getting the repr of an object");
    return false;
  }
  printing(vm).add(container);
  state.parts.push(opening(container));
  const keys = container instanceof PySet ? container.keys.filter((key) => key !== undefined) : [];
  state.levels.push({ container, keys, at: 0, count: 0, value: undefined });
  return true;
}

function leave(vm: Machine, state: ReprState, level: Level): void {
  state.levels.pop();
  printing(vm).delete(level.container);
  state.parts.push(closing(level.container, level.count));
}

/** The next item to print, its separator written; undefined at the end. */
function nextItem(level: Level, parts: string[]): Value | undefined {
  const { container } = level;
  if (level.value !== undefined) {
    const value = level.value;
    level.value = undefined;
    parts.push(": ");
    return value;
  }
  let item: Value | undefined;
  if (container instanceof PyList || container instanceof PyTuple) item = container.items[level.at++];
  else if (container instanceof PySet) item = level.keys[level.at++];
  else if (container instanceof PyDict) {
    const at = nextEntry(container, level);
    item = container.keys[at];
    level.value = container.values[at];
  } else if (container instanceof DictView) item = viewItem(container, level);
  else item = level.at++ === 0 ? container.mapping : undefined;
  if (item !== undefined && level.count++ > 0) parts.push(", ");
  return item;
}

/** The position of the next live entry, which may be beyond the end. */
function nextEntry(table: Table, level: Level): number {
  while (level.at < table.keys.length && table.keys[level.at] === undefined) level.at++;
  return level.at++;
}

function viewItem(view: DictView, level: Level): Value | undefined {
  const { dict, item } = view;
  const at = nextEntry(dict, level);
  const key = dict.keys[at];
  if (key === undefined || item === TableItem.Key) return key;
  const value = dict.values[at] as Value;
  return item === TableItem.Pair ? newTuple([key, value]) : value;
}

/** The container that a value is, when no script has redefined its repr. */
function plainContainer(value: Value): Container | null {
  if (typeof value !== "object") return null;
  const { type } = value;
  switch (type) {
    case listType:
    case tupleType:
    case dictType:
    case setType:
    case frozenSetType:
      return value as Container;
    default:
      return value instanceof DictView || value instanceof MappingProxy ? value : null;
  }
}
