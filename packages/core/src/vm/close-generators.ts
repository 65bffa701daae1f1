// Closing the asynchronous generators that were begun and not ended, each in an entry of its own.
import { awaitValue } from "../host/awaitable.ts";
import { ClosedError } from "../host/errors.ts";
import type { PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import { callMethod } from "../protocol/call.ts";
import type { Generation } from "./generation.ts";

/** Rejects with what they fail with, after all of them have ended; one that was stopped has not failed. */
export async function closeGenerators(generation: Generation): Promise<void> {
  const { asyncGenerators } = generation.machine;
  const generators = [...asyncGenerators.keys()];
  asyncGenerators.clear();
  const closing = generators.map((each) => generation.operate((vm) => closeOne(vm, each)));
  const failures: unknown[] = [];
  for (const result of await Promise.allSettled(closing)) {
    if (result.status === "rejected" && !(result.reason instanceof ClosedError)) failures.push(result.reason);
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, "asynchronous generators failed to close");
}

function closeOne(vm: Machine, generator: PyGenerator): Value | undefined {
  const awaitable = callMethod(vm, generator.type.lookup("aclose") as Value, generator, []);
  return awaitable === undefined ? undefined : awaitValue(vm, awaitable);
}
