// An executor for run_in_executor and to_thread: calls go to VMs in other threads, by the name of the function.
import { arg, asyncFunction, type NativeModule, nativeModule, t } from "@krait/core";
import { checkKeys } from "@krait/core/extend";

/** A VM that calls can go to: a WorkerVM, or a VM of this thread. */
export interface ExecutorVM {
  /** Runs source text in `__main__`. */
  run(source: string): Promise<unknown>;
  /** Calls what a name of `__main__` stands for. */
  call(name: string, ...args: unknown[]): Promise<unknown>;
}

/** Options of `workerExecutor`. */
export interface WorkerExecutorOptions {
  /** What scripts import, to pass it on as an executor. */
  readonly name: string;
  /** The VMs; a call goes to the one with the fewest calls under way. They stay yours to close. */
  readonly workers: readonly ExecutorVM[];
}

/** In each of the VMs: finds a function as its module's, or as a script's of the same text, and calls it. */
const FINDER = `
def __call_by_name(module, name, args, keywords):
    import sys
    __import__(module)
    found = sys.modules[module]
    for part in name.split("."):
        found = getattr(found, part)
    return found(*args, **keywords)
`;

interface Place {
  readonly vm: ExecutorVM;
  ready: Promise<unknown> | null;
  calls: number;
}

/**
 * A native module that scripts give to `loop.run_in_executor(module, function, ...)`, or to `loop.set_default_executor` for
 * `asyncio.to_thread`: the function is called in one of the VMs, which must have its module, or the same `__main__`. By
 * value go the function's module and name, and arguments, keywords and result as plain data. What does not go is an error
 * in the script: lambdas, inner functions, methods of objects and partials are a TypeError, and so are Python objects.
 * Context variables stay behind. A call that is cancelled runs on, and nobody hears of it. Throws TypeError for wrong options.
 */
export function workerExecutor(options: WorkerExecutorOptions): NativeModule {
  checkKeys("workerExecutor", options, { name: "string", workers: "any" });
  const { name, workers } = options;
  if (!Array.isArray(workers) || workers.length === 0) {
    throw new TypeError("workerExecutor: 'workers' must be an array of at least one VM");
  }
  const places = workers.map((vm: ExecutorVM): Place => ({ vm, ready: null, calls: 0 }));
  const submit = asyncFunction({
    parameters: [arg("module", t.str), arg("name", t.str), arg("args", t.list(t.any)), arg("keywords", t.any)],
    call: (module, own, args, keywords) => callIn(freest(places), [module, own, args, keywords]),
    doc: "Call a function by its name in another VM.",
  });
  return nativeModule({ name, functions: { submit_by_name: submit } });
}

function freest(places: readonly Place[]): Place {
  return places.reduce((best, each) => (each.calls < best.calls ? each : best));
}

async function callIn(place: Place, args: readonly unknown[]): Promise<unknown> {
  place.calls++;
  try {
    place.ready ??= place.vm.run(FINDER);
    await place.ready;
    return await place.vm.call("__call_by_name", ...args);
  } finally {
    place.calls--;
  }
}
