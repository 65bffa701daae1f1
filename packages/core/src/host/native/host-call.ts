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

const NO_ARGUMENTS: readonly never[] = Object.freeze([]);
const NO_LOANS: readonly never[] = Object.freeze([]);

/** One call, from before it begins to its end. */
export class HostCall implements HostWait {
  readonly boundary: Boundary;
  readonly name: string;
  readonly spec: NativeFunctionSpec;
  readonly self: PyNative | null;
  readonly borrow: Borrow | null;
  /** The arguments as Python passed them, and as the host gets them. */
  readonly values: readonly unknown[];
  readonly args: readonly unknown[];
  loans: readonly Loan[] = NO_LOANS;
  /** Null before it begins. */
  context: Context | null = null;
  /** Null where the call is a fiber's. */
  follower: Follower | null = null;

  constructor(
    boundary: Boundary,
    name: string,
    spec: NativeFunctionSpec,
    self: PyNative | null,
    borrow: Borrow | null,
    values: readonly unknown[],
    args: readonly unknown[],
  ) {
    this.boundary = boundary;
    this.name = name;
    this.spec = spec;
    this.self = self;
    this.borrow = borrow;
    this.values = values;
    this.args = args;
  }

  /** Give back what is held. */
  end(): void {
    for (const loan of this.loans) giveBack(loan.shell, loan.borrow);
    this.loans = NO_LOANS;
  }

  /** The Python value of what the host has given, which ends the call; undefined after raising. */
  received(_vm: Machine, content: unknown): Result {
    this.end();
    return answer(this.boundary, this.name, this.spec.returns, content);
  }

  failed(): void {
    this.end();
  }

  abandoned(): void {
    this.end();
    this.abort();
  }

  /** Tell the host that nobody waits any more. */
  abort(): void {
    this.context?.abort(this.name);
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
    if (call.context !== null) return call.received(vm, (input as HostBox).content);
    const begun = begin(vm, call);
    if (!(begun instanceof Promise)) return begun;
    return vm.services.wait(vm, call.name, NO_ARGUMENTS, begun, true, () => call.abort());
  },
  raised(_vm, call) {
    call.end();
    return undefined;
  },
  drop: (_vm, call) => call.end(),
};

/** Call the host: answers a Promise, or the value where that is there at once, or undefined after raising. */
function begin(vm: Machine, call: HostCall): Result | Promise<unknown> {
  const { boundary, spec, self, borrow, values, args } = call;
  const context = new Context();
  call.context = context;
  // Something may have borrowed since the arguments were read.
  const loans = loansOf(vm, self, borrow, spec.parameters, values);
  if (loans === null) return undefined;
  for (const loan of loans) take(loan.shell, loan.borrow);
  call.loans = loans;
  let given: unknown;
  try {
    given = (spec.call as (...all: unknown[]) => unknown)(...args, context);
  } catch (error) {
    call.end();
    return raiseFromJs(boundary, error);
  }
  return isThenable(given) ? Promise.resolve(given) : call.received(vm, given);
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
  if (!(begun instanceof Promise)) {
    tellFollower(vm, follower, begun);
    return 0;
  }
  call.follower = follower;
  return vm.services.follow(call.name, begun, call);
}

const CODE: HostCallCode = Object.freeze({ begin: waitForHost, follow: followHost });

/** The awaitable of a call that begins when it is awaited. */
export function awaitableCall(call: HostCall): Value {
  return new PyHostCall(call.name, call, CODE);
}
