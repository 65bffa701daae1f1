// The declaration of a native function: its parameters, what it answers, and how it is called.
import { type Arguments, checkParameters, type Parameter } from "./parameters.ts";
import { anySpec } from "./scalar-specs.ts";
import { TypeSpec } from "./type-spec.ts";

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

const KEYS: ReadonlySet<string> = new Set(["parameters", "returns", "doc", "call", "borrow", "operand"]);

/** Any declaration, its types no longer of interest. */
interface Declaration extends FunctionOptions<readonly Parameter<unknown>[], unknown> {
  readonly call: unknown;
}

/** Check a declaration and fill in its defaults. */
export function declare(owner: string, mode: CallMode, options: Declaration): NativeFunctionSpec {
  for (const key of Object.keys(options)) {
    if (!KEYS.has(key)) throw new TypeError(`${owner}: unknown key '${key}'; there are ${[...KEYS].join(", ")}`);
  }
  const { parameters = [], returns = anySpec, doc = null, call } = options;
  if (typeof call !== "function") throw new TypeError(`${owner}: 'call' must be a function`);
  if (!(returns instanceof TypeSpec)) {
    throw new TypeError(`${owner}: 'returns' must be a type, such as t.int, not ${String(returns)}`);
  }
  checkParameters(owner, parameters);
  return { mode, parameters, returns, doc, call: call as NativeFunctionSpec["call"] };
}
