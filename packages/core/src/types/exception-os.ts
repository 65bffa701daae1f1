// The type OSError: error numbers and the subclasses that stand for them.
import * as exceptions from "../objects/exception-types.ts";
import { osErrorType } from "../objects/exception-types.ts";
import { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import type { Keywords } from "../protocol/call.ts";
import { repr, str } from "../protocol/conversion.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { defineType, method, newMethod } from "./define.ts";
import { exceptionStr } from "./exception.ts";
import { field, setFields } from "./exception-field.ts";
import { classFor } from "../protocol/class-for.ts";

/** Linux's error numbers. */
const BY_NUMBER: ReadonlyMap<number, PyType> = new Map<number, PyType>([
  [1, exceptions.permissionErrorType],
  [2, exceptions.fileNotFoundErrorType],
  [3, exceptions.processLookupErrorType],
  [4, exceptions.interruptedErrorType],
  [10, exceptions.childProcessErrorType],
  [11, exceptions.blockingIoErrorType],
  [13, exceptions.permissionErrorType],
  [17, exceptions.fileExistsErrorType],
  [20, exceptions.notADirectoryErrorType],
  [21, exceptions.isADirectoryErrorType],
  [32, exceptions.brokenPipeErrorType],
  [103, exceptions.connectionAbortedErrorType],
  [104, exceptions.connectionResetErrorType],
  [108, exceptions.brokenPipeErrorType],
  [110, exceptions.timeoutErrorType],
  [111, exceptions.connectionRefusedErrorType],
  [114, exceptions.blockingIoErrorType],
  [115, exceptions.blockingIoErrorType],
]);

/** Take errno, strerror, filename, (winerror), filename2 out of two to five arguments. */
function takeArguments(self: PyException, args: readonly Value[]): void {
  self.args = newTuple(args);
  if (args.length < 2 || args.length > 5) return;
  const [errno, text, filename = NONE, , filename2 = NONE] = args as [Value, Value, Value?, Value?, Value?];
  setFields(self, { errno, strerror: text });
  if (filename === NONE) return;
  setFields(self, { filename, filename2 });
  self.args = newTuple([errno, text]);
}

/** A class with an `__init__` of its own and an inherited `__new__` parses its arguments in `OSError.__init__`. */
function parsesLate(type: PyType): boolean {
  const init = osErrorType.lookup("__init__");
  return type.lookup("__init__") !== init && type.lookup("__new__") === osErrorType.lookup("__new__");
}

function newOsError(vm: Machine, cls: Value, args: readonly Value[], keywords: Keywords): Result {
  const type = classFor(vm, osErrorType, cls);
  if (type === undefined) return undefined;
  if (parsesLate(type)) return new PyException(type, newTuple([]));
  if (keywords !== null && keywords.size > 0) return raiseTypeError(vm, `${type.name}() takes no keyword arguments`);
  const number = args.length >= 2 && args.length <= 5 ? asInt(args[0]) : undefined;
  const made = type === osErrorType && typeof number === "number" ? (BY_NUMBER.get(number) ?? type) : type;
  const error = new PyException(made, newTuple(args));
  takeArguments(error, args);
  return error;
}

function initOsError(vm: Machine, self: PyException, args: readonly Value[], keywords: Keywords): Result {
  if (!parsesLate(self.type)) return NONE;
  if (keywords !== null && keywords.size > 0)
    return raiseTypeError(vm, `${self.type.name}() takes no keyword arguments`);
  takeArguments(self, args);
  return NONE;
}

interface TextState {
  /** What is asked for its str or repr, and the text that stands before it. */
  readonly pieces: readonly (readonly [before: string, value: Value, isRepr: boolean])[];
  next: number;
  text: string;
}

const TEXT: Asking<TextState> = {
  ask(vm, { pieces, next }) {
    const [, value, isRepr] = pieces[next] as TextState["pieces"][number];
    return isRepr ? repr(vm, value) : str(vm, value);
  },
  take(_vm, state, answer) {
    const [before] = state.pieces[state.next] as TextState["pieces"][number];
    state.text += before + asString(answer);
    return ++state.next < state.pieces.length ? AGAIN : state.text;
  },
};

function osErrorStr(vm: Machine, self: PyException): Result {
  const get = (name: string): Value => self.fields?.get(name) ?? NONE;
  const errno = self.fields?.get("errno") ?? self.args.items[0] ?? NONE;
  const text = self.fields?.get("strerror") ?? self.args.items[1] ?? NONE;
  const filename = get("filename");
  if (filename === NONE && (self.args.items.length !== 2 || errno === NONE || text === NONE))
    return exceptionStr(vm, self);
  const pieces: [string, Value, boolean][] = [
    ["[Errno ", errno, false],
    ["] ", text, false],
  ];
  if (filename !== NONE) pieces.push([": ", filename, true]);
  if (get("filename2") !== NONE) pieces.push([" -> ", get("filename2"), true]);
  return asking(vm, TEXT, { pieces, next: 0, text: "" });
}

function reduce(_vm: Machine, self: PyException): Result {
  const filename = self.fields?.get("filename");
  const second = self.fields?.get("filename2") ?? NONE;
  let { args } = self;
  if (args.items.length === 2 && filename !== undefined && filename !== NONE) {
    args = newTuple(second === NONE ? [...args.items, filename] : [...args.items, filename, NONE, second]);
  }
  return newTuple(self.attrs === null || self.attrs.size === 0 ? [self.type, args] : [self.type, args, self.attrs]);
}

export function defineOsError(): void {
  defineType(osErrorType, "Base class for I/O related errors.", {
    __new__: newMethod("*args, **kwargs", newOsError),
    __init__: method("*args, **kwargs", initOsError),
    __str__: method("", osErrorStr),
    __reduce__: method("", reduce),
    errno: field("errno", (self) => (self.args.items.length === 2 ? self.args.items[0] : undefined)),
    strerror: field("strerror", (self) => (self.args.items.length === 2 ? self.args.items[1] : undefined)),
    filename: field("filename"),
    filename2: field("filename2"),
  });
}
