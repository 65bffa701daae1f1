// Running one corpus chunk in a VM of its own, with a virtual clock.
import { createVM, type Library, PythonError, Scheduler } from "@krait/core";
import type { Chunk } from "./corpus.ts";
import { virtualPlatform } from "./virtual-platform.ts";

/** How a mode runs the corpus: the safe points between two suspensions. */
export interface Mode {
  readonly name: string;
  readonly quantum: number;
}

export const MODES: readonly Mode[] = [
  { name: "straight", quantum: 1_000_000 },
  { name: "suspended at every safe point", quantum: 1 },
];

/** What a script did: its lines of output, and the last line of its traceback. */
export interface Outcome {
  readonly output: readonly string[];
  readonly error: string | null;
}

/** Safe points after which a script is taken to hang. */
const INSTRUCTIONS = 5_000_000;

export async function runChunk(chunk: Chunk, mode: Mode, modules: readonly Library[] = []): Promise<Outcome> {
  let output = "";
  const platform = virtualPlatform();
  const vm = createVM({
    stdout: (text) => {
      output += text;
    },
    platform,
    modules,
    scheduler: new Scheduler({ platform, quantum: mode.quantum }),
    limits: { instructions: INSTRUCTIONS, wallTimeMs: Number.POSITIVE_INFINITY },
  });
  let error: string | null = null;
  try {
    await vm.run(chunk.source, { filename: "chunk.py", mode: "exec" });
  } catch (failure) {
    if (!(failure instanceof PythonError)) throw failure;
    error = failure.message === "" ? failure.type : `${failure.type}: ${failure.message}`;
    if (chunk.syntax !== null) {
      const place = failure.frames.at(-1);
      error = `${place?.line}:${(place?.column ?? 0) + 1} ${error}`;
    } else if (chunk.raises === null) error = failure.traceback;
  }
  const lines = output.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return { output: lines, error };
}
