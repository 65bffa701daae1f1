// Calls into a VM from anywhere: callbacks of the host that know nothing of it, messages of workers.
import { ClosedError, HandleError, type PythonCallable, PythonObject, TerminatedError, type VM } from "@krait/core";

/** What became of calls that nobody waits for. */
export interface ThreadsafeOptions {
  /** Told of what a call rejects with; default: the exception handler of the VM's event loop, as of any callback. */
  readonly failed?: (error: unknown) => void;
}

/**
 * `loop.call_soon_threadsafe` for the host: a function for callbacks and `onmessage`, which has `callable` called in one of
 * the VM's next turns, in the order of the calls, and never waits or throws. A coroutine that it answers runs to its end.
 * Answers whether the call was taken: late calls, once the VM closes or is reset, do nothing. Arguments that Python cannot
 * take count as a failure of the call. Needs the library `asyncio` in the VM; throws TypeError for what is no callable.
 */
export function threadsafeCall(
  vm: VM,
  callable: PythonCallable,
  options: ThreadsafeOptions = {},
): (...args: unknown[]) => boolean {
  if (typeof callable !== "function" || !(callable.object instanceof PythonObject)) {
    throw new TypeError("threadsafeCall: a callable of Python is expected");
  }
  const { failed } = options;
  let isReset = false;
  let loop: Promise<HostLoop> | null = null;
  /** The one import that all calls wait for, so that none overtakes another; a new one where it was stopped. */
  const theLoop = async (): Promise<HostLoop> => {
    loop ??= hostLoop(vm);
    try {
      return await loop;
    } catch (error) {
      loop = null;
      throw error;
    }
  };
  const call = async (args: readonly unknown[]): Promise<void> => {
    if (failed !== undefined) await callable(...args);
    else await (await theLoop()).call(callable, args);
  };
  const tell = async (error: unknown): Promise<void> => {
    if (error instanceof HandleError) isReset = true;
    // The host itself has ended it.
    if ([HandleError, ClosedError, TerminatedError].some((type) => error instanceof type)) return;
    if (failed !== undefined) failed(error);
    else await (await theLoop()).report(String(error)).catch(() => {});
  };
  return (...args) => {
    if (isReset || vm.state === "closing" || vm.state === "closed") return false;
    void call(args).catch(tell);
    return true;
  };
}

/** What the event loop of a VM does for the host. */
interface HostLoop {
  /** Call a function; the loop's exception handler is told when that raises. */
  readonly call: (callable: PythonCallable, args: readonly unknown[]) => Promise<unknown>;
  /** Tell the exception handler of a call that could not be made, or was stopped. */
  readonly report: (message: string) => Promise<unknown>;
}

async function hostLoop(vm: VM): Promise<HostLoop> {
  const module = (await vm.import("asyncio._calls")) as PythonObject;
  const call = module.get("call_for_host") as PythonCallable;
  const report = module.get("report_for_host") as PythonCallable;
  return { call: (callable, args) => call(callable, ...args), report };
}
