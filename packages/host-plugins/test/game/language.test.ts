// The corpus of the module game, straight and with a suspension at every safe point: both must print what plain Python does.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../../tools/testing/corpus.ts";
import { MODES, runChunk } from "../../../../tools/testing/run-chunk.ts";
import { gameModule } from "../../src/batteries/game/plugin.ts";

const corpus = readCorpus(join(import.meta.dirname, "language"));

describe.each(MODES)("corpus of game, $name", (mode) => {
  it.each(corpus.map((chunk) => ({ chunk, name: `${chunk.file}:${chunk.line} ${chunk.title}` })))(
    "$name",
    async ({ chunk }) => {
      const outcome = await runChunk(chunk, mode, [gameModule]);
      expect(outcome).toEqual({ output: chunk.expected, error: chunk.raises ?? chunk.syntax });
    },
  );
});
