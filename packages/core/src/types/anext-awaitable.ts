// The awaitable of `anext(iterator, default)`: the next item of an asynchronous iterator, or the default at its end.
import type { AnextAwaitable } from "../objects/async-step.ts";
import { stopAsyncIterationType, stopIterationType } from "../objects/exception-types.ts";
import { PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { awaitIterator } from "../protocol/awaitable.ts";
import { call } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { sendTo } from "../protocol/generator.ts";
import { catchError, newException, raise } from "../protocol/raise.ts";
import { method, type TypeEntry } from "./define.ts";

interface ForwardState {
  readonly self: AnextAwaitable;
  /** `send` or `throw` or `close`, with its arguments. */
  readonly name: "send" | "throw" | "close";
  readonly args: readonly Value[];
  stage: "await" | "iterator" | "attribute" | "call" | "end";
}

const forwardOp: NativeOp<ForwardState> = {
  name: "anext",
  step(vm, state, input) {
    const { args, name, self } = state;
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case "await": {
          if (self.iterator !== null) {
            state.stage = "attribute";
            break;
          }
          state.stage = "iterator";
          answer = awaitIterator(vm, self.awaitable);
          if (answer === undefined) return undefined;
          break;
        }
        case "iterator":
          self.iterator = answer as Value;
          answer = undefined;
          state.stage = "attribute";
          break;
        case "attribute": {
          const iterator = self.iterator as Value;
          if (name === "send" && !(iterator instanceof PyGenerator)) {
            state.stage = "end";
            answer = sendTo(vm, iterator, args[0] as Value);
            if (answer === undefined) return vm.error === null ? undefined : finish(vm, state);
            break;
          }
          state.stage = "call";
          answer = getAttribute(vm, iterator, name);
          if (answer === undefined) return undefined;
          break;
        }
        case "call":
          state.stage = "end";
          answer = call(vm, answer as Value, args);
          if (answer === undefined) return vm.error === null ? undefined : finish(vm, state);
          break;
        default:
          return answer;
      }
    }
  },
  raised: finish,
};

/** The end of the asynchronous iterator becomes the default. */
function finish(vm: Machine, { self }: ForwardState): Result {
  if (catchError(vm, stopAsyncIterationType) === null) return undefined;
  const stop = newException(stopIterationType, self.fallback);
  stop.fields = new Map([["value", self.fallback]]);
  return raise(vm, stop);
}

function forward(vm: Machine, self: AnextAwaitable, name: ForwardState["name"], args: readonly Value[]): Result {
  return pushNative(vm, forwardOp, { self, name, args, stage: "await" });
}

export function anextEntries(): Readonly<Record<string, TypeEntry>> {
  return {
    __await__: method("", (_vm, self: AnextAwaitable) => self),
    __iter__: method("", (_vm, self: AnextAwaitable) => self),
    __next__: method("", (vm, self: AnextAwaitable) => forward(vm, self, "send", [NONE])),
    send: method("value, /", (vm, self: AnextAwaitable, value: Value) => forward(vm, self, "send", [value])),
    throw: method("*args", (vm, self: AnextAwaitable, args: readonly Value[]) => forward(vm, self, "throw", args)),
    close: method("", (vm, self: AnextAwaitable) => forward(vm, self, "close", [])),
  };
}
