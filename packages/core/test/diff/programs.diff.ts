// Random programs in Krait, straight and suspended at every safe point, against CPython 3.13 where one is installed.
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createVM, PythonError, Scheduler } from "../../src/index.ts";
import { MODES, type Mode } from "../../../../tools/testing/run-chunk.ts";
import { virtualPlatform } from "../../../../tools/testing/virtual-platform.ts";
import { CPython, type Ending } from "./cpython.ts";
import { body, program } from "./program.ts";

const SEED: number = Number(process.env.KRAIT_SEED ?? (Date.now() ^ (Math.random() * 0x7fffffff)) | 0);
const RUNS: number = Number(process.env.KRAIT_RUNS ?? 1_000);

/** Programs of one seed; the next batch has the next one. */
const BATCH = 50;
const MOST_FAILURES: number = Number(process.env.KRAIT_FAILURES ?? 10);

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
    limits: { instructions: 5_000_000, wallTimeMs: Number.POSITIVE_INFINITY },
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

/** Without what may differ: addresses, and the source line of a SyntaxError, which CPython reads from a file. */
function comparable({ stdout, error }: Ending): Ending {
  const clean = (text: string): string => text.replaceAll(/\b0x[0-9a-f]{6,}/g, "0x...");
  const shown = error === null ? null : (/^\w*(?:Syntax|Indentation|Tab)Error: .*$/m.exec(error)?.[0] ?? clean(error));
  return { stdout: clean(stdout), error: shown };
}

interface Difference {
  readonly krait: string;
  readonly cpython: string;
}

/** Where the two endings part, as a few lines of each; null when they agree. */
function difference(ours: Ending, theirs: Ending): Difference | null {
  const linesOf = ({ stdout, error }: Ending): string[] => `${stdout}${error ?? ""}`.split("\n");
  const [a, b] = [linesOf(ours), linesOf(theirs)];
  if (a.join("\n") === b.join("\n") && (ours.error === null) === (theirs.error === null)) return null;
  const at = a.findIndex((line, index) => line !== b[index]);
  const from = at < 0 ? Math.min(a.length, b.length) - 1 : at;
  const part = (lines: string[]): string => lines.slice(from, from + 5).join("\n    ");
  return { krait: part(a), cpython: part(b) };
}

/** What two mismatches of the same cause mostly have in common. */
function signature({ krait, cpython }: Difference): string {
  const general = (text: string): string =>
    (text.split("\n")[0] as string).replaceAll(/'[^']*'|"[^"]*"/g, "'...'").replaceAll(/\d+/g, "0");
  return `${general(krait)} / ${general(cpython)}`;
}

class Mismatch extends Error {
  readonly signature: string;

  constructor(text: string, mode: Mode, found: Difference) {
    super(`${mode.name}\n  Krait:\n    ${found.krait}\n  CPython:\n    ${found.cpython}\n  program:\n${body(text)}`);
    this.signature = signature(found);
  }
}

/** Fails with a Mismatch, unless one of its signature is known already. */
function agreement(python: CPython, known: ReadonlySet<string>): fc.IAsyncProperty<[string]> {
  return fc.asyncProperty(program, async (text) => {
    const theirs = await python.run(text);
    if (theirs.hangs === true) return;
    for (const mode of MODES) {
      const found = difference(comparable(await runKrait(text, mode)), comparable(theirs));
      if (found !== null && !known.has(signature(found))) throw new Mismatch(text, mode, found);
    }
  });
}

describe.skipIf(cpython === null)("random programs", () => {
  it(`do what they do in CPython: KRAIT_SEED=${SEED} KRAIT_RUNS=${RUNS}`, { timeout: 3_600_000 }, async () => {
    const known = new Set<string>();
    const failures: string[] = [];
    for (let run = 0; run < RUNS && failures.length < MOST_FAILURES; run += BATCH) {
      const seed = SEED + run;
      const property = agreement(cpython as CPython, known);
      const { errorInstance } = await fc.check(property, { seed, numRuns: Math.min(BATCH, RUNS - run) });
      if (errorInstance === null) continue;
      if (!(errorInstance instanceof Mismatch)) throw errorInstance;
      known.add(errorInstance.signature);
      failures.push(`#### seed ${seed}, ${errorInstance.message}`);
      run -= BATCH;
    }
    expect(failures.join("\n")).toEqual("");
  });
});
