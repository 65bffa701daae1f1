// The declaration of a native function: its parameters, what it answers, and how it is called.
import { checkKeys, type Kind, shown } from "../check-keys.ts";
import { type Arguments, checkParameters, type Parameter } from "./parameters.ts";
import { anySpec } from "./scalar-specs.ts";
import { checkType, type TypeSpec } from "./type-spec.ts";

/** What an asynchronous or blocking function learns of its call, as its last argument. */
export interface CallContext {
  /** Aborts when nobody waits for the answer any more: cancelled, interrupted, stopped at a limit, or its VM closed. */
  readonly signal: AbortSignal;
}

/** How a call is made: at once, when awaited, or while the calling script waits. */
export type CallMode = "sync" | "async" | "blocking";

/** How a method borrows its object for as long as it runs. */
export type Borrow = "shared" | "exclusive";

/** A function for Python, as a native module lists it. */
export interface NativeFunctionSpec {
  /** How a call is made. */
  readonly mode: CallMode;
  /** What it takes, in Python's order. */
  readonly parameters: readonly Parameter<unknown>[];
  /** What it answers. */
  readonly returns: TypeSpec<unknown>;
  /** Its docstring; null for none. */
  readonly doc: string | null;
  /** The function of the host. */
  readonly call: (...args: never[]) => unknown;
}

/** The parts of a declaration; `parameters` default to none, `returns` to `t.any`. */
export interface FunctionOptions<Parameters extends readonly Parameter<unknown>[], Result> {
  /** What it takes, in Python's order; default: nothing. */
  readonly parameters?: Parameters;
  /** What it answers; default `t.any`. */
  readonly returns?: TypeSpec<Result>;
  /** Shown by `help()` and in stubs. */
  readonly doc?: string;
}

/**
 * A function that answers at once. What it throws is raised in Python (see `PythonRaise`), as is TypeError when its
 * answer is not of the type declared. Throws TypeError when Python could not have such parameters.
 */
export function nativeFunction<const Parameters extends readonly Parameter<unknown>[] = [], Result = unknown>(
  options: FunctionOptions<Parameters, Result> & { readonly call: (...args: Arguments<Parameters>) => Result },
): NativeFunctionSpec {
  return declare("nativeFunction", "sync", options);
}

/**
 * A function that Python awaits: the call begins when it is first awaited. `call` gets a CallContext as its last
 * argument. Throws TypeError when Python could not have such parameters.
 */
export function asyncFunction<const Parameters extends readonly Parameter<unknown>[] = [], Result = unknown>(
  options: FunctionOptions<Parameters, Result> & {
    readonly call: (...args: [...Arguments<Parameters>, CallContext]) => Promise<Result>;
  },
): NativeFunctionSpec {
  return declare("asyncFunction", "async", options);
}

/**
 * A function that Python just calls, in plain `def` code too: the script waits for its Promise, and all others and the
 * host go on. `call` gets a CallContext as its last argument. Throws TypeError when Python could not have such parameters.
 */
export function blockingFunction<const Parameters extends readonly Parameter<unknown>[] = [], Result = unknown>(
  options: FunctionOptions<Parameters, Result> & {
    readonly call: (...args: [...Arguments<Parameters>, CallContext]) => Promise<Result> | Result;
  },
): NativeFunctionSpec {
  return declare("blockingFunction", "blocking", options);
}

const KEYS: Readonly<Record<string, Kind>> = { parameters: "any", returns: "any", doc: "string", call: "any" };

/** Any declaration, its types no longer of interest. */
interface Declaration extends FunctionOptions<readonly Parameter<unknown>[], unknown> {
  readonly call: unknown;
}

/** A declaration that was checked, and stays as it is; nothing else is taken for one. */
class CheckedFunction implements NativeFunctionSpec {
  readonly mode: CallMode;
  readonly parameters: readonly Parameter<unknown>[];
  readonly returns: TypeSpec<unknown>;
  readonly doc: string | null;
  readonly call: NativeFunctionSpec["call"];

  constructor(mode: CallMode, { parameters = [], returns = anySpec, doc, call }: Declaration) {
    this.mode = mode;
    this.parameters = Object.freeze([...parameters]);
    this.returns = returns;
    this.doc = doc ?? null;
    this.call = call as NativeFunctionSpec["call"];
    Object.freeze(this);
  }
}

/** Whether it was made with nativeFunction or its kin, of this very copy of the engine. */
export function isFunctionSpec(value: unknown): value is NativeFunctionSpec {
  return value instanceof CheckedFunction;
}

/** Check a declaration and fill in its defaults; `more` are the keys that its kind has besides. */
export function declare(
  owner: string,
  mode: CallMode,
  options: Declaration,
  more: Readonly<Record<string, Kind>> = {},
): NativeFunctionSpec {
  checkKeys(owner, options, { ...KEYS, ...more }, "key");
  const { parameters = [], returns = anySpec, call } = options;
  if (typeof call !== "function") throw new TypeError(`${owner}: 'call' must be a function, not ${shown(call)}`);
  checkType(owner, "'returns'", returns);
  checkParameters(owner, parameters);
  return new CheckedFunction(mode, options);
}
