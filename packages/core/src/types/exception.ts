// The type BaseException: what all exceptions have.
import { baseExceptionType } from "../objects/exception-types.ts";
import { PyException, Traceback } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { repr, str } from "../protocol/conversion.ts";
import type { Keywords } from "../protocol/call.ts";
import { addNote } from "../protocol/exception-note.ts";
import { getInstanceDict, setInstanceDict } from "../protocol/instance-dict.ts";
import { setOwnAttribute } from "../protocol/instance-attribute.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { defineType, method, newMethod, property, type TypeEntry } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";

/** A new exception of a class, its arguments kept. */
function newExceptionOf(vm: Machine, cls: Value, args: readonly Value[]): PyException | undefined {
  const type = classFor(vm, baseExceptionType, cls);
  return type === undefined ? undefined : new PyException(type, newTuple(args));
}

/** TypeError for keywords that a constructor does not take; false after raising. */
export function refuseKeywords(vm: Machine, self: PyException, keywords: Keywords): boolean {
  if (keywords === null || keywords.size === 0) return true;
  raiseTypeError(vm, `${self.type.name}() takes no keyword arguments`);
  return false;
}

function init(vm: Machine, self: PyException, args: readonly Value[], keywords: Keywords): Result {
  if (!refuseKeywords(vm, self, keywords)) return undefined;
  self.args = newTuple(args);
  return NONE;
}

const REPR: Asking<PyException> = {
  ask: (vm, { args }) => repr(vm, args.items.length === 1 ? (args.items[0] as Value) : args),
  take: (_vm, { args, type }, text) =>
    args.items.length === 1 ? `${type.name}(${asString(text)})` : type.name + asString(text),
};

function exceptionRepr(vm: Machine, self: PyException): Result {
  const { items } = self.args;
  const only = items[0];
  if (items.length === 0) return `${self.type.name}()`;
  if (items.length > 1 || typeof only === "object") return asking(vm, REPR, self);
  const text = repr(vm, only as Value);
  return text === undefined ? undefined : `${self.type.name}(${text})`;
}

export function exceptionStr(vm: Machine, self: PyException): Result {
  const { items } = self.args;
  if (items.length === 0) return "";
  return items.length === 1 ? str(vm, items[0] as Value) : repr(vm, self.args);
}

/** Read and set a link to another exception; `refusal` names it in messages. */
function link(name: "cause" | "context"): TypeEntry {
  return property(
    (_vm, self: PyException) => self[name] ?? NONE,
    (vm, self: PyException, value) => {
      if (value === undefined) return raiseTypeError(vm, `__${name}__ may not be deleted`);
      if (value !== NONE && !(value instanceof PyException)) {
        return raiseTypeError(vm, `exception ${name} must be None or derive from BaseException`);
      }
      self[name] = value instanceof PyException ? value : null;
      if (name === "cause") self.suppressContext = true;
      return NONE;
    },
  );
}

function setTraceback(vm: Machine, self: PyException, value: Value | undefined): Result {
  if (value === undefined) return raiseTypeError(vm, "__traceback__ may not be deleted");
  if (value !== NONE && !(value instanceof Traceback)) {
    return raiseTypeError(vm, "__traceback__ must be a traceback or None");
  }
  self.traceback = value instanceof Traceback ? value : null;
  return NONE;
}

const ARGS: CollectThen<PyException> = {
  run(_vm, items, self) {
    self.args = newTuple(items.slice());
    return NONE;
  },
};

function note(vm: Machine, self: PyException, value: Value): Result {
  const text = asString(value);
  if (text === undefined) return raiseTypeError(vm, `note must be a str, not '${typeOf(value).name}'`);
  return addNote(self, text) ? NONE : raiseTypeError(vm, "Cannot add note: __notes__ is not a list");
}

function setState(vm: Machine, self: PyException, state: Value): Result {
  if (state === NONE) return NONE;
  if (!(state instanceof PyDict)) return raiseTypeError(vm, "state is not a dictionary");
  for (let i = 0; i < state.keys.length; i++) {
    const key = state.keys[i];
    if (typeof key !== "string") continue;
    if (self.fields?.has(key)) self.fields.set(key, state.values[i] as Value);
    else setOwnAttribute(self, key, state.values[i] as Value);
  }
  return NONE;
}

export function defineException(): void {
  defineType(baseExceptionType, "Common base class for all exceptions.", {
    __new__: newMethod("*args, **kwargs", (vm, type: Value, args: readonly Value[]) => newExceptionOf(vm, type, args)),
    __init__: method("*args, **kwargs", init),
    __repr__: method("", exceptionRepr),
    __str__: method("", exceptionStr),
    __reduce__: method("", (_vm, self: PyException) =>
      newTuple(
        self.attrs === null || self.attrs.size === 0 ? [self.type, self.args] : [self.type, self.args, self.attrs],
      ),
    ),
    __setstate__: method("state, /", setState),
    __dict__: property(getInstanceDict, setInstanceDict),
    args: property(
      (_vm, self: PyException) => self.args,
      (vm, self: PyException, value) =>
        value === undefined ? raiseTypeError(vm, "args may not be deleted") : collect(vm, value, ARGS, self),
    ),
    __cause__: link("cause"),
    __context__: link("context"),
    __suppress_context__: property(
      (_vm, self: PyException) => self.suppressContext,
      (vm, self: PyException, value) => {
        if (typeof value !== "boolean") return raiseTypeError(vm, "attribute value type must be bool");
        self.suppressContext = value;
        return NONE;
      },
    ),
    __traceback__: property((_vm, self: PyException) => self.traceback ?? NONE, setTraceback),
    with_traceback: method("tb, /", (vm, self: PyException, traceback: Value) =>
      setTraceback(vm, self, traceback) === undefined ? undefined : self,
    ),
    add_note: method("note, /", note),
  });
}
