// The module _io: text in memory, for Python's `io`.
import { osErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../../objects/make.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyDict } from "../../objects/table.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { lengthOf } from "../../text/code-points.ts";
import { allocate, countBytes, takePart } from "../../protocol/charge.ts";
import { isSize } from "../../protocol/index-size.ts";
import { dictOf } from "../../protocol/instance-attribute.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import {
  raiseMemoryError,
  raiseNew,
  raiseOverflowError,
  raiseTypeError,
  raiseValueError,
} from "../../protocol/raise.ts";
import { defineType, method, newMethod, property, type TypeEntry } from "../../types/define.ts";
import { mergeDict } from "../../protocol/dict-merge.ts";
import { classFor } from "../../protocol/class-for.ts";
import { defineModule, type NativeModule } from "../define.ts";
import { moduleType, stop } from "../module-type.ts";
import { SEAL } from "../seal.ts";
import { type Newline, StringBuffer } from "./string-buffer.ts";

const stringBufferType: PyType = moduleType("_io", "StringBuffer", {
  allocate: (type) => new StringBuffer(type),
  isBase: true,
  hasDict: true,
});

const NEWLINES: readonly Value[] = ["", "\n", "\r", "\r\n"];
const SEEN_ORDER = ["\r", "\n", "\r\n"] as const;

function initialise(vm: Machine, self: StringBuffer, initial: Value = "", newline: Value = "\n"): Result {
  if (newline !== NONE && asString(newline) === undefined) {
    return raiseTypeError(vm, `newline must be str or None, not ${typeOf(newline).name}`);
  }
  const end = newline === NONE ? null : asString(newline);
  if (end !== null && !NEWLINES.includes(end as string)) return raiseValueError(vm, `illegal newline value: '${end}'`);
  const text = initial === NONE ? "" : asString(initial);
  if (text === undefined) {
    return raiseTypeError(vm, `initial_value must be str or None, not ${typeOf(initial).name}`);
  }
  self.newline = end as Newline;
  self.isOpen = true;
  self.seen.clear();
  self.clear();
  self.write(text);
  self.position = 0;
  return NONE;
}

/** A method of open buffers alone. */
function open(text: string, body: (vm: Machine, self: StringBuffer, argument: Value | undefined) => Result): TypeEntry {
  const opened = (vm: Machine, self: StringBuffer, argument?: Value): Result => {
    if (!self.isOpen) return closed(vm);
    takePart(vm, self.length);
    return body(vm, self, argument);
  };
  return method(text, converting([Want.ByteOrBuffer], opened));
}

function closed(vm: Machine): undefined {
  return raiseValueError(vm, "I/O operation on closed file");
}

function write(vm: Machine, self: StringBuffer, value: Value): Result {
  const text = typeof value === "string" ? value : asString(value);
  if (text === undefined) return raiseTypeError(vm, `string argument expected, got '${typeOf(value).name}'`);
  if (!self.isOpen) return closed(vm);
  if (Math.max(self.length, self.position) + text.length > vm.limits.length) return raiseMemoryError(vm);
  allocate(vm, text.length);
  self.write(text);
  return lengthOf(text);
}

/** What a copy is made of: the text, what ends its lines, the position, the attributes. */
function getState(vm: Machine, self: StringBuffer): Result {
  const { points, newline, position, attrs } = self;
  const parts: Value[] = [points.text, newline ?? NONE, position];
  if (attrs === null || attrs.size === 0) return newTuple([...parts, NONE]);
  const rest = newDict();
  return mergeDict(vm, rest, attrs, newTuple([...parts, rest]));
}

function setState(vm: Machine, self: StringBuffer, given: Value): Result {
  if (!self.isOpen) return closed(vm);
  if (!(given instanceof PyTuple) || given.items.length < 4) {
    const { name } = self.type;
    const shown = name === "StringIO" ? "_io.StringIO" : name;
    return raiseTypeError(vm, `${shown}.__setstate__ argument should be 4-tuple, got ${typeOf(given).name}`);
  }
  const [text, newline, at, rest] = given.items as [Value, Value, Value, Value];
  if (initialise(vm, self, text, newline) === undefined) return undefined;
  // It has been translated before.
  self.replaceAll(asString(text) ?? "");
  const position = asInt(at);
  if (position === undefined) {
    return raiseTypeError(vm, `third item of state must be an integer, got ${typeOf(at).name}`);
  }
  if (!isSize(position)) return raiseOverflowError(vm, "Python int too large to convert to C ssize_t");
  if (position < 0) return raiseValueError(vm, "position value cannot be negative");
  self.position = Number(position);
  if (rest === NONE) return NONE;
  if (!(rest instanceof PyDict)) {
    return raiseTypeError(vm, `fourth item of state should be a dict, got a ${typeOf(rest).name}`);
  }
  return mergeDict(vm, dictOf(self) as PyDict, rest, NONE);
}

/** A count of characters; `none` for None or nothing; undefined after raising. */
function sizeOf(vm: Machine, value: Value | undefined, none: number): number | undefined {
  if (value === undefined || value === NONE) return none;
  const size = asInt(value);
  if (size !== undefined) return Number(size);
  return raiseTypeError(vm, `argument should be integer or None, not '${typeOf(value).name}'`);
}

function read(vm: Machine, self: StringBuffer, value: Value | undefined): Result {
  const size = sizeOf(vm, value, -1);
  if (size === undefined) return undefined;
  const text = self.read(size);
  allocate(vm, text.length);
  return text;
}

function seek(vm: Machine, self: StringBuffer, to: number, whence = 0): Result {
  if (!self.isOpen) return closed(vm);
  if (whence < 0 || whence > 2) return raiseValueError(vm, `Invalid whence (${whence}, should be 0, 1 or 2)`);
  if (to < 0 && whence === 0) return raiseValueError(vm, `Negative seek position ${to}`);
  if (whence !== 0 && to !== 0) return raiseNew(vm, osErrorType, "Can't do nonzero cur-relative seeks");
  if (whence === 0) self.position = to;
  else if (whence === 2) self.position = self.length;
  return self.position;
}

function truncate(vm: Machine, self: StringBuffer, value: Value | undefined): Result {
  const size = sizeOf(vm, value, self.position);
  if (size === undefined) return undefined;
  if (size < 0) return raiseValueError(vm, `Negative size value ${size}`);
  self.truncate(size);
  return size;
}

function seenNewlines(vm: Machine, self: StringBuffer): Result {
  if (!self.isOpen) return closed(vm);
  const seen = SEEN_ORDER.filter((end) => self.seen.has(end));
  return seen.length === 0 ? NONE : seen.length === 1 ? (seen[0] as string) : newTuple(seen);
}

defineType(stringBufferType, "Text in memory.", {
  __new__: newMethod("*args, **kwargs", (vm, cls) => {
    const type = classFor(vm, stringBufferType, cls);
    return type === undefined ? undefined : new StringBuffer(type);
  }),
  __init__: method("initial_value='', newline='\\n'", initialise),
  __next__: open("", (vm, self) => {
    const line = self.readLine(-1);
    countBytes(vm, line.length);
    return line === "" ? stop(vm) : line;
  }),
  write: method("text, /", write),
  read: open("size=-1, /", read),
  readline: open("size=-1, /", (vm, self, value) => {
    const size = sizeOf(vm, value, -1);
    return size === undefined ? undefined : self.readLine(size);
  }),
  getvalue: open("", (vm, self) => {
    allocate(vm, self.length);
    return self.points.text;
  }),
  tell: open("", (_vm, self) => self.position),
  seek: method("pos, whence=0, /", converting([Want.Size, Want.Size], seek)),
  truncate: open("size=None, /", truncate),
  readable: open("", () => true),
  writable: open("", () => true),
  seekable: open("", () => true),
  __getstate__: open("", getState),
  __setstate__: method("state, /", setState),
  flush: method("", () => NONE),
  close: method("", (_vm, self: StringBuffer) => {
    self.isOpen = false;
    self.clear();
    return NONE;
  }),
  closed: property((_vm, self: StringBuffer) => !self.isOpen),
  newlines: property(seenNewlines),
  line_buffering: property((vm, self: StringBuffer) => (self.isOpen ? false : closed(vm))),
});

export const IO: NativeModule = defineModule({
  name: "_io",
  constants: { StringBuffer: stringBufferType },
  functions: { _seal: SEAL },
});
