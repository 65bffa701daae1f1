// The type async_generator, and the awaitables that drive one step of it.
import {
  anextAwaitableType,
  asyncGeneratorSendType,
  asyncGeneratorThrowType,
  asyncGeneratorType,
} from "../objects/builtin-types.ts";
import { AsyncStep, StepState } from "../objects/async-step.ts";
import type { PyException } from "../objects/exception.ts";
import { generatorExitType, stopAsyncIterationType, stopIterationType } from "../objects/exception-types.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { pushNative } from "../protocol/frames.ts";
import { resumeGenerator, throwInto } from "../protocol/generator.ts";
import { type ThrowThen, throwGiven } from "../protocol/generator-close.ts";
import { catchError, newException, raise, raiseNew, raiseRuntimeError } from "../protocol/raise.ts";
import { anextEntries } from "./anext-awaitable.ts";
import { classMethod, defineType, method, property, type TypeEntry } from "./define.ts";
import { generatorAttributes } from "./generator.ts";
import { classGetItem } from "./generic-alias.ts";

function reused(kind: AsyncStep["kind"]): string {
  return kind === "asend" || kind === "anext"
    ? "cannot reuse already awaited __anext__()/asend()"
    : "cannot reuse already awaited aclose()/athrow()";
}

/** Start or go on with a step: `value` is sent by whoever awaits. */
function sendStep(vm: Machine, self: AsyncStep, value: Value): Result {
  const { generator, kind } = self;
  if (self.state === StepState.Closed) return raiseRuntimeError(vm, reused(kind));
  let sent = value;
  if (self.state === StepState.New) {
    if (generator.isStepping) {
      self.state = StepState.Closed;
      const shown = kind === "asend" ? "anext" : kind;
      return raiseRuntimeError(vm, `${shown}(): asynchronous generator is already running`);
    }
    if (kind === "athrow" || kind === "aclose") {
      if (generator.state === GeneratorState.Closed) {
        self.state = StepState.Closed;
        return raiseNew(vm, stopIterationType);
      }
      if (value !== NONE) return raiseRuntimeError(vm, "can't send non-None value to a just-started coroutine");
      if (kind === "aclose" && generator.state === GeneratorState.Created) {
        generator.state = GeneratorState.Closed;
        self.state = StepState.Closed;
        return raiseNew(vm, stopIterationType);
      }
      begin(vm, self);
      return pushNative(vm, stepOp, { step: self, thrown: self.value as PyException, sent: NONE });
    }
    if (generator.state === GeneratorState.Closed) {
      self.state = StepState.Closed;
      return raiseNew(vm, stopAsyncIterationType);
    }
    if (value === NONE) sent = self.value;
    begin(vm, self);
  }
  return pushNative(vm, stepOp, { step: self, thrown: null, sent });
}

function newStep(vm: Machine, generator: PyGenerator, kind: AsyncStep["kind"], value: Value | PyException): AsyncStep {
  const step = new AsyncStep(generator, kind, value);
  vm.unbegun.note(step);
  return step;
}

function begin(vm: Machine, step: AsyncStep): void {
  const { generator } = step;
  step.state = StepState.Iterating;
  generator.isStepping = true;
  if (generator.state === GeneratorState.Created) vm.asyncGenerators.set(generator, vm.fiber.loop);
}

function end(vm: Machine, step: AsyncStep): void {
  const { generator } = step;
  step.state = StepState.Closed;
  generator.isStepping = false;
  if (generator.state === GeneratorState.Closed) vm.asyncGenerators.delete(generator);
}

interface Step {
  readonly step: AsyncStep;
  readonly thrown: PyException | null;
  readonly sent: Value;
}

/**
 * Runs the generator until it awaits something that yields (the answer is what is yielded on) or comes to its next item,
 * which arrives as the value of StopIteration.
 */
const stepOp: NativeOp<Step> = {
  name: "asynchronous generator",
  passesOn: true,
  step(vm, state, input) {
    const { step, thrown } = state;
    if (input !== undefined) return input === DONE ? ended(vm, step) : input;
    const answer =
      thrown === null ? resumeGenerator(vm, step.generator, state.sent) : throwInto(vm, step.generator, thrown);
    if (answer === DONE) return ended(vm, step);
    if (answer === undefined && vm.error !== null && vm.fiber.top.state === state) end(vm, step);
    return answer;
  },
  raised(vm, state) {
    const { step } = state;
    end(vm, step);
    if (step.kind !== "aclose") return undefined;
    if (catchError(vm, stopAsyncIterationType) !== null || catchError(vm, generatorExitType) !== null) {
      return raiseNew(vm, stopIterationType);
    }
    // The generator has come to another item.
    if (catchError(vm, stopIterationType) !== null) {
      return raiseRuntimeError(vm, "async generator ignored GeneratorExit");
    }
    return undefined;
  },
};

function ended(vm: Machine, step: AsyncStep): Result {
  end(vm, step);
  return raiseNew(vm, step.kind === "aclose" ? stopIterationType : stopAsyncIterationType);
}

const THROW: ThrowThen<AsyncStep> = {
  run(vm, self, exception) {
    const { generator, kind } = self;
    if (self.state === StepState.Closed) return raiseRuntimeError(vm, reused(kind));
    if (self.state === StepState.New) {
      if (generator.isStepping) {
        self.state = StepState.Closed;
        return raiseRuntimeError(
          vm,
          `${kind === "asend" ? "anext" : kind}(): asynchronous generator is already running`,
        );
      }
      begin(vm, self);
    }
    if (generator.state === GeneratorState.Closed) {
      end(vm, self);
      return raise(vm, exception);
    }
    return pushNative(vm, stepOp, { step: self, thrown: exception, sent: NONE });
  },
};

function closeStep(vm: Machine, self: AsyncStep): Result {
  if (self.state === StepState.Closed) return NONE;
  return pushNative(vm, closeOp, { self, isThrown: false });
}

const closeOp: NativeOp<{ readonly self: AsyncStep; isThrown: boolean }> = {
  name: "close",
  step(vm, state, input) {
    if (input !== undefined) return raiseRuntimeError(vm, "coroutine ignored GeneratorExit");
    state.isThrown = true;
    const exit = newException(generatorExitType);
    const answer = THROW.run(vm, state.self, exit, [exit]);
    // Of a generator that has ended it is raised at once.
    return answer === undefined && vm.error !== null ? closed(vm) : answer;
  },
  raised: closed,
};

function closed(vm: Machine): Result {
  for (const type of [stopIterationType, stopAsyncIterationType, generatorExitType]) {
    if (catchError(vm, type) !== null) return NONE;
  }
  return undefined;
}

function step(): Readonly<Record<string, TypeEntry>> {
  return {
    __await__: method("", (_vm, self: AsyncStep) => self),
    __iter__: method("", (_vm, self: AsyncStep) => self),
    __next__: method("", (vm, self: AsyncStep) => sendStep(vm, self, NONE)),
    send: method("value, /", sendStep),
    throw: method("typ, val=None, tb=None, /", (vm, self: AsyncStep, type: Value, value?: Value, traceback?: Value) =>
      throwGiven(vm, "throw", [type, value, traceback], THROW, self),
    ),
    close: method("", closeStep),
  };
}

const MAKE_ATHROW: ThrowThen<PyGenerator> = {
  run: (vm, generator, exception) => newStep(vm, generator, "athrow", exception),
};

export function defineAsyncGenerator(): void {
  const { ag_running: _running, ...attributes } = generatorAttributes("ag", "ag_await");
  defineType(asyncGeneratorType, null, {
    ...attributes,
    ag_running: property((_vm, self: PyGenerator) => self.isStepping),
    __aiter__: method("", (_vm, self: PyGenerator) => self),
    __anext__: method("", (vm, self: PyGenerator) => newStep(vm, self, "asend", NONE)),
    __class_getitem__: classMethod("object, /", classGetItem),
    asend: method("value, /", (vm, self: PyGenerator, value: Value) => newStep(vm, self, "asend", value)),
    athrow: method(
      "typ, val=None, tb=None, /",
      (vm, self: PyGenerator, type: Value, value?: Value, traceback?: Value) =>
        throwGiven(vm, "athrow", [type, value, traceback], MAKE_ATHROW, self),
    ),
    aclose: method("", (vm, self: PyGenerator) => newStep(vm, self, "aclose", newException(generatorExitType))),
  });
  defineType(asyncGeneratorSendType, null, step());
  defineType(asyncGeneratorThrowType, null, step());
  defineType(anextAwaitableType, null, anextEntries());
}
