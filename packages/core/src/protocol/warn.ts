// Warnings that the engine itself issues: through the module `warnings`, whose filters decide what becomes of them.
import type { PyException } from "../objects/exception.ts";
import { deprecationWarningType } from "../objects/exception-types.ts";
import type { Machine, SourceWarning } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute } from "./attribute.ts";
import { call } from "./call.ts";
import { pushNative } from "./frames.ts";
import { catchError, raise } from "./raise.ts";

/** A warning about a place in a source, or about the running line when `place` is null. */
interface Warning {
  readonly category: PyType;
  readonly message: string;
  readonly place: SourceWarning | null;
}

/** How the native goes on after the warnings: static data. */
export interface WarnThen<X> {
  readonly name: string;
  run(vm: Machine, extra: X): Result;
}

/** What a conversion method is told that answers an instance of a subclass: `what` is the method, `kind` the type. */
export function subclassAnswer(what: string, kind: string, answer: Value): string {
  const returned = `${what} returned non-${kind} (type ${typeOf(answer).name})`;
  const ability = `The ability to return an instance of a strict subclass of ${kind} is deprecated`;
  return `${returned}.  ${ability}, and may be removed in a future version of Python.`;
}

/** A `then` that ends the native with a value. */
export const ANSWER: WarnThen<Value> = { name: "warning", run: (_vm, value) => value };

enum Stage {
  Import,
  /** The next input is the module. */
  Module,
  /** The next input is the function to call. */
  Function,
  /** The next input is the function's answer. */
  Called,
  /** The next input is the result. */
  End,
}

interface WarnState {
  readonly warnings: readonly Warning[];
  readonly then: WarnThen<unknown>;
  readonly extra: unknown;
  module: Value;
  next: number;
  stage: Stage;
}

/** Issue a DeprecationWarning about the running line, then go on. */
export function deprecated<X>(vm: Machine, message: string, then: WarnThen<X>, extra: X): undefined {
  return issue(vm, [{ category: deprecationWarningType, message, place: null }], then, extra);
}

/** Issue the warnings of a compilation, then go on. A filter that raises one raises the SyntaxError in its place. */
export function warnOfSource<X>(
  vm: Machine,
  category: PyType,
  warnings: readonly SourceWarning[],
  then: WarnThen<X>,
  extra: X,
): undefined {
  const all = warnings.map((place) => ({ category, message: place.message, place }));
  return issue(vm, all, then, extra);
}

function issue<X>(vm: Machine, warnings: readonly Warning[], then: WarnThen<X>, extra: X): undefined {
  return pushNative(vm, warnOp, {
    warnings,
    then: then as WarnThen<unknown>,
    extra,
    module: NONE,
    next: 0,
    stage: Stage.Import,
  });
}

const warnOp: NativeOp<WarnState> = {
  name: "warning",
  step(vm, state, input) {
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case Stage.Import:
          state.stage = Stage.Module;
          answer = vm.services.importModule(vm, "warnings", NONE, NONE, 0);
          break;
        case Stage.Module: {
          if (state.module === NONE) state.module = answer as Value;
          const warning = state.warnings[state.next];
          if (warning === undefined) {
            state.stage = Stage.End;
            return state.then.run(vm, state.extra);
          }
          state.stage = Stage.Function;
          answer = getAttribute(vm, state.module, warning.place === null ? "warn" : "warn_explicit");
          break;
        }
        case Stage.Function:
          state.stage = Stage.Called;
          answer = tell(vm, answer as Value, state.warnings[state.next] as Warning);
          if (answer === undefined && vm.error !== null) return replaceError(vm, state);
          break;
        case Stage.Called:
          state.next++;
          state.stage = Stage.Module;
          break;
        default:
          return answer;
      }
      if (answer === undefined) return undefined;
    }
  },
  raised: (vm, state) => (state.stage === Stage.Called ? replaceError(vm, state) : undefined),
};

function tell(vm: Machine, func: Value, { category, message, place }: Warning): Result {
  if (place === null) return call(vm, func, [message, category]);
  return call(vm, func, [message, category, place.filename, place.line]);
}

/** A SyntaxWarning that was raised becomes a SyntaxError with its place. */
function replaceError(vm: Machine, { warnings, next }: WarnState): undefined {
  const { place, category } = warnings[next] as Warning;
  if (place === null || catchError(vm, category) === null) return undefined;
  return raise(vm, place.error as PyException);
}
