// Random programs in Krait, straight and suspended at every safe point, against CPython 3.13 where one is installed.
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createVM, PythonError, Scheduler } from "../../src/index.ts";
import { MODES, type Mode } from "../run-chunk.ts";
import { virtualPlatform } from "../virtual-platform.ts";
import { CPython, type Ending } from "./cpython.ts";
import { body, program } from "./program.ts";

const SEED: number = Number(process.env.KRAIT_SEED ?? (Date.now() ^ (Math.random() * 0x7fffffff)) | 0);
const RUNS: number = Number(process.env.KRAIT_RUNS ?? 1_000);

const cpython = await CPython.start();
if (cpython === null) console.warn("test:diff: no python3.13 here, so there is nothing to compare with: skipped");
afterAll(() => cpython?.close());

async function runKrait(text: string, mode: Mode): Promise<Ending> {
  let stdout = "";
  const platform = virtualPlatform();
  const vm = createVM({
    stdout: (part) => {
      stdout += part;
    },
    platform,
    scheduler: new Scheduler({ platform, quantum: mode.quantum }),
    limits: { instructions: 5_000_000 },
  });
  try {
    await vm.run(text, { filename: "program.py", mode: "exec" });
    return { stdout, error: null };
  } catch (error) {
    return { stdout, error: error instanceof PythonError ? error.traceback : String((error as Error).stack) };
  } finally {
    vm.close();
  }
}

/** Addresses differ from run to run. */
function comparable({ stdout, error }: Ending): Ending {
  const clean = (text: string): string => text.replaceAll(/\b0x[0-9a-f]{6,}/g, "0x...");
  return { stdout: clean(stdout), error: error === null ? null : clean(error) };
}

/** The first lines that differ, and all of the program but its preamble. */
function report(text: string, mode: string, ours: Ending, theirs: Ending): string {
  const show = ({ stdout, error }: Ending): string[] => `${stdout}${error ?? ""}`.split("\n");
  const [a, b] = [show(ours), show(theirs)];
  const at = a.findIndex((line, index) => line !== b[index]);
  const from = at < 0 ? a.length : at;
  const part = (lines: string[]): string => lines.slice(from, from + 6).join("\n    ");
  return `${mode}\n  Krait:\n    ${part(a)}\n  CPython:\n    ${part(b)}\n  program:\n${body(text)}`;
}

async function explore(): Promise<void> {
  const { writeFileSync, appendFileSync } = await import("node:fs");
  const file = process.env.EXPLORE as string;
  writeFileSync(file, "");
  for (let k = 0; k < RUNS; k++) {
    const property = fc.asyncProperty(program, async (text) => {
      const theirs = await (cpython as CPython).run(text);
      if (theirs.hangs === true) return;
      for (const mode of MODES) {
        const ours = comparable(await runKrait(text, mode));
        const expected = comparable(theirs);
        if (ours.stdout !== expected.stdout || ours.error !== expected.error) {
          throw new Error(report(text, mode.name, ours, expected));
        }
      }
    });
    const result = await fc.check(property, { seed: SEED + k, numRuns: 40, verbose: 0, interruptAfterTimeLimit: 20_000 });
    if (result.errorInstance !== null) appendFileSync(file, `#### seed ${SEED + k} ${(result.errorInstance as Error).message}\n`);
  }
}

describe.skipIf(cpython === null)("random programs", () => {
  it(`do what they do in CPython: KRAIT_SEED=${SEED} KRAIT_RUNS=${RUNS}`, { timeout: 3_600_000 }, async () => {
    if (process.env.EXPLORE) return await explore();
    const property = fc.asyncProperty(program, async (text) => {
      const theirs = await (cpython as CPython).run(text);
      if (theirs.hangs === true) return;
      for (const mode of MODES) {
        const ours = comparable(await runKrait(text, mode));
        const expected = comparable(theirs);
        if (ours.stdout !== expected.stdout || ours.error !== expected.error) {
          throw new Error(report(text, mode.name, ours, expected));
        }
      }
    });
    const result = await fc.check(property, { seed: SEED, numRuns: RUNS, verbose: 0 });
    const shown = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
    const failure = result.failed ? `seed ${SEED}, path ${result.counterexamplePath}, ${shown}` : "";
    expect(failure).toBe("");
  });
});
