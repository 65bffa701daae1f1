// Throwing into generators and closing them, as their methods do.
import { baseExceptionType, generatorExitType, stopIterationType, typeErrorType } from "../objects/exception-types.ts";
import { PyException, Traceback } from "../objects/exception.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call } from "./call.ts";
import { type Asking, asking } from "./asking.ts";
import { pushNative } from "./frames.ts";
import { deprecated, type WarnThen } from "./warn.ts";
import { kindOf, throwInto } from "./generator.ts";
import { catchError, newException, raiseRuntimeError, raiseTypeError } from "./raise.ts";
import { typeRepr } from "./type-name.ts";

/** What is done with the exception once it is made. */
export interface ThrowThen<S> {
  /** `args` are those that `throw` was given. */
  run(vm: Machine, state: S, exception: PyException, args: readonly Value[]): Result;
}

interface Making {
  readonly type: Value;
  readonly value: Value;
  readonly traceback: Value;
  readonly then: ThrowThen<unknown>;
  readonly state: unknown;
  readonly args: readonly Value[];
}

const MAKE: Asking<Making> = {
  ask(vm, { type, value }) {
    const args = value === NONE ? [] : value instanceof PyTuple ? value.items : [value];
    return call(vm, type, args);
  },
  take(vm, { type, traceback, then, state, args }, made) {
    const message = `calling ${typeRepr(type as PyType)} should have returned an instance of BaseException, not `;
    const isMade = made instanceof PyException;
    const thrown = isMade ? made : newException(typeErrorType, message + typeOf(made).name);
    return throwMade(vm, thrown, traceback, then, state, args);
  },
};

interface OldThrow {
  readonly type: Value;
  readonly value: Value;
  readonly traceback: Value;
  readonly then: ThrowThen<unknown>;
  readonly state: unknown;
}

const OLD_THROW: WarnThen<OldThrow> = {
  run: (vm, { type, value, traceback, then, state }) => withThrown(vm, type, value, traceback, then, state),
};

/** `throw` or `athrow`, as `name` says, with the arguments that it was given: more than one are deprecated. */
export function throwGiven<S>(
  vm: Machine,
  name: string,
  given: readonly (Value | undefined)[],
  then: ThrowThen<S>,
  state: S,
): Result {
  const [type, value, traceback] = given;
  if (value === undefined) return withThrown(vm, type as Value, NONE, NONE, then, state);
  const message = `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`;
  const old = { type: type as Value, value, traceback: traceback ?? NONE, then: then as ThrowThen<unknown>, state };
  return deprecated(vm, message, OLD_THROW, old);
}

/** `throw(type, value, traceback)` in all its forms: makes the exception, then runs `then`. */
function withThrown<S>(vm: Machine, type: Value, value: Value, traceback: Value, then: ThrowThen<S>, state: S): Result {
  if (traceback !== NONE && !(traceback instanceof Traceback)) {
    return raiseTypeError(vm, "throw() third argument must be a traceback object");
  }
  const run = then as ThrowThen<unknown>;
  const args =
    value === NONE && traceback === NONE ? [type] : traceback === NONE ? [type, value] : [type, value, traceback];
  if (type instanceof PyException) {
    if (value !== NONE) return raiseTypeError(vm, "instance exception may not have a separate value");
    return throwMade(vm, type, traceback, run, state, args);
  }
  if (type instanceof PyType && type.isSubtype(baseExceptionType)) {
    if (value instanceof PyException && value.type.isSubtype(type))
      return throwMade(vm, value, traceback, run, state, args);
    return asking(vm, MAKE, { type, value, traceback, then: run, state, args });
  }
  return raiseTypeError(
    vm,
    `exceptions must be classes or instances deriving from BaseException, not ${typeOf(type).name}`,
  );
}

function throwMade(
  vm: Machine,
  made: PyException,
  traceback: Value,
  then: ThrowThen<unknown>,
  state: unknown,
  args: readonly Value[],
): Result {
  if (traceback instanceof Traceback) made.traceback = traceback;
  return then.run(vm, state, made, args);
}

/** `generator.close()` of generators and coroutines. */
export function closeGenerator(vm: Machine, generator: PyGenerator): Result {
  if (generator.state === GeneratorState.Closed) return NONE;
  if (generator.state === GeneratorState.Created) {
    generator.state = GeneratorState.Closed;
    return NONE;
  }
  return pushNative(vm, closeOp, { generator, isThrown: false });
}

const closeOp: NativeOp<{ readonly generator: PyGenerator; isThrown: boolean }> = {
  name: "close",
  step(vm, state, input) {
    if (input !== undefined) return raiseRuntimeError(vm, `${kindOf(state.generator)} ignored GeneratorExit`);
    state.isThrown = true;
    return throwInto(vm, state.generator, newException(generatorExitType));
  },
  raised(vm) {
    const stop = catchError(vm, stopIterationType);
    if (stop !== null) return stop.fields?.get("value") ?? NONE;
    return catchError(vm, generatorExitType) === null ? undefined : NONE;
  },
};

/** Raise in a generator on behalf of `throw`. */
export const THROW_INTO: ThrowThen<PyGenerator> = {
  run: throwInto,
};
