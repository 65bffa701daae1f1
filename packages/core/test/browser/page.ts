// The program of the test's page: what the test may ask it to do.
import { mainThreadChecks } from "./main-thread-checks.ts";
import { workerChecks } from "./worker-checks.ts";

export const checks = { ...mainThreadChecks, ...workerChecks } as const;

Object.assign(globalThis, { checks });
