// From source text to code at run time: the warnings of the compiler are issued before anything of the code runs.
import { allocate, countBytes } from "./charge.ts";
import type { Code } from "../bytecode/code.ts";
import type { PyException } from "../objects/exception.ts";
import { lookupErrorType, syntaxWarningType, unicodeDecodeErrorType } from "../objects/exception-types.ts";
import type { Compiled, CompileRequest, Compiling, Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { CodecProblem, decodeMessage } from "../text/codec-problem.ts";
import { decodeBytes } from "./codec.ts";
import { more, pushNative } from "./frames.ts";
import { catchError, raise } from "./raise.ts";
import { warnOfSource, type WarnThen } from "./warn.ts";

/** What to do with the code: static data. */
export interface CompileThen<X> {
  run(vm: Machine, code: Code, extra: X): Result;
}

interface Rest {
  readonly compiled: Compiled;
  readonly then: CompileThen<unknown>;
  readonly extra: unknown;
}

/** Bytes of code for each character of its source, about. */
const CODE_BYTES = 30;
/** And of any code. */
const LEAST_BYTES = 4_000;

/** Source up to this length is compiled at once. */
const SHORT = 16_384;
/** Statements in one step. */
const PORTION = 16;

/** Compile, issue the warnings, then raise the SyntaxError or run `then` on the code. */
export function compileThen<X>(
  vm: Machine,
  source: string | Uint8Array,
  request: CompileRequest,
  then: CompileThen<X>,
  extra: X,
): Result {
  countBytes(vm, LEAST_BYTES);
  allocate(vm, source.length, CODE_BYTES);
  const order: Order = { source, request, then: then as CompileThen<unknown>, extra };
  if (source.length > SHORT) {
    const compiling = vm.services.beginCompiling(vm, source, request);
    return pushNative(vm, compileOp, { order, compiling, isDone: false });
  }
  return afterCompiling(vm, order, vm.services.compile(vm, source, request));
}

interface Order {
  readonly source: string | Uint8Array;
  readonly request: CompileRequest;
  readonly then: CompileThen<unknown>;
  readonly extra: unknown;
}

interface CompileState {
  readonly order: Order;
  readonly compiling: Compiling;
  isDone: boolean;
}

/** Compiles what is long some statements at a time. */
const compileOp: NativeOp<CompileState> = {
  name: "compile",
  step(vm, state, input) {
    if (state.isDone) return input;
    for (let left = PORTION; left > 0; left--) {
      const compiled = state.compiling.step();
      if (compiled === null) continue;
      state.isDone = true;
      return afterCompiling(vm, state.order, compiled);
    }
    return more(vm);
  },
};

function afterCompiling(vm: Machine, order: Order, compiled: Compiled): Result {
  const { encoding } = compiled;
  if (encoding !== undefined) return pushNative(vm, decodeOp, { order, encoding, isDecoded: false });
  const rest: Rest = { compiled, then: order.then, extra: order.extra };
  if (compiled.warnings.length === 0) return goOn(vm, rest);
  return warnOfSource(vm, syntaxWarningType, compiled.warnings, AFTER_WARNINGS, rest);
}

interface DecodeState {
  /** Its source is bytes. */
  readonly order: Order;
  readonly encoding: string;
  isDecoded: boolean;
}

/** Decodes a source from the encoding that it declares, then compiles it; what is not in that encoding is a SyntaxError. */
const decodeOp: NativeOp<DecodeState> = {
  name: "decode source",
  step(vm, state, input) {
    if (state.isDecoded) return input;
    const { source, request, then, extra } = state.order;
    const text = input ?? decodeBytes(vm, source as Uint8Array, state.encoding, "strict");
    if (text === undefined) return vm.error === null ? undefined : refuse(vm, state);
    state.isDecoded = true;
    return compileThen(vm, text as string, request, then, extra);
  },
  raised: (vm, state) => (state.isDecoded ? undefined : refuse(vm, state)),
};

function refuse(vm: Machine, state: DecodeState): Result {
  const { order, encoding } = state;
  const { source, request } = order;
  const error = catchError(vm, unicodeDecodeErrorType) ?? catchError(vm, lookupErrorType);
  if (error === null) return undefined;
  state.isDecoded = true;
  const [told, , start, end, reason] = error.args.items as [string, Value, number, number, string];
  const detail = reason ? decodeMessage(new CodecProblem(told, start, end, reason), source as Uint8Array) : told;
  const problem = request.isFile === true ? `encoding problem: ${encoding}` : detail;
  return compileThen(vm, source, { ...request, problem }, order.then, order.extra);
}

const AFTER_WARNINGS: WarnThen<Rest> = { run: goOn };

function goOn(vm: Machine, { compiled, then, extra }: Rest): Result {
  const { code, error } = compiled;
  return code === null ? raise(vm, error as PyException) : then.run(vm, code, extra);
}
