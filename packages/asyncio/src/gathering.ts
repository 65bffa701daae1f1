// Gathering: what `gather` does where all that it gets is plain, without calling any Python for each of them.
import {
  call,
  contextLike,
  currentContext,
  defineType,
  dictGetString,
  type Machine,
  more,
  type NativeOp,
  NONE,
  newException,
  newList,
  property,
  type PyContext,
  PyObject,
  PyTuple,
  pushNative,
  type Result,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { cancelledErrorType } from "./exceptions.ts";
import { addCallback, FutureState, PyFuture, type PyTask } from "./future-layout.ts";
import { callOff, hostFuture } from "./host-future.ts";
import type { EventLoop } from "./loop-layout.ts";
import { isPlainLoop, newTask } from "./making-tasks.ts";
import { runningLoop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { isCoroutine } from "./task.ts";
import { futureType, gatheringType, taskType } from "./types.ts";
import { cancelledError, fail, succeed } from "./waking.ts";

/** Arguments that one step looks at. */
const STRIDE = 64;

/** Counts the futures that `gather` waits for; each calls it in a turn of its own when it is done. */
class Gathering extends PyObject {
  /** In the order of the arguments: one that was given twice stands here twice. */
  readonly children: PyFuture[];
  /** Failures are results. */
  readonly isLenient: boolean;
  readonly context: PyContext;
  /** What `gather` answers. */
  readonly outer: PyFuture;
  /** Futures that are not done. */
  left = 0;

  constructor(children: PyFuture[], isLenient: boolean, context: PyContext, outer: PyFuture) {
    super(gatheringType);
    this.children = children;
    this.isLenient = isLenient;
    this.context = context;
    this.outer = outer;
  }

  /** It is this child's turn: it is done. */
  childDone(vm: Machine, child: PyFuture): void {
    const { outer } = this;
    this.left--;
    // Nobody else will ask how it failed; in a list of results it is yet to be seen.
    if (outer.isDone || !this.isLenient) child.isUnseen = false;
    const isCancelled = child.state === FutureState.Cancelled;
    if (isCancelled) callOff(vm, child);
    if (outer.isDone) return;
    if (!this.isLenient) {
      const error = isCancelled ? cancelledError(child) : child.exception;
      if (error !== null) {
        fail(vm, outer, error);
        return;
      }
    }
    if (this.left > 0) return;
    if (isCancelRequested(outer))
      fail(vm, outer, isCancelled ? cancelledError(child) : newException(cancelledErrorType));
    else succeed(vm, outer, newList(this.children.map((each) => outcomeOf(each))));
  }
}

/** What stands for a child in the results. */
function outcomeOf(child: PyFuture): Value {
  if (child.state !== FutureState.Cancelled) {
    child.isUnseen = false;
    return child.exception ?? (child.result as Value);
  }
  const { cancelMessage } = child;
  return newException(cancelledErrorType, cancelMessage === null || cancelMessage === NONE ? "" : cancelMessage);
}

function isCancelRequested(outer: PyFuture): boolean {
  return outer.attrs !== null && dictGetString(outer.attrs, "_cancel_requested") === true;
}

interface GatherState {
  readonly args: readonly Value[];
  readonly isLenient: boolean;
  readonly loop: EventLoop;
  /** The future of each argument met so far. */
  readonly made: Map<Value, PyFuture>;
  readonly children: PyFuture[];
  stage: "check" | "make" | "outer" | "watch";
  /** Arguments done with in this stage, or futures. */
  at: number;
  gathering: Gathering | null;
  futures: readonly PyFuture[];
}

/** `_gather(arguments, is_lenient)`: a future of all their results, or None where that is for Python to do. */
export function gather(vm: Machine, args: Value, isLenient: Value): Result {
  const loop = runningLoop(vm);
  if (loop === null || !isPlainLoop(loop) || !(args instanceof PyTuple)) return NONE;
  const state: GatherState = {
    args: args.items,
    isLenient: isLenient === true,
    loop,
    made: new Map(),
    children: [],
    stage: "check",
    at: 0,
    gathering: null,
    futures: [],
  };
  return pushNative(vm, gatherOp, state);
}

const gatherOp: NativeOp<GatherState> = {
  name: "gather",
  step(vm, state, input): Result {
    const { args, loop, children } = state;
    switch (state.stage) {
      case "check": {
        const end = portion(vm, state, args.length);
        while (state.at < end) if (!isPlainArgument(args[state.at++] as Value, loop)) return NONE;
        return goOn(vm, state, args.length, "make");
      }
      case "make": {
        const end = portion(vm, state, args.length);
        while (state.at < end) {
          const future = futureOf(vm, state, args[state.at++] as Value);
          if (future === undefined) return undefined;
          children.push(future);
        }
        return goOn(vm, state, args.length, "outer");
      }
      case "outer": {
        state.stage = "watch";
        state.futures = [...state.made.values()];
        return call(vm, runtimeOf(vm).prelude.get("GatheringFuture") as Value, [newList(children.slice()), loop]);
      }
      default: {
        if (state.gathering === null) {
          const context = contextLike(currentContext(vm));
          state.gathering = new Gathering(children, state.isLenient, context, input as PyFuture);
          state.gathering.left = state.futures.length;
        }
        const { gathering, futures } = state;
        const end = portion(vm, state, futures.length);
        for (; state.at < end; state.at++) {
          const future = futures[state.at] as PyFuture;
          if (!future.isDone) addCallback(future, gathering);
        }
        if (end < futures.length) return more(vm);
        for (const future of futures) if (future.isDone) gathering.childDone(vm, future);
        return gathering.outer;
      }
    }
  },
};

/** Where this step stops; what it does is charged. */
function portion(vm: Machine, state: GatherState, length: number): number {
  const end = Math.min(length, state.at + STRIDE);
  vm.budget -= end - state.at;
  return end;
}

function goOn(vm: Machine, state: GatherState, length: number, next: GatherState["stage"]): undefined {
  if (state.at === length) {
    state.at = 0;
    state.stage = next;
  }
  return more(vm);
}

/** Whether nothing of a script's has a say in how it is compared and run. */
function isPlainArgument(arg: Value, loop: EventLoop): boolean {
  const type = typeOf(arg);
  if (arg instanceof PyFuture) return (type === futureType || type === taskType) && arg.loop === loop;
  return type.isBuiltin && type.lookup("__await__") !== undefined;
}

/** An argument that is a future, or its task; undefined after raising. */
function futureOf(vm: Machine, state: GatherState, arg: Value): PyFuture | undefined {
  let future = state.made.get(arg);
  if (future !== undefined) return future;
  if (arg instanceof PyFuture) future = arg;
  else future = hostFuture(vm, state.loop, arg) ?? undefined;
  if (future === undefined) {
    const coroutine = isCoroutine(arg) ? arg : call(vm, runtimeOf(vm).prelude.get("await_it") as Value, [arg]);
    if (coroutine === undefined) return undefined;
    const made = newTask(vm, state.loop, coroutine, NONE, NONE) as PyTask | undefined;
    if (made === undefined) return undefined;
    made.logsDestruction = false;
    future = made;
  }
  state.made.set(arg, future);
  return future;
}

export function defineGathering(): void {
  defineType(gatheringType, null, { __qualname__: property(() => "gather.<locals>.child_done") });
}
