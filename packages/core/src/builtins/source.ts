// Functions on source text: compile, eval, exec.
import { CodeKind } from "../bytecode/code.ts";
import { Cell, PyFunction } from "../objects/function.ts";
import { syntaxErrorType } from "../objects/exception-types.ts";
import { Linked } from "../objects/linked.ts";
import type { CompileMode, Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyBytes, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { isBroken } from "../types/text-stream.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { raiseNoInteger } from "../protocol/bad-argument.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { callFunction } from "../protocol/call.ts";
import { callingFrame } from "../protocol/calling-frame.ts";
import { compileThen, type CompileThen } from "../protocol/compile-source.ts";
import { decodeBy, encodeBy } from "../protocol/codec.ts";
import { localsOf } from "../protocol/frame-object.ts";
import { pushNamespace } from "../protocol/frames.ts";
import { link } from "../protocol/link.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import {
  newException,
  raise,
  raiseOverflowError,
  raiseRuntimeError,
  raiseTypeError,
  raiseValueError,
} from "../protocol/raise.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { UTF8 } from "../text/codec-utf8.ts";
import { builtinsOf } from "../types/function.ts";

/** What may stand before an expression to evaluate, as characters and as bytes. */
const BLANKS: readonly unknown[] = [" ", "\t", 32, 9];

const FUTURE_ANNOTATIONS = 0x100_0000;
const TOP_LEVEL_AWAIT = 0x2000;
const ONLY_TREE = 0x400;
const KNOWN_FLAGS = FUTURE_ANNOTATIONS | TOP_LEVEL_AWAIT | ONLY_TREE | 0x200 | 0x4000 | 0x1e0000 | 0x10 | 0x800000;

/** A str, or the bytes of something like bytes; undefined after raising. */
function sourceOf(vm: Machine, source: Value, refusal: string): string | Uint8Array | undefined {
  const text = asString(source);
  if (text !== undefined) return text;
  return isBuffer(source) ? bufferOf(vm, source)?.slice() : raiseTypeError(vm, refusal);
}

/** Whether the calling code has `from __future__ import annotations`. */
function inheritsFuture(vm: Machine): boolean {
  return callingFrame(vm)?.linked?.code.fields.futureAnnotations ?? false;
}

interface TextToCompile {
  readonly text: string | Uint8Array;
  readonly filename: string;
  readonly mode: CompileMode;
  readonly flags: number;
  readonly dropAsserts?: boolean;
}

function compileText<X>(
  vm: Machine,
  { text, filename, mode, flags, dropAsserts = false }: TextToCompile,
  then: CompileThen<X>,
  extra: X,
): Result {
  if (typeof text === "string" && isBroken(text)) return encodeBy(vm, UTF8, text, "strict");
  if (typeof text === "string" ? text.includes("\0") : text.includes(0)) {
    const message = "source code string cannot contain null bytes";
    const error = newException(syntaxErrorType, message);
    error.fields = new Map<string, Value>([["msg", message]]);
    return raise(vm, error);
  }
  const request = {
    filename,
    mode,
    futureAnnotations: (flags & FUTURE_ANNOTATIONS) !== 0,
    topLevelAwait: (flags & TOP_LEVEL_AWAIT) !== 0,
    dropAsserts,
  };
  return compileThen(vm, text, request, then, extra);
}

const GIVE_CODE: CompileThen<null> = { run: (vm, code) => link(vm, code) };

export function compile(
  vm: Machine,
  source: Value,
  filename: Value,
  mode: Value,
  flags: Value = 0,
  inherit: Value = false,
  optimize: Value = -1,
): Result {
  const kind = asString(mode);
  if (kind === undefined) return raiseTypeError(vm, `compile() argument 'mode' must be str, not ${typeOf(mode).name}`);
  const bits = Number(asInt(flags) ?? raiseNoInteger(vm, flags));
  const level = Number(asInt(optimize) ?? raiseNoInteger(vm, optimize));
  if (vm.error !== null) return undefined;
  if (!Number.isSafeInteger(bits)) return raiseOverflowError(vm, "Python int too large to convert to C int");
  if (bits < 0 || (bits & ~KNOWN_FLAGS) !== 0) return raiseValueError(vm, "compile(): unrecognised flags");
  if ((bits & ONLY_TREE) !== 0) return raiseValueError(vm, "compile(): syntax trees are not available");
  if (level < -1 || level > 2) return raiseValueError(vm, "compile(): invalid optimize value");
  if (kind !== "exec" && kind !== "eval" && kind !== "single") {
    return raiseValueError(vm, "compile() mode must be 'exec', 'eval' or 'single'");
  }
  if (source instanceof Linked) return source;
  const text = sourceOf(vm, source, "compile() arg 1 must be a string, bytes or AST object");
  if (text === undefined) return undefined;
  const path =
    asString(filename) ??
    (filename instanceof PyBytes
      ? filename.data
      : raiseTypeError(vm, `expected str, bytes or os.PathLike object, not ${typeOf(filename).name}`));
  const name = path instanceof Uint8Array ? decodeBy(vm, UTF8, path, "surrogateescape") : path;
  if (name === undefined) return undefined;
  if ((name as string).includes("\0")) return raiseValueError(vm, "embedded null character");
  const inherited = inherit === false || inherit === 0 || inherit === NONE ? inheritsFuture(vm) : false;
  const all = bits | (inherited ? FUTURE_ANNOTATIONS : 0);
  return compileText(vm, { text, filename: name, mode: kind, flags: all, dropAsserts: level > 0 }, GIVE_CODE, null);
}

interface Namespaces {
  readonly globals: PyDict;
  readonly locals: Value;
}

/** Where the source runs: what was given, else where the caller stands. */
function namespaces(vm: Machine, name: string, globals: Value, locals: Value): Namespaces | undefined {
  if (globals !== NONE && !(globals instanceof PyDict)) {
    if (name === "exec") return raiseTypeError(vm, `exec() globals must be a dict, not ${typeOf(globals).name}`);
    const isMapping = typeOf(globals).lookup("__getitem__") !== undefined;
    return raiseTypeError(
      vm,
      isMapping ? "globals must be a real dict; try eval(code, {}, mapping)" : "globals must be a dict",
    );
  }
  if (locals !== NONE && !(locals instanceof PyDict) && typeOf(locals).lookup("__getitem__") === undefined) {
    if (name === "exec") return raiseTypeError(vm, `locals must be a mapping or None, not ${typeOf(locals).name}`);
    return raiseTypeError(vm, "locals must be a mapping");
  }
  if (globals instanceof PyDict) {
    if (dictGetString(globals, "__builtins__") === undefined)
      dictSetString(globals, "__builtins__", callerBuiltins(vm));
    return { globals, locals: locals === NONE ? globals : locals };
  }
  const frame = callingFrame(vm);
  if (frame === null) return raiseRuntimeError(vm, `${name} needs globals and locals: there is no calling frame`);
  const own = (frame.func as PyFunction).globals;
  return { globals: own, locals: locals === NONE ? localsOf(vm, frame) : locals };
}

function callerBuiltins(vm: Machine): Value {
  return callingFrame(vm)?.func?.builtins ?? vm.builtins;
}

/** Run linked code in namespaces; its frame is pushed. */
function run(vm: Machine, linked: Linked, { globals, locals }: Namespaces, closure: readonly Cell[]): Result {
  const module = dictGetString(globals, "__name__") ?? NONE;
  const func = new PyFunction(linked, globals, builtinsOf(vm, globals), closure, null, null, null, module);
  if (linked.code.fields.kind !== CodeKind.Namespace) return callFunction(vm, func, [], null);
  return pushNamespace(vm, func, locals);
}

interface RunState extends Namespaces {
  readonly linked: Linked;
  readonly closure: readonly Cell[];
}

/** exec answers None whatever the code returns. */
const EXEC: Asking<RunState> = {
  ask: (vm, state) => run(vm, state.linked, state, state.closure),
  take: () => NONE,
};

const EXEC_CODE: CompileThen<Namespaces> = {
  run: (vm, code, spaces) => asking(vm, EXEC, { ...spaces, linked: link(vm, code), closure: [] }),
};

const EVAL_CODE: CompileThen<Namespaces> = {
  run: (vm, code, spaces) => run(vm, link(vm, code), spaces, []),
};

export function exec(
  vm: Machine,
  source: Value,
  globals: Value = NONE,
  locals: Value = NONE,
  closure: Value = NONE,
): Result {
  const spaces = namespaces(vm, "exec", globals, locals);
  if (spaces === undefined) return undefined;
  let linked: Linked;
  let cells: readonly Cell[] = [];
  if (source instanceof Linked) {
    linked = source;
    const free = linked.code.fields.freeNames.length;
    if (closure !== NONE) {
      const isFitting =
        closure instanceof PyTuple &&
        closure.items.length === free &&
        closure.items.every((cell): cell is Cell => cell instanceof Cell);
      if (free === 0) return raiseTypeError(vm, "cannot use a closure with this code object");
      if (!isFitting) return raiseTypeError(vm, `code object requires a closure of exactly length ${free}`);
      cells = closure.items as readonly Cell[];
    } else if (free > 0) return raiseTypeError(vm, `code object requires a closure of exactly length ${free}`);
  } else {
    if (closure !== NONE) return raiseTypeError(vm, "closure can only be used when source is a code object");
    const text = sourceOf(vm, source, "exec() arg 1 must be a string, bytes or code object");
    if (text === undefined) return undefined;
    const flags = inheritsFuture(vm) ? FUTURE_ANNOTATIONS : 0;
    return compileText(vm, { text, filename: "<string>", mode: "exec", flags }, EXEC_CODE, spaces);
  }
  return asking(vm, EXEC, { ...spaces, linked, closure: cells });
}

export function evaluate(vm: Machine, source: Value, globals: Value = NONE, locals: Value = NONE): Result {
  const spaces = namespaces(vm, "eval", globals, locals);
  if (spaces === undefined) return undefined;
  if (source instanceof Linked) {
    if (source.code.fields.freeNames.length > 0) {
      return raiseTypeError(vm, "code object passed to eval() may not contain free variables");
    }
    return run(vm, source, spaces, []);
  }
  const text = sourceOf(vm, source, "eval() arg 1 must be a string, bytes or code object");
  if (text === undefined) return undefined;
  const flags = inheritsFuture(vm) ? FUTURE_ANNOTATIONS : 0;
  let start = 0;
  while (BLANKS.includes(text[start])) start++;
  return compileText(vm, { text: text.slice(start), filename: "<string>", mode: "eval", flags }, EVAL_CODE, spaces);
}
