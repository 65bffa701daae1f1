// Context.run: a native frame that calls in a context, which the fiber is in as long as that frame is on its stack.
import type { Fiber } from "../../objects/frame.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import type { Result, Value } from "../../objects/value.ts";
import { call, type Keywords } from "../../protocol/call.ts";
import { pushNative } from "../../protocol/frames.ts";
import { raiseRuntimeError, raiseTypeError } from "../../protocol/raise.ts";
import { addressOf } from "../../types/object.ts";
import { currentContext } from "./current.ts";
import type { PyContext } from "./layout.ts";

interface RunState {
  readonly context: PyContext;
  readonly callable: Value;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
  /** The fiber that has entered the context; null before, and once it has left it. */
  fiber: Fiber | null;
  /** What the fiber was in before, and what `fiber.context` was then. */
  outer: PyContext | null;
  outerField: Fiber["context"];
}

const runOp: NativeOp<RunState> = {
  name: "Context.run",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.fiber === null) {
      if (!enter(vm, state)) return undefined;
      answer = call(vm, state.callable, state.args, state.keywords);
      if (answer === undefined) return undefined;
    }
    leave(state);
    return answer;
  },
  drop: (_vm, state) => leave(state),
};

/** False after raising: the context is that of a call under way, of this fiber or another. */
function enter(vm: Machine, state: RunState): boolean {
  const { context } = state;
  const outer = currentContext(vm);
  if (context.entered > 0 || context === outer) {
    const shown = `<_contextvars.Context object at ${addressOf(vm, context)}>`;
    raiseRuntimeError(vm, `cannot enter context: ${shown} is already entered`);
    return false;
  }
  const { fiber } = vm;
  context.entered++;
  // It may be the context of a fiber of its own, which entered it with no call of `run`.
  outer.entered++;
  state.outer = outer;
  state.outerField = fiber.context;
  fiber.context = context;
  state.fiber = fiber;
  return true;
}

function leave(state: RunState): void {
  const { fiber, outer } = state;
  if (fiber === null) return;
  state.fiber = null;
  fiber.context = state.outerField;
  state.context.entered--;
  (outer as PyContext).entered--;
}

/** `context.run(callable, *args, **kwargs)`. */
export function runIn(vm: Machine, context: PyContext, args: readonly Value[], keywords: Keywords): Result {
  const [callable, ...rest] = args;
  if (callable === undefined) return raiseTypeError(vm, "run() missing 1 required positional argument");
  return pushNative(vm, runOp, {
    context,
    callable,
    args: rest,
    keywords,
    fiber: null,
    outer: null,
    outerField: null,
  });
}
