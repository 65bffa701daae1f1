// Calls of the host that take time: what they borrow is held until they end, which they do once.
import { type HostBox, PyHostCall } from "../../objects/host-values.ts";
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
    if (call.isBegun) {
      end(call);
      const { boundary, name, spec } = call.parts;
      return answer(boundary, name, spec.returns, (input as HostBox).content);
    }
    call.isBegun = true;
    return begin(vm, call);
  },
  raised(_vm, call) {
    end(call);
    return undefined;
  },
  drop: (_vm, call) => end(call),
};

function begin(vm: Machine, call: HostCall): Result {
  const { boundary, name, spec, self, borrow, values, args } = call.parts;
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
    end(call);
    return raiseFromJs(boundary, error);
  }
  if (!isThenable(given)) {
    end(call);
    return answer(boundary, name, spec.returns, given);
  }
  const abort = (): void => context.abort(name);
  return vm.services.wait(vm, name, NO_ARGUMENTS, Promise.resolve(given), true, abort);
}

/** Give back what is held. */
function end(call: HostCall): void {
  for (const loan of call.loans) giveBack(loan.shell, loan.borrow);
  call.loans = NO_LOANS;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

/** Park the calling fiber until the host has answered (or answer at once, when it does); or raise. */
export function waitForHost(vm: Machine, call: HostCall): Result {
  return pushNative(vm, hostCallOp, call);
}

/** The awaitable of a call that begins when it is awaited. */
export function awaitableCall(call: HostCall): Value {
  return new PyHostCall(call.parts.name, call, waitForHost);
}
