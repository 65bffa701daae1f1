// Warnings that the engine itself issues: through the module `warnings`, whose filters decide what becomes of them.
import { deprecationWarningType } from "../objects/exception-types.ts";
import type { Machine, SourceWarning } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { callInModule } from "./call-module.ts";
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
  run(vm: Machine, extra: X): Result;
}

/** What a conversion method is told that answers an instance of a subclass: `what` is the method, `kind` the type. */
export function subclassAnswer(what: string, kind: string, answer: Value): string {
  const returned = `${what} returned non-${kind} (type ${typeOf(answer).name})`;
  const ability = `The ability to return an instance of a strict subclass of ${kind} is deprecated`;
  return `${returned}.  ${ability}, and may be removed in a future version of Python.`;
}

/** A `then` that ends the native with a value. */
export const ANSWER: WarnThen<Value> = { run: (_vm, value) => value };

interface WarnState {
  readonly warnings: readonly Warning[];
  readonly then: WarnThen<unknown>;
  readonly extra: unknown;
  /** Issued so far. */
  done: number;
  /** The next input is the result. */
  isEnding: boolean;
}

/** Issue a DeprecationWarning, or one of another category, about the running line, then go on. */
export function deprecated<X>(
  vm: Machine,
  message: string,
  then: WarnThen<X>,
  extra: X,
  category: PyType = deprecationWarningType,
): undefined {
  return issue(vm, [{ category, message, place: null }], then, extra);
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
  const state: WarnState = { warnings, then: then as WarnThen<unknown>, extra, done: 0, isEnding: false };
  return pushNative(vm, warnOp, state);
}

const warnOp: NativeOp<WarnState> = {
  name: "warning",
  step(vm, state, input) {
    if (state.isEnding) return input;
    if (input !== undefined) state.done++;
    const warning = state.warnings[state.done];
    if (warning !== undefined) return tell(vm, warning);
    state.isEnding = true;
    return state.then.run(vm, state.extra);
  },
  raised: (vm, state) => (state.isEnding ? undefined : replaceError(vm, state)),
};

function tell(vm: Machine, { category, message, place }: Warning): undefined {
  return place === null
    ? callInModule(vm, "warnings", "warn", [message, category])
    : callInModule(vm, "warnings", "warn_explicit", [message, category, place.filename, place.line]);
}

/** A SyntaxWarning that was raised becomes a SyntaxError with its place. */
function replaceError(vm: Machine, { warnings, done }: WarnState): undefined {
  const { place, category } = warnings[done] as Warning;
  if (place === null || catchError(vm, category) === null) return undefined;
  return raise(vm, place.error);
}
