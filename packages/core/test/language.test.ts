// The language corpus, straight and with a suspension at every safe point: both must print what CPython printed.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../tools/testing/corpus.ts";
import { MODES, runChunk } from "../../../tools/testing/run-chunk.ts";

const corpus = readCorpus(join(import.meta.dirname, "language"));

describe.each(MODES)("language corpus, $name", (mode) => {
  it.each(corpus.map((chunk) => ({ chunk, name: `${chunk.file}:${chunk.line} ${chunk.title}` })))(
    "$name",
    async ({ chunk }) => {
      const outcome = await runChunk(chunk, mode);
      expect(outcome).toEqual({ output: chunk.expected, error: chunk.raises ?? chunk.syntax });
    },
  );
});
