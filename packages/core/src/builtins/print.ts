// print and input.
import { eofErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import { TextStream } from "../objects/text-stream.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { str } from "../protocol/conversion.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseNew, raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { sysAttribute } from "../protocol/sys-attribute.ts";
import { truth } from "../protocol/truth.ts";
import { isBroken, readLine, writeText } from "../types/text-stream.ts";

const STRIDE = 256;

/** A separator as text: `fallback` for None; undefined after raising. */
function separator(vm: Machine, name: string, value: Value | undefined, fallback: string): string | undefined {
  if (value === undefined || value === NONE) return fallback;
  return asString(value) ?? raiseTypeError(vm, `${name} must be None or a string, not ${typeOf(value).name}`);
}

export function print(
  vm: Machine,
  values: readonly Value[],
  sep?: Value,
  end?: Value,
  file: Value = NONE,
  flush: Value = false,
): Result {
  const between = separator(vm, "sep", sep, " ");
  const last = between === undefined ? undefined : separator(vm, "end", end, "\n");
  if (between === undefined || last === undefined) return undefined;
  let stream: Value | undefined = file;
  if (file === NONE) {
    stream = sysAttribute(vm, "stdout");
    if (stream === undefined) return raiseRuntimeError(vm, "lost sys.stdout");
    if (stream === NONE) return NONE;
  }
  if (stream instanceof TextStream && stream.target !== "stdin" && values.length <= STRIDE) {
    const text = plainText(vm, values, between, last);
    // Values are written one by one where one of them is refused.
    if (text !== undefined && (values.length < 2 || !isBroken(text)))
      return writeText(vm, stream, text) ? NONE : undefined;
    if (vm.error !== null) return undefined;
  }
  const state: PrintState = {
    stream: stream as Value,
    values,
    between,
    last,
    flush,
    next: 0,
    write: null,
    stage: "write",
  };
  return pushNative(vm, printOp, state);
}

/** All of it, when no value needs Python; undefined otherwise (or after raising). */
function plainText(vm: Machine, values: readonly Value[], between: string, last: string): string | undefined {
  let text = "";
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as Value;
    if (typeof value === "object" && value !== NONE) return undefined;
    const shown = typeof value === "string" ? value : (str(vm, value) as string | undefined);
    if (shown === undefined) return undefined;
    text += i === 0 ? shown : between + shown;
  }
  return text + last;
}

interface PrintState {
  readonly stream: Value;
  readonly values: readonly Value[];
  readonly between: string;
  readonly last: string;
  readonly flush: Value;
  next: number;
  write: Value | null;
  /** The answer awaited: the stream's `write`, a value's text, or that something was written. */
  stage: "write" | "text" | "between" | "value" | "end" | "flush" | "flushed" | "done";
}

const printOp: NativeOp<PrintState> = {
  name: "print",
  step(vm, state, input) {
    const { stream, values } = state;
    let answer: Result = input;
    // What a stage has answered is not kept from step to step: only "between" needs nothing.
    for (let left = STRIDE; left > 0 || state.stage !== "between"; left--) {
      switch (state.stage) {
        case "write":
          answer ??= stream instanceof TextStream ? NONE : getAttribute(vm, stream, "write");
          if (answer === undefined) return undefined;
          state.write = answer;
          answer = undefined;
          state.stage = "between";
          break;
        case "between":
          answer = undefined;
          if (state.next >= values.length) {
            state.stage = "flush";
            answer = put(vm, state, state.last);
            if (answer === undefined) return undefined;
            break;
          }
          state.stage = "value";
          if (state.next > 0) {
            answer = put(vm, state, state.between);
            if (answer === undefined) return undefined;
          }
          break;
        case "value":
          state.stage = "text";
          answer = str(vm, values[state.next] as Value);
          if (answer === undefined) return undefined;
          break;
        case "text":
          state.next++;
          state.stage = "between";
          answer = put(vm, state, asString(answer as Value) as string);
          if (answer === undefined) return undefined;
          break;
        case "flush":
          state.stage = "flushed";
          answer = truth(vm, state.flush);
          if (answer === undefined) return undefined;
          break;
        case "flushed":
          if (answer !== true) return NONE;
          state.stage = "end";
          answer = getAttribute(vm, stream, "flush");
          if (answer === undefined) return undefined;
          break;
        case "end":
          state.stage = "done";
          answer = call(vm, answer as Value, []);
          if (answer === undefined) return undefined;
          break;
        default:
          return NONE;
      }
    }
    return more(vm);
  },
};

function put(vm: Machine, state: PrintState, text: string): Result {
  const { stream } = state;
  if (!(stream instanceof TextStream) || stream.target === "stdin") return call(vm, state.write as Value, [text]);
  return writeText(vm, stream, text) ? NONE : undefined;
}

interface InputState {
  readonly prompt: Value | undefined;
  stage: "prompt" | "read" | "line";
}

const INPUT: Asking<InputState> = {
  ask(vm, { prompt, stage }) {
    if (stage === "prompt") return print(vm, prompt === undefined ? [] : [prompt], "", "");
    const stdin = sysAttribute(vm, "stdin");
    if (stdin === undefined || stdin === NONE) return raiseRuntimeError(vm, "input(): lost sys.stdin");
    if (stdin instanceof TextStream) return readLine(vm, stdin);
    return getAttribute(vm, stdin, "readline");
  },
  take(vm, state, answer) {
    if (state.stage === "prompt") {
      state.stage = sysAttribute(vm, "stdin") instanceof TextStream ? "line" : "read";
      return AGAIN;
    }
    if (state.stage === "read") return asking(vm, LINE, answer);
    return lineOf(vm, answer);
  },
};

const LINE: Asking<Value> = {
  ask: (vm, read) => call(vm, read, []),
  take: (vm, _read, answer) => lineOf(vm, answer),
};

function lineOf(vm: Machine, answer: Value): Result {
  const line = asString(answer);
  if (line === undefined) return raiseTypeError(vm, "object.readline() returned non-string");
  if (line === "") return raiseNew(vm, eofErrorType, "EOF when reading a line");
  return line.endsWith("\n") ? line.slice(0, -1) : line;
}

export function input(vm: Machine, prompt?: Value): Result {
  return asking(vm, INPUT, { prompt, stage: "prompt" });
}
