// The types generator and coroutine.
import { coroutineType, coroutineWrapperType, generatorType } from "../objects/builtin-types.ts";
import { CoroutineWrapper } from "../objects/async-step.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { frameObject } from "../protocol/frame-object.ts";
import { kindOf, resumeGenerator, rootOf } from "../protocol/generator.ts";
import { closeGenerator, THROW_INTO, throwGiven } from "../protocol/generator-close.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import { classGetItem } from "./generic-alias.ts";
import { classMethod, defineType, method, property, type TypeEntry } from "./define.ts";
import { addressOf } from "./object.ts";

function send(vm: Machine, self: PyGenerator, value: Value): Result {
  const answer = resumeGenerator(vm, self, value);
  return answer === DONE ? raiseNew(vm, stopIterationType) : answer;
}

/** `throw` of a generator or coroutine. */
function throwMethod(vm: Machine, self: PyGenerator, type: Value, value?: Value, traceback?: Value): Result {
  return throwGiven(vm, "throw", [type, value, traceback], THROW_INTO, self);
}

/** What `yield from` or `await` in the generator waits for. */
function delegateOf(self: PyGenerator): Value {
  const { frame } = self;
  // What is part of a segment is suspended with it.
  const { state, top } = rootOf(self);
  if (state !== GeneratorState.Suspended) return NONE;
  if (frame === top) return frame.tag === Tag.DelegateNext ? (frame.aux as Value) : NONE;
  let inner: Frame = top;
  while (inner.prev !== null && inner.prev !== frame) inner = inner.prev;
  return inner.generator ?? NONE;
}

/** The attributes common to generators, coroutines and asynchronous generators, by their prefix. */
export function generatorAttributes(prefix: string, awaited: string): Readonly<Record<string, TypeEntry>> {
  return {
    __name__: name("name", "__name__"),
    __qualname__: name("qualifiedName", "__qualname__"),
    __repr__: method("", (vm, self: PyGenerator) => {
      const kind = self.type === generatorType ? "generator" : kindOf(self).replace(" ", "_");
      return `<${kind} object ${self.qualifiedName} at ${addressOf(vm, self)}>`;
    }),
    [`${prefix}_frame`]: property((vm, self: PyGenerator) =>
      self.state === GeneratorState.Closed ? NONE : frameObject(vm, self.frame),
    ),
    [`${prefix}_running`]: property((_vm, self: PyGenerator) => rootOf(self).state === GeneratorState.Running),
    [`${prefix}_suspended`]: property((_vm, self: PyGenerator) => rootOf(self).state === GeneratorState.Suspended),
    [`${prefix}_code`]: property((_vm, self: PyGenerator) => self.frame.linked as Linked),
    [awaited]: property((_vm, self: PyGenerator) => delegateOf(self)),
  };
}

function name(key: "name" | "qualifiedName", shown: string): TypeEntry {
  return property(
    (_vm, self: PyGenerator) => self[key],
    (vm, self: PyGenerator, value) => {
      const text = asString(value);
      if (text === undefined) return raiseTypeError(vm, `${shown} must be set to a string object`);
      self[key] = text;
      return NONE;
    },
  );
}

export function defineGenerator(): void {
  defineType(generatorType, null, {
    ...generatorAttributes("gi", "gi_yieldfrom"),
    __iter__: method("", (_vm, self: PyGenerator) => self),
    __next__: method("", (vm, self: PyGenerator) => send(vm, self, NONE)),
    __class_getitem__: classMethod("object, /", classGetItem),
    send: method("value, /", send),
    throw: method("typ, val=None, tb=None, /", throwMethod),
    close: method("", closeGenerator),
  });
  defineType(coroutineType, null, {
    ...generatorAttributes("cr", "cr_await"),
    cr_origin: property(() => NONE),
    __await__: method("", (_vm, self: PyGenerator) => new CoroutineWrapper(self)),
    __class_getitem__: classMethod("object, /", classGetItem),
    send: method("value, /", send),
    throw: method("typ, val=None, tb=None, /", throwMethod),
    close: method("", closeGenerator),
  });
  defineType(coroutineWrapperType, null, {
    __iter__: method("", (_vm, self: CoroutineWrapper) => self),
    __next__: method("", (vm, self: CoroutineWrapper) => send(vm, self.coroutine, NONE)),
    send: method("value, /", (vm, self: CoroutineWrapper, value: Value) => send(vm, self.coroutine, value)),
    throw: method(
      "typ, val=None, tb=None, /",
      (vm, self: CoroutineWrapper, type: Value, value?: Value, traceback?: Value) =>
        throwMethod(vm, self.coroutine, type, value, traceback),
    ),
    close: method("", (vm, self: CoroutineWrapper) => closeGenerator(vm, self.coroutine)),
  });
}
