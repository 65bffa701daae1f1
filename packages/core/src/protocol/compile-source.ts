// From source text to code at run time: the warnings of the compiler are issued before anything of the code runs.
import { allocate, countBytes } from "./charge.ts";
import type { Code } from "../bytecode/code.ts";
import type { PyException } from "../objects/exception.ts";
import { syntaxWarningType } from "../objects/exception-types.ts";
import type { Compiled, CompileRequest, Machine } from "../objects/machine.ts";
import type { Result } from "../objects/value.ts";
import { raise } from "./raise.ts";
import { warnOfSource, type WarnThen } from "./warn.ts";

/** What to do with the code: static data. */
export interface CompileThen<X> {
  readonly name: string;
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
  const compiled = vm.services.compile(vm, source, request);
  const rest: Rest = { compiled, then: then as CompileThen<unknown>, extra };
  if (compiled.warnings.length === 0) return goOn(vm, rest);
  return warnOfSource(vm, syntaxWarningType, compiled.warnings, AFTER_WARNINGS, rest);
}

const AFTER_WARNINGS: WarnThen<Rest> = { name: "compile", run: goOn };

function goOn(vm: Machine, { compiled, then, extra }: Rest): Result {
  const { code, error } = compiled;
  return code === null ? raise(vm, error as PyException) : then.run(vm, code, extra);
}
