// Calls of the host that take time: what they borrow is held until they end, which they do once.
import { type Follower, type HostWait, tellFollower } from "../../objects/follower.ts";
import { type HostBox, type HostCallCode, PyHostCall } from "../../objects/host-values.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import type { PyNative } from "../../objects/native-instance.ts";
import type { Result, Value } from "../../objects/value.ts";
import { pushNative } from "../../protocol/frames.ts";
import type { Boundary } from "../boundary.ts";
import { raiseFromJs } from "../js-error.ts";
import { answer } from "./answer.ts";
import { giveBack, type Loan, take } from "./borrow.ts";
import type { Borrow, CallContext, NativeFunctionSpec } from "./native-function.ts";
import { loansOf } from "./read-arguments.ts";

/** What a call is made of. */
export interface CallParts {
  readonly boundary: Boundary;
  readonly name: string;
  readonly spec: NativeFunctionSpec;
  readonly self: PyNative | null;
  readonly borrow: Borrow | null;
  /** The arguments as Python passed them, and as the host gets them. */
  readonly values: readonly unknown[];
  readonly args: readonly unknown[];
}

const NO_ARGUMENTS: readonly never[] = Object.freeze([]);
const NO_LOANS: readonly never[] = Object.freeze([]);

/** One call, from before it begins to its end. */
export class HostCall {
  readonly parts: CallParts;
  loans: readonly Loan[] = NO_LOANS;
  isBegun = false;

  constructor(parts: CallParts) {
    this.parts = parts;
  }

  /** Give back what is held. */
  end(): void {
    for (const loan of this.loans) giveBack(loan.shell, loan.borrow);
    this.loans = NO_LOANS;
  }

  /** The Python value of what the host has given, which ends the call; undefined after raising. */
  valueOf(content: unknown): Result {
    const { boundary, name, spec } = this.parts;
    this.end();
    return answer(boundary, name, spec.returns, content);
  }
}

/** A follower waits for a call. */
class CallWait implements HostWait {
  readonly call: HostCall;
  readonly follower: Follower;

  constructor(call: HostCall, follower: Follower) {
    this.call = call;
    this.follower = follower;
  }

  valueOf(_vm: Machine, content: unknown): Result {
    return this.call.valueOf(content);
  }

  failed(): void {
    this.call.end();
  }
}

/** Makes its AbortController only when somebody asks for the signal. */
class Context implements CallContext {
  #controller: AbortController | null = null;
  #reason: Error | null = null;

  get signal(): AbortSignal {
    if (this.#controller === null) {
      this.#controller = new AbortController();
      if (this.#reason !== null) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Tell the host, in the words of its other AbortErrors, that the call of a function is no longer waited for. */
  abort(name: string): void {
    this.#reason = Object.assign(new Error(`nobody waits for ${name}() any more`), { name: "AbortError" });
    this.#controller?.abort(this.#reason);
  }
}

const hostCallOp: NativeOp<HostCall> = {
  name: "call of the host",
  step(vm, call, input) {
    if (call.isBegun) return call.valueOf((input as HostBox).content);
    call.isBegun = true;
    const begun = begin(vm, call);
    if (!(begun instanceof Begun)) return begun;
    const { promise, context } = begun;
    const { name } = call.parts;
    return vm.services.wait(vm, name, NO_ARGUMENTS, promise, true, () => context.abort(name));
  },
  raised(_vm, call) {
    call.end();
    return undefined;
  },
  drop: (_vm, call) => call.end(),
};

/** A call that the host has not answered yet. */
class Begun {
  readonly promise: Promise<unknown>;
  readonly context: Context;

  constructor(promise: Promise<unknown>, context: Context) {
    this.promise = promise;
    this.context = context;
  }
}

/** Call the host; answers the value where that is there at once, undefined after raising. */
function begin(vm: Machine, call: HostCall): Result | Begun {
  const { boundary, spec, self, borrow, values, args } = call.parts;
  // Something may have borrowed since the arguments were read.
  const loans = loansOf(vm, self, borrow, spec.parameters, values);
  if (loans === null) return undefined;
  for (const loan of loans) take(loan.shell, loan.borrow);
  call.loans = loans;
  const context = new Context();
  let given: unknown;
  try {
    given = (spec.call as (...all: unknown[]) => unknown)(...args, context);
  } catch (error) {
    call.end();
    return raiseFromJs(boundary, error);
  }
  return isThenable(given) ? new Begun(Promise.resolve(given), context) : call.valueOf(given);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

/** Park the calling fiber until the host has answered (or answer at once, when it does); or raise. */
export function waitForHost(vm: Machine, call: HostCall): Result {
  return pushNative(vm, hostCallOp, call);
}

/** Have a follower told what the host answers; see `PyType.follows`. */
function followHost(vm: Machine, call: HostCall, follower: Follower): number {
  const begun = begin(vm, call);
  if (!(begun instanceof Begun)) {
    tellFollower(vm, follower, begun);
    return 0;
  }
  const { promise, context } = begun;
  const { name } = call.parts;
  return vm.services.follow(name, promise, new CallWait(call, follower), () => {
    call.end();
    context.abort(name);
  });
}

const CODE: HostCallCode = Object.freeze({ begin: waitForHost, follow: followHost });

/** The awaitable of a call that begins when it is awaited. */
export function awaitableCall(call: HostCall): Value {
  return new PyHostCall(call.parts.name, call, CODE);
}
